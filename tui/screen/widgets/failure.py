"""That comparing failed: what happened, and what the reader can do."""

from textual.content import Content
from textual.widgets import Static

from ...keys.commands import Commands, key_label


class Failure(Static):
    """A few lines below the articles, shown when there is a failure to tell."""

    def __init__(self, commands: Commands) -> None:
        super().__init__()
        self._reload_key, self._quit_key = key_label(commands, "reload"), key_label(commands, "quit")

    def show(self, failure: str, can_be_read_again: bool, is_fault: bool) -> None:
        """Tell a failure, and whether newsdiff itself is to blame; an empty one hides the lines."""
        again = f"{self._reload_key} reads the files again, {self._quit_key}" if can_be_read_again else self._quit_key
        blame = " The fault is its own: please report it." if is_fault else ""
        self.update(Content(f"{failure}\n{again} leaves newsdiff.{blame}"))
        self.set_class(bool(failure), "-open")
