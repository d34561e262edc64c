"""Rows that moved together are one block, whichever side is the left one."""

from operator import itemgetter
from typing import Protocol

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffing.comparison import compare, with_directions
from diffing.measures.moved_blocks import MovedBlock, moved_blocks
from diffing.model import Comparison, Direction, Kind, Op, Row, Span
from tests.conftest import MakePair

ADDED, OMITTED, MOVED, KEPT = "added", "omitted", "moved", "kept"


Step = tuple[str, tuple[int, ...], tuple[int, ...]]


class MakeComparison(Protocol):
    def __call__(self, *steps: Step) -> Comparison: ...


@pytest.fixture
def compared(make_pair: MakePair) -> MakeComparison:
    """A comparison whose rows are (what, left, right)."""

    def of(*steps: Step) -> Comparison:
        count = [1 + max(at for step in steps for at in side(step)) for side in (itemgetter(1), itemgetter(2))]
        articles = make_pair(["A."] * count[0], ["A."] * count[1])
        rows = []
        for what, left, right in steps:
            texts = articles.left.text(left), articles.right.text(right)
            kind = {ADDED: Kind.ADDED, OMITTED: Kind.OMITTED}.get(what, Kind.UNCHANGED)
            op = {ADDED: Op.INSERT, OMITTED: Op.DELETE}.get(what, Op.EQUAL)
            rows.append(Row(kind, left, right, what == MOVED, 0.0, (Span(op, *texts),)))
        return Comparison(articles.left, articles.right, with_directions(rows))

    return of


def test_rows_that_follow_each_other_on_both_sides(compared: MakeComparison) -> None:
    found = moved_blocks(
        compared(
            (KEPT, (0,), (0,)),
            (MOVED, (3,), (1,)),
            (MOVED, (4, 5), (2,)),
            (KEPT, (1,), (3,)),
            (KEPT, (2,), (4,)),
            (KEPT, (6,), (5,)),
            (KEPT, (7,), (6,)),
        )
    )
    assert found == (MovedBlock((1, 2), (3, 4, 5), (1, 2), Direction.UP),)


def test_a_paragraph_by_itself_is_a_block_and_nothing_moved_is_none(compared: MakeComparison) -> None:
    single = compared((KEPT, (1,), (0,)), (KEPT, (2,), (1,)), (MOVED, (0,), (2,)))
    assert moved_blocks(single) == (MovedBlock((2,), (0,), (2,), Direction.DOWN),)
    assert moved_blocks(compared((KEPT, (0,), (0,)), (OMITTED, (1,), ()))) == ()


def test_blocks_that_crossed_are_two(compared: MakeComparison) -> None:
    found = moved_blocks(
        compared(
            *[(KEPT, (4 + at,), (at,)) for at in range(4)],
            *[(MOVED, (2 + at,), (4 + at,)) for at in range(2)],
            *[(MOVED, (at,), (6 + at,)) for at in range(2)],
        )
    )
    assert [block.left for block in found] == [(2, 3), (0, 1)]


@pytest.mark.parametrize(("strangers", "blocks"), [(0, 1), (1, 1), (2, 1), (3, 2)])
def test_a_few_paragraphs_of_one_side_may_stand_between(compared: MakeComparison, strangers: int, blocks: int) -> None:
    found = moved_blocks(
        compared(
            *[(MOVED, (9 + at,), (at,)) for at in range(2)],
            *[(ADDED, (), (2 + at,)) for at in range(strangers)],
            *[(MOVED, (11 + at,), (2 + strangers + at,)) for at in range(2)],
            *[(KEPT, (at,), (4 + strangers + at,)) for at in range(9)],
        )
    )
    assert len(found) == blocks


PARAGRAPHS = tuple(
    f"{name} wrote letter {at} about the {thing}."
    for at, (name, thing) in enumerate(
        zip(
            ("Ana", "Bo", "Cleo", "Dan", "Eva", "Finn", "Gro", "Hal"),
            ("harbour", "bakery", "bridge", "school", "weather", "market", "library", "ferry"),
            strict=True,
        )
    )
)


@given(st.permutations(PARAGRAPHS), st.permutations(PARAGRAPHS), st.integers(4, 8))
def test_each_moved_row_is_in_one_block_and_sides_can_be_exchanged(
    make_pair: MakePair, left: list[str], right: list[str], count: int
) -> None:
    articles = make_pair(left[:count], right)
    there, back = compare(*articles), compare(*articles.swapped())
    held = [at for block in moved_blocks(there) for at in block.rows]
    assert sorted(held) == [at for at, row in enumerate(there.rows) if row.moved]
    mirrored = {None: None, Direction.UP: Direction.DOWN, Direction.DOWN: Direction.UP}
    found = {(block.left, block.right, block.direction) for block in moved_blocks(there)}
    assert {(block.right, block.left, mirrored[block.direction]) for block in moved_blocks(back)} == found
