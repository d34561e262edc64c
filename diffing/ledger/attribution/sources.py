"""Compare sources: a source is named, left out, added or replaced.

left   …, the |US press| reported                    right   …, |The New York Times| reported      changed
left   |two people familiar with it| said            right   |officials| said                         changed
left   |According to the police|, two were hurt.     right   Two were hurt.                       gone

A source that is left out makes an entry only if the other side states the same without any source. A quotation, another
verb of saying or the name of the source in the same sentence counts as a source. A *voice* is a phrase that names a
source or may name one: a source, a speaker with a verb, or a noun such as 'officials'.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from operator import itemgetter
from typing import NamedTuple

from diffing.ledger.attribution.attribution import sayings
from diffing.ledger.attribution.clauses import clause_start, content_stems, words_until_break
from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.locations import Location, beside
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import MOST_WORDS, Side, sides
from diffing.ledger.language.lexemes import Lexemes
from diffing.ledger.language.lexicon import Lexicon, code_of, forms, lexicon
from diffing.model import Pair, Place
from diffing.text.folding import WORD
from diffing.text.function_words import function_words
from diffing.text.reading import ReadText

# A source has few words: 'sources familiar with the matter', 'a spokesman for the interior ministry'.
_MOST_WORDS = 9
_MOST_WORDS_BEFORE = 7
# The share of the words of a sentence, without the source, that the other side must have.
_LEAST_STATED = 0.5
# The least number of these words: one of two words is easily found by chance.
_LEAST_WORDS = 3
# The tables of phrases that stand before the name of a source, behind it, or for an anonymous source.
_BEFORE, _BEHIND, _ANONYMOUS = "before", "behind", "anonymous"
_QUOTES = re.compile(r"[\"“”„«»]")


class Source(NamedTuple):
    """Source that the characters `start`..`end` of a text name: the stems of its content words, and its initials.

    Words for organisations that can replace each other have one stem. An anonymous source has no words.
    """

    start: int
    end: int
    words: frozenset[str] = frozenset()
    initials: str = ""

    def is_same(self, other: "Source") -> bool:
        """Return whether both can be one source: a common word, the initials of the other, or both anonymous."""
        if not self.words or not other.words:
            return self.words == other.words
        return bool(self.words & other.words or self.initials in other.words or other.initials in self.words)


@cache
def _markers(language: str) -> Lexemes[str]:
    naming: Mapping[str, Sequence[str]] = lexicon(language).get("sources", {}).get("naming", {})
    return Lexemes(naming)


def named_sources(text: ReadText, lexicon: Lexicon) -> tuple[Source, ...]:
    """Return the sources that a text names with 'according to', 'citing', '… reported' and the like, in order."""
    form = text.folded
    language = code_of(lexicon)
    found = []
    for start, end, tags in _markers(language).find(form):
        if _BEFORE in tags:
            words = list(_until_opened(words_until_break(form.text, end, len(form.text), _MOST_WORDS), language))
            place = (start, words[-1].end()) if words else None
        elif _BEHIND in tags:
            words = words_until_break(form.text, clause_start(form.text, start), start, _MOST_WORDS_BEFORE + 1)
            is_named = 0 < len(words) <= _MOST_WORDS_BEFORE and words[-1][0] not in _listed("passive", language)
            place = (words[0].start(), end) if is_named else None
        else:
            words, place = [], (start, end)
        if place is not None:
            where = form.place(0, *place)
            named = list(content_stems((word[0] for word in words), language))
            if named or not words:
                initials = "".join(word[0] for word in named)
                found.append(Source(where.start, where.end, frozenset(named), initials))
    return tuple(found)


def _until_opened(words: Iterable["re.Match[str]"], language: str) -> Iterator["re.Match[str]"]:
    """Yield the words before the first word of the statement: 'according to the report |the| world will burn more'."""
    grammar, openers = function_words(language), _listed("openers", language)
    before = None
    for word in words:
        if word[0] in openers and before is not None and before[0] not in grammar:
            return
        yield word
        before = word


def source_entries(context: LedgerContext) -> Iterator[Entry]:
    """Yield the entries of sources that the other side replaces or leaves out."""
    both = sides(context)
    named = both.map(_named)
    waiting = Pair(dict(named.left), dict(named.right))
    changed = []
    for left, right in sorted(_near(both.left, named), key=lambda pair: both.left.distance(*pair)):
        if left in waiting.left and right in waiting.right and named.left[left].is_same(named.right[right]):
            del waiting.left[left], waiting.right[right]
        else:
            changed.append((left, right))
    for left, right in changed:
        if left in waiting.left and right in waiting.right and waiting.left[left].words and waiting.right[right].words:
            del waiting.left[left], waiting.right[right]
            is_replaced = context.correspondence.is_replaced(left, right)
            if is_replaced or _is_stated(both.left, left) or _is_stated(both.right, right):
                yield Entry(Subject.SOURCE, Change.CHANGED, (left,), (right,), beside(is_replaced))
    speaking = both.map(lambda side: list(_speakers(side)))
    voices = Pair(
        _by_paragraph((*speaking.left, *waiting.left)),
        _by_paragraph((*speaking.right, *waiting.right)),
    )
    for side, unpaired, known, own, others in zip(both, waiting, named, voices, voices.swapped(), strict=True):
        for place, source in unpaired.items():
            if not _is_stated(side, place) or _is_answered(side, place, source):
                continue
            whole = next((one for one in own[place.paragraph] if _holds(one, place)), place)
            replaced = None if source.words else next(_in_place(side, place, others), None)
            if replaced is None:
                yield side.entry(Subject.SOURCE, (place,), Location.SAME_SENTENCE)
            else:
                places = ((whole,), (replaced,)) if side.is_left else ((replaced,), (whole,))
                yield Entry(Subject.SOURCE, Change.CHANGED, *places, Location.SAME_PLACE)
        for place in speaking.left if side.is_left else speaking.right:
            if place not in known and _is_stated(side, place) and not _is_answered(side, place, None):
                yield side.entry(Subject.SOURCE, (place,), Location.SAME_SENTENCE)


def _by_paragraph(places: Iterable[Place]) -> Mapping[int, Sequence[Place]]:
    found = defaultdict[int, list[Place]](list)
    for place in places:
        found[place.paragraph].append(place)
    return found


def _in_place(side: Side, own: Place, others: Mapping[int, Sequence[Place]]) -> Iterator[Place]:
    """Yield the voices of the other side that replace the words at a place and add a name.

    The sentence of the place must not have the words of the voice: 'three officials who asked not to be named' and
    'three officials' are the same source.
    """
    known = side.extract(_stems, _sentence(side.texts[own.paragraph], own.start)[1])
    for other in (other for index in side.opposite(own) for other in others[index]):
        if (
            side.is_replaced(own, other)
            and not _stems_at(side.other_texts[other.paragraph], other.start, other.end, side.lexicon) <= known
        ):
            yield other


def _holds(whole: Place, part: Place) -> bool:
    return whole.paragraph == part.paragraph and whole.start <= part.start and part.end <= whole.end


def _named(side: Side) -> dict[Place, Source]:
    found = {}
    for index in side.reworded:
        own = side.extract(named_sources, side.texts[index])
        for source in own if len(own) <= MOST_WORDS else ():
            found[Place(index, source.start, source.end)] = source
    return found


def _near(side: Side, named: Pair[dict[Place, Source]]) -> Iterator[tuple[Place, Place]]:
    """Yield the pairs of sources in corresponding sentences."""
    in_paragraph: dict[int, list[Place]] = {}
    for right in named.right:
        in_paragraph.setdefault(right.paragraph, []).append(right)
    for left in named.left:
        for index in side.opposite(left):
            yield from ((left, right) for right in in_paragraph.get(index, ()) if side.is_near(left, right))


def _speakers(side: Side) -> Iterator[Place]:
    """Yield the clauses with a reporting verb and its speaker, such as 'two people said'."""
    verbs = _listed("reporting", side.language)
    for index in side.reworded:
        form = side.texts[index].folded
        own = side.extract(sayings, side.texts[index])
        for saying in own if len(own) <= MOST_WORDS else ():
            start, end = form.at(saying.start), form.at(saying.end)
            if form.text[start:end] not in verbs:
                continue
            before = words_until_break(form.text, clause_start(form.text, start), start, _MOST_WORDS_BEFORE + 1)
            behind = words_until_break(form.text, end, len(form.text), _MOST_WORDS_BEFORE)
            if before and before[-1][0] in _listed("passive", side.language):
                continue
            if 0 < len(before) <= _MOST_WORDS_BEFORE:
                yield form.place(index, before[0].start(), end)
            elif not before and behind:
                yield form.place(index, start, behind[-1].end())


@cache
def _listed(name: str, language: str) -> frozenset[str]:
    return forms(lexicon(language).get("sources", {}).get(name, ()))


@cache
def _voices(language: str) -> Lexemes[str]:
    """Return the words of voices."""
    table = lexicon(language).get("sources", {})
    verbs = [verb for verbs in table.get("verbs", {}).values() for verb in verbs]
    return Lexemes({"voice": [*verbs, *table.get("naming", {}).get(_BEFORE, ()), *table.get("voices", ())]})


def _is_stated(side: Side, own: Place) -> bool:
    """Return whether the other side states most of the sentence of a place, without the words at the place."""
    text = side.texts[own.paragraph]
    start, sentence = _sentence(text, own.start)
    if _QUOTES.search(sentence.text):
        return False
    before = _stems_at(text, start, own.start, side.lexicon)
    words = before | _stems_at(text, own.end, start + len(sentence.text), side.lexicon)
    there = frozenset[str]().union(*(side.extract(_stems, part) for _, part in _counterparts(side, own)))
    return len(words) >= _LEAST_WORDS and len(words & there) >= _LEAST_STATED * len(words)


def _is_answered(side: Side, own: Place, source: Source | None) -> bool:
    """Return whether a corresponding sentence of the other side names the source, quotes, or has a voice of its own."""
    language = side.language
    for place, text in _counterparts(side, own):
        if source is not None and not source.words:
            if any(_ANONYMOUS in found.tags for found in _markers(language).find(text.folded)):
                return True
        elif (
            _QUOTES.search(text.text)
            or (source is not None and source.words & side.extract(_stems, text))
            or any(
                source is None or not _is_of_another(side, own, voice) for voice in _voices_in(place, text, language)
            )
        ):
            return True
    return False


def _voices_in(place: Place, text: ReadText, language: str) -> Iterator[Place]:
    """Yield the words at a place that may name a source; `text` is the text at the place."""
    form = text.folded
    for start, end, _ in _voices(language).find(form):
        yield (found := form.place(place.paragraph, start, end))._replace(
            start=place.start + found.start, end=place.start + found.end
        )


def _is_of_another(side: Side, own: Place, voice: Place) -> bool:
    """Return whether this side has a voice of the other side too, but in another sentence than the source.

    'Ruiz |said| it had helped. Accidents fell, according to police', 'Ruiz |said| it had helped: accidents fell'.
    """
    start, sentence = _sentence(side.texts[own.paragraph], own.start)
    return any(
        side.is_kept(one, voice)
        for index in side.indices(own)
        for one in _voices_in(Place(index, 0, len(side.texts[index].text)), side.texts[index], side.language)
        if not (index == own.paragraph and start <= one.start < start + len(sentence.text))
    )


def _counterparts(side: Side, own: Place) -> list[tuple[Place, ReadText]]:
    """Return the sentences of the other side that correspond to the sentence of a place."""
    return [
        (place, part)
        for index in side.opposite(own)
        for sentence, part in zip(side.other_texts[index].sentences, side.other_texts[index].parts, strict=True)
        for place in (Place(index, *sentence),)
        if side.is_near(own, place)
    ]


def _sentence(text: ReadText, offset: int) -> tuple[int, ReadText]:
    """Return the sentence at an offset: its start and its text."""
    at = bisect_right(text.sentences, offset, key=itemgetter(0)) - 1
    return text.sentences[at].start, text.parts[at]


def _stems(text: ReadText, lexicon: Lexicon) -> frozenset[str]:
    """Return the stems of the content words of a text."""
    return _stems_at(text, 0, len(text.text), lexicon)


def _stems_at(text: ReadText, start: int, end: int, lexicon: Lexicon) -> frozenset[str]:
    """Return the stems of the content words among the characters `start`..`end` of a text."""
    part = text.folded.text[text.folded.at(start) : text.folded.at(end)]
    return frozenset(content_stems(WORD.findall(part), code_of(lexicon)))
