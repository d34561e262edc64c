"""The steps of a history, divided among processes."""

import pytest

from tui.batch.history import parts_of


@pytest.mark.parametrize("steps", [1, 7, 15, 16, 17, 49, 500])
@pytest.mark.parametrize("jobs", [1, 2, 3, 8])
@pytest.mark.parametrize("of_start", [0, 6])
def test_each_step_is_made_once_and_in_order(steps: int, jobs: int, of_start: int) -> None:
    parts = parts_of(steps, jobs, of_start)
    assert [number for part in parts for number in part] == list(range(steps))
    assert len(parts) <= jobs


def test_few_steps_start_no_other_process() -> None:
    assert parts_of(15, 8, 6) == [range(15)]


def test_this_process_makes_more_than_one_that_has_to_start() -> None:
    own, *others = parts_of(49, 4, 6)
    assert all(len(own) > len(part) > 1 for part in others)
