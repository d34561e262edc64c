"""Blocks of paragraphs that moved together.

left    1 2 3 4 5 6 7        right   1 5 6 7 2 3 4
links   5-2 6-3 7-4 moved up, beside each other on both sides: one block, left 5-7, right 2-4

left    1 2 3 4 5 6          right   1 5 + 6 2 3 4
links   5-2 6-4 moved up, and paragraph 3 was added between them: one block all the same
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from diffing.model import Comparison, Direction, Pair, Row


@dataclass(frozen=True, slots=True)
class MovedBlock:
    """Rows that moved together, in the order that they have on both sides; a paragraph that moved by itself is one too.

    `rows` are 0-based indices of rows. `left` and `right` are the 0-based paragraphs of these rows, rising.
    """

    rows: tuple[int, ...]
    left: tuple[int, ...]
    right: tuple[int, ...]
    direction: Direction | None


def moved_blocks(comparison: Comparison) -> tuple[MovedBlock, ...]:
    """Return the blocks of all moved rows, in the order of the rows. Each moved row is in exactly one.

    Rows are in one block if they follow each other on both sides. Paragraphs that only one side has may stand between
    them: on each side no more of them than rows before them, and than rows behind them. Exchanging the sides changes
    no block.
    """
    rows = comparison.rows
    moved = [at for at, row in enumerate(rows) if row.moved]
    if not moved:
        return ()
    linked = Pair(
        {index for row in rows if row.right for index in row.left},
        {index for row in rows if row.left for index in row.right},
    )
    runs = _joined([[at] for at in moved], rows, linked, most=0)
    return tuple(_block(run, rows) for run in _joined(runs, rows, linked, most=len(moved)))


def _joined(runs: Sequence[list[int]], rows: Sequence[Row], linked: Pair[set[int]], most: int) -> list[list[int]]:
    """Return the runs, those joined that have at most `most` paragraphs between them, and no more than rows in each."""
    found = [list(runs[0])]
    for before, after in pairwise(runs):
        most_here = min(most, len(before), len(after))
        if _follows(rows[before[-1]], rows[after[0]], linked, most_here):
            found[-1].extend(after)
        else:
            found.append(list(after))
    return found


def _follows(before: Row, after: Row, linked: Pair[set[int]], most: int) -> bool:
    """Return whether on both sides only paragraphs of that side stand between two rows, at most `most` of them."""
    return before.direction == after.direction and all(
        own[-1] < others[0] <= own[-1] + 1 + most and taken.isdisjoint(range(own[-1] + 1, others[0]))
        for own, others, taken in (
            (before.left, after.left, linked.left),
            (before.right, after.right, linked.right),
        )
    )


def _block(run: Sequence[int], rows: Sequence[Row]) -> MovedBlock:
    return MovedBlock(
        tuple(run),
        tuple(index for at in run for index in rows[at].left),
        tuple(index for at in run for index in rows[at].right),
        rows[run[0]].direction,
    )
