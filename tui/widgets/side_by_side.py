"""The two articles: one scrolling surface, painted line by line.

Only what is visible is painted; a widget a paragraph would take minutes to open a book.
"""

from typing import ClassVar

from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from diffing.model import Comparison
from tui.labels import FURNITURE_SIGN, MOVED_SIGN, SIGNS
from tui.layout import Layout, Role
from tui.messages import RowReached
from tui.painting import Palette, paint

# A row reached by a key keeps this many lines of its surroundings in view, as `scrolloff` does in an editor.
_CONTEXT = 3
# Lines of the last page that stay in view on the next.
_PAGE_OVERLAP = 2
_WHEEL_LINES = 3


class SideBySide(ScrollView, can_focus=True):
    """The rows of a comparison, one of them current."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "side-by-side--bar",
        "side-by-side--number",
        "side-by-side--similarity",
        *(f"side-by-side--sign-{kind.value}" for kind in SIGNS),
        "side-by-side--sign-moved",
        "side-by-side--sign-furniture",
        *(f"side-by-side--{role.value}" for role in Role),
    }
    ALLOW_SELECT = False

    comparison: reactive[Comparison | None] = reactive(None)
    current: reactive[int] = reactive(0)

    def __init__(self) -> None:
        super().__init__()
        self._layout_now: Layout | None = None
        self._palette: Palette | None = None

    def watch_comparison(self) -> None:
        """Lay out what came."""
        self._lay_out()

    def watch_current(self, before: int, now: int) -> None:
        """Bring the row into view, moving as little as possible."""
        self._reveal(now)
        self.refresh()

    def on_resize(self) -> None:
        """Lay out for the new width; the current row stays in view."""
        self._lay_out()

    def notify_style_update(self) -> None:
        """A theme came: its colours are asked for again."""
        super().notify_style_update()
        self._palette = None

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        if self.comparison is None or not self.size:
            return
        if self._layout_now is None or (self._layout_now.comparison, self._layout_now.columns.width) != (
            self.comparison,
            width,
        ):
            self._layout_now = Layout(self.comparison, width)
            self.virtual_size = Size(width, self._layout_now.height)
        self._reveal(self.current)
        self.refresh()

    def _reveal(self, row: int) -> None:
        layout = self._layout_now
        if layout is None or not self.comparison or not self.comparison.rows:
            return
        height = self.size.height
        top, bottom = layout.top(row), layout.bottom(row)
        if bottom - top + 2 * _CONTEXT >= height:
            # A row that hardly fits or does not starts at the top of the screen.
            first = last = top
        else:
            first, last = bottom + _CONTEXT - height, top - _CONTEXT
        self._jump(max(first, min(self.scroll_offset.y, last)))

    def _jump(self, y: int) -> None:
        self.scroll_to(y=y, animate=False, immediate=True)

    def scroll_inside(self, by: int) -> bool:
        """Scroll on through a current row that reaches beyond the screen; whether there was more of it."""
        layout = self._layout_now
        if layout is None or not self.comparison or not self.comparison.rows:
            return False
        height = self.size.height
        y = self.scroll_offset.y
        top, bottom = layout.top(self.current), layout.bottom(self.current)
        if bottom - top <= height:
            return False
        if by > 0 and bottom > y + height:
            self._jump(min(y + height - _PAGE_OVERLAP, bottom - height))
            return True
        if by < 0 and top < y:
            self._jump(max(y - height + _PAGE_OVERLAP, top))
            return True
        return False

    def page(self, by: int) -> None:
        """Scroll by a screen; the current row becomes the first that begins there, or at an end the last of all."""
        layout = self._layout_now
        if layout is None or not self.comparison or not self.comparison.rows:
            return
        height = self.size.height
        y = self.scroll_offset.y
        to = max(0, min(y + by * max(1, height - _PAGE_OVERLAP), layout.height - height))
        if to == y:
            self.post_message(RowReached(len(self.comparison.rows) - 1 if by > 0 else 0))
            return
        self._jump(to)
        self._keep_current_visible(prefer_first=True)

    def _keep_current_visible(self, prefer_first: bool) -> None:
        """After scrolling: the row in view nearest the current one, or the first that begins in view."""
        layout = self._layout_now
        if layout is None:
            return
        y = self.scroll_offset.y
        first = layout.row_at(y)
        last = layout.row_at(y + self.size.height - 1)
        if layout.top(first) < y and first < last:
            first += 1
        if layout.bottom(last) > y + self.size.height and last > first:
            last -= 1
        row = first if prefer_first else max(first, min(self.current, last))
        if row != self.current:
            self.set_reactive(SideBySide.current, row)
            self.refresh()
            self.post_message(RowReached(row))

    def _on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self._wheel(_WHEEL_LINES)

    def _on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self._wheel(-_WHEEL_LINES)

    def _wheel(self, lines: int) -> None:
        self._jump(self.scroll_offset.y + lines)
        self._keep_current_visible(prefer_first=False)

    def on_click(self, event: events.Click) -> None:
        """The row clicked becomes current."""
        if self._layout_now is not None and self.comparison and self.comparison.rows:
            self.post_message(RowReached(self._layout_now.row_at(self.scroll_offset.y + event.y)))

    def render_line(self, y: int) -> Strip:
        """Line `y` of the screen."""
        layout = self._layout_now
        if self._palette is None:
            self._palette = self._make_palette()
        line = self.scroll_offset.y + y
        if layout is None or line >= layout.height:
            return Strip.blank(self.size.width, self._palette.plain)
        row = layout.row_at(line)
        is_current = row == self.current
        strip = paint(layout.row_lines(row), line - layout.top(row), layout.columns, self._palette, is_current)
        return strip.adjust_cell_length(self.size.width, self._palette.plain)

    def _make_palette(self) -> Palette:
        plain = self.rich_style

        def style(name: str) -> Style:
            return self.get_component_rich_style(f"side-by-side--{name}")

        return Palette(
            plain=plain,
            bar=style("bar"),
            number=style("number"),
            similarity=style("similarity"),
            signs={sign: style(f"sign-{kind.value}") for kind, sign in SIGNS.items()}
            | {MOVED_SIGN: style("sign-moved"), FURNITURE_SIGN: style("sign-furniture")},
            roles={role: style(role.value) for role in Role},
        )
