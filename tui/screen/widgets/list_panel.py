"""A panel over the articles with a list in it, and what is to be said of the whole above it."""

from typing import ClassVar, Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from .handing_back import hand_back_keys
from .line_list import LineList

L = TypeVar("L", bound=LineList)


class Containing(Input):
    """The line in which the reader types what the lines listed must contain. Keys still move in the list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "list('step', 1)", show=False),
        Binding("up", "list('step', -1)", show=False),
        Binding("pagedown", "list('page', 1)", show=False),
        Binding("pageup", "list('page', -1)", show=False),
        Binding("enter", "submit", "go there"),
        Binding("escape", "list_all", "list all"),
        Binding("tab", "list('filter', 1)", "another kind"),
        Binding("shift+tab", "list('filter', -1)", show=False),
    ]

    def action_list(self, what: str, by: int) -> None:
        """Do in the list what the key does there."""
        getattr(self.query_ancestor(ListPanel).lines, f"action_{what}")(by)

    def action_list_all(self) -> None:
        """List everything again."""
        self.query_ancestor(ListPanel).end_narrowing()


class ListPanel(Vertical, Generic[L]):
    """Summary of the whole, number of lines listed, and the list. Once made it is only shown or hidden."""

    def __init__(self, lines: L, placeholder: str) -> None:
        super().__init__()
        self.lines = lines
        self._placeholder = placeholder

    def compose(self) -> ComposeResult:
        """Yield the summary above, and the list below."""
        yield Static(classes="totals")
        yield Static(classes="listed")
        yield Containing(placeholder=self._placeholder, compact=True, select_on_focus=False)
        yield self.lines

    def on_mount(self) -> None:
        """Follow what is listed in the heading."""
        self.watch(self.lines, "listed", self._head)
        self.watch(self.lines, "category", self._head)

    def tell(self, text: str) -> None:
        """Show what is to be said of the whole."""
        self.query_one(".totals", Static).update(Content(text))

    def _head(self) -> None:
        category, listed = self.lines.category, self.lines.listed
        looking = "" if listed.is_complete else ", looking on"
        head = f"Every {category.value if category else ''} · {listed.count} of {listed.total} listed{looking}"
        self.query_one(".listed", Static).update(Content(head))

    def toggle(self, item: int) -> None:
        """Show the panel with an item selected, in place of another list; where it is open, hide it."""
        if self.has_class("-open"):
            self.close()
            return
        for other in self.screen.query(ListPanel):
            other.remove_class("-open")
        self.add_class("-open")
        self.lines.select(item)
        self.lines.focus()

    def close(self) -> None:
        """Hide the panel."""
        self.remove_class("-open")
        hand_back_keys(self.screen)

    def end_narrowing(self) -> None:
        """List everything again; the list has the keys."""
        line = self.query_one(Containing)
        line.value = ""
        line.remove_class("-open")
        self.lines.focus()

    @on(LineList.Left)
    def _leave_list(self, message: LineList.Left) -> None:
        line = self.query_one(Containing)
        if message.key == "slash":
            line.add_class("-open")
            line.focus()
        elif message.key == "escape" and line.value:
            self.end_narrowing()
        else:
            self.close()

    @on(Input.Changed)
    def _narrow(self, message: Input.Changed) -> None:
        message.stop()
        self.lines.query_text = message.value

    @on(Input.Submitted)
    def _go_to_selected(self, message: Input.Submitted) -> None:
        message.stop()
        self.lines.action_choose()
