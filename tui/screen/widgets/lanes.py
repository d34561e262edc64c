"""The lanes of a story in the place of the articles, and the sentences of the current change below them."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import var
from textual.widgets import Static

from ...view.actions import Action, GoToLane, GoToUnnoted, MoveChange, MoveLane, PlainAction
from ...view.lane_lines import LaneLine, detail_lines, lane_lines, line_pieces
from ...view.pieces import Piece
from ...view.story import Pane, Story
from ...view.version_columns import columns
from ...view.view_state import ViewState
from ..ink import DIM
from ..messages import Do
from .paging import PAGING
from .piece_content import line_content

# The heights, in lines, from which the sentences of the current change stand below, and from which there is air.
_DETAILS_FROM, _ROOMY_FROM = 12, 24
_RULE = "─"
_ACTIONS: dict[str, Action] = {
    "down": MoveLane(1),
    "up": MoveLane(-1),
    "right": MoveChange(1),
    "left": MoveChange(-1),
    "next": GoToUnnoted(1),
    "previous": GoToUnnoted(-1),
    "read": PlainAction.READ_CHANGE,
    "close": PlainAction.SHOW_ARTICLES,
    "copy": PlainAction.COPY_LANE,
}


class Lanes(Static, can_focus=True):
    """Lines of the lanes, and below them what the current change is."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "follow('read')", "read there"),
        Binding("escape,q", "follow('close')", "articles"),
        Binding("right,l", "follow('right')", "its next change"),
        Binding("left,h", "follow('left')", show=False),
        Binding("d", "follow('next')", "next without a note"),
        Binding("D", "follow('previous')", show=False),
        Binding("y", "follow('copy')", "copy"),
        Binding("j,down", "follow('down')", show=False),
        Binding("k,up", "follow('up')", show=False),
        *PAGING,
    ]

    state: var[ViewState] = var(ViewState())

    def __init__(self) -> None:
        super().__init__()
        self._top = 0

    def on_mount(self) -> None:
        """Follow the state of the screen."""
        self.watch(self.screen, "state", self._take)

    def _take(self, state: ViewState) -> None:
        self.state = state

    def watch_state(self, before: ViewState, now: ViewState) -> None:
        """Show another lane, or other versions."""
        if now.story is not before.story:
            self.refresh()

    def action_follow(self, name: str) -> None:
        """Do what a key is for."""
        self.post_message(Do(_ACTIONS[name]))

    def action_page(self, by: int) -> None:
        """Go a window of lines on."""
        self.post_message(Do(MoveLane(by * max(1, self.size.height - 2))))

    def action_edge(self, to: int) -> None:
        """Go to the first or the last line."""
        story = self.state.story
        if story is not None and story.history is not None:
            self.post_message(Do(MoveLane(to * len(story.history.lanes))))

    def render(self) -> Content:
        """Return the lines that there is room for, the current one among them."""
        story = self.state.story
        if story is None or story.pane is not Pane.LANES:
            return Content()
        cells, height = self.size.width, self.size.height
        details = self._details(story)
        shown = self._shown(story)
        content = [line_content(line_pieces(line, story, cells), cells, story.lane == line.lane) for line in shown]
        if details:
            blank = [Content()] * (height - len(shown) - len(details) - 1)
            rule = Content.styled(f" {_RULE * max(0, cells - 2)}", DIM)
            content = [*content, *blank, rule, *(line_content(pieces, cells) for pieces in details)]
        return Content("\n").join(content)

    def _details(self, story: Story) -> Sequence[Sequence[Piece]]:
        return detail_lines(story, self.size.width) if self.size.height >= _DETAILS_FROM else []

    def _shown(self, story: Story) -> list[LaneLine]:
        """Return the lines of the lanes in view; of the first group, also its heading."""
        lines = lane_lines(story, is_roomy=self.size.height >= _ROOMY_FROM)
        details = self._details(story)
        height = max(1, self.size.height - (len(details) + 1 if details else 0))
        at = next((place for place, line in enumerate(lines) if line.lane == story.lane), 0)
        first = 0 if at < height and self._top == 0 else self._top
        first = min(max(first, at - height + 1), at)
        if at - first < 2 and at < height:
            first = 0
        self._top = max(0, min(first, len(lines) - height))
        return lines[self._top : self._top + height]

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Go a line down."""
        event.stop()
        self.post_message(Do(MoveLane(1)))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Go a line up."""
        event.stop()
        self.post_message(Do(MoveLane(-1)))

    def on_click(self, event: events.Click) -> None:
        """Go to the lane clicked, and to its change in the version clicked; a double click reads there."""
        story = self.state.story
        if story is None or story.pane is not Pane.LANES:
            return
        if event.chain > 1:
            self.post_message(Do(PlainAction.READ_CHANGE))
            return
        shown = self._shown(story)
        if event.y < len(shown) and (lane := shown[event.y].lane) is not None:
            version = columns(len(story.versions), self.size.width, story.ends).version_at(event.x)
            self.post_message(Do(GoToLane(lane, version)))
