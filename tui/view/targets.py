"""Places in a comparison that a reader names: the next edit, paragraph r12, what a pair was chosen over.

Rows and paragraphs are counted from 0, the paragraphs that a reader types from 1.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from diffing.model import Comparison, Row

from .outline import Block, BlockForm, Outline
from .settings import Category

# More digits than any article has paragraphs; Python refuses to read thousands of them.
_MOST_DIGITS = 9


@dataclass(frozen=True, slots=True)
class ParagraphPlace:
    """A paragraph of one side."""

    side: str
    index: int

    def row(self, comparison: Comparison) -> int | None:
        """Return the row that shows it, if there is such a paragraph."""
        indices = ((row.left if self.side == "left" else row.right) for row in comparison.rows)
        return next((place for place, paragraphs in enumerate(indices) if self.index in paragraphs), None)


def typed(text: str) -> ParagraphPlace | None:
    """Return the paragraph that a reader typed: 12 on the left, r12 on the right; None where it is no number."""
    side = "right" if text.strip()[:1] in ("r", "R") else "left"
    digits = text.strip("lrLR ")
    if digits.isdecimal() and len(digits) <= _MOST_DIGITS:
        return ParagraphPlace(side, int(digits) - 1)
    return None


def rival(row: Row) -> ParagraphPlace | None:
    """Return the place of the next best candidate for a row's paragraphs, if there was one."""
    other = row.evidence.rival if row.evidence is not None else None
    if other is None:
        return None
    return ParagraphPlace("left", other.left[0]) if other.left != row.left else ParagraphPlace("right", other.right[0])


def next_of(
    category: Category, outline: Outline, place: int, by: int, also: Collection[int] = ()
) -> tuple[int | None, bool]:
    """Return the next or previous row of a category, and whether it lies behind the end (see `next_row`).

    `also` are rows that count besides.
    """
    stage = outline.stage
    return next_row(lambda at: at in also or category.holds(stage.rows[at], at in stage.pending), outline, place, by)


def next_row(holds: Callable[[int], bool], outline: Outline, place: int, by: int) -> tuple[int | None, bool]:
    """Return the next or previous row for which `holds` is true, and whether it lies behind the end.

    Rows are gone through as they stand in the view, from the block at `place` on, folded ones too, unless the filter
    hides them. A pointer is no row: its row stands elsewhere.
    """
    blocks = outline.blocks
    ahead, behind = range(place + 1, len(blocks)), range(place + 1)
    if by < 0:
        ahead, behind = range(place - 1, -1, -1), range(len(blocks) - 1, place - 1, -1)
    if by > 0 and blocks[place].form is BlockForm.FOLD:
        ahead = range(place, len(blocks))
    for places, is_behind_the_end in ((ahead, False), (behind, True)):
        for at in places:
            if (row := _row_in(blocks[at], holds, outline, by)) is not None:
                return row, is_behind_the_end
    return None, True


def _row_in(block: Block, holds: Callable[[int], bool], outline: Outline, by: int) -> int | None:
    """Return the first row of a block for which `holds` is true, or going back the last."""
    if block.form is BlockForm.POINTER:
        return None
    stage, settings = outline.stage, outline.settings
    return next(
        (
            row
            for row in block.rows[::by]
            if holds(row) and settings.lets_through(row, stage.rows[row], row in stage.pending)
        ),
        None,
    )
