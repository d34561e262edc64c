"""One measurement of the build that PYTHONPATH names, which may be an earlier one: `python -P .../one_build.py ...`.

    first LEFT RIGHT              the first ledger of the process
    warm RUNS LEFT RIGHT ...      comparing all pairs of files, and the ledger of each right after it, after one pass
                                  that is not counted: the ledger with the articles as the comparison read them, as
                                  the program makes it, and with the articles read again
    passes ALL LEDGERS LEFT ...   compares all pairs of files ALL times, and makes their ledgers LEDGERS times in the
                                  first passes; for counts of instructions
    align LEFT RIGHT              until the paragraphs are aligned
    book LEFT RIGHT               until the paragraphs are aligned, and until all words are compared; peaks of memory

Only what every build since commit 12fe706 has is used here. Times are seconds of processor time, without garbage
collection, as the command compares. Prints a JSON object: {"ledger": [0.013, 0.012], ...}.
"""

import gc
import json
import resource
import sys
import time
from itertools import pairwise
from pathlib import Path

from diffing.comparison import compare_read, no_progress, pair_up
from diffing.ledger.build import ledger
from diffing.model import Article, Comparison, Pair
from diffing.text.paragraphs import paragraphs
from diffing.text.reading import ReadArticle, read_articles

_WORDING = "comparing words"


def first(names: list[str]) -> dict[str, list[float]]:
    """Return the seconds of the first ledger."""
    comparison, read = _compared(_articles(names)[0])
    began = time.process_time()
    ledger(comparison, read)
    return {"ledger": [time.process_time() - began]}


def warm(runs: int, names: list[str]) -> dict[str, list[float]]:
    """Return the seconds of each pass over all pairs: of comparing them, and of their ledgers."""
    seconds: dict[str, list[float]] = {"comparison": [], "ledger": [], "ledger, read again": []}
    for _ in range(runs + 1):
        marks = [_marks(pair) for pair in _articles(names)]
        for name, (start, end) in zip(seconds, pairwise(range(len(seconds) + 1)), strict=True):
            seconds[name].append(sum(each[end] - each[start] for each in marks))
    return {name: found[1:] for name, found in seconds.items()}


def _marks(articles: Pair[Article]) -> list[float]:
    """Return the times before and behind a comparison, its ledger, and its ledger with the articles read again."""
    marks = [time.process_time()]
    comparison, read = _compared(articles)
    marks.append(time.process_time())
    for again in (read, None):
        ledger(comparison, again)
        marks.append(time.process_time())
    return marks


def passes(comparisons: int, ledgers: int, names: list[str]) -> dict[str, list[float]]:
    """Compare all pairs `comparisons` times, with their ledgers the first `ledgers` times; nothing is timed."""
    for at in range(comparisons):
        for pair in _articles(names):
            compared = _compared(pair)
            if at < ledgers:
                ledger(*compared)
    return {}


def align(names: list[str]) -> dict[str, list[float]]:
    """Return the seconds until the paragraphs are aligned."""
    articles = _articles(names)[0]
    began = time.process_time()
    pair_up(articles, no_progress, read_articles(articles))
    return {"aligned": [time.process_time() - began]}


def book(names: list[str]) -> dict[str, list[float]]:
    """Return the seconds to the end of both stages of a comparison, and the peak of memory, as `resource` counts it."""
    marks: list[tuple[float, float]] = []

    def tell(stage: str, _: float) -> None:
        if stage == _WORDING and not marks:
            marks.append(_mark())

    articles = _articles(names)[0]
    began = time.process_time()
    compare_read(read_articles(articles), tell)
    (aligned, aligned_peak), (compared, peak) = marks[0], _mark()
    return {
        "aligned": [aligned - began],
        "compared": [compared - began],
        "peak aligned": [aligned_peak],
        "peak": [peak],
    }


def _articles(names: list[str]) -> list[Pair[Article]]:
    found = [Article(name, paragraphs(Path(name).read_text(encoding="utf-8"))) for name in names]
    return [Pair(left, right) for left, right in zip(found[::2], found[1::2], strict=True)]


def _compared(articles: Pair[Article]) -> tuple[Comparison, Pair[ReadArticle]]:
    read = read_articles(articles)
    return compare_read(read), read


def _mark() -> tuple[float, float]:
    return time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main(what: str, *rest: str) -> None:
    """Measure and print."""
    gc.disable()
    if what == "first":
        found = first([*rest])
    elif what == "warm":
        found = warm(int(rest[0]), [*rest[1:]])
    elif what == "passes":
        found = passes(int(rest[0]), int(rest[1]), [*rest[2:]])
    elif what == "align":
        found = align([*rest])
    else:
        found = book([*rest])
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
