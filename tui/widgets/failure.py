"""That comparing failed: what happened, and what the reader can do."""

from textual.content import Content
from textual.widgets import Static


class Failure(Static):
    """A few lines below the articles, shown when there is a failure to tell."""

    def show(self, failure: str, can_be_read_again: bool) -> None:
        """Tell a failure; an empty one hides the lines."""
        again = "r reads the files again, q" if can_be_read_again else "q"
        self.update(Content(f"{failure}\n{again} leaves newsdiff. The fault is its own: please report it."))
        self.set_class(bool(failure), "-open")
