"""The screen that shows a comparison: it holds the state, and the widgets show it.

The comparison is made in a thread worker while the screen is already up. Two reactives are bound down to the widgets:
`comparison`, once it is there, and `current`, the row the reader is at.
"""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import Footer

from diffing.comparison import compare
from diffing.model import Article, Comparison, Pair
from tui.commands import bindings
from tui.messages import Compared, RowReached
from tui.widgets.help import Help
from tui.widgets.side_by_side import SideBySide
from tui.widgets.status import StatusLine
from tui.widgets.title import TitleLine


class DiffScreen(Screen[None]):
    """Two articles row by row, a title above, the status and the keys below."""

    BINDINGS: ClassVar[list[Binding | tuple[str, str] | tuple[str, str, str]]] = bindings()

    comparison: reactive[Comparison | None] = reactive(None)
    current: reactive[int] = reactive(0)

    def __init__(self, articles: Pair[Article]) -> None:
        super().__init__()
        self._articles = articles

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield TitleLine(self._articles)
        yield SideBySide().data_bind(DiffScreen.comparison, DiffScreen.current)
        yield StatusLine().data_bind(DiffScreen.comparison, DiffScreen.current)
        yield Footer(show_command_palette=False)
        yield Help()

    def on_mount(self) -> None:
        """Start comparing with the screen already up."""
        self._compare()

    @work(thread=True, exclusive=True)
    def _compare(self) -> None:
        self.post_message(Compared(compare(self._articles)))

    @on(Compared)
    def _show(self, message: Compared) -> None:
        self.comparison = message.comparison

    @on(RowReached)
    def _reach(self, message: RowReached) -> None:
        self.current = message.row

    def validate_current(self, row: int) -> int:
        """A row that exists."""
        return max(0, min(row, len(self._rows) - 1))

    @property
    def _rows(self) -> tuple[object, ...]:
        return self.comparison.rows if self.comparison else ()

    def action_step(self, by: int) -> None:
        """To a neighbouring row; in a row taller than the screen, first through it."""
        if not self.query_one(SideBySide).scroll_inside(by):
            self.current += by

    def action_difference(self, by: int) -> None:
        """To the next or previous row that differs; where there is none, nowhere."""
        if self.comparison is None:
            return
        rows = self.comparison.rows
        ahead = range(self.current + 1, len(rows)) if by > 0 else range(self.current - 1, -1, -1)
        for index in ahead:
            if rows[index].is_difference:
                self.current = index
                return
        self.query_one(StatusLine).tell("no more differences below" if by > 0 else "no more differences above")

    def action_page(self, by: int) -> None:
        """A screen up or down."""
        self.query_one(SideBySide).page(by)

    def action_edge(self, to: int) -> None:
        """To the first or last row."""
        self.current = 0 if to < 0 else len(self._rows) - 1

    def action_help(self) -> None:
        """Open or close the help."""
        self.query_one(Help).toggle()

    async def action_quit(self) -> None:
        """Leave."""
        await self.app.action_quit()
