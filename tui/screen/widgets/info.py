"""Why two paragraphs stand beside each other: what speaks for the pair, and what became of it."""

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widgets import Static

from diffing.stage import Stage

from ...text.wrapping import wrap
from ...view.entry_marks import Marking
from ...view.pair_evidence import explanation
from ...view.view_state import Block


class Info(Static):
    """A few lines below the articles, shown on demand. They take so much of the screen and no more."""

    stage: reactive[Stage | None] = reactive(None)
    block: reactive[Block | None] = reactive(None, layout=True)
    marking: reactive[Marking | None] = reactive(None, layout=True)

    def on_mount(self) -> None:
        """Follow where the reader is."""
        self.watch(self.screen, "stage", self._take)
        self.watch(self.screen, "block", self._go_to)
        self.watch(self.screen, "marking", self._mark)

    def _take(self, stage: Stage | None) -> None:
        self.stage = stage

    def _go_to(self, block: Block | None) -> None:
        self.block = block

    def _mark(self, marking: Marking | None) -> None:
        self.marking = marking

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as there are to show; the stylesheet has the limit."""
        return len(self._lines(width))

    def render(self) -> Content:
        """What is known of the current row; where it does not fit, how many lines there are besides."""
        lines = self._lines(self.content_size.width)
        height = self.content_size.height
        if 0 < height < len(lines):
            cut = len(lines) - height + 1
            lines = [*lines[: height - 1], f"… {cut} more lines in a taller window"]
        return Content("\n".join(lines))

    def _lines(self, cells: int) -> list[str]:
        if self.stage is None or self.block is None or cells < 1:
            return []
        return [
            line[start:end]
            for line in explanation(self.stage, self.block, cells, self.marking)
            for start, end in wrap(line, max(cells, 2))
        ]
