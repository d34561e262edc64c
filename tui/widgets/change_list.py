"""The list of changes, painted line by line as the articles are: only what is visible costs anything.

What it is narrowed to by a text is looked for in slices, so that a book's thirty thousand lines hold up no key.
"""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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

from diffing.model import Comparison
from tui.gist import gist
from tui.labels import places, sign
from tui.reading import Category
from tui.searching import Search
from tui.visible import visible
from tui.wrapping import CUT, width

_SIGN_WIDTH, _PLACES_WIDTH = 4, 14
# In less than so many cells the text begins right behind most places.
_ROOMY_FROM, _NARROW_PLACES_WIDTH = 60, 9
# More than fits on a line of any screen.
_SHOWN_LENGTH = 500
# So much of a long line stays before what was looked for, in characters.
_BEFORE_FOUND = 24
# Lines looked through at a time: some ten milliseconds where all are long and have accents.
_SLICE = 50
# The pause after them, for keys to be answered: one passes through several hands, for which a turn is too little.
_PAUSE_SECONDS = 0.002


@dataclass(frozen=True, slots=True)
class Listed:
    """How many lines there are, of how many, and whether all have been looked through."""

    count: int = 0
    total: int = 0
    is_complete: bool = True


class ChangeList(ScrollView, can_focus=True):
    """The changed rows of a category that have a text in their lines; one of them is selected."""

    @dataclass
    class Chosen(Message):
        """The reader wants to see a row."""

        row: int

    @dataclass
    class Left(Message):
        """The reader pressed a key that is not the list's own: to narrow it, to end that, or to hide the list."""

        key: str

    COMPONENT_CLASSES: ClassVar[set[str]] = {"change-list--line", "change-list--selected", "change-list--found"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "step(1)", show=False),
        Binding("k,up", "step(-1)", show=False),
        Binding("pagedown,space", "page(1)", show=False),
        Binding("pageup,b", "page(-1)", show=False),
        Binding("g,home", "edge(-1)", show=False),
        Binding("G,end", "edge(1)", show=False),
        Binding("enter", "choose", "go there"),
        Binding("tab", "filter(1)", "another kind"),
        Binding("shift+tab", "filter(-1)", show=False),
        Binding("escape", "leave('escape')", "close"),
        Binding("slash", "leave('slash')", "containing"),
        Binding("q,s", "leave('close')", show=False),
    ]
    ALLOW_SELECT = False

    comparison: reactive[Comparison | None] = reactive(None)
    category: reactive[Category] = reactive(Category.DIFFERENCE)
    query_text: reactive[str] = reactive("")
    selected: reactive[int] = reactive(0)
    listed: reactive[Listed] = reactive(Listed())

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[int] = []
        self._search: Search | None = None

    def watch_comparison(self, before: Comparison | None, now: Comparison | None) -> None:
        """List what came; where only words have come, the same line is selected."""
        here = self._here
        self._fill()
        if before is not None and now is not None and now.is_stage_of(before):
            self.select(here)

    def watch_category(self) -> None:
        """List what is asked for now."""
        self._fill()

    def watch_query_text(self, _: str, now: str) -> None:
        """List what has the text; without one, all again, and the same line selected."""
        here = self._here
        self._search = Search(now) if now else None
        self._fill()
        if not now:
            self.select(here)

    @property
    def _here(self) -> int:
        """The row of the line selected."""
        return self._rows[self.selected] if self._rows else 0

    def _fill(self) -> None:
        self.workers.cancel_node(self)
        rows = self.comparison.rows if self.comparison else ()
        members = [index for index, row in enumerate(rows) if self.category.holds(row)]
        self._rows = []
        self.selected = 0
        first = len(members) if self._search is None else _SLICE
        self._take(members[:first], Listed(0, len(members), len(members) <= first))
        if len(members) > first:
            self._take_rest(members)

    def _take(self, members: Sequence[int], listed: Listed) -> None:
        """List those of these rows that have what is looked for."""
        search, comparison = self._search, self.comparison
        if search is None or comparison is None:
            self._rows += members
        else:
            self._rows += [index for index in members if search.stretches(gist(comparison.rows[index]))]
        self.listed = Listed(len(self._rows), listed.total, listed.is_complete)
        self.virtual_size = Size(self.size.width, len(self._rows))
        self.refresh()

    @work(exclusive=True)
    async def _take_rest(self, members: Sequence[int]) -> None:
        for start in range(_SLICE, len(members), _SLICE):
            await asyncio.sleep(_PAUSE_SECONDS)
            end = start + _SLICE
            self._take(members[start:end], Listed(0, len(members), end >= len(members)))

    def select(self, row: int) -> None:
        """Select a row, or the first after it."""
        self.selected = next((place for place, index in enumerate(self._rows) if index >= row), 0)

    def validate_selected(self, place: int) -> int:
        """A line that exists."""
        return max(0, min(place, len(self._rows) - 1))

    def watch_selected(self, place: int) -> None:
        """Keep the line in view."""
        y = self.scroll_offset.y
        self.scroll_to(y=max(place - self.size.height + 1, min(y, place)), animate=False, immediate=True)
        self.refresh()

    def action_step(self, by: int) -> None:
        """To a neighbouring line."""
        self.selected += by

    def action_page(self, by: int) -> None:
        """A screen of lines on."""
        self.selected += by * max(1, self.size.height - 1)

    def action_edge(self, to: int) -> None:
        """To the first or last line."""
        self.selected = 0 if to < 0 else len(self._rows) - 1

    def action_filter(self, by: int) -> None:
        """List another category."""
        categories = list(Category)
        self.category = categories[(categories.index(self.category) + by) % len(categories)]

    def action_choose(self) -> None:
        """Go to the selected row."""
        if self._rows:
            self.post_message(self.Chosen(self._rows[self.selected]))

    def action_leave(self, key: str) -> None:
        """Let the panel do what the key is for."""
        self.post_message(self.Left(key))

    def on_click(self, event: events.Click) -> None:
        """Go to the row clicked."""
        place = self.scroll_offset.y + event.y
        if place < len(self._rows):
            self.selected = place
            self.action_choose()

    def render_line(self, y: int) -> Strip:
        """Line `y` of the screen."""
        place = self.scroll_offset.y + y
        cells = self.size.width
        plain = self.get_component_rich_style("change-list--line")
        if self.comparison is None or place >= len(self._rows):
            return Strip.blank(cells, plain)
        style = self.get_component_rich_style("change-list--selected") if place == self.selected else plain
        row = self.comparison.rows[self._rows[place]]
        places_width = _PLACES_WIDTH if cells >= _ROOMY_FROM else _NARROW_PLACES_WIDTH
        before = f" {sign(row):<{_SIGN_WIDTH}}{places(row):<{places_width}}"
        strip = Strip([Segment(before, style), *self._found(gist(row), cells - len(before), style)])
        if strip.cell_length > cells:
            strip = Strip([*strip.crop(0, cells - 1), Segment(CUT, style)])
        return strip.adjust_cell_length(cells, style)

    def _found(self, text: str, cells: int, style: Style) -> Iterator[Segment]:
        """A line's text, what was looked for set off; a long line begins where that can be seen."""
        stretches = self._search.stretches(text) if self._search else []
        start = 0
        if stretches and width(visible(text[: stretches[0][1]])) >= cells:
            start = text.rfind(" ", 0, max(0, stretches[0][0] - _BEFORE_FOUND)) + 1
        if start:
            yield Segment(f"{CUT} ", style)
        end = start + _SHOWN_LENGTH
        found_style = style + self.get_component_rich_style("change-list--found", partial=True)
        for found_start, found_end in stretches:
            if start <= found_start < end:
                yield Segment(visible(text[start:found_start]), style)
                yield Segment(visible(text[found_start:found_end]), found_style)
                start = found_end
        yield Segment(visible(text[start:end]), style)
