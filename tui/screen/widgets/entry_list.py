"""The list of the ledger's entries, the weightiest first: each on a line, in what stands around its words."""

from textual.reactive import reactive

from ...present.entry_remarks import topic
from ...present.entry_text import Matter, detail, line, paragraphs
from ...text.sanitize import visible
from ...text.wrapping import width
from ...view.entry_marks import Marking
from ...view.query import Search
from .line_list import LineList

_SUBJECT_WIDTH, _PARAGRAPHS_WIDTH = 13, 13
# In fewer cells the paragraphs are shown only below the list.
_ROOMY_FROM = 60
# The share of the room for an entry's words that what stands before them takes; more, if what is behind them leaves it.
_BEFORE = 0.4


class EntryList(LineList):
    """The entries of a class; the items are their numbers in the ledger."""

    marking: reactive[Marking | None] = reactive(None)

    def __init__(self) -> None:
        super().__init__(Matter)

    def watch_marking(self) -> None:
        """List what came."""
        self.fill()

    def items(self) -> list[int]:
        """Return the entries of the class."""
        entries = self.marking.ledger.entries if self.marking else ()
        category = self.category
        return [at for at, entry in enumerate(entries) if isinstance(category, Matter) and category.holds(entry)]

    def head(self, item: int, cells: int) -> str:
        """Return the entry's subject, and where there is room its paragraphs."""
        assert self.marking is not None
        entry = self.marking.ledger.entries[item]
        subject = f" {topic(entry):<{_SUBJECT_WIDTH}}"
        if cells < _ROOMY_FROM:
            return subject
        return f"{subject}{paragraphs(entry, self.marking.rows_of(entry)):<{_PARAGRAPHS_WIDTH - 1}} "

    def text(self, item: int) -> str:
        """Return the entry's words, in brackets in their surroundings, and its remarks."""
        assert self.marking is not None
        cells = self.scrollable_content_region.width
        room = max(0, cells - width(self.head(item, cells)))
        entry, comparison = self.marking.ledger.entries[item], self.marking.comparison
        least = width(visible(line(entry, comparison, 0)))
        return line(entry, comparison, max(int(room * _BEFORE), room - least))

    def has(self, search: Search, item: int) -> bool:
        """Search also the details below the list, where the subject is named and the words stand in full."""
        assert self.marking is not None
        marking = self.marking
        details = detail(marking.ledger.entries[item], marking.comparison, marking.ledger)
        return super().has(search, item) or any(map(search.stretches, details))
