"""Pairs of paragraphs of which one has lost sentences: each stands alone between the same two links.

    3-3                          3-3
    4    two sentences           4    one of them: their lengths do not fit, and nothing else speaks against 4-4
    5-5                          5-5

The lengths of such two say nothing, and neither do words that only the longer one has.
"""

from collections.abc import Iterator, Sequence

from diffing.alignment.candidates import Candidate
from diffing.alignment.held import Held
from diffing.alignment.selection import probability_of
from diffing.translation.scorer import Scorer


def trimmed(links: Sequence[Candidate], scorer: Scorer, held: Held) -> Iterator[Candidate]:
    """Yield the pairs between links that follow each other but for one paragraph on each side."""
    sizes = scorer.sizes
    ends = sorted({(0, 0), *((link.left_end, link.right_end) for link in links)})
    starts = {(sizes.left, sizes.right), *((link.left, link.right) for link in links)}
    taken_left = {at for link in links for at in link.indices.left}
    taken_right = {at for link in links for at in link.indices.right}
    for left, right in ends:
        if (left + 1, right + 1) in starts and left not in taken_left and right not in taken_right:
            odds = scorer.contained(left, right)
            if odds is not None and odds > scorer.options.trimmed and held.allows(left, right):
                yield Candidate(
                    left, left + 1, right, right + 1, probability_of(odds), odds, scorer.options.skipped * 2
                )
