"""One measurement of the build that PYTHONPATH names, which may be an earlier one: `python -P .../one_build.py ...`.

    first LEFT RIGHT              the first ledger of the process
    warm RUNS LEFT RIGHT ...      comparing all pairs of files, and their ledgers, after one pass that is not counted
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
    seconds: dict[str, list[float]] = {"comparison": [], "ledger": []}
    for _ in range(runs + 1):
        pairs = _articles(names)
        began = time.process_time()
        compared = [_compared(pair) for pair in pairs]
        middle = time.process_time()
        for comparison, read in compared:
            ledger(comparison, read)
        seconds["comparison"].append(middle - began)
        seconds["ledger"].append(time.process_time() - middle)
    return {name: found[1:] for name, found in seconds.items()}


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
    elif what == "align":
        found = align([*rest])
    else:
        found = book([*rest])
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
