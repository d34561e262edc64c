"""The help: every key, and what the signs and marks mean."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from diffing.model import Kind
from tui.commands import Commands, groups
from tui.labels import FURNITURE_SIGN, MOVED_SIGN, SIGNS, UNCERTAIN_SIGN

# Two keys, the longest of them `Ctrl+O Backspace`, and a gap.
_KEY_WIDTH = 18


class Help(VerticalScroll, can_focus=True):
    """A panel over the articles, made of the table of commands. It is always there and only shown or hidden."""

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
        yield Static(_text(self._commands))

    def toggle(self) -> None:
        """Show or hide the panel."""
        self.toggle_class("-open")
        if self.has_class("-open"):
            self.focus()
        else:
            self.screen.focus_next("SideBySide")

    def action_close(self) -> None:
        """Hide the panel."""
        self.toggle()


def _text(commands: Commands) -> Content:
    lines = [Content("Two articles, each paragraph beside the one it corresponds to."), Content()]
    for name, members in groups(commands):
        lines.append(Content.styled(name, "bold"))
        lines.extend(Content(f"  {command.shown:<{_KEY_WIDTH}}{command.title}") for command in members)
        lines.append(Content())
    lines.append(Content.styled("Signs", "bold"))
    meanings = {sign: kind.value for kind, sign in SIGNS.items()} | {
        MOVED_SIGN: "moved: it stands elsewhere on the other side",
        UNCERTAIN_SIGN: "an uncertain pair: little speaks for it",
        SIGNS[Kind.PAIRED]: "a pair whose words are still to be compared",
        FURNITURE_SIGN: "page furniture, not part of the story",
        "59": "similarity of the two, in hundredths",
    }
    lines.extend(Content(f"  {sign:<{_KEY_WIDTH}}{meaning}") for sign, meaning in meanings.items())
    lines.append(Content())
    lines.append(Content.styled("Words", "bold"))
    for mark, style in (
        ("only left", "$omitted strike"),
        ("only right", "$added underline"),
        ("in other words", "$reworded bold"),
        ("moved within the story", "$moved italic"),
    ):
        lines.append(Content.assemble("  ", (mark, style)))
    return Content("\n").join(lines)
