"""Apply a function to many items in several processes, with the results in order.

    in_order(square, [1, 2, 3], on_killed, jobs=2)  ->  1  4  9

A bounded number of items is in progress or waits for an earlier result. A process may be killed, for example if memory
runs out. Only its chunk is lost then. The items of that chunk are repeated one by one. If a process is killed at one of
them again, the result of that item is `on_killed(item)`.

concurrent.futures.ProcessPoolExecutor is no alternative. If one process is killed, it gives up all work, does not
report the item, and may wait forever for the rest of a result that the process was sending.
"""

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain, islice, repeat
from multiprocessing.connection import Connection, wait
from typing import Generic, TypeVar

from ..system.terminal import children_without_interrupts

T = TypeVar("T")
R = TypeVar("R")

# Items in a chunk. The first AHEAD chunks of each process have one item, so that all processes share a short list.
CHUNK = 4
# Chunks for each process that are unfinished or wait for their turn: the others can work on while one process compares
# a long pair. At 30 kB a result, which is usual, this is 2 MB a process.
AHEAD = 16
# Windows can wait for 64 handles at once, and Python needs some of them.
MOST_ON_WINDOWS = 60


def can_fork() -> bool:
    """Return whether a process may be forked off this one: on Linux, from a process with one thread."""
    return sys.platform == "linux" and threading.active_count() == 1


class Forked(Generic[R]):
    """Some work that a process does which is forked now (see can_fork), while this one does other things."""

    def __init__(self, work: Callable[[], R]) -> None:
        """Begin; the result of the work is pickled, and the work must not raise."""

        def do(_: None) -> R:
            return work()

        def left_out(_: None) -> R:
            raise AssertionError("what was killed is not begun again")

        self._process = _Process(do, left_out, is_forked=True)
        self._process.send(_Chunk([None]))

    def results(self, seconds: float) -> list[R] | None:
        """Return the result in a list, an empty one if the process was killed; None if it works longer than this."""
        if not self._process.connection.poll(seconds):
            return None
        results = self._process.receive().results
        self._process.end()
        return results


def in_order(
    work: Callable[[T], R],
    items: Iterable[T],
    on_killed: Callable[[T], R],
    jobs: int,
    meanwhile: Callable[[], None] | None = None,
) -> Generator[R, None, None]:
    """Yield `work(item)` for each item, in order, computed by `jobs` processes.

    `meanwhile` is called once, when the processes have their first items: work for this process, which else waits. It
    needs the same modules as they do, so they are forked where this is safe (can_fork).

    If a process is killed while it works on a single item, its result is `on_killed(item)`. `work`, items and results
    are pickled between processes; `work` must not raise. The processes end with the iterator, even if it is closed
    early.
    """
    if sys.platform == "win32":
        jobs = min(jobs, MOST_ON_WINDOWS)
    source = iter(items)
    sizes = chain(repeat(1, jobs * AHEAD), repeat(CHUNK))
    unfinished: deque[_Chunk[T, R]] = deque()
    again: deque[_Chunk[T, R]] = deque()

    def next_chunk() -> "_Chunk[T, R] | None":
        if again:
            return again.popleft()
        if len(unfinished) == jobs * AHEAD or not (some := list(islice(source, next(sizes)))):
            return None
        unfinished.append(_Chunk(some))
        return unfinished[-1]

    is_forked = meanwhile is not None and can_fork()
    idle: deque[_Process[T, R]] = deque(_Process(work, on_killed, is_forked) for _ in range(jobs))
    at_work: list[_Process[T, R]] = []
    try:
        while True:
            while idle and (chunk := next_chunk()):
                at_work.append(idle.popleft())
                at_work[-1].send(chunk)
            if meanwhile:
                meanwhile()
                meanwhile = None
            if not unfinished:
                return
            ready = wait([process.connection for process in at_work])
            for process in [process for process in at_work if process.connection in ready]:
                at_work.remove(process)
                idle.append(process)
                chunk = process.receive()
                if not chunk.finished:
                    again.append(chunk)
            while unfinished and unfinished[0].finished:
                yield from unfinished.popleft().results
    finally:
        for process in (*idle, *at_work):
            process.end()


@dataclass(eq=False)
class _Chunk(Generic[T, R]):
    """Some items with the results so far. `one_by_one`: a process was killed while working on them."""

    items: Sequence[T]
    results: list[R] = field(default_factory=list)
    one_by_one: bool = False

    @property
    def left(self) -> Sequence[T]:
        """The items to send next."""
        left = self.items[len(self.results) :]
        return left[:1] if self.one_by_one else left

    @property
    def finished(self) -> bool:
        """True if every item has its result."""
        return len(self.results) == len(self.items)


class _Process(Generic[T, R]):
    """A process that works on one chunk at a time. It is started on first use, and again after it was killed."""

    def __init__(self, work: Callable[[T], R], on_killed: Callable[[T], R], is_forked: bool) -> None:
        self._work, self._on_killed, self._is_forked = work, on_killed, is_forked
        self._process: multiprocessing.process.BaseProcess | None = None
        self.connection: Connection[Sequence[T], list[R]]
        self._chunk: _Chunk[T, R]

    def send(self, chunk: _Chunk[T, R]) -> None:
        """Send a chunk to the process. The connection becomes ready when it is finished or killed."""
        self._chunk = chunk
        if self._process is None:
            self._start()
        try:
            self.connection.send(chunk.left)
        except OSError:
            # The process was killed while it was idle.
            self.end()
            self._start()
            self.connection.send(chunk.left)

    def receive(self) -> _Chunk[T, R]:
        """Return the current chunk with its results, or without them if the process was killed."""
        chunk = self._chunk
        try:
            chunk.results.extend(self.connection.recv())
        except (EOFError, OSError):
            self.end()
            if chunk.one_by_one:
                chunk.results.append(self._on_killed(chunk.left[0]))
            chunk.one_by_one = True
        return chunk

    def end(self) -> None:
        """Kill the process, whatever it is doing: it holds no state."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self.connection.close()
            self._process = None

    def _start(self) -> None:
        self.connection, there = multiprocessing.Pipe()
        # 'spawn' works on every system and inherits nothing from this process.
        start: type[multiprocessing.process.BaseProcess] = multiprocessing.get_context("spawn").Process
        if self._is_forked and sys.platform != "win32":
            start = multiprocessing.get_context("fork").Process
        process = start(target=_serve, args=(there, self._work), daemon=True)
        with children_without_interrupts():
            process.start()
            # Stored before an interruption arrives, so that the process can be ended.
            self._process = process
        # Only the child holds its end now: if the child ends, the connection reports it.
        there.close()


def _serve(connection: "Connection[list[R], Sequence[T]]", work: Callable[[T], R]) -> None:
    """Run `work` on received items until the process is killed or its parent ends. Only the parent reacts to Ctrl+C."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with suppress(EOFError, OSError):
        while True:
            connection.send([work(item) for item in connection.recv()])


def _end_with_parent() -> None:
    """End this process when its parent ends."""
    parent = multiprocessing.parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)
