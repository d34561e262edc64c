"""The line in which the reader types: what to search for, or which paragraph to go to."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widgets import Input

from ...view.actions import AnswerSearch, JumpToTyped, Purpose, SearchFor
from ..messages import Do


class Prompt(Input):
    """A line below the articles, shown on demand."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "go"),
        Binding("escape", "cancel", "cancel"),
        # One key, and the key line says what it leads to: what is typed hides what the line is for.
        Binding("ctrl+r", "take_as('EXPRESSION')", "regular expression"),
        Binding("ctrl+r", "take_as('SEARCH')", "plain words"),
    ]

    def __init__(self) -> None:
        super().__init__(compact=True, select_on_focus=True)
        self._purpose = Purpose.SEARCH

    def ask(self, purpose: Purpose) -> None:
        """Open the line and take the keys."""
        self._purpose = purpose
        self.placeholder = purpose.value
        self.value = ""
        self.add_class("-open")
        self.focus()
        self.refresh_bindings()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass on what is typed."""
        event.stop()
        if self.has_class("-open"):
            self._search_so_far()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Pass on what was asked for."""
        event.stop()
        self._close(self.value)

    def action_cancel(self) -> None:
        """Give up."""
        self._close(None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether the search can be taken as the other kind; a paragraph number is neither."""
        return action != "take_as" or (
            self._purpose is not Purpose.PARAGRAPH and Purpose[str(parameters[0])] is not self._purpose
        )

    def action_take_as(self, purpose: str) -> None:
        """Take the search for a regular expression, or for plain words again."""
        self._purpose = Purpose[purpose]
        self.placeholder = self._purpose.value
        self._search_so_far()
        self.refresh_bindings()

    def on_blur(self, event: events.Blur) -> None:
        """Give up when the reader clicks elsewhere in newsdiff; another window may be looked at in between."""
        if self.has_class("-open") and self.app.app_focus:
            self._close(None)

    def _close(self, text: str | None) -> None:
        self.remove_class("-open")
        is_place = self._purpose is Purpose.PARAGRAPH
        self.post_message(Do(JumpToTyped(text) if is_place else AnswerSearch(text)))

    def _search_so_far(self) -> None:
        if self._purpose is not Purpose.PARAGRAPH:
            self.post_message(Do(SearchFor(self.value, self._purpose is Purpose.EXPRESSION)))
