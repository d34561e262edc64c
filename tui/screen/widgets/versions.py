"""The line of versions above the articles of a story. A click on a version compares with it, one on a bar that step."""

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.reactive import var
from textual.widgets import Static

from ...view.actions import CompareVersions
from ...view.story import Pane
from ...view.version_line import Line, clicked, version_line
from ...view.view_state import ViewState
from ..messages import Do
from .handing_back import covering
from .piece_content import line_content

# The heights of windows, in lines, from which the numbers have a line, the weights another, and all have one.
_NUMBERS_FROM, _WEIGHTS_FROM, _ALL_FROM = 10, 18, 30


class Versions(Static):
    """Some lines, more of them in a high window; none where there are only two articles."""

    ALLOW_SELECT = False

    state: var[ViewState] = var(ViewState())

    def watch_state(self, before: ViewState, now: ViewState) -> None:
        """Show what is in view, and what has come."""
        if now.story is not before.story:
            panes = [state.story and state.story.pane for state in (before, now)]
            self.refresh(layout=panes[0] is not panes[1])

    def lines(self) -> list[Line]:
        """Return the lines that there is room for."""
        height = self.app.size.height
        if height >= _ALL_FROM:
            return list(Line)
        lines = [Line.NUMBERS, Line.WEIGHTS] if height >= _WEIGHTS_FROM else [Line.NUMBERS]
        story = self.state.story
        if story is not None and story.pane is not Pane.ARTICLES:
            # The title, which names the two versions, is not there then.
            return [Line.SUMMARY, *lines]
        return lines if height >= _NUMBERS_FROM else []

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the number of lines."""
        return len(self.lines())

    def render(self) -> Content:
        """Return the lines."""
        story = self.state.story
        if story is None:
            return Content()
        cells = self.content_size.width
        return Content("\n").join(line_content(pieces, cells) for pieces in version_line(story, cells, self.lines()))

    def on_click(self, event: events.Click) -> None:
        """Compare with the version clicked."""
        story, place = self.state.story, event.get_content_offset(self)
        if story is None or place is None or covering(self.screen):
            return
        lines = self.lines()
        if place.y < len(lines):
            ends = clicked(story, self.content_size.width, lines[place.y], place.x)
            if ends is not None:
                self.post_message(Do(CompareVersions(*ends)))
