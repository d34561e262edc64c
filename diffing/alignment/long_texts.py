"""Links of texts too long to compare every paragraph with every other.

    1  2  3  4  5  6  7  8      anchors: 1-1 2-2 3-3   5-6 6-7 7-8, found by what is rare on both sides
    1  2  3  4  5  6  7  8 9    windows: (3 4 5) against (3 4 5 6), compared each with each

Words and pairs of neighbouring words that few paragraphs of either side hold are an index. Two paragraphs that share
most of them with each other, by a clear lead on both sides, are an anchor. The longest series of anchors in order is
the frame. Where it has gaps, the paragraphs there and an anchor or two on each side are a window, and choice.choose
decides it as if it were an article. So the work grows with the length of the texts and not with its square.
Blocks of anchors outside the frame have moved; whatever is still free at the end gets a last look.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from diffing.alignment.anchor_scoring import Scale, judged
from diffing.alignment.anchors import Anchor, blocks_of, held_by, increasing, matches, rare, rows_of, same_in_order
from diffing.alignment.leftovers import last_look
from diffing.alignment.options import Options
from diffing.alignment.selection import Choice, choose
from diffing.alignment.subsets import along_diagonal, among, placed
from diffing.alignment.vocabulary import Text
from diffing.model import Pair


class Book(NamedTuple):
    """What was chosen, by position in the sides given, and whether a bound kept something from being weighed."""

    choices: list[Choice]
    bounded: bool


Told = Callable[[float], None]
"""Told the share of the work that is done, 0..1, rising."""

# Shares of the work on a whole Bible after which the parts of it are done.
_INDEXED, _MATCHED, _JUDGED = 0.15, 0.45, 0.85
# Anchors judged before the next word of progress.
_TELLING_STEP = 500


def nobody(share: float) -> None:
    """Told, and does not care."""


def choose_in_book(sides: Pair[Sequence[Text]], options: Options, told: Told = nobody) -> Book:
    """The links of two sequences of any length."""
    if len(sides.left) * len(sides.right) <= options.cells:
        return Book(choose(sides, options), bounded=False)
    rows = rows_of(sides)
    held = held_by(rows)
    scale, weights = Scale(sides, held, options), rare(held, len(sides.left) + len(sides.right), options)
    del held  # the largest of all there is in a book
    told(_INDEXED)
    matched = matches(rows, weights, options)
    told(_MATCHED)
    del rows, weights
    anchors = [anchor for anchor, leads in matched.items() if leads]
    frame = increasing(anchors)
    framed = set(frame)
    islands = blocks_of([anchor for anchor in anchors if anchor not in framed])
    blocks = [block for block in islands if len(block) > 1]
    lone = _sides_of(block[0] for block in islands if len(block) == 1)
    stretches = _stretches(sides, frame, blocks)
    stretches[0] = _filled(sides, stretches[0], matched, options)
    choices: list[Choice] = []
    bounded = False
    anchors_of_all = sum(len(stretch.chain) for stretch in stretches) or 1
    done = 0

    def judged_more(count: int) -> None:
        told(_MATCHED + (_JUDGED - _MATCHED) * (done + count) / anchors_of_all)

    for stretch in stretches:
        found = _along(sides, stretch, lone, scale, options, judged_more)
        choices += found.choices
        bounded = bounded or found.bounded
        done += len(stretch.chain)
    told(_JUDGED)
    rest, is_cut_short = last_look(sides, choices, matched, scale, options)
    return Book(choices + rest, bounded or is_cut_short)


class _Stretch(NamedTuple):
    """Anchors in order, and the paragraphs of both sides that belong to them, in order."""

    chain: Sequence[Anchor]
    left: Sequence[int]
    right: Sequence[int]


def _sides_of(anchors: Iterable[Anchor]) -> Pair[set[int]]:
    """The left paragraphs of some anchors, and the right ones."""
    listed = list(anchors)
    return Pair({left for left, _ in listed}, {right for _, right in listed})


def _stretches(
    sides: Pair[Sequence[Text]], frame: Sequence[Anchor], blocks: Sequence[Sequence[Anchor]]
) -> list[_Stretch]:
    """The frame with most paragraphs, and each block with its own and what lies between them and is nobody's anchor.

    No paragraph is in two stretches.
    """
    taken = _sides_of([*frame, *(anchor for block in blocks for anchor in block)])
    stretches = []
    for block in blocks:
        own = _sides_of(block)
        left = [at for at in range(min(own.left), max(own.left) + 1) if at in own.left or at not in taken.left]
        right = [at for at in range(min(own.right), max(own.right) + 1) if at in own.right or at not in taken.right]
        taken.left.update(left)
        taken.right.update(right)
        stretches.append(_Stretch(block, left, right))
    framed = _sides_of(frame)
    in_blocks = Pair(taken.left - framed.left, taken.right - framed.right)
    left = [at for at in range(len(sides.left)) if at not in in_blocks.left]
    right = [at for at in range(len(sides.right)) if at not in in_blocks.right]
    return [_Stretch(frame, left, right), *stretches]


def _filled(sides: Pair[Sequence[Text]], stretch: _Stretch, matched: Iterable[Anchor], options: Options) -> _Stretch:
    """The stretch with more anchors in its gaps, to be judged later.

    The pairs that are each other's best in the whole book, lead or none; then, where as many paragraphs are left on one
    side as on the other, and few, each with its like; in other gaps the paragraphs that are the same, though repeated.
    """
    own = Pair(set(stretch.left), set(stretch.right))
    starts = [left for left, _ in stretch.chain]
    ends = [-1, *(right for _, right in stretch.chain), max(stretch.right, default=0) + 1]
    gaps: dict[int, list[Anchor]] = {}
    anchored = set(starts)
    for left, right in matched:
        gap = bisect_left(starts, left)
        if left in anchored or left not in own.left or right not in own.right:
            continue
        if ends[gap] < right < ends[gap + 1]:
            gaps.setdefault(gap, []).append((left, right))
    more = (anchor for gap in gaps.values() for anchor in increasing(gap))
    chain = sorted([*stretch.chain, *more])
    left_at = {left: at for at, left in enumerate(stretch.left)}
    right_at = {right: at for at, right in enumerate(stretch.right)}
    places = [(-1, -1), *((left_at[left], right_at[right]) for left, right in chain), (len(left_at), len(right_at))]
    for (left, right), (next_left, next_right) in pairwise(places):
        lefts, rights = stretch.left[left + 1 : next_left], stretch.right[right + 1 : next_right]
        if len(lefts) == len(rights) <= EVEN_GAP:
            chain += zip(lefts, rights, strict=True)
        elif lefts and rights:
            between = Pair([sides.left[at] for at in lefts], [sides.right[at] for at in rights])
            chain += [(lefts[at], rights[to]) for at, to in same_in_order(between, options.cells)]
    return stretch._replace(chain=sorted(chain))


EVEN_GAP = 2
"""Paragraphs on each side of a gap that are taken for pairs until judged."""


def _along(
    sides: Pair[Sequence[Text]],
    stretch: _Stretch,
    lone: Pair[set[int]],
    scale: Scale,
    options: Options,
    told: Callable[[int], None],
) -> Book:
    """The links of a stretch: the anchors that are certain, and what its windows make of the rest.

    `lone` are the anchors that stand alone elsewhere. `told` is how many anchors are judged.
    """
    sure: dict[int, Choice] = {}
    for count, choice in enumerate(judged(sides, stretch.chain, scale, options)):
        sure[choice.candidate.left] = choice
        if count % _TELLING_STEP == 0:
            told(count)
    left_at = {left: at for at, left in enumerate(stretch.left)}
    right_at = {right: at for at, right in enumerate(stretch.right)}
    places = [(left_at[left], right_at[right]) for left, right in stretch.chain if left in sure]
    choices: list[Choice] = []
    bounded = False
    in_window: set[int] = set()
    weighed = 0
    for left_start, left_end, right_start, right_end in _windows(places, len(left_at), len(right_at), options):
        weighed += max(left_end - left_start, right_end - right_start)
        if weighed > options.weighed:
            bounded = True
            break
        lefts, rights = stretch.left[left_start:left_end], stretch.right[right_start:right_end]
        in_window.update(lefts)
        found = _decided(sides, lefts, rights, lone, options)
        choices += found.choices
        bounded = bounded or found.bounded
    choices += [choice for left, choice in sure.items() if left not in in_window]
    return Book(choices, bounded)


def _windows(
    places: Sequence[Anchor], left_count: int, right_count: int, options: Options
) -> Iterator[tuple[int, int, int, int]]:
    """The gaps between anchors with some anchors around them: left start and end, right start and end."""
    near = options.window_context
    left_start = left_end = right_start = right_end = 0
    for at in range(len(places) + 1):
        before = places[at - 1] if at else (-1, -1)
        after = places[at] if at < len(places) else (left_count, right_count)
        if after[0] - before[0] == 1 == after[1] - before[1]:
            continue
        first = places[at - near] if at >= near else (0, 0)
        last = places[at + near - 1] if at + near <= len(places) else (left_count - 1, right_count - 1)
        cells = (last[0] + 1 - left_start) * (last[1] + 1 - right_start)
        if (first[0] <= left_end or first[1] <= right_end) and cells <= options.window_cells:
            left_end, right_end = last[0] + 1, last[1] + 1
            continue
        if left_end > left_start or right_end > right_start:
            yield left_start, left_end, right_start, right_end
        left_start, right_start = max(first[0], left_end), max(first[1], right_end)
        left_end, right_end = last[0] + 1, last[1] + 1
    if left_end > left_start or right_end > right_start:
        yield left_start, left_end, right_start, right_end


def _decided(
    sides: Pair[Sequence[Text]], lefts: Sequence[int], rights: Sequence[int], lone: Pair[set[int]], options: Options
) -> Book:
    """The links among some paragraphs of both sides."""
    if len(lefts) * len(rights) > options.cells:
        # What has a better partner elsewhere would only be in the way.
        lefts = [left for left in lefts if left not in lone.left]
        rights = [right for right in rights if right not in lone.right]
    if not lefts or not rights:
        return Book([], bounded=False)
    if len(lefts) * len(rights) <= options.cells:
        return Book(among(sides, Pair(lefts, rights), options), bounded=False)
    if len(lefts) + len(rights) > (len(sides.left) + len(sides.right)) * options.worthwhile_cut:
        return Book(along_diagonal(sides, Pair(lefts, rights), options), bounded=True)
    found = choose_in_book(
        Pair([sides.left[left] for left in lefts], [sides.right[right] for right in rights]), options
    )
    return Book(list(placed(found.choices, Pair(lefts, rights))), found.bounded)
