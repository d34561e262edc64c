"""Work on the parts of a book, which a front end may share out among processes: the engine starts none.

    here                                     parts 0, 1, 2, 3 ...      alone()
    here, and in a process of the front end  parts 0, 2 ... | 1, 3 ... the same results in the same order

A part depends on no other one.
"""

from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Protocol, TypeVar

R = TypeVar("R")

ShareDone = Callable[[float], None]
"""Callback that receives the share of some work that is done, 0..1, rising."""


class ShareOut(Protocol):
    """A function that has the parts of some work done, here or elsewhere, with the same results in the same order."""

    def __call__(self, work: Callable[[int, ShareDone], R], lengths: Sequence[int], progress: ShareDone, /) -> list[R]:
        """Return `work(at, progress of this part)` for each of `lengths`, the characters of each part, in order.

        The results depend on nothing that `work` changes: another process may do a part, and sends its result, pickled.
        """


def alone(work: Callable[[int, ShareDone], R], lengths: Sequence[int], progress: ShareDone) -> list[R]:
    """Do all parts of some work in this process, one after the other."""
    ends = list(accumulate(lengths, initial=0))
    whole = max(1, ends[-1])

    def done(at: int) -> R:
        progress(ends[at] / whole)
        return work(at, lambda share: progress((ends[at] + share * lengths[at]) / whole))

    return [done(at) for at in range(len(lengths))]
