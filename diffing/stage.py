"""A comparison on its way: every row in its place, and the rows whose words are still to be compared.

    stage of 4 rows, 2 pending      1 unchanged   2 pending   3 added   4 pending
    the next one, 1 pending         1 unchanged   2 edited    3 added   4 pending
    the last one, none pending      its `comparison` is what `compare` returns

The module is separate from `diffing.progressive`, which makes stages: a front end that shows them need not load the
engine.
"""

from collections.abc import Callable
from dataclasses import dataclass

from diffing.model import Comparison, Row

Progress = Callable[[str, float], None]
"""Callback that takes the step at work, in words, and the share of it that is done, 0..1."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A valid comparison, and the rows of it that are pending: their words are still to be compared.

    `pending` are 0-based indices of rows with both sides. A pending row has one span, which replaces all of its left
    text by all of its right one; its kind means only that the texts differ, and its words are not counted.
    """

    comparison: Comparison
    pending: frozenset[int] = frozenset()

    @property
    def rows(self) -> tuple[Row, ...]:
        """Rows of the comparison, in reading order."""
        return self.comparison.rows

    @property
    def is_finished(self) -> bool:
        """True if the words of every row are compared."""
        return not self.pending

    def is_of_same_pairing(self, other: "Stage") -> bool:
        """Return whether both stages compare the same article values, and have the same pairs in the same rows.

        The reader may have put pairs right in between.
        """
        own, others = self.comparison, other.comparison
        if own.left is not others.left or own.right is not others.right or len(own.rows) != len(others.rows):
            return False
        return own.parted == others.parted and all(
            (one.left, one.right, one.pinned) == (two.left, two.right, two.pinned)
            for one, two in zip(own.rows, others.rows, strict=True)
        )
