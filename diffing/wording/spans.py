"""Spans out of pieces: where the white space goes, and which equal words are set in another type.

    equal 'oil'  insert ','  equal ' despite'       and not   equal 'oil '  insert ', '  equal 'despite'
    equal 'The '  replace 'cat|dog'  equal ' sat'   and not   replace 'cat |dog '

White space between an equal span and a change belongs to the equal span where both sides have it, so
that a change is marked from its first letter to its last.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from diffing.model import Op, Pair, Span
from diffing.text.ranges import Area
from diffing.text.tokens import Unit
from diffing.wording.phrases import Piece


def spans_of(
    left: str, right: str, found: Pair[tuple[Unit, ...]], pieces: Sequence[Piece], *, mirrored: bool = False
) -> tuple[Span, ...]:
    """The spans of two texts whose units came to these pieces, or with the sides exchanged."""
    parts = [part for piece in _merged(pieces) for part in _by_setting(left, right, found, piece)]
    left_cuts = _cuts(left, found.left, [(part.area.left_start, part.area.left_end) for part in parts], parts)
    right_cuts = _cuts(right, found.right, [(part.area.right_start, part.area.right_end) for part in parts], parts)
    spans = []
    for part, a, b, c, d in zip(parts, left_cuts, left_cuts[1:], right_cuts, right_cuts[1:], strict=False):
        op, own, other = part.op if part.move is None else Op.EQUAL, left[a:b], right[c:d]
        if own == other:
            other = own  # one text in memory: most of a book is equal
        if mirrored:
            op, own, other = op.mirrored, other, own
        spans.append(Span(op, own, other, part.typographic, part.move, None, part.bounded))
    return tuple(spans)


class _Part(NamedTuple):
    """A piece, or the part of an equal piece that is or is not set alike."""

    op: Op
    area: Area
    move: int | None
    bounded: bool
    typographic: bool
    apart: bool
    """Of an insertion or deletion: white space stands before it. Of an equal part: it has its own behind it."""


def _merged(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces with neighbours of the same operation as one; but a replacement stays what it stands against."""
    held: Piece | None = None
    for piece in pieces:
        if held and held.op is piece.op is not Op.REPLACE and held[2:] == piece[2:]:
            first, last = held.area, piece.area
            held = held._replace(area=Area(first.left_start, last.left_end, first.right_start, last.right_end))
            continue
        if held:
            yield held
        held = piece
    if held:
        yield held


def _by_setting(left: str, right: str, found: Pair[tuple[Unit, ...]], piece: Piece) -> Sequence[_Part]:
    """An equal piece cut where its setting changes; any other piece as it is."""
    area = piece.area
    if piece.op is not Op.EQUAL:
        return (_Part(piece.op, area, piece.move, piece.bounded, False, _is_apart(found, area)),)
    own = found.left[area.left_start : area.left_end]
    other = found.right[area.right_start : area.right_end]
    if left[own[0].start : own[-1].end] == right[other[0].start : other[-1].end]:
        return (_Part(Op.EQUAL, area, None, False, False, True),)
    parts = []
    spaced = [False] * len(own)  # whether the white space behind a unit differs
    flags = [left[a.start : a.end] != right[b.start : b.end] for a, b in zip(own, other, strict=True)]
    for at, spaces in enumerate(zip(_spaces(left, own), _spaces(right, other), strict=True)):
        # A line feed joins two paragraphs that are one on the other side: that is no matter of setting.
        spaced[at] = spaces[0] != spaces[1] and not any("\n" in space for space in spaces)
        flags[at] |= spaced[at]
    start = 0
    for typographic, same in groupby(flags):
        end = start + len(list(same))
        part = Area(area.left_start + start, area.left_start + end, area.right_start + start, area.right_start + end)
        parts.append(_Part(Op.EQUAL, part, None, False, typographic, spaced[end - 1]))
        start = end
    return parts


def _spaces(text: str, side: Sequence[Unit]) -> Iterator[str]:
    """The white space behind each unit but the last."""
    return (text[one.end : two.start] for one, two in pairwise(side))


def _is_apart(found: Pair[tuple[Unit, ...]], area: Area) -> bool:
    """Whether white space stands before a deletion or insertion; a comma has none."""
    if area.left_start < area.left_end:
        side, start = found.left, area.left_start
    else:
        side, start = found.right, area.right_start
    return start == 0 or side[start - 1].end < side[start].start


def _cuts(text: str, side: Sequence[Unit], ranges: Sequence[tuple[int, int]], parts: Sequence[_Part]) -> list[int]:
    """Where one text is cut between the parts: at the start or at the end of the white space there."""
    cuts = [0]
    at = 1
    while at < len(parts):
        unit = ranges[at][0]
        behind = at  # the next part with a text on this side; those before it are all cut at one place
        while behind < len(parts) and ranges[behind] == (unit, unit):
            behind += 1
        if unit == 0:
            place = 0
        elif unit == len(side):
            place = len(text)
        elif _space_goes_on(parts[at - 1], parts[at], parts[behind]):
            place = side[unit - 1].end
        else:
            place = side[unit].start
        count = min(behind, len(parts) - 1) - at + 1
        cuts += [place] * count
        at += count
    return [*cuts, len(text)]


def _space_goes_on(before: _Part, between: _Part, after: _Part) -> bool:
    """Whether the white space between two parts of a side belongs to the later one.

    `between` is the first part that the other side alone has there, or else `after`.
    """
    if after.op is Op.EQUAL and (before.op is not Op.EQUAL or before.typographic):
        return before.op is Op.REPLACE or not before.apart
    # An insertion or deletion without a space before it: both sides are cut at the same end.
    return between is not after and not between.apart
