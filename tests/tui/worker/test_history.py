"""The process that makes the steps of a story: in which order, each once, and what becomes of a failure."""

from collections.abc import Iterator

import pytest

from diffing.history.making import HistoryMaker
from tests.tui.told import lanes_made, maker, versions
from tui.worker import process
from tui.worker.history_client import StoryComparer
from tui.worker.history_messages import ComparisonMade, LanesMade, StepMade
from tui.worker.history_server import next_step
from tui.worker.process import ComparingError


def test_the_step_nearest_to_the_reader_comes_first() -> None:
    made: set[tuple[int, int]] = set()
    order = []
    while (step := next_step(made, 5, 2)) is not None:
        made.add(step)
        order.append(step[0])
    assert order == [2, 3, 1, 4, 0]
    assert next_step({(0, 4)}, 2, 0) == (0, 1)


@pytest.fixture
def comparer() -> Iterator[StoryComparer]:
    """A process that knows the versions."""
    own = StoryComparer()
    own.give(versions())
    yield own
    own.end()


def test_what_arrives_is_what_was_made_and_each_step_comes_once(comparer: StoryComparer) -> None:
    comparer.want(1, 2)
    made = []
    for one in comparer:
        made.append(one)
        if isinstance(one, LanesMade):
            break
    steps = [one for one in made if isinstance(one, StepMade)]
    assert [one[:2] for one in steps] == [(1, 2), (2, 3), (0, 1)]
    for one in steps:
        assert one.step == maker().between(one.left, one.right)
        assert one.step.comparison.left is versions()[one.left].article
    assert [one[:2] for one in made if isinstance(one, ComparisonMade)] == [one[:2] for one in steps]
    assert made[-1] == lanes_made(HistoryMaker(versions()))
    # Any two versions afterwards; those that were made are not made again.
    comparer.want(0, 1)
    comparer.want(0, 3)
    assert isinstance(found := next(comparer), ComparisonMade)
    assert found[:2] == (0, 3)
    assert found.comparison == maker().comparison(0, 3)


def test_a_process_that_ends_is_told_of(comparer: StoryComparer) -> None:
    comparer._process.kill()
    comparer.want(0, 1)
    with pytest.raises(ComparingError, match="killed"):
        list(comparer)
    assert list(comparer) == []


def test_the_end_is_no_failure(comparer: StoryComparer) -> None:
    comparer.end()
    assert list(comparer) == []


def test_an_internal_error_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = "; ".join(
        (
            "import sys",
            "sys.path[:] = sys.argv[1:]",
            "from tui.worker import history_server as own",
            "own.next_step = lambda *_: 1 / 0",
            "own.main()",
        )
    )
    monkeypatch.setattr(process, "_CODE", broken)
    own = StoryComparer()
    own.give(versions())
    own.want(0, 1)
    try:
        with pytest.raises(ComparingError, match="ZeroDivisionError") as caught:
            list(own)
        assert caught.value.is_fault
    finally:
        own.end()
