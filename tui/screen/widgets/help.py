"""The help: one card, signs and colours on the left, some keys on the right; a second key shows all keys."""

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.style import Style
from textual.widgets import Static

from diffing.model import Kind

from ...keys.commands import Commands, groups
from ...keys.keynames import label
from ...present.cells import Role
from ...present.labels import FURNITURE_SIGN, MOVED_SIGN, PENDING_SIGN, SIGNS, UNCERTAIN_SIGN
from ...text.words import KINDS, MOVED, ONLY_LEFT, ONLY_RIGHT, PAGE, UNCERTAIN
from ...text.wrapping import width, wrap
from ...view.actions import PlainAction
from ..ink import DIM
from ..messages import Do
from .handing_back import hand_back_keys
from .side_by_side import SideBySide

# Two keys, the longest of them `Ctrl+O Backspace`, or one, and a gap.
_KEYS_WIDTH, _KEY_WIDTH = 18, 8
_INDENT = 2
# In less room, in cells, only the first key of a command is shown.
_BOTH_KEYS_FROM = 60
# The card has two columns where each has room for its longest line.
_SAMPLE_WIDTH, _COLUMN_WIDTH = 18, 50
_GAP = 4

# A sample of each look, in the style of that name in the articles, and what it says.
_LOOKS = (
    ("Three", "matters", "a change that matters"),
    ("Three", "at-cursor", "the one you are at"),
    ("in early trading", Role.OMITTED.value, ONLY_LEFT),
    ("on Tuesday evening", Role.ADDED.value, ONLY_RIGHT),
    ("closed down", Role.REWORDED.value, "the same in other words"),
    ("on Saturday", Role.MOVED.value, MOVED),
    ("harbour", "found", "found by a search"),
)
# Each sign with the style of that name, and what it says.
_SIGNS = (
    *((sign, f"sign-{kind.value}", KINDS[kind]) for kind, sign in SIGNS.items() if kind is not Kind.UNCHANGED),
    (MOVED_SIGN, "sign-moved", "moved; Enter: the other place"),
    (UNCERTAIN_SIGN, "sign-edited", UNCERTAIN),
    (PENDING_SIGN, "sign-pending", "words still to be compared"),
    (FURNITURE_SIGN, "sign-furniture", PAGE),
)
# The commands of the card, with what their keys do; a second command is the same the other way.
_CARD = (
    (("next-matter", "previous-matter"), "next, previous change that matters"),
    (("next-difference", "previous-difference"), "next, previous difference"),
    (("next-paragraph", "previous-paragraph"), "paragraph by paragraph"),
    (("next-sentence", "previous-sentence"), "sentence by sentence in a translation"),
    (("open",), "open a fold, or why this is a pair"),
    (("ledger",), "all changes that matter, in a list"),
    (("next-change", "previous-change"), "through that list from here"),
    (("copy-citation",), "copy this change with its places"),
    (("search",), "search both articles"),
    (("next-view",), "side by side, one text, one article"),
    (("quit",), "quit"),
)
_Look = Callable[[str], Style]


class Help(VerticalScroll, can_focus=True):
    """A panel over the articles, made of the table of commands. Once made it is only shown or hidden."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "all_keys", "all keys"),
        Binding("right", "all_actions", "every action"),
        Binding("escape,q,enter", "close", "close"),
        Binding("j", "scroll_down", "down", show=False),
        Binding("k", "scroll_up", "up", show=False),
    ]

    def __init__(self, commands: Commands) -> None:
        super().__init__()
        self._text = _Text(commands)

    def compose(self) -> ComposeResult:
        """One text."""
        yield self._text

    @property
    def allow_vertical_scroll(self) -> bool:
        """True: keys are for the help, also where all of it is in view, and never for the articles behind it."""
        return True

    def toggle(self) -> None:
        """Show the card, or hide the panel."""
        self.toggle_class("-open")
        self._text.has_all_keys = False
        if self.has_class("-open"):
            self.scroll_home(animate=False)
            self.focus()
        else:
            hand_back_keys(self.screen)

    def action_all_keys(self) -> None:
        """Show all keys; where they are shown, hide the panel."""
        if self._text.has_all_keys:
            self.toggle()
        else:
            self._text.has_all_keys = True

    def action_all_actions(self) -> None:
        """List every action, each to be chosen: with arrows, or with the mouse alone."""
        self.toggle()
        self.post_message(Do(PlainAction.OPEN_PALETTE))

    def action_close(self) -> None:
        """Hide the panel."""
        self.toggle()


class _Text(Static):
    """Text of the help, as wide as there is room."""

    has_all_keys: reactive[bool] = reactive(False, layout=True)

    def __init__(self, commands: Commands) -> None:
        super().__init__()
        self._commands = commands

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the number of lines."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Return the text."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, cells: int) -> list[Content]:
        return list((_all_keys if self.has_all_keys else _card)(self._commands, cells, self._look))

    def _look(self, name: str) -> Style:
        """Return the style in which something is painted in the articles."""
        articles = self.screen.query_one(SideBySide)
        return Style.from_rich_style(articles.get_component_rich_style(f"side-by-side--{name}", partial=True))


def _card(commands: Commands, cells: int, look: _Look) -> Iterator[Content]:
    """Yield the card: what is to be seen, and some keys beside it or below it."""
    is_wide = cells >= 2 * _COLUMN_WIDTH + _GAP
    column = _COLUMN_WIDTH if is_wide else cells
    seen = [
        Content.styled("How to read it", "bold"),
        *(
            line
            for sample, name, says in _LOOKS
            for line in _explained(sample, says, _SAMPLE_WIDTH, column, look(name))
        ),
        Content(),
        *(line for sign, name, says in _SIGNS for line in _explained(sign, says, _SAMPLE_WIDTH, column, look(name))),
    ]
    keys = [Content.styled("Some keys", "bold"), *_keys_of_card(commands, column)]
    if is_wide:
        yield from _beside(seen, keys)
    else:
        yield from (*keys, Content(), *seen)
    yield Content()
    yield from _wrapped("Colour says how much it matters; the line says which kind it is.", cells, DIM)


def _keys_of_card(commands: Commands, cells: int) -> Iterator[Content]:
    known = {command.id: command for command in commands if command.keys}
    for ids, says in _CARD:
        shown = " ".join(label(known[id].keys[0]) for id in ids if id in known)
        if shown:
            yield from _explained(shown, says, _KEY_WIDTH, cells, "bold")


def _beside(left: Sequence[Content], right: Sequence[Content]) -> Iterator[Content]:
    for y in range(max(len(left), len(right))):
        one = left[y] if y < len(left) else Content()
        other = right[y] if y < len(right) else Content()
        yield Content.assemble(one, " " * max(0, _COLUMN_WIDTH + _GAP - one.cell_length), other)


def _all_keys(commands: Commands, cells: int, look: _Look) -> Iterator[Content]:
    """Yield every command with its keys, by group."""
    is_wide = cells >= _BOTH_KEYS_FROM
    key_width = _KEYS_WIDTH if is_wide else _KEY_WIDTH
    for name, members in groups(commands):
        yield from _wrapped(name, cells, "bold")
        for command in members:
            yield from _explained(command.shown if is_wide else label(command.keys[0]), command.title, key_width, cells)
        yield Content()


def _wrapped(text: str, cells: int, style: str = "") -> Iterator[Content]:
    return (Content.styled(text[start:end], style) for start, end in wrap(text, max(2, cells)))


def _explained(key: str, meaning: str, key_width: int, cells: int, style: Style | str = "") -> Iterator[Content]:
    """Yield the lines of a key or sign in its style, and its meaning beside it."""
    before = _INDENT + key_width
    for start, end in wrap(meaning, max(2, cells - before)):
        yield Content.assemble(" " * _INDENT, (key, style), " " * max(1, key_width - width(key)), meaning[start:end])
        key, style = "", ""
