"""All changes, a line each: how many there are of each kind, where they are, and how they begin."""

from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Static

from diffing.changes import changes
from diffing.model import Comparison, Row, Span
from tui.labels import bounds, counts, places, sign
from tui.reading import Category
from tui.visible import visible

_SIGN_WIDTH, _PLACES_WIDTH = 4, 14
# More than fits on a line of any screen.
_GIST_LENGTH = 300


@dataclass
class ChangeChosen(Message):
    """The reader wants to see a row."""

    row: int


class ChangeList(ScrollView, can_focus=True):
    """The changed rows of a category, painted line by line as the articles are; one of them is selected."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"change-list--line", "change-list--selected"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "step(1)", show=False),
        Binding("k,up", "step(-1)", show=False),
        Binding("pagedown,space", "page(1)", show=False),
        Binding("pageup,b", "page(-1)", show=False),
        Binding("g,home", "edge(-1)", show=False),
        Binding("G,end", "edge(1)", show=False),
        Binding("enter", "choose", show=False),
        Binding("tab", "filter(1)", show=False),
        Binding("shift+tab", "filter(-1)", show=False),
        Binding("q,escape,s", "close", show=False),
    ]
    ALLOW_SELECT = False

    comparison: reactive[Comparison | None] = reactive(None)
    category: reactive[Category] = reactive(Category.DIFFERENCE)
    selected: reactive[int] = reactive(0)

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[int] = []

    def watch_comparison(self) -> None:
        """List what came."""
        self._fill()

    def watch_category(self) -> None:
        """List what is asked for now."""
        self._fill()

    def _fill(self) -> None:
        rows = self.comparison.rows if self.comparison else ()
        self._rows = [index for index, row in enumerate(rows) if self.category.holds(row)]
        self.virtual_size = Size(self.size.width, len(self._rows))
        self.selected = 0
        self.refresh()

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
            self.post_message(ChangeChosen(self._rows[self.selected]))

    def action_close(self) -> None:
        """Hide the list."""
        self.query_ancestor(Summary).close()

    def on_click(self, event: events.Click) -> None:
        """Go to the row clicked."""
        place = self.scroll_offset.y + event.y
        if place < len(self._rows):
            self.selected = place
            self.action_choose()

    def render_line(self, y: int) -> Strip:
        """Line `y` of the screen."""
        place = self.scroll_offset.y + y
        width = self.size.width
        plain = self.get_component_rich_style("change-list--line")
        if self.comparison is None or place >= len(self._rows):
            return Strip.blank(width, plain)
        style = self.get_component_rich_style("change-list--selected") if place == self.selected else plain
        row = self.comparison.rows[self._rows[place]]
        text = f" {sign(row):<{_SIGN_WIDTH}}{places(row):<{_PLACES_WIDTH}}{visible(_gist(row))}"
        strip = Strip([Segment(text, style)])
        if strip.cell_length > width:
            strip = Strip([*strip.crop(0, width - 1), Segment("…", style)])
        return strip.adjust_cell_length(width, style)


class Summary(Vertical):
    """A panel over the articles: the counts and the list. It is always there and only shown or hidden."""

    comparison: reactive[Comparison | None] = reactive(None)

    def compose(self) -> ComposeResult:
        """Counts above, list below."""
        yield Static(id="counts")
        yield ChangeList().data_bind(Summary.comparison)

    def on_mount(self) -> None:
        """Follow the list's category in the heading."""
        self.watch(self.query_one(ChangeList), "category", self._head)

    def watch_comparison(self) -> None:
        """Count what came."""
        if self.is_mounted:
            self._head()

    def _head(self) -> None:
        if self.comparison is None:
            return
        category = self.query_one(ChangeList).category
        self.query_one("#counts", Static).update(
            Content(
                f"{counts(self.comparison)}\n{bounds(self.comparison)}\n"
                f"Every {category.value}   (Tab: another kind · Enter: go there · Esc: close)\n"
            )
        )

    def open(self, row: int) -> None:
        """Show the panel with a row selected."""
        self.add_class("-open")
        changes = self.query_one(ChangeList)
        changes.select(row)
        changes.focus()

    def close(self) -> None:
        """Hide the panel."""
        self.remove_class("-open")
        self.screen.focus_next("SideBySide")


def _gist(row: Row) -> str:
    """What a line of the list says of a row: its changes, or how it begins."""
    if row.left and row.right:
        text = " · ".join(_change([row.spans[place] for place in change]) for change in changes(row.spans))
    else:
        text = "".join(span.left or span.right for span in row.spans)
    return text[:_GIST_LENGTH].replace("\n", " ")


def _change(spans: list[Span]) -> str:
    """Spans that read as one change, in a few signs: 'old → new', '+new', '−old'."""
    old = "".join(span.left for span in spans).strip()
    new = "".join(span.right for span in spans).strip()
    if old and new:
        return f"{old} → {new}"
    return f"−{old}" if old else f"+{new}"
