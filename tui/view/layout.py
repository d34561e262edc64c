"""All blocks of a comparison at a width: which one stands at line y, and on which lines one stands. Pure: no app.

    ¶1  Two dead after ferry hits pier        line 0
    ¶2  By Imelda Straker                     line 1: headline, byline and date stand close
                                              line 2
    ¶3  Two people were killed when the       lines 3 and 4
        ferry struck a pier.

The lines of a block are those of block_lines.py. Behind each stands a blank line, but not within the head of an article
nor between two unchanged rows of one line.
"""

from collections.abc import Iterator
from functools import lru_cache

from diffing.model import Article, Comparison, Kind, Pair
from diffing.stage import Stage

from ..present.heads import Head, head
from ..text.sanitize import visible
from ..text.wrapping import line_count, width
from .block_lines import BlockLayout, BlockLines
from .columns import Columns
from .heights import Heights
from .outline import Block, BlockForm, Outline
from .settings import View

# Blocks whose lines are kept: some screens' worth. Each is cheap to make again.
_KEPT_BLOCKS = 400
# What is looked at to tell how wide an article's characters are.
_SAMPLED_PARAGRAPHS = 5
_SAMPLED_CHARACTERS = 500
# A text that takes this many times a line, by its estimate, takes more than one.
_SURELY_LONGER = 2
# Blocks among which the heads of both articles are.
_HEAD_BLOCKS = 40
_OTHER = {View.LEFT: View.RIGHT, View.RIGHT: View.LEFT}


class Layout:
    """All blocks of an outline at a width, most of them with a blank line after it.

    Lines are counted from 0 over everything, blocks from 0 in the order of the view. What stands around a block is
    right once it is settled; elsewhere heights are estimates, see heights.py. `earlier` is a layout of the same
    pairing: what is the same in both is taken over.
    """

    def __init__(self, outline: Outline, width: int, earlier: "Layout | None" = None) -> None:
        self.outline = outline
        comparison = outline.comparison
        most = max(len(article.paragraphs) for article in comparison.articles)
        is_translation = comparison.languages is not None
        self.columns = Columns.fit(width, outline.settings.view, most, is_translation)
        self._lengths: tuple[int, ...]
        if earlier is not None and earlier.blocks is outline.blocks:
            self._lengths = earlier._lengths
        else:
            self._lengths = tuple(self._estimated_lengths())
            earlier = None
        heads = _heads(comparison) if earlier is None else earlier._blocks.heads
        self._blocks: BlockLayout = BlockLayout(
            outline.stage, self.columns, heads, outline.settings.shows_typography, outline.moved
        )
        self.block_lines = lru_cache(maxsize=_KEPT_BLOCKS)(self._block_lines)
        # Asked of each block by the one above it too.
        self._is_unchanged_line = lru_cache(maxsize=_KEPT_BLOCKS)(self._counted_unchanged_line)
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
        return self._heights.top(block + 1) - self._gap(block)

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
        """Return the number of lines of a block, with the blank line behind it; most are counted only."""
        block = self.blocks[place]
        if block.form is BlockForm.ROW and self.columns.view is not View.REDLINE:
            return self._side_height(block) + self._gap(place)
        return len(self._blocks.lines(block).lines) + self._gap(place)

    def _gap(self, place: int) -> int:
        """Return the number of blank lines behind a block: none within a head, nor between unchanged rows of a line."""
        if place + 1 >= len(self.blocks):
            return 1
        stands_close = (self._is_unchanged_line(place) and self._is_unchanged_line(place + 1)) or (
            self._is_of_head(place) and self._is_of_head(place + 1)
        )
        return 0 if stands_close else 1

    def _is_of_head(self, place: int) -> bool:
        block = self.blocks[place]
        if place >= _HEAD_BLOCKS or block.form is not BlockForm.ROW:
            return False
        row = self.comparison.rows[block.row]
        left, right = self._blocks.heads
        return not row.moved and (any(map(left.holds, row.left)) or any(map(right.holds, row.right)))

    def _counted_unchanged_line(self, place: int) -> bool:
        """Return whether a block is a row that is the same on both sides and takes one line."""
        if self._lengths[place] > _SURELY_LONGER * self.columns.text:
            return False
        block = self.blocks[place]
        row = self.comparison.rows[block.row]
        is_unchanged = block.form is BlockForm.ROW and row.kind is Kind.UNCHANGED and not row.moved
        return is_unchanged and self._side_height(block) == 1

    def _side_height(self, block: Block) -> int:
        """Return the number of lines of a row that is not a redline, or is unchanged."""
        row = self.comparison.rows[block.row]
        least = 1
        for view, article, indices in (
            (View.LEFT, self.comparison.left, row.left),
            (View.RIGHT, self.comparison.right, row.right),
        ):
            if self.columns.view is not _OTHER[view]:
                texts = (visible(line.rstrip()) for index in indices for line in article.paragraphs[index].lines)
                least = max(least, sum(line_count(text, self.columns.text) for text in texts))
        return least + (block.row in self.outline.moved)

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
                place = self.outline.place_of_row(index)
                # Whether a blank line stands between two rows depends on both.
                yield from (place - 1, place) if place else (place,)

    def _block_lines(self, place: int) -> BlockLines:
        return self._blocks.lines(self.blocks[place])


def _cells_per_character(article: Article) -> float:
    """Return the mean width of an article's characters, by a sample of its text."""
    sample = "".join(paragraph.text for paragraph in article.paragraphs[:_SAMPLED_PARAGRAPHS])[:_SAMPLED_CHARACTERS]
    return width(visible(sample)) / len(sample) if sample else 1.0


def _heads(comparison: Comparison) -> Pair[Head]:
    """Return the heads of both articles."""
    furniture = [row for row in comparison.rows if row.furniture]
    return Pair(
        head(comparison.left, {index for row in furniture for index in row.left}),
        head(comparison.right, {index for row in furniture for index in row.right}),
    )
