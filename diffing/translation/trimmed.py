"""Pairs of paragraphs of which one has lost sentences: they stand between the same two links.

    3-3                          3-3
    4    two sentences           4    one of them: their lengths do not fit, and nothing else speaks against 4-4
    5-5                          5-5

The lengths of such two say nothing, and neither do words that only the longer one has. Where more paragraphs stand
between the links, there are more pairs, so that more must speak for one; and most where a pair would have moved.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise, product

from diffing.alignment.candidates import Candidate
from diffing.alignment.held import Held
from diffing.alignment.selection import probability_of
from diffing.model import Pair
from diffing.translation.scorer import Scorer

# Paragraphs between two links, on each side, at most.
_MOST = 2


def trimmed(links: Sequence[Candidate], scorer: Scorer, held: Held) -> Iterator[Candidate]:
    """Yield the likeliest pair of those that stand between two links, if one has lost sentences.

    Then such pairs of any other paragraphs without a link.
    """
    found: list[Candidate] = []
    for left, right in _gaps(links, scorer.sizes):
        odds, own, other = max(_odds(product(left, right), scorer, held), default=(0.0, 0, 0))
        least = scorer.options.trimmed if len(left) == len(right) == 1 else scorer.options.trimmed_among
        if odds > least:
            found.append(_candidate(odds, own, other, scorer))
    yield from found
    yield from _moved([*links, *found], scorer, held)


def _moved(links: Sequence[Candidate], scorer: Scorer, held: Held) -> Iterator[Candidate]:
    """Yield the likeliest pairs of paragraphs without a link, wherever they stand, that share much."""
    least = scorer.options.trimmed_moved
    taken = Pair(
        set(chain.from_iterable(link.indices.left for link in links)),
        set(chain.from_iterable(link.indices.right for link in links)),
    )
    left, right = ([at for at in range(size) if at not in side] for size, side in zip(scorer.sizes, taken, strict=True))
    pairs = [
        (own, other)
        for own, other in product(left, right)
        if scorer.support(range(own, own + 1), range(other, other + 1)) > least
    ]
    for odds, own, other in sorted(_odds(pairs, scorer, held), reverse=True):
        if odds > least and own not in taken.left and other not in taken.right:
            taken.left.add(own)
            taken.right.add(other)
            yield _candidate(odds, own, other, scorer)


def _candidate(odds: float, own: int, other: int, scorer: Scorer) -> Candidate:
    return Candidate(own, own + 1, other, other + 1, probability_of(odds), odds, 2 * scorer.options.skipped)


def _odds(pairs: Iterable[tuple[int, int]], scorer: Scorer, held: Held) -> Iterator[tuple[float, int, int]]:
    """Yield the log-odds of the pairs of which one may have lost sentences."""
    for own, other in pairs:
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
