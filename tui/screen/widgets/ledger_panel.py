"""The list of changes with the groups above it; the articles follow the change selected."""

from textual.content import Content

from ...keys.commands import key_label
from ...present.coverage import coverage
from ...present.reviews import LOST_TITLE, lost, settled
from ...present.tally import counted_as_hidden, nothing_found, untold_counted
from ...text.sanitize import visible
from ...view.actions import JumpToEntry, JumpToRow, ShowEntry, ShowRow
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
        self._elsewhere = ""

    def on_mount(self) -> None:
        """Follow what is known, and the change that the reader is at."""
        super().on_mount()
        self.watch(self.screen, "state", self._follow)

    def heading(self) -> tuple[Content, ...]:
        """Return the groups with their numbers, the one listed in bold."""
        marking = self.lines.marking
        if marking is None:
            return (Content(_LOOKING),)
        groups = [
            Content.styled(
                f"{group.value if group else 'All'} {count}", "bold" if group is self.lines.category else DIM
            )
            for group, count in self.lines.counts().items()
        ]
        said = settled(marking.reviewed)
        return (*([Content.styled(said, "bold")] if said else ()), *groups)

    def beside_heading(self) -> Content:
        """Return how many paragraphs differ without a change that is listed here, and the key of the list of them."""
        return Content.styled(self._elsewhere, DIM)

    def _follow(self, state: ViewState) -> None:
        marking = marking_of(state.comparison, state.marking)
        if marking is not self.lines.marking:
            others = untold_counted(marking.ledger, marking.comparison) if marking is not None else ""
            self._elsewhere = f"{others}: {key_label(state.commands, 'summary')}" if others else ""
            self._take(marking)
        if marking is None or state.entry is None or self.lines.is_empty:
            return
        # The row of a part may have changes of its own.
        if state.block is None or self.lines.row(self.lines.here) != state.block.row:
            self.lines.select_place(marking.place_of(state.entry))

    def _take(self, marking: Marking | None) -> None:
        """List the entries; none yet where they are still looked for."""
        self.lines.marking = marking
        gone = () if marking is None else (f"{LOST_TITLE}: {lost(one)}" for one in marking.reviewed.lost)
        if marking is None:
            self.tell("")
        elif marking.listed:
            hidden = counted_as_hidden(marking.ledger, marking.comparison)
            self.tell(visible(". ".join(filter(None, (coverage(marking.ledger), *gone, hidden)))))
        else:
            self.tell(visible(". ".join(nothing_found(marking.ledger, marking.comparison))))
        self._head()

    def begin(self, state: ViewState) -> None:
        """Go to the weightiest change where the list is open, for a reader who has not chosen one yet."""
        marking = self.lines.marking
        if marking is not None and self.has_class("-open") and state.is_at_start and state.entry != marking.order[0]:
            self.lines.select(0)
            self.show(0, is_first=True)

    def show(self, item: int, *, is_first: bool) -> None:
        """Show an entry or a part of it in the articles; from the first one there is a way back."""
        marking = self.lines.marking
        if marking is None:
            return
        if (row := self.lines.row(item)) is not None:
            self.post_message(Do(JumpToRow(row) if is_first else ShowRow(row)))
        else:
            action = JumpToEntry if is_first else ShowEntry
            self.post_message(Do(action(marking.comparison, self.lines.entry(item))))
