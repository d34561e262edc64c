"""Find changes in which one side denies what the other one says by an opposite: both say the same.

left   They will |never forget| it.      right   They will |always remember| it.      the same
left   The trip is |not legal|.          right   The trip is |unlawful|.              the same
left   They |never forget| it.           right   They |paid well| for it.             another statement
"""

from collections.abc import Sequence

from diffing.ledger.core.model import Subject
from diffing.ledger.core.sides import Side
from diffing.ledger.meaning.cues import Cue, cues
from diffing.ledger.meaning.double_opposites import OF_NEGATIONS
from diffing.ledger.meaning.turn_words import content_count, turns_in
from diffing.model import Pair, Place

# Content words of a short change on each side: longer ones say more than the denial.
_MOST_CONTENT = 3


def deny_alike(both: Pair[Side], places: Pair[Sequence[Place]]) -> bool:
    """Return whether one side of a short change has a negation, and the other one a word that implies it."""
    if any(
        len(own) != 1 or content_count(side, own[0]) > _MOST_CONTENT for side, own in zip(both, places, strict=True)
    ):
        return False
    left, right = (_negations(side, own[0]) for side, own in zip(both, places, strict=True))
    denied = [any(not cue.answers for cue in own) for own in (left, right)]
    if denied[0] == denied[1]:
        return False
    implied = right if denied[0] else left
    return bool(implied) or _are_opposed(both, places)


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
