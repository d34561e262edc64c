"""Find changes in which one side denies what the other one says by an opposite: both say the same.

left   They will |never forget| it.      right   They will |always remember| it.      the same
left   The trip is |not legal|.          right   The trip is |unlawful|.              the same
left   The wall is |not stable|.         right   The wall is |unstable|.              the same
left   They |never forget| it.           right   They |paid well| for it.             another statement
"""

from collections.abc import Sequence

from diffing.ledger.core.model import Subject
from diffing.ledger.core.sides import Side
from diffing.ledger.meaning.antonyms import denies_by_prefix
from diffing.ledger.meaning.cues import Cue, cues
from diffing.ledger.meaning.double_opposites import OF_NEGATIONS
from diffing.ledger.meaning.turn_words import Turn, content_count, turns_in
from diffing.model import Pair, Place
from diffing.text.reading import ReadText

# Content words of a short change on each side: longer ones say more than the denial.
_MOST_CONTENT = 3


def deny_alike(both: Pair[Side], places: Pair[Sequence[Place]]) -> bool:
    """Return whether one side of a short change has a negation, and the other one a word that implies it."""
    if any(
        len(own) != 1 or content_count(side, own[0]) > _MOST_CONTENT for side, own in zip(both, places, strict=True)
    ):
        return False
    if _hedge_alike(both, places):
        return True
    negations = Pair(*(_negations(side, own[0]) for side, own in zip(both, places, strict=True)))
    denied = negations.map(lambda own: any(not cue.answers for cue in own))
    if denied.left == denied.right:
        return False
    if not denied.left:
        both, places, negations = both.swapped(), places.swapped(), negations.swapped()
    return bool(negations.right) or _are_opposed(both, places) or _has_prefix(both.left, places, negations.left)


def undenied(side: Side, text: ReadText, words: Sequence[Turn], reach: int) -> Sequence[Turn]:
    """Return some words of a text without those that stand at most `reach` characters behind a negation."""
    if not words:
        return words
    found = [cue for cue in side.extract(cues, text) if cue.subject is Subject.NEGATION and not cue.answers]
    return [one for one in words if not any(0 <= one.start - cue.end <= reach for cue in found)]


def _hedge_alike(both: Pair[Side], places: Pair[Sequence[Place]]) -> bool:
    """Return whether both sides of a change are words of one certainty: 'not unlikely', 'likely'."""
    left, right = (
        {
            cue.force
            for cue in side.extract(cues, side.texts[own[0].paragraph])
            if cue.subject is Subject.CERTAINTY and cue.start <= own[0].start and own[0].end <= cue.end
        }
        for side, own in zip(both, places, strict=True)
    )
    return not left.isdisjoint(right)


def _has_prefix(side: Side, places: Pair[Sequence[Place]], negations: Sequence[Cue]) -> bool:
    """Return whether the other side of a change has a denied word with a prefix: 'not stable', 'unstable'.

    `negations` are those of this side, which is the left one of the change.
    """
    own, there = places.left[0], places.right[0]
    text = side.other_texts[there.paragraph].folded
    near = range(text.at(there.start), text.at(there.end))
    return any(
        denies_by_prefix(side, Place(own.paragraph, cue.start, cue.end), there.paragraph, near) for cue in negations
    )


def _negations(side: Side, place: Place) -> list[Cue]:
    """Return the negations at a place, and the words that imply one."""
    found = side.extract(cues, side.texts[place.paragraph])
    return [cue for cue in found if cue.subject is Subject.NEGATION and cue.start < place.end and place.start < cue.end]


def _are_opposed(both: Pair[Side], places: Pair[Sequence[Place]]) -> bool:
    """Return whether both sides have words of different classes of one group, which is not that of 'never' itself."""
    left, right = (
        {
            turn.group: turn.sense
            for turn in turns_in(side, side.texts[own[0].paragraph])
            if turn.start < own[0].end and own[0].start < turn.end and turn.group not in OF_NEGATIONS
        }
        for side, own in zip(both, places, strict=True)
    )
    return any(right.get(group, sense) != sense for group, sense in left.items())
