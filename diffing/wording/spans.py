"""Spans made of edits: the place of the white space, and equal words that are set in another type.

    equal 'oil'  insert ','  equal ' despite'       and not   equal 'oil '  insert ', '  equal 'despite'
    equal 'The '  replace 'cat|dog'  equal ' sat'   and not   replace 'cat |dog '

White space between an equal span and a change belongs to the equal span if both sides have it, so that a change is
marked from its first letter to its last.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from diffing.model import Op, Span
from diffing.text.ranges import RangePair
from diffing.text.tokens import PairedTokens, Token
from diffing.wording.phrases import Edit


def spans_of(
    left: str, right: str, tokens: PairedTokens, edits: Sequence[Edit], *, mirrored: bool = False
) -> tuple[Span, ...]:
    """Return the spans of two texts with these edits of their tokens; if `mirrored`, with the sides exchanged."""
    parts = [part for edit in _merged(edits) for part in _by_setting(left, right, tokens, edit)]
    left_cuts = _cuts(left, tokens.left, [(part.ranges.left_start, part.ranges.left_end) for part in parts], parts)
    right_cuts = _cuts(right, tokens.right, [(part.ranges.right_start, part.ranges.right_end) for part in parts], parts)
    spans = []
    for part, a, b, c, d in zip(parts, left_cuts, left_cuts[1:], right_cuts, right_cuts[1:], strict=False):
        op, own, other = part.op if part.move is None else Op.EQUAL, left[a:b], right[c:d]
        if own == other:
            other = own  # one text in memory: most of a book is equal
        if mirrored:
            op, own, other = op.mirrored, other, own
        spans.append(Span(op, own, other, part.typographic, part.move, None, part.bounded))
    return tuple(spans)


class _UniformEdit(NamedTuple):
    """An edit, or the part of an equal edit whose tokens are all set alike or all set differently."""

    op: Op
    ranges: RangePair
    move: int | None
    bounded: bool
    typographic: bool
    apart: bool
    """Of an insertion or deletion: white space is before it. Of an equal part: its own white space is behind it."""


def _merged(edits: Sequence[Edit]) -> Iterator[Edit]:
    """Join neighbouring edits of the same operation into one, and a deletion and an insertion into a replacement.

    Replacements are never joined.
    """
    held: Edit | None = None
    for edit in _replaced(edits):
        if held and held.op is edit.op is not Op.REPLACE and held[2:] == edit[2:]:
            first, last = held.ranges, edit.ranges
            held = held._replace(ranges=RangePair(first.left_start, last.left_end, first.right_start, last.right_end))
            continue
        if held:
            yield held
        held = edit
    if held:
        yield held


def _replaced(edits: Sequence[Edit]) -> Iterator[Edit]:
    """Yield the edits, with deletions and insertions that touch as one replacement: words in each other's place."""
    for is_one_sided, run in groupby(edits, key=lambda edit: edit.move is None and edit.op in (Op.DELETE, Op.INSERT)):
        parts = list(run)
        if not is_one_sided or len({part.op for part in parts}) == 1:
            yield from parts
        else:
            first, last = parts[0].ranges, parts[-1].ranges
            ranges = RangePair(first.left_start, last.left_end, first.right_start, last.right_end)
            yield Edit(Op.REPLACE, ranges, bounded=any(part.bounded for part in parts))


def _by_setting(left: str, right: str, tokens: PairedTokens, edit: Edit) -> Sequence[_UniformEdit]:
    """Cut an equal edit where its setting changes; return any other edit as it is."""
    ranges = edit.ranges
    if edit.op is not Op.EQUAL:
        return (_UniformEdit(edit.op, ranges, edit.move, edit.bounded, False, _is_apart(tokens, ranges)),)
    own = tokens.left[ranges.left_start : ranges.left_end]
    other = tokens.right[ranges.right_start : ranges.right_end]
    if left[own[0].start : own[-1].end] == right[other[0].start : other[-1].end]:
        return (_UniformEdit(Op.EQUAL, ranges, None, False, False, True),)
    parts = []
    spaced = [False] * len(own)  # whether the white space behind a token differs
    flags = [left[a.start : a.end] != right[b.start : b.end] for a, b in zip(own, other, strict=True)]
    for at, spaces in enumerate(zip(_spaces(left, own), _spaces(right, other), strict=True)):
        # A line feed joins two paragraphs that are one on the other side: that is no typographic difference.
        spaced[at] = spaces[0] != spaces[1] and not any("\n" in space for space in spaces)
        flags[at] |= spaced[at]
    start = 0
    for typographic, same in groupby(flags):
        end = start + len(list(same))
        part = RangePair(
            ranges.left_start + start, ranges.left_start + end, ranges.right_start + start, ranges.right_start + end
        )
        parts.append(_UniformEdit(Op.EQUAL, part, None, False, typographic, spaced[end - 1]))
        start = end
    return parts


def _spaces(text: str, side: Sequence[Token]) -> Iterator[str]:
    """Yield the white space behind each token but the last."""
    return (text[one.end : two.start] for one, two in pairwise(side))


def _is_apart(tokens: PairedTokens, ranges: RangePair) -> bool:
    """Return whether white space is before a deletion or insertion; before a comma there is none."""
    if ranges.left_start < ranges.left_end:
        side, start = tokens.left, ranges.left_start
    else:
        side, start = tokens.right, ranges.right_start
    return start == 0 or side[start - 1].end < side[start].start


def _cuts(
    text: str, side: Sequence[Token], ranges: Sequence[tuple[int, int]], parts: Sequence[_UniformEdit]
) -> list[int]:
    """Return where one text is cut between the parts: at the start or at the end of the white space there."""
    cuts = [0]
    at = 1
    while at < len(parts):
        token = ranges[at][0]
        behind = at  # the next part with a text on this side; those before it are all cut at one place
        while behind < len(parts) and ranges[behind] == (token, token):
            behind += 1
        if token == 0:
            place = 0
        elif token == len(side):
            place = len(text)
        elif _space_goes_on(parts[at - 1], parts[at], parts[behind]):
            place = side[token - 1].end
        else:
            place = side[token].start
        count = min(behind, len(parts) - 1) - at + 1
        cuts += [place] * count
        at += count
    return [*cuts, len(text)]


def _space_goes_on(before: _UniformEdit, between: _UniformEdit, after: _UniformEdit) -> bool:
    """Return whether the white space between two parts of a side belongs to the later one.

    `between` is the first part that only the other side has there, or else `after`.
    """
    if after.op is Op.EQUAL and (before.op is not Op.EQUAL or before.typographic):
        return before.op is Op.REPLACE or not before.apart
    # An insertion or deletion without a space before it: both sides are cut at the same end.
    return between is not after and not between.apart
