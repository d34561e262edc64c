"""The real program on a terminal while another process compares for it: that can be slow, be killed, or fail."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.conftest import SAMPLES

if sys.platform == "win32":
    pytest.skip("no pseudo terminals", allow_module_level=True)

import fcntl

from benchmarks.terminal import Terminal

LEFT, RIGHT = (str(SAMPLES / "light-edit" / name) for name in ("left.txt", "right.txt"))
TIMEOUT = 60
LEFT_SCREEN = b"\x1b[?1049l"

# The program, whose other process holds a lock for as long as it lives, writes its id into that file, and then compares
# as is said, again in every process.
PROGRAM = """
import sys
from tui import cli
from tui.worker import process
process._CODE = {other!r}
sys.argv = ["newsdiff", {left!r}, {right!r}]
cli.run()
"""
OTHER = """
import fcntl, os, sys
sys.path[:] = sys.argv[1:]
from tui.worker import server
def compared(articles, progress, row_in_view, read, pins, rules, *share):
    from diffing.progressive import compared
    lock = open({lock!r}, "a+")
    fcntl.flock(lock, fcntl.LOCK_EX)
    again = os.path.getsize({lock!r})
    lock.write(str(os.getpid()) + "\\n")
    lock.flush()
    {code}
    yield from compared(articles, progress, row_in_view, read, pins, rules, *share)
server.compared = compared
server.main()
"""
# One step in compiled code that takes longer than anyone waits: the lock of the interpreter is held all the time, and
# nothing is kept. In a process begun again there is no such step.
FOR_EVER = "again or sum(range(10**15))"


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program as it is here, wherever its process is."""
    root = str(SAMPLES.parent)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([root, *filter(None, [os.environ.get("PYTHONPATH")])]))


@pytest.fixture
def lock(tmp_path: Path) -> Iterator[Path]:
    """Where the other processes leave their ids; those that should have gone and have not are killed."""
    lock = tmp_path / "lock"
    yield lock
    for process in lock.read_text().split():
        with suppress(ProcessLookupError):
            os.kill(int(process), signal.SIGKILL)


def newsdiff(lock: Path, code: str) -> list[str]:
    other = OTHER.format(lock=str(lock), code=code)
    return [sys.executable, "-c", PROGRAM.format(other=other, left=LEFT, right=RIGHT)]


def wait_until_free(lock: Path) -> None:
    """Until no process holds the lock."""
    with open(lock, "a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)


def wait_until_it_is_at_work(terminal: Terminal, lock: Path) -> None:
    """Until the screen says so, and the other process has begun."""
    terminal.wait_for("comparing …".encode(), timeout=TIMEOUT)
    while not (lock.exists() and lock.read_text().endswith("\n")):
        terminal.settle(TIMEOUT)


def process_of(lock: Path) -> int:
    return int(lock.read_text().split()[-1])


@pytest.mark.parametrize("key", [b"q", b"\x03"])
def test_one_can_leave_while_the_other_process_is_in_compiled_code(lock: Path, key: bytes) -> None:
    with Terminal(newsdiff(lock, FOR_EVER), 80, 24) as terminal:
        wait_until_it_is_at_work(terminal, lock)
        terminal.send(key)
        assert terminal.status(TIMEOUT) == 0
        assert LEFT_SCREEN in terminal.output
    # And the other process has gone with it.
    wait_until_free(lock)


def test_keys_are_taken_meanwhile_and_another_comparison_takes_its_place(lock: Path) -> None:
    with Terminal(newsdiff(lock, FOR_EVER), 80, 24) as terminal:
        wait_until_it_is_at_work(terminal, lock)
        terminal.send(b"?")
        terminal.wait_for(b"Some keys", timeout=TIMEOUT)
        terminal.send(b"q")
        terminal.settle(TIMEOUT)
        terminal.send(b"S")
        terminal.wait_for(b"nspectors", timeout=TIMEOUT)
        terminal.send(b"q")
        assert terminal.status(TIMEOUT) == 0
    assert len(lock.read_text().split()) == 2
    wait_until_free(lock)


def test_a_killed_one_is_told_and_what_it_did_can_be_done_again(lock: Path) -> None:
    with Terminal(newsdiff(lock, FOR_EVER), 80, 24) as terminal:
        wait_until_it_is_at_work(terminal, lock)
        os.kill(process_of(lock), signal.SIGKILL)
        terminal.wait_for(b"was killed; perhaps memory ran out", b"r reads the files again", timeout=TIMEOUT)
        terminal.settle(TIMEOUT)
        assert b"The fault is its own" not in terminal.output
        terminal.send(b"r")
        terminal.wait_for(b"nspectors", timeout=TIMEOUT)
        terminal.send(b"q")
        assert terminal.status(TIMEOUT) == 0


def test_who_leaves_after_that_is_told_once_more(lock: Path) -> None:
    with Terminal(newsdiff(lock, "os._exit(5)"), 80, 24) as terminal:
        terminal.wait_for(b"ended with status 5", b"The fault is its own", timeout=TIMEOUT)
        terminal.send(b"q")
        assert terminal.status(TIMEOUT) == 2
    rest = terminal.output.rpartition(LEFT_SCREEN)[2]
    assert b"newsdiff: comparing failed: the comparing process ended with status 5\r\n" in rest


def test_it_goes_when_the_program_is_killed(lock: Path) -> None:
    with Terminal(newsdiff(lock, "while True: pass"), 80, 24) as terminal:
        wait_until_it_is_at_work(terminal, lock)
        os.kill(terminal.pid, signal.SIGKILL)
        assert terminal.status(TIMEOUT) == -signal.SIGKILL
        wait_until_free(lock)


def test_it_goes_when_the_window_is_closed(lock: Path) -> None:
    with Terminal(newsdiff(lock, "while True: pass"), 80, 24) as terminal:
        wait_until_it_is_at_work(terminal, lock)
        terminal.hang_up()
        assert terminal.status(TIMEOUT) == -signal.SIGHUP
        wait_until_free(lock)
