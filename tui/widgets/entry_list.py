"""The list of the ledger's entries, the weightiest first: each on a line, in what stands around its words."""

from textual.reactive import reactive

from tui.marking import Marking
from tui.matters import Matter, detail, line, paragraphs
from tui.searching import Search
from tui.widgets.line_list import LineList

_SUBJECT_WIDTH, _PARAGRAPHS_WIDTH = 13, 11
# In less than so many cells the text begins right behind most paragraphs.
_ROOMY_FROM, _NARROW_PARAGRAPHS_WIDTH = 60, 8


class EntryList(LineList):
    """The entries of a class; the items are their numbers in the ledger."""

    marking: reactive[Marking | None] = reactive(None)

    def __init__(self) -> None:
        super().__init__(Matter)

    def watch_marking(self) -> None:
        """List what came."""
        self.fill()

    def items(self) -> list[int]:
        """The entries of the class."""
        entries = self.marking.ledger.entries if self.marking else ()
        category = self.category
        return [at for at, entry in enumerate(entries) if isinstance(category, Matter) and category.holds(entry)]

    def head(self, item: int, cells: int) -> str:
        """What the entry is about, and its paragraphs."""
        assert self.marking is not None
        entry = self.marking.ledger.entries[item]
        width = _PARAGRAPHS_WIDTH if cells >= _ROOMY_FROM else _NARROW_PARAGRAPHS_WIDTH
        return f" {entry.subject.value:<{_SUBJECT_WIDTH}}{paragraphs(entry):<{width}}"

    def text(self, item: int) -> str:
        """The entry's words and what is to be said of them."""
        assert self.marking is not None
        return line(self.marking.ledger.entries[item], self.marking.comparison)

    def has(self, search: Search, item: int) -> bool:
        """Also in what is told of the entry below the list, where its subject is named and its words stand in full."""
        assert self.marking is not None
        told = detail(self.marking.ledger.entries[item], self.marking.comparison)
        return super().has(search, item) or any(map(search.stretches, told))
