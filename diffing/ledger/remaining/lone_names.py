"""Leave out names and periods that one of two independent writers mentions in passing, in a paragraph that both wrote.

left   The council voted for the plan, which Harbour Watch had opposed.
right  The plan of the council has passed, against protests from the harbour.        no entry

Two writers of one story name different bodies and people everywhere, and say 'last year' of different things. They
also begin their sentences with different names: 'The cabinet approved the mine', 'Litia may dig in Penn' are no other
name, if the other article has one of both elsewhere. In an article that took over the sentences of the other one, a
name that is gone was taken out; there each has an entry. So has the name of somebody who speaks.
"""

from collections.abc import Iterator, Sequence

from diffing.ledger.attribution.pairs import spoken_by
from diffing.ledger.attribution.sources import named_sources
from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.details import DatesMeant
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import Side, sides
from diffing.ledger.remaining.kept_sentences import equal_and_total
from diffing.ledger.remaining.updates import are_independent
from diffing.model import Kind, Pair, Place

# Characters of the paragraphs of both articles that correspond: of a few sentences, nothing says who wrote them.
_LEAST_READ = 1_000
_ONE_SIDED = (Change.GONE, Change.NEW)
_DAYS = ("day", "night")


def without_lone_names(context: LedgerContext, entries: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the entries without names that only one article has, in rewritten paragraphs of independent articles."""
    if equal_and_total(context)[1] < _LEAST_READ or not are_independent(context):
        yield from entries
        return
    both = sides(context)
    for entry in entries:
        if not (_is_in_passing(both, entry) or _is_of_other_sentence(both, entry)):
            yield entry


def _is_in_passing(both: Pair[Side], entry: Entry) -> bool:
    """Return whether a name or period that one side has stands in rewritten paragraphs, and no speaker has the name."""
    if entry.change not in _ONE_SIDED or not (entry.subject is Subject.NAME or _is_period(entry)):
        return False
    side, places = (both.left, entry.left) if entry.left else (both.right, entry.right)
    voices = [one.whole for one in spoken_by(side) if one.whole is not None]
    return all(side.row(place).kind is Kind.PARAPHRASED and not _speaks(side, place, voices) for place in places)


def _is_period(entry: Entry) -> bool:
    """Return whether an entry is a time from now that is longer than a day: 'last year', 'this autumn'."""
    meant = (entry.detail.left or entry.detail.right) if isinstance(entry.detail, DatesMeant) else None
    return meant is not None and meant.shift is not None and meant.unit not in _DAYS


def _is_of_other_sentence(both: Pair[Side], entry: Entry) -> bool:
    """Return whether a name stands in the place of another one that its own article has too, among other words."""
    if entry.subject is not Subject.NAME or entry.change is not Change.CHANGED:
        return False
    correspondence = both.left.correspondence
    if any(correspondence.is_exact_replacement(*pair) for pair in zip(entry.left, entry.right, strict=False)):
        return False
    return any(_has_elsewhere(side, place) for side, own in zip(both, entry.places, strict=True) for place in own)


def _has_elsewhere(side: Side, place: Place) -> bool:
    """Return whether the other article has the name at a place."""
    text = side.texts[place.paragraph].folded
    name = text.part(place.start, place.end).text
    return any(name in other.folded.text for other in side.other_texts)


def _speaks(side: Side, place: Place, voices: Sequence[Place]) -> bool:
    """Return whether a name is a part of what names a source, or of who says something."""
    named = side.extract(named_sources, side.texts[place.paragraph])
    sources = [*(place._replace(start=one.start, end=one.end) for one in named), *voices]
    return any(map(place.overlaps, sources))
