"""One measurement in a process of its own, which gives its own peak of memory: `python -m benchmarks.child ...`.

Times are seconds of processor time, so that other load on the machine matters less.

    stages LEFT RIGHT RUNS    seconds of each stage of the engine on two files, RUNS times
    growth CASE COUNT         seconds to compare a case of benchmarks/cases.py

Prints a JSON object: {"seconds": {stage: [...]}, "mib": peak}.
"""

import difflib
import gc
import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks import cases
from benchmarks.measuring import own_peak
from diffing.comparison import compare
from diffing.formats.json import to_json
from diffing.ledger.build import ledger
from diffing.model import Article, Comparison, Pair
from diffing.text.paragraphs import paragraphs
from diffing.text.words import words

DIFFLIB = "difflib on the words of each row"
# The case of one long paragraph, which is counted in characters.
GIANT = "one paragraph"
SEGMENTATION, LEDGER, SERIALISATION = "segmentation", "what matters", "serialisation"
# Rows on which difflib is measured, at most; its time for all rows is extrapolated, because it is quadratic.
_DIFFLIB_ROWS = 400


class Stopwatch:
    """Seconds by stage, a list of runs for each."""

    def __init__(self) -> None:
        self.seconds: dict[str, list[float]] = defaultdict(list)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time the body of the `with` statement as this stage."""
        began = time.process_time()
        yield
        self.seconds[name].append(time.process_time() - began)

    def compare(self, articles: Pair[Article]) -> Comparison:
        """Compare, and time each stage that `compare` reports, until the next one or the end."""
        began: dict[str, float] = {}

        def tell(stage: str, share: float) -> None:
            began.setdefault(stage, time.process_time())

        comparison = compare(*articles, progress=tell)
        ends = [*list(began.values())[1:], time.process_time()]
        for (stage, start), end in zip(began.items(), ends, strict=True):
            self.seconds[stage].append(end - start)
        return comparison


def stages(texts: Pair[str], runs: int) -> Stopwatch:
    """Run every stage from text to JSON, and difflib for comparison with the words."""
    watch = Stopwatch()
    for _ in range(runs):
        with watch.stage(SEGMENTATION):
            articles = texts.map(lambda text: Article("article", paragraphs(text)))
        comparison = watch.compare(articles)
        with watch.stage(LEDGER):
            found = ledger(comparison)
        with watch.stage(SERIALISATION):
            to_json(comparison, found)
    watch.seconds[DIFFLIB].append(_difflib(comparison))
    return watch


def _difflib(comparison: Comparison) -> float:
    """Return the seconds that difflib takes for the words of all rows with both sides."""
    rows = [row for row in comparison.rows if row.left and row.right]
    some = rows[:: -(-len(rows) // _DIFFLIB_ROWS) or 1]
    texts = [Pair(comparison.left.text(row.left), comparison.right.text(row.right)) for row in some]
    began = time.process_time()
    for text in texts:
        left, right = text.map(lambda side: [word.form for word in words(side)])
        difflib.SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    return (time.process_time() - began) * len(rows) / max(1, len(some))


def growth(case: str, count: int) -> Stopwatch:
    """Run one comparison, starting from text."""
    texts = cases.texts(cases.giant(count) if case == GIANT else cases.CASES[case](count))
    watch = Stopwatch()
    with watch.stage("all"):
        compare(*texts.map(lambda text: Article("article", paragraphs(text))))
    return watch


def main(arguments: list[str]) -> None:
    """Measure and print, without garbage collection, as the command compares."""
    gc.disable()
    what, *rest = arguments
    if what == "growth":
        watch = growth(rest[0], int(rest[1]))
    else:
        texts = Pair(rest[0], rest[1]).map(lambda name: Path(name).read_text(encoding="utf-8"))
        watch = stages(texts, int(rest[2]))
    json.dump({"seconds": watch.seconds, "mib": own_peak()}, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1:])
