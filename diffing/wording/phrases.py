"""What stands against what inside a change: rewordings, insertions, omissions and moved phrases.

with Russia’s banks to help        replace  Russia’s | Russian: nearly equal words stand against
with many Russian banks for help            each other, and so does what is between them
                                   insert   many, beside them

left: after                        replace  after | when
right: when he, a former actor     and an insertion for the rest, where one side is much the longer

A word or two against a whole clause is no rewording of it; where there is a mark to cut at, the
clause is an insertion or an omission of its own.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from diffing.model import Op, Pair
from diffing.text.near_equal import near_pairs
from diffing.text.ranges import Area, Run, common_ends, gaps
from diffing.text.tokens import MARK_WEIGHT, Unit
from diffing.wording.moved_phrases import moved_phrases

# One side of a change is so much longer that the rest of it must be an insertion: this many times the
# units of the other, ...
UNEVEN = 2
# ... and this many units more.
CLAUSE_LENGTH = 5
# It is a clause when it has so many words of matter.
CLAUSE_CONTENT = 3


class Piece(NamedTuple):
    """What became of the units of an area. `move` numbers the two ends of a moved phrase or sentence."""

    op: Op
    area: Area
    move: int | None = None
    bounded: bool = False


Units = Pair[tuple[Unit, ...]]
# A range of units on one side, and the number of its move.
_Moved = tuple[int, int, int]


def pieces(
    area: Area, runs: Sequence[Run], found: Units, bounded: bool = False, first_move: int = 1
) -> Iterator[Piece]:
    """The area in pieces, in order: its runs, and what the changes between them come to.

    Phrases that moved inside the area are numbered from `first_move`.
    """
    changes = gaps(area, runs)
    moves = list(enumerate(moved_phrases(changes, found), first_move))
    away = deque((run.left, run.left_end, number) for number, run in moves)
    here = deque(sorted((run.right, run.right_end, number) for number, run in moves))
    for at, change in enumerate(changes):
        left_moves = _taken_up_to(change.left_end, away) if away else ()
        right_moves = _taken_up_to(change.right_end, here) if here else ()
        moved = left_moves or right_moves
        for piece in _around_moves(change, found, left_moves, right_moves) if moved else _paired(change, found):
            yield piece._replace(bounded=True) if bounded else piece
        if at < len(runs):
            run = runs[at]
            yield Piece(Op.EQUAL, Area(run.left, run.left_end, run.right, run.right_end))


def _taken_up_to(end: int, waiting: deque[_Moved]) -> list[_Moved]:
    """The moved ranges at the head of a queue that lie before `end`."""
    taken = []
    while waiting and waiting[0][1] <= end:
        taken.append(waiting.popleft())
    return taken


def plain(area: Area, move: int | None = None) -> Sequence[Piece]:
    """An area as one replacement, deletion or insertion; nothing for an empty one."""
    deleted, inserted = area.left_end > area.left_start, area.right_end > area.right_start
    if not deleted and not inserted:
        return ()
    return (Piece(Op.REPLACE if deleted and inserted else Op.DELETE if deleted else Op.INSERT, area, move),)


def _around_moves(
    change: Area, found: Units, left_moves: Sequence[_Moved], right_moves: Sequence[_Moved]
) -> Iterator[Piece]:
    """The pieces of one change: what moved away or came here is set apart, the rest stands against each other."""
    own = _segments(change.left_start, change.left_end, left_moves)
    others = _segments(change.right_start, change.right_end, right_moves)
    # The longest rest on each side stand against each other; what else there is was added or left out.
    left_rest = max(range(len(own)), key=lambda at: (own[at][2] is None, own[at][1] - own[at][0], -at))
    right_rest = max(range(len(others)), key=lambda at: (others[at][2] is None, others[at][1] - others[at][0], -at))
    i, j = own[left_rest][0], others[right_rest][0]
    for start, end, number in own[:left_rest]:
        yield from plain(Area(start, end, change.right_start, change.right_start), number)
    for start, end, number in others[:right_rest]:
        yield from plain(Area(i, i, start, end), number)
    yield from _paired(Area(i, own[left_rest][1], j, others[right_rest][1]), found)
    i, j = own[left_rest][1], others[right_rest][1]
    for start, end, number in own[left_rest + 1 :]:
        yield from plain(Area(start, end, j, j), number)
    for start, end, number in others[right_rest + 1 :]:
        yield from plain(Area(change.left_end, change.left_end, start, end), number)


def _segments(start: int, end: int, moved: Sequence[_Moved]) -> list[tuple[int, int, int | None]]:
    """A range cut at what moved; there is a rest, be it empty, before and behind each."""
    found: list[tuple[int, int, int | None]] = []
    at = start
    for moved_start, moved_end, number in moved:
        found += [(at, moved_start, None), (moved_start, moved_end, number)]
        at = moved_end
    return [*found, (at, end, None)]


def _paired(area: Area, found: Units) -> Sequence[Piece]:
    """A change cut at nearly equal words of matter."""
    left_start, left_end, right_start, right_end = area
    if left_start == left_end or right_start == right_end:
        return plain(area)
    cut: list[Piece] = []
    own = [i for i in range(left_start, left_end) if found.left[i].is_content]
    others = [j for j in range(right_start, right_end) if found.right[j].is_content]
    i, j = left_start, right_start
    for at, to in near_pairs([found.left[i].form for i in own], [found.right[j].form for j in others]):
        m, n = own[at], others[to]
        cut += _evened(Area(i, m, j, n), found)
        cut.append(Piece(Op.REPLACE, Area(m, m + 1, n, n + 1)))
        i, j = m + 1, n + 1
    cut += _evened(Area(i, left_end, j, right_end), found)
    return cut


def _evened(area: Area, found: Units) -> Sequence[Piece]:
    """A change in which one side is much the longer: its clause is an insertion or an omission of its own."""
    if area.left_start == area.left_end or area.right_start == area.right_end:
        return plain(area)
    own, other = found.left[area.left_start : area.left_end], found.right[area.right_start : area.right_end]
    head, tail = common_ends([unit.form for unit in own], [unit.form for unit in other])
    shorter, longer = sorted((own, other), key=len)
    matter = sum(unit.is_content for unit in longer) - sum(unit.is_content for unit in shorter)
    if head + tail == len(shorter):
        return _without_ends(area, head, tail)
    if len(longer) < UNEVEN * len(shorter) or len(longer) - len(shorter) < CLAUSE_LENGTH or matter < CLAUSE_CONTENT:
        return plain(area)
    if not any(unit.is_content for unit in shorter):
        return [*plain(area._replace(right_end=area.right_start)), *plain(area._replace(left_start=area.left_end))]
    return _without_clause(area, longer, len(shorter), left_is_longer=longer is own)


def _without_ends(area: Area, head: int, tail: int) -> Sequence[Piece]:
    """A change of which one side is found whole at the ends of the other: 'with' against 'with members of'."""
    i, j, m, n = area.left_start + head, area.right_start + head, area.left_end - tail, area.right_end - tail
    before = [Piece(Op.EQUAL, Area(area.left_start, i, area.right_start, j))] if head else []
    behind = [Piece(Op.EQUAL, Area(m, area.left_end, n, area.right_end))] if tail else []
    return [*before, *plain(Area(i, m, j, n)), *behind]


def _without_clause(area: Area, longer: Sequence[Unit], length: int, *, left_is_longer: bool) -> Sequence[Piece]:
    """The longer side cut at a mark, so that what stands against the `length` units of the shorter is of its length."""
    marks = [at for at in range(1, len(longer)) if longer[at].weight == MARK_WEIGHT]
    # The clause follows and begins with the mark, or it comes first and ends with it.
    cuts = [(abs(at - length), 0, at) for at in marks if len(longer) - at >= CLAUSE_LENGTH]
    cuts += [(abs(len(longer) - at - 1 - length), 1, at + 1) for at in marks if CLAUSE_LENGTH <= at + 1 < len(longer)]
    misfit, clause_first, cut = min(cuts, default=(len(longer), 0, 0))
    if misfit > max(length, CLAUSE_LENGTH):
        return plain(area)
    if left_is_longer:
        cut += area.left_start
        stand = area.right_start if clause_first else area.right_end
    else:
        stand = cut + area.right_start
        cut = area.left_start if clause_first else area.left_end
    return [
        *plain(area._replace(left_end=cut, right_end=stand)),
        *plain(area._replace(left_start=cut, right_start=stand)),
    ]
