"""A function applied to many things by many processes, the results in order.

    in_order(square, [1, 2, 3], lost, jobs=2)  ->  1  4  9

However many things there are, only so many are at work or wait for an earlier one. A process that is killed, as happens
where memory ends, takes nothing with it but what it was at: that is done again one by one, and the one at which a
process is killed once more is `lost`.

This is no concurrent.futures.ProcessPoolExecutor because that gives up all its work where one process is killed, does
not say at what, and waits for ever for the rest of a result that a killed process was sending.
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

# Things sent at once, after the first AHEAD chunks of each process, which are of one: a short list is shared by all.
CHUNK = 4
# Chunks for each process that may be unfinished, or finished ahead of their turn: as far as the others get while one is
# at a book. At 30 kB a result, which is usual, this is 2 MB a process.
AHEAD = 16
# Windows can wait for 64 things at once, of which Python needs some.
MOST_ON_WINDOWS = 60


def in_order(
    work: Callable[[T], R], things: Iterable[T], lost: Callable[[T], R], jobs: int
) -> Generator[R, None, None]:
    """`work(thing)` of each thing in order, done by `jobs` processes; `lost(thing)` where a process is killed at it.

    `work`, the things and the results go from process to process, so they can be pickled; `work` raises nothing. The
    processes end with the iterator, also where it is closed early.
    """
    if sys.platform == "win32":
        jobs = min(jobs, MOST_ON_WINDOWS)
    source = iter(things)
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

    idle: deque[_Process[T, R]] = deque(_Process(work, lost) for _ in range(jobs))
    at_work: list[_Process[T, R]] = []
    try:
        while True:
            while idle and (chunk := next_chunk()):
                at_work.append(idle.popleft())
                at_work[-1].send(chunk)
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
    """Some things with the results so far. `one_by_one`: a process was killed at it."""

    things: Sequence[T]
    results: list[R] = field(default_factory=list)
    one_by_one: bool = False

    @property
    def left(self) -> Sequence[T]:
        """What is to be sent now."""
        left = self.things[len(self.results) :]
        return left[:1] if self.one_by_one else left

    @property
    def finished(self) -> bool:
        return len(self.results) == len(self.things)


class _Process(Generic[T, R]):
    """A process that is at one chunk at a time; started when first needed, and again after it was killed."""

    def __init__(self, work: Callable[[T], R], lost: Callable[[T], R]) -> None:
        self._work, self._lost = work, lost
        self._process: multiprocessing.process.BaseProcess | None = None
        self.connection: Connection[Sequence[T], list[R]]
        self._chunk: _Chunk[T, R]

    def send(self, chunk: _Chunk[T, R]) -> None:
        """Have it work at this; when it is done, or killed, its connection is ready."""
        self._chunk = chunk
        if self._process is None:
            self._start()
        try:
            self.connection.send(chunk.left)
        except OSError:
            # Killed while it had nothing to do.
            self.end()
            self._start()
            self.connection.send(chunk.left)

    def receive(self) -> _Chunk[T, R]:
        """The chunk it was at, with the results; without them where it was killed."""
        chunk = self._chunk
        try:
            chunk.results.extend(self.connection.recv())
        except (EOFError, OSError):
            self.end()
            if chunk.one_by_one:
                chunk.results.append(self._lost(chunk.left[0]))
            chunk.one_by_one = True
        return chunk

    def end(self) -> None:
        """End the process, whatever it is at: it has nothing to lose."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self.connection.close()
            self._process = None

    def _start(self) -> None:
        # The same on every system, and a process that begins with nothing of this one's.
        context = multiprocessing.get_context("spawn")
        self.connection, there = context.Pipe()
        process = context.Process(target=_serve, args=(there, self._work), daemon=True)
        with children_without_interrupts():
            process.start()
            # Before an interruption arrives: what is not started yet cannot be ended.
            self._process = process
        # Its end is its own now: this one learns when it is gone.
        there.close()


def _serve(connection: "Connection[list[R], Sequence[T]]", work: Callable[[T], R]) -> None:
    """What each process does until it is ended, or the one that started it has gone. Ctrl+C is for that one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with suppress(EOFError, OSError):
        while True:
            connection.send([work(thing) for thing in connection.recv()])


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)
