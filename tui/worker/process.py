"""Another process of newsdiff, its messages, and how it ends.

this process        the other one
starts it       ->  loads what it needs
sends requests  ->
                <-  messages, which a thread puts into a queue
"""

import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread

from diffing.errors import NewsdiffError

from ..system.terminal import unreached_by_keys
from .protocol import GONE, Packed, received, send

# The search path as it is here, and not with the folder one happens to be in, which may hold modules of anybody's.
# This package is named `tui` in a checkout and `newsdiff` where it is installed (see ARCHITECTURE.md).
_CODE = f"import sys; sys.path[:] = sys.argv[1:]; from {__package__}.MODULE import main; main()"


class ComparingError(NewsdiffError):
    """The other process did not compare, and why; `is_fault` where newsdiff itself is to blame."""

    def __init__(self, reason: str, is_fault: bool) -> None:
        super().__init__(reason)
        self.is_fault = is_fault


class OtherProcess:
    """A process that runs `main` of a module of this package.

    `messages` are those that it sent and that are still to be handled. The last one is GONE; the pipes are closed then.
    """

    def __init__(self, module: str) -> None:
        self.messages: SimpleQueue[Packed] = SimpleQueue()
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-c", _CODE.replace("MODULE", module), *sys.path],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                **unreached_by_keys(),
            )
        except OSError as error:
            raise ComparingError(f"no process can be started to compare: {error.strerror}", is_fault=False) from None
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._answers, self._requests = self._process.stdout, self._process.stdin
        self._outbox: SimpleQueue[Callable[[], Packed] | None] = SimpleQueue()
        for task in (self._listen, self._send):
            Thread(target=task, daemon=True).start()

    def send(self, make: Callable[[], Packed]) -> None:
        """Send the message that `make` makes, after those before it and without waiting.

        The process may still be starting, and a pipe holds less than a book.
        """
        self._outbox.put(make)

    def end(self) -> None:
        """End the process at once, in whatever step: it keeps nothing that could be lost."""
        self._process.kill()

    def _send(self) -> None:
        while (make := self._outbox.get()) is not None:
            # The process may have ended, which closes the pipe. The message GONE says so.
            with suppress(OSError, ValueError):
                send(self._requests, make())
            del make  # it has the texts, and the next request may never come

    def _listen(self) -> None:
        while (message := received(self._answers)) is not None:
            self.messages.put(message)
        status = self._process.wait()
        self._answers.close()
        with suppress(OSError):  # a message that was not sent completely
            self._requests.close()
        self._outbox.put(None)
        self.messages.put((GONE, status))


def ended(status: int) -> ComparingError:
    """Return why there is nothing more, where the process has said nothing of it."""
    if status < 0:
        return ComparingError("the comparing process was killed; perhaps memory ran out", is_fault=False)
    return ComparingError(f"the comparing process ended with status {status}", is_fault=True)
