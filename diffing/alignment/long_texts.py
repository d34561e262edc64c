"""Links of texts that are too long to compare each paragraph with each.

    1  2  3  4  5  6  7  8      anchors: 1-1 2-2 3-3   5-6 6-7 7-8, pairs that share words rare on both sides
    1  2  3  4  5  6  7  8 9    windows: (3 4 5) against (3 4 5 6), compared each with each

1. The index holds the words and pairs of neighbouring words that few paragraphs of either side have.
2. Two paragraphs that share most index entries with each other, by a clear lead on both sides, are an anchor.
3. The longest series of anchors in order is the frame. A block of anchors outside the frame has moved.
4. The paragraphs in a gap of the frame, with an anchor or two on each side, are a window. selection.choose() decides a
   window as if it were an article.
5. leftovers.choose_leftovers() looks for links among the paragraphs that are still free.

The work grows with the length of the texts and not with its square.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from diffing.alignment.anchor_scoring import scored_anchors
from diffing.alignment.anchors import Anchor, blocks_of, increasing, same_in_order
from diffing.alignment.book_index import index_of
from diffing.alignment.feature_weights import AnchorWeights
from diffing.alignment.held import Held
from diffing.alignment.leftovers import choose_leftovers
from diffing.alignment.options import Options
from diffing.alignment.selection import AlignmentProgress, Choice, LinkChoices, choose_all
from diffing.alignment.subsets import Subset, choose_along_diagonal, choose_among, settled, with_original_indices
from diffing.alignment.vocabulary import Text
from diffing.model import Pair

# Shares of the work after which its parts are done: measured on a whole Bible.
_INDEXED, _MATCHED, _SCORED = 0.15, 0.45, 0.85
# Anchors scored between two reports of progress.
_PROGRESS_STEP = 500


def choose_in_long_texts(
    sides: Pair[Sequence[Text]], options: Options, progress: AlignmentProgress, held: Held
) -> LinkChoices:
    """Return the links of two sequences that are too long to compare each paragraph with each; see choose_all()."""
    index = index_of(sides, options)
    feature_weights = index.weights
    progress(_INDEXED)
    matched = _with_pins(index.best_pairs(), held)
    progress(_MATCHED)
    del index  # the largest value of all
    anchors = [anchor for anchor, leads in matched.items() if leads]
    frame = increasing(anchors)
    framed = set(frame)
    islands = blocks_of([anchor for anchor in anchors if anchor not in framed])
    blocks = [block for block in islands if len(block) > 1]
    isolated = _sides_of(block[0] for block in islands if len(block) == 1)
    segments = _segments(sides, frame, blocks)
    segments[0] = _without_closed(_with_gap_anchors(sides, segments[0], matched, options), held)
    choices: list[Choice] = []
    bounded = False
    anchors_of_all = sum(len(segment.chain) for segment in segments) or 1
    done = 0

    def report_scored(count: int) -> None:
        progress(_MATCHED + (_SCORED - _MATCHED) * (done + count) / anchors_of_all)

    for segment in segments:
        found = _segment_links(sides, segment, isolated, feature_weights, options, held, report_scored)
        choices += found.choices
        bounded = bounded or found.bounded
        done += len(segment.chain)
    progress(_SCORED)
    choices = settled(sides, choices, options, held)
    rest, is_cut_short = choose_leftovers(sides, choices, matched, feature_weights, options, held)
    return LinkChoices(choices + rest, bounded or is_cut_short)


def _with_pins(matched: dict[Anchor, bool], held: Held) -> dict[Anchor, bool]:
    """Return the best pairs without those that pins close; the first paragraphs of each pin are a pair that leads."""
    if not held:
        return matched
    pins = {(link.left[0], link.right[0]): True for link in held.links}
    return {anchor: leads for anchor, leads in matched.items() if held.allows(*anchor)} | pins


def _without_closed(segment: "_Segment", held: Held) -> "_Segment":
    """Return a segment without the anchors that pins close."""
    return segment._replace(chain=[anchor for anchor in segment.chain if held.allows(*anchor)]) if held else segment


class _Segment(NamedTuple):
    """Anchors in order, and the paragraphs of both sides that belong to them, in order."""

    chain: Sequence[Anchor]
    left: Sequence[int]
    right: Sequence[int]


def _sides_of(anchors: Iterable[Anchor]) -> Pair[set[int]]:
    """Return the left paragraphs of some anchors, and the right ones."""
    listed = list(anchors)
    return Pair({left for left, _ in listed}, {right for _, right in listed})


def _segments(
    sides: Pair[Sequence[Text]], frame: Sequence[Anchor], blocks: Sequence[Sequence[Anchor]]
) -> list[_Segment]:
    """Return the segment of the frame, then one segment for each block. No paragraph is in two segments.

    A block has the paragraphs of its anchors and the paragraphs between them that are in no other anchor. The frame has
    all other paragraphs.
    """
    taken = _sides_of([*frame, *(anchor for block in blocks for anchor in block)])
    segments = []
    for block in blocks:
        own = _sides_of(block)
        left = [at for at in range(min(own.left), max(own.left) + 1) if at in own.left or at not in taken.left]
        right = [at for at in range(min(own.right), max(own.right) + 1) if at in own.right or at not in taken.right]
        taken.left.update(left)
        taken.right.update(right)
        segments.append(_Segment(block, left, right))
    framed = _sides_of(frame)
    in_blocks = Pair(taken.left - framed.left, taken.right - framed.right)
    left = [at for at in range(len(sides.left)) if at not in in_blocks.left]
    right = [at for at in range(len(sides.right)) if at not in in_blocks.right]
    return [_Segment(frame, left, right), *segments]


def _with_gap_anchors(
    sides: Pair[Sequence[Text]], segment: _Segment, matched: Iterable[Anchor], options: Options
) -> _Segment:
    """Return the segment with more anchors in its gaps; anchor_scoring scores them later.

    First, the pairs that are each other's best in the whole index, with a lead or not. Then, in a gap with equally few
    paragraphs on both sides, the pairs in order. In other gaps, the equal paragraphs, even if they are repeated.
    """
    own = Pair(set(segment.left), set(segment.right))
    starts = [left for left, _ in segment.chain]
    ends = [-1, *(right for _, right in segment.chain), max(segment.right, default=0) + 1]
    gaps: dict[int, list[Anchor]] = {}
    anchored = set(starts)
    for left, right in matched:
        gap = bisect_left(starts, left)
        if left in anchored or left not in own.left or right not in own.right:
            continue
        if ends[gap] < right < ends[gap + 1]:
            gaps.setdefault(gap, []).append((left, right))
    more = (anchor for gap in gaps.values() for anchor in increasing(gap))
    chain = sorted([*segment.chain, *more])
    left_at = {left: at for at, left in enumerate(segment.left)}
    right_at = {right: at for at, right in enumerate(segment.right)}
    places = [(-1, -1), *((left_at[left], right_at[right]) for left, right in chain), (len(left_at), len(right_at))]
    for (left, right), (next_left, next_right) in pairwise(places):
        lefts, rights = segment.left[left + 1 : next_left], segment.right[right + 1 : next_right]
        if len(lefts) == len(rights) <= EVEN_GAP:
            chain += zip(lefts, rights, strict=True)
        elif lefts and rights:
            between = Pair([sides.left[at] for at in lefts], [sides.right[at] for at in rights])
            chain += [(lefts[at], rights[to]) for at, to in same_in_order(between, options.cells)]
    return segment._replace(chain=sorted(chain))


EVEN_GAP = 2
"""Paragraphs on each side of a gap, at most, that become anchors in order."""


def _segment_links(
    sides: Pair[Sequence[Text]],
    segment: _Segment,
    isolated: Pair[set[int]],
    feature_weights: AnchorWeights,
    options: Options,
    held: Held,
    progress: Callable[[int], None],
) -> LinkChoices:
    """Return the links of a segment: its certain anchors, and the links that its windows give for the rest.

    `isolated` are the paragraphs of anchors outside the frame and the blocks. `progress` receives the number of anchors
    scored.
    """
    sure: dict[int, Choice] = {}
    for count, choice in enumerate(scored_anchors(sides, segment.chain, feature_weights, options)):
        sure[choice.candidate.left] = choice
        if count % _PROGRESS_STEP == 0:
            progress(count)
    left_at = {left: at for at, left in enumerate(segment.left)}
    right_at = {right: at for at, right in enumerate(segment.right)}
    places = [(left_at[left], right_at[right]) for left, right in segment.chain if left in sure]
    choices: list[Choice] = []
    bounded = False
    in_window: set[int] = set()
    weighed = 0
    for left_start, left_end, right_start, right_end in _windows(places, len(left_at), len(right_at), options):
        weighed += max(left_end - left_start, right_end - right_start)
        if weighed > options.window_budget:
            bounded = True
            break
        lefts, rights = segment.left[left_start:left_end], segment.right[right_start:right_end]
        in_window.update(lefts)
        found = _window_links(sides, Pair(lefts, rights), isolated, options, held)
        choices += found.choices
        bounded = bounded or found.bounded
    choices += [choice for left, choice in sure.items() if left not in in_window]
    return LinkChoices(choices, bounded)


def _windows(
    places: Sequence[Anchor], left_count: int, right_count: int, options: Options
) -> Iterator[tuple[int, int, int, int]]:
    """Yield the gaps between anchors with some anchors around them: left start and end, right start and end."""
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


def _window_links(
    sides: Pair[Sequence[Text]], window: Subset, isolated: Pair[set[int]], options: Options, held: Held
) -> LinkChoices:
    """Return the links among some paragraphs of both sides."""
    lefts, rights = window
    if len(lefts) * len(rights) > options.cells:
        # Paragraphs with a better partner elsewhere make the window larger and are not linked here.
        lefts = [left for left in lefts if left not in isolated.left]
        rights = [right for right in rights if right not in isolated.right]
    if not lefts or not rights:
        return LinkChoices([], bounded=False)
    if len(lefts) * len(rights) <= options.cells:
        return LinkChoices(choose_among(sides, Pair(lefts, rights), options, held=held), bounded=False)
    if len(lefts) + len(rights) > (len(sides.left) + len(sides.right)) * options.worthwhile_cut:
        return LinkChoices(choose_along_diagonal(sides, Pair(lefts, rights), options, held), bounded=True)
    found = choose_all(
        Pair([sides.left[left] for left in lefts], [sides.right[right] for right in rights]),
        options,
        held=held.among(Pair(lefts, rights)),
    )
    return LinkChoices(list(with_original_indices(found.choices, Pair(lefts, rights))), found.bounded)
