"""The list of changes: every changed row of a kind on a line."""

from textual.reactive import reactive

from diffing.stage import Stage

from ...present.labels import short_places, sign
from ...present.row_summary import gist
from ...view.settings import Category
from .line_list import LineList

_SIGN_WIDTH, _PLACES_WIDTH = 4, 14
# In less than so many cells the text begins right behind most places.
_ROOMY_FROM, _NARROW_PLACES_WIDTH = 60, 9


class ChangeList(LineList):
    """The changed rows of a category; the items are the numbers of their rows."""

    stage: reactive[Stage | None] = reactive(None)

    def __init__(self) -> None:
        super().__init__(Category)

    def watch_stage(self, before: Stage | None, now: Stage | None) -> None:
        """List what came; where only words have come, the same line is selected."""
        here = self.here
        self.fill()
        if before is not None and now is not None and now.is_of_same_pairing(before):
            self.select(here)

    def items(self) -> list[int]:
        """Return the rows of the category."""
        rows, pending = (self.stage.rows, self.stage.pending) if self.stage else ((), frozenset[int]())
        category = self.category
        return [
            at for at, row in enumerate(rows) if isinstance(category, Category) and category.holds(row, at in pending)
        ]

    def head(self, item: int, cells: int) -> str:
        """Return the row's sign and paragraphs."""
        assert self.stage is not None
        row = self.stage.rows[item]
        places_width = _PLACES_WIDTH if cells >= _ROOMY_FROM else _NARROW_PLACES_WIDTH
        return f" {sign(row, item in self.stage.pending):<{_SIGN_WIDTH}}{short_places(row):<{places_width}}"

    def text(self, item: int) -> str:
        """Return the gist of the row."""
        assert self.stage is not None
        return gist(self.stage.rows[item])
