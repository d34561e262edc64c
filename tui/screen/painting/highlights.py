"""Overlays on the text of a line: words that matter, the matches of a search, and what the mouse selected."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice, takewhile

from textual.selection import Selection

from diffing.model import Op, Pair, Row

from ...present.cells import Cell
from ...text.wrapping import Stretch
from ...view.block_lines import BlockLines, ScreenLine
from ...view.entry_marks import NO_STRETCHES, Marking, joined
from ...view.find import Finding, Match
from ...view.outline import Block, BlockForm
from ...view.sentences_in_view import sentences_in_view
from ...view.settings import View
from .line_painting import Overlay, Palette
from .selection import anchors, selected


@dataclass(frozen=True, slots=True)
class Lights:
    """Everything to be set off: words that matter, matches, the match that the reader went to, a selection by mouse.

    `entry` is the number of the entry that the reader is at, `sentence` the row and the sentence of a translation. With
    `typography` the cells have what rules hide.
    """

    marking: Marking | None = None
    finding: Finding | None = None
    here: Match | None = None
    selection: Selection | None = None
    entry: int | None = None
    sentence: tuple[Row, int] | None = None
    typography: bool = False

    def matters(self, block: Block) -> bool:
        """Return whether something in a block is in the ledger."""
        return self.marking is not None and block.form is BlockForm.ROW and block.row in self.marking.rows

    def overlays(
        self,
        place: int,
        block: Block,
        shown: BlockLines,
        line: ScreenLine,
        view: View,
        palette: Palette,
        is_current: bool = False,
    ) -> Pair[Overlay]:
        """Return the overlays of the cells of a line; `shown` is its block, which is the layout's at `place`."""
        cells, stretches = Pair(shown.left, shown.right), Pair(line.left, line.right)
        chosen = selected(self.selection, place, cells)
        is_here = self.here is not None and block == Block(BlockForm.ROW, (self.here.row,))

        marks = NO_STRETCHES
        if self.marking and self.matters(block):
            marks = self.marking.stretches(block.row, view, self.typography)
        at_cursor = self._at_cursor(block, view)
        is_read = self.sentence is not None and is_current
        others, lit = self._sentences(view) if is_read else (NO_STRETCHES, NO_STRETCHES)

        def overlay(cell: int) -> Overlay:
            match = self.here.stretch if self.here is not None and is_here and self.here.cell == cell else None
            found = self._found(tuple(cells)[cell], tuple(stretches)[cell])
            return Overlay(
                tuple((*stretch, palette.aside) for stretch in tuple(others)[cell])
                + tuple((*stretch, palette.sentence) for stretch in tuple(lit)[cell])
                + tuple((*stretch, palette.matters) for stretch in joined(tuple(cells)[cell].text, tuple(marks)[cell]))
                + tuple((*stretch, palette.at_cursor) for stretch in tuple(at_cursor)[cell])
                + tuple((*stretch, palette.found_here if stretch == match else palette.found) for stretch in found)
                + tuple((*stretch, palette.selected) for stretch in tuple(chosen)[cell]),
                tuple(anchors(place))[cell],
            )

        return Pair(overlay(0), overlay(1))

    def _sentences(self, view: View) -> tuple[Pair[tuple[Stretch, ...]], Pair[tuple[Stretch, ...]]]:
        """Return the other sentences of the current row of a translation, and the one that the reader is at."""
        assert self.sentence is not None
        row, here = self.sentence
        shown = sentences_in_view(row, view)
        others = [own for at, own in enumerate(shown) if at != here and row.spans[at].op is Op.TRANSLATED]
        return Pair(
            tuple(chain.from_iterable(own.left for own in others)),
            tuple(chain.from_iterable(own.right for own in others)),
        ), shown[here]

    def _at_cursor(self, block: Block, view: View) -> Pair[tuple[Stretch, ...]]:
        """Return the words of the entry that the reader is at, on both sides of a row."""
        if self.marking is None or self.entry is None or block.form is not BlockForm.ROW:
            return NO_STRETCHES
        return self.marking.stretches_of(self.entry, block.row, view, self.typography)

    def _found(self, cell: Cell, line: Stretch | None) -> Iterator[Stretch]:
        """Yield the matches on a line of a cell: a paragraph can have thousands, and a line of it a few."""
        if self.finding is None or line is None:
            return iter(())
        start, end = line
        stretches = self.finding.stretches(cell.text)
        first = bisect_right(stretches, start, key=lambda stretch: stretch[1])
        return takewhile(lambda stretch: stretch[0] < end, islice(stretches, first, None))
