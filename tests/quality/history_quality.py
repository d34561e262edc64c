"""Measure the lanes of histories: stories of random edits whose facts are known.

    python -m tests.quality.history_quality --stories 50 --versions 12
    python -m tests.quality.history_quality --missed 20

A lane counts as found if it is of the same kind and says the same in every version. Recall is the share of the planted
lanes that are found, precision the share of newsdiff's lanes that are planted ones.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from diffing.history.making import history
from diffing.history.model import Fact
from tests.quality.plant_histories import planted, planted_story, said


class Measured(NamedTuple):
    """Planted lanes, those of newsdiff, those that are both, and descriptions of the others."""

    planted: Counter[Fact]
    listed: Counter[Fact]
    found: Counter[Fact]
    wrong: tuple[str, ...]

    @property
    def recall(self) -> float:
        """Share of the planted lanes that are found."""
        return self.found.total() / max(1, self.planted.total())

    @property
    def precision(self) -> float:
        """Share of the listed lanes that are planted ones."""
        return self.found.total() / max(1, self.listed.total())


def measured(stories: int, versions: int, first_seed: int = 0) -> Measured:
    """Return what is found in so many stories."""
    total = Measured(Counter(), Counter(), Counter(), ())
    for seed in range(first_seed, first_seed + stories):
        story = planted_story(versions, seed)
        made = history(story.versions)
        truth = Counter(map(planted, story.lanes))
        listed = Counter((lane.fact, _without_units(said(lane, made))) for lane in made.lanes)
        both = truth & listed
        for counter, lanes in ((total.planted, truth), (total.listed, listed), (total.found, both)):
            counter.update(fact for fact, _ in lanes.elements())
        wrong = [*_described(seed, "missed", truth - both), *_described(seed, "listed", listed - both)]
        total = total._replace(wrong=total.wrong + tuple(wrong))
    return total


def _without_units(words: tuple[str | None, ...]) -> tuple[str | None, ...]:
    """Return what a lane says with numbers alone: newsdiff has '40 tonnes'."""
    return tuple(one.split()[0] if one and one[0].isdigit() and " / " not in one else one for one in words)


def _described(seed: int, what: str, lanes: Counter[tuple[Fact, tuple[str | None, ...]]]) -> Iterator[str]:
    for fact, words in lanes:
        parts = [words[0]]
        shown = [f"1 {words[0]}"]
        for version, one in enumerate(words[1:], start=2):
            if one != parts[-1]:
                shown.append(f"{version} {one}")
            parts.append(one)
        yield f"{seed} {what} {fact}: {', '.join(shown)}"


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=int, default=30)
    parser.add_argument("--versions", type=int, default=12)
    parser.add_argument("--seed", type=int, default=0, help="of the first story")
    parser.add_argument("--missed", type=int, default=0, help="print so many lanes that are missed or wrong")
    options = parser.parse_args()
    found = measured(options.stories, options.versions, options.seed)
    print("| fact | planted | listed | found |\n|---|---|---|---|")
    for fact in Fact:
        print(f"| {fact} | {found.planted[fact]} | {found.listed[fact]} | {found.found[fact]} |")
    print(f"\nrecall {found.recall:.3f}, precision {found.precision:.3f}")
    for line in found.wrong[: options.missed]:
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
