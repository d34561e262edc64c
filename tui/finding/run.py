"""Find related articles among many, on all processors.

    newsdiff --find FOLDER --format pairs

Every article is read once for its signature, and again with each article it may be related to. An article that cannot
be read is reported, and the rest is done. The same articles give the same bytes, for any number of processes.
"""

import argparse
import sys
from array import array
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from diffing.errors import NewsdiffError, ReadError
from diffing.finding.candidates import Candidate, candidates
from diffing.finding.find import needs_crossing
from diffing.finding.likeness import Likeness
from diffing.finding.origin import LikelySource
from diffing.finding.relation import CROSS_SCALE, THRESHOLD, Related, Relation
from diffing.finding.signatures import Signature
from diffing.model import Pair
from diffing.sources.registry import ReadOptions

from ..batch.processes import InOrder, at_work
from ..batch.progress import ProgressLine
from ..inputs.collections import read_named
from ..inputs.columns import Columns, columns_of
from ..inputs.given import read_options
from ..system.exit_codes import SAME, TROUBLE
from ..system.output import check, write
from ..text.sanitize import visible
from ..text.words import how_many
from .lines import LINES, FoundNames
from .sources import named_articles

# Characters that a list of pairs cannot have in a name.
_NO_NAME = frozenset("\t\n\r")


@dataclass(frozen=True, slots=True)
class FindOptions:
    """The sources of the articles, and the options of the command line.

    `output` None means standard output, `jobs` None all processors, `days` None articles of any dates.
    """

    sources: tuple[str, ...]
    format: str
    output: str | None
    force: bool
    jobs: int | None
    reading: ReadOptions
    max_bytes: int
    columns: Columns
    threshold: float
    days: int | None
    dask: str | None


class Signed(NamedTuple):
    """The signature of an article, or why it has none; and what it has for a date, if that could not be read."""

    signature: Signature | None
    trouble: str | None = None
    odd_date: str | None = None


class Named(NamedTuple):
    """An article with its signature."""

    name: str
    signature: Signature


class Task(NamedTuple):
    """A candidate to be compared."""

    names: Pair[str]
    signatures: Pair[Signature]
    among_all: Likeness


class Confirmed(NamedTuple):
    """The relation and source of a candidate by its comparison, None of an unrelated one; or why it failed."""

    found: tuple[Related, LikelySource] | None
    trouble: str | None = None


def run(given: argparse.Namespace) -> int:
    """Write the related pairs and return the exit status. Raises NewsdiffError if the run cannot start or write."""
    options = _options(given)
    if options.output is not None:
        check(options.output, options.force, options.sources)
    errors: Counter[str] = Counter()

    def left_out(reason: str) -> None:
        errors["records"] += 1
        sys.stderr.write(f"newsdiff: {visible(reason)}\n")

    names = list(named_articles(options.sources, options.columns, left_out))
    lines = _lines(options, names, errors)
    if options.output is not None:
        write(options.output, lines, options.force)
    else:
        for line in lines:
            sys.stdout.buffer.write(line)
    return TROUBLE if errors.total() else SAME


def _options(given: argparse.Namespace) -> FindOptions:
    return FindOptions(
        tuple(given.find),
        given.format or "text",
        given.output,
        given.force,
        given.jobs,
        read_options(given),
        given.max_bytes,
        columns_of(given),
        THRESHOLD if given.threshold is None else given.threshold,
        given.days,
        given.dask,
    )


def _lines(options: FindOptions, names: list[str], errors: Counter[str]) -> Iterator[bytes]:
    """Yield the result line by line; count the articles and the pairs that failed in `errors`."""
    made = LINES[options.format]
    if made.head:
        yield made.head.encode()
    relations: Counter[Relation] = Counter()
    with at_work(options.dask, options.jobs) as in_order:
        signed = list(_signed(options, in_order, names, errors))
        for found in _found(options, in_order, signed, errors):
            relations[found.related.relation] += 1
            yield made.line(found).encode("utf-8", "surrogateescape")
    _report(f"{how_many(len(signed), 'article')}, {how_many(relations.total(), 'related pair')}", relations)


def _report(summary: str, relations: Counter[Relation]) -> None:
    """Write on standard error what was found."""
    kinds = [how_many(relations[one], one.replace("_", " ")) for one in Relation if relations[one]]
    sys.stderr.write(f"newsdiff: {summary}{': ' if kinds else ''}{', '.join(kinds)}\n")


def _signed(options: FindOptions, in_order: InOrder, names: list[str], errors: Counter[str]) -> Iterator[Named]:
    """Yield the articles that can be read, with their signatures."""
    work = partial(sign, reading=options.reading, max_bytes=options.max_bytes, columns=options.columns)
    with (
        ProgressLine(0, 0, lambda: len(names), what="articles") as progress,
        closing(in_order(work, names, _unreadable)) as signed,
    ):
        odd_dates = []
        for name, one in zip(names, signed, strict=True):
            progress.step(one.trouble)
            if one.odd_date is not None:
                odd_dates.append(one.odd_date)
            if one.signature is None:
                errors["articles"] += 1
            else:
                yield Named(name, one.signature)
    if odd_dates:
        unread = f"{how_many(len(odd_dates), 'date')} not used: '{odd_dates[0]}' is not in the form 2031-01-12"
        sys.stderr.write(f"newsdiff: {visible(unread)}\n")


def _found(options: FindOptions, in_order: InOrder, signed: list[Named], errors: Counter[str]) -> Iterator[FoundNames]:
    """Yield the related pairs, in the order of their articles."""
    found = _candidates(options, in_order, signed)
    both = [Pair(signed[one.left], signed[one.right]) for one in found]
    tasks = (
        Task(sides.map(lambda side: side.name), sides.map(lambda side: side.signature), one.likeness)
        for sides, one in zip(both, found, strict=True)
    )
    work = partial(
        confirm,
        threshold=options.threshold,
        reading=options.reading,
        max_bytes=options.max_bytes,
        columns=options.columns,
    )
    with (
        ProgressLine(0, 0, lambda: len(found)) as progress,
        closing(in_order(work, tasks, _killed)) as confirmed,
    ):
        for sides, one in zip(both, confirmed, strict=True):
            progress.step(one.trouble)
            errors["pairs"] += one.trouble is not None
            if one.found is not None:
                yield FoundNames(sides.map(lambda side: side.name), *one.found).with_source_left()


def _candidates(options: FindOptions, in_order: InOrder, signed: list[Named]) -> list[Candidate]:
    """Return the candidates in one language and, if there are several, across languages, in order."""
    plain = [one.signature for one in signed]
    found = {(pair.left, pair.right): pair for pair in candidates(plain, options.threshold, options.days)}
    if needs_crossing(plain):
        with ProgressLine(0, 0, lambda: len(signed), what="articles, across languages") as progress:
            work = partial(sign_across, reading=options.reading, max_bytes=options.max_bytes, columns=options.columns)
            across = []
            for one, made in zip(signed, in_order(work, signed, _nothing), strict=True):
                across.append(made or Signature(array("I"), array("I"), array("Q"), None, one.signature.language))
                progress.step()
        for pair in candidates(across, options.threshold * CROSS_SCALE, options.days, is_across=True):
            found.setdefault((pair.left, pair.right), pair)
    return [found[key] for key in sorted(found)]


def _nothing(_: "Named") -> None:
    """Return None: an article that kills its process has no signature across languages."""


def sign(name: str, reading: ReadOptions, max_bytes: int, columns: Columns) -> Signed:
    """Return the signature of an article. It never raises."""
    from diffing.finding.dates import odd_date
    from diffing.finding.signatures import signature
    from diffing.sources.plain import article

    try:
        if _NO_NAME.intersection(name):
            raise ReadError(name, "its name has a tab or a line feed")
        found = article(read_named(name, reading, max_bytes, columns)[0])
        return Signed(signature(found), odd_date=odd_date(found.metadata))
    except NewsdiffError as error:
        return Signed(None, str(error))
    except MemoryError:
        return Signed(None, f"{name}: not enough memory to read it")
    except Exception as error:
        return Signed(None, f"{name}: internal error: {type(error).__name__}: {error}")


def sign_across(one: Named, reading: ReadOptions, max_bytes: int, columns: Columns) -> Signature | None:
    """Return the signature of an article for other languages; None if it cannot be made. It never raises."""
    from diffing.finding.crossing import cross_signature
    from diffing.sources.plain import article

    try:
        return cross_signature(article(read_named(one.name, reading, max_bytes, columns)[0]), one.signature)
    except Exception:
        return None  # what is wrong with it is said when it is compared


def confirm(task: Task, threshold: float, reading: ReadOptions, max_bytes: int, columns: Columns) -> Confirmed:
    """Compare a candidate; return what relates its articles, nothing if they are unrelated. It never raises."""
    from diffing.finding.find import confirmed
    from diffing.sources.plain import article

    try:
        articles = task.names.map(lambda name: article(read_named(name, reading, max_bytes, columns)[0]))
        return Confirmed(confirmed(articles, task.signatures, threshold, task.among_all))
    except NewsdiffError as error:
        return Confirmed(None, str(error))
    except MemoryError:
        return Confirmed(None, _both(task, "not enough memory to compare the articles"))
    except Exception as error:
        return Confirmed(None, _both(task, f"internal error: {type(error).__name__}: {error}"))


def _unreadable(name: str) -> Signed:
    return Signed(None, f"{name}: the reading process was killed; perhaps memory ran out")


def _killed(task: Task) -> Confirmed:
    return Confirmed(None, _both(task, "the comparing process was killed; perhaps memory ran out"))


def _both(task: Task, reason: str) -> str:
    return f"{' and '.join(task.names)}: {reason}"
