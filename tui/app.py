"""The application: its theme, its first screen and its palette."""

from collections.abc import Iterable

from textual.app import App, SystemCommand
from textual.screen import Screen

from diffing.model import Article, Pair
from tui.commands import COMMANDS
from tui.screens.diff import DiffScreen


class NewsdiffApp(App[int]):
    """Two articles on a screen."""

    TITLE = "newsdiff"
    CSS_PATH = "newsdiff.tcss"
    ENABLE_COMMAND_PALETTE = True

    def __init__(self, articles: Pair[Article]) -> None:
        super().__init__()
        self._articles = articles

    def get_default_screen(self) -> Screen[None]:
        """The comparison is the first screen and the only one."""
        return DiffScreen(self._articles)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Textual's own commands but for its help and quit, and every command of the table."""
        for command in COMMANDS:
            yield SystemCommand(
                command.title,
                f"Key: {command.shown}",
                lambda action=command.action: screen.call_later(screen.run_action, action),
            )
        ours = {"Quit", "Keys"}
        yield from (command for command in super().get_system_commands(screen) if command.title not in ours)
