"""The blocks of the screen from top to bottom, whatever its width: rows, folds, and pointers to moved rows.

rows    1 of the page   2 of the page         3 rewritten   4 moved from left 9   5 unchanged
blocks  ··· menus and ads hidden (2 lines)    3             4                     5   ...  9 ↕ moved up to right 4

A block is a row, a fold of several rows, or a pointer: it stands for rows that moved together, at their place in the
left article.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from enum import Enum
from typing import NamedTuple

from diffing.measures.moved_blocks import MovedBlock, moved_blocks
from diffing.model import Comparison, Row
from diffing.stage import Stage

from .settings import FoldReason, View, ViewSettings


class BlockForm(Enum):
    """The forms of a block."""

    ROW = "row"
    FOLD = "fold"
    POINTER = "pointer"


class Block(NamedTuple):
    """A row, a fold or a pointer.

    `rows` are 0-based indices of rows: one, or those of a fold. `line` is the text of a fold. A pointer has the first
    of the rows that it stands for, which stand themselves at their place in the right article.
    """

    form: BlockForm
    rows: tuple[int, ...]
    line: str = ""

    @property
    def row(self) -> int:
        """The only row, or the first of a fold."""
        return self.rows[0]


def row_block(row: int) -> Block:
    """Return the block of a row that is not folded."""
    return Block(BlockForm.ROW, (row,))


class Outline:
    """The blocks of a stage under some settings, and the block of each row.

    Invariant: each row of the view is in exactly one row block or fold. `earlier` is an outline of the same pairing:
    where its blocks are the same, they are taken over. `moved` are the rows that moved together, by the row of their
    pointer and by the first of them that is not folded: there it is said.
    """

    def __init__(self, stage: Stage, settings: ViewSettings, earlier: "Outline | None" = None) -> None:
        self.stage = stage
        self.settings = settings
        self.blocks: tuple[Block, ...]
        self._place_of_row: dict[int, int]
        self._pointers: dict[int, int]
        self.moved: Mapping[int, MovedBlock]
        self._first: int
        if earlier is not None and _has_same_blocks(earlier, stage, settings):
            self.blocks = earlier.blocks
            self._place_of_row, self._pointers = earlier._place_of_row, earlier._pointers
            self.moved = earlier.moved
            self._first = earlier._first
        else:
            moved = moved_blocks(stage.comparison)
            self.blocks = blocks(stage, settings, moved)
            shown = [(place, block) for place, block in enumerate(self.blocks)]
            self._place_of_row = {
                row: place for place, block in shown if block.form is not BlockForm.POINTER for row in block.rows
            }
            self.moved = _said_at(moved, {block.row for _, block in shown if block.form is BlockForm.ROW})
            self._pointers = {
                row: place
                for place, block in shown
                if block.form is BlockForm.POINTER
                for row in self.moved[block.row].rows
            }
            self._first = next((place for place, block in shown if block.form is not BlockForm.FOLD), 0)

    @property
    def comparison(self) -> Comparison:
        """The comparison of the stage."""
        return self.stage.comparison

    def shows(self, row: int) -> bool:
        """Return whether the view has a row, folded or not."""
        return row in self._place_of_row

    def place_of_row(self, row: int) -> int:
        """Return the index of the block that shows or folds a row; of a row not in the view, the nearest before it."""
        while row > 0 and row not in self._place_of_row:
            row -= 1
        return self._place_of_row.get(row, 0)

    def pointer_to(self, row: int) -> int | None:
        """Return the index of the pointer to a moved row, if there is one."""
        return self._pointers.get(row)

    def row_above(self, place: int) -> int:
        """Return the row that stands at a place, or above it where that is a pointer; -1 above all rows."""
        while place >= 0 and self.blocks[place].form is BlockForm.POINTER:
            place -= 1
        return self.blocks[place].rows[-1] if place >= 0 else -1

    def row_below(self, place: int) -> int:
        """Return the first row at a place, or below it where that is a pointer; below all rows their number."""
        below = (block.row for block in self.blocks[place:] if block.form is not BlockForm.POINTER)
        return next(below, len(self.comparison.rows))

    def place_of(self, block: Block | None) -> int:
        """Return the index of a block of this or another outline: of a pointer if it is still one, else of its row.

        Without a block it is the first that is no fold: a reader who has not moved yet has text to read.
        """
        if block is None:
            return self._first
        pointer = self.pointer_to(block.row) if block.form is BlockForm.POINTER else None
        return self.place_of_row(block.row) if pointer is None else pointer

    def block_of_row(self, row: int) -> Block | None:
        """Return the block that shows or folds a row; None where there are no blocks."""
        return self.blocks[self.place_of_row(row)] if self.blocks else None


def _said_at(moved: Sequence[MovedBlock], rows: Set[int]) -> Mapping[int, MovedBlock]:
    """Return what moved together, by the row of its pointer and by the first of its rows that is one of `rows`."""
    return {at: block for block in moved for at in (block.rows[0], *[row for row in block.rows if row in rows][:1])}


def blocks(stage: Stage, settings: ViewSettings, moved: Sequence[MovedBlock]) -> tuple[Block, ...]:
    """Return the blocks from top to bottom; `moved` are those of the comparison."""
    found: list[Block] = []
    folded: list[int] = []
    reason: FoldReason | None = None

    def end_fold() -> None:
        if folded and reason is not None:
            found.append(Block(BlockForm.FOLD, tuple(folded), reason.line(len(folded))))
            folded.clear()

    for form, index in _placed(stage.comparison, settings.view, moved):
        own_reason = settings.fold_reason(index, stage.rows[index], index in stage.pending)
        if own_reason is not None and form is BlockForm.POINTER:
            continue  # it would lead into the fold
        if own_reason is not reason:
            end_fold()
            reason = own_reason
        if own_reason is None:
            found.append(Block(form, (index,)))
        else:
            folded.append(index)
    end_fold()
    return tuple(found)


def rows_in(comparison: Comparison, view: View) -> tuple[int, ...]:
    """Return the rows that a view has, in its order, folded or not."""
    return tuple(index for form, index in _placed(comparison, view) if form is BlockForm.ROW)


def same_rows(rows: Sequence[int], before: Comparison, now: Comparison) -> list[int]:
    """Return the rows with the texts that rows of another comparison had; where a text is gone, one as far down.

    A file was written again, or the sides are swapped: rows have come and gone, and only the text identifies them.
    """
    sought = [_paragraphs(before, before.rows[row]) if row < len(before.rows) else set[str]() for row in rows]
    holding: dict[str, list[int]] = {text: [] for texts in sought for text in texts}
    for place, other in enumerate(now.rows):
        for text in _paragraphs(now, other) & holding.keys():
            holding[text].append(place)
    return [
        min(
            (place for text in texts for place in holding[text]),
            key=lambda place: (abs(place - row), place),
            default=max(0, min(row, len(now.rows) - 1)),
        )
        for row, texts in zip(rows, sought, strict=True)
    ]


def _has_same_blocks(earlier: Outline, stage: Stage, settings: ViewSettings) -> bool:
    """Return whether an outline has the blocks of this stage; where folds depend on kinds, it must be the same one."""
    if settings != earlier.settings:
        return False
    if stage is earlier.stage:
        return True
    by_kind = settings.folds_unchanged or settings.is_filtered
    return not by_kind and stage.is_of_same_pairing(earlier.stage)


def _paragraphs(comparison: Comparison, row: Row) -> set[str]:
    """Return the texts of a row's paragraphs."""
    left, right = comparison.articles
    return {left.paragraphs[index].text for index in row.left} | {right.paragraphs[index].text for index in row.right}


def _placed(comparison: Comparison, view: View, moved: Sequence[MovedBlock] = ()) -> Iterator[tuple[BlockForm, int]]:
    """Yield the rows in the order of the view, and where both articles are seen, the first of each block of `moved`."""
    rows = comparison.rows
    if view is View.LEFT:
        with_left = (index for index, row in enumerate(rows) if row.left)
        yield from ((BlockForm.ROW, index) for index in sorted(with_left, key=lambda index: rows[index].left))
        return
    if view is View.RIGHT:
        yield from ((BlockForm.ROW, index) for index, row in enumerate(rows) if row.right)
        return
    away = sorted((block.rows[0] for block in moved), key=lambda index: rows[index].left)
    for index, row in enumerate(rows):
        while away and row.left and not row.moved and rows[away[0]].left < row.left:
            yield BlockForm.POINTER, away.pop(0)
        yield BlockForm.ROW, index
    yield from ((BlockForm.POINTER, index) for index in away)
