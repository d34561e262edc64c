"""Which planted changes the ledger finds: by an entry that was not there before, at the planted words."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from diffing.comparison import compare
from diffing.ledger.build import ledger
from diffing.ledger.core.model import Entry, Ledger
from diffing.model import Article, Comparison, Pair, Place
from tests.quality.planting import KINDS, Case, Plant, articles, plants

Finder = Callable[[Comparison], Ledger]
Key = tuple[object, ...]

# An entry may take in an article or a mark more or less than what is planted, characters.
SLACK = 3
# A sentence that shares less of its words with its counterpart is far from it.
FAR = 0.7


def of_case(case: Case) -> Pair[Article]:
    return articles(Pair(case["left"], case["right"]))


class Judged(NamedTuple):
    """Whether a plant was found by an entry of its class, and by one of any class; `entries` are all new ones."""

    found: bool
    by_any: bool
    entries: tuple[Entry, ...]


def judged(plant: Plant, before: Ledger, after: Ledger) -> Judged:
    """What the ledger of the planted pair has at the plant that the ledger of the pair as it was had not."""
    texts = Pair(plant.case["left"], plant.case["right"])
    known = {key_of(entry, texts, plant, planted=False) for entry in before.entries}
    new = tuple(entry for entry in after.entries if key_of(entry, plant.texts, plant, planted=True) not in known)
    # The name of another speaker is a part of the entry that the speaker changed.
    at_plant = [part for entry in new for part in (entry, *entry.children) if _points_at(part, plant)]
    subjects = KINDS[plant.kind].subjects
    return Judged(any(entry.subject in subjects for entry in at_plant), bool(at_plant), new)


def key_of(entry: Entry, texts: Pair[Sequence[str]], plant: Plant, planted: bool) -> Key:
    """What makes two entries one, with places as they were before the change."""

    def said(side: str) -> list[tuple[Place, str]]:
        paragraphs, places = getattr(texts, side), getattr(entry.places, side)
        return [
            (plant.before(place) if planted and side == plant.side else place, text_at(paragraphs, place))
            for place in places
        ]

    return entry.subject, entry.change, *said("left"), None, *said("right")


def text_at(paragraphs: Sequence[str], place: Place) -> str:
    return paragraphs[place.paragraph][place.start : place.end]


def _points_at(entry: Entry, plant: Plant) -> bool:
    own, other = entry.places if plant.side == "left" else entry.places.swapped()
    return _touch(own, plant.places) or (KINDS[plant.kind].by_counterpart and _touch(other, plant.idea.counterpart))


def _touch(places: Iterable[Place], wanted: Sequence[Place]) -> bool:
    return any(
        place.paragraph == want.paragraph and place.start < want.end + SLACK and want.start - SLACK < place.end
        for place in places
        for want in wanted
    )


@dataclass
class Tally:
    """What was counted of the plants of a variety."""

    planted: int = 0
    found: int = 0
    by_any: int = 0
    far: int = 0
    far_found: int = 0

    def add(self, plant: Plant, result: Judged) -> None:
        self.planted += 1
        self.found += result.found
        self.by_any += result.by_any
        if plant.likeness < FAR:
            self.far += 1
            self.far_found += result.found

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(*(getattr(self, name) + getattr(other, name) for name in self.__dataclass_fields__))


@dataclass
class Recall:
    """The plants of a class, judged."""

    kind: str
    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    missed: list[tuple[Plant, Judged]] = field(default_factory=list)

    def rows(self) -> Iterator[tuple[str, Tally, float | None]]:
        bar = KINDS[self.kind].bar
        yield self.kind, sum(self.tallies.values(), Tally()), bar
        for variety, tally in sorted(self.tallies.items()):
            yield f"  {variety}", tally, None


class Unplanted:
    """The cases as they are, and their ledgers, each made once and when it is asked for."""

    def __init__(self, cases: Sequence[Case], find: Finder = ledger) -> None:
        self.cases = cases
        self.find = find
        self._found: dict[int, Ledger] = {}

    def ledger(self, case: Case) -> Ledger:
        if id(case) not in self._found:
            self._found[id(case)] = self.find(compare(*of_case(case)))
        return self._found[id(case)]


def recall(unplanted: Unplanted, kind: str, limit: int, seed: str = "") -> Recall:
    """Plant, compare, look."""
    result = Recall(kind)
    for plant in plants(unplanted.cases, kind, limit, seed):
        after = unplanted.find(compare(*articles(plant.texts)))
        found = judged(plant, unplanted.ledger(plant.case), after)
        result.tallies[plant.idea.variety].add(plant, found)
        if not found.found:
            result.missed.append((plant, found))
    return result
