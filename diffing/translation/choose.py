"""Choose the links among the candidates of two languages: the heaviest chain, then blocks of paragraphs that moved.

chain    0-0  1-1  2-2  5-5      block  3-8 4-9: moved, if the whole is heavier with it
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
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
            rest = list(_without(left, block))
            others = _chain(rest)
            weight = _weight(others) + _weight(block)
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


def _support(block: Block, support: Support) -> float:
    return sum([support(*places_of(one)) for one in block])


def _blocks(candidates: Sequence[Candidate], chain: Sequence[Candidate], least: float) -> list[Block]:
    """Return series of likely candidates outside the chain that follow each other on both sides.

    They weigh more than `least`. The first ones gain most where the rest of the chain stays as it is.
    """
    in_chain = set(chain)
    able = [one for one in candidates if one.odds > _LEAST_ODDS and one not in in_chain]
    starts: dict[tuple[int, int], Candidate] = {}
    for one in able:
        place = one.left, one.right
        if place not in starts or starts[place].worth < one.worth:
            starts[place] = one

    def grown(block: Block) -> Iterator[Block]:
        yield block
        after = starts.get((block[-1].left_end, block[-1].right_end))
        if after and len(block) < _MOST_LINKS:
            yield from grown((*block, after))

    # The others lose something where a block is taken out, so that it must weigh more than a move costs.
    blocks = [block for one in able for block in grown((one,)) if _weight(block) > least]
    gains = {block: _weight(block) - _weight(_displaced(chain, block)) for block in blocks}
    return sorted(blocks, key=lambda block: (-gains[block], block))


def _displaced(chain: Sequence[Candidate], block: Block) -> Iterator[Candidate]:
    """Yield the links of a chain that share a paragraph with a block."""
    left, left_end, right, right_end = block[0].left, block[-1].left_end, block[0].right, block[-1].right_end
    for one in chain:
        if (one.left < left_end and left < one.left_end) or (one.right < right_end and right < one.right_end):
            yield one


def _without(candidates: Iterable[Candidate], block: Block) -> Iterator[Candidate]:
    """Yield the candidates that share no paragraph with a block."""
    left, left_end, right, right_end = block[0].left, block[-1].left_end, block[0].right, block[-1].right_end
    for one in candidates:
        if (one.left_end <= left or one.left >= left_end) and (one.right_end <= right or one.right >= right_end):
            yield one
