"""Compare one pair of many: its line of JSON, or its rows of tables, and its page.

    PairFiles("a/1.txt", "b/1.txt")   ->   PairResult(b'{"pair": {"left": "a/1.txt", ...', DIFFERENT, "rewrite")

Any engine that applies a function to the items of a list can use `compare_files`. It never raises: a pair that cannot
be compared is a result too.
"""

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diffing.errors import NewsdiffError
from diffing.finding.relation import THRESHOLD, relation_by_words
from diffing.model import Comparison, Pair
from diffing.review.model import EMPTY, Review
from diffing.rules.rule import NO_RULES, Rules
from diffing.sources.files import MAX_BYTES
from diffing.sources.registry import DEFAULT_OPTIONS, ReadOptions

from ..inputs.collections import read_named
from ..inputs.columns import USUAL_COLUMNS, Columns
from ..inputs.given import in_languages
from ..inputs.sidecar_path import SUFFIX
from ..system.exit_codes import DIFFERENT, SAME, TROUBLE
from ..system.sidecar import Sidecar
from .pair_report import PairReport, failed_row
from .pairs import PairFiles

if TYPE_CHECKING:
    from diffing.finding.origin import LikelySource
    from diffing.finding.relation import Related
    from diffing.ledger.core.model import Ledger
    from diffing.review.reviewed import Reviewed


@dataclass(frozen=True, slots=True)
class PairWork:
    """All that is to be made of each pair. `ledger` None includes the ledger for short articles only.

    `as_rows` makes a line of the journal of tables, instead of the whole comparison as JSON; `with_report` a page.
    `rules` are the reader's, `reviews` is the folder with the reader's reviews. `languages` are those of all left
    articles and all right ones; None detects them. `threshold` is the score below which articles are unrelated.
    """

    reading: ReadOptions = DEFAULT_OPTIONS
    max_bytes: int = MAX_BYTES
    ledger: bool | None = None
    columns: Columns = USUAL_COLUMNS
    as_rows: bool = False
    with_report: bool = False
    rules: Rules = NO_RULES
    languages: tuple[str, str] | None = None
    reviews: str | None = None
    threshold: float = THRESHOLD


PLAIN_WORK = PairWork()
"""A line of JSON for each pair."""


@dataclass(frozen=True, slots=True)
class PairResult:
    """The line of a pair in UTF-8, its exit status, and how its articles are related, '' if they were not compared.

    `trouble` is the error message of a pair that could not be compared, `report` its page.
    """

    line: bytes
    status: int
    relation: str = ""
    trouble: str | None = None
    report: PairReport | None = None


def compare_files(pair: PairFiles, how: PairWork = PLAIN_WORK) -> PairResult:
    """Return the result of one pair. It never raises: errors, including internal ones, become part of the result."""
    left, right = pair.names
    if pair.error is not None or left is None or right is None:
        return _failed(pair, pair.error or "a file name is missing")
    try:
        return _compared(Pair(left, right), how)
    except NewsdiffError as error:
        return _failed(pair, str(error))
    except MemoryError:
        return _failed(pair, "not enough memory to compare the articles")
    except Exception as error:
        return _failed(pair, f"internal error: {type(error).__name__}: {error}")


def killed(pair: PairFiles) -> PairResult:
    """Return the result of a pair whose process was killed."""
    return _failed(pair, "the comparing process was killed; perhaps memory ran out")


def _compared(names: Pair[str], how: PairWork) -> PairResult:
    from diffing.comparison import compare_read
    from diffing.formats.json import to_json_line
    from diffing.ledger.build import requested_ledger
    from diffing.pins import NO_PINS
    from diffing.review.applying import pins_for, review_of
    from diffing.sources.plain import article
    from diffing.text.reading import read_articles

    # An empty pipe fails only its own pair: the run does not wait for it.
    found = names.map(lambda name: read_named(name, how.reading, how.max_bytes, how.columns))
    read = read_articles(in_languages(found.map(lambda side: side[0]), how.languages).map(article))
    review = _review(names, how.reviews)
    pins = pins_for(review, read.map(lambda side: side.article)) if review else NO_PINS
    comparison = compare_read(read, rules=how.rules, pins=pins)
    whole = requested_ledger(comparison, how.ledger, read, how.rules)
    reviewed = review_of(review, comparison, whole) if review else None
    ledger = whole if reviewed is None else reviewed.ledger
    if how.as_rows:
        from .rows import journal_line

        related, source = _related(comparison, how.threshold)
        relation = related.relation
        line = journal_line(names, comparison, ledger, related, source)
    else:
        # Without the score, most pairs need no likeness of both articles.
        relation = relation_by_words(comparison, how.threshold) or _related(comparison, how.threshold)[0].relation
        line = to_json_line(comparison, names, whole, relation, reviewed)
    contents = found.map(lambda side: side[1])
    report = _report(names, comparison, ledger, contents, reviewed) if how.with_report else None
    status = SAME if comparison.is_identical else DIFFERENT
    return PairResult(f"{line}\n".encode(), status, relation, report=report)


def _related(comparison: Comparison, threshold: float) -> "tuple[Related, LikelySource]":
    """Return what relates two articles, and their source."""
    from diffing.finding.find import relation_of
    from diffing.finding.signatures import signature

    return relation_of(comparison, comparison.articles.map(signature), threshold)


def _review(names: Pair[str], folder: str | None) -> Review:
    """Return the review of the right article, which a folder may have. Raises NewsdiffError if it cannot be read."""
    if folder is None:
        return EMPTY
    return Sidecar(os.path.join(folder, f"{os.path.basename(names.right)}{SUFFIX}")).read()


def _report(
    names: Pair[str],
    comparison: Comparison,
    ledger: "Ledger | None",
    content: Pair[bytes],
    reviewed: "Reviewed | None",
) -> PairReport:
    from ..reports.renderers import RENDERERS
    from ..reports.report import Original, Report
    from .report_folder import index_row

    report = Report(comparison, ledger, content.map(Original.of), "--pairs", review=reviewed)
    return PairReport(b"".join(RENDERERS["html"](report)), index_row(names, comparison, ledger))


def _failed(pair: PairFiles, reason: str) -> PairResult:
    from diffing.formats.json import error_json_line

    line = error_json_line(pair.names, reason) + "\n"
    trouble = f"{' and '.join(name for name in pair.names if name)}: {reason}"
    return PairResult(line.encode(), TROUBLE, trouble=trouble, report=failed_row(pair.names, reason))
