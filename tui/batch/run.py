"""Compare many pairs on all processors: one JSON line for each pair, in order.

    newsdiff --pairs list.tsv --output out.jsonl     -> run(BatchOptions(("list.tsv",), "out.jsonl"))

If a pair cannot be compared, its line has the reason, standard error repeats it, and the run continues. Comparing is
pure: the same files give the same bytes, for any number of processes and interruptions.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, BinaryIO

from diffing.errors import NewsdiffError
from diffing.model import Comparison, Pair
from diffing.sources.files import MAX_BYTES
from diffing.sources.registry import DEFAULT_OPTIONS, ReadOptions

from ..inputs.collections import read_named
from ..inputs.columns import USUAL_COLUMNS, Columns
from ..system.exit_codes import DIFFERENT, SAME, TROUBLE
from . import results
from .pair_report import PairReport, failed_row
from .pairs import PairFiles, count_pairs, read_pairs
from .pool import in_order
from .progress import ProgressLine

if TYPE_CHECKING:
    from diffing.ledger.core.model import Ledger

    from .report_folder import ReportFolder


@dataclass(frozen=True, slots=True)
class BatchOptions:
    """The sources of the pairs, and the options of the command line.

    `sources` is one list or two folders. `output` None means standard output, `jobs` None all processors. `ledger` None
    includes the ledger for short articles only. `report` is the folder for a page of each pair; without an `output`,
    no lines are written then.
    """

    sources: tuple[str, ...]
    output: str | None = None
    force: bool = False
    resume: bool = False
    jobs: int | None = None
    reading: ReadOptions = DEFAULT_OPTIONS
    max_bytes: int = MAX_BYTES
    ledger: bool | None = None
    report: str | None = None
    columns: Columns = USUAL_COLUMNS


@dataclass(frozen=True, slots=True)
class PairResult:
    """The line of a pair in UTF-8, its exit status, an error message if it could not be compared, and its report."""

    line: bytes
    status: int
    trouble: str | None = None
    report: PairReport | None = None


def run(options: BatchOptions) -> int:
    """Compare all pairs and return the exit status of the worst pair.

    Raises NewsdiffError if the run cannot start or continue: a list cannot be read or the results cannot be written.
    """
    found = read_pairs(options.sources)
    # The first pair is read before anything is written: a list that cannot be read ends the run here.
    waiting = iter(found)
    waiting = chain(list(islice(waiting, 1)), waiting)
    output, done = _output(options, waiting)
    status = done.status
    pages = _report_folder(options)
    work = partial(
        compare_files,
        reading=options.reading,
        max_bytes=options.max_bytes,
        ledger=options.ledger,
        with_report=pages is not None,
        columns=options.columns,
    )
    writes_lines = options.output is not None or pages is None
    # The progress line must not appear among the results.
    shown = options.output is not None or not writes_lines or not sys.stdout.isatty()
    with (
        output as file,
        ProgressLine(done.pairs, done.failed, lambda: count_pairs(found), shown) as progress,
        closing(in_order(work, waiting, _killed, options.jobs or processors())) as compared,
    ):
        for result in compared:
            if writes_lines:
                file.write(result.line)
                file.flush()
            if pages is not None and result.report is not None:
                pages.add(result.report)
            status = max(status, result.status)
            progress.step(result.trouble)
    if pages is not None:
        pages.finish()
    return status


def compare_files(
    pair: PairFiles,
    reading: ReadOptions = DEFAULT_OPTIONS,
    max_bytes: int = MAX_BYTES,
    ledger: bool | None = None,
    with_report: bool = False,
    columns: Columns = USUAL_COLUMNS,
) -> PairResult:
    """Return the result of one pair. It never raises: errors, including internal ones, become part of the result."""
    left, right = pair.names
    if pair.error is not None or left is None or right is None:
        return _failed(pair, pair.error or "a file name is missing")
    try:
        return _compared(Pair(left, right), reading, max_bytes, ledger, with_report, columns)
    except NewsdiffError as error:
        return _failed(pair, str(error))
    except MemoryError:
        return _failed(pair, "not enough memory to compare the articles")
    except Exception as error:
        return _failed(pair, f"internal error: {type(error).__name__}: {error}")


def _output(
    options: BatchOptions, waiting: Iterator[PairFiles]
) -> tuple[AbstractContextManager[BinaryIO], results.FinishedPairs]:
    """Return the stream for the lines and its content so far; the finished pairs are taken from `waiting`."""
    if options.output is None:
        return nullcontext(sys.stdout.buffer), results.FinishedPairs()
    if any(os.path.exists(options.output) and _same_file(source, options.output) for source in options.sources):
        raise NewsdiffError(f"{options.output}: is the list of pairs")
    if options.resume:
        return results.resume(options.output, waiting)
    return results.create(options.output, options.force), results.FinishedPairs()


def _report_folder(options: BatchOptions) -> "ReportFolder | None":
    if options.report is None:
        return None
    from .report_folder import ReportFolder  # it loads much that lines of JSON need not

    return ReportFolder(options.report, options.force)


def _same_file(one: str, other: str) -> bool:
    return os.path.exists(one) and os.path.samefile(one, other)


def processors() -> int:
    """Return the number of processors that this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _compared(
    names: Pair[str], reading: ReadOptions, max_bytes: int, ledger: bool | None, with_report: bool, columns: Columns
) -> PairResult:
    from diffing.comparison import compare_read
    from diffing.formats.json import to_json_line
    from diffing.ledger.build import requested_ledger
    from diffing.sources.plain import article
    from diffing.text.reading import read_articles

    # An empty pipe fails only its own pair: the run does not wait for it.
    found = names.map(lambda name: read_named(name, reading, max_bytes, columns))
    read = read_articles(found.map(lambda side: article(side[0])))
    comparison = compare_read(read)
    made = requested_ledger(comparison, ledger, read)
    line = to_json_line(comparison, names, made) + "\n"
    report = _report(names, comparison, made, found.map(lambda side: side[1])) if with_report else None
    return PairResult(line.encode(), SAME if comparison.is_identical else DIFFERENT, report=report)


def _report(names: Pair[str], comparison: Comparison, ledger: "Ledger | None", content: Pair[bytes]) -> PairReport:
    from ..reports.renderers import RENDERERS
    from ..reports.report import Original, Report
    from .report_folder import index_row

    report = Report(comparison, ledger, content.map(Original.of), "--pairs")
    return PairReport(b"".join(RENDERERS["html"](report)), index_row(names, comparison, ledger))


def _failed(pair: PairFiles, reason: str) -> PairResult:
    from diffing.formats.json import error_json_line

    line = error_json_line(pair.names, reason) + "\n"
    trouble = f"{' and '.join(name for name in pair.names if name)}: {reason}"
    return PairResult(line.encode(), TROUBLE, trouble, failed_row(pair.names, reason))


def _killed(pair: PairFiles) -> PairResult:
    return _failed(pair, "the comparing process was killed; perhaps memory ran out")
