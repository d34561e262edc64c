"""The last line of the screen: the keys that matter now, never one cut off. A click on one presses it."""

from collections.abc import Iterator

from textual import events
from textual.content import Content
from textual.reactive import var
from textual.widgets import Static

from ...keys.commands import Commands
from ...keys.hints import GAP, KeyHint, fitting, hints
from ...view.occasions import occasions
from ...view.view_state import ViewState
from ..ink import DIM

# Cells at either end of the line.
_MARGIN = 1


class KeyLine(Static):
    """The keys of what has the focus: those of a panel or prompt, or of the articles by what is current there."""

    ALLOW_SELECT = False

    state: var[ViewState] = var(ViewState())

    def __init__(self, commands: Commands) -> None:
        super().__init__()
        self._commands = commands

    def on_mount(self) -> None:
        """Follow the focus."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self.refresh())

    def watch_state(self, before: ViewState, now: ViewState) -> None:
        """Name other keys on other occasions."""
        if occasions(now) != occasions(before):
            self.refresh()

    def render(self) -> Content:
        """Return the line."""
        shown = [Content.assemble((hint.label, "bold $cursor"), (f" {hint.words}", DIM)) for hint in self.shown()]
        return Content.assemble(" " * _MARGIN, Content(" " * GAP).join(shown))

    def shown(self) -> list[KeyHint]:
        """Return the keys on the line, from left to right."""
        return fitting(self._hints(), self.size.width - 2 * _MARGIN)

    def _hints(self) -> Iterator[KeyHint]:
        active = self.screen.active_bindings
        panel = [
            bound.binding
            for bound in active.values()
            if bound.binding.show and bound.binding.description and bound.node not in (self.screen, self.app)
        ]
        named = set()
        for place, binding in enumerate(panel):
            if binding.action not in named:
                named.add(binding.action)
                yield KeyHint(binding.key, binding.description, place)
        for hint in hints(self._commands, occasions(self.state)):
            # A prompt takes letters for itself, a panel may have other uses for a key.
            reached = hint.key in active and active[hint.key].binding.id == hint.id
            if reached and (hint.pinned or not panel):
                yield hint

    def on_click(self, event: events.Click) -> None:
        """Press the key clicked."""
        start = _MARGIN
        for hint in self.shown():
            if start <= event.x < start + hint.width:
                self.app.simulate_key(hint.key)
            start += hint.width + GAP
