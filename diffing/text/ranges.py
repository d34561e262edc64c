"""Ranges of two sequences: the ranges that stand against each other, and those that are equal.

left   a b X c        right  a b Y Y c        equal ranges: a b and c; between them X against Y Y
"""

from collections.abc import Sequence
from typing import NamedTuple


class RangePair(NamedTuple):
    """Items `left_start`..`left_end` of the left sequence with `right_start`..`right_end`; one range may be empty."""

    left_start: int
    left_end: int
    right_start: int
    right_end: int


class EqualRange(NamedTuple):
    """`length` items that both sequences have, from `left` on in the one and from `right` on in the other."""

    left: int
    right: int
    length: int

    @property
    def left_end(self) -> int:
        """The index after the last item on the left."""
        return self.left + self.length

    @property
    def right_end(self) -> int:
        """The index after the last item on the right."""
        return self.right + self.length


def gaps(ranges: RangePair, equal_ranges: Sequence[EqualRange]) -> list[RangePair]:
    """Return the ranges before, between and behind equal ranges: one more than there are equal ranges."""
    starts = [(ranges.left_start, ranges.right_start), *((equal.left_end, equal.right_end) for equal in equal_ranges)]
    ends = [*((equal.left, equal.right) for equal in equal_ranges), (ranges.left_end, ranges.right_end)]
    return [RangePair(i, k, j, m) for (i, j), (k, m) in zip(starts, ends, strict=True)]


def common_ends(left: Sequence[object], right: Sequence[object]) -> tuple[int, int]:
    """Return how many items two sequences have in common at the start and at the end, without overlap.

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
