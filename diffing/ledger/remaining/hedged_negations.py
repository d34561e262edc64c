"""Join a negation and a hedge that stand in the place of each other: one change, and not two.

left   The vaccine |would protect| the old.      right   The vaccine |might not protect| the old.       changed
       a negation, would protect > not protect, and a hedge, would > might
"""

from collections.abc import Sequence
from dataclasses import replace

from diffing.ledger.core.model import Change, Entry, Subject
from diffing.model import Pair, Place

# Characters between the words of both: a space.
_APART = 1


def with_hedged_negations(found: Sequence[Entry]) -> list[Entry]:
    """Return entries with one for each negation and the hedge that stands beside it on both sides."""
    hedges = [entry for entry in found if _is_exchange(entry, Subject.CERTAINTY)]
    joined: dict[int, Entry] = {}
    taken: set[int] = set()
    for entry in found if hedges else ():
        if not _is_exchange(entry, Subject.NEGATION):
            continue
        hedge = next((one for one in hedges if id(one) not in taken and _stand_beside(entry, one)), None)
        if hedge is not None:
            taken.add(id(hedge))
            places = Pair(*(_whole(*own) for own in zip(_words(entry), _words(hedge), strict=True)))
            joined[id(entry)] = replace(entry, left=(places.left,), right=(places.right,), detail=None)
    return [joined.get(id(entry), entry) for entry in found if id(entry) not in taken]


def _is_exchange(entry: Entry, subject: Subject) -> bool:
    """Return whether an entry has one place on each side."""
    return (
        entry.subject is subject
        and entry.change is Change.CHANGED
        and len(entry.left) == len(entry.right) == 1
        and not entry.children
    )


def _words(entry: Entry) -> Pair[Place]:
    return Pair(entry.left[0], entry.right[0])


def _stand_beside(entry: Entry, other: Entry) -> bool:
    """Return whether the words of two entries touch on both sides, and overlap on one."""
    apart = [
        max(one.start, there.start) - min(one.end, there.end) if one.paragraph == there.paragraph else None
        for one, there in zip(_words(entry), _words(other), strict=True)
    ]
    known = [gap for gap in apart if gap is not None]
    return len(known) == len(apart) and max(known) <= _APART and min(known) < 0


def _whole(one: Place, other: Place) -> Place:
    return Place(one.paragraph, min(one.start, other.start), max(one.end, other.end))
