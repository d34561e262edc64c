"""The heaviest chain of candidates that keeps one order on both sides.

candidates  0-0 (weight 3)   1-2 (weight 2)   2-1 (weight 4)   3-3 (weight 1)
chain       0-0   2-1   3-3: weight 8; with 1-2 in place of 2-1 it would be 6
"""

from collections.abc import Callable, Sequence
from operator import attrgetter

from diffing.alignment.candidates import Candidate


def heaviest_chain(candidates: Sequence[Candidate], weight: Callable[[Candidate], float]) -> list[Candidate]:
    """Return the candidates of greatest total weight that keep one order on both sides and share no paragraph.

    Only candidates of positive weight are taken. Time n log n: the candidates come by rising left start, and a binary
    indexed tree (Fenwick 1994) keeps the best chain that ends at or before a right paragraph.
    """
    ordered = sorted(candidates, key=attrgetter("left", "right", "left_end", "right_end"))
    size = max((c.right_end for c in ordered), default=0) + 1
    # The best total among the right ends of the k-th block, and the index of its last candidate.
    totals = [0.0] * (size + 1)
    lasts = [-1] * (size + 1)
    previous = [-1] * len(ordered)
    waiting: dict[int, list[tuple[int, float, int]]] = {}
    ends = sorted({c.left_end for c in ordered})
    closed = 0
    for index, candidate in enumerate(ordered):
        while closed < len(ends) and ends[closed] <= candidate.left:
            for right_end, total, which in waiting.pop(ends[closed], ()):
                at = right_end + 1
                while at <= size:
                    if total > totals[at]:
                        totals[at], lasts[at] = total, which
                    at += at & -at
            closed += 1
        best, last = 0.0, -1
        at = candidate.right + 1
        while at > 0:
            if totals[at] > best:
                best, last = totals[at], lasts[at]
            at -= at & -at
        previous[index] = last
        waiting.setdefault(candidate.left_end, []).append((candidate.right_end, best + weight(candidate), index))
    best, last = 0.0, -1
    for found in waiting.values():
        for _, total, which in found:
            if total > best:
                best, last = total, which
    for total, which in zip(totals, lasts, strict=True):
        if total > best:
            best, last = total, which
    chain = []
    at = last
    while at >= 0:
        chain.append(ordered[at])
        at = previous[at]
    chain.reverse()
    return chain
