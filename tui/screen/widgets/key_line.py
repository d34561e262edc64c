"""The last line of the screen: the keys that matter now, never one cut off. A click on one presses it."""

from collections.abc import Iterator

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from diffing.stage import Stage

from ...keys.commands import Commands, Occasion
from ...keys.hints import GAP, KeyHint, fitting, hints
from ...view.query import Search
from ...view.view_state import AS_FOUND, Block, Form, Reading, View

# Cells at either end of the line.
_MARGIN = 1


class KeyLine(Static):
    """The keys of what has the focus: those of a panel or prompt, or of the articles by what is current there."""

    ALLOW_SELECT = False

    stage: reactive[Stage | None] = reactive(None)
    reading: reactive[Reading] = reactive(AS_FOUND)
    block: reactive[Block | None] = reactive(None)
    search: reactive[Search | None] = reactive(None)
    closes_reasons: reactive[bool] = reactive(False)
    leads_back: reactive[bool] = reactive(False)
    leads_forth: reactive[bool] = reactive(False)

    def __init__(self, commands: Commands) -> None:
        super().__init__()
        self._commands = commands

    def on_mount(self) -> None:
        """Follow the focus."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self.refresh())

    def render(self) -> Content:
        """The line."""
        shown = [Content.assemble((hint.label, "bold $cursor"), (f" {hint.words}", "$quiet")) for hint in self.shown()]
        return Content.assemble(" " * _MARGIN, Content(" " * GAP).join(shown))

    def shown(self) -> list[KeyHint]:
        """What stands on the line, from left to right."""
        return fitting(self._hints(), self.size.width - 2 * _MARGIN)

    def _hints(self) -> Iterator[KeyHint]:
        active = self.screen.active_bindings
        panel = [
            bound.binding
            for bound in active.values()
            if bound.binding.show and bound.binding.description and bound.node not in (self.screen, self.app)
        ]
        told = set()
        for place, binding in enumerate(panel):
            if binding.action not in told:
                told.add(binding.action)
                yield KeyHint(binding.key, binding.description, place)
        actions = {command.keys[0]: command.action for command in self._commands}
        for hint in hints(self._commands, self._occasions()):
            # A prompt takes letters for itself, a panel may have other uses for a key.
            reached = hint.key in active and active[hint.key].binding.action == actions[hint.key]
            if reached and (hint.pinned or not panel):
                yield hint

    def _occasions(self) -> set[Occasion]:
        occasions = {Occasion.ALWAYS}
        if self.search is not None:
            occasions.add(Occasion.SEARCH)
        if self.closes_reasons:
            occasions.add(Occasion.REASONS)
        elif self.search is not None:
            occasions.add(Occasion.SEARCH_LAST)
        if self.leads_back:
            occasions.add(Occasion.BEFORE)
        if self.leads_forth:
            occasions.add(Occasion.AFTER)
        if self.block is None or self.stage is None or self.block.row >= len(self.stage.rows):
            return occasions
        if self.block.form is Form.FOLD:
            occasions.add(Occasion.FOLD)
        elif self.stage.rows[self.block.row].moved and self.reading.view not in (View.LEFT, View.RIGHT):
            occasions.add(Occasion.MOVED)
        return occasions

    def on_click(self, event: events.Click) -> None:
        """Press the key clicked."""
        start = _MARGIN
        for hint in self.shown():
            if start <= event.x < start + hint.width:
                self.app.simulate_key(hint.key)
            start += hint.width + GAP
