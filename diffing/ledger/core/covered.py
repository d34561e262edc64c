"""The words that some entries have.

number changed 12 > 14   ->   covers '12' on the left and '14' on the right
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from diffing.ledger.core.model import Entry
from diffing.model import Pair, Place


class CoveredWords:
    """The places of some entries on both sides."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        left, right = defaultdict[int, list[Place]](list), defaultdict[int, list[Place]](list)
        for entry in entries:
            for place in entry.left:
                left[place.paragraph].append(place)
            for place in entry.right:
                right[place.paragraph].append(place)
        self._places = Pair(left, right)

    def touch(self, places: Pair[Sequence[Place]]) -> bool:
        """Return whether an entry shares a character with one of the places of a side."""
        return _touch(self._places.left, places.left) or _touch(self._places.right, places.right)

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


def _touch(held: Mapping[int, Sequence[Place]], places: Sequence[Place]) -> bool:
    """Return whether one of the places of a side shares a character with one of those that are held."""
    for paragraph, start, end in places:
        for _, first, last in held.get(paragraph, ()):
            if start < last and first < end:
                return True
    return False
