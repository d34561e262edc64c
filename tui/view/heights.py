"""Heights of blocks: counted around the reader, estimated elsewhere.

    blocks    0   1   2   3   4   5          height of 2 and 3 counted, the rest about right
    heights   ~4  ~2  3   7   ~4  ~4         3 begins at ~4 + ~2 + 3

To wrap every paragraph of a book takes a third of a second, of a Chinese one several. What is in view is counted at
once, so that what is painted is always right; the rest bit by bit, while what is in view stays where it is.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate


class Heights:
    """The heights of blocks in lines, and where each begins.

    `count` gives the true height of a block. Blocks are counted from 0, lines from 0 over everything.
    """

    def __init__(self, estimates: Sequence[int], count: Callable[[int], int]) -> None:
        self._heights = list(estimates)
        self._count = count
        self._is_counted = bytearray(len(self._heights))
        self._ahead: list[int] = []
        self._tops: list[int] | None = None

    @property
    def total(self) -> int:
        """The lines of all blocks."""
        return self._all_tops()[-1]

    def top(self, block: int) -> int:
        """Return the first line of a block; for the number of blocks, the line after all."""
        return self._all_tops()[block]

    def at(self, line: int) -> int:
        """Return the block a line belongs to; before the first line the first, behind the last line the last."""
        return max(0, min(len(self._heights) - 1, bisect_right(self._all_tops(), line) - 1))

    def settle(self, block: int, lines: int) -> bool:
        """Count a block and its neighbours for `lines` on both sides; return whether an estimate was wrong."""
        changed = False
        for places in (range(block, len(self._heights)), range(block - 1, -1, -1)):
            for place in self._taking_up(places, lines):
                changed |= self._set(place)
        return changed

    def count_ahead(self, blocks: int) -> bool:
        """Count `blocks` more, from the first on, without moving anything yet; return whether all are counted now."""
        end = min(len(self._heights), len(self._ahead) + blocks)
        for block in range(len(self._ahead), end):
            self._ahead.append(self._heights[block] if self._is_counted[block] else self._count(block))
        return end == len(self._heights)

    def take_over(self) -> None:
        """Use the heights that were counted ahead."""
        self._heights = self._ahead
        self._is_counted = bytearray(b"\x01") * len(self._heights)
        self._tops = None

    @property
    def are_counted(self) -> bool:
        """True if no height is an estimate any more."""
        return all(self._is_counted)

    def forget(self, blocks: Iterable[int]) -> None:
        """Take the heights of these blocks, which have changed, as estimates again."""
        for block in blocks:
            self._is_counted[block] = False

    def copy(self, count: Callable[[int], int]) -> "Heights":
        """Return a copy of the heights, to be counted on in another way."""
        other = Heights(self._heights, count)
        other._is_counted = self._is_counted[:]
        return other

    def _taking_up(self, places: Iterable[int], lines: int) -> Iterator[int]:
        """Yield the first of these blocks, until they take up `lines`; each is counted before the next."""
        for place in places:
            yield place
            lines -= self._heights[place]
            if lines <= 0:
                return

    def _set(self, block: int) -> bool:
        if self._is_counted[block]:
            return False
        height = self._count(block)
        self._is_counted[block] = True
        changed = height != self._heights[block]
        if changed:
            self._heights[block] = height
            self._tops = None
        return changed

    def _all_tops(self) -> list[int]:
        if self._tops is None:
            self._tops = list(accumulate(self._heights, initial=0))
        return self._tops
