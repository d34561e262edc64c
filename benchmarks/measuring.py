"""What a measurement is, and how it is written down."""

import resource
import statistics
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread

_MIB = 1 << 20
# How often children are looked at.
_LOOKING_SECONDS = 0.01
# ru_maxrss is in bytes on macOS and in units of this many elsewhere.
_MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1 << 10


@dataclass(frozen=True)
class Settings:
    """What the command line says: the gold folder, a peer's command, runs of each measurement, and sizes."""

    runs: int
    sizes: "Sizes"
    gold: Path | None = None
    peer: str | None = None
    limit: float = 60.0


@dataclass(frozen=True)
class Sizes:
    """Paragraphs a side: of an article, on a few screens, ..., in a book; presses of a key, pairs in a batch.

    `has_longest` says whether there is a paragraph of a million characters, too.
    """

    article: int = 20
    rows: int = 30
    middle: int = 400
    long: int = 1_000
    book: int = 31_000
    keys: int = 30
    pairs: int = 200
    has_longest: bool = True


TINY = Sizes(article=4, rows=30, middle=5, long=6, book=40, keys=2, pairs=6, has_longest=False)
"""Sizes that show only that the benchmarks run."""


@dataclass(frozen=True)
class Line:
    """A line of the table. Times are in seconds; `ratio` is the median to that of what `to` names."""

    what: str
    case: str
    seconds: Sequence[float] = field(default=())
    ratio: float | None = None
    to: str = ""
    mib: float | None = None
    rate: float | None = None

    @property
    def median(self) -> float:
        """The median of the times, of which there are some."""
        return statistics.median(self.seconds)

    def against(self, baseline: "Line") -> "Line":
        """The line with its ratio to another."""
        ratio = self.median / baseline.median if self.seconds and baseline.seconds and baseline.median else None
        return Line(self.what, self.case, self.seconds, ratio, baseline.what, self.mib, self.rate)

    def cells(self) -> list[str]:
        """The cells of the table: see HEADER."""
        return [
            self.what,
            self.case,
            _time(self.median) if self.seconds else "",
            _time(percentile(self.seconds, 95)) if len(self.seconds) > 1 else "",
            f"{self.ratio:.2f} x {self.to}" if self.ratio is not None else self.to,
            f"{self.mib:.0f} MiB" if self.mib is not None else "",
            f"{self.rate:,.1f}" if self.rate is not None else "",
        ]


HEADER = ["what", "case", "median", "95 %", "ratio", "memory", "a second"]


def percentile(values: Sequence[float], share: int) -> float:
    """The smallest of the values that so many of a hundred do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * share // 100) - 1)]


def resident(pid: int) -> float:
    """The memory of a running process in MiB, as far as it is not shared out again; 0 where the system does not say."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    return _status_field(status, "VmRSS")


class PeakOfChildren:
    """While it is entered, looks at the processes that a process has started; `mib` is the most that one has taken.

    Looking now and then misses what comes in the last moment. 0 where the system does not say.
    """

    def __init__(self, pid: int) -> None:
        self._children = Path(f"/proc/{pid}/task/{pid}/children")
        self._is_over = Event()
        self._thread = Thread(target=self._look, daemon=True)
        self.mib = 0.0

    def __enter__(self) -> "PeakOfChildren":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._is_over.wait(_LOOKING_SECONDS):
            # Each may have gone before it is looked at, and has no memory then, but still a name.
            with suppress(OSError, ValueError):
                for child in self._children.read_text().split():
                    self.mib = max(self.mib, _status_field(Path(f"/proc/{child}/status").read_text(), "VmHWM"))


def own_peak() -> float:
    """The greatest memory of this process so far, in MiB."""
    try:
        # ru_maxrss counts what the process was before exec, too.
        return _status_field(Path("/proc/self/status").read_text(), "VmHWM")
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _MAXRSS_UNIT / _MIB


def _status_field(status: str, name: str) -> float:
    (value,) = (line.split()[1] for line in status.splitlines() if line.startswith(name + ":"))
    return int(value) * 1024 / _MIB


def _time(seconds: float) -> str:
    if seconds < 0.01:
        return f"{seconds * 1000:.2f} ms"
    if seconds < 1:
        return f"{seconds * 1000:.0f} ms"
    return f"{seconds:.2f} s"
