"""How well paragraphs are aligned: the whole table of a gold folder beside the bars.

python -m tests.quality.alignment_quality GOLD             every case with the default options
python -m tests.quality.alignment_quality GOLD --halves    weights fitted on one half, scored on the other, both ways

GOLD holds files of cases, one JSON object a line: {"id", "set", "left": [...], "right": [...], "links": [{"left": [i],
"right": [j], "moved": true?}]}. Files of other cases are passed over.

pairs     links expanded to pairs of a left and a right paragraph: precision, recall, F1
alone     F1 of the paragraphs without a counterpart, additions and omissions together
moved     of the gold's moved pairs the share found as moved (recall), of those found the share that is right
perfect   share of cases whose links are exactly the gold's
"""

import argparse
import hashlib
import json
import math
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from diffing.alignment.align import align
from diffing.alignment.candidates import Grid
from diffing.alignment.groups import candidates as all_candidates
from diffing.alignment.options import ExtensionWeights, Options, PairWeights
from diffing.alignment.scorer import Cells, Numbers, Scorer
from diffing.alignment.similarity import Features
from diffing.alignment.vocabulary import Vocabulary
from diffing.model import Pair
from diffing.text.reading import read_texts

Case = dict[str, Any]
Found = list[tuple[tuple[int, ...], tuple[int, ...], bool]]


@dataclass(frozen=True)
class Family:
    """Sets that are scored together, and the bars for them."""

    name: str
    prefixes: tuple[str, ...]
    pairs: float | None = None
    alone: float | None = None
    moved_recall: float | None = None
    moved_precision: float | None = None
    perfect: float | None = None


FAMILIES = (
    Family("bible en", ("bible-en",), 0.992, 0.92, 0.95, 0.98, 0.82),
    Family("bible de", ("bible-de",), 0.994),
    Family("bible es", ("bible-es",), 0.994),
    Family("bible fr", ("bible-fr",), 0.994),
    Family("bible zh", ("bible-zh",), 0.978),
    Family("bible ja", ("bible-ja",), 0.978),
    Family("onestop paragraphs", ("onestop-equal", "onestop-unequal"), 0.995, moved_recall=0.98),
    Family("onestop hand", ("onestop-hand",), 0.97),
    Family("onestop sentences", ("onestop-sentences",), 0.987),
    Family("deplain", ("deplain-language-learner",), 0.972),
    Family("deplain bible", ("deplain-bible",)),
    Family("all", ("",)),
)


@dataclass
class Count:
    """Hits, predicted and gold, added up over cases."""

    hits: int = 0
    predicted: int = 0
    gold: int = 0

    def add(self, predicted: set[Any], gold: set[Any]) -> None:
        self.hits += len(predicted & gold)
        self.predicted += len(predicted)
        self.gold += len(gold)

    @property
    def precision(self) -> float:
        return self.hits / self.predicted if self.predicted else float(not self.gold)

    @property
    def recall(self) -> float:
        return self.hits / self.gold if self.gold else float(not self.predicted)

    @property
    def f1(self) -> float:
        both = self.predicted + self.gold
        return 2 * self.hits / both if both else 1.0


@dataclass
class Tally:
    """What is counted for a family."""

    cases: int = 0
    perfect: int = 0
    seconds: float = 0.0
    pairs: Count = field(default_factory=Count)
    alone: Count = field(default_factory=Count)
    moved: Count = field(default_factory=Count)

    def add(self, case: Case, found: Found, seconds: float) -> None:
        gold = gold_links(case)
        self.cases += 1
        self.seconds += seconds
        self.perfect += {link[:2] for link in found} == {link[:2] for link in gold}
        self.pairs.add(pairs(found), pairs(gold))
        self.moved.add(pairs(found, moved=True), pairs(gold, moved=True))
        for side, name in enumerate(("left", "right")):
            everything = set(range(len(case[name])))
            self.alone.add(everything - linked(found, side), everything - linked(gold, side))


def gold_links(case: Case) -> Found:
    return [(tuple(link["left"]), tuple(link["right"]), bool(link.get("moved"))) for link in case["links"]]


def pairs(links: Found, moved: bool = False) -> set[tuple[int, int]]:
    return {(i, j) for left, right, is_moved in links if is_moved or not moved for i in left for j in right}


def linked(links: Found, side: int) -> set[int]:
    return {index for link in links for index in (link[0], link[1])[side]}


def read_cases(folder: Path) -> Iterator[Case]:
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            if "links" in case:
                yield case


def aligned(case: Case, options: Options) -> Found:
    alignment = align(Pair(case["left"], case["right"]), options)
    return [(link.left, link.right, link.moved) for link in alignment.links]


def score(cases: Iterable[Case], options_for: Callable[[Case], Options]) -> dict[str, Tally]:
    tallies: dict[str, Tally] = {family.name: Tally() for family in FAMILIES}
    for case in cases:
        options = options_for(case)
        start = time.perf_counter()
        found = aligned(case, options)
        seconds = time.perf_counter() - start
        for family in FAMILIES:
            if case["set"].startswith(family.prefixes):
                tallies[family.name].add(case, found, seconds)
    return tallies


def show(tallies: dict[str, Tally]) -> None:
    """The table; after a figure its bar, with ! where the figure falls short."""

    def cell(value: float, bar: float | None) -> str:
        mark = "" if bar is None else f"{'!' if value < bar else '>'}{bar:.3f}"
        return f"{value:7.4f}{mark:7}"

    print(f"{'':19}{'precision':10}{'recall':8}{'pairs F1':15}{'alone F1':15}{'moved rec.':15}", end="")
    print(f"{'moved prec.':15}{'perfect':14}{'cases':>5}  ms each")
    for family in FAMILIES:
        tally = tallies[family.name]
        if not tally.cases:
            continue
        print(
            f"{family.name:19}{tally.pairs.precision:7.4f} {tally.pairs.recall:7.4f} "
            f"{cell(tally.pairs.f1, family.pairs)} {cell(tally.alone.f1, family.alone)} "
            f"{cell(tally.moved.recall, family.moved_recall)} {cell(tally.moved.precision, family.moved_precision)} "
            f"{cell(tally.perfect / tally.cases, family.perfect)} {tally.cases:5}  "
            f"{tally.seconds / tally.cases * 1e3:5.1f}"
        )


# Fitting


def half(case: Case) -> int:
    """The half of the gold that a case belongs to, by a hash of its id."""
    return hashlib.md5(case["id"].encode()).digest()[0] & 1


Example = tuple[Numbers, bool]


class RecordingScorer(Scorer):
    """A scorer that keeps the numbers of everything it judges, and gives nothing up."""

    def __init__(self, options: Options) -> None:
        super().__init__(options)
        self.pairs_seen: dict[Cells, Numbers] = {}
        self.edges_seen: list[tuple[Cells, Cells, Numbers]] = []

    def pair_odds(self, cells: Cells, numbers: Numbers) -> float:
        self.pairs_seen[cells] = numbers
        return super().pair_odds(cells, numbers)

    def is_hopeless(self, numbers: Numbers) -> bool:
        return False

    def extension_odds(self, cells: Cells, rest: Cells, numbers: Numbers) -> float:
        self.edges_seen.append((cells, rest, numbers))
        return super().extension_odds(cells, rest, numbers)


def examples(cases: Iterable[Case]) -> tuple[list[Example], list[Example]]:
    """Candidates that are true or share no pair with a true one; edges of runs whose rest is true."""
    options = replace(Options(), extension_floor=-5.0)
    of_pairs: list[Example] = []
    of_edges: list[Example] = []
    for case in cases:
        sides = read_texts(Pair(case["left"], case["right"])).map(Vocabulary().texts)
        scorer = RecordingScorer(options)
        all_candidates(Grid(Features(sides), options, scorer))
        gold = {link[:2] for link in gold_links(case)}
        gold_pairs = pairs(gold_links(case))

        def cells(place: tuple[int, int, int, int]) -> set[tuple[int, int]]:
            return {(i, j) for i in range(place[0], place[1]) for j in range(place[2], place[3])}

        for place, numbers in scorer.pairs_seen.items():
            true = (tuple(range(place[0], place[1])), tuple(range(place[2], place[3]))) in gold
            if true or cells(place).isdisjoint(gold_pairs):
                of_pairs.append((numbers, true))
        for place, rest, numbers in scorer.edges_seen:
            if cells(rest) <= gold_pairs:
                of_edges.append((numbers, cells(place) <= gold_pairs))
    return of_pairs, of_edges


def fitted(seen: Sequence[Example], given: Mapping[int, float], steps: int = 12, ridge: float = 1e-7) -> list[float]:
    """Logistic regression by Newton's method; `ridge` keeps it solvable. The `given` weights stay as they are."""
    size = len(seen[0][0])
    spread = [sum(numbers[k] ** 2 for numbers, _ in seen) / len(seen) for k in range(size)]
    weights = [given.get(k, 0.0) for k in range(size)]
    for _ in range(steps):
        slope = [2 * ridge * len(seen) * spread[k] * weights[k] for k in range(size)]
        bend = [[2 * ridge * len(seen) * spread[k] * (k == m) for m in range(size)] for k in range(size)]
        for numbers, true in seen:
            odds = sum(weight * number for weight, number in zip(weights, numbers, strict=True))
            chance = 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))
            lean, sway = chance - true, chance * (1 - chance)
            for k, number in enumerate(numbers):
                slope[k] += lean * number
                row, share = bend[k], sway * number
                for m in range(k + 1):
                    row[m] += share * numbers[m]
        for k in range(size):
            for m in range(k):
                bend[m][k] = bend[k][m]
        for k in given:
            slope[k] = 0.0
            for m in range(size):
                bend[k][m] = bend[m][k] = float(k == m)
        step = solved(bend, slope)
        weights = [weight - change for weight, change in zip(weights, step, strict=True)]
    return weights


def solved(matrix: list[list[float]], vector: list[float]) -> list[float]:
    """x with matrix x = vector, by elimination; the matrix is symmetric and positive."""
    rows = [[*row, value] for row, value in zip(matrix, vector, strict=True)]
    size = len(rows)
    for k in range(size):
        for m in range(k + 1, size):
            share = rows[m][k] / rows[k][k]
            rows[m] = [value - share * above for value, above in zip(rows[m], rows[k], strict=True)]
    result = [0.0] * size
    for k in reversed(range(size)):
        known = sum(rows[k][m] * result[m] for m in range(k + 1, size))
        result[k] = (rows[k][size] - known) / rows[k][k]
    return result


PAIR_SHIFTS = (0.0, 0.3, 0.6)
EXTENSION_SHIFTS = (0.0, 1.0, 1.5)


def fitted_options(cases: Sequence[Case]) -> Options:
    """Weights fitted to some cases, their constants then raised as leaves the fewest wrong pairs on the same cases.

    Raised, because fitting asks whether a candidate is true and alignment which of several is. The weight of growth is
    not fitted: it is there for page furniture, of which the gold has none.
    """
    of_pairs, of_edges = examples(cases)
    growth = ExtensionWeights._fields.index("growth")
    pair, extension = fitted(of_pairs, {}), fitted(of_edges, {growth: ExtensionWeights().growth})
    best: tuple[int, Options] | None = None
    for up in EXTENSION_SHIFTS:
        for raised in PAIR_SHIFTS:
            options = replace(
                Options(),
                pair_weights=PairWeights._make([*pair[:-1], pair[-1] + raised]),
                extension_weights=ExtensionWeights._make([*extension[:-1], extension[-1] + up]),
            )
            count = score(cases, partial(_always, options))["all"].pairs
            wrong = count.predicted + count.gold - 2 * count.hits
            if best is None or wrong < best[0]:
                best = (wrong, options)
    assert best is not None
    return best[1]


def _always(options: Options, case: Case) -> Options:
    return options


def crossed(cases: Sequence[Case]) -> dict[str, Tally]:
    parts: dict[int, list[Case]] = defaultdict(list)
    for case in cases:
        parts[half(case)].append(case)
    options = {}
    for part in sorted(parts):
        options[part] = fitted_options(parts[part])
        for weights in (options[part].pair_weights, options[part].extension_weights):
            print(f"half {part}:", *(f"{name} {value:.2f}" for name, value in weights._asdict().items()))
    return score(cases, lambda case: options[1 - half(case)])


def main() -> None:
    parser = argparse.ArgumentParser(description="How well paragraphs are aligned, beside the bars.")
    parser.add_argument("gold", type=Path, help="a folder of gold cases (*.jsonl)")
    parser.add_argument("--halves", action="store_true", help="fit the weights on one half and score the other")
    parser.add_argument("--cells", type=int, help="treat anything larger as a book (cells of left times right)")
    arguments = parser.parse_args()
    cases = list(read_cases(arguments.gold))
    options = replace(Options(), cells=arguments.cells) if arguments.cells else Options()
    show(crossed(cases) if arguments.halves else score(cases, lambda _: options))


if __name__ == "__main__":
    main()
