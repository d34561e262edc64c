"""A list of lines of text, painted line by line as the articles are: only what is visible costs anything.

The lines that contain a text are searched in slices, so that a book's thirty thousand lines delay no key.
"""

import asyncio
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import accumulate
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events, work
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from ...text.sanitize import visible
from ...text.wrapping import CUT, measurable, place_at, places_between, start_before, width
from ...view.query import Search
from ..painting.line_painting import BAR
from .paging import PAGING

# More than fits on a line of any screen.
_SHOWN_LENGTH = 500
# So much of a long line stays before what was looked for, in cells.
_BEFORE_FOUND = 24
# Lines looked through at a time: some ten milliseconds where all are long and have accents.
_SLICE = 50
# The pause after them, for keys to be answered: one passes through several hands, for which a turn is too little.
_PAUSE_SECONDS = 0.002


@dataclass(frozen=True, slots=True)
class Listed:
    """Number of lines listed, number of items, and whether all items have been searched."""

    count: int = 0
    total: int = 0
    is_complete: bool = True


class LineList(ScrollView, can_focus=True):
    """The items of a category that have a text in their lines; one of them is selected.

    Items are numbers, rising in the order they are listed in. What they are and how their lines read is said by a class
    of its own; `categories` are what it can be narrowed to, None for all items.
    """

    @dataclass
    class Chosen(Message):
        """The reader wants to see an item."""

        item: int

    @dataclass
    class Moved(Message):
        """The reader selected another item by a key."""

        item: int

    @dataclass
    class Left(Message):
        """The reader pressed a key that is not the list's own: to narrow it, to end that, or to hide the list."""

        key: str

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "line-list--line",
        "line-list--selected",
        "line-list--found",
        "line-list--bar",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "step(1)", show=False),
        Binding("k,up", "step(-1)", show=False),
        *PAGING,
        Binding("enter", "choose", "read there"),
        # Before the others: where there is little room, a way out is worth more.
        Binding("escape", "leave('escape')", "close"),
        Binding("tab", "filter(1)", "group"),
        Binding("right", "filter(1)", show=False),
        Binding("shift+tab,left", "filter(-1)", show=False),
        Binding("slash", "leave('slash')", "find"),
        Binding("q", "leave('close')", show=False),
    ]
    ALLOW_SELECT = False

    category: reactive[Enum | None] = reactive(None)
    query_text: reactive[str] = reactive("")
    selected: reactive[int] = reactive(0)
    listed: reactive[Listed] = reactive(Listed())

    def __init__(self, categories: Iterable[Enum | None]) -> None:
        super().__init__()
        self.categories = list(categories)
        self.set_reactive(LineList.category, self.categories[0])
        self._items: list[int] = []
        self._search: Search | None = None
        # The lines on which the items begin, and the one behind the last; None where each item has one line.
        self._tops: list[int] | None = None

    # To be defined by each list. abc cannot ask for it: its metaclass and Textual's exclude each other.

    def items(self) -> list[int]:
        """Return the items of the category."""
        raise NotImplementedError

    def head(self, item: int, cells: int) -> str:
        """Return the beginning of an item's line, before its text, in a list `cells` wide."""
        raise NotImplementedError

    def text(self, item: int) -> str:
        """Return the text of an item's line, not yet fit for a terminal."""
        raise NotImplementedError

    def heights(self) -> Iterator[int] | None:
        """Yield how many lines each item listed takes; None if each takes one."""
        return None

    def has(self, search: Search, item: int) -> bool:
        """Return whether an item matches the search."""
        return bool(search.stretches(self.text(item)))

    def watch_category(self) -> None:
        """List what is asked for now."""
        self.fill()

    def watch_query_text(self, _: str, now: str) -> None:
        """List what has the text; without one, all again, and the same line selected."""
        here = self.here
        self._search = Search(now) if now else None
        self.fill()
        if not now:
            self.select(here)

    @property
    def here(self) -> int:
        """The item of the line selected; 0 where there is no line."""
        return self._items[self.selected] if self._items else 0

    @property
    def is_empty(self) -> bool:
        """True if there is no line, at least not yet."""
        return not self._items

    def fill(self) -> None:
        """List the items anew."""
        self.workers.cancel_node(self)
        members = self.items()
        self._items = []
        self.selected = 0
        first = len(members) if self._search is None else _SLICE
        self._take(members[:first], Listed(0, len(members), len(members) <= first))
        if len(members) > first:
            self._take_rest(members)

    def _take(self, members: Sequence[int], listed: Listed) -> None:
        """List those of these items that have what is looked for."""
        search = self._search
        self._items += members if search is None else [item for item in members if self.has(search, item)]
        self.listed = Listed(len(self._items), listed.total, listed.is_complete)
        self._lay_out()

    def _lay_out(self) -> None:
        """Find the lines of the items listed."""
        heights = self.heights()
        self._tops = None if heights is None else [0, *accumulate(heights)]
        self.virtual_size = Size(self.size.width, len(self._items) if self._tops is None else self._tops[-1])
        self.refresh()

    def _top(self, place: int) -> int:
        """Return the first line of the item at a place, or the line behind all."""
        return place if self._tops is None else self._tops[min(place, len(self._tops) - 1)]

    def place_of(self, line: int) -> int:
        """Return the place of the item on a line; behind all items as many as there are."""
        return line if self._tops is None else bisect_right(self._tops, line) - 1

    @work(exclusive=True)
    async def _take_rest(self, members: Sequence[int]) -> None:
        for start in range(_SLICE, len(members), _SLICE):
            await asyncio.sleep(_PAUSE_SECONDS)
            end = start + _SLICE
            self._take(members[start:end], Listed(0, len(members), end >= len(members)))

    def select(self, item: int) -> None:
        """Select an item, or the first after it."""
        self.selected = next((place for place, listed in enumerate(self._items) if listed >= item), 0)

    def validate_selected(self, place: int) -> int:
        """Return the nearest line that exists."""
        return max(0, min(place, len(self._items) - 1))

    def watch_selected(self, place: int) -> None:
        """Keep the line in view."""
        y, top, last = self.scroll_offset.y, self._top(place), self._top(place + 1) - 1
        self.scroll_to(y=max(last - self.size.height + 1, min(y, top)), animate=False, immediate=True)
        self.refresh()

    def on_resize(self) -> None:
        """Keep the line in view; before its first picture the list has no height."""
        self._lay_out()
        self.watch_selected(self.selected)

    def action_step(self, by: int) -> None:
        """Go to a neighbouring line."""
        self._move_to(self.selected + by)

    def action_page(self, by: int) -> None:
        """Go a screen of lines on."""
        self._move_to(self.selected + by * max(1, self.size.height - 1))

    def action_edge(self, to: int) -> None:
        """Go to the first or last line."""
        self._move_to(0 if to < 0 else len(self._items) - 1)

    def _move_to(self, place: int) -> None:
        """Select a line, and say so if it is another one."""
        before = self.selected
        self.selected = place
        if self.selected != before:
            self.post_message(self.Moved(self.here))

    def action_filter(self, by: int) -> None:
        """List another category with the same item selected, or the first after it where that is not listed."""
        shown, here = self.shown_categories(), self.here
        at = next((place for place, category in enumerate(shown) if category is self.category), 0)
        self.category = shown[(at + by) % len(shown)]
        self.select(here)
        if self._items and self.here != here:
            self.post_message(self.Moved(self.here))

    def shown_categories(self) -> Sequence[Enum | None]:
        """Return the categories that the reader can choose."""
        return self.categories

    def action_choose(self) -> None:
        """Go to the selected item."""
        if self._items:
            self.post_message(self.Chosen(self._items[self.selected]))

    def action_leave(self, key: str) -> None:
        """Let the panel do what the key is for."""
        self.post_message(self.Left(key))

    def on_click(self, event: events.Click) -> None:
        """Go to the item clicked."""
        place = self.place_of(self.scroll_offset.y + event.y)
        if place < len(self._items):
            self.selected = place
            self.action_choose()

    def render_line(self, y: int) -> Strip:
        """Return line `y` of the screen."""
        line = self.scroll_offset.y + y
        place = self.place_of(line)
        # Not `size`: a scrollbar stands in that, on the end of every line.
        cells = self.scrollable_content_region.width
        plain = self.get_component_rich_style("line-list--line")
        if place >= len(self._items):
            return Strip.blank(cells, plain)
        style = self.get_component_rich_style("line-list--selected") if place == self.selected else plain
        item = self._items[place]
        is_selected = place == self.selected
        if line == self._top(place):
            strip = Strip(list(self.segments(item, cells, style, is_selected=is_selected)))
        else:
            strip = Strip(list(self.rest(item, cells, style)))
        if is_selected and cells > 1:
            # The first cell of every line is blank.
            bar = style + self.get_component_rich_style("line-list--bar", partial=True)
            strip = Strip([Segment(BAR, bar), *strip.crop(1)])
        if strip.cell_length > cells:
            strip = Strip([*strip.crop(0, cells - 1), Segment(CUT, style)])
        return strip.adjust_cell_length(cells, style)

    def segments(self, item: int, cells: int, style: Style, *, is_selected: bool) -> Iterator[Segment]:
        """Yield what stands on the line of an item; `style` is that of the line."""
        before = self.head(item, cells)
        yield Segment(before, style)
        yield from self.found(self.text(item), cells - width(before), style)

    def rest(self, item: int, cells: int, style: Style) -> Iterator[Segment]:
        """Yield what stands on the second line of an item that takes two."""
        yield Segment(" " * cells, style)

    def found(self, text: str, cells: int, style: Style) -> Iterator[Segment]:
        """Yield a text with the matches set off; a long line begins where the first match can be seen."""
        stretches = self._search.stretches(text) if self._search else []
        start = 0
        if stretches and width(visible(text[: stretches[0][1]])) >= cells:
            start = start_before(text, stretches[0][0], _BEFORE_FOUND)
        if start:
            yield Segment(f"{CUT} ", style)
        # Made visible as a whole: in a piece of it a joiner could have lost what it joins.
        shown = visible(text[start : start + _SHOWN_LENGTH])
        places = places_between(shown)
        found_style = style + self.get_component_rich_style("line-list--found", partial=True)
        done = 0
        for found_start, found_end in stretches:
            if start <= found_start < start + len(shown):
                first, last = (place_at(places, min(at - start, len(shown))) for at in (found_start, found_end))
                yield from _segments(shown[done:first], style)
                yield from _segments(shown[first:last], found_style)
                done = last
        yield from _segments(shown[done:], style)


def _segments(text: str, style: Style) -> Iterator[Segment]:
    return (Segment(text[start:end], style) for start, end in measurable(text))
