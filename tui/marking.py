"""Where the words of the ledger's entries stand in what the columns show, so that they can be set off there.

left    killed [12] people        right   killed [14] people        redline   killed [12] → [14] people
"""

from collections import defaultdict
from collections.abc import Collection, Iterator

from diffing.ledger.correspondence import row_numbers
from diffing.ledger.entries import Ledger, Place
from diffing.ledger.importance import Weight, weight
from diffing.model import Article, Comparison, Pair, Row
from tui.cells import BECOMES, redline
from tui.reading import View
from tui.wrapping import Stretch

# An addition or omission is a row or a sentence of its own colour already; its words need no other.
_UNMARKED = (Weight.CONTENT,)


class Marking:
    """The marks of a comparison's ledger: `rows` are the rows that have any."""

    def __init__(self, comparison: Comparison, ledger: Ledger) -> None:
        self._comparison = comparison
        self._places: defaultdict[int, Pair[list[Place]]] = defaultdict(lambda: Pair([], []))
        numbers = row_numbers(comparison)
        for entry in ledger.entries:
            if weight(entry) in _UNMARKED:
                continue
            for place in entry.left:
                self._places[numbers.left[place.paragraph]].left.append(place)
            for place in entry.right:
                self._places[numbers.right[place.paragraph]].right.append(place)

    @property
    def rows(self) -> Collection[int]:
        """The rows with something that matters."""
        return self._places.keys()

    def stretches(self, at: int, view: View) -> Pair[tuple[Stretch, ...]]:
        """The marks of a row in the cells that a view (never AUTOMATIC) shows of it, as stretches of their texts."""
        if at not in self._places:
            return _NO_STRETCHES
        row = self._comparison.rows[at]
        left = tuple(_in_row(self._comparison.left, row.left, self._places[at].left))
        right = tuple(_in_row(self._comparison.right, row.right, self._places[at].right))
        match view:
            case View.LEFT:
                return Pair(left, ())
            case View.RIGHT:
                return Pair(right, ())
            case View.REDLINE:
                return Pair(tuple(_in_redline(row, (left, right))), ())
            case _:
                return Pair(left, right)


_NO_STRETCHES: Pair[tuple[Stretch, ...]] = Pair((), ())


def _in_row(article: Article, indices: tuple[int, ...], places: list[Place]) -> Iterator[Stretch]:
    """Where places stand in the text of a row's side: its paragraphs with a line feed between them."""
    starts = {}
    start = 0
    for index in indices:
        starts[index] = start
        start += len(article.paragraphs[index].text) + 1
    for place in places:
        yield starts[place.paragraph] + place.start, starts[place.paragraph] + place.end


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
