"""Where the words of the ledger's entries stand in what the columns show, so that they can be set off there.

left    killed [12] people        right   killed [14] people        redline   killed [12] → [14] people
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from diffing.ledger.core.correspondence import row_numbers
from diffing.ledger.core.model import Change, Entry, Ledger, Subject
from diffing.model import Article, Comparison, Pair, Place, Row

from ..present.cells import BECOMES, redline
from ..text.wrapping import Stretch
from .settings import View

# An addition or omission is a row or a sentence of its own colour already; its words need no other. So is what changed
# in a headline: every word of it in reverse would hide which are new.
_UNMARKED = (Subject.CONTENT, Subject.HEADLINE)
# Words that are longer are a quotation rather than a fact, in characters.
_LONG = 48
# And these have parts that did not change, however short they are.
_IN_PARTS = (Change.REWORDED, Change.TRIMMED)


class Marking:
    """The marks of a comparison's ledger: `rows` are those with more in it than pieces of content."""

    def __init__(self, comparison: Comparison, ledger: Ledger) -> None:
        self.comparison, self.ledger = comparison, ledger
        self._entries: defaultdict[int, list[Entry]] = defaultdict(list)
        self._numbers = numbers = row_numbers(comparison)
        for entry in ledger.entries:
            places = [numbers.left[place.paragraph] for place in entry.left]
            places += [numbers.right[place.paragraph] for place in entry.right]
            for at in dict.fromkeys(places):
                self._entries[at].append(entry)
        self.rows = frozenset(
            at
            for at, entries in self._entries.items()
            if any(entry.subject is not Subject.CONTENT for entry in entries)
        )

    def entries(self, at: int) -> Sequence[Entry]:
        """The entries of a row, the weightiest first."""
        return self._entries.get(at, ())

    def rows_of(self, entry: Entry) -> Iterator[Row]:
        """The rows in which an entry has words."""
        found = {
            numbers[place.paragraph] for numbers, own in zip(self._numbers, entry.places, strict=True) for place in own
        }
        return (self.comparison.rows[at] for at in sorted(found))

    def row_of(self, entry: Entry) -> int:
        """The row where the reader meets an entry: that of its words on the right, or else on the left."""
        numbers, places = (self._numbers.right, entry.right) if entry.right else (self._numbers.left, entry.left)
        return numbers[places[0].paragraph]

    def stretches(self, at: int, view: View) -> Pair[tuple[Stretch, ...]]:
        """The marks of a row in the cells that a view (never AUTOMATIC) shows of it, as stretches of their texts."""
        if at not in self.rows:
            return _NO_STRETCHES
        marked = [entry for entry in self.entries(at) if entry.subject not in _UNMARKED]
        return self._stretches(marked, at, view)

    def first_stretch(self, entry: Entry, at: int, view: View) -> tuple[int, Stretch] | None:
        """Where an entry begins in a row: in which of its cells (0 or 1), and where in that; none if it is not shown.

        Where both cells have it, it is the right one, the newer text.
        """
        left, right = self._stretches([entry], at, view)
        return (1, right[0]) if right else (0, left[0]) if left else None

    def _stretches(self, entries: Iterable[Entry], at: int, view: View) -> Pair[tuple[Stretch, ...]]:
        row = self.comparison.rows[at]
        left: tuple[Stretch, ...] = ()
        right: tuple[Stretch, ...] = ()
        for entry in entries:
            own = tuple(_in_row(self.comparison.left, row.left, entry.left))
            other = tuple(_in_row(self.comparison.right, row.right, entry.right))
            if row.left and row.right:
                longest = 0 if entry.change in _IN_PARTS else _LONG
                own = tuple(_changed_parts(own, [(span.left, span.differs) for span in row.spans], longest))
                other = tuple(_changed_parts(other, [(span.right, span.differs) for span in row.spans], longest))
            left, right = left + own, right + other
        match view:
            case View.LEFT:
                return Pair(left, ())
            case View.RIGHT:
                return Pair(right, ())
            case View.REDLINE:
                return Pair(tuple(_in_redline(row, (left, right))), ())
            case _:
                return Pair(left, right)


def marking_of(comparison: Comparison | None, marking: Marking | None) -> Marking | None:
    """A marking, if it is of this comparison: where a new one has come, that of the one before may still be held."""
    return marking if marking is not None and marking.comparison is comparison else None


_NO_STRETCHES: Pair[tuple[Stretch, ...]] = Pair((), ())


def _in_row(article: Article, indices: tuple[int, ...], places: Iterable[Place]) -> Iterator[Stretch]:
    """Where places stand in the text of a row's side, which is its paragraphs with a line feed between them."""
    starts = {}
    start = 0
    for index in indices:
        starts[index] = start
        start += len(article.paragraphs[index].text) + 1
    for place in places:
        if place.paragraph in starts:
            yield starts[place.paragraph] + place.start, starts[place.paragraph] + place.end


def _changed_parts(stretches: Iterable[Stretch], spans: Sequence[tuple[str, bool]], longest: int) -> Iterator[Stretch]:
    """The stretches, but of a longer one what has changed in it: a whole quotation in reverse would hide it."""
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


def _in_redline(row: Row, sides: tuple[tuple[Stretch, ...], tuple[Stretch, ...]]) -> Iterator[Stretch]:
    """Where stretches of both sides stand in the redline, as far as it shows them."""
    shown = 0
    for piece in redline(row, BECOMES):
        if piece.side is not None:
            end = piece.start + len(piece.text)
            for first, last in sides[piece.side]:
                if first < end and last > piece.start:
                    yield (
                        shown + max(first, piece.start) - piece.start,
                        shown + min(last, end) - piece.start,
                    )
        shown += len(piece.text)
