"""Measure how sentences of paired paragraphs are linked: `python -m tests.quality.sentence_quality GOLD.jsonl ...`

The cases have the form of the gold's alignment cases, of two languages; of sets that end in "plain". Where two linked
paragraphs have as many sentences, two at least, these stand for each other in order. For each such pair, the articles
are compared as they are, and with one of its sentences taken out, on a side by chance and the same at each run. Prints
the F1 of pairs of sentences, and how many of the sentences without a counterpart are found, and are right.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterator
from random import Random
from typing import Any, NamedTuple

from diffing.comparison import compare_read
from diffing.model import Pair, Row
from diffing.text.reading import ReadText, read_articles
from tests.quality.translation_quality import Cells, Score, article, cases


class Trial(NamedTuple):
    """Two articles, two linked paragraphs of them, the numbers of their sentences, and the pairs of these."""

    kind: str
    texts: Pair[list[str]]
    at: tuple[int, int]
    counts: tuple[int, int]
    pairs: Cells


def sentences(text: str) -> list[str]:
    """Return the sentences of a text."""
    return [part.text for part in ReadText(text).parts]


def trials(case: Any) -> Iterator[Trial]:
    """Yield for each pair of paragraphs with as many sentences the articles as they are, and without a sentence."""
    random = Random(case["id"])
    for link in case["links"]:
        if len(link["left"]) != 1 or len(link["right"]) != 1:
            continue
        at = link["left"][0], link["right"][0]
        parts = [sentences(text) for text in (case["left"][at[0]], case["right"][at[1]])]
        count = len(parts[0])
        if count != len(parts[1]) or count == 1:
            continue
        for kind in ("kept", "one out"):
            places = [list(range(count)), list(range(count))]
            if kind != "kept":
                del places[random.randrange(2)][random.randrange(count)]
            texts = Pair(list(case["left"]), list(case["right"]))
            texts.left[at[0]], texts.right[at[1]] = (
                "".join([own[place] for place in kept]).strip() for own, kept in zip(parts, places, strict=True)
            )
            pairs = {(places[0].index(one), places[1].index(one)) for one in set(places[0]) & set(places[1])}
            yield Trial(kind, texts, at, (len(places[0]), len(places[1])), pairs)


def found(row: Row) -> Cells:
    """Return the pairs of sentences that the spans of a row link."""
    cells: Cells = set()
    left = right = 0
    for span in row.spans:
        lefts, rights = (
            range(at, at + len(sentences(text)) if text else at)
            for at, text in ((left, span.left), (right, span.right))
        )
        cells |= {(own, other) for own in lefts for other in rights}
        left, right = lefts.stop, rights.stop
    return cells


def alone(cells: Cells, counts: tuple[int, int]) -> Cells:
    """Return the sentences of two paragraphs that are in no pair, each with its side."""
    return {(side, at) for side in (0, 1) for at in set(range(counts[side])) - {cell[side] for cell in cells}}


def main() -> None:
    """Measure, and print a line for each kind."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="+")
    pairs, without = defaultdict[str, Score](Score), defaultdict[str, Score](Score)
    for case in cases(parser.parse_args().gold):
        for trial in trials(case) if case["set"].endswith("plain") else ():
            rows = compare_read(read_articles(trial.texts.map(article))).rows
            cells = next(
                (found(row) for row in rows if (row.left, row.right) == ((trial.at[0],), (trial.at[1],))), set()
            )
            pairs[trial.kind].add(cells, trial.pairs)
            without[trial.kind].add(alone(cells, trial.counts), alone(trial.pairs, trial.counts))
    for kind, score in pairs.items():
        lone = without[kind]
        print(f"{kind:8} {score.gold:5} pairs {score.f1:.3f}  alone {lone.recall:.2f} / {lone.precision:.2f}")


if __name__ == "__main__":
    main()
