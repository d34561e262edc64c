"""Measure how well two languages are aligned: `python -m tests.quality.translation_quality GOLD.jsonl ...`

The cases have the form of the gold's alignment cases. For each set, and for both halves of all cases, it prints the F1
of pairs of paragraphs, that of paragraphs without a counterpart, and moves found and right.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from diffing.comparison import pair_up
from diffing.model import Article, Pair, Paragraph
from diffing.text.reading import read_articles

Cells = set[tuple[int, int]]


class Score:
    """Counts of what is found, what is in the gold, and what is in both."""

    def __init__(self) -> None:
        self.both = self.found = self.gold = 0

    def add(self, found: set[Any], gold: set[Any]) -> None:
        """Count what was found in a case."""
        self.both += len(found & gold)
        self.found += len(found)
        self.gold += len(gold)

    @property
    def f1(self) -> float:
        """The F1, 1 where there is nothing."""
        return 2 * self.both / (self.found + self.gold) if self.found + self.gold else 1.0

    @property
    def recall(self) -> float:
        """The share of the gold that is found."""
        return self.both / self.gold if self.gold else 1.0

    @property
    def precision(self) -> float:
        """The share of what is found that is in the gold."""
        return self.both / self.found if self.found else 1.0


def article(paragraphs: Iterable[str]) -> Article:
    """Return an article of these paragraphs."""
    return Article("", tuple(Paragraph(text, 0, len(text)) for text in paragraphs))


def cells(links: Iterable[Any], only_moved: bool = False) -> Cells:
    """Return the pairs of paragraphs of the gold's links."""
    return {
        (left, right)
        for link in links
        if link.get("moved") or not only_moved
        for left in link["left"]
        for right in link["right"]
    }


def cases(paths: Iterable[str]) -> Iterator[Any]:
    """Yield the cases of some files."""
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def main() -> None:
    """Measure, and print a line for each set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="+")
    parser.add_argument("--every", type=int, default=1, help="take every Nth case")
    options = parser.parse_args()
    pairs, alone, moves = (defaultdict[str, Score](Score) for _ in range(3))
    for at, case in enumerate(cases(options.gold)):
        if at % options.every:
            continue
        articles = Pair(article(case["left"]), article(case["right"]))
        rows = [row for row in pair_up(articles, read=read_articles(articles)).rows if row.left and row.right]
        links = [{"left": row.left, "right": row.right, "moved": row.moved} for row in rows]
        found, gold = cells(links), cells(case["links"])
        for name in ("all", f"half {'AB'[at // options.every % 2]}", case["set"]):
            pairs[name].add(found, gold)
            moves[name].add(cells(links, only_moved=True), cells(case["links"], only_moved=True))
            for side, count in ((0, len(case["left"])), (1, len(case["right"]))):
                whole = set(range(count))
                alone[name].add(whole - {cell[side] for cell in found}, whole - {cell[side] for cell in gold})
    for name in sorted(pairs):
        print(
            f"{name:28} pairs {pairs[name].f1:.3f}  alone {alone[name].f1:.3f}  "
            f"moves {moves[name].recall:.2f} / {moves[name].precision:.2f}"
        )


if __name__ == "__main__":
    main()
