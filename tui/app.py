"""The application: its theme, its first screen and its palette."""

from collections.abc import Callable, Iterable

from rich.text import Text
from textual.app import App, SystemCommand
from textual.screen import Screen

from diffing.model import Article, Pair
from tui.commands import COMMANDS
from tui.faults import fault_report
from tui.screens.diff import DiffScreen
from tui.themes import DEFAULT_THEME, THEMES, highlights


class NewsdiffApp(App[str]):
    """Two articles on a screen; returns what failed, if something did.

    `reread` and `stamp` as for the diff screen; `theme` is the one to open with, if there is one of that name, and
    `remember_theme` is told of every other that the reader chooses.
    """

    TITLE = "newsdiff"
    CSS_PATH = "newsdiff.tcss"
    ENABLE_COMMAND_PALETTE = True

    def __init__(
        self,
        articles: Pair[Article],
        reread: Callable[[], Pair[Article]] | None = None,
        stamp: Callable[[], object] | None = None,
        theme: str | None = None,
        remember_theme: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__()
        self._articles = articles
        self._reread = reread
        self._stamp = stamp
        for own in THEMES:
            self.register_theme(own)
        self.theme = theme if theme in self.available_themes else DEFAULT_THEME
        self._remember_theme = remember_theme

    def on_mount(self) -> None:
        """Remember what theme the reader chooses from now on."""
        if (remember := self._remember_theme) is not None:
            self.theme_changed_signal.subscribe(self, lambda chosen: remember(chosen.name))

    def _fatal_error(self) -> None:
        """Report a fault as Python does: Textual's own report shows what the variables hold, which are the articles."""
        self.panic(Text(fault_report()))

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colours of newsdiff's meanings in the current theme."""
        return highlights(self.current_theme)

    def get_default_screen(self) -> Screen[None]:
        """The comparison is the first screen and the only one."""
        return DiffScreen(self._articles, self._reread, self._stamp)

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
