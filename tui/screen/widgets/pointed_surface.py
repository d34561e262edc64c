"""The surface under the mouse: wheel, clicks, and the overview to click at or drag along."""

from textual import events

from ...view.actions import OpenFold, PlainAction, PointAt
from ...view.outline import BlockForm
from ...view.overview import OVERVIEW_WIDTH
from ..messages import Do
from ..painting.selection import anchors
from .handing_back import covering
from .surface import Surface

_WHEEL_LINES = 3


class PointedSurface(Surface):
    """Blocks that the mouse scrolls and makes current."""

    def __init__(self) -> None:
        super().__init__()
        self._has_led_away = False

    def _on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop().prevent_default()
        self._wheel(_WHEEL_LINES)

    def _on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop().prevent_default()
        self._wheel(-_WHEEL_LINES)

    def _wheel(self, by: int) -> None:
        self._jump(self.scroll_offset.y + by)
        self._stay_in_view()

    def on_click(self, event: events.Click) -> None:
        """Make the block clicked current, and the sentence of a translation; open a fold, follow a note of a move.

        A double click, or a click on a sign, says why two paragraphs are a pair. With a panel over the articles the
        screen closes that, and nothing else.
        """
        # Textual's own double click would select the whole book.
        event.prevent_default()
        if self.screen.get_selected_text() or covering(self.screen):
            return
        if self._lines is None or not self._lines.blocks or self._is_on_overview(event):
            return
        if event.chain > 1:
            if not self._has_led_away:
                self.post_message(Do(PlainAction.OPEN_REASONS))
            return
        y = self.scroll_offset.y + event.y
        clicked = self._lines.block_at(y)
        block, shown = self._lines.blocks[clicked], self._lines.block_lines(clicked).lines
        place = y - self._lines.top(clicked)
        # The character under the mouse, as a selection finds it.
        _, offset = self.screen.get_widget_and_offset_at(event.screen_x, event.screen_y)
        if (
            self._lines.comparison.languages is not None
            and offset is not None
            and offset.y in (cells := tuple(anchors(clicked)))
        ):
            cell = cells.index(offset.y)
            self.post_message(Do(PointAt(block, self._lines.stage, cell, offset.x)))
        else:
            self._stay_at(clicked)
        # What the second click of a double click finds under the mouse is another row then.
        self._has_led_away = block.form is BlockForm.FOLD or (place < len(shown) and bool(shown[place].note))
        if block.form is BlockForm.FOLD:
            self.post_message(Do(OpenFold(block)))
        elif self._has_led_away:
            self.post_message(Do(PlainAction.FOLLOW))
        elif place < len(shown) and shown[place].sign and self._lines.columns.has_sign_at(event.x):
            self.post_message(Do(PlainAction.OPEN_REASONS))

    def _is_on_overview(self, event: events.MouseEvent) -> bool:
        return event.x >= self.size.width - OVERVIEW_WIDTH

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Hold the overview to drag the view along it."""
        if self._is_on_overview(event) and not covering(self.screen):
            # A press has begun a selection in Textual already.
            self.screen.clear_selection()
            self.capture_mouse()
            self._drag_to(event.y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Follow the mouse while the overview is held."""
        if self.app.mouse_captured is self:
            self._drag_to(event.y)

    def on_mouse_up(self) -> None:
        """Let go of the overview."""
        self.release_mouse()

    def _drag_to(self, line: int) -> None:
        if (overview := self.overview) is not None:
            self._jump(int(line * overview.scale) - self.size.height // 2)
            self._stay_in_view()
