"""Which paragraphs correspond, and why: Link(left=(3,), right=(4, 5), similarity=0.71)."""

from dataclasses import dataclass
from itertools import pairwise

from diffing.model.pair import Pair


@dataclass(frozen=True, slots=True)
class Link:
    """Paragraphs that correspond (a bead, in Gale & Church 1993): 1-1, 1-n, n-1 or n-m.

    `left` and `right` are 0-based indices, rising and neither empty. `similarity` is 0..1.
    `moved` says that the link is out of the order the other links keep.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    similarity: float
    moved: bool = False

    def __post_init__(self) -> None:
        for side in (self.left, self.right):
            if len(side) != 1 and (not side or any(after <= before for before, after in pairwise(side))):
                raise ValueError(f"a link needs rising paragraphs on both sides: {self.left} {self.right}")
        if not 0.0 <= self.similarity <= 1.0:
            raise ValueError(f"similarity is 0..1, not {self.similarity}")


@dataclass(frozen=True, slots=True)
class Evidence:
    """The reasons for a link.

    `odds` are the log-odds that the texts correspond, as weighed by alignment; 0 is even. `rival` is the
    likeliest other candidate for one of the paragraphs (0-based indices), none if there is no other; `margin`
    is the similarity of the link less that of its rival, or less 0. `shared` are the weightiest words, numbers
    and names that both sides have, as the left one writes them. `uncertain` says that little speaks for this
    link over another one or over none.
    """

    odds: float
    margin: float
    rival: Pair[tuple[int, ...]] | None
    shared: tuple[str, ...]
    uncertain: bool
