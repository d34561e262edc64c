"""The places a reader has jumped from, to go back there and forward again.

at A, jump to B, jump to C      A B [C]
back                            A [B] C
back                            [A] B C
jump to D                       A [D]
"""

from collections.abc import Callable
from dataclasses import dataclass

from .outline import Block

# More than a reader goes back.
_MOST = 100


@dataclass(frozen=True, slots=True)
class JumpHistory:
    """The blocks before and after the one where the reader is, the nearest last."""

    before: tuple[Block, ...] = ()
    after: tuple[Block, ...] = ()

    def leave(self, here: Block) -> "JumpHistory":
        """Return the history with a jump away from `here`; after it nothing leads forward."""
        return JumpHistory((*(block for block in self.before if block != here), here)[-_MOST:])

    def back(self, here: Block) -> tuple[Block | None, "JumpHistory"]:
        """Return the block before, if there is one, and the history with `here` as the block after it."""
        block, before, after = _moved(self.before, self.after, here)
        return block, JumpHistory(before, after)

    def forward(self, here: Block) -> tuple[Block | None, "JumpHistory"]:
        """Return the block after, if there is one, and the history with `here` as the block before it."""
        block, after, before = _moved(self.after, self.before, here)
        return block, JumpHistory(before, after)

    def leads_back(self, here: Block) -> bool:
        """Return whether there is a block before."""
        return any(block != here for block in self.before)

    def leads_forward(self, here: Block) -> bool:
        """Return whether there is a block after."""
        return any(block != here for block in self.after)

    def mapped(self, same: Callable[[tuple[Block, ...]], tuple[Block, ...]]) -> "JumpHistory":
        """Return the history with other blocks, of another comparison, in place of these."""
        return JumpHistory(same(self.before), same(self.after))


NO_JUMPS = JumpHistory()
"""History of a reader who has not jumped."""


def _moved(
    way: tuple[Block, ...], other_way: tuple[Block, ...], here: Block
) -> tuple[Block | None, tuple[Block, ...], tuple[Block, ...]]:
    """Return the last block of a way that is not `here`, what is left of that way, and the other way with `here`."""
    # The reader may have walked to the last ones already.
    while way and way[-1] == here:
        way = way[:-1]
    return (way[-1], way[:-1], (*other_way, here)) if way else (None, way, other_way)
