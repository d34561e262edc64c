"""What a word of weight is about, and whether the other article says that too.

left   the plan is |not| yet |safe|      right   the plan is safe        told: safe
left   he did |not| |stay|               right   he left                 not told
"""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache
from itertools import islice

from diffing.ledger.core.sides import Side
from diffing.ledger.language.lexicon import lexicon
from diffing.model import Place
from diffing.text.folding import WORD, FoldedText
from diffing.text.function_words import function_words
from diffing.text.reading import ReadText
from diffing.text.words import STEM_LENGTH

# The word a negation or hedge is about is not farther behind it: 'not only then to have been so easily'.
_WORDS_LOOKED_AT = 6
# Words of grammar that may stand on the other side where the word of weight is missing: 'isn't' against 'is'.
_WORDS_BETWEEN = 2
_WORD_OR_STOP = re.compile(rf"{WORD.pattern}|[.;:!?]")
# Where the word before a place is looked for, in characters back: longer than any but made-up words.
_BACK = 40
# Letters that forms of short words have in common: buys, buying.
_SHORTEST_STEM = 3
# What may stand behind the stem: 'agree', 'agreement'. 'thinking' is no form of 'this'.
_LONGEST_ENDING = 4


def told_opposite(side: Side, own: Place, *, reworded: int = 0) -> Place | None:
    """Where the other side tells what the words at a place are about, or goes on without them; none if nowhere.

    So many words behind the place may be others, if what is before and behind them is the same: 'may |land| him in
    jail' against 'will |put| him in jail'.
    """
    text = side.texts[own.paragraph].folded
    language = side.language
    return (
        _left_out(side, own, text, language, reworded)
        or _head_told(side, own, text, language)
        or _counterpart(side, own, text, language)
    )


def _counterpart(side: Side, own: Place, text: FoldedText, language: str) -> Place | None:
    """The word that says the opposite of the one at a place, where it stands in its place: 'with' for 'without'."""
    word = text.text[text.at(own.start) : text.at(own.end)]
    opposites: Sequence[str] = lexicon(language).get("meaning", {}).get("counterparts", {}).get(word, ())
    found = (there for other in opposites for there in _same_words(side.other_texts, side.opposite(own), other))
    return next((there for there in found if side.is_replaced(own, there)), None)


def _left_out(side: Side, own: Place, text: FoldedText, language: str, reworded: int) -> Place | None:
    """The word behind the place as the other side has it, if it has the word before it too and no matter between.

    The beginning and the end of a sentence stand for a word.
    """
    passed = _passed(language)
    starts = _before(side, own, text)
    matter = 0
    for word in islice(_WORD_OR_STOP.finditer(text.text, text.at(own.end)), _WORDS_LOOKED_AT):
        is_end = not word[0][0].isalnum()
        ends = [None] if is_end else list(_kept(side, text.place(own.paragraph, *word.span()), word[0]))
        for start in starts:
            for end in ends:
                if _is_without(side, start, end, passed, reworded):
                    return end or start
        matter += word[0] not in passed
        if is_end or matter > reworded or not (reworded or word[0] in passed):
            break
    return None


def _before(side: Side, own: Place, text: FoldedText) -> list[Place | None]:
    """The word before a place as the other side has it, none for the beginning of a sentence; nothing if it has not."""
    end = text.at(own.start)
    word = max(_WORD_OR_STOP.finditer(text.text, max(0, end - _BACK), end), key=re.Match.start, default=None)
    if word is None or not word[0][0].isalnum():
        return [None]
    return list(_kept(side, text.place(own.paragraph, *word.span()), word[0]))


def _is_without(side: Side, start: Place | None, end: Place | None, passed: Set[str], reworded: int) -> bool:
    """Whether the other side has little but grammar between two words, or between one and an end of its sentence."""
    known = end or start
    if known is None or (start and end and (start.paragraph != end.paragraph or start.end > end.start)):
        return False
    text = side.other_texts[known.paragraph].folded
    first = text.at(start.end) if start else max(0, text.at(known.start) - _BACK)
    last = text.at(end.start) if end else min(len(text.text), text.at(known.end) + _BACK)
    words = _WORD_OR_STOP.findall(text.text, first, last)
    stops = [at for at, word in enumerate(words) if not word[0].isalnum()]
    if stops:
        if start and end:
            return False
        words = words[stops[-1] + 1 :] if end else words[: stops[0]]
    return len(words) <= _WORDS_BETWEEN + reworded and sum(word not in passed for word in words) <= reworded


def _kept(side: Side, own: Place, word: str) -> Iterator[Place]:
    """The place of the other side that is the same word for the comparison, if there is one."""
    return (there for there in _same_words(side.other_texts, side.opposite(own), word) if side.is_kept(own, there))


def _head_told(side: Side, own: Place, text: FoldedText, language: str) -> Place | None:
    """Where the other side says the first word with matter behind the place.

    It is looked for in the sentences that have the most of each other, and not where it is the same word as another
    one of this side.
    """
    head = _head(text, own, language)
    if head is None:
        return None
    place = text.place(own.paragraph, *head.span())
    kept = next(_kept(side, place, head[0]), None)
    if kept is not None:
        return kept
    rest = [there for there in _same_words(side.texts, side.indices(own), head[0]) if there != place]
    fitting = [
        (side.distance(place, there), there)
        for there in _same_words(side.other_texts, side.opposite(own), head[0])
        if side.is_near(place, there)
        and not any(side.is_kept(one, there) for one in rest)
        and not _has_none(side.other_texts[there.paragraph].folded.part(there.start, there.end), head[0], language)
    ]
    return min(fitting)[1] if fitting else None


def _head(text: FoldedText, own: Place, language: str) -> "re.Match[str] | None":
    behind = islice(_WORD_OR_STOP.finditer(text.text, text.at(own.end)), _WORDS_LOOKED_AT)
    passed, endings = _passed(language), _endings("passed_endings", language)
    word = next((word for word in behind if word[0] not in passed and not word[0].endswith(endings)), None)
    return None if word is None or not word[0][0].isalnum() or word[0] in _parting(language) else word


def is_new_there(side: Side, other: Place, own: Place) -> bool:
    """Whether words of the other side are not just the same ones that this side has besides those at a place."""
    first = WORD.match(side.other_texts[other.paragraph].folded.part(other.start, other.end).text)
    return first is None or not any(
        side.is_kept(one, Place(other.paragraph, other.start, other.start + one.end - one.start))
        for one in _same_words(side.texts, side.opposed(other), first[0])
        if not (one.paragraph == own.paragraph and own.start <= one.start < own.end)
    )


def is_told_in_form(side: Side, own: Place) -> bool:
    """Whether the other side has the word at a place in any form: 'none suspected' is 'never suspecting'.

    It is looked for in the sentences that have the most of each other; of short words other ones begin alike.
    """
    text = side.texts[own.paragraph].folded
    word = text.text[text.at(own.start) : text.at(own.end)]
    return len(word) > STEM_LENGTH and any(
        side.is_near(own, there) and is_new_there(side, there, own)
        for there in _same_words(side.other_texts, side.opposite(own), word)
    )


def goes_on_alike(side: Side, own: Place, other: Place) -> bool:
    """Whether the same word stands behind both places."""
    text, there = side.texts[own.paragraph].folded, side.other_texts[other.paragraph].folded
    word = WORD.search(text.text, text.at(own.end))
    next_there = WORD.search(there.text, there.at(other.end))
    return (
        word is not None
        and next_there is not None
        and side.is_kept(text.place(own.paragraph, *word.span()), there.place(other.paragraph, *next_there.span()))
    )


@cache
def _passed(language: str) -> Set[str]:
    """The words between a word of weight and what it is about."""
    table = lexicon(language).get("meaning", {})
    return (
        (function_words(language) | set(table.get("passed", ()))) - set(table.get("weighed", ())) - _parting(language)
    )


@cache
def _parting(language: str) -> Set[str]:
    """The words behind which something else is told."""
    return frozenset(lexicon(language).get("meaning", {}).get("parting", ()))


def _has_none(other: FoldedText, head: str, language: str) -> bool:
    """Whether a form of the word says that there is none of it: 'pilotless' of 'pilot'."""
    endings = _endings("suffixes", language)
    return other.text.endswith(endings) and not head.endswith(endings)


@cache
def _endings(name: str, language: str) -> tuple[str, ...]:
    return tuple(lexicon(language).get("meaning", {}).get(name, ()))


def _same_words(texts: Sequence[ReadText], paragraphs: Iterable[int], word: str) -> Iterator[Place]:
    """The places of the words of some paragraphs that are a form of the word."""
    begins = re.compile(rf"(?<![^\W_]){re.escape(word[:_SHORTEST_STEM])}[^\W_]*(?:['-][^\W_]+)*")
    for index in paragraphs:
        text = texts[index].folded
        for found in begins.finditer(text.text):
            if is_same_word(word, found[0]):
                yield text.place(index, *found.span())


def is_same_word(one: str, other: str) -> bool:
    """Whether two folded words are one or forms of one: the same beginning, and little behind it."""
    shorter, longer = sorted((len(one), len(other)))
    common = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    return one == other or (
        common >= min(STEM_LENGTH, max(_SHORTEST_STEM, shorter - 1)) and longer - common <= _LONGEST_ENDING
    )
