"""Alignment beside wikidiff2, the difference engine of MediaWiki: `python -m benchmarks.run --gold FOLDER wikidiff2`.

Both have the same texts, each paragraph on one line, and say which paragraphs correspond and how they differ; newsdiff
is timed until its paragraphs are aligned. Times are processor time of the comparison alone, without the start of Python
and of PHP; both work in one thread. Needs PHP's command line with wikidiff2 (on Debian: php-cli, php-wikidiff2).
"""

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks import wanted
from benchmarks.builds import Build, the_book
from benchmarks.measuring import BenchmarkSettings, TableLine
from diffing.model import Pair

_ROOT = Path(__file__).parent.parent
_NAME = "wikidiff2_do_diff"
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
    yield from _beside(case, texts, build, settings.runs)


def _beside(case: str, texts: Pair[str], build: Build, runs: int) -> Iterator[TableLine]:
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
    line = TableLine("aligned", case, ours, wanted=wanted.BOOK_TO_WIKIDIFF2)
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
