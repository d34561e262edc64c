"""Pairs that a reader put right: the fixed links from which the other ones are made.

    left 4   "Talks resumed on Monday."        newsdiff pairs 4 with 6, which is wrong
    right 6  "Talks about gas resumed."
    right 9  "On Monday negotiators met."

    Pins(pairs=(Pair((4,), (9,)),))            4 and 9 are a pair, and in no other
    Pins(parted=((4, 6),))                     4 and 6 are no pair; newsdiff looks for another one

`compare(left, right, pins=...)` honours pins before it weighs any other link, so that the neighbours of a fixed pair
profit.
"""

from dataclasses import dataclass
from itertools import pairwise, product

from diffing.model import Article, Comparison, Pair


@dataclass(frozen=True, slots=True)
class Pins:
    """Fixed links of two articles.

    `pairs` are paragraphs (0-based, rising) that correspond, several on a side if need be. One side may be empty: then
    these paragraphs have no counterpart. `parted` are a left and a right paragraph each that do not correspond. No
    paragraph is in two pairs, and no parted one in a pair with the other.
    """

    pairs: tuple[Pair[tuple[int, ...]], ...] = ()
    parted: tuple[tuple[int, int], ...] = ()

    def __post_init__(self) -> None:
        for pair in self.pairs:
            if not pair.left and not pair.right:
                raise ValueError("a pin needs a paragraph")
            if any(after <= before for side in pair for before, after in pairwise((-1, *side))):
                raise ValueError(f"paragraphs of a pin rise from 0: {pair.left} {pair.right}")
        for held in (
            [index for pair in self.pairs for index in pair.left],
            [index for pair in self.pairs for index in pair.right],
        ):
            if len(held) > len(set(held)):
                raise ValueError("a paragraph is in two pins")
        if any(index < 0 for parted in self.parted for index in parted):
            raise ValueError("paragraphs are numbered from 0")
        cells = {cell for pair in self.pairs for cell in product(pair.left, pair.right)}
        if not cells.isdisjoint(self.parted):
            raise ValueError("a pair is pinned and parted")

    def __bool__(self) -> bool:
        return bool(self.pairs or self.parted)

    def swapped(self) -> "Pins":
        """Return the pins with the sides exchanged."""
        return Pins(tuple(pair.swapped() for pair in self.pairs), tuple((right, left) for left, right in self.parted))

    def check(self, articles: Pair[Article]) -> None:
        """Raise ValueError if a pin has a paragraph that its article has not."""
        cells = [Pair((left,), (right,)) for left, right in self.parted]
        for pair in (*self.pairs, *cells):
            for article, indices in zip(articles, pair, strict=True):
                if indices and indices[-1] >= len(article.paragraphs):
                    raise ValueError(f"{article.source} has no paragraph {indices[-1]}")


NO_PINS = Pins()


def pins_of(comparison: Comparison) -> Pins:
    """Return the pins that a comparison was made with."""
    return Pins(tuple(Pair(row.left, row.right) for row in comparison.rows if row.pinned), comparison.parted)
