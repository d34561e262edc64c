"""The progress of a long run on standard error: one line, overwritten in place, if standard error is a terminal.

1,204 of 5,000 pairs, 2 failed, 61.3 a second, 1:02 left
"""

import sys
import time
from collections.abc import Callable
from types import TracebackType

from ..text.sanitize import visible

# Seconds between two updates of the line: a reader cannot follow more.
_INTERVAL = 0.2


def duration(seconds: float) -> str:
    """Return a time as hours, minutes and seconds: 0:07, 12:30, 3:05:00."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:,}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


class ProgressLine:
    """The progress of a batch: `done` pairs were finished before, `failed` of them without a result.

    `total` is called only if the line is shown. Without `shown` there is no line, but errors are reported. `what` is
    counted.
    """

    def __init__(
        self, done: int, failed: int, total: Callable[[], int | None], shown: bool = True, what: str = "pairs"
    ) -> None:
        self._what = what
        self._done, self._failed = done, failed
        self._shown = shown and sys.stderr.isatty()
        self._total = total() if self._shown else None
        self._before = done
        self._began = self._written = time.monotonic()
        self._line = ""

    def step(self, trouble: str | None = None) -> None:
        """Count one more pair. An error message for it is written as a line of its own."""
        self._done += 1
        if trouble is not None:
            self._failed += 1
            self._write("")
            sys.stderr.write(f"newsdiff: {visible(trouble)}\n")
        now = time.monotonic()
        if now - self._written >= _INTERVAL:
            self._written = now
            self._write(self._state(now - self._began))

    def __enter__(self) -> "ProgressLine":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Clear the line. Only results and errors remain on the terminal."""
        self._write("")

    def _state(self, seconds: float) -> str:
        """Return the text of the line."""
        of = "" if self._total is None else f" of {self._total:,}"
        parts = [f"{self._done:,}{of} {self._what}"]
        if self._failed:
            parts.append(f"{self._failed:,} failed")
        rate = (self._done - self._before) / seconds
        parts.append(f"{rate:,.1f} a second")
        if self._total is not None and self._total > self._done:
            parts.append(f"{duration((self._total - self._done) / rate)} left")
        return ", ".join(parts)

    def _write(self, line: str) -> None:
        """Replace the line. Only spaces and carriage returns are used, which every terminal supports."""
        if self._shown and line != self._line:
            sys.stderr.write(f"\r{line.ljust(len(self._line))}" + ("" if line else "\r"))
            sys.stderr.flush()
            self._line = line
