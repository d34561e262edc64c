"""Pairs of paragraphs of which one has lost sentences: they stand between the same two links.

    3-3                          3-3
    4    two sentences           4    one of them: their lengths do not fit, and nothing else speaks against 4-4
    5-5                          5-5

The lengths of such two say nothing, and neither do words that only the longer one has. Where more paragraphs stand
between the links, there are more pairs, so that more must speak for one.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from diffing.alignment.candidates import Candidate
from diffing.alignment.held import Held
from diffing.alignment.selection import probability_of
from diffing.model import Pair
from diffing.translation.scorer import Scorer

# Paragraphs between two links, on each side, at most.
_MOST = 2


def trimmed(links: Sequence[Candidate], scorer: Scorer, held: Held) -> Iterator[Candidate]:
    """Yield the likeliest pair of those that stand between two links, if one has lost sentences."""
    for left, right in _gaps(links, scorer.sizes):
        odds, own, other = max(_odds(left, right, scorer, held), default=(0.0, 0, 0))
        least = scorer.options.trimmed if len(left) == len(right) == 1 else scorer.options.trimmed_among
        if odds > least:
            bonus = 2 * scorer.options.skipped
            yield Candidate(own, own + 1, other, other + 1, probability_of(odds), odds, bonus)


def _odds(left: range, right: range, scorer: Scorer, held: Held) -> Iterator[tuple[float, int, int]]:
    """Yield the log-odds of each pair of the paragraphs of a gap of which one may have lost sentences."""
    for own, other in product(left, right):
        odds = scorer.contained(own, other)
        if odds is not None and held.allows(own, other):
            yield odds, own, other


def _gaps(links: Sequence[Candidate], sizes: Pair[int]) -> Iterator[Pair[range]]:
    """Yield the paragraphs between two links that follow each other on both sides, where they are few."""
    places = [
        (0, 0, 0, 0),
        *sorted((link.left, link.left_end, link.right, link.right_end) for link in links),
        (sizes.left, sizes.left, sizes.right, sizes.right),
    ]
    taken = {at for _, _, right, right_end in places for at in range(right, right_end)}
    for (_, left, _, right), (left_end, _, right_end, _) in pairwise(places):
        gap = Pair(range(left, left_end), range(right, right_end))
        if all(1 <= len(side) <= _MOST for side in gap) and taken.isdisjoint(gap.right):
            yield gap
