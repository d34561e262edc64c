"""Choose the links among the candidates of two languages: the heaviest chain, then blocks of paragraphs that moved.

chain    0-0  1-1  2-2  5-5      block  3-8 4-9: moved, if the whole is heavier with it
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from diffing.alignment.candidates import Candidate
from diffing.alignment.chain import heaviest_chain
from diffing.translation.options import Options
from diffing.translation.scorer import places_of

# Links of a block that moved, and blocks that are tried and taken, at most.
_MOST_LINKS, _MOST_TRIED, _MOST_MOVED = 4, 4, 4
# Log-odds of a link of such a block, at least.
_LEAST_ODDS = 0.5

Block = tuple[Candidate, ...]
Support = Callable[[range, range], float]
"""The log-odds that come from what the texts of a candidate have in common."""


def chosen(candidates: Sequence[Candidate], options: Options, support: Support) -> list[Candidate]:
    """Return the links: those in order, and those of blocks out of order whose texts have enough in common."""
    left = list(candidates)
    chain = _chain(left)
    moved: list[Candidate] = []
    for _ in range(_MOST_MOVED):
        best = _weight(chain) + options.move
        found: tuple[Block, list[Candidate], list[Candidate]] | None = None
        blocks = (
            block for block in _blocks(left, chain, options.move) if _support(block, support) >= options.move_support
        )
        for block in islice(blocks, _MOST_TRIED):
            if not _is_crossed(block, left):
                continue
            rest = list(_without(left, block))
            gained = _weight(block)
            if weight_at_most(rest) + gained <= best:
                continue
            others = _chain(rest)
            weight = _weight(others) + gained
            if weight > best:
                best, found = weight, (block, rest, others)
        if found is None:
            break
        block, left, chain = found
        moved += block
    return chain + moved


def _chain(candidates: Sequence[Candidate]) -> list[Candidate]:
    return heaviest_chain(candidates, lambda candidate: candidate.worth)


def _weight(links: Iterable[Candidate]) -> float:
    return sum([link.worth for link in links])


def weight_at_most(candidates: Iterable[Candidate]) -> float:
    """Return a weight that no chain of some candidates exceeds: each left paragraph has its best share of one."""
    shares: dict[int, float] = {}
    for one in candidates:
        worth = one.worth
        if one.left_end - one.left == 1:
            if worth > shares.get(one.left, 0.0):
                shares[one.left] = worth
            continue
        for at in one.indices.left:
            shares[at] = max(shares.get(at, 0.0), worth / len(one.indices.left))
    return sum(shares.values())


def _support(block: Block, support: Support) -> float:
    return sum([support(*places_of(one)) for one in block])


def _blocks(candidates: Sequence[Candidate], chain: Sequence[Candidate], least: float) -> list[Block]:
    """Return series of likely candidates outside the chain that follow each other on both sides.

    They weigh more than `least`. The first ones gain most where the rest of the chain stays as it is.
    """
    in_chain = set(map(id, chain))
    able = [one for one in candidates if one.odds > _LEAST_ODDS and id(one) not in in_chain]
    starts: dict[tuple[int, int], Candidate] = {}
    for one in able:
        place = one.left, one.right
        if place not in starts or starts[place].worth < one.worth:
            starts[place] = one

    displaced = _Displaced(chain)
    # The others lose something where a block is taken out, so that it must weigh more than a move costs.
    losses = [
        (_weight(displaced.by(block)) - weight, block)
        for one in able
        for block, weight in _grown((one,), one.worth, starts)
        if weight > least
    ]
    return [block for _, block in sorted(losses)]


def _grown(block: Block, weight: float, starts: Mapping[tuple[int, int], Candidate]) -> Iterator[tuple[Block, float]]:
    """Yield a block, and the longer ones that it grows to, each with its weight; `starts` are candidates by place."""
    yield block, weight
    after = starts.get((block[-1].left_end, block[-1].right_end))
    if after and len(block) < _MOST_LINKS:
        yield from _grown((*block, after), weight + after.worth, starts)


class _Displaced:
    """The links of a chain by their places, which rise on both sides."""

    def __init__(self, chain: Sequence[Candidate]) -> None:
        self._chain = chain
        self._lefts = [one.left for one in chain]
        self._left_ends = [one.left_end for one in chain]
        self._rights = [one.right for one in chain]
        self._right_ends = [one.right_end for one in chain]

    def by(self, block: Block) -> Iterator[Candidate]:
        """Return the links that share a paragraph with a block, in order."""
        first, last = block[0], block[-1]
        on_left = range(bisect_right(self._left_ends, first.left), bisect_left(self._lefts, last.left_end))
        on_right = range(bisect_right(self._right_ends, first.right), bisect_left(self._rights, last.right_end))
        return (self._chain[at] for at in sorted({*on_left, *on_right}))


def _is_crossed(block: Block, candidates: Iterable[Candidate]) -> bool:
    """Return whether any candidate stands before a block on one side and behind it on the other.

    If none does, the block is heavier in no other place: it goes on with any chain of the others, which is none that is
    heavier than the heaviest one.
    """
    left, left_end, right, right_end = block[0].left, block[-1].left_end, block[0].right, block[-1].right_end
    return any(
        (one.left_end <= left and one.right >= right_end) or (one.left >= left_end and one.right_end <= right)
        for one in candidates
    )


def _without(candidates: Iterable[Candidate], block: Block) -> Iterator[Candidate]:
    """Yield the candidates that share no paragraph with a block."""
    left, left_end, right, right_end = block[0].left, block[-1].left_end, block[0].right, block[-1].right_end
    for one in candidates:
        if (one.left_end <= left or one.left >= left_end) and (one.right_end <= right or one.right >= right_end):
            yield one
