"""Paragraphs of two languages that could correspond, each with its log-odds.

    4-6   4-7   4-(6 7)   (4 5)-6 ...

Only what a chain of links could gain by is a candidate: paragraphs whose log-odds exceed what it costs to leave them
without a counterpart. A group is tried where one of its pairs is not hopeless.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product, starmap

from diffing.alignment.candidates import Candidate
from diffing.alignment.held import FREE, Held
from diffing.alignment.scorer import Cells
from diffing.alignment.selection import probability_of
from diffing.model import Pair
from diffing.translation.scorer import HOPELESS, Scorer

Near = Sequence[Sequence[int]]
"""For each left paragraph the right ones that may be its counterpart."""

Odds = Mapping[tuple[int, int], float]
"""The log-odds of each pair of a left paragraph and a right one that is weighed."""

_MANY = (2, 3)
"""Paragraphs of a group on one side; the other has one. Larger groups are rare: see docs/two-languages.md."""
_OPEN = 3
"""Paragraphs from the first to the last of an open group: the one between them is not of it."""
_NO_GAP: Pair[tuple[int, ...]] = Pair((), ())
_CERTAIN = 1000.0
"""Log-odds of a link that the reader made: more than an article of others has."""
_LEAD = 4.0
"""Log-odds by which a pair exceeds nought and the other pairs of its paragraphs if the two are settled.

No group has one of them only. That costs nothing, and spares most groups.
"""


def candidates_of(
    scorer: Scorer, held: Held = FREE, near: Near | None = None, may_be_open: bool = True
) -> list[Candidate]:
    """Return the pairs and groups that could be links; of `held` paragraphs only those that the reader linked.

    `near` are the right paragraphs that are weighed for each left one, in a piece of a long text; by default all. There
    a group is left out that weighs less than one of its pairs, for a chain takes the pair. In an article it may be part
    of a block that moved. A group that may be open has no paragraph between two others.
    """
    found = _weighed(scorer, near, may_be_open)
    if not held:
        return found
    pins = [
        Candidate(link.left[0], link.left[-1] + 1, link.right[0], link.right[-1] + 1, 1.0, _CERTAIN, 0.0)
        for link in held.links
    ]
    return [
        *pins,
        *(one for one in found if all(starmap(held.allows, product(*one.indices))) and not takes(one, held)),
    ]


def takes(one: Candidate, held: Held) -> bool:
    """Return whether a candidate has a paragraph that is in a pin."""
    return not (held.taken.left.isdisjoint(one.indices.left) and held.taken.right.isdisjoint(one.indices.right))


def _weighed(scorer: Scorer, near: Near | None, may_be_open: bool) -> list[Candidate]:
    """Return the pairs and groups that a chain could gain by."""
    lefts, rights = scorer.sizes
    skipped = scorer.options.skipped
    odds = {
        (left, right): scorer.odds((left, left + 1, right, right + 1))
        for left, row in enumerate(near or [range(rights)] * lefts)
        for right in row
    }
    found = [
        candidate_of((left, left + 1, right, right + 1), one, skipped)
        for (left, right), one in odds.items()
        if one > -2 * skipped
    ]
    return found + list(_groups(scorer, odds, may_be_open, is_part=near is not None))


def _groups(scorer: Scorer, odds: Odds, may_be_open: bool, *, is_part: bool) -> Iterator[Candidate]:
    """Yield the groups that have one of the pairs that are not hopeless, and no paragraph that is settled elsewhere.

    In a part of a long text, they weigh more than each of their pairs.
    """
    settled = _settled(odds)
    hopeful = [cell for cell, one in odds.items() if one > HOPELESS]
    wide = _windows(hopeful, settled, scorer.sizes.right)
    high = _windows([(right, left) for left, right in hopeful], settled.swapped(), scorer.sizes.left)
    skipped = scorer.options.skipped
    for cells in (
        *((left, left + 1, right, end) for left, right, end in wide),
        *((left, end, right, right + 1) for right, left, end in high),
    ):
        left, left_end, right, right_end = cells
        paragraphs = left_end - left + right_end - right
        worth = _worth_of_pairs(cells, odds, 2 * skipped) if is_part else 0.0
        for is_open in (False, True) if may_be_open and paragraphs > _OPEN else (False,):
            least = worth - skipped * (paragraphs - is_open)
            # Next to no group is weighed: most are left by their bounds.
            is_weighed = (is_open or scorer.may_fit(cells)) and scorer.at_most(cells, is_open) > least
            if is_weighed and (one := scorer.odds(cells, is_open)) > least:
                gap = Pair(_between(left, left_end), _between(right, right_end)) if is_open else _NO_GAP
                yield candidate_of(cells, one, skipped, gap)


def _worth_of_pairs(cells: Cells, odds: Odds, bonus: float) -> float:
    """Return the worth of the pair that a chain gains most by of those in a group; 0 if it gains by none."""
    left, left_end, right, right_end = cells
    if left_end - left == 1:
        found = [odds.get((left, at), -bonus) for at in range(right, right_end)]
    else:
        found = [odds.get((at, right), -bonus) for at in range(left, left_end)]
    return max(0.0, max(found) + bonus)


def _between(start: int, end: int) -> tuple[int, ...]:
    """Return what is between the first and the last one of three paragraphs."""
    return (start + 1,) if end - start == _OPEN else ()


def _windows(
    hopeful: Iterable[tuple[int, int]], settled: Pair[Mapping[int, int]], size: int
) -> list[tuple[int, int, int]]:
    """Return a left paragraph with several right ones, start and end, of `size`.

    They are those around a hopeful pair of which none is settled, but with the left one itself.
    """
    found: dict[tuple[int, int, int], None] = {}
    partners, others = settled
    # How many of those next to each other one are not settled, on either side of it.
    runs = [(_run(other, -1, others), _run(other, 1, others)) for other in range(size)]
    for own, other in hopeful:
        before, behind = runs[other]
        if not (before or behind) or partners.get(own, other) != other or others.get(other, own) != own:
            continue
        for count in _MANY:
            first = max(0, other - min(before, count - 1))
            for start in range(first, min(other, size - count, other + behind - count + 1) + 1):
                found[own, start, start + count] = None
    return list(found)


def _run(other: int, step: int, settled: Mapping[int, int]) -> int:
    """Return how many paragraphs next to one, at most two, are not settled."""
    if other + step in settled:
        return 0
    return 1 if other + 2 * step in settled else 2


def _settled(odds: Odds) -> Pair[Mapping[int, int]]:
    """Return the partner of each paragraph that clearly belongs to one: no other pair of the two is near."""
    best: Pair[dict[int, tuple[float, int]]] = Pair({}, {})
    seconds: Pair[dict[int, float]] = Pair({}, {})
    for (left, right), one in odds.items():
        for known, second, own, other in (
            (best.left, seconds.left, left, right),
            (best.right, seconds.right, right, left),
        ):
            if own not in known or one > known[own][0]:
                second[own] = known[own][0] if own in known else 0.0
                known[own] = (one, other)
            else:
                second[own] = max(second[own], one)
    found: Pair[dict[int, int]] = Pair({}, {})
    for left, (one, right) in best.left.items():
        if best.right[right][1] == left and one >= max(0.0, seconds.left[left], seconds.right[right]) + _LEAD:
            found.left[left], found.right[right] = right, left
    return found


def candidate_of(cells: Cells, odds: float, skipped: float, gap: Pair[tuple[int, ...]] = _NO_GAP) -> Candidate:
    """Return a candidate. What it gains besides its log-odds is that none of its paragraphs is left alone."""
    left, left_end, right, right_end = cells
    bonus = skipped * (left_end - left + right_end - right - len(gap.left) - len(gap.right))
    return Candidate(left, left_end, right, right_end, probability_of(odds), odds, bonus, gap)
