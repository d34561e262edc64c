"""The heaviest chain of candidates in order on both sides."""

from collections.abc import Callable, Sequence

from diffing.alignment.candidates import Candidate


def heaviest_chain(candidates: Sequence[Candidate], weight: Callable[[Candidate], float]) -> list[Candidate]:
    """The candidates of greatest total weight that keep one order on both sides and share no paragraph.

    Only candidates of positive weight are taken. Time n log n: the best chain that ends at or before a
    right paragraph is kept in a binary indexed tree while the left ends rise.
    """
    ordered = sorted(candidates, key=lambda c: (c.left, c.right, c.left_end, c.right_end))
    size = max((c.right_end for c in ordered), default=0) + 1
    # tree[k]: the best (total, index of its last candidate) among right ends of the k-th block.
    tree: list[tuple[float, int]] = [(0, -1)] * (size + 1)
    previous = [-1] * len(ordered)
    waiting: dict[int, list[tuple[int, float, int]]] = {}
    ends = sorted({c.left_end for c in ordered})
    closed = 0
    for index, candidate in enumerate(ordered):
        while closed < len(ends) and ends[closed] <= candidate.left:
            for right_end, total, which in waiting.pop(ends[closed], ()):
                at = right_end + 1
                while at <= size:
                    if total > tree[at][0]:
                        tree[at] = (total, which)
                    at += at & -at
            closed += 1
        best: tuple[float, int] = (0, -1)
        at = candidate.right + 1
        while at > 0:
            if tree[at][0] > best[0]:
                best = tree[at]
            at -= at & -at
        previous[index] = best[1]
        total = best[0] + weight(candidate)
        waiting.setdefault(candidate.left_end, []).append((candidate.right_end, total, index))
    best = (0, -1)
    for found in waiting.values():
        for _, total, which in found:
            if total > best[0]:
                best = (total, which)
    for total, which in tree:
        if total > best[0]:
            best = (total, which)
    chain = []
    at = best[1]
    while at >= 0:
        chain.append(ordered[at])
        at = previous[at]
    chain.reverse()
    return chain
