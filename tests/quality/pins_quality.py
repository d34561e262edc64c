"""How much one pair put right mends: in each gold case with two or more errors, one link is pinned as the gold has it.

python -m tests.quality.pins_quality GOLD              the table of docs/checking.md
python -m tests.quality.pins_quality GOLD --cases      every case too

An error is a pair of a left and a right paragraph that only the gold or only newsdiff has. Each gold link with a
missing pair is pinned in turn, and each pair that is too much is parted where the gold leaves both paragraphs alone.

mended    of the other errors, the share that is gone then
apart     the same of the errors that have no paragraph of the pin, which only the neighbourhood can mend
new       errors that were not there before, for each pin

Below the families stand, without the long summaries: all, the pins that make a pair, those that part one, and what pins
do in articles with one error, where they can mend no other.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

from diffing.alignment.align import align_texts
from diffing.model import Pair
from diffing.pins import NO_PINS, Pins
from diffing.text.reading import ReadText, read_texts
from tests.quality.alignment_quality import FAMILIES, Case, gold_links, pairs, read_cases

Cells = set[tuple[int, int]]
LONG_SUMMARIES = "deplain-bible"
ALL, MADE, PARTED, ONE_ERROR = "all but summaries", "  pairs made", "  pairs parted", "one error"


@dataclass
class Mended:
    """What is counted for a family."""

    cases: set[str] = field(default_factory=set)
    pins: int = 0
    others: int = 0
    others_mended: int = 0
    apart: int = 0
    apart_mended: int = 0
    new: int = 0

    def line(self, name: str) -> str:
        mended = self.others_mended / self.others if self.others else 0.0
        apart = self.apart_mended / self.apart if self.apart else 0.0
        return (
            f"{name:20} {len(self.cases):6} {self.pins:6} {self.others:7} {mended:7.2f} {self.apart:7} {apart:7.2f} "
            f"{self.new / max(1, self.pins):7.2f}"
        )


def errors(texts: Pair[list[ReadText]], gold: Cells, pins: Pins) -> Cells:
    links = align_texts(texts, pins=pins).links
    return gold ^ {cell for link in links for cell in product(link.left, link.right)}


def tries(case: Case, wrong: Cells) -> Iterator[tuple[Pins, Cells]]:
    """Yield pins of one error each, and the cells that have a paragraph of the pin."""
    gold = gold_links(case)
    known = pairs(gold)
    for left, right, _ in gold:
        if not wrong.isdisjoint(product(left, right)):
            own = {cell for cell in wrong if cell[0] in left or cell[1] in right}
            yield Pins((Pair(left, right),)), own
    lefts, rights = {left for left, _ in known}, {right for _, right in known}
    for cell in sorted(wrong - known):
        if cell[0] not in lefts and cell[1] not in rights:
            yield Pins(parted=(cell,)), {other for other in wrong if other[0] == cell[0] or other[1] == cell[1]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--cases", action="store_true", help="print a line for each case")
    arguments = parser.parse_args()
    table: defaultdict[str, Mended] = defaultdict(Mended)
    for case in read_cases(arguments.gold):
        if case["set"].startswith("bible-cross"):
            continue
        gold = pairs(gold_links(case))
        texts = read_texts(Pair(case["left"], case["right"])).map(list)
        before = errors(texts, gold, NO_PINS)
        if not before:
            continue
        families = [family.name for family in FAMILIES if case["set"].startswith(family.prefixes)]
        if len(before) < 2:
            families = []
        for pins, own in tries(case, before):
            after = errors(texts, gold, pins)
            pinned = {cell for pair in pins.pairs for cell in product(pair.left, pair.right)} | set(pins.parted)
            others, apart = before - pinned, before - own
            names = list(families)
            if not case["set"].startswith(LONG_SUMMARIES):
                names += [ALL, PARTED if pins.parted else MADE] if families else [ONE_ERROR]
            for name in names:
                found = table[name]
                found.cases.add(case["id"])
                found.pins += 1
                found.others += len(others)
                found.others_mended += len(others - after)
                found.apart += len(apart)
                found.apart_mended += len(apart - after)
                found.new += len(after - before)
            if arguments.cases:
                print(case["id"], pins, "before", sorted(before), "after", sorted(after))
    print(f"{'':20} {'cases':>6} {'pins':>6} {'others':>7} {'mended':>7} {'apart':>7} {'mended':>7} {'new':>7}")
    for name in [*(family.name for family in FAMILIES), ALL, MADE, PARTED, ONE_ERROR]:
        if name in table:
            print(table[name].line(name))


if __name__ == "__main__":
    main()
