"""Heights are right where they are counted, and everywhere in the end."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from tui.view.heights import Heights

TRUE = st.lists(st.integers(1, 9), min_size=1, max_size=30)


def heights(true: Sequence[int], estimates: Sequence[int] | None = None) -> Heights:
    return Heights(estimates or [3] * len(true), lambda block: true[block])


def test_before_counting_blocks_stand_as_estimated() -> None:
    some = heights([1, 5, 2])
    assert [some.top(block) for block in range(4)] == [0, 3, 6, 9]
    assert [some.at(line) for line in (-1, 0, 2, 3, 8, 9, 99)] == [0, 0, 0, 1, 2, 2, 2]
    assert not some.are_counted


def test_settling_counts_a_block_and_what_is_around_it_and_no_more() -> None:
    counted: list[int] = []

    def count(block: int) -> int:
        counted.append(block)
        return 4

    some = Heights([3] * 100, count)
    assert some.settle(50, 8)
    assert sorted(counted) == [48, 49, 50, 51]
    assert some.top(52) - some.top(48) == 16
    assert not some.settle(50, 8)
    assert sorted(counted) == [48, 49, 50, 51]


@given(TRUE, st.integers(0, 29), st.integers(1, 20))
def test_what_is_around_a_settled_block_stands_right(true: list[int], block: int, lines: int) -> None:
    block %= len(true)
    some = heights(true)
    some.settle(block, lines)
    for other in range(len(true)):
        between = true[min(block, other) : max(block, other)]
        if sum(between) <= lines:
            assert some.top(max(block, other)) - some.top(min(block, other)) == sum(between)


@given(TRUE, st.integers(1, 7))
def test_step_by_step_all_are_counted(true: list[int], blocks: int) -> None:
    some = heights(true)
    some.settle(len(true) // 2, 5)
    before = [some.top(block) for block in range(len(true))]
    while not some.count_ahead(blocks):
        assert [some.top(block) for block in range(len(true))] == before
    assert [some.top(block) for block in range(len(true))] == before
    some.take_over()
    assert some.are_counted
    assert some.total == sum(true)
    assert [some.at(some.top(block)) for block in range(len(true))] == list(range(len(true)))


def test_what_is_forgotten_is_counted_again() -> None:
    true = [1, 5, 2]
    some = heights(true)
    some.settle(0, 99)
    assert some.are_counted
    true[1] = 7
    some.forget([1])
    assert not some.are_counted
    assert some.count_ahead(3)
    some.take_over()
    assert (some.are_counted, some.total) == (True, 10)
