"""Text on its way to the clipboard, by the terminal or by a program beside the screen."""

from textual.screen import Screen

from ...system.clipboard import SENT, copy, is_needed
from ...view.actions import TellCopy
from ..messages import Do


class Copying:
    """Copies texts for a screen and tells it what became of each."""

    def __init__(self, screen: Screen[None]) -> None:
        self._screen = screen

    def copy(self, text: str) -> TellCopy | None:
        """Copy a text; return what is known of it at once, or None where a program copies, for which no key waits."""
        # Also where it may go nowhere: a line of input pastes it, and tmux may have been told to take it.
        self._screen.app.copy_to_clipboard(text)
        if not is_needed():
            return TellCopy(SENT, text)
        self._screen.run_worker(lambda: self._run(text), thread=True, exclusive=True, group="copying")
        return None

    def _run(self, text: str) -> None:
        self._screen.post_message(Do(TellCopy(copy(text), text)))
