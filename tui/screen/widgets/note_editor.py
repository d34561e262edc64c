"""The lines in which the reader writes a note. What is typed is not lost: Esc keeps it, and Ctrl+C too."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static, TextArea

from ...text.sanitize import as_written
from ...view.actions import WriteNote
from ...view.effects import AskNote
from ..messages import Do
from .handing_back import hand_back_keys

_HOW_TO_WRITE = "Enter begins a new line, Esc keeps the note"


class _Lines(TextArea):
    """The text itself; a line feed is typed with Enter."""

    takes_lines = True
    """Of what is pasted, the lines stay apart (see tui.screen.app)."""
    BINDINGS: ClassVar[list[BindingType]] = [
        # A key that the key line names; the text area itself takes it.
        Binding("enter", "begin_line", "new line"),
        Binding("escape", "screen.note_done(True)", "keep", priority=True),
        Binding("ctrl+s", "screen.note_done(True)", show=False, priority=True),
        Binding("ctrl+g", "screen.note_done(False)", "leave it as it was", priority=True),
    ]

    def action_begin_line(self) -> None:
        """Begin a new line, for a click on the key."""
        self.insert("\n")


class NoteEditor(Vertical):
    """A few lines above the status line, with a heading that says what the note is on."""

    def __init__(self) -> None:
        super().__init__()
        self._asked: AskNote | None = None

    def compose(self) -> ComposeResult:
        """Yield the heading and the lines."""
        yield Static(classes="where")
        yield _Lines(
            soft_wrap=True, show_line_numbers=False, compact=True, tab_behavior="focus", placeholder=_HOW_TO_WRITE
        )

    def ask(self, asked: AskNote) -> None:
        """Open with the note that is there."""
        self._asked = asked
        self.query_one(".where", Static).update(Content(f"Note {asked.where}"))
        lines = self.query_one(_Lines)
        lines.text = as_written(asked.text)
        lines.move_cursor(lines.document.end)
        self.add_class("-open")
        lines.focus()

    def close(self, is_kept: bool) -> None:
        """Hand the note on, or leave what was there."""
        asked, self._asked = self._asked, None
        self.remove_class("-open")
        hand_back_keys(self.screen)
        if asked is not None and is_kept:
            self.post_message(Do(WriteNote(asked.target, as_written(self.query_one(_Lines).text))))

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Keep the note when the reader clicks elsewhere in newsdiff."""
        if self.has_class("-open") and self.app.app_focus:
            self.close(is_kept=True)
