"""The answer above the articles: what changed that matters, in their own words. A click on a change goes there."""

from textual import events
from textual.content import Content
from textual.reactive import var
from textual.strip import Strip
from textual.visual import Visual
from textual.widgets import Static

from ...keys.commands import Commands, key_label
from ...present.answer import AnswerLine, answer
from ...present.tally import BETWEEN, nothing_found
from ...text.wrapping import width, wrap
from ...view.actions import JumpToEntry, Panel, Toggle
from ...view.entry_marks import Marking, marking_of
from ...view.view_state import ViewState
from ..ink import DIM
from ..messages import Do
from .change_content import change_content
from .handing_back import covering

_MARGIN = 1


class Answer(Static):
    """Some lines, as many before the ledger is there as afterwards, so that nothing moves under the reader's eyes."""

    ALLOW_SELECT = False

    state: var[ViewState] = var(ViewState())

    def __init__(self, commands: Commands) -> None:
        super().__init__()
        self._ledger_key = key_label(commands, "ledger")
        self._lines: list[AnswerLine] = []
        self._made_for: tuple[Marking, int, int] | None = None
        # Painted lines by their number and the change on them that the reader is at: a key changes two of them at most.
        self._painted: dict[tuple[int, int | None], Strip] = {}
        self._painted_for: tuple[object, ...] | None = None

    def watch_state(self, before: ViewState, now: ViewState) -> None:
        """Show what came, and at which change the reader is."""
        if (now.marking, now.stage, now.is_making_ledger, now.entry) != (
            before.marking,
            before.stage,
            before.is_making_ledger,
            before.entry,
        ):
            self.refresh()

    def render(self) -> Content:
        """Return the lines."""
        marking = marking_of(self.state.comparison, self.state.marking)
        cells, height = self.content_size.width - 2 * _MARGIN, self.content_size.height
        self._lines = self._answer(marking, cells, height) if marking is not None else []
        if self._lines:
            return Content("\n").join(self._line(line) for line in self._lines)
        texts = [self._nothing_yet()] if marking is None else nothing_found(marking.ledger, marking.comparison)
        lines = [text[start:end] for text in texts for start, end in wrap(text, max(2, cells))]
        return Content("\n").join(Content.styled(" " * _MARGIN + line, DIM) for line in lines[:height])

    def render_line(self, y: int) -> Strip:
        """Return a line of the answer, kept from before if it was painted with the same change."""
        marking = marking_of(self.state.comparison, self.state.marking)
        cells, height = self.content_size.width - 2 * _MARGIN, self.content_size.height
        lines = self._answer(marking, cells, height) if marking is not None else []
        if y >= len(lines):
            return super().render_line(y)
        style = self.visual_style
        now = self._made_for, style, self.app.theme
        if self._painted_for != now:
            self._painted_for, self._painted = now, {}
        entry = self.state.entry
        key = y, entry if any(item.entry == entry for item in lines[y].items) else None
        if key not in self._painted:
            self._painted[key] = Visual.to_strips(self, self._line(lines[y]), self.size.width, 1, style)[0]
        return self._painted[key]

    def _answer(self, marking: Marking, cells: int, height: int) -> list[AnswerLine]:
        """Return the lines of a size; they are made once."""
        if self._made_for != (marking, cells, height):
            self._made_for = marking, cells, height
            self._lines = answer(marking.ledger, marking.comparison, cells, height)
        return self._lines

    def _nothing_yet(self) -> str:
        state = self.state
        if state.stage is None or state.is_making_ledger or not state.stage.is_finished:
            return "looking for what changed …" if state.stage is not None else ""
        return f"{self._ledger_key} looks for what changed: the articles are long"

    def _line(self, line: AnswerLine) -> Content:
        between = Content.styled(BETWEEN, DIM)
        items = between.join(change_content(item, item.entry == self.state.entry) for item in line.items)
        # What is said of the whole, that these may be two stories, is no remark beside changes.
        rest = (line.rest, DIM if line.label or line.items else "")
        return Content.assemble(" " * _MARGIN, (line.label, DIM), items, rest)

    def entry_at(self, x: int, y: int) -> int | None:
        """Return the number of the entry that is shown at a place."""
        if not 0 <= y < len(self._lines):
            return None
        start = _MARGIN + width(self._lines[y].label)
        for item in self._lines[y].items:
            if start <= x < start + item.width:
                return item.entry
            start += item.width + width(BETWEEN)
        return None

    def on_click(self, event: events.Click) -> None:
        """Go to the change clicked; a click on what is only counted, or on a group, lists the changes."""
        if covering(self.screen):
            return
        place = event.get_content_offset(self)
        entry = None if place is None else self.entry_at(*place)
        marking = self.state.marking
        if marking is not None and entry is not None:
            self.post_message(Do(JumpToEntry(marking.comparison, marking.ledger.entries[entry])))
        else:
            self.post_message(Do(Toggle(Panel.LEDGER)))
