"""Measure newsdiff, and print one table in Markdown, with the system it was measured on.

    python -m benchmarks.run                                  every section
    python -m benchmarks.run --gold FOLDER engine batch       some sections, also with real articles
    python -m benchmarks.run --against FOLDER against book    two sections against an earlier build
    python -m benchmarks.run --gold GOLD --against FOLDER --installed FOLDER table
                                                              all that is to reach something, with what is wanted
    python -m benchmarks.run --peer 'other {left} {right}' command

Ratios are more reliable than times: both values of a ratio are measured in the same run, on the same machine.
"""

import argparse
import os
import platform
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

_ROOT = str(Path(__file__).parent.parent)
# The measured processes must import the same newsdiff.
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (_ROOT, os.environ.get("PYTHONPATH"))))

from benchmarks.measuring import HEADER, TINY, BenchmarkSettings, Sizes, TableLine  # noqa: E402, the path comes first

if sys.platform != "win32":
    from benchmarks import builds, engine, histories, instructions, screen, wikidiff2

_SECTIONS: dict[str, Callable[[BenchmarkSettings], Iterator[TableLine]]] = (
    {
        "start": screen.start,
        "command": engine.command,
        "engine": engine.engine,
        "keys": screen.keys,
        "memory": screen.memory,
        "batch": engine.batch,
        "growth": engine.growth,
        "history": histories.history,
        "against": builds.against,
        "instructions": instructions.instructions,
        "book": builds.book,
        "wikidiff2": wikidiff2.wikidiff2,
    }
    if sys.platform != "win32"
    else {}
)


# The section with the lines of other sections that are to reach something.
_TABLE = "table"


def main() -> int:
    """Run the requested sections."""
    parser = argparse.ArgumentParser(description="Measure newsdiff; prints a table.")
    parser.add_argument(
        "sections", nargs="*", metavar="SECTION", help=f"of {', '.join([*_SECTIONS, _TABLE])}; else all"
    )
    parser.add_argument("--gold", type=Path, help="a folder with the articles of tests/quality")
    parser.add_argument("--peer", help="a command to measure beside newsdiff, with {left} and {right}")
    parser.add_argument("--against", type=Path, help="a folder with the packages of an earlier build")
    parser.add_argument("--installed", type=Path, help="a folder with the packages of this build, as pip installs them")
    parser.add_argument("--runs", type=int, default=5, help="of each measurement, whose median counts")
    parser.add_argument("--limit", type=float, default=60, help="seconds after which growth ends")
    parser.add_argument("--tiny", action="store_true", help="tiny texts, to see that it runs")
    options = parser.parse_args()
    if not _SECTIONS:
        print("no benchmarks on Windows: they need a pseudo-terminal", file=sys.stderr)
        return 2
    if unknown := set(options.sections) - {*_SECTIONS, _TABLE}:
        parser.error(f"no section is called {', '.join(sorted(unknown))}")
    if options.gold is None:
        print("no --gold: no real articles in engine and batch", file=sys.stderr)
    if options.against is None:
        print("no --against: no earlier build in against, instructions and book", file=sys.stderr)
    settings = BenchmarkSettings(
        options.runs,
        TINY if options.tiny else Sizes(),
        options.gold,
        options.peer,
        options.limit,
        options.against,
        options.installed,
    )
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} processors")
    print()
    _print_row(["section", *HEADER])
    _print_row(["---"] * (len(HEADER) + 1))
    for name in options.sections or _SECTIONS:
        for section, line in _table(settings) if name == _TABLE else _lines(name, settings):
            _print_row([section, *line.cells()])
    return 0


def _lines(section: str, settings: BenchmarkSettings) -> Iterator[tuple[str, TableLine]]:
    return ((section, line) for line in _SECTIONS[section](settings))


def _table(settings: BenchmarkSettings) -> Iterator[tuple[str, TableLine]]:
    """Yield the lines that are to reach something, and the names of their sections."""
    for section in ("instructions", "against", "book", "wikidiff2", "memory", "growth"):
        yield from ((name, line) for name, line in _lines(section, settings) if line.wanted)


def _print_row(cells: list[str]) -> None:
    print(f"| {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    sys.exit(main())
