"""A pseudo-terminal that records every byte a program writes, with its time.

Textual asks whether the terminal supports synchronised output (ESC[?2026$p). If the answer is yes, it ends every frame
with ESC[?2026l, so that a frame can be timed to its end.
"""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Sequence

COLUMNS, LINES = 160, 40
END_OF_FRAME = b"\x1b[?2026l"
_QUESTION, _ANSWER = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
_BLOCK = 1 << 16
# Seconds without output after which a program is still: longer than several of Textual's own timers.
QUIET = 0.25
# Seconds between two checks whether the program has ended.
_POLL = 0.02


class Terminal:
    """A program on a terminal. The clock starts before the program."""

    def __init__(self, command: Sequence[str], columns: int = COLUMNS, lines: int = LINES) -> None:
        self.began = time.perf_counter()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
            os.execvp(command[0], list(command))
        self.resize(columns, lines)
        self._has_ended = False
        self.output = bytearray()
        self.last = self.began

    def __enter__(self) -> "Terminal":
        return self

    def hang_up(self) -> None:
        """Close the window."""
        os.close(self._fd)
        self._fd = -1

    def __exit__(self, *_: object) -> None:
        if self._fd >= 0:
            os.close(self._fd)
        if not self._has_ended:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)

    def status(self, timeout: float) -> int:
        """Wait until the program has ended, reading its output; return its exit status, negative for a signal.

        Raises TimeoutError.
        """
        until = time.perf_counter() + timeout
        while not (found := os.waitpid(self.pid, os.WNOHANG))[0]:
            if time.perf_counter() > until:
                raise TimeoutError(f"it did not end in {timeout} s")
            self._read(_POLL) if self._fd >= 0 else time.sleep(_POLL)
        while self._read(_POLL):
            pass
        self._has_ended = True
        return os.waitstatus_to_exitcode(found[1])

    def resize(self, columns: int, lines: int) -> None:
        """Change the size of the window; the system informs the program."""
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def wait_for(self, *texts: bytes, since: int = 0, timeout: float) -> float:
        """Return the time at which all these texts have arrived, counted from the byte `since` on.

        Raises TimeoutError.
        """
        until = time.perf_counter() + timeout
        while not all(text in self.output[since:] for text in texts):
            if not self._read(until - time.perf_counter()):
                raise TimeoutError(f"{texts} did not come in {timeout} s")
        return self.last

    def settle(self, timeout: float, quiet: float = QUIET, quiet_after: float | None = None) -> float:
        """Wait until no output arrives for `quiet` seconds; return the time of the last output.

        After the first output, `quiet_after` replaces `quiet`. Raises TimeoutError.
        """
        until = time.perf_counter() + timeout
        while self._read(quiet):
            quiet = quiet if quiet_after is None else quiet_after
            if time.perf_counter() > until:
                raise TimeoutError(f"it was not quiet in {timeout} s")
        return self.last

    def send(self, keys: bytes) -> tuple[float, int]:
        """Type these keys; return the time, and the length of the output before."""
        sent, there = time.perf_counter(), len(self.output)
        os.write(self._fd, keys)
        return sent, there

    def _read(self, timeout: float) -> bool:
        """Read output; return whether any arrived in time."""
        if self._fd < 0 or timeout <= 0 or not select.select([self._fd], [], [], timeout)[0]:
            return False
        try:
            block = os.read(self._fd, _BLOCK)
        except OSError:  # the program has ended
            return False
        self.last = time.perf_counter()
        if not block:
            return False
        if _QUESTION in self.output[-len(_QUESTION) :] + block:
            os.write(self._fd, _ANSWER)
        self.output += block
        return True


def newsdiff(*arguments: str) -> list[str]:
    """Return the command that starts newsdiff from this folder."""
    return [sys.executable, "-m", "tui", *arguments]
