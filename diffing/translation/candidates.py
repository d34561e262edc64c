"""Paragraphs of two languages that could correspond, each with its log-odds.

    4-6   4-7   4-(6 7)   (4 5)-6 ...

Only what a chain of links could gain by is a candidate: paragraphs whose log-odds exceed what it costs to leave them
without a counterpart. A group is tried where one of its pairs is not hopeless.
"""

from collections.abc import Iterator
from itertools import product, starmap

from diffing.alignment.candidates import Candidate
from diffing.alignment.held import FREE, Held
from diffing.alignment.selection import probability_of
from diffing.translation.scorer import Scorer

_SHAPES = ((1, 2), (2, 1), (1, 3), (3, 1))
"""Paragraphs on the left and right of a group. Larger ones are rare: see docs/two-languages.md."""
_CERTAIN = 1000.0
"""Log-odds of a link that the reader made: more than an article of others has."""
_HOPELESS = -6.0
"""Log-odds of a pair, at most, that is in no group. A half of a merged paragraph lacks what the other half has."""


def candidates_of(scorer: Scorer, held: Held = FREE) -> list[Candidate]:
    """Return the pairs and groups that could be links; of `held` paragraphs only those that the reader linked."""
    found = _weighed(scorer)
    if not held:
        return found
    pins = [
        Candidate(link.left[0], link.left[-1] + 1, link.right[0], link.right[-1] + 1, 1.0, _CERTAIN, 0.0)
        for link in held.links
    ]
    return [
        *pins,
        *(one for one in found if all(starmap(held.allows, product(*one.indices))) and not _takes(one, held)),
    ]


def _takes(one: Candidate, held: Held) -> bool:
    """Return whether a candidate has a paragraph that is in a pin."""
    return not (held.taken.left.isdisjoint(one.indices.left) and held.taken.right.isdisjoint(one.indices.right))


def _weighed(scorer: Scorer) -> list[Candidate]:
    """Return the pairs and groups that a chain could gain by."""
    lefts, rights = scorer.sizes
    odds = [[scorer.odds((left, left + 1, right, right + 1)) for right in range(rights)] for left in range(lefts)]
    found = [
        _candidate(left, left + 1, right, right + 1, odds[left][right], scorer.options.skipped)
        for left in range(lefts)
        for right in range(rights)
        if odds[left][right] > -2 * scorer.options.skipped
    ]
    hopeful = [(left, right) for left in range(lefts) for right in range(rights) if odds[left][right] > _HOPELESS]
    return found + list(_groups(scorer, hopeful))


def _groups(scorer: Scorer, hopeful: list[tuple[int, int]]) -> Iterator[Candidate]:
    """Yield the groups that have one of the hopeful pairs."""
    lefts, rights = scorer.sizes
    skipped = scorer.options.skipped
    tried: set[tuple[int, int, int, int]] = set()
    for left, right in hopeful:
        for high, wide in _SHAPES:
            for start in range(max(0, left - high + 1), min(left, lefts - high) + 1):
                for begin in range(max(0, right - wide + 1), min(right, rights - wide) + 1):
                    cells = (start, start + high, begin, begin + wide)
                    if cells in tried:
                        continue
                    tried.add(cells)
                    if scorer.may_fit(cells) and (odds := scorer.odds(cells)) > -skipped * (high + wide):
                        yield _candidate(*cells, odds, skipped)


def _candidate(left: int, left_end: int, right: int, right_end: int, odds: float, skipped: float) -> Candidate:
    """Return a candidate. What it gains besides its log-odds is that none of its paragraphs is left alone."""
    bonus = skipped * (left_end - left + right_end - right)
    return Candidate(left, left_end, right, right_end, probability_of(odds), odds, bonus)
