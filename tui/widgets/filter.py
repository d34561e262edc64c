"""Which kinds of rows are shown: a panel of boxes to tick. With none ticked, everything is."""

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import SelectionList, Static

from tui.reading import Category


@dataclass
class FilterChosen(Message):
    """The reader wants to see only rows of these categories; all rows, if there are none."""

    only: frozenset[Category]


class Filter(Vertical):
    """A panel over the articles. It is always there and only shown or hidden."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,F", "close", "close", priority=True),
    ]

    def compose(self) -> ComposeResult:
        """A line of explanation and the boxes."""
        yield Static("Show only   (Space: tick · Esc: close)\n")
        yield SelectionList[Category](*((category.value, category) for category in Category), compact=True)

    def open(self) -> None:
        """Show the panel and take the keys."""
        self.add_class("-open")
        self.query_one(SelectionList).focus()

    def action_close(self) -> None:
        """Hide the panel."""
        self.remove_class("-open")
        self.screen.focus_next("SideBySide")

    def on_selection_list_selected_changed(self, event: SelectionList.SelectedChanged[Category]) -> None:
        """Say what is ticked now."""
        event.stop()
        self.post_message(FilterChosen(frozenset(event.selection_list.selected)))
