"""Anchors of two long texts: pairs of paragraphs that share words that few other paragraphs have.

    left 812   "Hiram king of Tyre sent cedar trees"       hiram  tyre  cedar  hiram king  of tyre  sent cedar
    right 815  "Then Hiram of Tyre sent him cedars"        hiram  tyre  cedar  hiram of    of tyre

The index holds stems and pairs of neighbouring stems that few paragraphs of either side have. Two paragraphs that share
most of their index entries with each other, by a clear lead on both sides, are an anchor. The longest series of anchors
in order is the frame. Groups of anchors outside the frame are blocks that moved.
"""

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import chain, count
from math import log
from typing import NamedTuple

from diffing.alignment.options import Options
from diffing.alignment.vocabulary import CODE_POINTS, Text, WordForm, pairs_of
from diffing.model import Pair
from diffing.text.ranges import common_ends
from diffing.text.sequences import common_order

Anchor = tuple[int, int]
"""A left paragraph and a right one."""

INDEX_UNIT = 1000
"""Integer weight of an index entry whose weight is 1."""

BLOCK_STEP = 2
"""Paragraphs from one anchor of a block to the next, at most: one paragraph may be dropped or merged between them."""


IndexRows = Pair[Sequence["array[int]"]]
"""For each paragraph of each side its possible index entries: its stems and its pairs of neighbouring stems."""


def index_rows(sides: Pair[Sequence[Text]]) -> IndexRows:
    """Return the possible index entries of each paragraph."""
    return sides.map(lambda side: [array("Q", text.stems + tuple(pairs_of(text.stems))) for text in side])


def entry_counts(rows: IndexRows) -> Pair[Mapping[int, int]]:
    """Return how often each side has each stem and pair of stems."""
    return rows.map(lambda side: Counter(chain.from_iterable(side)))


def index_entries(counts: Pair[Mapping[int, int]], paragraphs: int, options: Options) -> dict[int, int]:
    """Return the index entries (stem or stem pair -> weight) that both sides have, each at most `index_limit` times.

    `paragraphs` is the number of paragraphs on both sides. A rarer entry weighs more.
    """
    limit, there = options.index_limit, counts.right.get
    weights = entry_weights(paragraphs, options)
    return {
        entry: weights[count + other]
        for entry, count in counts.left.items()
        if count <= limit and 0 < (other := there(entry, 0)) <= limit
    }


def entry_weights(paragraphs: int, options: Options) -> list[int]:
    """Return the weights of index entries by how often both sides have them."""
    return [round(INDEX_UNIT * log(1 + paragraphs / max(1, count))) for count in range(2 * options.index_limit + 1)]


def mutual_best_pairs(
    rows: IndexRows, equal: Sequence[Anchor], weights: Mapping[int, int], options: Options
) -> dict[Anchor, bool]:
    """Return the pairs that are each other's best in the index, by left paragraph; of equally good ones the first.

    `equal` are pairs that are known already (see equal_pairs), and are in no other. The value is True for a pair that
    leads clearly on both sides.
    """
    partnered = Pair({left for left, _ in equal}, {right for _, right in equal})
    found: dict[int, list[int]] = {}
    for right, row in enumerate(rows.right):
        if right not in partnered.right:
            for entry in weights.keys() & row:
                found.setdefault(entry, []).append(right)
    ours, theirs = _Best.of(len(rows.left)), _Best.of(len(rows.right))
    seconds = theirs.seconds
    for left, row in enumerate(rows.left):
        if left in partnered.left:
            continue
        scores: dict[int, int] = {}
        score_of = scores.get
        for entry in found.keys() & row:
            weight = weights[entry]
            for right in found[entry]:
                scores[right] = score_of(right, 0) + weight
        for right, score in scores.items():
            if score > seconds[right]:
                theirs.see(right, left, score)
        if scores:
            best = max(scores.values())
            partner = min([right for right, score in scores.items() if score == best])
            del scores[partner]
            ours.see(left, partner, best)
            ours.seconds[left] = max(scores.values(), default=0)
    leads = {
        (left, right): ours.leads(left, options) and theirs.leads(right, options)
        for left, right in enumerate(ours.partners)
        if right >= 0 and theirs.partners[right] == left
    }
    return dict(sorted((leads | dict.fromkeys(equal, True)).items()))


def equal_pairs(sides: Pair[Iterable[Hashable]]) -> list[Anchor]:
    """Return the pairs of equal paragraphs that each side has once: no pair can be more alike.

    `sides` are the stems of the paragraphs.
    """
    places = sides.map(_once)
    return [(left, places.right[stems]) for stems, left in places.left.items() if stems in places.right]


def stem_pairs(sides: Pair[Sequence[Text]]) -> list[Anchor]:
    """Return the pairs of paragraphs of equal stems that each side has once."""
    return equal_pairs(sides.map(lambda side: [text.stems for text in side]))


def _once(side: Iterable[Hashable]) -> dict[Hashable, int]:
    """Return the indices of the values that a side has once, without those that are empty."""
    found: dict[Hashable, int] = {}
    for at, stems in enumerate(side):
        found[stems] = at if stems not in found else -1
    return {stems: at for stems, at in found.items() if stems and at >= 0}


class _Best(NamedTuple):
    """For each paragraph of a side its best partner (-1: none), the score of that, and the score of the second best."""

    partners: list[int]
    scores: list[int]
    seconds: list[int]

    @classmethod
    def of(cls, count: int) -> "_Best":
        """Return a value without any partner, for `count` paragraphs."""
        return cls([-1] * count, [0] * count, [0] * count)

    def see(self, own: int, partner: int, score: int) -> None:
        """Record a partner that is better than the second best; of equal ones the first stays."""
        if score > self.scores[own]:
            self.partners[own], self.scores[own], self.seconds[own] = partner, score, self.scores[own]
        else:
            self.seconds[own] = score

    def leads(self, own: int, options: Options) -> bool:
        """Return whether the best partner is clearly better than the second best."""
        return self.scores[own] > self.seconds[own] * options.index_lead


def same_in_order(sides: Pair[Sequence[Text]], cells: int) -> list[Anchor]:
    """Return equal paragraphs of both sides: those at the start, in order, and those at the end.

    If the paragraphs between these have more than `cells` cells, the equal ones among them in a longest common order
    are returned too.
    """
    left, right = sides.map(lambda side: [text.forms for text in side])
    head, tail = common_ends(left, right)
    lefts, rights = range(head, len(left) - tail), range(head, len(right) - tail)
    found = [*zip(range(head), range(head), strict=True)]
    if len(lefts) * len(rights) > cells:
        numbers: defaultdict[tuple[WordForm, ...], int] = defaultdict(count().__next__)
        written = [
            "".join([chr(numbers[forms] % CODE_POINTS) for forms in side[head : len(side) - tail]])
            for side in (left, right)
        ]
        found += [(lefts[at], rights[to]) for at, to in common_order(*written)]
    return [*found, *zip(range(lefts.stop, len(left)), range(rights.stop, len(right)), strict=True)]


def increasing(anchors: Sequence[Anchor]) -> list[Anchor]:
    """Return the longest series of anchors that rises on both sides. The anchors must come by rising left paragraph."""
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
    """Return anchors outside the frame in groups that moved together: neighbours on both sides, in order."""
    blocks: list[list[Anchor]] = []
    for left, right in anchors:
        if blocks and left - blocks[-1][-1][0] <= BLOCK_STEP and 0 < right - blocks[-1][-1][1] <= BLOCK_STEP:
            blocks[-1].append((left, right))
        else:
            blocks.append([(left, right)])
    return blocks
