"""Many pairs compared: a JSON line a pair, in order, by all processors.

What goes wrong with a pair is its line, and a line on standard error, and the work goes on. Comparing is pure, so the
same files give the same bytes, however many processes there were and however often the work was interrupted.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from typing import BinaryIO

from diffing.errors import NewsdiffError
from diffing.model import Pair
from diffing.sources.files import MAX_BYTES

from ..inputs import text_files
from ..system.exit_codes import DIFFERENT, SAME, TROUBLE
from . import results
from .pairs import Entry, entries, how_many
from .pool import in_order
from .progress import Progress


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be done with pairs: where they are, and the options of the command line.

    `sources` is one list or two folders; `output` None is standard output; `jobs` None is all processors; `ledger` None
    is a ledger for articles that are short.
    """

    sources: tuple[str, ...]
    output: str | None = None
    force: bool = False
    resume: bool = False
    jobs: int | None = None
    encoding: str | None = None
    max_bytes: int = MAX_BYTES
    ledger: bool | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """A pair's line in UTF-8, the exit status it gives, and what to tell the user if it is one of an error."""

    line: bytes
    status: int
    trouble: str | None = None


def run(order: Order) -> int:
    """Compare all pairs and return the exit status, that of the worst pair.

    Raises NewsdiffError where the work cannot begin or go on: no list, no place for the results.
    """
    found = entries(order.sources)
    # The first entry is taken before anything is written: a list that cannot be read ends it here.
    waiting = iter(found)
    waiting = chain(list(islice(waiting, 1)), waiting)
    output, done = _output(order, waiting)
    status = done.status
    work = partial(compare_entry, encoding=order.encoding, max_bytes=order.max_bytes, ledger=order.ledger)
    # Not among the results.
    shown = order.output is not None or not sys.stdout.isatty()
    with (
        output as file,
        Progress(done.pairs, done.failed, lambda: how_many(found), shown) as progress,
        closing(in_order(work, waiting, _killed, order.jobs or _processors())) as compared,
    ):
        for result in compared:
            file.write(result.line)
            file.flush()
            status = max(status, result.status)
            progress.step(result.trouble)
    return status


def compare_entry(
    entry: Entry, encoding: str | None = None, max_bytes: int = MAX_BYTES, ledger: bool | None = None
) -> Result:
    """The result of one entry. Nothing that is wrong with the files, or with newsdiff, is raised."""
    left, right = entry.names
    if entry.error is not None or left is None or right is None:
        return _failed(entry, entry.error or "a name is missing")
    try:
        return _compared(Pair(left, right), encoding, max_bytes, ledger)
    except NewsdiffError as error:
        return _failed(entry, str(error))
    except MemoryError:
        return _failed(entry, "too little memory to compare them")
    except Exception as error:
        return _failed(entry, f"a fault of newsdiff: {type(error).__name__}: {error}")


def _output(order: Order, waiting: Iterator[Entry]) -> tuple[AbstractContextManager[BinaryIO], results.Done]:
    """Where the lines go, and what is there already; the pairs of these are taken from `waiting`."""
    if order.output is None:
        return nullcontext(sys.stdout.buffer), results.Done()
    if any(os.path.exists(order.output) and _same_file(source, order.output) for source in order.sources):
        raise NewsdiffError(f"{order.output}: is the list itself")
    if order.resume:
        return results.resume(order.output, waiting)
    return results.create(order.output, order.force), results.Done()


def _same_file(one: str, other: str) -> bool:
    return os.path.exists(one) and os.path.samefile(one, other)


def _processors() -> int:
    """How many processors this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _compared(names: Pair[str], encoding: str | None, max_bytes: int, ledger: bool | None) -> Result:
    from diffing.comparison import compare
    from diffing.formats.json import to_json_line
    from diffing.ledger.build import wished_ledger

    # A pipe that nobody fills must cost only its pair.
    texts = names.map(lambda name: text_files.read(name, encoding, max_bytes, may_wait=False))
    comparison = compare(*texts)
    line = to_json_line(comparison, names, wished_ledger(comparison, ledger)) + "\n"
    return Result(line.encode(), SAME if comparison.is_identical else DIFFERENT)


def _failed(entry: Entry, reason: str) -> Result:
    from diffing.formats.json import error_json_line

    line = error_json_line(entry.names, reason) + "\n"
    return Result(line.encode(), TROUBLE, f"{' and '.join(name for name in entry.names if name)}: {reason}")


def _killed(entry: Entry) -> Result:
    return _failed(entry, "the process comparing them was killed, perhaps for want of memory")
