"""The engine and the command: seconds of each stage, their growth with the text, and many pairs.

engine     segmentation, the stages that `compare` reports, serialisation; difflib for comparison with the words
growth     paragraphs doubled repeatedly: the ratio of times (2 is linear) and of memory; difficult cases
           Both in seconds of processor time
command    one pair as JSON, from start to end of the process; for comparison an empty Python and another command
batch      pairs a second with one process and with all processors
"""

import json
import os
import shlex
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks import cases, wanted
from benchmarks.child import DIFFLIB, GIANT
from benchmarks.measuring import BenchmarkSettings, TableLine
from benchmarks.terminal import newsdiff
from diffing.model import Pair

# Characters of the longest paragraph.
_LONGEST = 1_000_000
_ARTICLES = "onestop-paragraphs.jsonl"
_WORDING = "comparing words"


def engine(settings: BenchmarkSettings) -> Iterator[TableLine]:
    """Yield the lines of the section `engine`."""
    sizes = settings.sizes
    counts = sorted({sizes.article, sizes.middle, sizes.book})
    texts = [(f"{count:,} paragraphs", cases.texts(cases.rewritten(count))) for count in counts]
    if settings.gold:
        texts.insert(0, ("an article of the gold", next(gold_articles(settings.gold))))
    for case, text in texts:
        runs = 1 if case.startswith(f"{sizes.book:,}") else settings.runs
        with written(text) as names:
            found = _child("stages", *names, str(runs))
        lines = {stage: TableLine(stage, case, seconds) for stage, seconds in found.seconds.items()}
        for stage, line in lines.items():
            yield line.against(lines[DIFFLIB]) if stage == _WORDING else line
        yield TableLine("peak of memory", case, mib=found.mib)


def growth(settings: BenchmarkSettings) -> Iterator[TableLine]:
    """Yield the lines of the section `growth`."""
    for case in settings.sizes.growth:
        lines: list[TableLine] = []
        count = settings.sizes.book >> settings.sizes.doublings
        while count <= settings.sizes.book:
            line = _grown(case, count, settings.limit)
            yield _doubled(line, lines[-1]) if lines else line
            if not line.seconds:
                break
            lines.append(line)
            count *= 2
        if len(lines) > 1:
            yield _mean_doubling(lines)
    if settings.sizes.has_longest:
        yield _grown(GIANT, _LONGEST, settings.limit)


def command(settings: BenchmarkSettings) -> Iterator[TableLine]:
    """Yield the lines of the section `command`."""
    nothing = TableLine("python -c pass", "", [_run([sys.executable, "-c", "pass"]) for _ in range(settings.runs)])
    yield nothing
    for count in sorted({settings.sizes.article, settings.sizes.middle}):
        case = f"{count:,} paragraphs"
        with written(cases.texts(cases.rewritten(count))) as names:
            ours = newsdiff(*names, "--format", "json")
            line = TableLine("newsdiff --format json", case, [_run(ours) for _ in range(settings.runs)])
            yield line.against(nothing)
            if settings.peer:
                peer = [part.format(left=names.left, right=names.right) for part in shlex.split(settings.peer)]
                yield TableLine("the peer", case, [_run(peer) for _ in range(settings.runs)]).against(line)


def batch(settings: BenchmarkSettings) -> Iterator[TableLine]:
    """Yield the lines of the section `batch`."""
    count = settings.sizes.pairs
    if settings.gold:
        texts = [text for text, _ in zip(gold_articles(settings.gold), range(count), strict=False)]
        case = f"{len(texts)} articles of the gold"
    else:
        texts = [cases.texts(cases.rewritten(settings.sizes.article))] * count
        case = f"{count} pairs of {settings.sizes.article} paragraphs"
    with tempfile.TemporaryDirectory() as folder:
        folders = write_folders(Path(folder), texts)
        alone: TableLine | None = None
        for jobs in sorted({1, os.cpu_count() or 1}):
            arguments = newsdiff("--pairs", *folders, "--jobs", str(jobs), "--output", os.devnull, "--force")
            seconds = [_run(arguments) for _ in range(settings.runs)]
            line = TableLine(
                f"newsdiff --pairs --jobs {jobs}", case, seconds, rate=len(texts) / statistics.median(seconds)
            )
            yield line.against(alone) if alone else line
            alone = alone or line


@dataclass(frozen=True)
class _Found:
    """The output of benchmarks/child.py: seconds by stage, and the peak of memory in MiB."""

    seconds: dict[str, list[float]]
    mib: float


def gold_articles(folder: Path) -> Iterator[Pair[str]]:
    """Yield the pairs of articles of the gold folder as file contents."""
    with open(folder / _ARTICLES, encoding="utf-8") as file:
        for line in file:
            case = json.loads(line)
            yield Pair(case["left"], case["right"]).map("\n\n".join)


def _grown(case: str, count: int, limit: float) -> TableLine:
    shown = f"{count:,} {'characters' if case == GIANT else 'paragraphs'}"
    try:
        found = _child("growth", case, str(count), limit=limit)
    except subprocess.TimeoutExpired:
        return TableLine(case, shown, to=f"more than {limit:.0f} s")
    return TableLine(case, shown, found.seconds["all"], mib=found.mib)


def _mean_doubling(lines: Sequence[TableLine]) -> TableLine:
    """Return the line with the mean growth of lines that each have twice the paragraphs of the one before."""
    first, last = lines[0], lines[-1]
    ratio = (last.median / first.median) ** (1 / (len(lines) - 1))
    shown = f"{first.case} to {last.case}"
    return TableLine(last.what, shown, ratio=ratio, to="half as much, mean", wanted=wanted.A_DOUBLING)


def _doubled(line: TableLine, before: TableLine) -> TableLine:
    """Return the line with its ratios to the line of half the size."""
    if not line.seconds or line.mib is None or before.mib is None:
        return line
    ratio = line.against(before)
    to = f"half as much; memory {line.mib / before.mib:.2f} x"
    return TableLine(line.what, line.case, line.seconds, ratio.ratio, to, line.mib)


def write_folders(folder: Path, texts: Iterable[Pair[str]]) -> Pair[str]:
    """Write the texts of each side into a folder, 0.txt and so on; return both folders."""
    folders = Pair("left", "right").map(lambda side: folder / side)
    for each in folders:
        each.mkdir()
    for number, text in enumerate(texts):
        for each, side in zip(folders, text, strict=True):
            (each / f"{number}.txt").write_text(side, encoding="utf-8")
    return folders.map(str)


@contextmanager
def written(texts: Pair[str]) -> Iterator[Pair[str]]:
    """Yield the names of two files with these texts."""
    with tempfile.TemporaryDirectory() as folder:
        names = Pair("left.txt", "right.txt").map(lambda name: str(Path(folder, name)))
        for name, text in zip(names, texts, strict=True):
            Path(name).write_text(text, encoding="utf-8")
        yield names


def _child(*arguments: str, limit: float | None = None) -> "_Found":
    command = [sys.executable, "-m", "benchmarks.child", *arguments]
    return _Found(**json.loads(subprocess.run(command, check=True, capture_output=True, timeout=limit).stdout))


def _run(command: Sequence[str]) -> float:
    """Return the seconds that a command takes; its status is ignored."""
    began = time.perf_counter()
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began
