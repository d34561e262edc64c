"""The list of changes: each on a line, old and new words in the look of the answer, its group before it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.strip import Strip

from diffing.ledger.core.model import Entry

from ...present.answer import Item, cut, wordings
from ...present.change_words import change_words
from ...present.entry_text import detail
from ...present.groups import Group, group_of
from ...present.labels import short_places
from ...text.wrapping import width
from ...view.actions import Copied, Copy, ShowEntry
from ...view.entry_marks import Marking
from ...view.query import Search
from ..messages import Do
from .line_list import LineList

_GROUP_WIDTH = 12
_MARGIN = 1
# Cells between what stands on a line.
_GAP = 2
# Of the rows of a change, so many are named on its line.
_MOST_PLACES = 2


class EntryList(LineList):
    """The changes of a group or all; the items are their places in the order of the list."""

    COMPONENT_CLASSES = LineList.COMPONENT_CLASSES | {"entry-list--quiet", "entry-list--matters"}
    BINDINGS: ClassVar[list[BindingType]] = [Binding("y", "copy", "copy")]

    marking: reactive[Marking | None] = reactive(None)

    def __init__(self) -> None:
        super().__init__((None, *Group))

    def watch_marking(self) -> None:
        """List what came."""
        self.fill()

    def entry(self, item: int) -> Entry:
        """Return the entry of an item."""
        assert self.marking is not None
        return self.marking.ledger.entries[self.marking.order[item]]

    def items(self) -> list[int]:
        """Return the entries of the group."""
        order = self.marking.order if self.marking else ()
        return [item for item in range(len(order)) if self.category in (None, group_of(self.entry(item)))]

    def shown_categories(self) -> Sequence[Enum | None]:
        """Return all, and the groups that have changes."""
        order = self.marking.order if self.marking else ()
        groups = {group_of(self.entry(item)) for item in range(len(order))}
        return [category for category in self.categories if category is None or category in groups]

    def head(self, item: int, cells: int) -> str:
        """Return the group of an entry where it is the first one of its group."""
        place = bisect_left(self._items, item)
        group = group_of(self.entry(item))
        is_first = place == 0 or group_of(self.entry(self._items[place - 1])) is not group
        return " " * _MARGIN + f"{group.value if is_first else '':<{_GROUP_WIDTH}}"

    def text(self, item: int) -> str:
        """Return the entry's words."""
        assert self.marking is not None
        words = change_words(self.entry(item), self.marking.comparison)
        return " ".join(filter(None, (words.old, words.new, words.about)))

    def segments(self, item: int, cells: int, style: Style, *, is_selected: bool) -> Iterator[Segment]:
        """Yield the group, the change and where it stands; with a search, the text with what is found in it."""
        assert self.marking is not None
        head, where = self.head(item, cells), self._where(self.entry(item))
        quiet = style + self.get_component_rich_style("entry-list--quiet", partial=True)
        yield Segment(head, quiet)
        room = cells - width(head) - width(where) - _GAP - _MARGIN
        if self._search is not None:
            segments = list(self.found(self.text(item), room, style))
            strip = Strip(segments).crop(0, max(0, room))
            yield from strip
            used = strip.cell_length
        else:
            shown = self._shown(item, room)
            yield from self._change(shown, style)
            used = shown.width
        yield Segment(" " * max(1, room - used + _GAP), style)
        yield Segment(where, quiet)

    def _shown(self, item: int, room: int) -> Item:
        """Return a change as it fits into some cells: what it is about goes before the change is cut."""
        assert self.marking is not None
        words = change_words(self.entry(item), self.marking.comparison)
        shown = list(wordings(self.marking.order[item], words))
        return next((one for one in shown if one.width <= room), None) or cut(shown[-1], max(2, room))

    def _change(self, item: Item, style: Style) -> Iterator[Segment]:
        quiet = style + self.get_component_rich_style("entry-list--quiet", partial=True)
        matters = style + self.get_component_rich_style("entry-list--matters", partial=True)
        yield Segment(item.sign, matters)
        yield Segment(item.old, style if item.new else matters)
        yield Segment(item.arrow, quiet)
        yield Segment(item.new, matters)
        yield Segment(item.about, quiet)

    def _where(self, entry: Entry) -> str:
        """Return the paragraphs of an entry: '¶1 ¶4'."""
        assert self.marking is not None
        shown = [short_places(row) for row in self.marking.rows_of(entry)]
        return " ".join(shown[:_MOST_PLACES]) + (" …" if len(shown) > _MOST_PLACES else "")

    def has(self, search: Search, item: int) -> bool:
        """Search also the details of an entry, where the subject is named and the words stand in full."""
        assert self.marking is not None
        details = detail(self.entry(item), self.marking.comparison, self.marking.ledger)
        return super().has(search, item) or any(map(search.stretches, details))

    def action_copy(self) -> None:
        """Copy the entry selected, and show it: while a text is looked for, another one may be in the articles."""
        if self.marking is not None and not self.is_empty:
            self.post_message(Do(ShowEntry(self.marking.comparison, self.entry(self.here))))
            self.post_message(Do(Copy(Copied.CITATION)))
