"""The whole comparison on as many lines as the screen has: what stands where, and which part is in view.

=          blank
~ ≈ + − ↕  the most telling sign among the rows that a line of the overview stands for
"""

from dataclasses import dataclass

from diffing.model import Kind
from tui.labels import MOVED_SIGN, SIGNS
from tui.layout import Layout
from tui.reading import Form

OVERVIEW_WIDTH = 2
# Where several rows share a line, the first of these that is there is shown: what is new or gone tells most.
_ORDER = (SIGNS[Kind.ADDED], SIGNS[Kind.OMITTED], MOVED_SIGN, SIGNS[Kind.PARAPHRASED], SIGNS[Kind.EDITED])


@dataclass(frozen=True, slots=True)
class Overview:
    """A sign (or nothing) for each line of the screen, and how many lines of the layout one line stands for."""

    signs: tuple[str, ...]
    scale: float

    @classmethod
    def of(cls, layout: Layout, height: int) -> "Overview":
        """The overview of a layout on a screen of this height; a comparison that fits is shown one to one."""
        scale = max(1.0, layout.height / max(1, height))
        ranks = [len(_ORDER)] * height
        for place, block in enumerate(layout.blocks):
            if block.form is Form.FOLD:
                continue
            row = layout.comparison.rows[block.row]
            if not row.is_difference:
                continue
            sign = MOVED_SIGN if row.moved and row.kind is Kind.UNCHANGED else SIGNS[row.kind]
            rank = _ORDER.index(sign)
            first, last = int(layout.top(place) / scale), int((layout.bottom(place) - 1) / scale)
            for line in range(first, min(last + 1, height)):
                ranks[line] = min(ranks[line], rank)
        return cls(tuple(_ORDER[rank] if rank < len(_ORDER) else "" for rank in ranks), scale)

    def in_view(self, line: int, top: int, height: int) -> bool:
        """Whether a line of the overview stands for lines that are on the screen, which begins at `top`."""
        return (line + 1) * self.scale > top and line * self.scale < top + height
