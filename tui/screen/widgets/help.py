"""The help: every key, and what the signs and marks mean."""

from collections.abc import Callable, Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.style import Style
from textual.widgets import Static

from diffing.model import Kind

from ...keys.commands import Commands, groups
from ...keys.keynames import label
from ...present.cells import Role
from ...present.labels import FURNITURE_SIGN, MOVED_SIGN, PENDING_SIGN, SIGNS, UNCERTAIN_SIGN
from ...text.wrapping import wrap
from .handing_back import hand_back_keys
from .side_by_side import SideBySide

# Two keys, the longest of them `Ctrl+O Backspace`, or one, and a gap.
_KEYS_WIDTH, _KEY_WIDTH = 18, 8
_INDENT = 2
# In less room, in cells, only the first key of a command is shown.
_BOTH_KEYS_FROM = 60

# Each sign with what it means, and as what of the articles it is painted.
_SIGNS = {sign: (kind.value, f"sign-{kind.value}") for kind, sign in SIGNS.items() if kind is not Kind.UNCHANGED} | {
    MOVED_SIGN: ("moved: it stands elsewhere on the other side", "sign-moved"),
    UNCERTAIN_SIGN: ("an uncertain pair: little speaks for it", "sign-edited"),
    PENDING_SIGN: ("a pair whose words are still to be compared", "sign-pending"),
    FURNITURE_SIGN: ("page furniture, not part of the story", "sign-furniture"),
}
# As what words of the articles are painted, and what that says.
_WORDS = {
    Role.OMITTED.value: "only on the left",
    Role.ADDED.value: "only on the right",
    Role.REWORDED.value: "in other words",
    Role.REWORDED_STRUCK.value: "the old words, before the new ones in a redline",
    Role.MOVED.value: "moved within the story",
    "matters": "it matters",
    "found": "found by a search",
}
_Look = Callable[[str], Style]


class Help(VerticalScroll, can_focus=True):
    """A panel over the articles, made of the table of commands. Once made it is only shown or hidden."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1,enter", "close", "close"),
        Binding("j", "scroll_down", "down"),
        Binding("k", "scroll_up", "up"),
    ]

    def __init__(self, commands: Commands) -> None:
        super().__init__()
        self._commands = commands

    def compose(self) -> ComposeResult:
        """One text."""
        yield _Text(self._commands)

    def toggle(self) -> None:
        """Show or hide the panel."""
        self.toggle_class("-open")
        if self.has_class("-open"):
            self.focus()
        else:
            hand_back_keys(self.screen)

    def action_close(self) -> None:
        """Hide the panel."""
        self.toggle()


class _Text(Static):
    """Text of the help, as wide as there is room."""

    def __init__(self, commands: Commands) -> None:
        super().__init__()
        self._commands = commands

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the number of lines."""
        return len(list(_lines(self._commands, width, self._look)))

    def render(self) -> Content:
        """Return the text."""
        return Content("\n").join(_lines(self._commands, self.content_size.width, self._look))

    def _look(self, name: str) -> Style:
        """Return the style in which something is painted in the articles."""
        articles = self.screen.query_one(SideBySide)
        return Style.from_rich_style(articles.get_component_rich_style(f"side-by-side--{name}", partial=True))


def _lines(commands: Commands, cells: int, look: _Look) -> Iterator[Content]:
    yield from _wrapped("Two articles, each paragraph beside the one it corresponds to.", cells)
    yield Content()
    is_wide = cells >= _BOTH_KEYS_FROM
    key_width = _KEYS_WIDTH if is_wide else _KEY_WIDTH
    for name, members in groups(commands):
        yield from _wrapped(name, cells, "bold")
        for command in members:
            yield from _explained(command.shown if is_wide else label(command.keys[0]), command.title, key_width, cells)
        yield Content()
    yield Content.styled("Signs", "bold")
    for sign, (meaning, name) in _SIGNS.items():
        yield from _explained(sign, meaning, key_width, cells, look(name))
    yield Content()
    yield Content.styled("Words", "bold")
    for name, meaning in _WORDS.items():
        for start, end in wrap(meaning, max(2, cells - _INDENT)):
            yield Content.assemble(" " * _INDENT, (meaning[start:end], look(name)))


def _wrapped(text: str, cells: int, style: str = "") -> Iterator[Content]:
    return (Content.styled(text[start:end], style) for start, end in wrap(text, max(2, cells)))


def _explained(key: str, meaning: str, key_width: int, cells: int, style: Style | str = "") -> Iterator[Content]:
    """Yield the lines of a key or sign in its style, and its meaning beside it."""
    before = _INDENT + key_width
    for start, end in wrap(meaning, max(2, cells - before)):
        yield Content.assemble(" " * _INDENT, (key, style), " " * (key_width - len(key)), meaning[start:end])
        key, style = "", ""
