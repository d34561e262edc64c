"""Settings of the view of a comparison: the layout, the filter, what is folded.

ViewSettings   view, folds, filter, what is marked
Category       a set of rows to step to or to filter by
FoldReason     why a row is folded
"""

from dataclasses import dataclass, field, replace
from enum import Enum

from diffing.model import Kind, Row

from ..present.labels import is_uncertain, lone_sentences
from ..text import words


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
    """A set of rows that a reader can step to and filter by; the value is its name."""

    DIFFERENCE = "every difference"
    ADDED = words.ONLY_RIGHT
    OMITTED = words.ONLY_LEFT
    REWORDED = words.REWRITTEN
    EDITED = words.CHANGED_IN_PART
    MOVED = words.MOVED
    UNCERTAIN = words.UNCERTAIN

    @property
    def noun(self) -> str:
        """The name of one of its rows: 'rewritten paragraph'."""
        return _NOUNS[self]

    def holds(self, row: Row, is_pending: bool = False) -> bool:
        """Return whether a row is of this category; page furniture is of none.

        A translation of which one side has a sentence alone is of the category of what only that side has.
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
            case Category.ADDED | Category.OMITTED if row.kind is Kind.TRANSLATED:
                return (lone_sentences(row).right if self is Category.ADDED else lone_sentences(row).left) > 0
            case _:
                return row.kind is _KINDS[self] and not is_pending


_NOUNS = {
    Category.DIFFERENCE: "difference",
    Category.ADDED: f"paragraph {words.ONLY_RIGHT}",
    Category.OMITTED: f"paragraph {words.ONLY_LEFT}",
    Category.REWORDED: f"{words.REWRITTEN} paragraph",
    Category.EDITED: f"paragraph with {words.CHANGED_IN_PART}",
    Category.MOVED: f"{words.MOVED} paragraph",
    Category.UNCERTAIN: f"pair that is {words.UNCERTAIN}",
}
_KINDS = {
    Category.ADDED: Kind.ADDED,
    Category.OMITTED: Kind.OMITTED,
    Category.REWORDED: Kind.PARAPHRASED,
    Category.EDITED: Kind.EDITED,
}


class FoldReason(Enum):
    """Why rows are folded."""

    FURNITURE = "furniture"
    UNCHANGED = "unchanged"
    FILTERED = "filtered"

    def line(self, count: int) -> str:
        """Return the fold's line: '··· 3 unchanged paragraphs'."""
        paragraphs = f"paragraph{'' if count == 1 else 's'}"
        match self:
            case FoldReason.FURNITURE:
                return f"··· {words.hidden_page(count)}"
            case FoldReason.UNCHANGED:
                return f"··· {count} unchanged {paragraphs}"
            case FoldReason.FILTERED:
                return f"··· {count} {paragraphs} not shown"


@dataclass(frozen=True, slots=True)
class ViewSettings:
    """View, folds and filter.

    `only` are the categories that the filter shows. With `only_matters` it shows the rows `mattering` (0-based), or all
    rows as long as these are not known. With neither, it shows all. `opened` are the rows of folds that the reader has
    opened. With `shows_all_marks` every mark is as strong as that of what matters.
    """

    view: View = View.AUTOMATIC
    folds_furniture: bool = True
    folds_unchanged: bool = False
    shows_typography: bool = False
    shows_all_marks: bool = False
    only: frozenset[Category] = frozenset()
    only_matters: bool = False
    mattering: frozenset[int] | None = None
    opened: frozenset[int] = field(default_factory=frozenset)

    def with_opened(self, rows: tuple[int, ...]) -> "ViewSettings":
        """Return the settings with the fold of these rows opened."""
        return replace(self, opened=self.opened | set(rows))

    @property
    def is_filtered(self) -> bool:
        """True if the filter shows some rows only."""
        return self.only_matters or bool(self.only)

    @property
    def shown(self) -> str:
        """The kinds that the filter shows, in words; nothing where it shows all."""
        kinds = [category.value for category in Category if category in self.only]
        return ", ".join([words.WHAT_MATTERS, *kinds] if self.only_matters else kinds)

    def lets_through(self, index: int, row: Row, is_pending: bool = False) -> bool:
        """Return whether the filter shows a row."""
        if not self.is_filtered or (self.only_matters and (self.mattering is None or index in self.mattering)):
            return True
        return any(category.holds(row, is_pending) for category in self.only)

    def fold_reason(self, index: int, row: Row, is_pending: bool = False) -> FoldReason | None:
        """Return why a row is folded; None if it is not."""
        if index in self.opened:
            return None
        # The filter comes first: page furniture folded apart would split what the filter hides into many folds.
        if not self.lets_through(index, row, is_pending):
            return FoldReason.FILTERED
        if row.furniture:
            return FoldReason.FURNITURE if self.folds_furniture else None
        if self.folds_unchanged and not row.differs and row.kind is not Kind.TRANSLATED:
            return FoldReason.UNCHANGED
        return None


DEFAULT_SETTINGS = ViewSettings()
"""Settings a comparison opens with."""
