"""The weight of a pair of paragraphs: as a whole, and where the longer one has sentences that the other lacks.

left 4   four sentences       right 4   two, which fit the first two of the left: weighed with these, at a cost
"""

from collections.abc import Iterator

from diffing.model import Pair
from diffing.translation.texts import Judged
from diffing.translation.weighing import Weighed, Weigher

# How many times as long as the other text one is whose first or last sentences are weighed alone, and what both share,
# at least.
_MUCH_LONGER, _LEAST_SHARED = 1.4, 2.0


def pair_weighed(weigher: Weigher, left: int, right: int) -> list[Weighed]:
    """Return what a pair weighs as a whole, and in part if it may have lost sentences."""
    own, other = weigher.texts.paragraphs.left[left], weigher.texts.paragraphs.right[right]
    whole = weigher.told(own, other, *weigher.gain(left, right))
    if _is_heading_of_more(weigher, own, other):
        repeated = weigher.weights.shared(own.text.signs & other.text.signs)
        return [whole._replace(repeated=repeated)]
    if whole.shared < _LEAST_SHARED:
        return [whole]
    parts = list(_in_part(weigher, left, right, own, other))
    return [whole, max(parts, key=lambda one: one.evidence - one.sentences)] if parts else [whole]


def _is_heading_of_more(weigher: Weigher, own: Judged, other: Judged) -> bool:
    """Return whether one of two texts is a headline, and the other a much longer one that is none."""
    texts = weigher.texts
    left, right = texts.lengths(own, other)
    if left > right:
        return left > _MUCH_LONGER * right and texts.is_headline(other, own)
    return right > _MUCH_LONGER * left and texts.is_headline(own, other)


def _in_part(weigher: Weigher, left: int, right: int, own: Judged, other: Judged) -> Iterator[Weighed]:
    """Yield what a pair weighs of which the longer text has sentences before or behind those of the shorter one."""
    texts, cost = weigher.texts, weigher.options.part
    lengths = texts.lengths(own, other)
    if lengths[0] > _MUCH_LONGER * lengths[1] and not texts.is_headline(other, own):
        for part in _parts(weigher, 0, left):
            yield weigher.weigh(part, other)._replace(cost=cost, whole=Pair(False, True))
    elif lengths[1] > _MUCH_LONGER * lengths[0] and not texts.is_headline(own, other):
        for part in _parts(weigher, 1, right):
            yield weigher.weigh(own, part)._replace(cost=cost, whole=Pair(True, False))


def _parts(weigher: Weigher, side: int, at: int) -> list[Judged]:
    """Return the first sentences of a paragraph, and the last ones, of each number."""
    count = len(weigher.texts.parts_of(side, at))
    ranges = [(0, end) for end in range(1, count)] + [(start, count) for start in range(1, count)]
    return [weigher.texts.part(side, at, start, end) for start, end in ranges]
