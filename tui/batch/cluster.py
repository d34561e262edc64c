"""Apply a function to many items on a Dask cluster, with the results in order. The extra newsdiff[scale] has Dask.

    with connected("tcp://10.0.0.7:8786") as cluster:
        cluster.in_order(square, [1, 2, 3], on_killed)   ->   1  4  9

It is `pool.in_order` on other machines, with the same results. A chunk whose worker dies is done again by Dask, several
times; then Dask gives it up. Which item killed the workers is found out as in the pool: the items are repeated one by
one, and with nothing else at work, so that no innocent item is taken for a killer. An item whose worker dies again and
again has the result `on_killed(item)`.
"""

import logging
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from itertools import chain, islice, repeat
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from diffing import __version__
from diffing.errors import NewsdiffError

from .pool import AHEAD, CHUNK

if TYPE_CHECKING:
    from distributed import Client, Future

T = TypeVar("T")
R = TypeVar("R")

_DISTRIBUTION = "newsdiff"
# Seconds for a connection, and for the first worker.
_SECONDS = 20
# How often it is waited so long for a worker, where none is left.
_PATIENCE = 6
# Items of a chunk, in chunks of the pool: a task of Dask costs a millisecond.
_CHUNKS = 2


class OtherVersionError(NewsdiffError):
    """A worker has another newsdiff. Its results could differ."""

    def __init__(self, worker: str, found: str) -> None:
        super().__init__(f"{worker}: the worker has {found}, and this is newsdiff {__version__}")


class _Done(NamedTuple):
    """The version of a worker, and its results for a chunk; none if the version is another one."""

    version: str
    results: list[Any]


@dataclass
class _Task:
    """A chunk of items at work, with its results as soon as they are here; Dask gives it up if its workers die."""

    chunk: Sequence[Any]
    future: "Future"
    results: list[Any] = field(default_factory=list)
    is_fetched: bool = False
    is_given_up: bool = False


class Cluster:
    """A connection to the scheduler of a cluster."""

    def __init__(self, client: "Client") -> None:
        self._client = client

    def in_order(
        self, work: Callable[[T], R], items: Iterable[T], on_killed: Callable[[T], R]
    ) -> Generator[R, None, None]:
        """Yield `work(item)` for each item, in order. Raises NewsdiffError if the cluster fails."""
        source = iter(items)
        ahead = AHEAD * max(1, sum(self._client.nthreads().values()))
        sizes = chain(repeat(1, ahead), repeat(_CHUNKS * CHUNK))
        waiting: deque[_Task] = deque()
        try:
            while True:
                while len(waiting) < ahead and (taken := list(islice(source, next(sizes)))):
                    waiting.append(_Task(taken, self._submit(work, taken)))
                if not waiting:
                    return
                first = waiting[0]
                self._fetch(first)
                if first.is_given_up:
                    # Everything else is fetched first: a result that dies with its worker would be computed again.
                    for task in waiting:
                        self._fetch(task)
                    yield from self._one_by_one(work, first.chunk, on_killed)
                else:
                    yield from first.results
                waiting.popleft()
        finally:
            self._client.cancel([task.future for task in waiting])

    def _one_by_one(
        self, work: Callable[[T], R], chunk: Sequence[T], on_killed: Callable[[T], R]
    ) -> Generator[R, None, None]:
        """Yield the results of the items of a chunk that was given up, while nothing else is at work."""
        for item in chunk:
            alone = _Task([item], self._submit(work, [item]))
            self._fetch(alone)
            yield on_killed(item) if alone.is_given_up else alone.results[0]

    def _submit(self, work: Callable[[Any], Any], chunk: Sequence[Any]) -> "Future":
        return self._client.submit(do_chunk, work, chunk, __version__, pure=False)

    def _fetch(self, task: "_Task") -> None:
        """Wait for the results of a task. Raises NewsdiffError for any failure but a worker that dies."""
        from distributed import KilledWorker

        if task.is_fetched:
            return
        try:
            done = self._awaited(task.future)
        except KilledWorker:
            task.is_fetched = task.is_given_up = True
            return
        except NewsdiffError:
            raise
        except Exception as error:
            raise NewsdiffError(f"the cluster failed: {type(error).__name__}: {_line(error)}") from None
        if done.version != __version__:
            raise OtherVersionError("the cluster", f"newsdiff {done.version}")
        task.results, task.is_fetched = done.results, True

    def _awaited(self, future: "Future") -> _Done:
        """Return the result of a task. Raises NewsdiffError where no worker is left that could make it."""
        left = _PATIENCE
        while True:
            try:
                done: _Done = future.result(timeout=_SECONDS)
            except TimeoutError:
                left = left - 1 if not self._client.nthreads() else _PATIENCE
                if not left:
                    raise NewsdiffError("the cluster has no workers any more") from None
            else:
                return done


def do_chunk(work: Callable[[Any], Any], chunk: Sequence[Any], expected: str) -> _Done:
    """Return what a worker makes of a chunk: nothing if it has another version than the one expected."""
    return _Done(__version__, [work(item) for item in chunk] if __version__ == expected else [])


@contextmanager
def connected(address: str) -> Iterator[Cluster]:
    """Connect to a scheduler. Raises NewsdiffError where that fails, or where a worker has another version."""
    try:
        from distributed import Client
    except ImportError:
        raise NewsdiffError("--dask needs Dask: pip install 'newsdiff[scale]'") from None
    # What Dask logs of workers that die is dealt with here.
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    try:
        client = Client(address, timeout=_SECONDS, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        raise NewsdiffError(f"{address}: cannot be reached: {_line(error)}") from None
    with client:
        try:
            client.wait_for_workers(1, timeout=_SECONDS)
        except TimeoutError:
            raise NewsdiffError(f"{address}: has no workers") from None
        for worker, found in client.run(version, _DISTRIBUTION, on_error="return").items():
            if isinstance(found, PackageNotFoundError):
                raise OtherVersionError(worker, "no newsdiff")
            # A worker that is gone by now is no matter: the next one says its version with its first results.
            if isinstance(found, str) and found != __version__:
                raise OtherVersionError(worker, f"newsdiff {found}")
        yield Cluster(client)


def _line(error: BaseException) -> str:
    return " ".join(str(error).split())
