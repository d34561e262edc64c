"""The whole comparison on as many lines as the screen has: what stands where, and which part is in view.

!          something in it is in the ledger
~ ≈ + − ↕  the most telling sign among the rows that begin on a line of the overview

A row has one mark, where it begins, and a block of paragraphs that moved together has one.
"""

import math
from collections.abc import Collection
from dataclasses import dataclass

from diffing.model import Kind

from ..present.labels import MATTERS_SIGN, MOVED_SIGN, SIGNS, sign
from .layout import Layout
from .outline import Block, BlockForm

OVERVIEW_WIDTH = 2
# Where several rows share a line, the first of these that is there is shown: what matters, then what is new or gone.
_ORDER = (
    MATTERS_SIGN,
    SIGNS[Kind.ADDED],
    SIGNS[Kind.OMITTED],
    MOVED_SIGN,
    SIGNS[Kind.PARAPHRASED],
    SIGNS[Kind.EDITED],
    SIGNS[Kind.TRANSLATED],
)
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
            if first > layout.top(first_block):
                first_block += 1  # it has its mark above
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
    found = bytearray(_rank(layout, block, matter) for block in layout.blocks)
    blocks = layout.blocks
    for place in range(len(blocks) - 1, 0, -1):
        if found[place] == _RANKS[MOVED_SIGN] and _moved_together(layout, blocks[place - 1], blocks[place]):
            found[place] = len(_ORDER)
    return bytes(found)


def _moved_together(layout: Layout, before: Block, block: Block) -> bool:
    """Return whether two blocks are rows, or pointers to rows, that stand beside each other on both sides."""
    if BlockForm.FOLD in (before.form, block.form) or before.form is not block.form:
        return False
    first, second = layout.comparison.rows[before.row], layout.comparison.rows[block.row]
    return first.moved and all(
        one[-1] + 1 == other[0] for one, other in ((first.left, second.left), (first.right, second.right))
    )


def _rank(layout: Layout, block: Block, matter: Collection[int]) -> int:
    """Return the index of a block's sign in the order; of no sign, the index behind all."""
    row = layout.comparison.rows[block.row]
    if block.form is BlockForm.FOLD or not row.differs_in_story:
        return len(_ORDER)
    if block.form is BlockForm.POINTER:
        return _RANKS[MOVED_SIGN]
    if block.row in matter:
        return _RANKS[MATTERS_SIGN]
    if block.row in layout.stage.pending:
        return len(_ORDER)
    return _RANKS[sign(row)[0]]
