"""Work by many processes: in order, bounded, and with processes that are killed."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from tests.tui.batch.work import FATAL, all_deadly, deadly, double, lost, process_and_number, slow_at_first
from tui.batch.pool import AHEAD, CHUNK, can_fork, in_order

JOBS = 2


def test_every_result_in_order() -> None:
    count = JOBS * AHEAD * CHUNK * 2 + 1
    assert list(in_order(double, range(count), lost, JOBS)) == [2 * number for number in range(count)]


@pytest.mark.parametrize("count", [0, 1, 2])
def test_few(count: int) -> None:
    assert list(in_order(double, range(count), lost, 3)) == [2 * number for number in range(count)]


def test_in_order_where_the_first_takes_longest() -> None:
    assert list(in_order(slow_at_first, range(20), lost, JOBS)) == list(range(20))


def test_other_processes_do_the_work() -> None:
    found = list(in_order(process_and_number, range(20), lambda number: (0, number), JOBS))
    assert os.getpid() not in {process for process, _ in found}
    assert len({process for process, _ in found}) == JOBS


def test_this_process_works_once_while_the_others_have_their_items() -> None:
    taken: list[int] = []
    seen: list[list[int]] = []

    def items() -> Iterator[int]:
        for number in range(100):
            taken.append(number)
            yield number

    found = list(in_order(double, items(), lost, JOBS, lambda: seen.append(list(taken))))
    assert found == [2 * number for number in range(100)]
    assert seen == [list(range(JOBS))]


def test_no_more_is_taken_than_may_wait() -> None:
    taken = 0

    def numbers() -> Iterator[int]:
        nonlocal taken
        while True:
            yield taken
            taken += 1

    results = in_order(double, numbers(), lost, JOBS)
    for number in range(3 * AHEAD):
        assert next(results) == 2 * number
        assert taken <= number + 1 + JOBS * AHEAD * CHUNK
    results.close()


@pytest.mark.parametrize("jobs", [1, 3])
def test_only_what_a_process_is_killed_at_is_lost(jobs: int) -> None:
    count = jobs * AHEAD + 20 * CHUNK
    expected = [-number if number == FATAL else number for number in range(count)]
    assert list(in_order(deadly, range(count), lost, jobs)) == expected


def test_only_one_of_a_chunk_is_lost() -> None:
    numbers = [FATAL + 1] * AHEAD + [1, FATAL, 2, 3] + [4] * 20
    assert CHUNK == 4
    assert list(in_order(deadly, numbers, lost, 1)) == [-number if number == FATAL else number for number in numbers]


def test_all_lost() -> None:
    assert list(in_order(all_deadly, range(1, 6), lost, JOBS)) == [-1, -2, -3, -4, -5]


def test_a_process_killed_while_it_waits_loses_nothing() -> None:
    numbers = iter(range(100))
    results = in_order(process_and_number, numbers, lambda number: (0, number), 1)
    found = [next(results)]
    # All that was sent is done before the results are asked for again.
    time.sleep(0.5)
    os.kill(found[0][0], signal.SIGTERM)
    time.sleep(0.5)
    found.extend(results)
    assert [number for _, number in found] == list(range(100))
    assert 0 not in {process for process, _ in found}


def test_the_processes_end_with_the_iterator() -> None:
    before = set(multiprocessing.active_children())
    results = in_order(double, range(1000), lost, JOBS)
    next(results)
    assert len(set(multiprocessing.active_children()) - before) == JOBS
    results.close()
    assert set(multiprocessing.active_children()) <= before


@pytest.mark.skipif(sys.platform == "win32", reason="no process is interrupted there in this way")
def test_processes_are_not_interrupted() -> None:
    results = in_order(process_and_number, range(200), lambda number: (0, number), 1)
    process, _ = next(results)
    os.kill(process, signal.SIGINT)
    assert {other for other, _ in results} == {process}


@pytest.mark.parametrize(
    ("platform", "threads", "can"), [("linux", 1, True), ("linux", 2, False), ("darwin", 1, False)]
)
def test_only_linux_forks_a_process_with_one_thread(
    monkeypatch: pytest.MonkeyPatch, platform: str, threads: int, can: bool
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setattr("threading.active_count", lambda: threads)
    assert can_fork() is can


_FORKED = f"""
import multiprocessing
from tests.tui.batch.work import deadly, lost
from tui.batch.pool import in_order
kinds = []
meanwhile = lambda: kinds.extend(type(child).__name__ for child in multiprocessing.active_children())
print([*in_order(deadly, range({FATAL + 2}), lost, {JOBS}, meanwhile)], kinds)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no process is forked")
def test_a_forked_process_that_is_killed_costs_one_item() -> None:
    done = subprocess.run([sys.executable, "-c", _FORKED], capture_output=True, text=True, check=True)
    expected = [*range(FATAL), -FATAL, FATAL + 1]
    assert done.stdout == f"{expected} {['ForkProcess'] * JOBS}\n"
