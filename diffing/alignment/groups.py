"""Runs of neighbouring paragraphs that could correspond to one of the other side.

    left 4   "Talks resumed on Monday. Oil fell 3 %."        right 6  "Talks resumed on Monday."
                                                             right 7  "Oil fell by 3 % afterwards."

    4-6 and 4-7 grow to 4-(6 7), judged on the joined text of 6 and 7

A run has the log-odds of a pair, and others of its own for each paragraph at its edges: that the paragraph belongs to
it and would not be better alone.
"""

from collections.abc import Iterable
from math import log
from typing import NamedTuple

from diffing.alignment.candidates import Candidate, Grid, Side
from diffing.alignment.scorer import Cells, misfit
from diffing.alignment.similarity import Profile
from diffing.text.sequences import order


def candidates(grid: Grid) -> list[Candidate]:
    """All that could correspond: pairs, runs on the left, runs on the right."""
    pairs = grid.pairs()
    near = grid.options.seeds
    seeds = [
        (pair.left, pair.right)
        for pair in pairs
        if pair.right in grid.left.best[pair.left][:near] or pair.left in grid.right.best[pair.right][:near]
    ]
    across = Runs(grid, grid.left, grid.right, tilt=grid.tilt).grow(seeds)
    down = Runs(grid, grid.right, grid.left, tilt=1 / grid.tilt).grow([(right, left) for left, right in seeds])
    return [*pairs, *across, *(run.swapped() for run in down)]


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
            if self.grid.scorer.is_hopeless((features.most_rise(rest.text, own[edge], partner), *numbers)):
                return None
            edges.append((edge, rest, numbers))
        text = self._text(start, end)
        similarity, _ = features.compare(text, partner)
        found = []
        for edge, rest, numbers in edges:
            rise = similarity - rest.similarity
            rest_start, rest_end = (start + 1, end) if edge == start else (start, end - 1)
            odds = self.grid.scorer.extension_odds(
                self._cells(start, end, single), self._cells(rest_start, rest_end, single), (rise, *numbers)
            )
            if odds <= self.grid.options.extension_floor:
                return None
            found.append((odds, rest.bonus))
        odds, bonus = min(found)
        return Grown(text, similarity, odds + bonus)

    def _cells(self, start: int, end: int, single: int) -> Cells:
        """Return the cells of a group of `many` with one paragraph of `single`, left before right."""
        return (start, end, single, single + 1) if self.many is self.grid.left else (single, single + 1, start, end)

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
        odds = self.grid.scorer.pair_odds(self._cells(start, end, single), numbers)
        return Candidate(start, end, single, single + 1, run.similarity, odds, run.bonus)
