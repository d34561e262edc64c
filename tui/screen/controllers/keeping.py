"""The review on its way to its file, in a thread: a distant disk must not keep a key waiting.

What comes while a review is being written replaces what waits: only the last one is written then.
"""

import threading

from textual.screen import Screen

from diffing.errors import NewsdiffError

from ...system.crash import fault_line
from ...system.sidecar import Sidecar
from ...text.sanitize import visible
from ...view.actions import FailKeeping, TakeReview
from ...view.effects import KeepReview
from ..messages import Do

UNKEPT = "this lasts until newsdiff ends: --sidecar FILE keeps it"
"""Said once where there is no file for a review."""
# Who leaves waits for the last review, but not for ever.
_LAST_SECONDS = 5.0


class Keeping:
    """Keeps reviews for a screen and tells it what others wrote, or why a review is not kept."""

    def __init__(self, screen: Screen[None], sidecar: Sidecar) -> None:
        self._screen = screen
        self._sidecar = sidecar
        self._waiting: KeepReview | None = None
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._has_told = False

    def keep(self, asked: KeepReview) -> None:
        """Begin to write a review."""
        if self._sidecar.path is None and not self._has_told:
            self._has_told = True
            self._screen.post_message(Do(FailKeeping(UNKEPT)))
        with self._lock:
            self._waiting = asked
            if self._thread is None:
                # Not a worker of the screen: those are cancelled when the reader leaves.
                self._thread = threading.Thread(target=self._write, daemon=True, name="newsdiff-review")
                self._thread.start()

    def finish(self) -> None:
        """Wait until the last review is written."""
        thread = self._thread
        if thread is not None:
            thread.join(_LAST_SECONDS)

    def _write(self) -> None:
        while True:
            with self._lock:
                asked, self._waiting = self._waiting, None
                if asked is None:
                    self._thread = None
                    return
            told: TakeReview | FailKeeping
            try:
                told = TakeReview(asked.review, self._sidecar.keep(asked.review, asked.articles))
            except NewsdiffError as error:
                told = FailKeeping(visible(f"not kept: {error}"))
            except BaseException as error:  # the screen goes on
                told = FailKeeping(f"not kept: {fault_line(error)}")
            self._screen.post_message(Do(told))
