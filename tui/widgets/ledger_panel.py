"""What changed that matters: how many entries of each class, and each on a line."""

from dataclasses import dataclass

from textual import on
from textual.message import Message

from diffing.ledger.entries import Entry, Ledger
from diffing.model import Comparison
from tui.matters import coverage, tally
from tui.widgets.entry_list import EntryList
from tui.widgets.line_list import LineList
from tui.widgets.list_panel import ListPanel

_LOOKING = "What changed that matters is being looked for."


@dataclass
class EntryChosen(Message):
    """The reader wants to see an entry."""

    entry: Entry


class LedgerPanel(ListPanel[EntryList]):
    """The counts and the entries."""

    def __init__(self) -> None:
        super().__init__(EntryList(), "only entries that contain")

    def show(self, comparison: Comparison | None, ledger: Ledger | None) -> None:
        """List the entries of a comparison's ledger; none yet where it is still looked for."""
        self.lines.comparison = comparison
        self.lines.ledger = ledger
        if ledger is None:
            self.tell(_LOOKING)
            return
        found = tally(ledger) or "nothing found in facts, quotations, meaning or sources"
        self.tell("\n".join(filter(None, (f"What changed that matters: {found}", coverage(ledger)))))

    @on(LineList.Chosen)
    def _choose(self, message: LineList.Chosen) -> None:
        message.stop()
        if self.lines.ledger is not None:
            self.post_message(EntryChosen(self.lines.ledger.entries[message.item]))
