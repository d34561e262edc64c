"""Why two paragraphs stand beside each other: what speaks for the pair, and what became of it."""

from textual.content import Content
from textual.geometry import Size
from textual.reactive import var
from textual.widgets import Static

from ...text.wrapping import wrap
from ...view.pair_evidence import explanation
from ...view.view_state import ViewState


class Info(Static):
    """A few lines below the articles, shown on demand. The stylesheet bounds their height."""

    state: var[ViewState] = var(ViewState())

    def on_mount(self) -> None:
        """Follow the state of the screen."""
        self.watch(self.screen, "state", self._take)

    def _take(self, state: ViewState) -> None:
        self.state = state

    def watch_state(self, before: ViewState, now: ViewState) -> None:
        """Show or hide the lines; they may be more or fewer for another row."""
        self.set_class(now.shows_reasons, "-open")
        if now.stage is not before.stage or now.marking is not before.marking or now.block != before.block:
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the number of lines to show; the stylesheet bounds it."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Return what is known of the current row; where it does not fit, the number of lines besides."""
        lines = self._lines(self.content_size.width)
        height = self.content_size.height
        if 0 < height < len(lines):
            cut = len(lines) - height + 1
            lines = [*lines[: height - 1], f"… {cut} more lines in a taller window"]
        return Content("\n".join(lines))

    def _lines(self, cells: int) -> list[str]:
        stage, block = self.state.stage, self.state.block
        if stage is None or block is None or cells < 1:
            return []
        return [
            line[start:end]
            for line in explanation(stage, block, cells, self.state.marking)
            for start, end in wrap(line, max(cells, 2))
        ]
