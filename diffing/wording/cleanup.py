"""Equal runs as a reader would draw them: no confetti, and edits that begin and end at natural places.

    [took on→gave up] the [high office→post of]    [took on the high office→gave up the post of]
                                             a lone 'the' between longer changes goes into the change

    the [old city and the ]new city          [the old city and ]the new city
                                             an edit slides to where a phrase or a clause begins

All of it works on units, so that no boundary falls inside a word.
"""

from bisect import bisect_left
from collections.abc import Sequence

from diffing.text.ranges import Area, Run
from diffing.text.tokens import CONTENT_WEIGHT, MARK_WEIGHT, Unit


def tidied(area: Area, runs: Sequence[Run], left: Sequence[Unit], right: Sequence[Unit]) -> list[Run]:
    """The runs without confetti and with edits at natural places."""
    return _slid(area, _absorbed(area, list(runs), left), left, right)


def _absorbed(area: Area, runs: list[Run], left: Sequence[Unit]) -> list[Run]:
    """The runs less those between two changes that carry nothing, the lightest first.

    A run without matter goes into the changes on both sides of it when it weighs no more than the shorter of them has
    words: a mark (1) beside any change, a function word (2) between changes of two words, which would otherwise read as
    one change with a stutter. Allowing one more absorbs more and finds less: F1 of changed characters .9179 for .9186
    (arXivEdits) and .9703 for .9716 (Simple Wikipedia). What was absorbed makes the changes around it longer, so the
    rest is looked at again.
    """
    weights = {run: sum(unit.weight for unit in left[run.left : run.left_end]) for run in runs}
    light = sorted((run for run in runs if weights[run] < CONTENT_WEIGHT), key=lambda run: (weights[run], run.left))
    while light:
        rest = []
        for run in light:
            at = bisect_left(runs, run)
            before, after = _gap(area, runs, at), _gap(area, runs, at + 1)
            deleted = (before.left_end - before.left_start, after.left_end - after.left_start)
            inserted = (before.right_end - before.right_start, after.right_end - after.right_start)
            shorter = min(max(deleted[0], inserted[0]), max(deleted[1], inserted[1]))
            # Two insertions with a kept word between them stay two: as one they would be a replacement.
            if shorter and any(deleted) and any(inserted) and weights[run] <= shorter:
                del runs[at]
            else:
                rest.append(run)
        if len(rest) == len(light):
            break
        light = rest
    return runs


def _gap(area: Area, runs: Sequence[Run], at: int) -> Area:
    """What stands before run `at`; behind the last run for the number of runs."""
    start = (runs[at - 1].left_end, runs[at - 1].right_end) if at else (area.left_start, area.right_start)
    end = (runs[at].left, runs[at].right) if at < len(runs) else (area.left_end, area.right_end)
    return Area(start[0], end[0], start[1], end[1])


def _slid(area: Area, runs: list[Run], left: Sequence[Unit], right: Sequence[Unit]) -> list[Run]:
    """The runs with every insertion and deletion between them moved to the best of its possible places."""
    for at in range(1, len(runs)):
        before, after = runs[at - 1], runs[at]
        deleted, inserted = after.left - before.left_end, after.right - before.right_end
        if bool(deleted) == bool(inserted):
            continue
        side, start, end = (left, before.left_end, after.left) if deleted else (right, before.right_end, after.right)
        least = 1 if at > 1 else 0  # a run in the middle has to stay
        shift, places = 0, [0]
        while before.length + shift > least and side[start + shift - 1].form == side[end + shift - 1].form:
            shift -= 1
            places.append(shift)
        shift = 0
        least = 1 if at < len(runs) - 1 else 0
        while after.length - shift > least and side[start + shift].form == side[end + shift].form:
            shift += 1
            places.append(shift)
        if len(places) > 1:
            shift = max(places, key=lambda place: (_break(side, start + place) + _break(side, end + place), -place))
            runs[at - 1] = Run(before.left, before.right, before.length + shift)
            runs[at] = Run(after.left + shift, after.right + shift, after.length - shift)
    return [run for run in runs if run.length]


# How strong a break stands before a unit: the end of a sentence, a mark, the start of a phrase.
_SENTENCE_BREAK, _MARK_BREAK, _PHRASE_BREAK = 4, 2, 1
_SENTENCE_ENDS = frozenset(".!?:;…。！？")


def _break(side: Sequence[Unit], at: int) -> int:
    """How strong a break stands before unit `at` of a side."""
    if at in (0, len(side)) or side[at - 1].form in _SENTENCE_ENDS:
        return _SENTENCE_BREAK
    if side[at - 1].weight == MARK_WEIGHT or side[at].weight == MARK_WEIGHT:
        return _MARK_BREAK
    return 0 if side[at].weight >= CONTENT_WEIGHT else _PHRASE_BREAK
