"""Where two long texts hold together: pairs of paragraphs that share what few others have.

    left 812   "Hiram king of Tyre sent cedar trees"       hiram  tyre  cedar  hiram king  of tyre  sent cedar
    right 815  "Then Hiram of Tyre sent him cedars"        hiram  tyre  cedar  hiram of    of tyre

Words and pairs of neighbouring words that few paragraphs of either side hold are an index. Two paragraphs that share
most of them with each other, by a clear lead on both sides, are an anchor. The longest series of anchors in order is
the frame, and groups of anchors outside it are blocks that moved.
"""

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain, count
from math import log
from typing import NamedTuple

from diffing.alignment.options import Options
from diffing.alignment.vocabulary import CODE_POINTS, Form, Text, pairs_of
from diffing.model import Pair
from diffing.text.ranges import common_ends
from diffing.text.sequences import common_order

Anchor = tuple[int, int]
"""A left paragraph and a right one."""

INDEX_UNIT = 1000
"""Integer weight of an index entry whose weight is 1."""

BLOCK_STEP = 2
"""How far on, in paragraphs, the next anchor of a block may be: a paragraph dropped or merged may lie between."""


Rows = Pair[Sequence["array[int]"]]
"""For each paragraph of each side what the index knows of it: its stems and its pairs of neighbouring stems."""


def rows_of(sides: Pair[Sequence[Text]]) -> Rows:
    """What the index knows of two sides."""
    return sides.map(lambda side: [array("Q", text.stems + tuple(pairs_of(text.stems))) for text in side])


def held_by(rows: Rows) -> Pair[Mapping[int, int]]:
    """How often each side has each stem and pair of stems."""
    return rows.map(lambda side: Counter(chain.from_iterable(side)))


def rare(held: Pair[Mapping[int, int]], paragraphs: int, options: Options) -> dict[int, int]:
    """What is in the index of so many paragraphs, for both sides have it and neither has it often; and its weight."""
    limit, there = options.index_limit, held.right.get
    weights = [round(INDEX_UNIT * log(1 + paragraphs / max(1, count))) for count in range(2 * limit + 1)]
    return {
        mark: weights[count + other]
        for mark, count in held.left.items()
        if count <= limit and 0 < (other := there(mark, 0)) <= limit
    }


def matches(rows: Rows, weights: Mapping[int, int], options: Options) -> dict[Anchor, bool]:
    """The pairs that are each other's best in the index, by left; true for those that lead clearly on both sides."""
    equal = _equal(rows)
    partnered = Pair({left for left, _ in equal}, {right for _, right in equal})
    found: dict[int, list[int]] = {}
    for right, row in enumerate(rows.right):
        if right not in partnered.right:
            for mark in weights.keys() & row:
                found.setdefault(mark, []).append(right)
    ours, theirs = _Best.of(len(rows.left)), _Best.of(len(rows.right))
    for left, row in enumerate(rows.left):
        if left in partnered.left:
            continue
        scores: dict[int, int] = {}
        for mark in found.keys() & row:
            weight = weights[mark]
            for right in found[mark]:
                scores[right] = scores.get(right, 0) + weight
        for right, score in scores.items():
            if score > theirs.seconds[right]:
                theirs.see(right, left, score)
        if scores:
            partner = max(scores, key=scores.__getitem__)
            ours.see(left, partner, scores.pop(partner))
            ours.seconds[left] = max(scores.values(), default=0)
    leads = {
        (left, right): ours.leads(left, options) and theirs.leads(right, options)
        for left, right in enumerate(ours.partners)
        if right >= 0 and theirs.partners[right] == left
    }
    return dict(sorted((leads | dict.fromkeys(equal, True)).items()))


def _equal(rows: Rows) -> list[Anchor]:
    """The paragraphs of equal stems that each side has once: nothing can be more alike."""
    places = rows.map(_once)
    return [(left, places.right[row]) for row, left in places.left.items() if row in places.right]


def _once(side: Sequence["array[int]"]) -> dict[bytes, int]:
    """The places of the rows that a side has once; empty ones say nothing."""
    found: dict[bytes, int] = {}
    for at, row in enumerate(side):
        key = row.tobytes()
        found[key] = at if key not in found else -1
    return {key: at for key, at in found.items() if key and at >= 0}


class _Best(NamedTuple):
    """For each paragraph of a side its best partner (-1: none), the score of that, and the score of the second best."""

    partners: list[int]
    scores: list[int]
    seconds: list[int]

    @classmethod
    def of(cls, count: int) -> "_Best":
        """None seen yet, for so many paragraphs."""
        return cls([-1] * count, [0] * count, [0] * count)

    def see(self, own: int, partner: int, score: int) -> None:
        """Take a partner into account that is better than the second best; of equal ones the first stays."""
        if score > self.scores[own]:
            self.partners[own], self.scores[own], self.seconds[own] = partner, score, self.scores[own]
        else:
            self.seconds[own] = score

    def leads(self, own: int, options: Options) -> bool:
        """Whether the best is clearly better than the second best."""
        return self.scores[own] > self.seconds[own] * options.index_lead


def same_in_order(sides: Pair[Sequence[Text]], cells: int) -> list[Anchor]:
    """The paragraphs that are the same on both sides, however often, from the first on and from the last back.

    Where what is between them has more cells than these, also as many as stand there in the same order.
    """
    left, right = sides.map(lambda side: [text.forms for text in side])
    head, tail = common_ends(left, right)
    lefts, rights = range(head, len(left) - tail), range(head, len(right) - tail)
    found = [*zip(range(head), range(head), strict=True)]
    if len(lefts) * len(rights) > cells:
        numbers: defaultdict[tuple[Form, ...], int] = defaultdict(count().__next__)
        written = [
            "".join([chr(numbers[forms] % CODE_POINTS) for forms in side[head : len(side) - tail]])
            for side in (left, right)
        ]
        found += [(lefts[at], rights[to]) for at, to in common_order(*written)]
    return [*found, *zip(range(lefts.stop, len(left)), range(rights.stop, len(right)), strict=True)]


def increasing(anchors: Sequence[Anchor]) -> list[Anchor]:
    """The longest series of anchors that rises on both sides; they come by rising left."""
    ends: list[int] = []
    lasts: list[int] = []
    previous: list[int] = []
    for at, (_, right) in enumerate(anchors):
        place = bisect_left(ends, right)
        previous.append(lasts[place - 1] if place else -1)
        ends[place : place + 1] = [right]
        lasts[place : place + 1] = [at]
    series = []
    at = lasts[-1] if lasts else -1
    while at >= 0:
        series.append(anchors[at])
        at = previous[at]
    return series[::-1]


def blocks_of(anchors: Sequence[Anchor]) -> list[list[Anchor]]:
    """Anchors outside the frame in groups that moved together: neighbours on both sides, in order."""
    blocks: list[list[Anchor]] = []
    for left, right in anchors:
        if blocks and left - blocks[-1][-1][0] <= BLOCK_STEP and 0 < right - blocks[-1][-1][1] <= BLOCK_STEP:
            blocks[-1].append((left, right))
        else:
            blocks.append([(left, right)])
    return blocks
