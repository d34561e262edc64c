"""Edits inside a change: replacements, insertions, deletions and moved phrases.

with Russia’s banks to help        replace  Russia’s | Russian: nearly equal words replace each
with many Russian banks for help            other, and so do the words between them
                                   insert   many, beside them

left: after                        replace  after | when
right: when he, a former actor     and an insertion for the rest, if one side is much longer

A word or two do not reword a whole clause. If there is a mark to cut at, the clause is an insertion or a deletion of
its own.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from diffing.model import Op
from diffing.text.near_equal import near_pairs
from diffing.text.ranges import EqualRange, RangePair, common_ends, gaps
from diffing.text.tokens import MARK_WEIGHT, PairedTokens, Token
from diffing.wording.moved_phrases import moved_phrases

# The rest of a side is an insertion if the side is much longer: it has this many times the tokens of the other, ...
UNEVEN = 2
# ... and this many tokens more.
CLAUSE_LENGTH = 5
# The rest is a clause if it has this many content words.
CLAUSE_CONTENT = 3


class Edit(NamedTuple):
    """An edit operation on ranges of tokens. `move` numbers the two ends of a moved phrase or sentence."""

    op: Op
    ranges: RangePair
    move: int | None = None
    bounded: bool = False


# A range of tokens on one side, and the number of its move.
_Moved = tuple[int, int, int]


def edits(
    ranges: RangePair,
    equal_ranges: Sequence[EqualRange],
    tokens: PairedTokens,
    bounded: bool = False,
    first_move: int = 1,
) -> Iterator[Edit]:
    """Yield the edits of some ranges in order: the equal ranges, and the edits of the changes between them.

    Phrases that moved inside the ranges get numbers from `first_move` on.
    """
    changes = gaps(ranges, equal_ranges)
    moves = list(enumerate(moved_phrases(changes, tokens), first_move))
    away = deque((equal.left, equal.left_end, number) for number, equal in moves)
    here = deque(sorted((equal.right, equal.right_end, number) for number, equal in moves))
    for at, change in enumerate(changes):
        left_moves = _taken_up_to(change.left_end, away) if away else ()
        right_moves = _taken_up_to(change.right_end, here) if here else ()
        moved = left_moves or right_moves
        for edit in _around_moves(change, tokens, left_moves, right_moves) if moved else _paired(change, tokens):
            yield edit._replace(bounded=True) if bounded else edit
        if at < len(equal_ranges):
            equal = equal_ranges[at]
            yield Edit(Op.EQUAL, RangePair(equal.left, equal.left_end, equal.right, equal.right_end))


def _taken_up_to(end: int, waiting: deque[_Moved]) -> list[_Moved]:
    """Remove and return the moved ranges at the head of a queue that end before `end`."""
    taken = []
    while waiting and waiting[0][1] <= end:
        taken.append(waiting.popleft())
    return taken


def plain(ranges: RangePair, move: int | None = None) -> Sequence[Edit]:
    """Return the ranges as one replacement, deletion or insertion; nothing if both are empty."""
    deleted, inserted = ranges.left_end > ranges.left_start, ranges.right_end > ranges.right_start
    if not deleted and not inserted:
        return ()
    return (Edit(Op.REPLACE if deleted and inserted else Op.DELETE if deleted else Op.INSERT, ranges, move),)


def _around_moves(
    change: RangePair, tokens: PairedTokens, left_moves: Sequence[_Moved], right_moves: Sequence[_Moved]
) -> Iterator[Edit]:
    """Yield the edits of one change: moved ranges are edits of their own, the rests of both sides are compared."""
    own = _segments(change.left_start, change.left_end, left_moves)
    others = _segments(change.right_start, change.right_end, right_moves)
    # The longest rests of the two sides are compared; all other rests were added or left out.
    left_rest = max(range(len(own)), key=lambda at: (own[at][2] is None, own[at][1] - own[at][0], -at))
    right_rest = max(range(len(others)), key=lambda at: (others[at][2] is None, others[at][1] - others[at][0], -at))
    i, j = own[left_rest][0], others[right_rest][0]
    for start, end, number in own[:left_rest]:
        yield from plain(RangePair(start, end, change.right_start, change.right_start), number)
    for start, end, number in others[:right_rest]:
        yield from plain(RangePair(i, i, start, end), number)
    yield from _paired(RangePair(i, own[left_rest][1], j, others[right_rest][1]), tokens)
    i, j = own[left_rest][1], others[right_rest][1]
    for start, end, number in own[left_rest + 1 :]:
        yield from plain(RangePair(start, end, j, j), number)
    for start, end, number in others[right_rest + 1 :]:
        yield from plain(RangePair(change.left_end, change.left_end, start, end), number)


def _segments(start: int, end: int, moved: Sequence[_Moved]) -> list[tuple[int, int, int | None]]:
    """Cut a range at its moved ranges; before and behind each of them is a rest, which may be empty."""
    found: list[tuple[int, int, int | None]] = []
    at = start
    for moved_start, moved_end, number in moved:
        found += [(at, moved_start, None), (moved_start, moved_end, number)]
        at = moved_end
    return [*found, (at, end, None)]


def _paired(ranges: RangePair, tokens: PairedTokens) -> Sequence[Edit]:
    """Cut a change at nearly equal content words."""
    left_start, left_end, right_start, right_end = ranges
    if left_start == left_end or right_start == right_end:
        return plain(ranges)
    cut: list[Edit] = []
    own = [i for i in range(left_start, left_end) if tokens.left[i].is_content]
    others = [j for j in range(right_start, right_end) if tokens.right[j].is_content]
    i, j = left_start, right_start
    for at, to in near_pairs([tokens.left[i].form for i in own], [tokens.right[j].form for j in others]):
        m, n = own[at], others[to]
        cut += _evened(RangePair(i, m, j, n), tokens)
        cut.append(Edit(Op.REPLACE, RangePair(m, m + 1, n, n + 1)))
        i, j = m + 1, n + 1
    cut += _evened(RangePair(i, left_end, j, right_end), tokens)
    return cut


def _evened(ranges: RangePair, tokens: PairedTokens) -> Sequence[Edit]:
    """Cut a change in which one side is much longer: its clause is an insertion or a deletion of its own."""
    if ranges.left_start == ranges.left_end or ranges.right_start == ranges.right_end:
        return plain(ranges)
    own, other = tokens.left[ranges.left_start : ranges.left_end], tokens.right[ranges.right_start : ranges.right_end]
    head, tail = common_ends([token.form for token in own], [token.form for token in other])
    shorter, longer = sorted((own, other), key=len)
    if head + tail == len(shorter):
        return _without_ends(ranges, head, tail)
    if not is_clause(longer, shorter) or not any(token.is_content for token in shorter):
        return plain(ranges)
    return _without_clause(ranges, longer, len(shorter), left_is_longer=longer is own)


def is_clause(longer: Sequence[Token], shorter: Sequence[Token]) -> bool:
    """Return whether the longer side of a change has a clause more than the shorter side."""
    content = sum(token.is_content for token in longer) - sum(token.is_content for token in shorter)
    return (
        len(longer) >= UNEVEN * len(shorter)
        and len(longer) - len(shorter) >= CLAUSE_LENGTH
        and content >= CLAUSE_CONTENT
    )


def _without_ends(ranges: RangePair, head: int, tail: int) -> Sequence[Edit]:
    """Cut a change of which one side is equal to the ends of the other: 'with' against 'with members of'."""
    i, j, m, n = ranges.left_start + head, ranges.right_start + head, ranges.left_end - tail, ranges.right_end - tail
    before = [Edit(Op.EQUAL, RangePair(ranges.left_start, i, ranges.right_start, j))] if head else []
    behind = [Edit(Op.EQUAL, RangePair(m, ranges.left_end, n, ranges.right_end))] if tail else []
    return [*before, *plain(RangePair(i, m, j, n)), *behind]


def _without_clause(ranges: RangePair, longer: Sequence[Token], length: int, *, left_is_longer: bool) -> Sequence[Edit]:
    """Cut the longer side at a mark, so that the part against the shorter side has about `length` tokens."""
    marks = [at for at in range(1, len(longer)) if longer[at].weight == MARK_WEIGHT]
    # The clause is the second part and begins with the mark, or it is the first part and ends with the mark.
    cuts = [(abs(at - length), 0, at) for at in marks if len(longer) - at >= CLAUSE_LENGTH]
    cuts += [(abs(len(longer) - at - 1 - length), 1, at + 1) for at in marks if CLAUSE_LENGTH <= at + 1 < len(longer)]
    misfit, clause_first, cut = min(cuts, default=(len(longer), 0, 0))
    if misfit > max(length, CLAUSE_LENGTH):
        return plain(ranges)
    if left_is_longer:
        cut += ranges.left_start
        stand = ranges.right_start if clause_first else ranges.right_end
    else:
        stand = cut + ranges.right_start
        cut = ranges.left_start if clause_first else ranges.left_end
    return [
        *plain(ranges._replace(left_end=cut, right_end=stand)),
        *plain(ranges._replace(left_start=cut, right_start=stand)),
    ]
