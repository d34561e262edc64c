"""Long texts of two languages in pieces, each aligned as an article.

    anchors   12-12  15-16  40-43 ...   pairs of paragraphs that share rare signs, each other's best by a clear lead
    kept      those whose neighbours are shifted as much as they are
    pieces    0..40 with 0..43, 41..85 with 44..90 ...   cut before an anchor

A paragraph that moved from one piece to another is not found.
"""

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from diffing.alignment.anchors import Anchor, equal_pairs, increasing, mutual_best_pairs
from diffing.alignment.options import Options as LexicalOptions
from diffing.model import Pair

# Paragraphs of a piece, usually.
_PIECE = 50
# Paragraphs of a side that may hold a rare sign.
_MOST_HELD = 20
# Neighbours of an anchor that are looked at on each side, those that must be shifted as it is, and by how much more or
# less: a few paragraphs, or a share of what lies between.
_NEIGHBOURS, _AGREEING = 4, 6
_SHIFT, _SHIFT_SHARE = 1, 0.03
# Weights of the index are whole numbers.
_UNIT = 1000


class Piece(NamedTuple):
    """Paragraphs of both sides, ends excluded, that are aligned as an article."""

    left: int
    left_end: int
    right: int
    right_end: int


def pieces_of(signs: Pair[Sequence[frozenset[int]]], options: LexicalOptions) -> Iterator[Piece]:
    """Yield the pieces of two long texts in order, given the signs of their paragraphs."""
    sizes = signs.map(len)
    cuts = [(0, 0)]
    for left, right in _anchors(signs, options):
        before = cuts[-1]
        if min(left - before[0], right - before[1]) > 0 and max(left - before[0], right - before[1]) >= _PIECE:
            cuts.append((left, right))
    for (left, right), (left_end, right_end) in pairwise([*cuts, (sizes.left, sizes.right)]):
        # Without anchors, both sides are cut into as many parts.
        cells = (left_end - left) * (right_end - right)
        parts = 1 if cells <= options.cells else -(-max(left_end - left, right_end - right) // _PIECE)
        for part in range(parts):
            yield Piece(
                left + (left_end - left) * part // parts,
                left + (left_end - left) * (part + 1) // parts,
                right + (right_end - right) * part // parts,
                right + (right_end - right) * (part + 1) // parts,
            )


def _anchors(signs: Pair[Sequence[frozenset[int]]], options: LexicalOptions) -> list[Anchor]:
    held = signs.map(lambda side: Counter(sign for own in side for sign in own))
    rare = {
        sign: max(1, _UNIT // (held.left[sign] + held.right[sign]))
        for sign in held.left.keys() & held.right.keys()
        if max(held.left[sign], held.right[sign]) <= _MOST_HELD
    }
    rows = signs.map(lambda side: [array("q", sorted(own & rare.keys())) for own in side])
    equal = equal_pairs(rows.map(lambda side: [row.tobytes() for row in side]))
    found = mutual_best_pairs(rows, equal, rare, options)
    frame = increasing([anchor for anchor, leads in found.items() if leads])
    return [anchor for at, anchor in enumerate(frame) if _is_confirmed(frame, at)]


def _is_confirmed(frame: Sequence[Anchor], at: int) -> bool:
    """Return whether most neighbours of an anchor are shifted as much as it is."""
    left, right = frame[at]
    near = frame[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS + 1]
    agreeing = sum(
        abs((there - right) - (here - left)) <= max(_SHIFT, _SHIFT_SHARE * abs(here - left)) for here, there in near
    )
    # It agrees with itself.
    return agreeing - 1 >= min(_AGREEING, (len(near) - 1) * _AGREEING / (2 * _NEIGHBOURS))
