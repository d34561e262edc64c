"""Pairs of paragraphs of two long texts that show which part of the one stands for which part of the other.

    whole text      12-12  40-43  95-99    share signs that few paragraphs of either text have
    13..39, 14..42  15-16  27-29           share signs that few paragraphs of this part have
    and so on, three times; kept are those that are shifted as much as their neighbours

A word that half the text has says nothing of a book, and much of ten verses in which it stands once. Each step takes
time proportional to the text, and finds most of what the step before left open.
"""

from array import array
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import chain, pairwise
from math import log
from typing import NamedTuple

from diffing.alignment.anchors import INDEX_UNIT, Anchor, increasing, mutual_best_pairs
from diffing.alignment.options import Options as LexicalOptions
from diffing.model import Pair

# Steps; a fourth one finds hardly any more.
_STEPS = 3
# Paragraphs of a side of a part that may hold a sign of its index, and those of a part that is not searched again.
_MOST_HELD, _SMALL = 20, 4
# Neighbours of an anchor that are looked at on each side, those that must be shifted as it is, and by how much more or
# less: a few paragraphs, or a share of what lies between, for one side may have merged or left out many.
_NEIGHBOURS, _AGREEING = 4, 6
_SHIFT, _SHIFT_SHARE = 1, 0.2
# Paragraphs between sure anchors, of which one is left out, that are assumed besides those that are there.
_ASSUMED = 10

Part = tuple[range, range]
"""The paragraphs of a part of both texts."""


class Frame(NamedTuple):
    """The anchors in order, and all pairs that were each other's best in some part: some of these have moved.

    `sure` are the anchors whose neighbours on both sides, before or behind, are an anchor too.
    """

    anchors: list[Anchor]
    found: set[Anchor]
    sure: frozenset[Anchor]

    def left_out(self, sizes: Pair[int]) -> float:
        """Return the share of the paragraphs between the sure anchors of two texts that one side must have left out."""
        out, between = 1, _ASSUMED
        edges = [(-1, -1), *sorted(self.sure), (sizes.left, sizes.right)]
        for (left, right), (left_end, right_end) in pairwise(edges):
            out += abs((left_end - left) - (right_end - right))
            between += left_end - left + right_end - right - 2
        return out / between


def frame_of(signs: Pair[Sequence[Collection[int]]], options: LexicalOptions) -> Frame:
    """Return the frame of two long texts, given the signs of their paragraphs."""
    anchors: list[Anchor] = []
    found: set[Anchor] = set()
    for _ in range(_STEPS):
        new = {anchor for part in _parts(anchors, signs.map(len)) for anchor in _best_pairs(signs, part, options)}
        found |= new
        rising = increasing(sorted(new.union(anchors)))
        anchors = [anchor for at, anchor in enumerate(rising) if _is_confirmed(rising, at)]
    there = set(anchors)
    sure = [
        (left, right) for left, right in anchors if (left - 1, right - 1) in there or (left + 1, right + 1) in there
    ]
    return Frame(anchors, found, frozenset(sure))


def _parts(anchors: Sequence[Anchor], sizes: Pair[int]) -> Iterator[Part]:
    """Yield the parts between the anchors that are worth a search."""
    for (left, right), (left_end, right_end) in pairwise([(-1, -1), *anchors, (sizes.left, sizes.right)]):
        part = range(left + 1, left_end), range(right + 1, right_end)
        if all(part) and max(map(len, part)) > _SMALL:
            yield part


def _best_pairs(signs: Pair[Sequence[Collection[int]]], part: Part, options: LexicalOptions) -> Iterator[Anchor]:
    """Yield the pairs of a part that are each other's best by the signs that few of its paragraphs have."""
    lefts, rights = part
    sides = Pair(signs.left[lefts.start : lefts.stop], signs.right[rights.start : rights.stop])
    held = sides.map(lambda side: Counter(chain.from_iterable(side)))
    size = len(lefts) + len(rights) + 1
    rare = {
        sign: round(INDEX_UNIT * log(size / (count + other)))
        for sign, count in held.left.items()
        if count <= _MOST_HELD and 0 < (other := held.right[sign]) <= _MOST_HELD
    }
    rows = sides.map(lambda side: [array("q", sorted(rare.keys() & own)) for own in side])
    for left, right in mutual_best_pairs(rows, (), rare, options):
        yield lefts[left], rights[right]


def _is_confirmed(frame: Sequence[Anchor], at: int) -> bool:
    """Return whether most neighbours of an anchor are shifted as much as it is."""
    left, right = frame[at]
    near = frame[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS + 1]
    agreeing = sum(
        [abs((there - right) - (here - left)) <= max(_SHIFT, _SHIFT_SHARE * abs(here - left)) for here, there in near]
    )
    # It agrees with itself.
    return agreeing - 1 >= min(_AGREEING, (len(near) - 1) * _AGREEING / (2 * _NEIGHBOURS))
