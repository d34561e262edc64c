"""Places in a comparison that a reader names: the next edit, paragraph r12, what a pair was chosen over.

Rows and paragraphs are counted from 0, the paragraphs that a reader types from 1.
"""

from collections.abc import Callable
from dataclasses import dataclass

from diffing.model import Comparison, Row
from diffing.stage import Stage

from .settings import Category, ViewSettings

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


def next_of(category: Category, stage: Stage, settings: ViewSettings, here: int, by: int) -> tuple[int | None, bool]:
    """Return the next or previous row of a category that the filter shows, and whether it lies behind the end."""
    return next_row(lambda at: category.holds(stage.rows[at], at in stage.pending), stage, settings, here, by)


def next_row(
    holds: Callable[[int], bool], stage: Stage, settings: ViewSettings, here: int, by: int
) -> tuple[int | None, bool]:
    """Return the next or previous row shown for which `holds` is true, and whether it lies behind the end."""
    rows = stage.rows
    ahead, behind = range(here + 1, len(rows)), range(here + 1)
    if by < 0:
        ahead, behind = range(here - 1, -1, -1), range(len(rows) - 1, here - 1, -1)
    for places, is_behind_the_end in ((ahead, False), (behind, True)):
        for place in places:
            if holds(place) and settings.lets_through(rows[place], place in stage.pending):
                return place, is_behind_the_end
    return None, True
