"""How far a long run has come, on standard error: one line that is written over, if that is a terminal."""

import sys
import time
from collections.abc import Callable
from types import TracebackType

from ..text.sanitize import visible

# Seconds between two states of the line: more often than a reader can follow is wasted.
_INTERVAL = 0.2


class Progress:
    """`done` pairs were done before, `failed` of them; `total` is asked for once, if anyone is to see it.

    Without `shown` there is no line, but troubles are told.
    """

    def __init__(self, done: int, failed: int, total: Callable[[], int | None], shown: bool = True) -> None:
        self._done, self._failed = done, failed
        self._shown = shown and sys.stderr.isatty()
        self._total = total() if self._shown else None
        self._before = done
        self._began = self._written = time.monotonic()
        self._line = ""

    def step(self, trouble: str | None = None) -> None:
        """One more pair is done; what was wrong with it becomes a line that stays."""
        self._done += 1
        if trouble is not None:
            self._failed += 1
            self._write("")
            sys.stderr.write(f"newsdiff: {visible(trouble)}\n")
        now = time.monotonic()
        if now - self._written >= _INTERVAL:
            self._written = now
            self._write(self._state(now - self._began))

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Leave an empty line: what stays on the screen are results and troubles."""
        self._write("")

    def _state(self, seconds: float) -> str:
        parts = [f"{self._done:,} of {self._total:,} pairs" if self._total is not None else f"{self._done:,} pairs"]
        if self._failed:
            parts.append(f"{self._failed:,} failed")
        rate = (self._done - self._before) / seconds
        parts.append(f"{rate:,.1f} a second")
        return ", ".join(parts)

    def _write(self, line: str) -> None:
        """Put this in the place of the line: plain spaces and returns, which every terminal knows."""
        if self._shown and line != self._line:
            sys.stderr.write(f"\r{line.ljust(len(self._line))}" + ("" if line else "\r"))
            sys.stderr.flush()
            self._line = line
