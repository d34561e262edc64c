"""Measurements of this build and an earlier one, in turn: `python -m benchmarks.run --against FOLDER against book`.

against    exec to exit of a pair as JSON with ledger; the first ledger of a process; warm comparisons and ledgers, and
           the one against the other; `--pairs` with ledgers; exec to the first text, and that of an empty application
book       two whole Bibles, or generated paragraphs without --gold: alignment, all words, JSON, and peaks of memory

FOLDER holds the packages of the earlier build, `--installed FOLDER` those of this one, each made by
`pip install --no-deps --target FOLDER .`: what is installed has its tables ready, a worktree reads them from TOML. The
Python that runs this needs the libraries, and no editable newsdiff, whose finder takes time at each start. A ratio is
the median of the ratios of neighbouring runs; the least and the greatest of them follow it. Processor time is that of a
process and of the children it waited for.
"""

import gzip
import json
import os
import shlex
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from benchmarks import cases, wanted
from benchmarks.engine import gold_articles, write_folders, written
from benchmarks.measuring import MAXRSS_UNIT, MIB, BenchmarkSettings, TableLine
from benchmarks.screen import EMPTY_APP, marked_files, seconds_to_text
from diffing.model import Pair

_ROOT = Path(__file__).parent.parent
_ONE_BUILD = str(Path(__file__).parent / "one_build.py")
SAMPLE_NAME = "wire-rewrite"
SAMPLE = [str(_ROOT / "samples" / SAMPLE_NAME / f"{side}.txt") for side in ("left", "right")]
"""The files of the articles that are compared from start to exit."""
AS_JSON = ("--format", "json", "--ledger")
_BOOKS = Pair("scale/nheb.txt.gz", "scale/webster.txt.gz")
# Articles of the gold that are compared warm, and of those between two of them that are left out.
_WARM, _STEP = 20, 10
_PAIRS = 40
NAMES = Pair("earlier build", "this build")
# A book takes a minute: it is measured once for so many runs of the rest.
_RUNS_OF_BOOK = 3


class _Cost(NamedTuple):
    """The cost of a process: seconds on the clock, seconds of processors, and its peak of memory."""

    wall: float
    processor: float
    mib: float


class Build(NamedTuple):
    """A build of newsdiff: the folder of its packages."""

    folder: Path

    @property
    def _settings(self) -> dict[str, str]:
        # Without the safe path, the packages of the current folder would come first.
        return {"PYTHONPATH": str(self.folder), "PYTHONSAFEPATH": "1"}

    @property
    def environment(self) -> dict[str, str]:
        """The environment of a process that imports this build."""
        return {**os.environ, **self._settings}

    def program(self, *arguments: str) -> list[str]:
        """Return the command that starts newsdiff of this build in its environment."""
        module = "newsdiff" if (self.folder / "newsdiff").is_dir() else "tui"  # as it is installed, and in a worktree
        return [sys.executable, "-m", module, *arguments]

    def command(self, *arguments: str) -> list[str]:
        """Return the command that starts newsdiff of this build in any environment."""
        words = [f"{name}={value}" for name, value in self._settings.items()]
        return ["env", *words, *self.program(*arguments)]

    def measured(self, *arguments: str) -> list[str]:
        """Return the command that runs benchmarks/one_build.py in the environment of this build."""
        return [sys.executable, _ONE_BUILD, *arguments]

    def found(self, *arguments: str) -> dict[str, list[float]]:
        """Return what benchmarks/one_build.py measures."""
        found: dict[str, list[float]] = json.loads(
            subprocess.check_output(self.measured(*arguments), env=self.environment)
        )
        return found


def against(settings: BenchmarkSettings) -> Iterator[TableLine]:
    """Yield the lines of the section `against`; none without an earlier build."""
    if settings.against is None:
        return
    builds = builds_of(settings, settings.against)
    arguments = [*SAMPLE, *AS_JSON]
    costs = _alternating(settings.runs, builds, lambda build: _cost(build.command(*arguments)).processor)
    yield from compared("exec to exit, JSON, processor time", SAMPLE_NAME, costs, wanted.EXEC_TO_EXIT)
    costs = _alternating(settings.runs, builds, lambda build: build.found("first", *SAMPLE)["ledger"][0])
    yield from compared("first ledger", SAMPLE_NAME, costs, wanted.FIRST_LEDGER)
    yield from _warm(settings, builds)
    yield from _pairs(settings, builds)
    yield from _first_text(settings, builds)


def book(settings: BenchmarkSettings) -> Iterator[TableLine]:
    """Yield the lines of the section `book`; none without an earlier build."""
    if settings.against is None:
        return
    builds = builds_of(settings, settings.against)
    runs = -(-settings.runs // _RUNS_OF_BOOK)
    case, texts = the_book(settings)
    with written(texts) as names:
        found = [builds.map(lambda build: build.found("book", *names)) for _ in range(runs)]
        yield from compared("aligned", case, _values(found, "aligned"), wanted.BOOK_ALIGNED)
        yield from compared("compared", case, _values(found, "compared"))
        yield from _peaks("peak aligned", case, _values(found, "peak aligned", MAXRSS_UNIT / MIB))
        yield from _peaks("peak", case, _values(found, "peak", MAXRSS_UNIT / MIB))
        costs = [
            builds.map(lambda build: _cost(build.command(*names, "--format", "json", "--no-ledger")))
            for _ in range(runs)
        ]
        yield from compared(
            "JSON, on the clock", case, [each.map(lambda one: one.wall) for each in costs], wanted.BOOK_AS_JSON
        )
        yield from compared("JSON, processor time", case, [each.map(lambda one: one.processor) for each in costs])
        yield from _peaks("JSON, peak", case, [each.map(lambda one: one.mib) for each in costs])
        if settings.peer:
            peer = [part.format(left=names.left, right=names.right) for part in shlex.split(settings.peer)]
            yield TableLine("the peer, on the clock", case, [_cost(peer).wall for _ in range(runs)])


def the_book(settings: BenchmarkSettings) -> tuple[str, Pair[str]]:
    """Return the name and the texts of a book: two whole Bibles of the gold, or generated paragraphs."""
    if settings.gold is None:
        return f"{settings.sizes.book:,} paragraphs", cases.texts(cases.rewritten(settings.sizes.book))
    folder = settings.gold
    return "two Bibles", _BOOKS.map(lambda name: gzip.decompress((folder / name).read_bytes()).decode())


def _warm(settings: BenchmarkSettings, builds: Pair[Build]) -> Iterator[TableLine]:
    """Yield the lines of comparisons and ledgers in a process that has made others before."""
    sizes = settings.sizes
    texts = {f"{count} paragraphs": [cases.texts(cases.rewritten(count))] for count in (sizes.rows, sizes.middle)}
    if settings.gold:
        articles = [*islice(gold_articles(settings.gold), 0, _WARM * _STEP, _STEP)]
        texts[f"{len(articles)} articles of the gold"] = articles
    for case, some in texts.items():
        yield from _warm_case(case, some, settings.runs, builds)


def _warm_case(case: str, texts: Sequence[Pair[str]], runs: int, builds: Pair[Build]) -> Iterator[TableLine]:
    with tempfile.TemporaryDirectory() as folder:
        folders = write_folders(Path(folder), texts)
        names = [str(Path(side, f"{at}.txt")) for at in range(len(texts)) for side in folders]
        found = [builds.map(lambda build: build.found("warm", "1", *names)) for _ in range(runs)]
    comparisons = _values(found, "comparison")
    yield from compared("comparison, warm", case, comparisons, wanted.COMPARISON)
    for what in ("ledger", "ledger, read again"):
        ledgers = _values(found, what)
        yield from compared(f"{what}, warm", case, ledgers)
        for name, side in zip(NAMES, Pair("left", "right"), strict=True):
            shares = [
                getattr(ledger, side) / getattr(comparison, side)
                for ledger, comparison in zip(ledgers, comparisons, strict=True)
            ]
            line = with_ratios(TableLine(f"{what}, warm, {name}", case), shares, "its comparison")
            yield replace(line, wanted=wanted.LEDGER_TO_COMPARISON) if (what, name) == ("ledger", NAMES.right) else line


def _pairs(settings: BenchmarkSettings, builds: Pair[Build]) -> Iterator[TableLine]:
    """Yield the lines of many pairs in one process."""
    count = min(settings.sizes.pairs, _PAIRS)
    texts = (
        [*islice(gold_articles(settings.gold), count)]
        if settings.gold
        else [cases.texts(cases.rewritten(settings.sizes.article))] * count
    )
    with tempfile.TemporaryDirectory() as folder:
        left, right = write_folders(Path(folder), texts)
        arguments = ["--pairs", left, right, "--jobs", "1", "--ledger", "--output", os.devnull, "--force"]
        costs = _alternating(settings.runs, builds, lambda build: _cost(build.command(*arguments)).processor)
    yield from compared("--pairs, processor time", f"{len(texts)} pairs", costs, wanted.PAIRS)


def _first_text(settings: BenchmarkSettings, builds: Pair[Build]) -> Iterator[TableLine]:
    """Yield the lines of the first picture: of an empty application, and of both builds."""
    case = f"{settings.sizes.article} paragraphs"
    empty = []
    both = []
    with marked_files(settings.sizes.article) as names:
        for _ in range(settings.runs):
            empty.append(seconds_to_text([sys.executable, "-c", EMPTY_APP])[0])
            both.append(builds.map(lambda build: seconds_to_text(build.command(*names))[0]))
    yield TableLine("empty application, first text", "", empty)
    yield from compared("first text", case, both)
    ratios = [each.right / one for each, one in zip(both, empty, strict=True)]
    line = TableLine("first text", case, wanted=wanted.FIRST_TEXT_TO_EMPTY_APPLICATION)
    yield with_ratios(line, ratios, "the empty application")


def _values(found: Sequence[Pair[dict[str, list[float]]]], what: str, unit: float = 1.0) -> list[Pair[float]]:
    """Return one of the measurements of each run."""
    return [each.map(lambda one: one[what][0] * unit) for each in found]


def _alternating(runs: int, builds: Pair[Build], run: Callable[[Build], float]) -> list[Pair[float]]:
    return [builds.map(run) for _ in range(runs)]


def compared(what: str, case: str, seconds: Sequence[Pair[float]], to_reach: str = "") -> Iterator[TableLine]:
    """Yield the lines of both builds, that of this build with its ratio to the earlier one, which is `to_reach`."""
    yield TableLine(f"{what}, {NAMES.left}", case, [each.left for each in seconds])
    ours = TableLine(f"{what}, {NAMES.right}", case, [each.right for each in seconds], wanted=to_reach)
    yield with_ratios(ours, [each.right / each.left for each in seconds], NAMES.left)


def _peaks(what: str, case: str, mib: Sequence[Pair[float]]) -> Iterator[TableLine]:
    """Yield the lines of the memory of both builds."""
    yield TableLine(f"{what}, {NAMES.left}", case, mib=max(each.left for each in mib))
    ours = TableLine(f"{what}, {NAMES.right}", case, mib=max(each.right for each in mib), wanted=wanted.BOOK_MEMORY)
    yield with_ratios(ours, [each.right / each.left for each in mib], NAMES.left)


def with_ratios(line: TableLine, ratios: Sequence[float], to: str) -> TableLine:
    """Return a line with the median of some ratios, and the least and the greatest of them."""
    return replace(line, ratio=statistics.median(ratios), to=f"{to} ({min(ratios):.2f} to {max(ratios):.2f})")


def builds_of(settings: BenchmarkSettings, earlier: Path) -> Pair[Build]:
    """Return the earlier build, whose folder this is, and this one."""
    return Pair(Build(earlier.resolve()), Build((settings.installed or _ROOT).resolve()))


def _cost(command: Sequence[str]) -> _Cost:
    """Return what a command takes with its children."""
    began = time.perf_counter()
    with tempfile.TemporaryFile() as told, subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=told) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        told.seek(0)
        # A difference has status 1, and so has a program that cannot be loaded.
        if process.returncode > 1 or b"No module" in told.read():
            raise subprocess.CalledProcessError(process.returncode, command)
    wall = time.perf_counter() - began
    return _Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * MAXRSS_UNIT / MIB)
