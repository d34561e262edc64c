"""Everything the reader can do: one table that makes the key bindings, the key line, the palette and the help."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import groupby
from math import inf

from ..text import words
from .keynames import label


class Occasion(Enum):
    """When the key line names a command."""

    ALWAYS = "always"
    FOLD = "a fold is current"
    MOVED = "a moved row is current, and its other end is on the screen too"
    SEARCH = "something is searched for"
    SEARCH_LAST = "something is searched for, and nothing was opened after that"
    REASONS = "the reasons for a pair were opened last"
    BEFORE = "a jump has led here"
    TRANSLATION = "an article is shown beside its translation"
    VERSIONS = "two of many versions of a story are shown"
    AFTER = "a jump has led away from here and back"


@dataclass(frozen=True, slots=True)
class Hint:
    """A command's place in the key line.

    `rank` says how much it matters, 1 most: those that matter least give way where there is no room. What is `pinned`
    never does, and stands last.
    """

    words: str
    rank: int
    on: Occasion = Occasion.ALWAYS
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to do.

    `id` is its name in the settings file and never changes; `tui.view.actions.ACTIONS` has the action by that name.
    `keys` are Textual's names of keys, the first the most common. `title` is shown in palette and help.
    """

    id: str
    keys: tuple[str, ...]
    title: str
    group: str
    hints: tuple[Hint, ...] = ()

    @property
    def shown(self) -> str:
        """Keys shown in help and palette: the two most common."""
        return " ".join(map(label, self.keys[:_KEYS_SHOWN]))


# More would not leave room for what the command does.
_KEYS_SHOWN = 2
PALETTE = "palette"
"""Id of the command that lists the others."""

_MOVING = "Moving"
_KINDS = "To the next (with shift: previous)"
_VERSIONS = "Many versions"
_VIEW = "What is shown"
_SEARCH = "Finding"
_COPY = "Copying"
_HAND = "Putting right and checking"
_PROGRAM = "newsdiff"


_STEP = (Hint("next step", 1, Occasion.VERSIONS),)
_WIDER = (Hint("newer end", 2, Occasion.VERSIONS),)
_LANES = (Hint("facts", 2, Occasion.VERSIONS),)
_WORDINGS = (Hint("wordings", 2, Occasion.VERSIONS),)


def _both_ways(name: str, key: str, title: str) -> tuple[Command, Command]:
    """Return the commands to the next row of a category and, with shift, to the previous one."""
    return (
        Command(f"next-{name}", (key,), f"Next {title}", _KINDS),
        Command(f"previous-{name}", (key.upper(),), f"Previous {title}", _KINDS),
    )


COMMANDS = (
    Command("help", ("question_mark", "f1"), "Help", _PROGRAM, (Hint("help", 1, pinned=True),)),
    Command("quit", ("q",), "Quit", _PROGRAM, (Hint("quit", 2, pinned=True),)),
    Command("interrupt", ("ctrl+c",), "Copy what the mouse selected, or quit", _PROGRAM),
    Command("suspend", ("ctrl+z",), "Back to the shell; fg goes on here", _PROGRAM),
    Command("swap-sides", ("S",), "Swap the sides", _PROGRAM),
    Command("reload", ("r",), "Read the files again", _PROGRAM),
    Command(PALETTE, ("ctrl+p",), "Every action, and the themes", _PROGRAM),
    Command("next-paragraph", ("j", "down"), "Next paragraph", _MOVING),
    Command("previous-paragraph", ("k", "up"), "Previous paragraph", _MOVING),
    Command(
        "next-sentence",
        ("right",),
        "Next sentence of a translation; else every action",
        _MOVING,
        (Hint("sentence", 2, Occasion.TRANSLATION),),
    ),
    Command("previous-sentence", ("left",), "Previous sentence of a translation; else back from a jump", _MOVING),
    Command(
        "next-difference",
        ("n", "tab"),
        "Next difference",
        _MOVING,
    ),
    Command(
        "previous-difference",
        ("p", "shift+tab"),
        "Previous difference",
        _MOVING,
    ),
    Command("page-down", ("pagedown", "space", "ctrl+f"), "A page down", _MOVING),
    Command("page-up", ("pageup", "b", "ctrl+b"), "A page up", _MOVING),
    Command("first-paragraph", ("g", "home"), "First paragraph", _MOVING),
    Command("last-paragraph", ("G", "end"), "Last paragraph", _MOVING),
    Command(
        "open",
        ("enter",),
        "Open a fold, go to a moved row's other end, or say why this pair",
        _MOVING,
        (Hint("open", 1, Occasion.FOLD), Hint("jump", 1, Occasion.MOVED)),
    ),
    Command(
        "jump-back",
        ("ctrl+o", "backspace"),
        "Back to where the last jump began",
        _MOVING,
        (Hint("back", 13, Occasion.BEFORE),),
    ),
    Command("jump-forth", ("l",), "Forward again", _MOVING, (Hint("forward", 14, Occasion.AFTER),)),
    Command("next-best", ("v",), "Go to the next best candidate", _MOVING),
    Command(
        "next-matter", ("d",), "Next paragraph with a change that matters", _KINDS, (Hint("next that matters", 3),)
    ),
    Command("previous-matter", ("D",), "Previous paragraph with a change that matters", _KINDS),
    Command("next-change", ("right_square_bracket",), "Next change of the list", _KINDS),
    Command("previous-change", ("left_square_bracket",), "Previous change of the list", _KINDS),
    *_both_ways("addition", "a", f"paragraph {words.ONLY_RIGHT}"),
    *_both_ways("omission", "o", f"paragraph {words.ONLY_LEFT}"),
    *_both_ways("paraphrase", "w", f"{words.REWRITTEN} paragraph"),
    *_both_ways("edit", "e", f"paragraph with {words.CHANGED_IN_PART}"),
    *_both_ways("move", "m", f"{words.MOVED} paragraph"),
    *_both_ways("uncertain-pair", "x", f"pair that is {words.UNCERTAIN}"),
    Command("next-step", ("right_parenthesis",), "Next step: the version behind those in view", _VERSIONS, _STEP),
    Command("previous-step", ("left_parenthesis",), "Previous step", _VERSIONS),
    Command("newer-end", ("right_curly_bracket",), "Compare with a newer version", _VERSIONS, _WIDER),
    Command("older-end", ("left_curly_bracket",), "Compare with an older version", _VERSIONS),
    Command("lanes", ("T",), "Facts through the versions, or the articles again", _VERSIONS, _LANES),
    Command("wordings", ("I",), "All wordings of this paragraph", _VERSIONS, _WORDINGS),
    Command(
        "next-view",
        ("u",),
        "Next view: side by side, in one column, left alone, right alone",
        _VIEW,
        (Hint("view", 7),),
    ),
    Command("fold-furniture", ("f",), f"Hide or show {words.PAGE}", _VIEW),
    Command("fold-unchanged", ("z",), "Fold or show unchanged paragraphs", _VIEW),
    Command("unfold-all", ("Z",), "Show everything that is folded, or fold it again", _VIEW),
    Command("all-marks", ("asterisk",), "Every mark at full strength, or quiet again", _VIEW),
    Command("typography", ("t",), "Mark or hide differences of typography", _VIEW),
    Command("filter", ("F",), "Show only what matters, or some kinds", _VIEW),
    Command("why", ("i",), "Why this pair", _VIEW),
    Command("ledger", ("L",), "What changed that matters, in a list", _VIEW, (Hint("all", 4),)),
    Command("summary", ("s",), "Every difference in a list", _VIEW),
    Command(
        "search",
        ("slash",),
        "Search both articles (Ctrl+R: regular expression)",
        _SEARCH,
        (Hint("search", 6),),
    ),
    Command("next-match", ("full_stop",), "Next match", _SEARCH, (Hint("next match", 1, Occasion.SEARCH),)),
    Command(
        "previous-match",
        ("comma",),
        "Previous match",
        _SEARCH,
        (Hint("previous", 2, Occasion.SEARCH),),
    ),
    Command(
        "end-search",
        ("escape",),
        "Close the reasons for a pair, or end the search; else ask to quit",
        _SEARCH,
        (Hint("end search", 2, Occasion.SEARCH_LAST), Hint("close", 2, Occasion.REASONS)),
    ),
    Command("go-to", ("colon",), "Go to a paragraph number", _SEARCH),
    Command("set-bookmark", ("B",), "Set a bookmark here", _SEARCH),
    Command("to-bookmark", ("apostrophe",), "Back to the bookmark", _SEARCH),
    Command("pair", ("P",), "Mark a paragraph; on one of the other side, pair both", _HAND),
    Command("part", ("U",), "Part this pair", _HAND),
    Command("note", ("N",), "Note on the change, or on the paragraph", _HAND),
    Command("note-on-paragraph", ("ctrl+n",), "Note on the paragraph", _HAND),
    Command("mark-checked", ("plus",), "The change is checked, or not", _HAND),
    Command("mark-wrong", ("minus",), "The change is wrong, or not", _HAND),
    Command("mark-important", ("exclamation_mark",), "The change is important, or not", _HAND),
    Command("undo", ("ctrl+u",), "Undo the last of these", _HAND),
    Command("redo", ("ctrl+y",), "Do it again", _HAND),
    Command("copy-left", ("less_than_sign",), "Copy the left text", _COPY),
    Command("copy-right", ("greater_than_sign",), "Copy the right text", _COPY),
    Command("copy-both", ("c",), "Copy both texts", _COPY),
    Command("write-report", ("R",), "Report: write a page for any browser", _COPY),
    Command("copy-citation", ("y",), "Copy the change, or the paragraph, with its places", _COPY, (Hint("copy", 5),)),
)
Commands = tuple[Command, ...]


def groups(commands: Commands = COMMANDS) -> Iterator[tuple[str, list[Command]]]:
    """Yield the commands by group, in the order of the table."""
    for name, members in groupby(commands, key=lambda command: command.group):
        yield name, list(members)


def in_order_of_use(commands: Commands) -> list[Command]:
    """Return the commands as the palette lists them: first those that the key line always names, last the program's."""

    def order(command: Command) -> tuple[bool, float]:
        ranks = (hint.rank for hint in command.hints if hint.on is Occasion.ALWAYS and not hint.pinned)
        return command.group == _PROGRAM, min(ranks, default=inf)

    return sorted(commands, key=order)


def key_label(commands: Commands, id: str) -> str:
    """Return the first key of a command, as it is shown."""
    return next(label(command.keys[0]) for command in commands if command.id == id)
