"""That comparing failed: what happened, and what the reader can do."""

from textual.content import Content
from textual.reactive import var
from textual.widgets import Static

from ...keys.commands import Commands, key_label
from ...view.view_state import ViewState


class Failure(Static):
    """A few lines below the articles, shown when there is a failure to tell."""

    state: var[ViewState] = var(ViewState())

    def __init__(self, commands: Commands) -> None:
        super().__init__()
        self._reload_key, self._quit_key = key_label(commands, "reload"), key_label(commands, "quit")

    def watch_state(self, before: ViewState, now: ViewState) -> None:
        """Show the failure; where there is none, hide the lines."""
        if (now.failure, now.is_fault) == (before.failure, before.is_fault):
            return
        quits = self._quit_key
        again = f"{self._reload_key} reads the files again, {quits}" if now.can_be_read_again else quits
        blame = " The fault is its own: please report it." if now.is_fault else ""
        self.update(Content(f"{now.failure}\n{again} leaves newsdiff.{blame}"))
        self.set_class(bool(now.failure), "-open")
