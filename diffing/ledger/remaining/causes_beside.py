"""Find the causes that a paragraph has lost where another one tells the same in its place.

left   Drivers meet less traffic |thanks to| Norvo.   right   Those who drive meet less traffic |during| Norvo.
left   Drivers meet less traffic thanks to Norvo.     right   Norvo has made traffic lighter for drivers.       none

A cause in paragraphs that correspond is found by the words around it (meaning/changes.py). Here one of two paragraphs
corresponds to none, and the other one stands beside it. So the words beside the cause must stand there in the same
order, with a function word in place of the cause, and the sentences must share one more word.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.covered import CoveredWords
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import MOST_WORDS, Side, sides
from diffing.ledger.meaning.cues import Cue, cues
from diffing.model import Pair, Place
from diffing.text.folding import word_pattern
from diffing.text.function_words import function_forms
from diffing.text.reading import ReadText
from diffing.text.scripts import UNSPACED
from diffing.text.words import STEM_LENGTH

# Content words that both sentences must share, with those beside the cause.
_LEAST_COMMON = 3
# Function words that may stand between the words beside the cause, on the other side.
_MOST_BETWEEN = 3


class _Word(NamedTuple):
    start: int
    end: int
    stem: str
    is_grammar: bool


def cause_beside_entries(context: LedgerContext, found: Sequence[Entry]) -> Iterator[Entry]:
    """Yield an entry for each cause that no other entry has and in whose place another connection stands."""
    both = sides(context)
    if both.left.language != both.right.language or both.left.language in UNSPACED:
        return
    covered = CoveredWords(found)
    for side, beside in zip(both, _beside(context), strict=True):
        for index, others in beside.items():
            own = side.extract(cues, side.texts[index])
            for cue in own if len(own) <= MOST_WORDS else ():
                place = Place(index, cue.start, cue.end)
                places = Pair((place,), ()) if side.is_left else Pair((), (place,))
                if cue.subject is Subject.CAUSE and not cue.answers and not covered.touch(places):
                    there = _in_its_place(side, index, cue, others)
                    if there is not None:
                        both_places = ((place,), (there,)) if side.is_left else ((there,), (place,))
                        yield Entry(Subject.CAUSE, Change.CHANGED, *both_places, Location.SAME_SENTENCE)


def _beside(context: LedgerContext) -> Pair[Mapping[int, Sequence[int]]]:
    """Return, for the paragraphs of each side, those of the other side in the rows beside.

    One of the two rows has only one side, as beside a sentence that was joined to the paragraph before it.
    """
    found: Pair[dict[int, list[int]]] = Pair(defaultdict(list), defaultdict(list))
    for first, second in pairwise(row for row in context.comparison.rows if not row.furniture):
        if all(row.left and row.right for row in (first, second)):
            continue
        for row, other in ((first, second), (second, first)):
            for index in row.left:
                found.left[index].extend(other.right)
            for index in row.right:
                found.right[index].extend(other.left)
    return found


def _in_its_place(side: Side, index: int, cue: Cue, others: Sequence[int]) -> Place | None:
    """Return the function words that stand in the place of a cause in one of some paragraphs, None without."""
    text = side.texts[index]
    sentence = next(part for part in text.sentences if part[0] <= cue.start < part[1])
    words = [word for word in _words(text, side.language) if sentence[0] <= word.start < sentence[1]]
    before = [word.stem for word in words if word.end <= cue.start and not word.is_grammar]
    behind = [word.stem for word in words if word.start >= cue.end and not word.is_grammar]
    if not before or not behind:
        return None
    known = {*before, *behind}
    for other in others:
        there = side.other_texts[other]
        spans = [
            (one.start, one.end)
            for one in side.extract(cues, there)
            if one.subject is Subject.CAUSE and not one.answers
        ]
        told = _words(there, side.language)
        content = [at for at, word in enumerate(told) if not word.is_grammar]
        for first, last in pairwise(content):
            between = told[first + 1 : last]
            if (told[first].stem, told[last].stem) != (before[-1], behind[0]) or not 0 < len(between) <= _MOST_BETWEEN:
                continue
            start, end = next(part for part in there.sentences if part[0] <= told[first].start < part[1])
            common = known & {word.stem for word in told if start <= word.start < end}
            is_cause = any(begin < end and start < stop for begin, stop in spans)
            if len(common) >= _LEAST_COMMON and not is_cause:
                return Place(other, between[0].start, between[-1].end)
    return None


def _words(text: ReadText, language: str) -> Sequence[_Word]:
    """Return the words of a text in order, with their places in it."""
    form, grammar = text.folded, function_forms(language)
    places = ((match[0], form.place(0, *match.span())) for match in word_pattern(form.text).finditer(form.text))
    return [_Word(place.start, place.end, word[:STEM_LENGTH], word in grammar) for word, place in places]
