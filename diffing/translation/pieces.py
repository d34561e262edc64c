"""Long texts of two languages in pieces, each aligned as an article.

    frame     12-12  15-16  40-43 ...   see frame.py
    pieces    0..40 with 0..43, 41..85 with 44..90 ...   cut before an anchor
    near      13: 11..18   14: 11..18   16: 14..45   the paragraphs between the anchors around it, and some beyond

A paragraph that moved from one piece to another is not found.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from diffing.alignment.options import Options as LexicalOptions
from diffing.model import Pair
from diffing.translation.frame import Frame

# Paragraphs of a piece, usually.
_PIECE = 50
# Paragraphs beyond the anchors around one that may be its counterpart too: an anchor may be the neighbour of the right
# one.
_BEYOND = 2


class Piece(NamedTuple):
    """Paragraphs of both sides, ends excluded, that are aligned as an article.

    `near` has for each left paragraph the right ones that may be its counterpart, both counted from the start of the
    piece; None if all may be. `is_part` is true if paragraphs were too many to weigh each that could be one.
    """

    left: int
    left_end: int
    right: int
    right_end: int
    near: tuple[Sequence[int], ...] | None = None
    is_part: bool = False


def pieces_of(frame: Frame, sizes: Pair[int], options: LexicalOptions) -> Iterator[Piece]:
    """Yield the pieces of two long texts in order, given their frame and their numbers of paragraphs."""
    near = _near(frame, sizes)
    cuts = [(0, 0)]
    for left, right in frame.anchors:
        before = cuts[-1]
        if min(left - before[0], right - before[1]) > 0 and max(left - before[0], right - before[1]) >= _PIECE:
            cuts.append((left, right))
    for (left, right), (left_end, right_end) in pairwise([*cuts, (sizes.left, sizes.right)]):
        # Without anchors, both sides are cut into as many parts.
        cells = (left_end - left) * (right_end - right)
        parts = 1 if cells <= options.cells else -(-max(left_end - left, right_end - right) // _PIECE)
        for part in range(parts):
            start, end = (left + (left_end - left) * at // parts for at in (part, part + 1))
            begin, stop = (right + (right_end - right) * at // parts for at in (part, part + 1))
            inside = (tuple(at - begin for at in row if begin <= at < stop) for row in near[start:end])
            yield Piece(start, end, begin, stop, tuple(inside), parts > 1)


def _near(frame: Frame, sizes: Pair[int]) -> list[Sequence[int]]:
    """Return for each left paragraph the right ones that may be its counterpart."""
    near: list[Sequence[int]] = []
    for before, after in pairwise([(-1, -1), *frame.anchors, (sizes.left, sizes.right)]):
        start = before[1] + 1 if before in frame.sure else before[1] - _BEYOND
        end = after[1] if after in frame.sure else after[1] + _BEYOND + 1
        between = range(max(0, start), min(sizes.right, end))
        near += [between] * (after[0] - len(near))
        near.append([after[1]] if after in frame.sure else between)
    del near[sizes.left :]
    for left, right in sorted(frame.found):
        if right not in near[left]:
            near[left] = sorted([*near[left], right])
    return near
