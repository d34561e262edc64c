"""Alignment beside wikidiff2, the difference engine of MediaWiki: `python -m benchmarks.run --gold FOLDER wikidiff2`.

Both have the same texts, each paragraph on one line, and say which paragraphs correspond and how they differ; newsdiff
is timed until its paragraphs are aligned. With a gold folder there are two pairs: two Bibles, and a freer translation,
90 chapters of King James and Basic English as one text, from some of which verses were dropped or merged. Times are
processor time of the comparison alone, without the start of Python and of PHP; both work in one thread. Needs PHP's
command line with wikidiff2 (on Debian: php-cli, php-wikidiff2).
"""

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

from benchmarks import wanted
from benchmarks.builds import Build, the_book
from benchmarks.measuring import BenchmarkSettings, TableLine
from diffing.model import Pair

_ROOT = Path(__file__).parent.parent
_NAME = "wikidiff2_do_diff"
# The chapters of a freer translation: without those whose verses were moved, which are no book.
_CHAPTERS = "bible-en.jsonl"
_SETS = {f"bible-en-kjv-bbe-{kind}" for kind in ("plain", "drop", "merge")}
# Arguments: left, right. Lines of context as MediaWiki has them.
_SCRIPT = """
[$left, $right] = [file_get_contents($argv[1]), file_get_contents($argv[2])];
$before = getrusage();
wikidiff2_do_diff($left, $right, 2);
$after = getrusage();
$seconds = fn($usage, $kind) => $usage["ru_$kind.tv_sec"] + $usage["ru_$kind.tv_usec"] / 1e6;
$taken = fn($kind) => $seconds($after, $kind) - $seconds($before, $kind);
echo json_encode($taken("utime") + $taken("stime"));
"""


def wikidiff2(settings: BenchmarkSettings) -> Iterator[TableLine]:
    """Yield the lines of the section `wikidiff2`; none, and a message, where it is not installed."""
    if not _is_installed():
        print("no PHP with wikidiff2: nothing to measure in wikidiff2", file=sys.stderr)
        return
    build = Build((settings.installed or _ROOT).resolve())
    case, texts = the_book(settings)
    yield from _beside(case, texts, build, settings.runs, wanted.BOOK_TO_WIKIDIFF2)
    if settings.gold:
        freer = _freer_translation(settings.gold)
        yield from _beside("a freer translation", freer, build, settings.runs, wanted.FREER_BOOK_TO_WIKIDIFF2)


def _freer_translation(folder: Path) -> Pair[str]:
    """Return the chapters of King James and Basic English, each side as one text."""
    with open(folder / _CHAPTERS, encoding="utf-8") as file:
        chapters = [case for case in map(json.loads, file) if case["set"] in _SETS]
    return Pair("left", "right").map(lambda side: "\n\n".join(chain.from_iterable(each[side] for each in chapters)))


def _beside(case: str, texts: Pair[str], build: Build, runs: int, at_most: str) -> Iterator[TableLine]:
    paragraphs = texts.map(lambda text: [" ".join(each.split()) for each in text.split("\n\n")])
    with tempfile.TemporaryDirectory() as folder:
        # newsdiff takes lines for paragraphs only without a blank line between them, and may join them.
        names = _written(folder, "paragraphs", paragraphs.map("\n\n".join))
        lines = _written(folder, "lines", paragraphs.map("\n".join))
        theirs, ours = [], []
        for _ in range(runs):
            theirs.append(_seconds_of_wikidiff2(lines))
            ours += build.found("align", *names)["aligned"]
    yield TableLine(_NAME, case, theirs)
    ratios = [one / other for one, other in zip(ours, theirs, strict=True)]
    spread = f"{_NAME} ({min(ratios):.2f} to {max(ratios):.2f})"
    line = TableLine("aligned", case, ours, wanted=at_most)
    yield replace(line, ratio=statistics.median(ratios), to=spread)


def _written(folder: str, kind: str, texts: Pair[str]) -> Pair[str]:
    """Write both texts, and return the names of the files."""
    names = Pair("left", "right").map(lambda side: str(Path(folder, f"{side}-{kind}.txt")))
    for name, text in zip(names, texts, strict=True):
        Path(name).write_text(text, encoding="utf-8")
    return names


def _seconds_of_wikidiff2(names: Pair[str]) -> float:
    found: float = json.loads(subprocess.check_output(["php", "-d", "memory_limit=-1", "-r", _SCRIPT, *names]))
    return found


def _is_installed() -> bool:
    if not shutil.which("php"):
        return False
    return "wikidiff2" in subprocess.run(["php", "-m"], capture_output=True, text=True, check=False).stdout
