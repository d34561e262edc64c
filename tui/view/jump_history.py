"""Where a reader has jumped from, to go back there and forth again.

at A, jump to B, jump to C      A B [C]
back                            A [B] C
back                            [A] B C
jump to D                       A [D]
"""

from collections.abc import Callable

from .view_state import Block

# More than anyone goes back.
_MOST = 100


class Jumps:
    """The places before and after the one where the reader is."""

    def __init__(self) -> None:
        self._before: list[Block] = []
        self._after: list[Block] = []

    def leave(self, here: Block) -> None:
        """Remember a place that a jump leads away from; there is no way forth any more."""
        self._before = [*(block for block in self._before if block != here), here][-_MOST:]
        self._after = []

    def back(self, here: Block) -> Block | None:
        """The place before, if there is one; this one is then the one after."""
        return _pop(self._before, self._after, here)

    def forth(self, here: Block) -> Block | None:
        """The place after, if there is one."""
        return _pop(self._after, self._before, here)

    def leads_back(self, here: Block) -> bool:
        """Whether there is a place before."""
        return any(block != here for block in self._before)

    def leads_forth(self, here: Block) -> bool:
        """Whether there is a place after."""
        return any(block != here for block in self._after)

    def keep(self, same: Callable[[list[Block]], list[Block]]) -> None:
        """Remember other blocks in the place of these, as many."""
        self._before, self._after = same(self._before), same(self._after)


def _pop(way: list[Block], other_way: list[Block], here: Block) -> Block | None:
    while way:
        block = way.pop()
        # The reader may have walked there already.
        if block != here:
            other_way.append(here)
            return block
    return None
