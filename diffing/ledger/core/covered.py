"""The words that some entries have.

number changed 12 > 14   ->   covers '12' on the left and '14' on the right
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from diffing.ledger.core.model import Entry
from diffing.model import Pair, Place


class CoveredWords:
    """The places of some entries on both sides."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._places = Pair(defaultdict[int, list[Place]](list), defaultdict[int, list[Place]](list))
        for entry in entries:
            for own, places in zip(self._places, entry.places, strict=True):
                for place in places:
                    own[place.paragraph].append(place)

    def touch(self, places: Pair[Sequence[Place]]) -> bool:
        """Return whether an entry shares a character with one of the places of a side."""
        return any(
            place.start < other.end and other.start < place.end
            for own, side in zip(self._places, places, strict=True)
            for place in side
            for other in own.get(place.paragraph, ())
        )

    def hold(self, places: Pair[Sequence[Place]]) -> bool:
        """Return whether each of the places of both sides stands inside one that an entry has."""
        return all(
            any(other.start <= place.start and place.end <= other.end for other in own.get(place.paragraph, ()))
            for own, side in zip(self._places, places, strict=True)
            for place in side
        )

    def outside(self, place: Place, text: str, others: Iterable[Place], *, is_left: bool) -> str:
        """Return the words at a place of a side that no entry and no other place has; `text` is its paragraph."""
        kept, at = [], place.start
        own = self._places.left if is_left else self._places.right
        for other in sorted([*own.get(place.paragraph, ()), *others]):
            if other.start < place.end and at < other.end:
                kept.append(text[at : max(at, other.start)])
                at = max(at, other.end)
        return " ".join([*kept, text[at : place.end]])
