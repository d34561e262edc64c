"""Check the paragraph lines against the comparison of the first version with the last one.

    by steps   paragraph 1 is 2, and 2 is 3      directly   paragraph 1 is 3      a disagreement

Many small steps follow a paragraph through rewritings that one large step cannot see; but an error of one step stays in
all that follow. So the paragraphs that the two ways pair with different ones are listed.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from diffing.history.model import Disagreement, ParagraphLine, Step
from diffing.model import Comparison

_Pairs = set[tuple[int, int]]


def disagreements(
    steps: Sequence[Step], lines: Iterable[ParagraphLine], direct: Comparison
) -> tuple[Disagreement, ...]:
    """Return the paragraphs of the first and the last version that have no common counterpart by both ways."""
    by_steps = _by_steps(steps)
    by_steps |= {
        (line.stations[0].paragraph, line.stations[-1].paragraph)
        for line in lines
        if line.first == 0 and line.last == len(steps)
    }
    directly = {(left, right) for row in direct.rows for left in row.left for right in row.right}
    groups = [*_groups(by_steps | directly)]
    number_of = {left: number for number, lefts in enumerate(groups) for left in lefts}
    ways: list[tuple[_Pairs, _Pairs]] = [(set(), set()) for _ in groups]
    for way, pairs in enumerate((by_steps, directly)):
        for pair in pairs:
            ways[number_of[pair[0]]][way].add(pair)
    return tuple(
        Disagreement(tuple(sorted(chained)), tuple(sorted(own)))
        for chained, own in ways
        if any(_have_nothing_in_common(chained, own, side) for side in (0, 1))
    )


def _by_steps(steps: Sequence[Step]) -> _Pairs:
    """Return the pairs of a paragraph of the first version and one of the last that the steps lead to."""
    reached = {at: {at} for at in range(len(steps[0].comparison.left.paragraphs))}
    for step in steps:
        following: defaultdict[int, set[int]] = defaultdict(set)
        for row in step.comparison.rows:
            for left in row.left:
                following[left].update(row.right)
        reached = {start: set().union(*(following[at] for at in ends)) for start, ends in reached.items()}
    return {(start, end) for start, ends in reached.items() for end in ends}


def _groups(pairs: _Pairs) -> Iterator[set[int]]:
    """Yield the left paragraphs that are connected by pairs, by the first of them."""
    there: defaultdict[int, set[int]] = defaultdict(set)
    back: defaultdict[int, set[int]] = defaultdict(set)
    for left, right in pairs:
        there[left].add(right)
        back[right].add(left)
    seen: set[int] = set()
    for start in sorted(there):
        if start in seen:
            continue
        lefts, rights, waiting = {start}, set[int](), [start]
        while waiting:
            for right in there[waiting.pop()] - rights:
                rights.add(right)
                waiting += back[right] - lefts
                lefts |= back[right]
        seen |= lefts
        yield lefts


def _have_nothing_in_common(one: _Pairs, other: _Pairs, side: int) -> bool:
    """Return whether some paragraph of a side is in no pair that both sets have."""
    agreed = {pair[side] for pair in one & other}
    return any(pair[side] not in agreed for pair in one | other)
