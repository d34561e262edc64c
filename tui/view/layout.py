"""Blocks of a comparison -> lines at a width. Pure: no app, no colour.

    ScreenLine  one screen line of a block: a stretch of each cell
    Layout      all blocks at a width: which one stands at line y, and on which lines one stands

Wide, a row is two cells side by side, as high as the taller one, so the two articles cannot drift apart:

    ▌ 11 Since then, Maduro has received      ~   6 Since then, Maduro has received
    ▌    support to be able to continue.     93     support to continue.

Narrow, it is a heading and one cell, the redline, with what only the left has before what only the right has:

    ▌ 11 ↔ 6  ~  93
    ▌ Since then, Maduro has received support to be able to continue.

And one article alone has its numbers and, behind the text, the signs:

    ▌ 11 Since then, Maduro has received support to be able to continue.    ~

A moved row says where its other end is: in the heading, or on a line of its own above the text.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from diffing.model import Article, Comparison, Kind, Pair, Row
from diffing.stage import Stage

from ..present.cells import NO_CELL, Cell, left_cell, moved_away_cell, pending_cells, redline_cell, right_cell
from ..present.labels import MOVED_SIGN, moved, moved_from, moved_to, numbers, places, sign, similarity
from ..text.sanitize import visible
from ..text.wrapping import CUT, Stretch, line_count, width, wrap
from .columns import Columns
from .heights import Heights
from .outline import Block, BlockForm, Outline
from .settings import View

# Blocks whose lines are kept: some screens' worth. Each is cheap to make again.
_KEPT_BLOCKS = 400
# What is looked at to tell how wide an article's characters are.
_SAMPLED_PARAGRAPHS = 5
_SAMPLED_CHARACTERS = 500


class ScreenLine(NamedTuple):
    """One screen line of a block: a stretch of each cell (none where the cell has ended) and what stands beside them.

    The numbers are those of the paragraphs that begin on this line. A heading is a line of its own, with sign and
    similarity behind it; a note is a quiet line: a fold, or where a moved row has gone. A line that is cut says that
    there is more text than the block shows.
    """

    left: Stretch | None = None
    right: Stretch | None = None
    left_number: str = ""
    right_number: str = ""
    sign: str = ""
    similarity: str = ""
    heading: str = ""
    note: str = ""
    is_cut: bool = False


class BlockLines(NamedTuple):
    """A block laid out: its cells (in a view of one column only `left`) and its lines."""

    left: Cell
    right: Cell
    lines: tuple[ScreenLine, ...]


class Layout:
    """All blocks of an outline at a width, each with a blank line after it.

    Lines are counted from 0 over everything, blocks from 0 in the order of the view. What stands around a block is
    right once it is settled; elsewhere heights are estimates, see heights.py. `earlier` is a layout of the same
    pairing: what is the same in both is taken over.
    """

    def __init__(self, outline: Outline, width: int, earlier: "Layout | None" = None) -> None:
        self.outline = outline
        comparison = outline.comparison
        most = max(len(article.paragraphs) for article in comparison.articles)
        self.columns = Columns.fit(width, outline.settings.view, most)
        self._lengths: tuple[int, ...]
        if earlier is not None and earlier.blocks is outline.blocks:
            self._lengths = earlier._lengths
        else:
            self._lengths = tuple(self._estimated_lengths())
            earlier = None
        self.block_lines = lru_cache(maxsize=_KEPT_BLOCKS)(self._block_lines)
        self._heights: Heights
        if earlier is not None and earlier.columns == self.columns:
            self._heights = earlier._heights.copy(self._count)
            self._heights.forget(self._changed_since(earlier))
        else:
            cells = self.columns.text
            self._heights = Heights([2 + length // cells for length in self._lengths], self._count)

    @property
    def stage(self) -> Stage:
        """The stage that is laid out."""
        return self.outline.stage

    @property
    def comparison(self) -> Comparison:
        """The comparison of that stage."""
        return self.outline.comparison

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks from top to bottom."""
        return self.outline.blocks

    @property
    def height(self) -> int:
        """The number of lines of everything."""
        return self._heights.total

    def top(self, block: int) -> int:
        """Return the first line of a block."""
        return self._heights.top(block)

    def bottom(self, block: int) -> int:
        """Return the line after a block's last one, the blank line not counted."""
        return self._heights.top(block + 1) - 1

    def line_of(self, block: int, cell: int, offset: int) -> int:
        """Return the line on which a character of one of a block's cells (0 or 1) stands."""
        for y, line in enumerate(self.block_lines(block).lines):
            stretch = (line.left, line.right)[cell]
            # White space at which a line is broken belongs to no line: what begins there goes on on the next.
            if stretch is not None and offset < stretch[1]:
                return self.top(block) + y
        return self.top(block)

    def block_at(self, y: int) -> int:
        """Return the block a line belongs to; before the first line the first, behind the last line the last."""
        return self._heights.at(y)

    def settle(self, block: int, lines: int) -> bool:
        """Count a block and `lines` before and after it; return whether a height differed from its estimate."""
        return bool(self.blocks) and self._heights.settle(block, lines)

    def count_ahead(self, blocks: int) -> bool:
        """Count the lines of `blocks` more, moving nothing yet; return whether all are counted now."""
        return self._heights.count_ahead(blocks)

    def settle_all(self) -> None:
        """Use the heights that were counted ahead."""
        self._heights.take_over()

    @property
    def is_settled(self) -> bool:
        """True if no height is an estimate any more."""
        return self._heights.are_counted

    def _count(self, place: int) -> int:
        """Return the number of lines of a block, with its blank line; lines of two columns are only counted."""
        block = self.blocks[place]
        if block.form is BlockForm.ROW and self.columns.view is not View.REDLINE:
            return self._side_height(self.comparison.rows[block.row]) + 1
        return len(self._lines_of(block, *self._cells(block))) + 1

    def _side_height(self, row: Row) -> int:
        """Return the number of lines that _lines_of makes of a row that is not a redline."""
        least = 2 if _has_similarity(row) else 1
        for view, article, indices in (
            (View.LEFT, self.comparison.left, row.left),
            (View.RIGHT, self.comparison.right, row.right),
        ):
            if self.columns.view in (view, View.SIDE_BY_SIDE):
                texts = (visible(line.rstrip()) for index in indices for line in article.paragraphs[index].lines)
                least = max(least, sum(line_count(text, self.columns.text) for text in texts))
        return least + row.moved

    def _estimated_lengths(self) -> Iterator[int]:
        """Yield about how many cells each block takes on one line: the longer side counts."""
        lengths = self.comparison.articles.map(lambda article: [len(one.text) for one in article.paragraphs])
        per_character = max(map(_cells_per_character, self.comparison.articles))
        for block in self.blocks:
            row = self.comparison.rows[block.row]
            left = sum(lengths.left[index] for index in row.left)
            right = sum(lengths.right[index] for index in row.right)
            yield 0 if block.form is BlockForm.FOLD else int(max(left, right) * per_character)

    def _changed_since(self, earlier: "Layout") -> Iterator[int]:
        """Yield the blocks of rows that have changed."""
        rows = zip(self.comparison.rows, earlier.comparison.rows, strict=True)
        for index, (now, before) in enumerate(rows):
            if now is not before and self.outline.shows(index):
                yield self.outline.place_of_row(index)

    def _block_lines(self, place: int) -> BlockLines:
        block = self.blocks[place]
        left, right = self._cells(block)
        return BlockLines(left, right, tuple(self._lines_of(block, left, right)))

    def _cells(self, block: Block) -> tuple[Cell, Cell]:
        if block.form is BlockForm.FOLD:
            return NO_CELL, NO_CELL
        row = self.comparison.rows[block.row]
        breaks = Pair(self.comparison.left.breaks(row.left), self.comparison.right.breaks(row.right))
        if block.form is BlockForm.POINTER:
            return moved_away_cell(row)._replace(breaks=breaks.left), NO_CELL
        if block.row in self.stage.pending:
            return self._pending_cells(row, breaks)
        typography = self.outline.settings.shows_typography
        if self.columns.view is View.REDLINE:
            return redline_cell(row, typography, breaks), NO_CELL
        left = left_cell(row, typography)._replace(breaks=breaks.left)
        right = right_cell(row, typography)._replace(breaks=breaks.right)
        match self.columns.view:
            case View.LEFT:
                return left, NO_CELL
            case View.RIGHT:
                return right, NO_CELL
            case _:
                return left, right

    def _pending_cells(self, row: Row, breaks: Pair[tuple[int, ...]]) -> tuple[Cell, Cell]:
        cells = pending_cells(row)
        left, right = cells.left._replace(breaks=breaks.left), cells.right._replace(breaks=breaks.right)
        match self.columns.view:
            case View.LEFT:
                return left, NO_CELL
            case View.RIGHT | View.REDLINE:
                return right, NO_CELL
            case _:
                return left, right

    def _lines_of(self, block: Block, left: Cell, right: Cell) -> list[ScreenLine]:
        if block.form is BlockForm.FOLD:
            return [ScreenLine(note=block.line)]
        row = self.comparison.rows[block.row]
        signs = sign(row, block.row in self.stage.pending)
        if block.form is BlockForm.POINTER:
            return self._pointer_lines(row, left)
        match self.columns.view:
            case View.REDLINE:
                note = moved(row)
                heading = ScreenLine(heading=places(row), sign=signs, similarity=_similarity(row), note=note)
                return [heading, *(ScreenLine(left=stretch) for stretch, _ in _wrapped(left, self.columns.text))]
            case View.LEFT:
                return [
                    *_pointer(row, moved_to(row)),
                    *self._side_lines(row, signs, row.left, left, (), right),
                ]
            case View.RIGHT:
                return [
                    *_pointer(row, moved_from(row)),
                    *self._side_lines(row, signs, row.right, left, (), right),
                ]
            case _:
                where_from = _pointer(row, moved_from(row))
                return [*where_from, *self._side_lines(row, signs, row.left, left, row.right, right)]

    def _side_lines(
        self,
        row: Row,
        signs: str,
        left_indices: Sequence[int],
        left: Cell,
        right_indices: Sequence[int],
        right: Cell,
    ) -> list[ScreenLine]:
        """Return the lines of one or two cells with paragraph numbers, at least two if there is a similarity."""
        lefts = list(_wrapped(left, self.columns.text)) if left_indices else []
        rights = list(_wrapped(right, self.columns.text)) if right_indices else []
        similarity = _similarity(row)
        lines = []
        for y in range(max(len(lefts), len(rights), 2 if _has_similarity(row) else 1)):
            left_stretch, left_paragraph = lefts[y] if y < len(lefts) else (None, None)
            right_stretch, right_paragraph = rights[y] if y < len(rights) else (None, None)
            lines.append(
                ScreenLine(
                    left_stretch,
                    right_stretch,
                    _number(left_indices, left_paragraph),
                    _number(right_indices, right_paragraph),
                    signs if y == 0 else "",
                    similarity if y == 1 else "",
                )
            )
        return lines

    def _pointer_lines(self, row: Row, left: Cell) -> list[ScreenLine]:
        """Return the lines of a pointer: where the row has moved to, and its text; a redline shows its beginning."""
        pointer = moved_to(row)
        if self.columns.view is View.REDLINE:
            note = f"{MOVED_SIGN} {numbers(row.left)} {pointer}"
            stretch, *more = (stretch for stretch, _ in _wrapped(left, self.columns.text - len(CUT)))
            return [ScreenLine(note=note), ScreenLine(left=stretch, is_cut=bool(more))]
        wrapped = list(_wrapped(left, self.columns.text))
        note = f"{MOVED_SIGN} {pointer}"
        return [
            ScreenLine(stretch, None, _number(row.left, paragraph), note=note if y == 0 else "")
            for y, (stretch, paragraph) in enumerate(wrapped)
        ]


def _cells_per_character(article: Article) -> float:
    """Return the mean width of an article's characters, by a sample of its text."""
    sample = "".join(paragraph.text for paragraph in article.paragraphs[:_SAMPLED_PARAGRAPHS])[:_SAMPLED_CHARACTERS]
    return width(visible(sample)) / len(sample) if sample else 1.0


def _pointer(row: Row, words: str) -> list[ScreenLine]:
    """Return the line above a moved row: '↕ moved up from left 9'."""
    return [ScreenLine(note=f"{MOVED_SIGN} {words}")] if row.moved else []


def _has_similarity(row: Row) -> bool:
    return row.kind is not Kind.UNCHANGED and bool(row.left) and bool(row.right)


def _similarity(row: Row) -> str:
    return similarity(row) if _has_similarity(row) else ""


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
