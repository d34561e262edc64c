"""Why two paragraphs stand beside each other: what speaks for the pair, and what became of it."""

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.reactive import var
from textual.widgets import Static

from ...keys.commands import key_label
from ...text.wrapping import wrap
from ...view.pair_evidence import explanation
from ...view.view_state import ViewState


class Info(Static):
    """Some lines below the articles, shown on demand. The stylesheet bounds their height; what does not fit scrolls."""

    state: var[ViewState] = var(ViewState())

    def __init__(self) -> None:
        super().__init__()
        self._first = 0

    def on_mount(self) -> None:
        """Follow the state of the screen."""
        self.watch(self.screen, "state", self._take)

    def _take(self, state: ViewState) -> None:
        self.state = state

    def watch_state(self, before: ViewState, now: ViewState) -> None:
        """Show or hide the lines; they may be more or fewer for another row."""
        self.set_class(now.shows_reasons, "-open")
        is_same_note = now.notes is before.notes and now.marking is before.marking
        if now.stage is not before.stage or not is_same_note or now.block != before.block:
            self._first = 0
            self.refresh(layout=True)
        if not now.shows_reasons:
            self._first = 0

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the number of lines to show; the stylesheet bounds it."""
        return len(self._lines(width))

    def page(self) -> bool:
        """Show what comes below; return whether there was something."""
        below = len(self._lines(self.content_size.width)) - self._first - self.content_size.height
        if below > 0:
            # The last line was that of the sign.
            self._scroll(self.content_size.height - 1)
        return below > 0

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down by a line."""
        event.stop()
        self._scroll(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up by a line."""
        event.stop()
        self._scroll(-1)

    def _scroll(self, by: int) -> None:
        last = len(self._lines(self.content_size.width)) - self.content_size.height
        self._first = max(0, min(self._first + by, last))
        self.refresh()

    def render(self) -> Content:
        """Return what is known of the current row; where there is more below, the number of its lines besides."""
        height = max(1, self.content_size.height)
        lines = self._lines(self.content_size.width)
        first = max(0, min(self._first, len(lines) - height))
        shown, below = lines[first : first + height], len(lines) - first - height
        if below > 0:
            more = below + 1
            shown[-1] = f"… {more} more lines: {key_label(self.state.commands, 'why')}"
        return Content("\n".join(shown))

    def _lines(self, cells: int) -> list[str]:
        stage, block = self.state.stage, self.state.block
        if stage is None or block is None or cells < 1:
            return []
        return [
            line[start:end]
            for line in explanation(stage, block, cells, self.state.marking, self.state.notes.get(block.row, ""))
            for start, end in wrap(line, max(cells, 2))
        ]
