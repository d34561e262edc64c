"""Find what one side calls unknown and the other side tells: the cause of a fire, who owns a painting.

left   |The cause of the fire is unknown.|               right   The mayor said |the cause of the fire was a heater|.
left   It is |not yet clear| who will lead the party.    right   It is open who will lead the party.               none

The sentence of the other side has at least half of the words of what is unknown, and neither a negation nor a word
that leaves the matter open: 'is investigating', 'whether'.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from diffing.ledger.core.clauses import words_and_breaks
from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.covered import CoveredWords
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import sides
from diffing.ledger.meaning.outlines import Outline, sentence_pairs
from diffing.ledger.meaning.turn_words import Turn
from diffing.model import Pair, Place
from diffing.text.folding import stem_of
from diffing.text.function_words import content_words
from diffing.text.scripts import UNSPACED

_GROUP, _UNKNOWN = "knowledge", "unknown"
# The share of the content words of what is unknown that the other sentence has.
_LEAST_SHARE = 0.5
# What one side tells of the matter besides.
_PARTS = (Subject.NUMBER, Subject.DATE, Subject.NAME, Subject.SOURCE)


def with_unknowns(context: LedgerContext, found: Sequence[Entry]) -> list[Entry]:
    """Return the entries with one for each matter that only one side knows.

    The facts and the source of one side inside it are its children; passages and hedges inside it are left out.
    """
    both = sides(context)
    if both.left.language != both.right.language or both.left.language in UNSPACED:
        return [*found]
    told = [*_entries(context, CoveredWords(entry for entry in found if not entry.is_passage))]
    if not told:
        return [*found]
    inside = [(entry, CoveredWords([entry])) for entry in told]
    parts = {
        id(one): at
        for one in found
        for at, (_, words) in enumerate(inside)
        if one.change in (Change.GONE, Change.NEW) and words.hold(one.places)
    }
    told = [
        replace(entry, children=tuple(one for one in found if parts.get(id(one)) == at and one.subject in _PARTS))
        for at, entry in enumerate(told)
    ]
    return [*(one for one in found if id(one) not in parts), *told]


def _entries(context: LedgerContext, covered: CoveredWords) -> Iterator[Entry]:
    for pair in sentence_pairs(context):
        for own, other in (pair, pair.swapped()):
            unknown = [one for one in _of_knowledge(own) if one.sense == _UNKNOWN]
            if len(unknown) != 1 or _is_open(other):
                continue
            place = own.in_paragraph(Place(0, unknown[0].start, unknown[0].end))
            matter = _clause(own, unknown[0].start)
            if _is_before_noun(own, unknown[0], matter[1]):
                continue
            there = _told(own, matter, unknown[0], other)
            if there is None or covered.touch(Pair((place,), ()) if own.side.is_left else Pair((), (place,))):
                continue
            places = ((own.in_paragraph(Place(0, *matter)),), (there,))
            left, right = places if own.side.is_left else places[::-1]
            yield Entry(Subject.CERTAINTY, Change.CHANGED, left, right, Location.SAME_SENTENCE)


def _of_knowledge(outline: Outline) -> list[Turn]:
    return [one for one in outline.turns if one.group == _GROUP]


def _is_open(outline: Outline) -> bool:
    """Return whether a sentence leaves something open, or denies something."""
    return "?" in outline.text.text or bool(_of_knowledge(outline)) or outline.denies()


def _clauses(outline: Outline) -> list[tuple[int, int]]:
    """Return the starts and ends of the clauses of a sentence, without the marks between them."""
    found: list[tuple[int, int]] = []
    is_open = False
    for match in words_and_breaks(outline.text.folded.text, 0, len(outline.text.folded.text)):
        if match["stop"] is None:
            start = found.pop()[0] if is_open else match.start()
            found.append((start, match.end()))
        is_open = match["stop"] is None
    places = (outline.text.folded.place(0, *one) for one in found)
    return [(place.start, place.end) for place in places]


def _clause(outline: Outline, offset: int) -> tuple[int, int]:
    """Return the start and end of the clause at an offset of a sentence."""
    return next(
        ((start, end) for start, end in _clauses(outline) if start <= offset < end), (0, len(outline.text.text))
    )


def _is_before_noun(outline: Outline, unknown: Turn, end: int) -> bool:
    """Return whether one word for unknown stands before a noun: 'an |unknown| man' is nothing that others know."""
    is_word = outline.text.text[unknown.start : unknown.end].isalpha()
    behind = next(iter(outline.text.part(unknown.end, end).forms), "") if is_word and unknown.end < end else ""
    return bool(content_words([behind], outline.side.language)) if behind else False


def _stems(outline: Outline, start: int, end: int) -> frozenset[str]:
    """Return the stems of the content words of a part of a sentence."""
    forms = outline.text.part(start, end).forms if start < end else ()
    return outline.counts.stems.intersection(map(stem_of, forms))


def _told(own: Outline, matter: tuple[int, int], unknown: Turn, other: Outline) -> Place | None:
    """Return the clause of a sentence that tells what another one calls unknown, or None."""
    stems = (_stems(own, matter[0], unknown.start) | _stems(own, unknown.end, matter[1])) - _stems(
        own, unknown.start, unknown.end
    )
    if not stems or len(stems & other.counts.stems) < _LEAST_SHARE * len(stems):
        return None
    clause = max(_clauses(other), key=lambda one: len(stems & _stems(other, *one)))
    return other.in_paragraph(Place(0, *clause))
