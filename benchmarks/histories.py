"""Histories of many versions: their time and memory, how both grow, and what comparing the pairs one by one would cost.

    versions   40 paragraphs of the samples; in each version one to three words are others, a figure if there is one
    lanes      `newsdiff V1 V2 ... --format json`: every step, every lane
    pairs      `newsdiff V1 V2 --format json`, `newsdiff V2 V3 --format json`, ...: no lanes

Processor time is that of newsdiff and the processes that it starts.
"""

import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from benchmarks.measuring import BenchmarkSettings, PeakOfChildren, TableLine
from benchmarks.terminal import newsdiff

_SAMPLES = Path(__file__).parent.parent / "samples"
_TEXTS = ("breaking-update/right", "wire-rewrite/right", "light-edit/right", "breaking-update/left")
_OTHER_WORDS = ("harbour", "grain", "council", "yesterday", "slowly")
# Characters of the shortest paragraph: shorter ones are headlines and bylines.
_SHORTEST = 60
_MOST_EDITS = 3
_LARGEST_STEP = 9


def told(versions: int, paragraphs: int) -> list[str]:
    """Return the texts of a story that is edited again and again."""
    generator = random.Random(1)
    every = "\n\n".join((_SAMPLES / f"{name}.txt").read_text(encoding="utf-8") for name in _TEXTS)
    text = [one for one in every.split("\n\n") if len(one) >= _SHORTEST][:paragraphs]
    found = []
    for _ in range(versions):
        found.append("\n\n".join(text) + "\n")
        for _ in range(generator.randint(1, _MOST_EDITS)):
            at = generator.randrange(len(text))
            text[at] = _edited(text[at].split(" "), generator)
    return found


def _edited(words: list[str], generator: random.Random) -> str:
    figures = [at for at, word in enumerate(words) if word.isdecimal()]
    if figures:
        at = generator.choice(figures)
        words[at] = str(int(words[at]) + generator.randint(1, _LARGEST_STEP))
    else:
        words[generator.randrange(len(words))] = generator.choice(_OTHER_WORDS)
    return " ".join(words)


def history(settings: BenchmarkSettings) -> Iterator[TableLine]:
    """Yield the lines of the section `history`."""
    sizes = settings.sizes
    with tempfile.TemporaryDirectory() as folder:
        names = _written(Path(folder), told(sizes.versions, sizes.versions_paragraphs))
        case = f"{len(names)} versions of {sizes.versions_paragraphs} paragraphs"
        runs = [_run(newsdiff(*names, "--format", "json")) for _ in range(settings.runs)]
        yield TableLine(f"all lanes, {os.cpu_count()} processors", case, [elapsed for elapsed, _ in runs])
        lanes = TableLine("all lanes, processor time", case, [used for _, used in runs])
        yield lanes
        pairs = sum(_run(newsdiff(left, right, "--format", "json"))[1] for left, right in pairwise(names))
        yield TableLine("the pairs one by one, processor time", case, [pairs]).against(lanes)
    before: TableLine | None = None
    for count in (sizes.most_versions >> 2, sizes.most_versions >> 1, sizes.most_versions):
        line = _grown(count, sizes.article)
        yield line.against(before) if before else line
        before = line


def _grown(count: int, paragraphs: int) -> TableLine:
    with tempfile.TemporaryDirectory() as folder:
        names = _written(Path(folder), told(count, paragraphs))
        with PeakOfChildren(os.getpid()) as peak:
            _, used = _run(newsdiff(*names, "--format", "json", "--jobs", "1"))
    return TableLine("all lanes, processor time", f"{count} versions of {paragraphs} paragraphs", [used], mib=peak.mib)


def _written(folder: Path, texts: Sequence[str]) -> list[str]:
    names = []
    for number, text in enumerate(texts):
        name = folder / f"{number:04}.txt"
        name.write_text(text, encoding="utf-8")
        names.append(str(name))
    return names


def _run(command: Sequence[str]) -> tuple[float, float]:
    """Return the seconds that a command takes, and the processor time that it and its own processes use."""
    before, began = _used(), time.perf_counter()
    done = subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=sys.stderr)
    assert done.returncode <= 1
    return time.perf_counter() - began, _used() - before


def _used() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime
