"""Measure how often two paragraphs that say other things on one subject are linked, and how often true pairs are lost.

python -m tests.quality.same_subject GOLD             all sets
python -m tests.quality.same_subject GOLD onestop     the sets whose names begin so

GOLD is a folder as in alignment_quality.py. A strange pair is made of two neighbouring links of one paragraph with one:

    left   A  B  C  D         left   A  B  D
    right  a  b  c  d         right  a  c  d       B and c stand between sure neighbours and do not correspond

Every case gives at most MOST of them, each in a text of its own, spread over the case.

strange   share of the strange pairs that are linked, and of those that are not shown as uncertain
lost      share of the true pairs of paragraphs that are not linked, and of those in links of several paragraphs
"""

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from diffing.alignment.align import align
from diffing.model import Pair
from tests.quality.alignment_quality import Case, gold_links, pairs, read_cases

MOST = 4
_AROUND = 1
"""Links before and behind the two, at least."""


@dataclass
class Rates:
    """Counts of a set of cases: pairs of strangers and true pairs, and how many of each were linked or lost."""

    strange: int = 0
    linked: int = 0
    certain: int = 0
    true: int = 0
    lost: int = 0
    grouped: int = 0
    lost_grouped: int = 0

    def add(self, other: "Rates") -> None:
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)

    def __str__(self) -> str:
        return (
            f"strange {self.strange:5}  linked {_share(self.linked, self.strange)}  certain "
            f"{_share(self.certain, self.strange)}  true {self.true:6}  lost {_share(self.lost, self.true)}  "
            f"in groups {self.grouped:5}  lost {_share(self.lost_grouped, self.grouped)}"
        )


def _share(part: int, whole: int) -> str:
    return f"{part:4} = {part / whole:.4f}" if whole else "   0 =      -"


def strange_pairs(case: Case) -> Iterator[tuple[list[str], list[str], tuple[int, int]]]:
    """Yield texts with one strange pair each: left, right, and the pair's indices there."""
    links = sorted(gold_links(case))
    simple = [
        (one[0][0], one[1][0])
        for one, two in pairwise(links)
        if all(len(link[0]) == len(link[1]) == 1 and not link[2] for link in (one, two))
        and (two[0][0], two[1][0]) == (one[0][0] + 1, one[1][0] + 1)
    ]
    inner = [(left, right) for left, right in simple if {(left - 1, right - 1), (left + 1, right + 1)} <= set(simple)]
    for left, right in inner[:: max(1, -(-len(inner) // MOST))]:
        yield (
            _without(case["left"], left + 1),
            _without(case["right"], right),
            (left, right),
        )


def _without(texts: Sequence[str], at: int) -> list[str]:
    return [*texts[:at], *texts[at + 1 :]]


def rates(case: Case) -> Rates:
    """Return the counts of a case."""
    found = Rates()
    for left, right, pair in strange_pairs(case):
        found.strange += 1
        alignment = align(Pair(left, right))
        for link, evidence in zip(alignment.links, alignment.evidence, strict=True):
            if pair[0] in link.left and pair[1] in link.right:
                found.linked += 1
                found.certain += not evidence.uncertain
    predicted = pairs([(link.left, link.right, link.moved) for link in align(Pair(case["left"], case["right"])).links])
    gold = gold_links(case)
    true = pairs(gold)
    grouped = pairs([link for link in gold if len(link[0]) + len(link[1]) > 2])
    found.true, found.lost = len(true), len(true - predicted)
    found.grouped, found.lost_grouped = len(grouped), len(grouped - predicted)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description="Strange pairs that are linked, and true pairs that are lost.")
    parser.add_argument("gold", type=Path, help="a folder of gold cases (*.jsonl)")
    parser.add_argument("sets", nargs="*", default=[""], help="beginnings of the names of sets")
    arguments = parser.parse_args()
    by_set: defaultdict[str, Rates] = defaultdict(Rates)
    for case in read_cases(arguments.gold):
        if case["set"].startswith(tuple(arguments.sets)):
            counted = rates(case)
            by_set[case["set"]].add(counted)
            by_set["all"].add(counted)
    for name, counted in by_set.items():
        print(f"{name:42} {counted}")


if __name__ == "__main__":
    main()
