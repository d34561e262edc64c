"""Settings of the view of a comparison: the layout, the filter, what is folded.

ViewSettings   view, folds, filter, what is marked
Category       a set of rows to step to or to filter by
FoldReason     why a row is folded
"""

from dataclasses import dataclass, field, replace
from enum import Enum

from diffing.model import Kind, Row

from ..present.labels import is_uncertain


class View(Enum):
    """The ways to lay out a comparison."""

    AUTOMATIC = "by width"
    SIDE_BY_SIDE = "side by side"
    REDLINE = "redline"
    LEFT = "left article"
    RIGHT = "right article"

    def next(self, usual: "View") -> "View":
        """Return the view after this one; after the last, the first.

        `usual` is the view that the width chooses: it is left out, since View.AUTOMATIC shows it.
        """
        views = [view for view in View if view is not usual or view is self]
        return views[(views.index(self) + 1) % len(views)]


class Category(Enum):
    """A set of rows that a reader can step to and filter by."""

    DIFFERENCE = "difference"
    ADDED = "addition"
    OMITTED = "omission"
    REWORDED = "paraphrase"
    EDITED = "edit"
    MOVED = "move"
    UNCERTAIN = "uncertain pair"

    def holds(self, row: Row, is_pending: bool = False) -> bool:
        """Return whether a row is of this category; page furniture is of none.

        A row whose words are still to be compared (`is_pending`) is a difference; its kind is not known.
        """
        if row.furniture:
            return False
        match self:
            case Category.DIFFERENCE:
                return row.differs
            case Category.MOVED:
                return row.moved
            case Category.UNCERTAIN:
                return is_uncertain(row)
            case _:
                return row.kind is _KINDS[self] and not is_pending


_KINDS = {
    Category.ADDED: Kind.ADDED,
    Category.OMITTED: Kind.OMITTED,
    Category.REWORDED: Kind.PARAPHRASED,
    Category.EDITED: Kind.EDITED,
}


class FoldReason(Enum):
    """Why rows are folded, in the words of the fold's line for one row and for several."""

    FURNITURE = ("line of page furniture", "lines of page furniture")
    UNCHANGED = ("unchanged paragraph", "unchanged paragraphs")
    FILTERED = ("paragraph not shown", "paragraphs not shown")

    def line(self, count: int) -> str:
        """Return the fold's line: '··· 3 unchanged paragraphs'."""
        one, several = self.value
        return f"··· {count} {one if count == 1 else several}"


@dataclass(frozen=True, slots=True)
class ViewSettings:
    """View, folds and filter.

    `only` are the categories that the filter shows; with none, all rows are shown. `opened` are the rows (0-based) of
    folds that the reader opened one by one. With `shows_all_marks` every mark is as strong as that of what matters.
    """

    view: View = View.AUTOMATIC
    folds_furniture: bool = True
    folds_unchanged: bool = False
    shows_typography: bool = False
    shows_all_marks: bool = False
    only: frozenset[Category] = frozenset()
    opened: frozenset[int] = field(default_factory=frozenset)

    def with_opened(self, rows: tuple[int, ...]) -> "ViewSettings":
        """Return the settings with the fold of these rows opened."""
        return replace(self, opened=self.opened | set(rows))

    def lets_through(self, row: Row, is_pending: bool = False) -> bool:
        """Return whether the filter shows a row."""
        return not self.only or any(category.holds(row, is_pending) for category in self.only)

    def fold_reason(self, index: int, row: Row, is_pending: bool = False) -> FoldReason | None:
        """Return why a row is folded; None if it is not."""
        if index in self.opened:
            return None
        # The filter comes first: page furniture folded apart would split what the filter hides into many folds.
        if not self.lets_through(row, is_pending):
            return FoldReason.FILTERED
        if row.furniture:
            return FoldReason.FURNITURE if self.folds_furniture else None
        if self.folds_unchanged and not row.differs:
            return FoldReason.UNCHANGED
        return None


DEFAULT_SETTINGS = ViewSettings()
"""Settings a comparison opens with."""
