"""The likelier source of two articles, by their dates; and which one has more that is its own.

    published on the 3rd and on the 5th     the first one is the earlier, and the source
    names and figures: 14 only left, 2 only right     the left one is the fuller

Without dates no source is named. The fuller of two articles may be the source that was shortened, or the latest version
of a story that grew. Two articles that only share an event or a source are no source of each other.
"""

from dataclasses import dataclass
from enum import StrEnum

from diffing.finding.relation import Relation
from diffing.finding.signatures import Signature
from diffing.model import Pair

FULLER_FACTOR = 2
"""Factor by which the facts of its own that the fuller article has exceed those of the other one, at least."""

FULLER_LEAST = 3
"""Facts of its own that it has more than the other one, at least."""

# Relations in which one article was made of the other.
_DERIVED = frozenset((Relation.SAME_TEXT, Relation.NEW_VERSION, Relation.REWRITE))


class Side(StrEnum):
    """One of two articles."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> "Side":
        """The side across."""
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


@dataclass(frozen=True, slots=True)
class LikelySource:
    """All that is known of the source of two articles; None where it is not known.

    `earlier` was published first, `fuller` has more names and figures of its own, `source` is the likelier source.
    """

    earlier: Side | None
    fuller: Side | None
    source: Side | None

    def swapped(self) -> "LikelySource":
        """Return the same with the sides exchanged."""
        return LikelySource(*(side and side.other for side in (self.earlier, self.fuller, self.source)))


def origin(relation: Relation, signatures: Pair[Signature]) -> LikelySource:
    """Return what dates and facts say of the source of two articles."""
    earlier, fuller = _earlier(signatures), _fuller(signatures)
    return LikelySource(earlier, fuller, earlier if relation in _DERIVED else None)


def _earlier(signatures: Pair[Signature]) -> Side | None:
    left, right = (one.moment for one in signatures)
    is_before = left.before(right) if left and right else None
    return None if is_before is None else Side.LEFT if is_before else Side.RIGHT


def _fuller(signatures: Pair[Signature]) -> Side | None:
    left, right = (frozenset(one.facts) for one in signatures)
    own_left, own_right = len(left - right), len(right - left)
    if max(own_left, own_right) - min(own_left, own_right) < FULLER_LEAST:
        return None
    if max(own_left, own_right) < FULLER_FACTOR * min(own_left, own_right):
        return None
    return Side.LEFT if own_left > own_right else Side.RIGHT
