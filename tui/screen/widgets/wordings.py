"""The wordings of a paragraph below each other, in the place of the articles."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import var
from textual.widgets import Static

from ...view.actions import MoveLane, PlainAction
from ...view.story import Pane
from ...view.view_state import ViewState
from ...view.wording_lines import wording_lines
from ..messages import Do
from .piece_content import line_content


class Wordings(Static, can_focus=True):
    """The wordings, the oldest first; what does not fit scrolls."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter", "close", "articles"),
        Binding("j,down", "scroll_by(1)", "down"),
        Binding("k,up", "scroll_by(-1)", show=False),
        Binding("pagedown,space", "page(1)", show=False),
        Binding("pageup,b", "page(-1)", show=False),
    ]

    state: var[ViewState] = var(ViewState())

    def on_mount(self) -> None:
        """Follow the state of the screen."""
        self.watch(self.screen, "state", self._take)

    def _take(self, state: ViewState) -> None:
        self.state = state

    def watch_state(self, before: ViewState, now: ViewState) -> None:
        """Show another paragraph, or other lines of it."""
        if now.story is not before.story or now.block != before.block:
            self.refresh()

    def action_close(self) -> None:
        """Show the articles again."""
        self.post_message(Do(PlainAction.SHOW_ARTICLES))

    def action_scroll_by(self, by: int) -> None:
        """Show lines further down, or further up."""
        story = self.state.story
        if story is not None:
            last = max(0, len(wording_lines(self.state, self.content_size.width)) - self.content_size.height)
            self.post_message(Do(MoveLane(max(-story.top, min(by, last - story.top)))))

    def action_page(self, by: int) -> None:
        """Show the next window of lines, or the one before."""
        self.action_scroll_by(by * max(1, self.content_size.height - 1))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down by a line."""
        event.stop()
        self.action_scroll_by(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up by a line."""
        event.stop()
        self.action_scroll_by(-1)

    def render(self) -> Content:
        """Return the lines that there is room for."""
        story = self.state.story
        if story is None or story.pane is not Pane.WORDINGS:
            return Content()
        cells, height = self.content_size
        lines = wording_lines(self.state, cells)[story.top : story.top + height]
        return Content("\n").join(line_content(pieces, cells) for pieces in lines)
