"""One change at a time planted into one side of a gold pair, of every class of the ledger.

    left    The storm killed 12 people, officials said.     right   Officials say 12 people died in the storm.
    planted The storm killed 17 people, officials said.     nothing else is touched, and the pair rewords it anyway

Only what both sides of a link tell is changed, and only in links whose words differ, so that every plant is a true
difference in a reworded place. The same plants every time: chance is seeded by the case and the place.
"""

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from diffing.ledger.core.model import Subject
from diffing.model import Article, Pair, Paragraph, Place
from tests.quality import plant_facts, plant_names, plant_quotations, plant_words
from tests.quality.plant_names import Names, names_of
from tests.quality.plant_text import Idea, Site, Text, forms, overlap, sentences_of

Case = Mapping[str, Any]
SIDES = ("left", "right")
# Not so many names from other articles are needed that choosing among them takes time.
_POOL = 60
_SMALL_WORD = re.compile(r"\b[a-z]+\b")


class Kind(NamedTuple):
    """A class of plants: who finds places for it, and the subjects of an entry that finds the plant again.

    `by_counterpart` says that an entry may also point at no more than the words of the other side: a 'not' taken out
    is nowhere on the planted side. `bar` is the share that must be found.
    """

    ideas: Callable[[Site, random.Random, Names], Iterable[Idea]]
    subjects: frozenset[Subject]
    by_counterpart: bool
    bar: float | None = None


def _plain(finder: Callable[[Site, random.Random], Iterable[Idea]]) -> Callable[..., Iterable[Idea]]:
    return lambda site, chance, elsewhere: finder(site, chance)


KINDS: Mapping[str, Kind] = {
    "number": Kind(_plain(plant_facts.numbers), frozenset({Subject.NUMBER, Subject.DATE}), False, 0.95),
    "date": Kind(_plain(plant_facts.dates), frozenset({Subject.DATE, Subject.NUMBER}), False, 0.95),
    "name": Kind(plant_names.names, frozenset({Subject.NAME}), False, 0.90),
    "quotation": Kind(plant_quotations.quotations, frozenset({Subject.QUOTATION}), True, 0.95),
    "negation": Kind(_plain(plant_words.negation), frozenset({Subject.NEGATION}), True, 0.95),
    "certainty": Kind(_plain(plant_words.certainty), frozenset({Subject.CERTAINTY, Subject.SOURCE}), True),
    "cause": Kind(_plain(plant_words.cause), frozenset({Subject.CAUSE}), True),
    "attribution": Kind(_plain(plant_words.attribution), frozenset({Subject.ATTRIBUTION}), True, 0.90),
    "source": Kind(_plain(plant_words.source), frozenset({Subject.SOURCE, Subject.ATTRIBUTION}), True),
}
"""By name. A span of time ('two weeks') may be held for a number or for a date, and so may a year."""


@dataclass(frozen=True)
class Plant:
    """A change planted into the case: `side` is the side that has it, `likeness` 0..1 how far its sentence is kept."""

    kind: str
    case: Case
    side: str
    idea: Idea
    likeness: float

    @cached_property
    def texts(self) -> Pair[list[str]]:
        """The paragraphs of both sides with the change."""
        own = list(self.case[self.side])
        for place, put in sorted(self.idea.edits, reverse=True):
            text = own[place.paragraph]
            own[place.paragraph] = text[: place.start] + put + text[place.end :]
        return Pair(own, self.case["right"]) if self.side == "left" else Pair(self.case["left"], own)

    @property
    def places(self) -> list[Place]:
        """The planted words, and the zone, where they stand now."""
        of_edits = [
            Place(place.paragraph, start, start + len(put))
            for place, put in self.idea.edits
            for start in [self._moved(place.paragraph, place.start)]
        ]
        of_zone = [
            Place(paragraph, self._moved(paragraph, start), self._moved(paragraph, end))
            for paragraph, start, end in self.idea.zone
        ]
        return of_edits + of_zone

    def before(self, place: Place) -> Place:
        """Where words of the planted side stood before; what is planted itself is near where it was put."""
        shifts = [0, 0]
        for edit, put in sorted(self.idea.edits):
            if edit.paragraph == place.paragraph:
                start = self._moved(edit.paragraph, edit.start)
                for which, at in enumerate((place.start, place.end)):
                    if start + len(put) <= at:
                        shifts[which] += len(put) - (edit.end - edit.start)
        return Place(place.paragraph, place.start - shifts[0], place.end - shifts[1])

    def _moved(self, paragraph: int, at: int) -> int:
        """Where a character of the case as it is stands after the change."""
        return at + sum(
            len(put) - (place.end - place.start)
            for place, put in self.idea.edits
            if place.paragraph == paragraph and place.end <= at and place.start < at
        )


def articles(texts: Pair[Sequence[str]]) -> Pair[Article]:
    """Of lists of paragraphs, as if each stood on a line of its own with an empty one below."""

    def article(paragraphs: Sequence[str]) -> Article:
        found, start = [], 0
        for text in paragraphs:
            found.append(Paragraph(text, start, start + len(text)))
            start += len(text) + 2
        return Article("", tuple(found))

    return texts.map(article)


def plants(cases: Sequence[Case], kind: str, limit: int, seed: str = "") -> list[Plant]:
    """Up to `limit` plants of a class: every variety gets its share, and every place only once in a variety.

    Another `seed` chooses other places, and other words to put there.
    """
    by_variety: dict[str, list[Plant]] = defaultdict(list)
    seen = set()
    common = frozenset(
        word for case in cases for side in SIDES for text in case[side] for word in _SMALL_WORD.findall(text)
    )
    elsewhere = _pool(cases, common)
    for case in cases:
        for site, side, at in _sites(case, common):
            chance = random.Random(f"{case['id']} {case['set']} {side} {at} {kind}{seed}")
            for idea in KINDS[kind].ideas(site, chance, _of_others(elsewhere, case)):
                first = idea.edits[0].place
                other = [case[_other(side)][there.paragraph] for there in idea.counterpart[:1]]
                here = (idea.variety, case[side][first.paragraph], first.start, *(other or site.texts[1:]))
                if here not in seen:
                    seen.add(here)
                    by_variety[idea.variety].append(Plant(kind, case, side, idea, _likeness(site, first)))
    return _shared_out(by_variety, limit, seed)


def _other(side: str) -> str:
    return SIDES[1 - SIDES.index(side)]


def _sites(case: Case, common: frozenset[str]) -> Iterator[tuple[Site, str, int]]:
    """Every link whose words differ, to be planted in on either side."""
    whole = {side: tuple(case[side]) for side in SIDES}
    for at, link in enumerate(case["links"]):
        texts = {side: tuple(Text(index, case[side][index]) for index in link[side]) for side in SIDES}
        for own, other in (SIDES, SIDES[::-1]):
            site = Site(texts[own], texts[other], whole[own], whole[other], common)
            if forms(site.texts[0]) != forms(site.texts[1]):
                yield site, own, at


def _likeness(site: Site, place: Place) -> float:
    """How much of its words the sentence shares with the one of the other side that is most like it."""
    own = [one for one in sentences_of(site.own) if one.paragraph == place.paragraph and one.start <= place.start]
    if not own:
        return overlap(*site.texts)
    return max((overlap(own[-1].text, other.text) for other in sentences_of(site.other)), default=0.0)


def _pool(cases: Sequence[Case], common: frozenset[str]) -> Mapping[str, list[tuple[str, str]]]:
    """Some names of the cases by sort, each with the story it is of."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for case in cases:
        for sort, names in names_of(tuple(case["left"]), common).items():
            found[sort] |= {(name, _story(case)) for name in names}
    chance = random.Random("names")
    return {sort: chance.sample(sorted(names), min(_POOL, len(names))) for sort, names in sorted(found.items())}


def _of_others(pool: Mapping[str, list[tuple[str, str]]], case: Case) -> Names:
    return {
        sort: [name for name, story in pool.get(sort, []) if story != _story(case)]
        for sort in ("person", "place", "organisation")
    }


def _story(case: Case) -> str:
    return re.split(r"[/#]", case["id"])[1] if "/" in case["id"] else case["id"]


def _shared_out(by_variety: Mapping[str, list[Plant]], limit: int, seed: str) -> list[Plant]:
    """The first of every variety, then the second of every, until there are enough."""
    taken: list[Plant] = []
    for variety in sorted(by_variety):
        random.Random(f"{variety}{seed}").shuffle(by_variety[variety])
    for turn in range(max(map(len, by_variety.values()), default=0)):
        for variety in sorted(by_variety):
            if turn < len(by_variety[variety]) and len(taken) < limit:
                taken.append(by_variety[variety][turn])
    return taken
