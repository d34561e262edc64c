"""Groups of more paragraphs than candidates have: a link, and all paragraphs between it and the next one.

    2-8, left 2 has sentences before      5 6 7 on the right have no link
    2-(5 6 7 8)                           if its log-odds are higher than those of 2-8

Where one writer parts what the other one joined, a paragraph may stand for ten. All are joined at once: while some of
them are left out, the group lacks what they say.
"""

from collections.abc import Iterator, Sequence
from itertools import product, starmap

from diffing.alignment.candidates import Candidate
from diffing.alignment.held import Held
from diffing.alignment.scorer import Cells
from diffing.model import Pair
from diffing.translation.candidates import candidate_of
from diffing.translation.scorer import Scorer


def with_large_groups(links: Sequence[Candidate], scorer: Scorer, held: Held) -> list[Candidate]:
    """Return the links, each as a larger group if that is likelier."""
    taken = Pair(
        {at for link in links for at in range(link.left, link.left_end)},
        {at for link in links for at in range(link.right, link.right_end)},
    )
    found = []
    for link in links:
        best = link
        for cells in _larger(link, taken, scorer.sizes):
            odds = scorer.odds(cells)
            if odds > best.odds and all(starmap(held.allows, product(range(*cells[:2]), range(*cells[2:])))):
                best = candidate_of(cells, odds, scorer.options.skipped)
        # No other link may take the same paragraphs.
        taken.left.update(range(best.left, best.left_end))
        taken.right.update(range(best.right, best.right_end))
        found.append(best)
    return found


def _larger(link: Candidate, taken: Pair[set[int]], sizes: Pair[int]) -> Iterator[Cells]:
    """Yield the places of larger groups: with all free paragraphs before, behind or on both sides, of either side."""
    left, left_end, right, right_end = link[:4]
    if any(link.gap):
        return
    if left_end - left == 1:
        first, end = _free(right, right_end, taken.right, sizes.right)
        yield from ((left, left_end, *cells) for cells in _wider(right, right_end, first, end))
    if right_end - right == 1:
        first, end = _free(left, left_end, taken.left, sizes.left)
        yield from ((*cells, right, right_end) for cells in _wider(left, left_end, first, end))


def _wider(start: int, end: int, first: int, last: int) -> set[tuple[int, int]]:
    """Return `start`..`end` with what is before, behind, and both."""
    return {(first, end), (start, last), (first, last)} - {(start, end)}


def _free(start: int, end: int, taken: set[int], size: int) -> tuple[int, int]:
    """Return how far the paragraphs without a link reach before and behind `start`..`end`."""
    while start and start - 1 not in taken:
        start -= 1
    while end < size and end not in taken:
        end += 1
    return start, end
