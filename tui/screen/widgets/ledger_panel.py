"""The list of changes with the groups above it; the articles follow the change selected."""

from textual.content import Content

from ...present.coverage import coverage
from ...present.groups import group_of
from ...present.tally import no_change
from ...text.sanitize import visible
from ...view.actions import JumpToEntry, ShowEntry
from ...view.entry_marks import Marking, marking_of
from ...view.view_state import ViewState
from ..ink import DIM
from ..messages import Do
from .entry_list import EntryList
from .list_panel import ListPanel

_LOOKING = "looking for what changed …"


class LedgerPanel(ListPanel[EntryList]):
    """The groups and the changes."""

    def __init__(self) -> None:
        super().__init__(EntryList(), "only changes that contain")

    def on_mount(self) -> None:
        """Follow what is known, and the change that the reader is at."""
        super().on_mount()
        self.watch(self.screen, "state", self._follow)

    def heading(self) -> Content:
        """Return the groups with their numbers, the one listed in bold."""
        marking = self.lines.marking
        if marking is None:
            return Content(_LOOKING)
        counts = dict.fromkeys(self.lines.shown_categories(), 0)
        for item in range(len(marking.order)):
            counts[group_of(self.lines.entry(item))] += 1
        counts[None] = len(marking.order)
        shown = [
            (f"{group.value if group else 'All'} {count}", "bold" if group is self.lines.category else DIM)
            for group, count in counts.items()
        ]
        return Content("  ").join(Content.styled(*words) for words in shown)

    def _follow(self, state: ViewState) -> None:
        marking = marking_of(state.comparison, state.marking)
        if marking is not self.lines.marking:
            self._take(marking)
        if marking is not None and state.entry is not None and not self.lines.is_empty:
            self.lines.select(marking.place_of(state.entry))

    def _take(self, marking: Marking | None) -> None:
        """List the entries; none yet where they are still looked for."""
        self.lines.marking = marking
        if marking is None:
            self.tell("")
        elif marking.order:
            self.tell(visible(coverage(marking.ledger)))
        else:
            self.tell(visible(no_change(marking.ledger, marking.comparison)))
        self._head()

    def show(self, item: int, *, is_first: bool) -> None:
        """Show an entry in the articles; from the first one there is a way back."""
        marking = self.lines.marking
        if marking is not None:
            action = JumpToEntry if is_first else ShowEntry
            self.post_message(Do(action(marking.comparison, self.lines.entry(item))))
