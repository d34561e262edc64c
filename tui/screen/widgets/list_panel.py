"""A list beside or below the articles, which follow the line selected, and what is to be said of the whole above it."""

from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widgets import Input, Static

from ..ink import DIM
from .handing_back import hand_back_keys
from .line_list import LineList

L = TypeVar("L", bound=LineList)
_GAP = "  "


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


class _Heading(Static):
    """The heading of a list, in parts that no line breaks: 'Only left 2' stands on one."""

    parts: reactive[tuple[Content, ...]] = reactive((), layout=True)
    # What stands behind them where a line has room for it.
    beside: reactive[Content] = reactive(Content(""))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the number of lines."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Return the parts, on as many lines as they need."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, cells: int) -> list[Content]:
        lines: list[Content] = []
        for part in self.parts:
            if lines and lines[-1].cell_length + len(_GAP) + part.cell_length <= cells:
                lines[-1] = Content.assemble(lines[-1], _GAP, part)
            else:
                lines.append(part)
        if lines and self.beside and lines[-1].cell_length + len(_GAP) + self.beside.cell_length <= cells:
            lines[-1] = Content.assemble(lines[-1], _GAP, self.beside)
        return lines


class ListPanel(Vertical, Generic[L]):
    """Summary of the whole, what is listed, and the list. Once made it is only shown or hidden."""

    def __init__(self, lines: L, placeholder: str) -> None:
        super().__init__()
        self.lines = lines
        self._placeholder = placeholder
        self._has_moved = False

    def compose(self) -> ComposeResult:
        """Yield the summary above, and the list below."""
        yield Static(classes="totals")
        yield _Heading(classes="listed")
        yield Containing(placeholder=self._placeholder, compact=True, select_on_focus=False)
        yield self.lines

    def on_mount(self) -> None:
        """Follow what is listed in the heading, and what is selected in the articles."""
        self.watch(self.lines, "listed", self._head)
        self.watch(self.lines, "category", self._head)

    # To be defined by each panel.

    def heading(self) -> Sequence[Content]:
        """Return what is listed, in parts that stay on one line each."""
        raise NotImplementedError

    def beside_heading(self) -> Content:
        """Return what stands behind the heading where there is room."""
        return Content("")

    def show(self, item: int, *, is_first: bool) -> None:
        """Show an item in the articles; `is_first` is true of the first one since the list was opened."""
        raise NotImplementedError

    def tell(self, text: str) -> None:
        """Show what is to be said of the whole."""
        totals = self.query_one(".totals", Static)
        totals.update(Content(text))
        totals.set_class(bool(text), "-open")

    def _head(self) -> None:
        listed = self.lines.listed
        looking = "" if listed.is_complete else ", looking on"
        found = f"{listed.count} of {listed.total} found{looking}" if self.lines.query_text else ""
        shown = (*self.heading(), *([Content.styled(found, DIM)] if found else ()))
        heading = self.query_one(".listed", _Heading)
        heading.parts, heading.beside = shown, self.beside_heading()

    def toggle(self, item: int) -> None:
        """Show the panel with an item selected, in place of another list; where it has the keys, hide it."""
        if self.has_class("-open") and self.screen.focused in (self.lines, self.query_one(Containing)):
            self.close()
            return
        for other in self.screen.query(ListPanel):
            other.remove_class("-open")
        self.add_class("-open")
        self.screen.add_class("-listing")
        self.lines.select(item)
        self._has_moved = False
        self.lines.focus()

    def close(self) -> None:
        """Hide the panel."""
        self.remove_class("-open")
        self.screen.remove_class("-listing")
        hand_back_keys(self.screen)

    def end_narrowing(self) -> None:
        """List everything again; the list has the keys."""
        line = self.query_one(Containing)
        line.value = ""
        line.remove_class("-open")
        self.lines.focus()

    @on(LineList.Moved)
    def _follow_selected(self, message: LineList.Moved) -> None:
        message.stop()
        self.show(message.item, is_first=not self._has_moved)
        self._has_moved = True

    @on(LineList.Chosen)
    def _choose(self, message: LineList.Chosen) -> None:
        """Go to an item, which is in view already unless it was clicked, and let the reader read there."""
        message.stop()
        self.show(message.item, is_first=not self._has_moved)
        self.close()

    @on(LineList.Left)
    def _leave_list(self, message: LineList.Left) -> None:
        line = self.query_one(Containing)
        if message.key == "slash":
            # Where nothing is known of what it is, it is looked for in all groups.
            self.lines.category = self.lines.categories[0]
            line.value = ""
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
