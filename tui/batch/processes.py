"""The places where many items are worked on: processes of this machine, or a cluster. The results are the same.

with at_work(None, 2) as in_order: ...                        two processes here
with at_work("tcp://10.0.0.7:8786", None) as in_order: ...    all workers of that scheduler
"""

import os
import sys
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Protocol, TypeVar

from .pool import in_order

T = TypeVar("T")
R = TypeVar("R")


class InOrder(Protocol):
    """A function that applies another one to many items; see `pool.in_order`."""

    def __call__(
        self, work: Callable[[T], R], items: Iterable[T], on_killed: Callable[[T], R], /
    ) -> Generator[R, None, None]:
        """Yield `work(item)` for each item, in order."""


@contextmanager
def at_work(dask: str | None, jobs: int | None) -> Iterator[InOrder]:
    """Give the function for a scheduler's address, or else for `jobs` processes; None for all processors.

    Raises NewsdiffError where the cluster cannot be used.
    """
    if dask is not None:
        from .cluster import connected  # Dask takes half a second

        with connected(dask) as cluster:
            yield cluster.in_order
        return

    def here(work: Callable[[Any], Any], items: Iterable[Any], on_killed: Callable[[Any], Any], /) -> Any:
        return in_order(work, items, on_killed, jobs or processors())

    yield here


def processors() -> int:
    """Return the number of processors that this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
