"""Locate the words of an entry in the text of a row.

left    killed [12] people        right   killed [14] people
left    did [not] brake           right   did [brake]
"""

from collections.abc import Iterable, Iterator, Sequence

from diffing.ledger.core.details import StatedWithout
from diffing.ledger.core.model import Change, Entry
from diffing.model import Article, Comparison, Pair, Place, Row

from ..text.wrapping import Stretch

# Longer words (in characters) are a quotation rather than a fact.
_LONG = 48
# Changes of words that have unchanged parts, however short the words are.
_IN_PARTS = (Change.REWORDED, Change.TRIMMED)


def entry_stretches(entry: Entry, row: Row, comparison: Comparison) -> Pair[tuple[Stretch, ...]]:
    """Return the words of an entry as stretches of the text of each side of a row."""
    places = _marked(entry)
    own = tuple(_in_row(comparison.left, row.left, places.left))
    other = tuple(_in_row(comparison.right, row.right, places.right))
    if row.left and row.right:
        longest = 0 if entry.change in _IN_PARTS else _LONG
        own = tuple(_changed_parts(own, [(span.left, span.differs) for span in row.spans], longest))
        other = tuple(_changed_parts(other, [(span.right, span.differs) for span in row.spans], longest))
    return Pair(own, other)


def _marked(entry: Entry) -> Pair[tuple[Place, ...]]:
    """Return the places of an entry and, of a word that one side lost, what the other side says without it."""
    if not isinstance(entry.detail, StatedWithout):
        return entry.places
    without = (entry.detail.place,)
    return Pair(entry.left or without, entry.right or without)


def _in_row(article: Article, indices: tuple[int, ...], places: Iterable[Place]) -> Iterator[Stretch]:
    """Return the stretches of places in the text of a side of a row: its paragraphs joined by line feeds."""
    starts = {}
    start = 0
    for index in indices:
        starts[index] = start
        start += len(article.paragraphs[index].text) + 1
    for place in places:
        if place.paragraph in starts:
            yield starts[place.paragraph] + place.start, starts[place.paragraph] + place.end


def _changed_parts(stretches: Iterable[Stretch], spans: Sequence[tuple[str, bool]], longest: int) -> Iterator[Stretch]:
    """Return the stretches; of one that is longer than `longest`, only the parts that changed.

    A whole quotation in reverse would hide the words that changed in it.
    """
    for first, last in stretches:
        if last - first <= longest:
            yield first, last
            continue
        start = 0
        for text, differs in spans:
            end = start + len(text)
            if differs and text.strip() and start < last and end > first:
                yield max(first, end - len(text.lstrip())), min(last, start + len(text.rstrip()))
            start = end
