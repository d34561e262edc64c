"""The status line: what am I looking at?"""

from bisect import bisect_left

from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from diffing.model import Comparison, Row
from tui.labels import description, percent, places
from tui.wrapping import width


class StatusLine(Static):
    """The current row in words on the left, where in the differences it stands on the right."""

    comparison: reactive[Comparison | None] = reactive(None)
    current: reactive[int] = reactive(0)

    def __init__(self) -> None:
        super().__init__()
        self._notice = ""
        self._different: list[int] = []

    def watch_comparison(self) -> None:
        """Know which rows differ."""
        rows = self.comparison.rows if self.comparison else ()
        self._different = [index for index, row in enumerate(rows) if row.is_difference]

    def tell(self, notice: str) -> None:
        """Show a notice until the next move."""
        self._notice = notice
        self.refresh()

    def watch_current(self) -> None:
        """A move ends the notice."""
        self._notice = ""

    def render(self) -> Content:
        """The line, the right part left out where there is no room for it."""
        if self.comparison is None:
            return Content(" comparing …")
        if not self.comparison.rows:
            return Content(" both articles are empty")
        row = self.comparison.rows[self.current]
        place = Content.styled(f" ¶ {places(row)} ", "reverse")
        left = Content.assemble(place, "  ", self._notice or _state(row))
        right = f"{self._position()} "
        free = self.size.width - left.cell_length - width(right)
        return left if free < 1 else Content.assemble(left, " " * free, (right, "$text-muted"))

    def _position(self) -> str:
        total = len(self._different)
        if not total:
            return "no differences"
        shown = f"{total} difference{'' if total == 1 else 's'}"
        place = bisect_left(self._different, self.current)
        if place < total and self._different[place] == self.current:
            return f"{place + 1} of {shown}"
        return shown


def _state(row: Row) -> str:
    both = row.left and row.right
    return f"{description(row)} · similarity {percent(row.similarity)} %" if both and row.differs else description(row)
