"""Stretches of two sequences: areas that stand against each other, runs that both have, ends in common."""

from collections.abc import Sequence
from typing import NamedTuple


class Area(NamedTuple):
    """Units `left_start`..`left_end` with `right_start`..`right_end`; a side may be empty."""

    left_start: int
    left_end: int
    right_start: int
    right_end: int


class Run(NamedTuple):
    """`length` units that both sides have, from `left` on the one and from `right` on the other."""

    left: int
    right: int
    length: int

    @property
    def left_end(self) -> int:
        """The place after the last unit on the left."""
        return self.left + self.length

    @property
    def right_end(self) -> int:
        """The place after the last unit on the right."""
        return self.right + self.length


def gaps(area: Area, runs: Sequence[Run]) -> list[Area]:
    """What stands before, between and behind the runs of an area; one more than there are runs."""
    starts = [(area.left_start, area.right_start), *((run.left_end, run.right_end) for run in runs)]
    ends = [*((run.left, run.right) for run in runs), (area.left_end, area.right_end)]
    return [Area(i, k, j, m) for (i, j), (k, m) in zip(starts, ends, strict=True)]


def common_ends(left: Sequence[object], right: Sequence[object]) -> tuple[int, int]:
    """How many items two sequences have in common at the start and at the end, which do not overlap.

    abXcd, abYYd   ->   (2, 1)
    """
    shorter = min(len(left), len(right))
    head = 0
    while head < shorter and left[head] == right[head]:
        head += 1
    tail = 0
    while tail < shorter - head and left[-1 - tail] == right[-1 - tail]:
        tail += 1
    return head, tail
