"""The application: its theme, its first screen and its palette."""

import os
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.command import Provider
from textual.driver import Driver
from textual.filter import LineFilter
from textual.screen import Screen

from diffing.model import Pair
from diffing.sources.plain import Source

from ..keys.commands import PALETTE, in_order_of_use
from ..keys.keymap import Keymap, keymap
from ..reports.report import Original
from ..settings.wishes import NO_WISHES, Wishes
from ..system.crash import fault_report
from ..system.display import shows_italics_in_reverse
from ..system.settings import Settings
from ..system.sidecar import Sidecar
from ..text.sanitize import as_typed, as_written, visible
from ..worker.client import Comparer
from .bindings import action_name
from .controllers.story_steps import Told
from .diff_screen import DiffScreen
from .key_queue import INTERRUPTION, TypeAhead
from .pasted import with_plain_pastes
from .themes import DEFAULT_THEME, THEMES, highlights
from .upright import Upright
from .widgets.status import StatusLine

# In the environment it asks for no colour at all (https://no-color.org).
NO_COLOR = "NO_COLOR"
# A notice of faults in the settings: long enough to be read, and no longer than a screen.
_NOTICE_SECONDS = 20
_NOTICE_LINES = 6
_NOTICE_LINE_LENGTH = 100


def _commands_in_order() -> type[Provider]:
    from .palette import CommandsInOrder

    return CommandsInOrder


class NewsdiffApp(App[str]):
    """Two articles on a screen; its return value is what failed, if something did.

    `given`, `reread`, `stamp`, `comparer`, `sidecar` and `told` as for the diff screen. `theme` is the name of the
    theme to open with, if there is one; `remember_theme` receives the name of every theme that the reader chooses.
    `settings` are the reader's: the app takes the keys. `wishes` are what the settings file says. `notice` is shown
    once at the start.
    """

    TITLE = "newsdiff"
    CSS_PATH = "newsdiff.tcss"
    ENABLE_COMMAND_PALETTE = True
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_commands_in_order}
    # Of its own accord Textual binds the palette without an id, and no reader could lay it on another key.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+p", "app.command_palette", show=False, priority=True, id=PALETTE)
    ]

    def __init__(
        self,
        given: Pair[Source],
        reread: Callable[[], Pair[Source]] | None = None,
        stamp: Callable[[], object] | None = None,
        theme: str | None = None,
        remember_theme: Callable[[str], None] | None = None,
        settings: Settings | None = None,
        comparer: Comparer | None = None,
        notice: str = "",
        originals: Callable[[], Pair[Original]] | None = None,
        wishes: Wishes = NO_WISHES,
        sidecar: Sidecar | None = None,
        told: Told | None = None,
    ) -> None:
        # By itself Textual would make greys of all colours, which are colours too.
        super().__init__(ansi_color=True if NO_COLOR in os.environ else None)
        self._settings = settings or Settings()
        self._notice = notice
        # Without colour moved words would look like all others.
        is_upright = shows_italics_in_reverse() and NO_COLOR not in os.environ
        self._upright = (Upright(),) if is_upright else ()
        self._own: Keymap = keymap(self._settings.keys)
        self._given: Pair[Source] | None = given
        self._reread = reread
        self._stamp = stamp
        self._originals = originals
        self._wishes = wishes
        self._sidecar = sidecar
        self._told = told
        self._comparer = comparer
        for own in THEMES:
            self.register_theme(own)
        self._is_known_theme = theme is None or theme in self.available_themes
        self.theme = theme if theme is not None and self._is_known_theme else DEFAULT_THEME
        self._remember_theme = remember_theme
        self._type_ahead = TypeAhead(self, self._take)

    def on_mount(self) -> None:
        """Take the reader's keys, and remember what theme is chosen from now on."""
        self.set_keymap(self._own.bound)
        unknown = "" if self._is_known_theme else "theme: no theme is called so"
        if problems := [*filter(None, [self._settings.problem, unknown]), *self._own.problems]:
            self._tell(problems)
        if self._notice:
            self.notify(visible(self._notice), severity="warning", timeout=_NOTICE_SECONDS, markup=False)
        # The shell has written over the screen meanwhile.
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
        if (remember := self._remember_theme) is not None:
            self.theme_changed_signal.subscribe(self, lambda chosen: remember(chosen.name))

    def _tell(self, problems: list[str]) -> None:
        """Show one notice of the settings that cannot be followed."""
        shown = [visible(problem[:_NOTICE_LINE_LENGTH]) for problem in problems[:_NOTICE_LINES]]
        more = [f"and {len(problems) - _NOTICE_LINES} more"] if len(problems) > _NOTICE_LINES else []
        self.notify(
            "\n".join([*shown, *more]),
            title="Not followed in the settings",
            severity="warning",
            timeout=_NOTICE_SECONDS,
            markup=False,
        )

    def get_driver_class(self) -> type[Driver]:
        """Return the driver of this system, which takes no keys from pasted text."""
        return with_plain_pastes(super().get_driver_class())

    @property
    def clipboard(self) -> str:
        """Text that was copied last, safe to paste into a line of input: Textual paints it as it is."""
        return as_typed(super().clipboard)

    async def on_event(self, event: events.Event) -> None:
        """Take keys one after the other, and what is pasted as if it were keys."""
        if isinstance(event, events.Paste) and not event.is_forwarded:
            takes_lines = getattr(self.focused, "takes_lines", False)
            event = events.Paste((as_written if takes_lines else as_typed)(event.text))
        if isinstance(event, (events.Key, events.Paste)) and not event.is_forwarded:
            self._type_ahead.add(event)
        else:
            await self._take(event)

    async def _take(self, event: events.Event) -> None:
        """Let the status line know when the reader does something."""
        if isinstance(event, (events.Key, events.MouseDown, events.MouseScrollDown, events.MouseScrollUp)):
            for line in self.screen.query(StatusLine):
                line.read()
        if isinstance(event, events.Key) and event.key == INTERRUPTION:
            if self.screen.is_modal:
                # The palette's own line would take it for copying, and the screen below would not hear of it.
                await self.screen_stack[0].run_action(action_name("interrupt"))
                return
            if getattr(self.focused, "takes_lines", False):
                # It would end newsdiff, and with it a note that is being written.
                await self.screen.run_action("note_done(True)")
                return
        await super().on_event(event)

    def export_screenshot(self, *, title: str | None = None, simplify: bool = False) -> str:
        """Return a picture of the screen in SVG, level in a browser."""
        from .picture import level

        return level(super().export_screenshot(title=title, simplify=simplify))

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what every line of the screen goes through before it is painted."""
        return (*super().get_line_filters(), *self._upright)

    def _fatal_error(self) -> None:
        """Report a fault as Python does: Textual's own report shows what the variables hold, which are the articles."""
        self.panic(Text(fault_report()))

    def refresh_css(self, animate: bool = True) -> None:
        """Take only the theme's colours before there is a screen: else the stylesheet would be parsed twice."""
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return the colours of newsdiff's meanings in the current theme."""
        return highlights(self.current_theme)

    def get_default_screen(self) -> Screen[None]:
        """Return the screen of the comparison, the only one."""
        given, self._given = self._given, None  # which may be large
        assert given is not None
        screen = DiffScreen(
            given,
            self._reread,
            self._stamp,
            self._own.commands,
            self._comparer,
            self._originals,
            self._wishes,
            self._sidecar,
            self._told,
        )
        screen.fit(self.size)
        return screen

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Textual's own commands but for its help and quit, and every command of the table."""
        for command in in_order_of_use(self._own.commands):
            if command.id == PALETTE:
                continue
            yield SystemCommand(
                command.title,
                f"Key: {command.shown}",
                partial(screen.call_later, screen.run_action, action_name(command.id)),
            )
        yield SystemCommand(
            "Screenshot",
            "Save a picture of the screen as SVG, in the current folder",
            # The palette is still on the screen, and goes first.
            lambda: self.call_after_refresh(self._save_picture),
        )
        for own in THEMES:
            name = own.name.removeprefix("newsdiff-").replace("-", " ")
            take = partial(setattr, self, "theme", own.name)
            yield SystemCommand(f"Theme: {name}", "Take these colours from now on", take)
        ours = {"Quit", "Keys", "Screenshot"}
        yield from (command for command in super().get_system_commands(screen) if command.title not in ours)

    def _save_picture(self) -> None:
        """Write a picture of the screen, and say where it is."""
        from ..system.output import write_beside

        try:
            path = write_beside("newsdiff", ".svg", self.export_screenshot().encode())
        except OSError as error:
            self.notify(f"cannot be written: {error.strerror}", title="Screenshot", severity="error", markup=False)
        else:
            self.notify(visible(path), title="Picture written", timeout=_NOTICE_SECONDS, markup=False)
