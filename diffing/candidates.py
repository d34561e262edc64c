"""Which paragraphs could correspond, and how likely each possibility is by itself.

    left 4   "Talks resumed on Monday. Oil fell 3 %."        right 6  "Talks resumed on Monday."
                                                             right 7  "Oil fell by 3 % afterwards."

    candidates:  4-6   4-7   and the run 4-(6 7), judged on the joined text of 6 and 7

Being alike is not enough: every paragraph of an article is about its subject. What counts is how much
more alike two texts are than each is to the other texts of the other side (its rivals, and what is
usual there: the background), whether the words come in the same order, how much of the heavier text
the shared words make up, and whether the lengths fit. Seven numbers, weighed and added, are the
log-odds that the two correspond. A run has log-odds of its own for each paragraph at its edges: that
the paragraph belongs to it and would not be better alone.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import exp, log
from operator import mul
from statistics import median
from typing import NamedTuple

from diffing.model import Pair
from diffing.options import Options
from diffing.similarity import Features, Profile, order

ROUNDING = 1e-6
"""Log-odds that rounding may change, and much more."""

Numbers = tuple[float, ...]
"""What speaks for a candidate or an extension, in the order of its weights (see options)."""


class Candidate(NamedTuple):
    """A possible link: left paragraphs left..left_end with right..right_end, ends excluded.

    `odds` are the log-odds that the joined texts correspond. `bonus` is what the extensions of a run add
    to its value among other candidates.
    """

    left: int
    left_end: int
    right: int
    right_end: int
    similarity: float
    odds: float
    bonus: float

    @property
    def is_run(self) -> bool:
        """Whether one of the sides has several paragraphs."""
        return self.left_end - self.left + self.right_end - self.right > 2

    @property
    def worth(self) -> float:
        """What the candidate is worth among others."""
        return self.odds + self.bonus

    @property
    def pairs(self) -> int:
        """How many pairs of paragraphs the candidate links."""
        return (self.left_end - self.left) * (self.right_end - self.right)

    @property
    def indices(self) -> Pair[tuple[int, ...]]:
        """The paragraphs of both sides."""
        return Pair(tuple(range(self.left, self.left_end)), tuple(range(self.right, self.right_end)))

    def swapped(self) -> "Candidate":
        """The same possibility with the sides exchanged."""
        return self._replace(left=self.right, left_end=self.right_end, right=self.left, right_end=self.left_end)


class Rivalry(NamedTuple):
    """What stands against a pair on one side.

    The best other partner (none without any other), how similar it is, and the mean of the best few others.
    """

    paragraph: int | None
    similarity: float
    background: float


class Side:
    """The paragraphs of one side, each with its best partners on the other side, best first."""

    def __init__(
        self, own: Sequence[Profile], other: Sequence[Profile], similarity: Sequence[Sequence[float]], options: Options
    ) -> None:
        self.own = own
        self.other = other
        self.similarity = similarity
        self.options = options
        self._rivalries: dict[tuple[int, int, int], Rivalry] = {}
        self._has_copies = len({profile.key for profile in other}) < len(other)
        kept = options.rivals + options.run_length
        self.best = [_best(own, row, len(similarity), kept) for own, row in enumerate(similarity)]

    def rivalry(self, own: int, start: int, end: int) -> Rivalry:
        """The rivals of the other side's paragraphs start..end for one of ours.

        Copies of the partner are none: a line repeated is as good in one place as in another, and its neighbours
        decide which. An article too short to have others is treated as if strangers stood there.
        """
        found = self._rivalries.get((own, start, end))
        if found is None:
            row = self.similarity[own]
            others = [index for index in self.best[own] if not start <= index < end]
            if self._has_copies and end - start == 1:
                key = self.other[start].key
                others = [index for index in others if self.other[index].key != key]
            values = [row[index] for index in others[: self.options.rivals]]
            values += [self.options.stranger] * (self.options.rivals - len(values))
            found = Rivalry(others[0] if others else None, values[0], sum(values) / len(values))
            self._rivalries[own, start, end] = found
        return found


def _best(own: int, row: Sequence[float], count: int, kept: int) -> list[int]:
    """The indices of the greatest values, greatest first; of equal ones that nearest to the same place in the text."""
    ranked = sorted(range(len(row)), key=row.__getitem__, reverse=True)
    if len(ranked) > 1 and row[ranked[0]] == row[ranked[1]] > 0:
        ranked.sort(key=lambda index: (-row[index], abs(index * count - own * len(row))))
    return ranked[:kept]


class Grid:
    """Every paragraph of the left against every one of the right."""

    def __init__(self, features: Features, options: Options) -> None:
        self.features = features
        sides = features.profiles
        self.options = options
        compare = features.compare
        table = [[compare(left, right) for right in sides.right] for left in sides.left]
        rows = [[cell[0] for cell in row] for row in table]
        columns = [list(column) for column in zip(*rows, strict=True)]
        self.containment = [[cell[1] for cell in row] for row in table]
        self.left = Side(sides.left, sides.right, rows, options)
        self.right = Side(sides.right, sides.left, columns, options)
        self.tilt = usual_tilt(
            (self.left.own[own].length, self.right.own[best[0]].length)
            for own, best in enumerate(self.left.best)
            if self.right.best[best[0]][0] == own and rows[own][best[0]] > 0
        )
        self._orders: dict[tuple[int, int], float] = {}

    def candidates(self) -> list[Candidate]:
        """All that could correspond: pairs, runs on the left, runs on the right."""
        pairs = self.pairs()
        near = self.options.seeds
        seeds = [
            (pair.left, pair.right)
            for pair in pairs
            if pair.right in self.left.best[pair.left][:near] or pair.left in self.right.best[pair.right][:near]
        ]
        across = Runs(self, self.left, self.right, tilt=self.tilt).grow(seeds)
        down = Runs(self, self.right, self.left, tilt=1 / self.tilt).grow([(right, left) for left, right in seeds])
        return [*pairs, *across, *(run.swapped() for run in down)]

    def pairs(self) -> list[Candidate]:
        """The pairs of one paragraph with one that are among the best of either."""
        shown = self.options.partners
        cells = {(left, right) for left, best in enumerate(self.left.best) for right in best[:shown]}
        cells |= {(left, right) for right, best in enumerate(self.right.best) for left in best[:shown]}
        cells.update(self._copies())
        similarity = self.left.similarity
        return [
            Candidate(left, left + 1, right, right + 1, similarity[left][right], self._odds(left, right), 0.0)
            for left, right in sorted(cells)
        ]

    def _copies(self) -> Iterator[tuple[int, int]]:
        """Lines that a side repeats, paired in order: from the first on, and from the last back."""
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
        """The paragraphs of each side that it has more than once."""
        sides = Pair(self.left.own, self.right.own)
        counts = sides.map(lambda side: Counter(profile.key for profile in side))
        return Pair(
            frozenset(at for at, profile in enumerate(sides.left) if counts.left[profile.key] > 1),
            frozenset(at for at, profile in enumerate(sides.right) if counts.right[profile.key] > 1),
        )

    def _odds(self, left: int, right: int) -> float:
        return self.pair_odds((left, left + 1, right, right + 1), self._numbers(left, right))

    def _numbers(self, left: int, right: int) -> Numbers:
        """The numbers of a pair, as PairWeights names them."""
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
            self._order(left, right) - max(orders, default=self.options.stranger_order),
            abs(misfit(self.left.own[left].length, self.right.own[right].length, self.tilt, self.options)),
            0.0,
            1.0,
        )

    def _order(self, left: int, right: int) -> float:
        found = self._orders.get((left, right))
        if found is None:
            found = self._orders[left, right] = order(self.left.own[left].sequence, self.right.own[right].sequence)
        return found

    def pair_odds(self, where: tuple[int, int, int, int], numbers: Numbers) -> float:
        """The log-odds that the texts of a pair or run correspond."""
        return weigh(numbers, self.options.pair_weights)

    def is_hopeless(self, numbers: Numbers) -> bool:
        """Whether an extension fails even if the similarity rises as far as it can, so that it need not be measured."""
        odds = weigh(numbers, self.options.extension_weights)
        return self.options.extension_weights.rise >= 0 and odds < self.options.extension_floor - ROUNDING

    def extension_odds(self, runs: "Runs", run: tuple[int, int], edge: int, single: int, numbers: Numbers) -> float:
        """The log-odds that a run is right to include the paragraph at its edge."""
        return weigh(numbers, self.options.extension_weights)


class Grown(NamedTuple):
    """A run so far: its text, its similarity to its partner, and what its extensions were worth."""

    text: Profile
    similarity: float
    bonus: float


class Runs:
    """Runs of paragraphs on one side (many) against one paragraph of the other (single)."""

    def __init__(self, grid: Grid, many: Side, single: Side, tilt: float) -> None:
        self.grid = grid
        self.many = many
        self.single = single
        self.tilt = tilt
        self._joined: dict[tuple[int, int], Profile] = {}

    def grow(self, seeds: Iterable[tuple[int, int]]) -> list[Candidate]:
        """All runs that start from a seed (index in many, index in single) and gain by every extension."""
        many = self.many
        grown = {
            (part, part + 1, single): Grown(many.own[part], many.similarity[part][single], 0.0)
            for part, single in seeds
        }
        frontier = list(grown)
        candidates = []
        for _ in range(1, self.grid.options.run_length):
            longer = {
                run: None
                for start, end, single in frontier
                for run in ((start - 1, end, single), (start, end + 1, single))
                if run[0] >= 0 and run[1] <= len(many.own)
            }
            frontier = []
            for start, end, single in longer:
                run = self._extended(start, end, single, grown)
                if run is not None:
                    grown[start, end, single] = run
                    frontier.append((start, end, single))
                    candidates.append(self._candidate(start, end, single, run))
        return candidates

    def _text(self, start: int, end: int) -> Profile:
        """The paragraphs start..end joined."""
        if end - start == 1:
            return self.many.own[start]
        found = self._joined.get((start, end))
        if found is None:
            found = self.grid.features.joined(self._text(start, end - 1), self.many.own[end - 1])
            self._joined[start, end] = found
        return found

    def _extended(self, start: int, end: int, single: int, grown: dict[tuple[int, int, int], Grown]) -> Grown | None:
        """The run if both its edges belong to it. Its weaker edge counts as the last extension."""
        features, partner = self.grid.features, self.single.own[single]
        similarities, own = self.many.similarity, self.many.own
        if similarities[start][single] == 0 or similarities[end - 1][single] == 0:
            return None
        ends = [(start, start + 1, end), (end - 1, start, end - 1)]
        if similarities[end - 1][single] < similarities[start][single]:
            ends.reverse()  # the likelier failure first
        length = sum(part.length for part in own[start:end]) + end - start - 1
        fit = misfit(length, partner.length, self.tilt, self.grid.options)
        edges = []
        for edge, rest_start, rest_end in ends:
            if own[edge].key in {part.key for part in own[rest_start:rest_end]}:
                return None  # a line said twice is no longer text
            rest = grown.get((rest_start, rest_end, single))
            if rest is None:
                rest_text = self._text(rest_start, rest_end)
                rest = Grown(rest_text, features.compare(rest_text, partner)[0], 0.0)
            rest_fit = misfit(rest.text.length, partner.length, self.tilt, self.grid.options)
            numbers = (
                similarities[edge][single] - self.many.rivalry(edge, single, single + 1).similarity,
                abs(rest_fit) - abs(fit),
                max(0.0, -fit),
                log((length + 1) / (rest.text.length + 1)),
                1.0,
            )
            if self.grid.is_hopeless((features.most_rise(rest.text, own[edge], partner), *numbers)):
                return None
            edges.append((edge, rest, numbers))
        text = self._text(start, end)
        similarity, _ = features.compare(text, partner)
        found = []
        for edge, rest, numbers in edges:
            rise = similarity - rest.similarity
            odds = self.grid.extension_odds(self, (start, end), edge, single, (rise, *numbers))
            if odds <= self.grid.options.extension_floor:
                return None
            found.append((odds, rest.bonus))
        odds, bonus = min(found)
        return Grown(text, similarity, odds + bonus)

    def _candidate(self, start: int, end: int, single: int, run: Grown) -> Candidate:
        features, partner = self.grid.features, self.single.own[single]
        # Over there: the rival is the paragraph most like any of the parts, judged on the joined text.
        rivalries = [self.many.rivalry(part, single, single + 1) for part in range(start, end)]
        strongest = max(rivalries, key=lambda rivalry: rivalry.similarity)
        there, there_order = strongest.similarity, self.grid.options.stranger_order
        if strongest.paragraph is not None:
            rival = self.single.own[strongest.paragraph]
            there = max(there, features.compare(run.text, rival)[0])
            there_order = order(run.text.sequence, rival.sequence)
        here = self.single.rivalry(single, start, end)
        if here.paragraph is not None:
            there_order = max(there_order, order(self.many.own[here.paragraph].sequence, partner.sequence))
        numbers = (
            run.similarity - there,
            run.similarity - here.similarity,
            (max(rivalry.background for rivalry in rivalries) + here.background) / 2,
            features.compare(run.text, partner)[1],
            order(run.text.sequence, partner.sequence) - there_order,
            abs(misfit(run.text.length, partner.length, self.tilt, self.grid.options)),
            1.0,
            1.0,
        )
        where = (start, end, single, single + 1) if self.many is self.grid.left else (single, single + 1, start, end)
        odds = self.grid.pair_odds(where, numbers)
        return Candidate(start, end, single, single + 1, run.similarity, odds, run.bonus)


def usual_tilt(lengths: Iterable[tuple[int, int]]) -> float:
    """The square root of the usual ratio of lengths, right to left: the median over pairs that are likely true.

    The median, for a total would change with every paragraph that only one side has.
    """
    ratios = [log((right + 1) / (left + 1)) for left, right in lengths]
    return exp(median(ratios) / 2) if ratios else 1.0


def misfit(own: int, other: int, tilt: float, options: Options) -> float:
    """How far two lengths (characters) are from the usual ratio, which is the tilt squared, as a logarithm.

    0 if they fit, positive if the other is too long. Swapping the lengths and inverting the tilt changes the sign only.
    """
    slack = options.length_slack
    return log((other / tilt + slack) / (own * tilt + slack))


def weigh(numbers: Numbers, weights: tuple[float, ...]) -> float:
    """Log-odds: each number times its weight, added."""
    return sum(map(mul, numbers, weights), 0.0)
