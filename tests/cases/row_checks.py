"""Checks of rows: which paragraphs are linked, of which kind a row is, what moved, what is furniture.

    moved = [[2, 5]]   ->   "moved are left [3], right [5]"

Each check yields one sentence for each expectation that is not met.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from diffing.model import Pair, Row
from tests.cases.outcome import Outcome, indices


def _numbers(indices: Sequence[int]) -> list[int]:
    return [index + 1 for index in indices]


def _shown(row: Row) -> str:
    return f"{row.kind}{', moved' if row.moved else ''} {_numbers(row.left)} {_numbers(row.right)}"


def links(outcome: Outcome, pairs: Any) -> Iterator[str]:
    expected = {tuple(outcome.paragraphs(Pair(*pair))) for pair in pairs}
    found = {(row.left, row.right) for row in outcome.comparison.rows if row.left and row.right}
    for left, right in sorted(expected - found):
        yield f"{_numbers(left)} is not linked with exactly {_numbers(right)}"
    for left, right in sorted(found - expected):
        yield f"{_numbers(left)} is linked with {_numbers(right)}"


def linked(outcome: Outcome, pairs: Any) -> Iterator[str]:
    for pair in pairs:
        outcome.row_with(pair)
    yield from ()


def apart(outcome: Outcome, pairs: Any) -> Iterator[str]:
    for pair in pairs:
        for row in outcome.rows_with(pair):
            if row.left and row.right:
                yield f"{pair[0]} is linked with {pair[1]}: {_shown(row)}"


def all_linked(outcome: Outcome, value: Any) -> Iterator[str]:
    """Check that no paragraph stands on one side only."""
    if any(not (row.left and row.right) for row in outcome.comparison.rows) is value:
        yield (
            "; ".join(_shown(row) for row in outcome.comparison.rows if not (row.left and row.right))
            or "all are linked"
        )


def alone(outcome: Outcome, value: Any) -> Iterator[str]:
    for row, side, index in _named(outcome, value):
        if row.left and row.right:
            yield f"{side} {index + 1} is linked: {_shown(row)}"


def rows(outcome: Outcome, rows: Any) -> Iterator[str]:
    for left, right, kinds in rows:
        row = outcome.row_with((left, right))
        if row.kind not in kinds.split("|"):
            yield f"not {kinds} but {_shown(row)}"


def moved(outcome: Outcome, pairs: Any) -> Iterator[str]:
    """Check that the moved paragraphs are exactly these."""
    expected = [outcome.paragraphs(Pair(*pair)) for pair in pairs]
    wanted = [
        sorted(index for pair in expected for index in pair.left),
        sorted(index for pair in expected for index in pair.right),
    ]
    rows = [row for row in outcome.comparison.rows if row.moved]
    found = [sorted(index for row in rows for index in row.left), sorted(index for row in rows for index in row.right)]
    if found != wanted:
        yield f"moved are left {_numbers(found[0])}, right {_numbers(found[1])}"


def same(outcome: Outcome, value: Any) -> Iterator[str]:
    if any(row.differs for row in outcome.comparison.rows) is value:
        yield "; ".join(_shown(row) for row in outcome.comparison.rows if row.differs) or "no row differs"


def _named(outcome: Outcome, value: Any) -> Iterator[tuple[Row, str, int]]:
    """Yield each named paragraph with its row and its side."""
    for side, references in value.items():
        article = getattr(outcome.comparison, side)
        for index in indices(article, references):
            yield next(row for row in outcome.comparison.rows if index in getattr(row, side)), side, index


def furniture(outcome: Outcome, value: Any) -> Iterator[str]:
    for row, side, index in _named(outcome, value):
        if not row.furniture:
            yield f"{side} {index + 1} is no furniture: {_shown(row)}"


def story(outcome: Outcome, value: Any) -> Iterator[str]:
    for row, side, index in _named(outcome, value):
        if row.furniture:
            yield f"{side} {index + 1} is furniture: {_shown(row)}"
