"""Links that the heaviest chain leaves out because they are out of order, and the links that count as moved.

chain          0-0   1-1   2-2
left free      left 3, right 3, and so on: 5-3 is linked out of order
all links      0-0   1-1   2-2   5-3   6-6: without 5-3 the others keep one order, so 5-3 has moved
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from diffing.alignment.candidates import Candidate
from diffing.alignment.chain import heaviest_chain
from diffing.alignment.options import Options
from diffing.alignment.vocabulary import Text
from diffing.model import Pair


def moved_links(
    candidates: Sequence[Candidate],
    chain: Sequence[Candidate],
    repeated: Pair[frozenset[int]],
    options: Options,
) -> list[Candidate]:
    """Return the links among the paragraphs that the chain leaves free, the strongest first.

    A line that a side repeats gives no evidence of its origin. It is linked only beside another link, with which it may
    have moved.
    """
    used = Pair(
        {index for candidate in chain for index in candidate.indices.left},
        {index for candidate in chain for index in candidate.indices.right},
    )
    able = [
        candidate
        for candidate in candidates
        if candidate.worth >= (options.moved_group if candidate.is_group else options.moved_pair)
        and used.left.isdisjoint(candidate.indices.left)
        and used.right.isdisjoint(candidate.indices.right)
    ]
    able.sort(key=lambda candidate: (-candidate.worth, candidate))
    ends = {(candidate.left_end, candidate.right_end) for candidate in chain}
    starts = {(candidate.left, candidate.right) for candidate in chain}
    found: list[Candidate] = []
    waiting = able
    while waiting:
        later, before = [], len(found)
        for candidate in waiting:
            left, right = candidate.indices
            if not (used.left.isdisjoint(left) and used.right.isdisjoint(right)):
                continue
            start, end = (candidate.left, candidate.right), (candidate.left_end, candidate.right_end)
            is_repeated = not (repeated.left.isdisjoint(left) and repeated.right.isdisjoint(right))
            if is_repeated and start not in ends and end not in starts:
                later.append(candidate)
                continue
            used.left.update(left)
            used.right.update(right)
            ends.add(end)
            starts.add(start)
            found.append(candidate)
        waiting = later if len(found) > before else []
    return found


def out_of_order(links: Sequence[Candidate], sides: Pair[Sequence[Text]]) -> set[Candidate]:
    """Return the lightest set of links whose removal puts the others in order on both sides: these count as moved.

    The weight of a link is the number of pairs of paragraphs it links. Among equals, the link with less text has moved.
    """
    if all(one.left_end <= two.left and one.right_end <= two.right for one, two in pairwise(sorted(links))):
        return set()
    longest = sum(text.length for side in sides for text in side) + 1

    def weight(link: Candidate) -> int:
        left, right = link.indices
        length = sum([sides.left[index].length for index in left]) + sum([sides.right[index].length for index in right])
        return link.pairs * longest + length

    moved: set[Candidate] = set()
    for block in _crossing(links):
        kept = set(heaviest_chain(block, weight))
        moved.update(link for link in block if link not in kept)
    return moved


def _crossing(links: Sequence[Candidate]) -> Iterator[Sequence[Candidate]]:
    """Yield the blocks of links that cross each other: of a book few do. All links of a block stand before the next."""
    ordered = sorted(links)
    behind = [*accumulate((link.right for link in reversed(ordered)), min)][::-1]
    start = left_end = right_end = 0
    for at, link in enumerate(ordered):
        if link.left >= left_end and behind[at] >= right_end:
            if at - start > 1:
                yield ordered[start:at]
            start = at
        left_end, right_end = max(left_end, link.left_end), max(right_end, link.right_end)
    if len(ordered) - start > 1:
        yield ordered[start:]
