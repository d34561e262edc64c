"""The lines of a block at given columns. Pure: no app, no colour.

    ScreenLine  one screen line of a block: a stretch of each cell
    BlockLines  a block's cells and its lines

Wide, a row is two cells side by side, as high as the taller one, so the two articles cannot drift apart:

    ▌ 11 Since then, Maduro has received    ≈    6 Since then, Maduro has received
    ▌    support to be able to continue.           support to be able to go on.

Narrow, it is one cell, the redline, with what only the left has before what only the right has. Its numbers are those
of the right article, or of the left where only the left has the text:

    ▌  6 ≈   Since then, Maduro has received support to be able to continue → go on.

And one article alone has its numbers and, behind the text, the signs:

    ▌ 11 Since then, Maduro has received support to be able to continue.    ≈

The first of the rows that moved together says where their other end is, on a line of its own above the text. Beside a
text that only one side has, the empty column says so.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from diffing.measures.moved_blocks import MovedBlock
from diffing.model import Kind, Pair, Row
from diffing.stage import Stage

from ..present.cells import (
    NO_CELL,
    Cell,
    Role,
    left_cell,
    moved_away_cell,
    pending_cells,
    redline_cell,
    right_cell,
)
from ..present.heads import Head
from ..present.labels import MOVED_SIGN, block_from, block_to, sign
from ..text.sanitize import visible
from ..text.words import KINDS
from ..text.wrapping import CUT, Stretch, wrap
from .columns import Columns
from .outline import Block, BlockForm
from .settings import View

_ONLY = {kind: KINDS[kind] for kind in (Kind.OMITTED, Kind.ADDED)}


class ScreenLine(NamedTuple):
    """One screen line of a block: a stretch of each cell (none where the cell has ended) and what stands beside them.

    The numbers are those of the paragraphs that begin on this line. A note is quiet and leads elsewhere: a fold, or
    where a moved row has gone; beside a text it is in the empty column, else on a line of its own. There too `only`
    says on which side alone a text stands. A line that is cut says that there is more text than the block shows.
    """

    left: Stretch | None = None
    right: Stretch | None = None
    left_number: str = ""
    right_number: str = ""
    sign: str = ""
    note: str = ""
    only: str = ""
    is_cut: bool = False


class BlockLines(NamedTuple):
    """A block laid out: its cells (in a view of one column only `left`) and its lines."""

    left: Cell
    right: Cell
    lines: tuple[ScreenLine, ...]


class BlockLayout(NamedTuple):
    """Values that the lines of all blocks depend on: the stage, the columns, the heads of the articles, the marks.

    `moved` are the rows that moved together, by the row where that is said.
    """

    stage: Stage
    columns: Columns
    heads: Pair[Head]
    shows_typography: bool
    moved: Mapping[int, MovedBlock]

    def lines(self, block: Block) -> BlockLines:
        """Return a block's cells and lines."""
        if block.form is BlockForm.FOLD:
            return BlockLines(NO_CELL, NO_CELL, (ScreenLine(note=block.line),))
        row = self.stage.rows[block.row]
        left, right = self._cells(block, row)
        if block.form is BlockForm.POINTER:
            return BlockLines(left, right, tuple(self._pointer_lines(block, row, left)))
        own, other = row.left, row.right
        match self.columns.view:
            case View.REDLINE:
                own, other = row.right or row.left, ()
            case View.LEFT:
                other = ()
            case View.RIGHT:
                own, other = row.right, ()
        above: tuple[ScreenLine, ...] = ()
        if (moved := self.moved.get(block.row)) is not None:
            pointer = block_to if self.columns.view is View.LEFT else block_from
            above = (ScreenLine(note=f"{MOVED_SIGN} {pointer(moved)}"),)
        return BlockLines(left, right, (*above, *self._row_lines(block, row, Pair(own, other), Pair(left, right))))

    def _cells(self, block: Block, row: Row) -> tuple[Cell, Cell]:
        """Return the cells of a row or of a pointer to it."""
        breaks = Pair(self.stage.comparison.left.breaks(row.left), self.stage.comparison.right.breaks(row.right))
        if block.form is BlockForm.POINTER:
            return moved_away_cell(row)._replace(breaks=breaks.left), NO_CELL
        is_pending = block.row in self.stage.pending
        if self.columns.view is View.REDLINE and not is_pending:
            cell = redline_cell(row, self.shows_typography, breaks)
            return _in_head(
                cell, *((self.heads.right, row.right) if row.right else (self.heads.left, row.left))
            ), NO_CELL
        left, right = (
            pending_cells(row)
            if is_pending
            else Pair(left_cell(row, self.shows_typography), right_cell(row, self.shows_typography))
        )
        left = _in_head(left._replace(breaks=breaks.left), self.heads.left, row.left)
        right = _in_head(right._replace(breaks=breaks.right), self.heads.right, row.right)
        match self.columns.view:
            case View.LEFT:
                return left, NO_CELL
            case View.RIGHT | View.REDLINE:
                return right, NO_CELL
            case _:
                return left, right

    def _row_lines(
        self, block: Block, row: Row, indices: Pair[tuple[int, ...]], cells: Pair[Cell]
    ) -> Iterator[ScreenLine]:
        """Yield the lines of one or two cells with paragraph numbers, and the sign on the first of them."""
        signs = sign(row, block.row in self.stage.pending) if _has_sign(row) else ""
        only = "" if row.furniture or self.columns.view is not View.SIDE_BY_SIDE else _ONLY.get(row.kind, "")
        lefts, rights = (
            list(_wrapped(cell, self.columns.text)) if own else [] for cell, own in zip(cells, indices, strict=True)
        )
        for y in range(max(len(lefts), len(rights), 1)):
            left_stretch, left_paragraph = lefts[y] if y < len(lefts) else (None, None)
            right_stretch, right_paragraph = rights[y] if y < len(rights) else (None, None)
            yield ScreenLine(
                left_stretch,
                right_stretch,
                _number(indices.left, left_paragraph),
                _number(indices.right, right_paragraph),
                signs if y == 0 else "",
                only=only if y == 0 else "",
            )

    def _pointer_lines(self, block: Block, row: Row, left: Cell) -> Iterator[ScreenLine]:
        """Yield the lines of a pointer: where its rows went, and the text of the first, cut in a redline."""
        note = f"{MOVED_SIGN} {block_to(self.moved[block.row])}"
        if self.columns.view is View.REDLINE:
            (stretch, paragraph), *more = _wrapped(left, self.columns.text - len(CUT))
            yield ScreenLine(note=note)
            yield ScreenLine(left=stretch, left_number=_number(row.left, paragraph), is_cut=bool(more))
            return
        for y, (stretch, paragraph) in enumerate(_wrapped(left, self.columns.text)):
            yield ScreenLine(stretch, None, _number(row.left, paragraph), note=note if y == 0 else "")


def _has_sign(row: Row) -> bool:
    """Return whether there is something to say of a row: most say by having no sign that nothing changed in them."""
    return row.furniture or row.differs or row.pinned


def _in_head(cell: Cell, head: Head, indices: Sequence[int]) -> Cell:
    """Return the cell of a headline, a byline or a date as one: what is unchanged in it has another role.

    Where words are in other words, which have only a hue, the line stays as it is.
    """
    if not indices or not head.holds(indices[0]):
        return cell
    role = Role.HEADLINE if tuple(indices) == (head.headline,) else Role.BYLINE
    quiet = {Role.REWORDED, Role.REWORDED_AWAY}
    if role is Role.BYLINE and (not head.lines.issuperset(indices) or any(own in quiet for _, own in cell.marks)):
        return cell
    return cell._replace(marks=tuple((end, role if own is Role.UNCHANGED else own) for end, own in cell.marks))


def _wrapped(cell: Cell, width: int) -> Iterator[tuple[Stretch, int | None]]:
    """Yield the lines of a cell, each with the number of the paragraph (0, 1, ...) that begins on it."""
    offset = 0
    for paragraph, text in enumerate(cell.text.split("\n")):
        paragraph_end = offset + len(text)
        inside = cell.breaks[bisect_right(cell.breaks, offset) : bisect_left(cell.breaks, paragraph_end)]
        for line_start, line_end in pairwise((offset, *inside, paragraph_end)):
            line = cell.text[line_start:line_end]
            # The space at a break belongs to no line.
            for start, end in wrap(visible(line.rstrip(" ") if line_end < paragraph_end else line), width):
                is_first = line_start + start == offset
                yield (line_start + start, line_start + end), paragraph if is_first else None
        offset = paragraph_end + 1


def _number(indices: Sequence[int], paragraph: int | None) -> str:
    return "" if paragraph is None or not indices else str(indices[paragraph] + 1)
