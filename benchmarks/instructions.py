"""Instructions of this build and an earlier one: `python -m benchmarks.run --against FOLDER instructions`.

Other work on the machine does not change how many instructions a process takes, so one run of each build is enough.
valgrind counts them, some fifty times slower than they run; without it nothing is measured here.

exec to exit        of a sample as JSON with ledger
first ledger        of a process: what the ledger adds to one comparison of the sample
comparison, ledger  of five articles of the gold, warm: what a second pass adds, with and without ledgers

Hashes of strings are the same in every process, and no garbage is collected but by the command itself.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from benchmarks import cases, wanted
from benchmarks.builds import AS_JSON, NAMES, SAMPLE, SAMPLE_NAME, Build, builds_of
from benchmarks.engine import gold_articles, write_folders
from benchmarks.measuring import BenchmarkSettings, TableLine
from diffing.model import Pair

# Articles of the gold, and every which of them is taken.
_ARTICLES, _STEP = 5, 40
_COUNT = ("valgrind", "--tool=cachegrind", "--cache-sim=no", f"--cachegrind-out-file={os.devnull}")
_FOUND = re.compile(r"I +refs: +([\d,]+)")


def instructions(settings: BenchmarkSettings) -> Iterator[TableLine]:
    """Yield the lines of the section `instructions`; none without an earlier build, or, with a message, valgrind."""
    if settings.against is None:
        return
    if not shutil.which("valgrind"):
        print("no valgrind: nothing to count in instructions", file=sys.stderr)
        return
    builds = builds_of(settings, settings.against)
    whole = builds.map(lambda build: _count(build, build.program(*SAMPLE, *AS_JSON)))
    yield from _compared("exec to exit, JSON", SAMPLE_NAME, whole, wanted.EXEC_TO_EXIT)
    first = builds.map(lambda build: _passes(build, 1, 1, SAMPLE) - _passes(build, 1, 0, SAMPLE))
    yield from _compared("first ledger", SAMPLE_NAME, first, wanted.FIRST_LEDGER)
    yield from _warm(settings, builds)


def _warm(settings: BenchmarkSettings, builds: Pair[Build]) -> Iterator[TableLine]:
    """Yield the lines of a second pass over some articles, whose comparisons and ledgers a first one has made."""
    article = cases.texts(cases.rewritten(settings.sizes.article))
    texts = (
        [*islice(gold_articles(settings.gold), 0, _ARTICLES * _STEP, _STEP)] if settings.gold is not None else [article]
    )
    case = f"{len(texts)} articles of the gold" if settings.gold else f"{settings.sizes.article} paragraphs"
    with tempfile.TemporaryDirectory() as folder:
        folders = write_folders(Path(folder), texts)
        names = [str(Path(side, f"{at}.txt")) for at in range(len(texts)) for side in folders]
        once = builds.map(lambda build: _passes(build, 1, 1, names))
        twice = builds.map(lambda build: _passes(build, 2, 1, names))
        both = builds.map(lambda build: _passes(build, 2, 2, names))
    comparisons = Pair(*((two - one) / len(texts) for two, one in zip(twice, once, strict=True)))
    ledgers = Pair(*((all_ - two) / len(texts) for all_, two in zip(both, twice, strict=True)))
    yield from _compared("comparison, warm", case, comparisons, wanted.COMPARISON)
    yield from _compared("ledger, warm", case, ledgers)
    shares = Pair(*(ledger / comparison for ledger, comparison in zip(ledgers, comparisons, strict=True)))
    to = "its comparison"
    yield TableLine(f"ledger, warm, {NAMES.left}", case, ratio=shares.left, to=to)
    yield TableLine(f"ledger, warm, {NAMES.right}", case, ratio=shares.right, to=to, wanted=wanted.LEDGER_TO_COMPARISON)


def _compared(what: str, case: str, counts: Pair[float], to_reach: str = "") -> Iterator[TableLine]:
    """Yield the lines of both builds, that of this build with its ratio to the earlier one, which is `to_reach`."""
    earlier = TableLine(f"{what}, {NAMES.left}", case, instructions=counts.left)
    yield earlier
    ours = replace(earlier, what=f"{what}, {NAMES.right}", instructions=counts.right, wanted=to_reach)
    yield replace(ours, ratio=counts.right / counts.left, to=NAMES.left)


def _passes(build: Build, comparisons: int, ledgers: int, names: Sequence[str]) -> float:
    """Return the instructions of a process that compares files some times, and makes ledgers; see one_build.py."""
    return _count(build, build.measured("passes", str(comparisons), str(ledgers), *names))


def _count(build: Build, command: Sequence[str]) -> float:
    """Return the instructions that a command takes with the packages of a build."""
    environment = {**build.environment, "PYTHONHASHSEED": "0"}
    done = subprocess.run([*_COUNT, *command], env=environment, capture_output=True, text=True, check=False)
    found = _FOUND.search(done.stderr)
    # A difference has status 1.
    if done.returncode > 1 or found is None:
        raise subprocess.CalledProcessError(done.returncode, command, stderr=done.stderr)
    return float(found[1].replace(",", ""))
