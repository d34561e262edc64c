"""The list of changes that matter: the number of entries of each class, and each entry on a line."""

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from diffing.ledger.core.model import Entry

from ...present.coverage import coverage, verdict
from ...present.entry_text import AROUND, detail
from ...text.sanitize import visible
from ...text.wrapping import CUT, wrap
from ...view.actions import JumpToEntry
from ...view.entry_marks import Marking
from ...view.view_state import ViewState
from ..messages import Do
from .entry_list import EntryList
from .line_list import LineList
from .list_panel import ListPanel

_LOOKING = "What changed that matters is being looked for."


class LedgerPanel(ListPanel[EntryList]):
    """The counts and the entries."""

    def __init__(self) -> None:
        super().__init__(EntryList(), "only entries that contain")

    def compose(self) -> ComposeResult:
        """Yield the list and, below it, the details of the entry selected."""
        yield from super().compose()
        yield Static(classes="detail")

    def on_mount(self) -> None:
        """Follow what is known, and what is selected."""
        self.watch(self.screen, "state", self._follow)
        self.watch(self.lines, "selected", self._tell_detail)
        self.watch(self.lines, "listed", self._tell_detail)

    def on_resize(self) -> None:
        """Show the part of the details that fits now."""
        self._tell_detail()

    def _tell_detail(self) -> None:
        marking = self.lines.marking
        lines: list[str] = []
        if marking is not None and not self.lines.is_empty:
            lines = self._fitting(marking.ledger.entries[self.lines.here], marking)
        self.query_one(".detail", Static).update(Content("\n".join(lines)))

    def _fitting(self, entry: Entry, marking: Marking) -> list[str]:
        """Return the lines on an entry: its words, then their surroundings; a sign where even the words do not fit."""
        most = self.query_one(".detail").styles.max_height
        room = self.size.height if most is None else int(self.size.height * most.value / 100)
        lines: list[str] = []
        for around in AROUND:
            details = map(visible, detail(entry, marking.comparison, marking.ledger, around))
            lines = [line[start:end] for line in details for start, end in wrap(line, max(2, self.size.width))]
            if len(lines) <= room:
                return lines
        return [*lines[: max(0, room - 1)], CUT]

    def _follow(self, state: ViewState) -> None:
        if state.marking is not self.lines.marking or state.marking is None:
            self._take(state.marking)

    def _take(self, marking: Marking | None) -> None:
        """List the entries; none yet where they are still looked for."""
        self.lines.marking = marking
        if marking is None:
            self.tell(_LOOKING)
            return
        said = (f"What changed that matters: {verdict(marking.ledger)}", coverage(marking.ledger))
        self.tell("\n".join(map(visible, filter(None, said))))

    @on(LineList.Chosen)
    def _choose(self, message: LineList.Chosen) -> None:
        message.stop()
        marking = self.lines.marking
        if marking is not None:
            self.close()
            self.post_message(Do(JumpToEntry(marking.comparison, marking.ledger.entries[message.item])))
