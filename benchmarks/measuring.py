"""Measurements and the lines of the table they make.

TableLine("newsdiff", "20 paragraphs", [0.22, 0.23])  ->  | newsdiff | 20 paragraphs | 225 ms | ...
"""

import resource
import statistics
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread

from benchmarks.cases import CASES

MIB = 1 << 20
# Seconds between two samples of the children.
_LOOKING_SECONDS = 0.01
# ru_maxrss is in bytes on macOS and in units of this many elsewhere.
MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1 << 10


@dataclass(frozen=True)
class BenchmarkSettings:
    """The options of the command line: runs of each measurement, sizes, the gold folder, a peer's command, and so on.

    `against` is the folder of an earlier build, `installed` that of this one; without it, the worktree is measured.
    """

    runs: int
    sizes: "Sizes"
    gold: Path | None = None
    peer: str | None = None
    limit: float = 60.0
    against: Path | None = None
    installed: Path | None = None


@dataclass(frozen=True)
class Sizes:
    """Paragraphs a side of an article, of a few screens, and so on up to a book; key presses; pairs in a batch.

    `growth` names the cases of benchmarks/cases.py that grow, and `doublings` is how often, up to the size of a book.
    `has_longest` adds a paragraph of a million characters. `versions` are those of a story of `versions_paragraphs`,
    and `most_versions` those of the longest one.
    """

    article: int = 20
    rows: int = 30
    middle: int = 400
    long: int = 1_000
    book: int = 31_000
    keys: int = 30
    pairs: int = 200
    growth: Sequence[str] = tuple(CASES)
    doublings: int = 5  # from some 1,000 paragraphs on: in shorter texts the constant costs dominate
    has_longest: bool = True
    versions: int = 50
    versions_paragraphs: int = 40
    most_versions: int = 500


TINY = Sizes(
    article=4,
    rows=30,
    middle=4,
    long=6,
    book=40,
    keys=2,
    pairs=6,
    growth=("rewritten",),
    doublings=1,
    has_longest=False,
    versions=3,
    versions_paragraphs=4,
    most_versions=12,
)
"""Sizes that show only that the benchmarks run; equal ones are measured once."""


@dataclass(frozen=True)
class TableLine:
    """A line of the table. Times are in seconds; `ratio` is the median relative to that of the line that `to` names.

    `instructions` are those of a process, which other work on the machine does not change. `wanted` is the ratio or
    the memory that the line is to reach, for the section `table`.
    """

    what: str
    case: str
    seconds: Sequence[float] = field(default=())
    ratio: float | None = None
    to: str = ""
    mib: float | None = None
    rate: float | None = None
    instructions: float | None = None
    wanted: str = ""

    @property
    def median(self) -> float:
        """The median of the times, of which there is at least one."""
        return statistics.median(self.seconds)

    def against(self, baseline: "TableLine") -> "TableLine":
        """Return the line with its ratio to another."""
        ratio = self.median / baseline.median if self.seconds and baseline.seconds and baseline.median else None
        return TableLine(self.what, self.case, self.seconds, ratio, baseline.what, self.mib, self.rate)

    def cells(self) -> list[str]:
        """Return the cells of the table: see HEADER."""
        return [
            self.what,
            self.case,
            _time(self.median) if self.seconds else "",
            _time(percentile(self.seconds, 95)) if len(self.seconds) > 1 else "",
            f"{self.ratio:.2f} x {self.to}" if self.ratio is not None else self.to,
            f"{self.mib:.0f} MiB" if self.mib is not None else "",
            f"{self.rate:,.1f}" if self.rate is not None else "",
            f"{self.instructions / 1e6:,.0f} million" if self.instructions is not None else "",
            self.wanted,
        ]


HEADER = ["what", "case", "median", "95 %", "ratio", "memory", "a second", "instructions", "wanted"]


def percentile(values: Sequence[float], share: int) -> float:
    """Return the smallest of the values that `share` of 100 values do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * share // 100) - 1)]


def resident(pid: int) -> float:
    """Return the resident memory of a running process in MiB; 0 if the system does not report it."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    return _status_field(status, "VmRSS")


class PeakOfChildren:
    """Watches the children of a process as a context manager; `mib` is the most memory that one of them has used.

    The memory is sampled, so the last moment of a child may be missed. It is 0 if the system does not report it.
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
            # A child may end before it is sampled. It has a name then, but no memory.
            with suppress(OSError, ValueError):
                for child in self._children.read_text().split():
                    self.mib = max(self.mib, _status_field(Path(f"/proc/{child}/status").read_text(), "VmHWM"))


def own_peak() -> float:
    """Return the greatest memory of this process so far, in MiB."""
    try:
        # ru_maxrss counts what the process was before exec, too.
        return _status_field(Path("/proc/self/status").read_text(), "VmHWM")
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * MAXRSS_UNIT / MIB


def _status_field(status: str, name: str) -> float:
    (value,) = (line.split()[1] for line in status.splitlines() if line.startswith(name + ":"))
    return int(value) * 1024 / MIB


def _time(seconds: float) -> str:
    if seconds < 0.01:
        return f"{seconds * 1000:.2f} ms"
    if seconds < 1:
        return f"{seconds * 1000:.0f} ms"
    return f"{seconds:.2f} s"
