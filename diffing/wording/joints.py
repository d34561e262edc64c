"""Sentence ends that one text lacks, because it was pasted without full stops or its script has none.

left    "A heron on the weir"  "The mill at Osterby"  "Divers under the ferry"  "Two oxen"
right   "A heron on the weir The mill at Osterby Divers under the ferry Two oxen"      cut before The, Divers, Two
"""

from collections.abc import Sequence
from itertools import pairwise

from diffing.model import Pair
from diffing.text.tokens import Token

AROUND = 2
"""Words on each side of a cut that both texts must have there."""

LEAST = 3
"""Sentence ends that a sentence must lack to be cut. With fewer, the sentences of the other text together make a pair
with it."""


def with_joints(cuts: Pair[list[int]], tokens: Pair[Sequence[Token]]) -> Pair[list[int]]:
    """Return where sentences begin and end on both sides, in tokens, with the ends that only one text shows."""
    if abs(len(cuts.left) - len(cuts.right)) < LEAST:
        return cuts
    if len(cuts.left) > len(cuts.right):
        return Pair(cuts.left, _cut_like(cuts.right, tokens.right, cuts.left, tokens.left))
    return Pair(_cut_like(cuts.left, tokens.left, cuts.right, tokens.right), cuts.right)


def _cut_like(cuts: list[int], side: Sequence[Token], other_cuts: Sequence[int], other: Sequence[Token]) -> list[int]:
    joints = {_around(other, cut) for cut in other_cuts[1:-1]}
    found = cuts[:1]
    for start, end in pairwise(cuts):
        more = [at for at in range(start + 1, end) if _around(side, at) in joints]
        found += [*more, end] if len(more) >= LEAST else [end]
    return found


def _around(side: Sequence[Token], at: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the forms of the words before and behind a place."""
    return (
        tuple([token.form for token in side[max(0, at - AROUND) : at]]),
        tuple([token.form for token in side[at : at + AROUND]]),
    )
