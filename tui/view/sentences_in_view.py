"""The sentences of a translation in the cells of a view.

side by side    [Se cayó.]          [It fell.]
redline         [Se cayó.]
                [It fell.]
"""

from functools import lru_cache

from diffing.model import Pair, Row

from ..present.sentence_pairs import sentence_pairs
from ..text.wrapping import Stretch
from .entry_marks import in_view
from .settings import View

# Rows whose sentences are kept: the current one is painted line by line.
_KEPT_ROWS = 4


@lru_cache(maxsize=_KEPT_ROWS)
def sentences_in_view(row: Row, view: View) -> tuple[Pair[tuple[Stretch, ...]], ...]:
    """Return the stretches of each sentence of a row of two languages in both cells; the view is never AUTOMATIC."""
    return tuple(in_view(row, Pair(_some(pair.left), _some(pair.right)), view) for pair in sentence_pairs(row))


def _some(stretch: Stretch) -> tuple[Stretch, ...]:
    return (stretch,) if stretch[0] < stretch[1] else ()


def sentence_shown_at(row: Row, view: View, cell: int, offset: int) -> int | None:
    """Return which sentence of a row stands at a character of a cell (0 or 1); between two of them the one before."""
    found = None
    for at, shown in enumerate(sentences_in_view(row, view)):
        if any(start <= offset for start, _ in tuple(shown)[cell]):
            found = at
    return found
