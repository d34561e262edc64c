"""The whole comparison on as many lines as the screen has: what stands where, and which part is in view.

=          blank
!          something in it is in the ledger
~ ≈ + − ↕  the most telling sign among the rows that a line of the overview stands for
"""

import math
from collections.abc import Collection
from dataclasses import dataclass

from diffing.model import Kind

from ..present.labels import MATTERS_SIGN, MOVED_SIGN, SIGNS
from .layout import Layout
from .outline import Block, BlockForm

OVERVIEW_WIDTH = 2
# Where several rows share a line, the first of these that is there is shown: what matters, then what is new or gone.
_ORDER = (MATTERS_SIGN, SIGNS[Kind.ADDED], SIGNS[Kind.OMITTED], MOVED_SIGN, SIGNS[Kind.PARAPHRASED], SIGNS[Kind.EDITED])
_SIGNS = (*_ORDER, "")
_RANKS = {sign: rank for rank, sign in enumerate(_ORDER)}


@dataclass(frozen=True, slots=True)
class Overview:
    """A sign (or nothing) for each line of the screen, and how many lines of the layout one line stands for."""

    signs: tuple[str, ...]
    scale: float

    @classmethod
    def of(cls, layout: Layout, height: int, ranked: bytes) -> "Overview":
        """Return the overview of a layout on a screen of this height; a comparison that fits is shown one to one.

        `ranked` are the ranks of its blocks.
        """
        scale = max(1.0, layout.height / max(1, height))
        if not layout.blocks:
            return cls(("",) * height, scale)
        signs = []
        for line in range(height):
            first, end = math.ceil(line * scale), math.ceil((line + 1) * scale)
            first_block = layout.block_at(first)
            if first >= layout.bottom(first_block):
                first_block += 1  # only its blank line is here, or all is above
            here = ranked[first_block : layout.block_at(end - 1) + 1]
            signs.append(_SIGNS[min(here, default=len(_ORDER))])
        return cls(tuple(signs), scale)

    def in_view(self, line: int, top: int, height: int) -> bool:
        """Return whether a line of the overview stands for lines on the screen, which begins at `top`."""
        return (line + 1) * self.scale > top and line * self.scale < top + height


def ranks(layout: Layout, matter: Collection[int] = ()) -> bytes:
    """Return the rank of each block of a layout, 0 for the weightiest; `matter` are rows with an entry in the ledger.

    Of a book it takes a moment, and no width changes it.
    """
    return bytes(_rank(layout, block, matter) for block in layout.blocks)


def _rank(layout: Layout, block: Block, matter: Collection[int]) -> int:
    """Return the index of a block's sign in the order; of no sign, the index behind all."""
    row = layout.comparison.rows[block.row]
    if block.form is BlockForm.FOLD or not row.differs_in_story:
        return len(_ORDER)
    if block.row in matter and block.form is BlockForm.ROW:
        return _RANKS[MATTERS_SIGN]
    if block.row in layout.stage.pending:
        return len(_ORDER)
    return _RANKS[MOVED_SIGN if row.moved and row.kind is Kind.UNCHANGED else SIGNS[row.kind]]
