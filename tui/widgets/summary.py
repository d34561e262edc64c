"""All changes, a line each: how many there are of each kind, where they are, and how they begin."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from diffing.model import Comparison
from tui.hidden import counted
from tui.labels import bounds, counts, shares
from tui.messages import ChangeChosen
from tui.widgets.change_list import ChangeList

# In narrower windows, in cells, what is kept is told in short.
_FULL_FROM = 60


class Containing(Input):
    """The line in which the reader types what the changes listed are to contain. The list can be moved in meanwhile."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "list('step', 1)", show=False),
        Binding("up", "list('step', -1)", show=False),
        Binding("pagedown", "list('page', 1)", show=False),
        Binding("pageup", "list('page', -1)", show=False),
        Binding("enter", "submit", "go there"),
        Binding("tab", "list('filter', 1)", "another kind"),
        Binding("shift+tab", "list('filter', -1)", show=False),
        Binding("escape", "list_all", "list all"),
    ]

    def action_list(self, what: str, by: int) -> None:
        """Do in the list what the key does there."""
        getattr(self.query_ancestor(Summary).changes, f"action_{what}")(by)

    def action_list_all(self) -> None:
        """List everything again."""
        self.query_ancestor(Summary).end_narrowing()


class Summary(Vertical):
    """A panel over the articles: the counts and the list. Once made it is only shown or hidden."""

    def __init__(self) -> None:
        super().__init__()
        self._counts = ""

    def compose(self) -> ComposeResult:
        """Counts above, list below."""
        yield Static(id="counts")
        yield Static(id="listed")
        yield Containing(placeholder="only changes that contain", compact=True, select_on_focus=False)
        yield ChangeList()

    def on_mount(self) -> None:
        """Follow what is compared, and in the heading what is listed."""
        self.watch(self.screen, "comparison", self._take)
        self.watch(self.changes, "listed", self._head)
        self.watch(self.changes, "category", self._head)

    @property
    def changes(self) -> ChangeList:
        """The list."""
        return self.query_one(ChangeList)

    def _take(self, comparison: Comparison | None) -> None:
        """List what came, and count it, if anyone sees it."""
        self.changes.comparison = comparison
        self._counts = ""
        if self.has_class("-open"):
            self._count()

    def _count(self) -> None:
        comparison = self.changes.comparison
        if comparison is not None and not self._counts:
            hides = counted(comparison)
            notes = filter(None, (f"hidden: {hides}" if hides else "", bounds(comparison)))
            told = [counts(comparison), "; ".join(notes)]
            if comparison.is_finished and comparison.rows:
                told.insert(1, shares(comparison)[self.screen.size.width < _FULL_FROM])
            self._counts = "\n".join(filter(None, told))
            self.query_one("#counts", Static).update(Content(self._counts))

    def _head(self) -> None:
        category, listed = self.changes.category, self.changes.listed
        looking = "" if listed.is_complete else ", looking on"
        head = f"Every {category.value} · {listed.count} of {listed.total} listed{looking}"
        self.query_one("#listed", Static).update(Content(head))

    def open(self, row: int) -> None:
        """Show the panel with a row selected."""
        self.add_class("-open")
        self._count()
        self.changes.select(row)
        self.changes.focus()

    def close(self) -> None:
        """Hide the panel."""
        self.remove_class("-open")
        self.screen.focus_next("SideBySide")

    def end_narrowing(self) -> None:
        """List everything again; the list has the keys."""
        line = self.query_one(Containing)
        line.value = ""
        line.remove_class("-open")
        self.changes.focus()

    @on(ChangeList.Chosen)
    def _choose(self, message: ChangeList.Chosen) -> None:
        self.close()
        self.post_message(ChangeChosen(message.row))

    @on(ChangeList.Left)
    def _leave_list(self, message: ChangeList.Left) -> None:
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
        self.changes.query_text = message.value

    @on(Input.Submitted)
    def _go_to_selected(self, message: Input.Submitted) -> None:
        message.stop()
        self.changes.action_choose()
