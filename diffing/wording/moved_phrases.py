"""Phrases that stand elsewhere in the same sentence on the other side.

    allies of President Vladimir Putin         moved  allies
    President Vladimir Putin’s allies

Only where it is clear: a word that the changes of both sides hold once, with the equal words beside
it; at least two words, or all the matter of the change it stands in, so that a name that is dropped
here and comes up there in other company is not called the same phrase.
"""

from collections import Counter
from collections.abc import Sequence

from diffing.model import Pair
from diffing.text.ranges import Area, Run
from diffing.text.tokens import CONTENT_WEIGHT, FUNCTION_WEIGHT, MARK_WEIGHT, Unit

# A phrase of this weight is clear by itself: a word of matter and one word more.
CLEAR_WEIGHT = CONTENT_WEIGHT + FUNCTION_WEIGHT
# And it has so many letters: a character or two of Chinese or Japanese come up anywhere.
CLEAR_LENGTH = 4

Units = Pair[tuple[Unit, ...]]


def moved_phrases(changes: Sequence[Area], found: Units) -> list[Run]:
    """The phrases that these changes of one sentence have in common, by their place on the left.

    They overlap on neither side, and each lies in one change on the left and one on the right.
    """
    if not _have_matter_in_common(changes, found):
        return []
    left_at = {i: change for change in changes for i in range(change.left_start, change.left_end)}
    right_at = {j: change for change in changes for j in range(change.right_start, change.right_end)}
    left_counts = Counter(found.left[i].form for i in left_at)
    right_counts = Counter(found.right[j].form for j in right_at)
    places = {found.right[j].form: j for j in right_at if found.right[j].is_content}
    contents = {change: _contents(change, found) for change in changes}
    moves: list[Run] = []
    for i, change in list(left_at.items()):
        form = found.left[i].form
        j = places.get(form, -1)
        if i not in left_at or j not in right_at or left_counts[form] != 1 or right_counts[form] != 1:
            continue
        run = _widened(i, j, left_at, right_at, found)
        moved = found.left[run.left : run.left_end]
        content = sum(unit.is_content for unit in moved)
        heavy = sum(unit.weight for unit in moved) >= CLEAR_WEIGHT
        whole = content in (contents[change].left, contents[right_at[j]].right)
        if (heavy or whole) and sum(len(unit.form) for unit in moved) >= CLEAR_LENGTH:
            moves.append(run)
            for at in range(run.length):
                del left_at[run.left + at], right_at[run.right + at]
    return moves


def _have_matter_in_common(changes: Sequence[Area], found: Units) -> bool:
    """Whether any word of matter was both taken away and put in: mostly none was."""
    away = {
        unit.form
        for change in changes
        for unit in found.left[change.left_start : change.left_end]
        if unit.weight >= CONTENT_WEIGHT
    }
    return bool(away) and any(
        unit.form in away for change in changes for unit in found.right[change.right_start : change.right_end]
    )


def _contents(change: Area, found: Units) -> Pair[int]:
    """How many words of matter a change has on each side."""
    return Pair(
        sum(unit.is_content for unit in found.left[change.left_start : change.left_end]),
        sum(unit.is_content for unit in found.right[change.right_start : change.right_end]),
    )


def _widened(i: int, j: int, left_at: dict[int, Area], right_at: dict[int, Area], found: Units) -> Run:
    """A moved word with the equal words beside it, in the same changes; marks only between words."""
    own, other = left_at[i], right_at[j]

    def is_same(at: int) -> bool:
        return (
            left_at.get(i + at) is own
            and right_at.get(j + at) is other
            and found.left[i + at].form == found.right[j + at].form
        )

    start, end = 0, 1
    while is_same(start - 1):
        start -= 1
    while is_same(end):
        end += 1
    while found.left[i + start].weight == MARK_WEIGHT:
        start += 1
    while found.left[i + end - 1].weight == MARK_WEIGHT:
        end -= 1
    return Run(i + start, j + start, end - start)
