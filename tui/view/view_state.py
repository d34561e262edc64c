"""How the reader wants to see a comparison, and what of it stands on the screen then.

Reading   the reader's wishes: which view, what is folded, what was opened
Block     what stands on the screen as one: a row, a fold of several, or a pointer to a moved row's place

rows   1 furniture   2 furniture   3 edited   4 moved from left 9   5 unchanged
blocks ··· 2 lines of page furniture          3          4          5    ...  9 ↕ moved up to right 4
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import NamedTuple

from diffing.model import Comparison, Kind, Row
from diffing.stage import Stage

from ..present.labels import is_uncertain, numbers


class View(Enum):
    """The ways to lay out a comparison."""

    AUTOMATIC = "by width"
    SIDE_BY_SIDE = "side by side"
    REDLINE = "redline"
    LEFT = "left article"
    RIGHT = "right article"

    def next(self, usual: "View") -> "View":
        """The view after this one; after the last the first. `usual`, which the width chooses, is there by width."""
        views = [view for view in View if view is not usual or view is self]
        return views[(views.index(self) + 1) % len(views)]


class Category(Enum):
    """What a reader can step to and filter by."""

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


@dataclass(frozen=True, slots=True)
class Reading:
    """The reader's wishes. `opened` are the first rows of folds that the reader opened one by one."""

    view: View = View.AUTOMATIC
    folds_furniture: bool = True
    folds_unchanged: bool = False
    shows_typography: bool = False
    only: frozenset[Category] = frozenset()
    opened: frozenset[int] = field(default_factory=frozenset)

    def open(self, block: "Block") -> "Reading":
        """The reading with a fold opened."""
        return replace(self, opened=self.opened | set(block.rows))

    def lets_through(self, row: Row, is_pending: bool = False) -> bool:
        """Return whether the filter shows a row; without one everything is shown."""
        return not self.only or any(category.holds(row, is_pending) for category in self.only)

    def folded_as(self, index: int, row: Row, is_pending: bool = False) -> "Folded | None":
        """As what a row is folded away, if it is."""
        if index in self.opened:
            return None
        # Page furniture is of no kind; folded apart it would part the runs of what a filter hides.
        if not self.lets_through(row, is_pending):
            return Folded.FILTERED
        if row.furniture:
            return Folded.FURNITURE if self.folds_furniture else None
        if self.folds_unchanged and not row.differs:
            return Folded.UNCHANGED
        return None


AS_FOUND = Reading()
"""The reading a comparison opens with."""


class Folded(Enum):
    """Why rows are folded, in the words of the fold's line for one and for several."""

    FURNITURE = ("line of page furniture", "lines of page furniture")
    UNCHANGED = ("unchanged paragraph", "unchanged paragraphs")
    FILTERED = ("paragraph not shown", "paragraphs not shown")

    def line(self, count: int) -> str:
        """The fold's line: '··· 3 unchanged paragraphs'."""
        one, several = self.value
        return f"··· {count} {one if count == 1 else several}"


class Form(Enum):
    """What a block is."""

    ROW = "row"
    FOLD = "fold"
    POINTER = "pointer"


class Block(NamedTuple):
    """What stands on the screen as one.

    `rows` are 0-based indices of rows: one of them, or those of a fold. A pointer stands for a moved row at its place
    in the left article; the row itself stands at its place in the right one.
    """

    form: Form
    rows: tuple[int, ...]
    line: str = ""

    @property
    def row(self) -> int:
        """The row it is or begins with."""
        return self.rows[0]


def blocks(stage: Stage, reading: Reading) -> tuple[Block, ...]:
    """Everything on the screen from top to bottom. Each row of the view is in exactly one row block or fold."""
    found: list[Block] = []
    run: list[int] = []
    run_as: Folded | None = None

    def end_of_run() -> None:
        if run and run_as is not None:
            found.append(Block(Form.FOLD, tuple(run), run_as.line(len(run))))
            run.clear()

    for form, index in _placed(stage.comparison, reading.view):
        folded = reading.folded_as(index, stage.rows[index], index in stage.pending)
        if folded is not None and form is Form.POINTER:
            continue  # it would lead into the fold
        if folded is not run_as:
            end_of_run()
            run_as = folded
        if folded is None:
            found.append(Block(form, (index,)))
        else:
            run.append(index)
    end_of_run()
    return tuple(found)


def rows_in(comparison: Comparison, view: View) -> tuple[int, ...]:
    """The rows that a view has, in its order, folded or not."""
    return tuple(index for form, index in _placed(comparison, view) if form is Form.ROW)


def same_row(row: int, before: Comparison, now: Comparison) -> int:
    """The row that shows what a row of another comparison showed; where its text is gone, one as far down.

    A file was written again, or the sides are swapped: rows have come and gone, and only the text says which is which.
    """
    return same_rows((row,), before, now)[0]


def same_rows(rows: Sequence[int], before: Comparison, now: Comparison) -> list[int]:
    """The same for several rows, in one pass."""
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


def nothing_to_open(row: Row | None, view: View, view_key: str) -> str:
    """Why Enter goes nowhere: the other end of a moved row is in an article not shown, or there is none.

    `view_key` is the key that changes the view.
    """
    if row is None or not row.moved:
        return "nothing to open here"
    other = f"to {numbers(row.right)} in the right" if view is View.LEFT else f"from {numbers(row.left)} in the left"
    return f"moved {other} article, which this view leaves out; {view_key} changes the view"


def _paragraphs(comparison: Comparison, row: Row) -> set[str]:
    """The texts of a row's paragraphs."""
    left, right = comparison.articles
    return {left.paragraphs[index].text for index in row.left} | {right.paragraphs[index].text for index in row.right}


def _placed(comparison: Comparison, view: View) -> Iterator[tuple[Form, int]]:
    """The rows in the order of the view, moved rows with their pointers where both articles are seen."""
    rows = comparison.rows
    if view is View.LEFT:
        yield from ((Form.ROW, index) for index in sorted(_with_left(rows), key=lambda index: rows[index].left))
        return
    if view is View.RIGHT:
        yield from ((Form.ROW, index) for index, row in enumerate(rows) if row.right)
        return
    away = sorted((index for index, row in enumerate(rows) if row.moved), key=lambda index: rows[index].left)
    for index, row in enumerate(rows):
        while away and row.left and not row.moved and rows[away[0]].left < row.left:
            yield Form.POINTER, away.pop(0)
        yield Form.ROW, index
    yield from ((Form.POINTER, index) for index in away)


def _with_left(rows: tuple[Row, ...]) -> Iterator[int]:
    return (index for index, row in enumerate(rows) if row.left)
