"""Everything the reader can do: one table that makes the key bindings, the footer, the palette and the help."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from textual.binding import Binding, BindingType


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


_MOVING = "Moving"
_KINDS = "To the next (with shift: previous)"
_VIEW = "What is shown"
_SEARCH = "Finding"
_COPY = "Copying"
_PROGRAM = "newsdiff"


def _both_ways(category: str, key: str, title: str) -> tuple[Command, Command]:
    """The commands to the next row of a category and, with shift, to the previous one."""
    up = key.upper()
    return (
        Command(f"category('{category}', 1)", (key,), key, f"Next {title}", _KINDS),
        Command(f"category('{category}', -1)", (up,), up, f"Previous {title}", _KINDS),
    )


COMMANDS = (
    Command("help", ("question_mark", "f1"), "?", "Help", _PROGRAM, "help"),
    Command("quit", ("q",), "q", "Quit", _PROGRAM, "quit"),
    Command("interrupt", ("ctrl+c",), "Ctrl+C", "Copy what the mouse selected, or quit", _PROGRAM),
    Command("swap", ("S",), "S", "Swap the sides", _PROGRAM),
    Command("reload", ("r",), "r", "Read the files again", _PROGRAM),
    Command("step(1)", ("j", "down"), "j ↓", "Next paragraph", _MOVING, "next"),
    Command("step(-1)", ("k", "up"), "k ↑", "Previous paragraph", _MOVING, "previous"),
    Command("category('DIFFERENCE', 1)", ("n", "tab"), "n Tab", "Next difference", _MOVING, "difference"),
    Command("category('DIFFERENCE', -1)", ("p", "shift+tab", "N"), "p ⇧Tab", "Previous difference", _MOVING),
    Command("page(1)", ("pagedown", "space", "ctrl+f"), "PgDn Space", "A page down", _MOVING),
    Command("page(-1)", ("pageup", "b", "ctrl+b"), "PgUp b", "A page up", _MOVING),
    Command("edge(-1)", ("g", "home"), "g Home", "First paragraph", _MOVING),
    Command("edge(1)", ("G", "end"), "G End", "Last paragraph", _MOVING),
    Command("open", ("enter",), "Enter", "Open a fold, or go to a moved row's other end", _MOVING),
    Command("jump_back", ("ctrl+o", "backspace"), "^O Backspace", "Back to where the last jump began", _MOVING),
    Command("jump_forth", ("l",), "l", "Forth again", _MOVING),
    Command("rival", ("v",), "v", "Go to the next best candidate", _MOVING),
    *_both_ways("ADDED", "a", "addition"),
    *_both_ways("OMITTED", "o", "omission"),
    *_both_ways("REWORDED", "w", "paraphrase (another wording)"),
    *_both_ways("EDITED", "e", "edit"),
    *_both_ways("MOVED", "m", "move"),
    *_both_ways("UNCERTAIN", "x", "uncertain pair"),
    Command("view", ("u",), "u", "Next view: side by side, redline, left alone, right alone", _VIEW, "view"),
    Command("fold_furniture", ("f",), "f", "Fold or show page furniture", _VIEW),
    Command("fold_unchanged", ("z",), "z", "Fold or show unchanged paragraphs", _VIEW, "fold"),
    Command("unfold", ("Z",), "Z", "Show everything that is folded, or fold it again", _VIEW),
    Command("typography", ("t",), "t", "Mark or hide differences of typography", _VIEW),
    Command("filter", ("F",), "F", "Show only some kinds", _VIEW),
    Command("info", ("i",), "i", "Why this pair", _VIEW, "why"),
    Command("summary", ("s",), "s", "All changes in a list", _VIEW, "summary"),
    Command("find", ("slash",), "/", "Search both articles (Ctrl+R: regular expression)", _SEARCH, "search"),
    Command("find_next(1)", ("full_stop",), ".", "Next match", _SEARCH),
    Command("find_next(-1)", ("comma",), ",", "Previous match", _SEARCH),
    Command("find_end", ("escape",), "Esc", "End the search", _SEARCH),
    Command("go_to", ("colon",), ":", "Go to a paragraph number", _SEARCH),
    Command("bookmark", ("B",), "B", "Set a bookmark here", _SEARCH),
    Command("bookmark_back", ("apostrophe",), "'", "Back to the bookmark", _SEARCH),
    Command("copy('left')", ("less_than_sign",), "<", "Copy the left text", _COPY),
    Command("copy('right')", ("greater_than_sign",), ">", "Copy the right text", _COPY),
    Command("copy('both')", ("c",), "c", "Copy both texts", _COPY),
    Command("copy('citation')", ("y",), "y", "Copy as a citation of both articles", _COPY),
)


def bindings() -> list[BindingType]:
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
