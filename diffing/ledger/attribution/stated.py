"""Find out whether the other article still states what a source says.

left   |Police said| two men fled the mill.     right   Two men fled the mill.     stated: all content words
left   |Police said| two men fled the mill.     right   The mill reopened.         not stated
"""

from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter

from diffing.ledger.attribution.bodies import content_stems
from diffing.ledger.core.clauses import sentence_at
from diffing.ledger.core.sides import Side
from diffing.ledger.language.lexicon import Lexicon, code_of
from diffing.model import Place
from diffing.patterns import lazy_pattern
from diffing.text.folding import word_pattern
from diffing.text.reading import ReadText

QUOTED = lazy_pattern(r"»[^“”\"„«»「」『』]*«|[“\"„«「『][^“”\"„«»「」『』]*[”\"“»」』]?")
"""A quotation, or the rest of one."""
# The end of a quotation that its speaker introduces, where another sentence begins: Senn said, “It is old.” |He
_BEHIND_INTRODUCED = lazy_pattern(r"(?<=[^\W\d_])[,:] ?[“«\"][^“”\"«»]*[.!?][”»\"]\s+(?=[^\W\d_])")
# The share of the words of a sentence, without the source, that the other side must have.
_LEAST_STATED = 0.5
# Sentences of a paragraph of which one has a place among others.
_LEAST_SENTENCES = 2
# The least number of these words: one of two words is easily found by chance.
_LEAST_WORDS = 3


def is_in_quotation(text: ReadText, at: int) -> bool:
    """Return whether a character of a text stands in quotation marks."""
    # What stands behind the character is not searched.
    found = next((found for found in QUOTED.finditer(text.text) if at < found.end()), None)
    return found is not None and found.start() <= at


def is_stated(
    side: Side,
    own: Place,
    least: int = _LEAST_WORDS,
    share: float = _LEAST_STATED,
    *,
    in_quotations: bool = True,
) -> bool:
    """Return whether the other side states a `share` (0..1) of the sentence of a place, without the words at the place.

    `least` is the number of content words that the rest of the sentence must have; of fewer than three, all must be
    there. Words `in_quotations` count unless it is False.
    """
    if in_quotations:
        words = stems_around(side, own)
    else:
        text = side.texts[own.paragraph]
        start, sentence = statement_at(text, own.start)
        end = start + len(sentence.text)
        rest = QUOTED.sub(" ", f"{text.text[start : own.start]} {text.text[own.end : end]}")
        words = stems(ReadText(rest), side.lexicon)
    there = frozenset[str]().union(*(side.extract(stems, part) for _, part in counterparts(side, own)))
    share = 1 if len(words) < _LEAST_WORDS else share
    return len(words) >= least and len(words & there) >= share * len(words)


def is_in_place(side: Side, own: Place) -> bool:
    """Return whether the sentence of a place has one counterpart that stands where it stands, in other words.

    Each is the only counterpart of the other one, with a content word of it, between sentences that correspond, one of
    which has half of its words on the other side.
    """
    there = counterparts(side, own)
    text = side.texts[own.paragraph]
    if len(there) != 1 or len(text.sentences) < _LEAST_SENTENCES:
        return False
    place, part = there[0]
    other = side.other_texts[place.paragraph]
    at, across = _number(text, own.start), _number(other, place.start)
    start, end = text.sentences[at]
    said = stems_between(text, start, own.start, side.lexicon) | stems_between(text, own.end, end, side.lexicon)
    if said.isdisjoint(side.extract(stems, part)):
        return False
    numbers = [number for number in range(len(text.sentences)) if _is_near(side, (own, number), (place, across))]
    shares = [_share_beside(side, (own, at + step), (place, across + step)) for step in (-1, 1)]
    return numbers == [at] and None not in shares and max(filter(None, shares), default=0.0) >= _LEAST_STATED


def _share_beside(side: Side, own: tuple[Place, int], other: tuple[Place, int]) -> float | None:
    """Return the share of the words of a sentence that one of the other side has; None if they do not correspond.

    Both are given by a place of their paragraph and their number in it. Beyond the ends of both paragraphs it is 0.
    """
    (place, number), (there, across) = own, other
    mine, theirs = side.texts[place.paragraph].parts, side.other_texts[there.paragraph].parts
    inside = 0 <= number < len(mine), 0 <= across < len(theirs)
    if inside == (False, False):
        return 0.0
    if not all(inside) or not _is_near(side, own, other):
        return None
    words = side.extract(stems, mine[number])
    return len(words & side.extract(stems, theirs[across])) / max(1, len(words))


def _is_near(side: Side, own: tuple[Place, int], other: tuple[Place, int]) -> bool:
    """Return whether two sentences correspond, given by a place of their paragraph and their number in it."""
    (place, number), (there, across) = own, other
    mine, theirs = side.texts[place.paragraph].sentences[number], side.other_texts[there.paragraph].sentences[across]
    return side.is_near(Place(place.paragraph, *mine), Place(there.paragraph, *theirs))


def _number(text: ReadText, offset: int) -> int:
    """Return the number of the sentence at an offset of a text."""
    return bisect_right(text.sentences, offset, key=itemgetter(0)) - 1


def statement_at(text: ReadText, offset: int) -> tuple[int, ReadText]:
    """Return the start and the text of the sentence at an offset, up to or from the end of an introduced quotation.

    Senn said, “It is old.” |According to Senn, it is also small.|
    """
    start, sentence = sentence_at(text, offset)
    cut = _introduced_end(sentence.text)
    if cut is None:
        return start, sentence
    if offset < start + cut:
        return start, sentence.part(0, cut)
    return start + cut, sentence.part(cut, len(sentence.text))


def _introduced_end(sentence: str) -> int | None:
    """Return the end of a quotation that its speaker introduces, if the sentence goes on behind it."""
    # Most sentences have no quotation, and are not searched.
    has_opening = "“" in sentence or "«" in sentence or '"' in sentence
    found = _BEHIND_INTRODUCED.search(sentence) if has_opening else None
    return None if found is None else found.end()


def counterparts(side: Side, own: Place) -> Sequence[tuple[Place, ReadText]]:
    """Return the sentences of the other side that correspond to the sentence of a place; several steps ask for them.

    Beside an introduced quotation in it, those that have more words of the quotation are none.
    """
    return side.once(_counterparts, own)


def _counterparts(side: Side, own: Place) -> Sequence[tuple[Place, ReadText]]:
    found = [
        _nearer(side, own, place, part)
        for index in side.opposite(own)
        for sentence, part in zip(side.other_texts[index].sentences, side.other_texts[index].parts, strict=True)
        for place in (Place(index, *sentence),)
        if side.is_near(own, place)
    ]
    start, sentence = sentence_at(side.texts[own.paragraph], own.start)
    first, part = statement_at(side.texts[own.paragraph], own.start)
    if part is sentence:
        return found
    mine = stems(part, side.lexicon)
    rest = stems(sentence.part(0, first - start), side.lexicon) | stems(
        sentence.part(first - start + len(part.text), len(sentence.text)), side.lexicon
    )
    return [one for one in found if len(mine & stems(one[1], side.lexicon)) >= len(rest & stems(one[1], side.lexicon))]


def _nearer(side: Side, own: Place, place: Place, part: ReadText) -> tuple[Place, ReadText]:
    """Return a sentence, or what stands behind an introduced quotation in it if it has more words of a place's own."""
    cut = _introduced_end(part.text)
    if cut is None:
        return place, part
    known = side.extract(stems, statement_at(side.texts[own.paragraph], own.start)[1])
    before, behind = part.part(0, cut), part.part(cut, len(part.text))
    if len(known & stems(before, side.lexicon)) < len(known & stems(behind, side.lexicon)):
        return place._replace(start=place.start + cut), behind
    return place._replace(end=place.start + cut), before


def stems_around(side: Side, own: Place) -> frozenset[str]:
    """Return the stems of the sentence of a place without the words at the place; several steps ask for them."""
    return side.once(_stems_around, own)


def _stems_around(side: Side, own: Place) -> frozenset[str]:
    text = side.texts[own.paragraph]
    start, sentence = statement_at(text, own.start)
    end = start + len(sentence.text)
    return stems_between(text, start, own.start, side.lexicon) | stems_between(text, own.end, end, side.lexicon)


def stems(text: ReadText, lexicon: Lexicon) -> frozenset[str]:
    """Return the stems of the content words of a text."""
    return stems_between(text, 0, len(text.text), lexicon)


def stems_between(text: ReadText, start: int, end: int, lexicon: Lexicon) -> frozenset[str]:
    """Return the stems of the content words among the characters `start`..`end` of a text."""
    part = text.folded.text[text.folded.at(start) : text.folded.at(end)]
    return frozenset(content_stems(word_pattern(part).findall(part), code_of(lexicon)))
