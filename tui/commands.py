"""Everything the reader can do: one table that makes the key bindings, the footer, the palette and the help."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from textual.binding import Binding


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to do.

    `action` is a method action_... of the diff screen. `keys` are Textual's names, the first the most common.
    `shown` is how they are written in help and footer, `title` the palette's words, `footer` the footer's (none: not
    shown there).
    """

    action: str
    keys: tuple[str, ...]
    shown: str
    title: str
    group: str
    footer: str = ""


COMMANDS = (
    Command("step(1)", ("j", "down"), "j ↓", "Next paragraph", "Moving", "next"),
    Command("step(-1)", ("k", "up"), "k ↑", "Previous paragraph", "Moving", "previous"),
    Command("difference(1)", ("n", "tab"), "n Tab", "Next difference", "Moving", "difference"),
    Command("difference(-1)", ("p", "shift+tab"), "p ⇧Tab", "Previous difference", "Moving"),
    Command("page(1)", ("pagedown", "space", "ctrl+f"), "PgDn Space", "A page down", "Moving"),
    Command("page(-1)", ("pageup", "b", "ctrl+b"), "PgUp b", "A page up", "Moving"),
    Command("edge(-1)", ("g", "home"), "g Home", "First paragraph", "Moving"),
    Command("edge(1)", ("G", "end"), "G End", "Last paragraph", "Moving"),
    Command("help", ("question_mark", "f1"), "?", "Help", "Newsdiff", "help"),
    Command("quit", ("q", "ctrl+c"), "q", "Quit", "Newsdiff", "quit"),
)


def bindings() -> list[Binding | tuple[str, str] | tuple[str, str, str]]:
    """The key bindings of the diff screen."""
    return [
        Binding(
            key,
            command.action,
            command.footer or command.title,
            show=bool(command.footer) and key == command.keys[0],
            key_display=command.shown.split()[0],
        )
        for command in COMMANDS
        for key in command.keys
    ]


def groups() -> Iterator[tuple[str, list[Command]]]:
    """The commands by group, in the order of the table."""
    for name, members in groupby(COMMANDS, key=lambda command: command.group):
        yield name, list(members)
