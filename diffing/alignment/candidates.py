"""Pairs of paragraphs that could correspond, each with its log-odds.

    left 4   "Talks resumed on Monday. Oil fell 3 %."        right 6  "Talks resumed on Monday."
                                                             right 7  "Oil fell by 3 % afterwards."

    candidates:  4-6   4-7   (and the group 4-(6 7): see groups.py)

Similarity is not enough: all paragraphs of an article are about its subject. The log-odds that two paragraphs
correspond are a weighted sum of seven numbers:

    lead (2)      how much more alike the two are than each is to its best other partner (its rival), on either side
    background    how alike each is to the next best few
    containment   the share of the heavier text that the shared words make up
    order         the share of words in the same order, less that of the rival
    misfit        how far the lengths are from the usual ratio
    group         whether one side has several paragraphs
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from typing import NamedTuple

from diffing.alignment.options import Options
from diffing.alignment.scorer import Numbers, Scorer, misfit, usual_tilt
from diffing.alignment.similarity import Features, Profile
from diffing.model import Pair
from diffing.text.sequences import order


class Candidate(NamedTuple):
    """A possible link: left paragraphs left..left_end with right..right_end, ends excluded.

    `odds` are the log-odds that the joined texts correspond. `bonus` is the sum of the log-odds of the extensions by
    which a group grew. `gap` are paragraphs of each side that stand between those of the link and are not of it.
    """

    left: int
    left_end: int
    right: int
    right_end: int
    similarity: float
    odds: float
    bonus: float
    gap: Pair[tuple[int, ...]] = Pair((), ())

    @property
    def is_group(self) -> bool:
        """True if one of the sides has several paragraphs."""
        return self.left_end - self.left + self.right_end - self.right > 2

    @property
    def worth(self) -> float:
        """The weight of the candidate when candidates are chosen."""
        return self.odds + self.bonus

    @property
    def pairs(self) -> int:
        """The number of pairs of paragraphs that the candidate links."""
        lefts = self.left_end - self.left - len(self.gap.left)
        return lefts * (self.right_end - self.right - len(self.gap.right))

    @property
    def indices(self) -> Pair[tuple[int, ...]]:
        """The paragraphs of both sides."""
        left, left_end, right, right_end, *_, gap = self
        return Pair(_indices(left, left_end, gap.left), _indices(right, right_end, gap.right))

    def swapped(self) -> "Candidate":
        """Return this candidate with the sides exchanged."""
        return self._replace(
            left=self.right,
            left_end=self.right_end,
            right=self.left,
            right_end=self.left_end,
            gap=self.gap.swapped(),
        )


def _indices(start: int, end: int, gap: tuple[int, ...]) -> tuple[int, ...]:
    if end - start == 1:
        return (start,)
    return tuple([at for at in range(start, end) if at not in gap]) if gap else tuple(range(start, end))


class Rivalry(NamedTuple):
    """The evidence against a pair on one side.

    `paragraph` is the best other partner (None without any), `similarity` is its similarity, and `background` is the
    mean similarity of the best few others.
    """

    paragraph: int | None
    similarity: float
    background: float


class CandidateSide:
    """The paragraphs of one side, each with its best partners on the other side, best first."""

    def __init__(
        self, own: Sequence[Profile], other: Sequence[Profile], similarity: Sequence[Sequence[float]], options: Options
    ) -> None:
        self.own = own
        self.other = other
        self.similarity = similarity
        self.options = options
        self._rivalries: dict[tuple[int, int, int], Rivalry] = {}
        self._repeats = _repeats(other)
        counts, equals = Counter(profile.key for profile in own), Counter(profile.key for profile in other)
        self._spare = {at for at, profile in enumerate(own) if counts[profile.key] > equals[profile.key] > 0}
        kept = options.rivals + options.group_size
        self.best = [_best(own, row, len(similarity), kept) for own, row in enumerate(similarity)]
        self.settled: dict[int, float] = {}
        """Paragraphs of the other side with a nearly equal partner, and the similarity of the two."""

    def rivalry(self, own: int, start: int, end: int) -> Rivalry:
        """Return the rivals of the other side's paragraphs start..end for paragraph `own` of this side.

        A copy of the partner is no rival: a repeated line fits equally well in several places, and its neighbours
        decide which one. Nor is the equal one of a paragraph that this side has more often: it belongs to another of
        them. Nor is a line that stands in the partner word for word, such as a pull quote: what it shares with this
        paragraph, the partner shares too. Nor is a paragraph that repeats much of this one, such as an excerpt, and has
        a nearly equal partner: it belongs there. An article that is too short to have rivals is given rivals of the
        usual similarity of unrelated texts.
        """
        found = self._rivalries.get((own, start, end))
        if found is None:
            found = self._found_rivalry(own, start, end)
            self._rivalries[own, start, end] = found
        return found

    def _found_rivalry(self, own: int, start: int, end: int) -> Rivalry:
        """Return the rivals, of which only as many are weighed as are counted."""
        row, best = self.similarity[own], self.best[own]
        copied, settled, rivals = self.options.copied, self.settled, self.options.rivals
        spare = own in self._spare
        if end - start == 1 and (repeats := self._repeats.get(start)):
            best = [index for index in best if index not in repeats]
        others = [index for index in best if not start <= index < end]
        if settled or spare:
            others = [
                index
                for index in others
                if not (copied <= row[index] < settled.get(index, 0.0) or (spare and row[index] == 1.0))
            ]
        values = [row[index] for index in others[:rivals]]
        values += [self.options.missing_rival] * (rivals - len(values))
        return Rivalry(others[0] if others else None, values[0], sum(values) / rivals)


def _repeats(side: Sequence[Profile]) -> dict[int, list[int]]:
    """Return the paragraphs of a side that repeat another one, by that one.

    Its copies do, and lines of at most half its length that stand in it word for word.
    """
    words = [f" {profile.key} " for profile in side]
    found: defaultdict[int, list[int]] = defaultdict(list)
    for at, text in enumerate(words):
        for index, line in enumerate(words):
            if (line == text or (2 * len(line) <= len(text) and line in text)) and index != at:
                found[at].append(index)
    return found


def _best(own: int, row: Sequence[float], count: int, kept: int) -> list[int]:
    """Return the indices of the greatest values, greatest first.

    Among equal ones, the index nearest to the same relative position in the text comes first.
    """
    ranked = sorted(range(len(row)), key=row.__getitem__, reverse=True)
    if len(ranked) > 1 and row[ranked[0]] == row[ranked[1]] > 0:
        ranked.sort(key=lambda index: (-row[index], abs(index * count - own * len(row))))
    return ranked[:kept]


class Grid:
    """Every paragraph of the left against every one of the right."""

    def __init__(
        self,
        features: Features,
        options: Options,
        scorer: Scorer | None = None,
        closed: Iterable[tuple[int, int]] = (),
    ) -> None:
        """Compare every paragraph with every other; the pairs that are `closed` have nothing in common."""
        self.features = features
        self._closed = frozenset((*closed, *features.apart()))
        self.scorer = scorer or Scorer(options)
        sides = features.profiles
        self.options = options
        rows, self.containment = features.tables()
        for left, right in self._closed:
            rows[left][right] = self.containment[left][right] = 0.0
        columns = [list(column) for column in zip(*rows, strict=True)]
        self.left = CandidateSide(sides.left, sides.right, rows, options)
        self.right = CandidateSide(sides.right, sides.left, columns, options)
        for side, there in ((self.left, self.right), (self.right, self.left)):
            most = ((at, there.similarity[at][best[0]]) for at, best in enumerate(there.best) if best)
            side.settled = {at: similarity for at, similarity in most if similarity >= options.settled}
        self.tilt = usual_tilt(
            (self.left.own[own].length, self.right.own[best[0]].length)
            for own, best in enumerate(self.left.best)
            if self.right.best[best[0]][0] == own and rows[own][best[0]] > 0
        )
        self._orders: dict[tuple[int, int], float] = {}

    def is_closed(self, left: int, right: int) -> bool:
        """Return whether two paragraphs must not be in one link."""
        return (left, right) in self._closed

    def with_options(self, options: Options) -> "Grid":
        """Return this grid, weighed with other options."""
        grid = copy(self)
        grid.options, grid.scorer = options, Scorer(options)
        return grid

    def pairs(self) -> list[Candidate]:
        """Return the pairs of one paragraph with one that are among the best partners of either."""
        shown = self.options.partners
        cells = {(left, right) for left, best in enumerate(self.left.best) for right in best[:shown]}
        cells |= {(left, right) for right, best in enumerate(self.right.best) for left in best[:shown]}
        cells.update(self._copies())
        cells.difference_update(self._closed)
        similarity = self.left.similarity
        return [
            Candidate(left, left + 1, right, right + 1, similarity[left][right], self._odds(left, right), 0.0)
            for left, right in sorted(cells)
        ]

    def _copies(self) -> Iterator[tuple[int, int]]:
        """Yield the copies of repeated lines, paired in order: from the first on, and from the last back."""
        places: dict[str, Pair[list[int]]] = {}
        for at, profile in enumerate(self.left.own):
            places.setdefault(profile.key, Pair([], [])).left.append(at)
        for at, profile in enumerate(self.right.own):
            places.setdefault(profile.key, Pair([], [])).right.append(at)
        for here, there in places.values():
            if len(here) > 1 or len(there) > 1:
                yield from zip(here, there, strict=False)
                yield from zip(reversed(here), reversed(there), strict=False)

    def repeated(self) -> Pair[frozenset[int]]:
        """Return the paragraphs of each side that it has more than once."""
        sides = Pair(self.left.own, self.right.own)
        counts = sides.map(lambda side: Counter(profile.key for profile in side))
        return Pair(
            frozenset(at for at, profile in enumerate(sides.left) if counts.left[profile.key] > 1),
            frozenset(at for at, profile in enumerate(sides.right) if counts.right[profile.key] > 1),
        )

    def _odds(self, left: int, right: int) -> float:
        odds = self.scorer.pair_odds((left, left + 1, right, right + 1), self._numbers(left, right))
        # Among nearly equal paragraphs, an equal pair leads its rivals by very little. It is certain nevertheless.
        is_same = self.left.own[left].key == self.right.own[right].key
        return max(odds, self.options.certain) if is_same else odds

    def _numbers(self, left: int, right: int) -> Numbers:
        """Return the numbers of a pair, in the order of PairWeights."""
        similarity = self.left.similarity[left][right]
        there = self.left.rivalry(left, right, right + 1)
        here = self.right.rivalry(right, left, left + 1)
        orders = []
        if there.paragraph is not None:
            orders.append(self._order(left, there.paragraph))
        if here.paragraph is not None:
            orders.append(self._order(here.paragraph, right))
        return (
            similarity - there.similarity,
            similarity - here.similarity,
            (there.background + here.background) / 2,
            self.containment[left][right],
            self._order(left, right) - max(orders, default=self.options.missing_rival_order),
            abs(misfit(self.left.own[left].length, self.right.own[right].length, self.tilt, self.options)),
            0.0,
            1.0,
        )

    def _order(self, left: int, right: int) -> float:
        found = self._orders.get((left, right))
        if found is None:
            found = self._orders[left, right] = order(self.left.own[left].sequence, self.right.own[right].sequence)
        return found
