"""Words that stand for each other in these two articles, learned from links that were found without them.

    links 0-0, 3-4, 7-8 all have `gouvern` on the left and `regier` on the right: these two stand for each other

Two stems are a pair if they are in nearly the same links. How much a pair says of a link is computed without that
link. A text of books repeats its words, so that it gains most; an article of ten paragraphs has few such pairs.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from math import log, sqrt
from typing import NamedTuple

from diffing.alignment.candidates import Candidate
from diffing.model import Pair
from diffing.translation.contents import Content
from diffing.translation.scorer import Learned

_FEWEST_LINKS = 4
# Links that have a stem, at least, and the share of all paragraphs, at most.
_LEAST_HELD, _MOST_SHARE = 2, 0.5
# Likeness (Dice) of the links of two stems that stand for each other, and that of those that may without one link.
_LIKENESS, _LIKENESS_IN_ALL = 0.6, 0.5
# Added to the expected value, whose root is the standard deviation, so that little is no evidence.
_SLACK = 2.0


def learned_from(contents: Pair[Sequence[Content]], links: Sequence[Candidate]) -> Learned | None:
    """Return how much more than usual the learned words of a candidate say; None if there are too few links."""
    if len(links) < _FEWEST_LINKS:
        return None
    table = _table(contents, links)
    rows = [sum(row) / len(row) for row in table]
    columns = [sum(column) / len(column) for column in zip(*table, strict=True)]
    mean = sum(rows) / len(rows)
    if not mean:
        return None

    def learned(lefts: range, rights: range) -> float:
        found = sum([table[left][right] for left in lefts for right in rights])
        expected = sum([rows[left] for left in lefts]) * sum([columns[right] for right in rights]) / mean
        return float(found - expected) / sqrt(expected + _SLACK)

    return learned


def _table(contents: Pair[Sequence[Content]], links: Sequence[Candidate]) -> list[list[float]]:
    """Return for each left paragraph and each right one the sum of what their learned words say."""
    stems = contents.map(_telling)
    in_links = Pair(
        [_union([stems.left[at] for at in link.indices.left]) for link in links],
        [_union([stems.right[at] for at in link.indices.right]) for link in links],
    )
    held = in_links.map(lambda side: Counter(stem for found in side for stem in found))
    together = Counter((own, other) for left, right in zip(*in_links, strict=True) for own in left for other in right)
    link_of = Pair(
        {at: number for number, link in enumerate(links) for at in link.indices.left},
        {at: number for number, link in enumerate(links) for at in link.indices.right},
    )
    places = stems.map(_places)
    best: Pair[dict[tuple[int, int], dict[str, float]]] = Pair({}, {})
    often = [(pair, count) for pair, count in together.items() if count >= _LEAST_HELD]
    for (own, other), count in sorted(often):
        counts = _Counts(count, held.left[own], held.right[other], len(links))
        if 2 * count < _LIKENESS_IN_ALL * (counts.own + counts.other):
            continue
        lefts = [_Held.of(at, link_of.left.get(at), other, in_links.right) for at in places.left[own]]
        rights = [_Held.of(at, link_of.right.get(at), own, in_links.left) for at in places.right[other]]
        for place, value in _values(lefts, rights, counts):
            for side, stem in ((best.left, own), (best.right, other)):
                cell = side.setdefault(place, {})
                cell[stem] = max(cell.get(stem, 0.0), value)
    table = [[0.0] * len(contents.right) for _ in contents.left]
    for place, cell in best.left.items():
        table[place[0]][place[1]] = min(sum(cell.values()), sum(best.right[place].values()))
    return table


class _Held(NamedTuple):
    """A paragraph with a stem, its link if it has one, and whether the other side of the link has the other stem."""

    paragraph: int
    link: int | None
    has_both: bool

    @classmethod
    def of(cls, at: int, link: int | None, counterpart: str, opposite: Sequence[frozenset[str]]) -> "_Held":
        """Return the value for a paragraph; `opposite` has the stems of each link on the other side."""
        return cls(at, link, link is not None and counterpart in opposite[link])


class _Counts(NamedTuple):
    """The links that have both of two stems, the left one and the right one, and all links."""

    together: int
    own: int
    other: int
    links: int


def _values(
    lefts: Iterable[_Held], rights: Sequence[_Held], counts: _Counts
) -> Iterator[tuple[tuple[int, int], float]]:
    """Yield what two stems say of each two paragraphs that have them, without the links of these; never nought."""
    together, own, other, links = counts
    # In the same link or not, it depends on nothing else.
    same = _value(together - 1, own - 1, other - 1, links - 1)
    apart: dict[tuple[bool, bool, bool, bool], float] = {}
    for left, on_link, left_has in lefts:
        on_left = on_link is not None
        for right, link, right_has in rights:
            if on_left and on_link == link:
                value = same
            else:
                on_right = link is not None
                kind = on_left, left_has, on_right, right_has
                if kind not in apart:
                    apart[kind] = _value(
                        together - left_has - right_has,
                        own - on_left - right_has,
                        other - on_right - left_has,
                        links - on_left - on_right,
                    )
                value = apart[kind]
            if value > 0:
                yield (left, right), value


# The counts are small, and the same ones come again and again.
@lru_cache(maxsize=1 << 14)
def _value(together: int, own: int, other: int, links: int) -> float:
    """Return what two stems say that are in `own` and `other` links, and in `together` of them at once."""
    if together < 1 or 2 * together < _LIKENESS * (own + other):
        return 0.0
    return together * log(together * links / (own * other))


def _telling(side: Sequence[Content]) -> list[frozenset[str]]:
    """Return the stems of each paragraph that some paragraphs have, and not most."""
    counts = Counter(stem for content in side for stem in content.stems)
    most = max(_LEAST_HELD, _MOST_SHARE * len(side))
    telling = frozenset({stem for stem, count in counts.items() if _LEAST_HELD <= count <= most})
    return [telling.intersection(content.stems) for content in side]


def _union(parts: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*parts)


def _places(side: Sequence[frozenset[str]]) -> dict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for at, stems in enumerate(side):
        for stem in stems:
            found[stem].append(at)
    return found
