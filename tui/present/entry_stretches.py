"""Locate the words of an entry in the text of a row.

left    killed [12] people        right   killed [14] people
left    did [not] brake           right   did [brake]
left    "...," said [Soto]        right   "...," said [Ruiz]
"""

from collections.abc import Iterable, Iterator, Sequence

from diffing.ledger.core.details import Speakers, StatedWithout
from diffing.ledger.core.model import Change, Entry
from diffing.model import Article, Comparison, Pair, Place, Row

from ..text.wrapping import Stretch

# Longer words (in characters) are a quotation rather than a fact.
_LONG = 48
# Changes of words that have unchanged parts, however short the words are.
_IN_PARTS = (Change.REWORDED, Change.TRIMMED)


def entry_stretches(entry: Entry, row: Row, comparison: Comparison) -> Pair[tuple[Stretch, ...]]:
    """Return the words of an entry as stretches of the text of each side of a row."""
    places = _marked(entry, comparison)
    own = tuple(_in_row(comparison.left, row.left, places.left))
    other = tuple(_in_row(comparison.right, row.right, places.right))
    if not (row.left and row.right):
        return Pair(own, other)
    longest = 0 if entry.change in _IN_PARTS else _LONG
    own_parts = tuple(_changed_parts(own, [(span.left, span.differs) for span in row.spans], longest))
    other_parts = tuple(_changed_parts(other, [(span.right, span.differs) for span in row.spans], longest))
    # Where no words changed, as of a quotation that lost its marks, the whole is all there is to show.
    return Pair(own_parts, other_parts) if own_parts or other_parts else Pair(own, other)


def _marked(entry: Entry, comparison: Comparison) -> Pair[tuple[Place, ...]]:
    """Return the places of an entry, or those of what differs.

    Of a word that one side lost, these are what the other side says without it; of a quotation with another speaker,
    whose words are the same, the speakers.
    """
    match entry.detail:
        case StatedWithout(place=place):
            return Pair(entry.left or (place,), entry.right or (place,))
        case Speakers(left, right):
            return Pair(_named(left, entry.left, comparison.left), _named(right, entry.right, comparison.right))
        case _:
            return entry.places


def _named(names: Iterable[str], quoted: tuple[Place, ...], article: Article) -> tuple[Place, ...]:
    """Return where names stand in the paragraphs of a quotation; the quotation where they are written otherwise."""
    found = []
    for paragraph in dict.fromkeys(place.paragraph for place in quoted):
        text = article.paragraphs[paragraph].text
        starts = ((name, text.find(name)) for name in names)
        found += [Place(paragraph, start, start + len(name)) for name, start in starts if start >= 0]
    return tuple(found) or quoted


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
