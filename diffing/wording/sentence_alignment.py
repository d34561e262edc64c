"""Sentences of two linked paragraphs that correspond.

    The states cut ties in 2019 after a        The states cut ties in 2019. The capital
    disputed vote and imposed a battery        named a leader and imposed several
    of sanctions.                              sanctions.

    one bead: sentence 0 on the left with sentences 0 and 1 on the right

A bead pairs a range of sentences with a range of sentences; if one side is empty, only the other side has the
sentences. The worth of a bead is linear in what its sentences share, so one more sentence joins it exactly if the other
side has enough of that sentence:

    worth = 2 * shared - FLOOR * (left weight + right weight) - EXTRA * mean weight * extra sentences

Dynamic programming finds the best chain of beads in order (Gale & Church 1993, with words in place of lengths). Two
sentences outside the chain that are much alike are one sentence that moved.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, product
from typing import NamedTuple

from diffing.text.sequences import longest_rising
from diffing.text.tokens import CONTENT_WEIGHT, Token
from diffing.text.words import STEM_LENGTH

# Sentences correspond when they share this much of their weight (Dice).
FLOOR = 0.3
# The cost of one more sentence in a bead, in mean sentence weights: so two pairs are better than one double pair.
EXTRA = 0.08
# Two sentences at different places are one that moved when they share this much of their weight (Dice) ...
MOVED_FLOOR = 0.6
# ... and at least three content words; if they are equal, two are enough.
MOVED_WEIGHT = 3 * CONTENT_WEIGHT
MOVED_WEIGHT_IF_SAME = 2 * CONTENT_WEIGHT
# The sentences of both sides between the same neighbours are reworded when they share this much (Dice).
REWORDED_FLOOR = 0.2
# Sentences a side that may be one bead.
SHAPES = ((1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1))
# A table of sentences by sentences with more cells is first cut at sure pairs ...
MOST_CELLS = 1_024
# ... that share this much (Dice), looked up by stems that at most this many sentences have.
SURE_FLOOR = 0.5
SURE_HOLDERS = 8

StemBag = Counter[str]


class Bead(NamedTuple):
    """Sentences `left_start`..`left_end` with `right_start`..`right_end`, counted from 0; one side may be empty.

    Two beads with the same `move`, one with a left and one with a right side only, are one sentence that is at
    different places.
    """

    left_start: int
    left_end: int
    right_start: int
    right_end: int
    move: int | None = None
    bounded: bool = False
    """True if the sentences were too many and too different to align them."""


class _SentenceBags:
    """The sentences of one paragraph as bags of weighted stems."""

    def __init__(self, sentences: Sequence[Sequence[Token]]) -> None:
        self.forms = [[token.form for token in sentence] for sentence in sentences]
        self._sentences = sentences
        self._bags: dict[tuple[int, int], StemBag] = {}

    def bag(self, at: int) -> StemBag:
        """Return the bag of a sentence, made at first use: equal sentences need none."""
        return self.joined(at, at + 1)

    def weights(self, start: int, end: int) -> list[int]:
        """Return the weight of each sentence of a range."""
        return [self.bag(at).total() for at in range(start, end)]

    def joined(self, start: int, end: int) -> StemBag:
        """Return the bag of a range of sentences, made once."""
        found = self._bags.get((start, end))
        if found is None:
            found = bag(self._sentences[start]) if end == start + 1 else Counter()
            for at in range(start, end if end > start + 1 else start):
                found.update(self.bag(at))
            self._bags[start, end] = found
        return found


def bag(tokens: Iterable[Token]) -> StemBag:
    """Return the stems of a sentence, each with the weight of all its tokens."""
    found: StemBag = Counter()
    before = ""
    for token in tokens:
        stem = token.form[:STEM_LENGTH]
        if len(stem) == 1 and not stem.isascii():  # a text without spaces: characters in twos
            stem, before = before + stem, stem
        else:
            before = ""
        found[stem] = found.get(stem, 0) + token.weight
    return found


def shared_weight(left: StemBag, right: StemBag) -> int:
    """Return the weight that two bags have in common."""
    return sum([min(left[stem], right[stem]) for stem in left.keys() & right.keys()])


def likeness(left: StemBag, right: StemBag) -> float:
    """Return the share of their weight that two bags have in common (Dice), 0..1; 0 if both are empty."""
    return _dice(shared_weight(left, right), left, right)


def _dice(shared: int, left: StemBag, right: StemBag) -> float:
    return 2 * shared / ((left.total() + right.total()) or 1)


def close_pairs(left: Sequence[StemBag], right: Sequence[StemBag]) -> Iterable[tuple[int, int]]:
    """Return the pairs to compare: all of a few sentences, and of many those with a stem that few sentences have."""
    if len(left) * len(right) <= MOST_CELLS:
        return product(range(len(left)), range(len(right)))
    left_holders, right_holders = _holders(left), _holders(right)
    return sorted(
        {
            pair
            for stem, holders in left_holders.items()
            if max(len(holders), len(right_holders.get(stem, ()))) <= SURE_HOLDERS
            for pair in product(holders, right_holders.get(stem, ()))
        }
    )


def _holders(bags: Sequence[StemBag]) -> dict[str, list[int]]:
    """Index the bags by stem: stem -> the bags that have it."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(bags):
        for stem in one:
            found[stem].append(at)
    return found


def may_have_moved(left: StemBag, right: StemBag) -> bool:
    """Return whether two sentences at different places are alike enough to be one sentence that moved."""
    shared = shared_weight(left, right)
    return (
        shared >= MOVED_WEIGHT_IF_SAME  # first, for most pairs share next to nothing
        and _dice(shared, left, right) >= MOVED_FLOOR
        and (shared >= MOVED_WEIGHT or left == right)
    )


def align_sentences(left: Sequence[Sequence[Token]], right: Sequence[Sequence[Token]]) -> tuple[Bead, ...]:
    """Return the beads of two paragraphs: each sentence in exactly one, in order on both sides."""
    if len(left) <= 1 and len(right) <= 1:
        return (Bead(0, len(left), 0, len(right)),) if left or right else ()
    sides = _SentenceBags(left), _SentenceBags(right)
    chain: list[Bead] = []
    for block in _blocks(*sides):
        chain += _best_chain(*sides, block)
    return tuple(_completed(*sides, chain))


def _blocks(left: _SentenceBags, right: _SentenceBags) -> Iterator[Bead]:
    """Cut the paragraphs into blocks to align one by one: equal sentences at both ends, and parts of large tables."""
    count, other = len(left.forms), len(right.forms)
    shorter = min(count, other)
    head = 0
    while head < shorter and left.forms[head] == right.forms[head]:
        yield Bead(head, head + 1, head, head + 1)
        head += 1
    tail = 0
    while tail < shorter - head and left.forms[-1 - tail] == right.forms[-1 - tail]:
        tail += 1
    rest = Bead(head, count - tail, head, other - tail)
    cuts = [(rest.left_start, rest.right_start)]
    if (rest.left_end - rest.left_start) * (rest.right_end - rest.right_start) > MOST_CELLS:
        cuts += _sure_pairs(left, right, rest)
    cuts.append((rest.left_end, rest.right_end))
    for (i, j), (k, m) in pairwise(cuts):
        yield Bead(i, k, j, m)
    for back in range(tail, 0, -1):
        yield Bead(count - back, count - back + 1, other - back, other - back + 1)


def _sure_pairs(left: _SentenceBags, right: _SentenceBags, block: Bead) -> list[tuple[int, int]]:
    """Return sentences that are each other's best and much alike, in order on both sides."""
    holders = _holders([right.bag(j) for j in range(len(right.forms))])
    best_of_right: dict[int, tuple[float, int]] = {}
    best_of_left: dict[int, int] = {}
    for i in range(block.left_start, block.left_end):
        near: Counter[int] = Counter()
        for stem, weight in left.bag(i).items():
            if len(holders.get(stem, ())) <= SURE_HOLDERS:
                for j in holders.get(stem, ()):
                    if block.right_start <= j < block.right_end:
                        near[j] += min(weight, right.bag(j)[stem])
        if near:
            j = max(near, key=lambda j: (near[j], -j))
            alike = likeness(left.bag(i), right.bag(j))
            if alike >= SURE_FLOOR:
                best_of_left[i] = j
                best_of_right[j] = max(best_of_right.get(j, (0.0, 0)), (alike, -i))
    mutual = [(i, j) for i, j in best_of_left.items() if best_of_right[j][1] == -i]
    return longest_rising(mutual)


def _best_chain(left: _SentenceBags, right: _SentenceBags, block: Bead) -> list[Bead]:
    """Return the beads of a block that have both sides, in order, of the highest worth together."""
    count, other = block.left_end - block.left_start, block.right_end - block.right_start
    if not count or not other:
        return []
    if count == other == 1 and left.forms[block.left_start] == right.forms[block.right_start]:
        return [block]
    if count * other > MOST_CELLS:
        return [block._replace(bounded=True)]
    left_weights = left.weights(block.left_start, block.left_end)
    right_weights = right.weights(block.right_start, block.right_end)
    extra = EXTRA * (sum(left_weights) + sum(right_weights)) / (count + other)
    own_bags = [left.bag(at) for at in range(block.left_start, block.left_end)]
    other_bags = [right.bag(at) for at in range(block.right_start, block.right_end)]
    share = {(i, j): shared_weight(a, b) for i, a in enumerate(own_bags) for j, b in enumerate(other_bags)}
    straight = {(i, j): 2 * common >= FLOOR * (left_weights[i] + right_weights[j]) for (i, j), common in share.items()}
    best = [[0.0] * (other + 1) for _ in range(count + 1)]
    step: list[list[tuple[int, int]]] = [[(0, 0)] * (other + 1) for _ in range(count + 1)]
    for i, j in product(range(count + 1), range(other + 1)):
        worth, shape = 0.0, (0, 0)
        if i and best[i - 1][j] >= worth:
            worth, shape = best[i - 1][j], (1, 0)
        if (j and best[i][j - 1] > worth) or (j and not i):
            worth, shape = best[i][j - 1], (0, 1)
        # The last sentences of a bead have something in common, and so have its first sentences.
        for m, n in SHAPES if i and j and share[i - 1, j - 1] else ():
            if m > i or n > j or not share[i - m, j - n]:
                continue
            if m == n == 2 and not (straight[i - m, j - n] or straight[i - 1, j - 1]):
                continue  # two sentences that changed places
            weight = sum(left_weights[i - m : i]) + sum(right_weights[j - n : j])
            # Joined sentences share at most as much as the single ones do, and most beads have too little even then.
            common = sum([share[cell] for cell in product(range(i - m, i), range(j - n, j))])
            gain = 2 * common - FLOOR * weight - extra * (m + n - 2)
            if gain <= 0 or best[i - m][j - n] + gain <= worth:
                continue
            if m + n > 2:
                a, c = block.left_start + i - m, block.right_start + j - n
                common = shared_weight(left.joined(a, a + m), right.joined(c, c + n))
                gain = 2 * common - FLOOR * weight - extra * (m + n - 2)
            if gain > 0 and best[i - m][j - n] + gain > worth:
                worth, shape = best[i - m][j - n] + gain, (m, n)
        best[i][j], step[i][j] = worth, shape
    chain = []
    i, j = count, other
    while i or j:
        m, n = step[i][j]
        if m and n:
            a, c = block.left_start + i, block.right_start + j
            chain.append(Bead(a - m, a, c - n, c))
        i, j = i - m, j - n
    return chain[::-1]


def _completed(left: _SentenceBags, right: _SentenceBags, chain: Sequence[Bead]) -> Iterator[Bead]:
    """Yield the chain with the sentences it leaves out: moved, reworded at their place, or of one side only."""
    ends = [Bead(0, 0, 0, 0), *chain, Bead(len(left.forms), len(left.forms), len(right.forms), len(right.forms))]
    gaps = [
        Bead(before.left_end, after.left_start, before.right_end, after.right_start) for before, after in pairwise(ends)
    ]
    moves = _moves(left, right, gaps)
    left_moves = {i: number for number, (i, _) in enumerate(moves, 1)}
    right_moves = {j: number for number, (_, j) in enumerate(moves, 1)}
    for gap, bead in zip(gaps, ends[1:], strict=True):
        own = range(gap.left_start, gap.left_end)
        others = range(gap.right_start, gap.right_end)
        settled = any(i in left_moves for i in own) or any(j in right_moves for j in others)
        alone = not chain and not moves
        if own and others and not settled and (alone or _reworded(left, right, gap)):
            yield gap
        else:
            for i in own:
                yield Bead(i, i + 1, gap.right_start, gap.right_start, left_moves.get(i))
            for j in others:
                yield Bead(gap.left_end, gap.left_end, j, j + 1, right_moves.get(j))
        if bead is not ends[-1]:
            yield bead


def _reworded(left: _SentenceBags, right: _SentenceBags, gap: Bead) -> bool:
    """Return whether the two sides of a gap between the same neighbours have anything in common."""
    own, other = left.joined(gap.left_start, gap.left_end), right.joined(gap.right_start, gap.right_end)
    return likeness(own, other) >= REWORDED_FLOOR


def _moves(left: _SentenceBags, right: _SentenceBags, gaps: Sequence[Bead]) -> list[tuple[int, int]]:
    """Return the pairs of sentences outside the chain that are one sentence, each used once, the most alike first."""
    own = [i for gap in gaps for i in range(gap.left_start, gap.left_end)]
    others = [j for gap in gaps for j in range(gap.right_start, gap.right_end)]
    alike = []
    for at, to in close_pairs([left.bag(i) for i in own], [right.bag(j) for j in others]):
        i, j = own[at], others[to]
        if may_have_moved(left.bag(i), right.bag(j)):
            alike.append((-likeness(left.bag(i), right.bag(j)), i, j))
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(alike):
        if i not in found and j not in taken:
            found[i] = j
            taken.add(j)
    return sorted(found.items())
