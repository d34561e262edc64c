"""Groups of neighbouring paragraphs that could correspond to one paragraph of the other side.

    left 4   "Talks resumed on Monday. Oil fell 3 %."        right 6  "Talks resumed on Monday."
                                                             right 7  "Oil fell by 3 % afterwards."

    4-6 and 4-7 grow to 4-(6 7), scored on the joined text of 6 and 7

A group has the log-odds of a pair. In addition, each paragraph at one of its edges has log-odds that it belongs to the
group and would not fit better without it.
"""

from collections.abc import Iterable
from math import log
from typing import NamedTuple

from diffing.alignment.candidates import Candidate, CandidateSide, Grid
from diffing.alignment.scorer import Cells, misfit
from diffing.alignment.similarity import Profile
from diffing.text.sequences import order


def candidates(grid: Grid) -> list[Candidate]:
    """Return everything that could correspond: pairs, groups on the left, groups on the right."""
    pairs = grid.pairs()
    near = grid.options.seeds
    seeds = [
        (pair.left, pair.right)
        for pair in pairs
        if pair.right in grid.left.best[pair.left][:near] or pair.left in grid.right.best[pair.right][:near]
    ]
    across = GroupGrower(grid, grid.left, grid.right, tilt=grid.tilt).grow(seeds)
    down = GroupGrower(grid, grid.right, grid.left, tilt=1 / grid.tilt).grow([(right, left) for left, right in seeds])
    return [*pairs, *across, *(group.swapped() for group in down)]


class GrownGroup(NamedTuple):
    """A group so far: its joined text, its similarity to its partner, and the sum of the log-odds of its extensions."""

    text: Profile
    similarity: float
    bonus: float


class GroupGrower:
    """Groups of paragraphs on one side (`many`) against one paragraph of the other (`single`)."""

    def __init__(self, grid: Grid, many: CandidateSide, single: CandidateSide, tilt: float) -> None:
        self.grid = grid
        self.many = many
        self.single = single
        self.tilt = tilt
        self._joined: dict[tuple[int, int], Profile] = {}

    def grow(self, seeds: Iterable[tuple[int, int]]) -> list[Candidate]:
        """Return all groups that start from a seed (index in many, index in single) and gain by every extension."""
        many = self.many
        grown = {
            (part, part + 1, single): GrownGroup(many.own[part], many.similarity[part][single], 0.0)
            for part, single in seeds
        }
        frontier = list(grown)
        candidates = []
        for _ in range(1, self.grid.options.group_size):
            longer = {
                group: None
                for start, end, single in frontier
                for group in ((start - 1, end, single), (start, end + 1, single))
                if group[0] >= 0 and group[1] <= len(many.own)
            }
            frontier = []
            for start, end, single in longer:
                group = self._extended(start, end, single, grown)
                if group is not None:
                    grown[start, end, single] = group
                    frontier.append((start, end, single))
                    candidates.append(self._candidate(start, end, single, group))
        return candidates

    def joined(self, start: int, end: int, single: int) -> Candidate | None:
        """Return the group of paragraphs start..end with `single`, if both its edges belong to it."""
        group = self._extended(start, end, single, {})
        return group and self._candidate(start, end, single, group)

    def _text(self, start: int, end: int) -> Profile:
        """Return the paragraphs start..end joined."""
        if end - start == 1:
            return self.many.own[start]
        found = self._joined.get((start, end))
        if found is None:
            found = self.grid.features.joined(self._text(start, end - 1), self.many.own[end - 1])
            self._joined[start, end] = found
        return found

    def _extended(
        self, start: int, end: int, single: int, grown: dict[tuple[int, int, int], GrownGroup]
    ) -> GrownGroup | None:
        """Return the group if both its edges belong to it, else None.

        The weaker edge counts as the last extension.
        """
        features, partner = self.grid.features, self.single.own[single]
        similarities, own = self.many.similarity, self.many.own
        if similarities[start][single] == 0 or similarities[end - 1][single] == 0:
            return None
        ends = [(start, start + 1, end), (end - 1, start, end - 1)]
        if similarities[end - 1][single] < similarities[start][single]:
            ends.reverse()  # the edge that fails more often first
        length = sum(part.length for part in own[start:end]) + end - start - 1
        fit = misfit(length, partner.length, self.tilt, self.grid.options)
        edges = []
        for edge, rest_start, rest_end in ends:
            key = own[edge].key
            if any(part.key == key for part in own[rest_start:rest_end]):
                return None  # a repeated line adds nothing to the joined text
            rest_length = length - own[edge].length - 1
            rest_fit = misfit(rest_length, partner.length, self.tilt, self.grid.options)
            numbers = (
                similarities[edge][single] - self.many.rivalry(edge, single, single + 1).similarity,
                abs(rest_fit) - abs(fit),
                max(0.0, -fit),
                log((length + 1) / (rest_length + 1)),
                1.0,
            )
            rest_text = self._text(rest_start, rest_end)
            if self.grid.scorer.is_hopeless((features.most_rise(rest_text, own[edge], partner), *numbers)):
                return None
            edges.append((rest_start, rest_end, rest_text, numbers))
        text = self._text(start, end)
        similarity, _ = features.compare(text, partner)
        found = []
        for rest_start, rest_end, rest_text, numbers in edges:
            rest = grown.get((rest_start, rest_end, single))
            rise = similarity - (rest.similarity if rest else features.compare(rest_text, partner)[0])
            odds = self.grid.scorer.extension_odds(
                self._cells(start, end, single), self._cells(rest_start, rest_end, single), (rise, *numbers)
            )
            if odds <= self.grid.options.extension_floor:
                return None
            found.append((odds, rest.bonus if rest else 0.0))
        odds, bonus = min(found)
        return GrownGroup(text, similarity, odds + bonus)

    def _cells(self, start: int, end: int, single: int) -> Cells:
        """Return the cells of a group of `many` with one paragraph of `single`, left before right."""
        return (start, end, single, single + 1) if self.many is self.grid.left else (single, single + 1, start, end)

    def _candidate(self, start: int, end: int, single: int, group: GrownGroup) -> Candidate:
        """Return the candidate of a group."""
        features, partner = self.grid.features, self.single.own[single]
        # On the single side, the rival is the paragraph most like any member of the group. The joined text is compared.
        rivalries = [self.many.rivalry(part, single, single + 1) for part in range(start, end)]
        strongest = max(rivalries, key=lambda rivalry: rivalry.similarity)
        there, there_order = strongest.similarity, self.grid.options.missing_rival_order
        if strongest.paragraph is not None:
            rival = self.single.own[strongest.paragraph]
            there = max(there, features.compare(group.text, rival)[0])
            there_order = order(group.text.sequence, rival.sequence)
        here = self.single.rivalry(single, start, end)
        if here.paragraph is not None:
            there_order = max(there_order, order(self.many.own[here.paragraph].sequence, partner.sequence))
        numbers = (
            group.similarity - there,
            group.similarity - here.similarity,
            (max(rivalry.background for rivalry in rivalries) + here.background) / 2,
            features.compare(group.text, partner)[1],
            order(group.text.sequence, partner.sequence) - there_order,
            abs(misfit(group.text.length, partner.length, self.tilt, self.grid.options)),
            1.0,
            1.0,
        )
        odds = self.grid.scorer.pair_odds(self._cells(start, end, single), numbers)
        return Candidate(start, end, single, single + 1, group.similarity, odds, group.bonus)
