"""Compare many pairs on all processors: one JSON line for each pair, in order, or tables.

    newsdiff --pairs list.tsv --output out.jsonl     -> run(BatchOptions(("list.tsv",), "out.jsonl"))

If a pair cannot be compared, its line has the reason, standard error repeats it, and the run continues. Comparing is
pure: the same files give the same bytes, for any number of processes and interruptions.
"""

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import dataclass
from functools import partial
from itertools import chain, count, islice
from typing import TYPE_CHECKING, BinaryIO

from diffing.errors import NewsdiffError

from ..text.sanitize import visible
from . import results
from .comparing import PLAIN_WORK, PairWork, compare_files, killed
from .pairs import PairFiles, count_pairs, read_pairs
from .processes import InOrder, at_work
from .progress import ProgressLine
from .summary import Summary

if TYPE_CHECKING:
    from .report_folder import ReportFolder
    from .tables import TableFiles


@dataclass(frozen=True, slots=True)
class BatchOptions:
    """The sources of the pairs, and the options of the command line.

    `sources` is one list or two folders. `output` None means standard output, `jobs` None all processors. `report` is
    the folder for a page of each pair; without an `output`, no lines are written then. `format` is that of the lines,
    or of the table of pairs; `entries` is the file for the table of entries. `dask` is the address of the scheduler of
    a cluster, which is used instead of processes here.
    """

    sources: tuple[str, ...]
    output: str | None = None
    force: bool = False
    resume: bool = False
    jobs: int | None = None
    work: PairWork = PLAIN_WORK
    report: str | None = None
    format: str = "json"
    entries: str | None = None
    dask: str | None = None


def run(options: BatchOptions) -> int:
    """Compare all pairs and return the exit status of the worst pair.

    Raises NewsdiffError if the run cannot start or continue: a list cannot be read or the results cannot be written.
    """
    found = read_pairs(options.sources)
    # The first pair is read before anything is written: a list that cannot be read ends the run here.
    waiting = iter(found)
    first = list(islice(waiting, 1))
    if not first:
        # Without this line, a wrong folder or list looks like one without a difference.
        _say(f"{' and '.join(options.sources)}: no pairs to compare")
    waiting = chain(first, waiting)
    tables = _tables(options)
    if tables is not None:
        tables.check(options.sources, options.force, options.resume)
        if options.resume and tables.is_finished():
            return _finished_status(tables, found)
    # A cluster that cannot be used ends the run before anything is written.
    with at_work(options.dask, options.jobs) as in_order:
        output, done = _output(options, tables.journal if tables else options.output, waiting)
        return _written(options, in_order, tables, output, done, found, waiting)


def _finished_status(tables: "TableFiles", found: Iterable[PairFiles]) -> int:
    """Return the exit status of finished tables. Raises NewsdiffError where the list has another number of pairs."""
    pairs, status = tables.status()
    if count_pairs(found) not in (pairs, None):
        raise NewsdiffError(f"{tables.pairs}: is finished, with {pairs} pairs; --force begins again")
    _say(f"{tables.pairs}: is finished, with {pairs} pairs")
    return status


def _say(message: str) -> None:
    sys.stderr.write(f"newsdiff: {visible(message)}\n")


def _written(
    options: BatchOptions,
    in_order: InOrder,
    tables: "TableFiles | None",
    output: AbstractContextManager[BinaryIO],
    done: results.FinishedPairs,
    found: Iterable[PairFiles],
    waiting: Iterator[PairFiles],
) -> int:
    """Write the results of the waiting pairs behind those that are done; return the exit status of all."""
    status = done.status
    summary = Summary(done.relations)
    pages = _report_folder(options)
    work = partial(compare_files, how=options.work)
    writes_lines = options.output is not None or pages is None
    # The progress line must not appear among the results.
    shown = options.output is not None or not writes_lines or not sys.stdout.isatty()
    began = time.monotonic()
    shape = _shape(options)
    with (
        output as file,
        ProgressLine(done.pairs, done.failed, lambda: count_pairs(found), shown) as progress,
        closing(in_order(work, waiting, killed)) as compared,
    ):
        for result in compared:
            if writes_lines:
                file.write(shape(result.line))
                file.flush()
            if pages is not None and result.report is not None:
                pages.add(result.report)
            status = max(status, result.status)
            summary.add(result.relation)
            progress.step(result.trouble)
    if pages is not None:
        pages.finish()
    if tables is not None:
        tables.write()
    if shown and (options.output is not None or pages is not None or sys.stderr.isatty()):
        sys.stderr.write(summary.text(time.monotonic() - began))
    return status


def _shape(options: BatchOptions) -> Callable[[bytes], bytes]:
    """Return what makes of each line what is written: itself, or a row of CSV for standard output."""
    if options.format != "csv" or options.output is not None:
        return lambda line: line
    from .tables import csv_head, csv_pair

    numbers = count(1)

    def row(line: bytes) -> bytes:
        number = next(numbers)
        return (csv_head() if number == 1 else b"") + csv_pair(number, line)

    return row


def _tables(options: BatchOptions) -> "TableFiles | None":
    if options.format == "json" or options.output is None:
        return None
    from .tables import TableFiles

    return TableFiles(options.output, options.entries, options.format)


def _output(
    options: BatchOptions, path: str | None, waiting: Iterator[PairFiles]
) -> tuple[AbstractContextManager[BinaryIO], results.FinishedPairs]:
    """Return the stream for the lines and its content so far; the finished pairs are taken from `waiting`."""
    if path is None:
        return nullcontext(sys.stdout.buffer), results.FinishedPairs()
    if any(os.path.exists(path) and _same_file(source, path) for source in options.sources):
        raise NewsdiffError(f"{path}: is the list of pairs")
    if options.resume:
        return results.resume(path, waiting)
    return results.create(path, options.force), results.FinishedPairs()


def _report_folder(options: BatchOptions) -> "ReportFolder | None":
    if options.report is None:
        return None
    from .report_folder import ReportFolder  # it loads much that lines of JSON need not

    return ReportFolder(options.report, options.force)


def _same_file(one: str, other: str) -> bool:
    return os.path.exists(one) and os.path.samefile(one, other)
