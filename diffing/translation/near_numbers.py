"""Numbers of two articles that may be one with a mistake: 46 million and 64 million, 1957 and 1967.

Each is in one article only, has as many digits as the other one, and no other number is as near. A pair of paragraphs
with such numbers is weak evidence: who compares a translation wants to see just these.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from diffing.translation.mentions import Number

_LEAST = 10


def near_pairs(left: Iterable[Number], right: Iterable[Number]) -> Iterator[tuple[Number, Number]]:
    """Yield the numbers of two articles that are near each other and no others, given those that only one has."""
    own, other = ([(number, _digits(number)) for number in sorted(side, key=str)] for side in (left, right))
    for number, digits in own:
        found = [(there, theirs) for there, theirs in other if _are_near(digits, theirs)]
        if len(found) == 1 and sum(_are_near(here, found[0][1]) for _, here in own) == 1:
            yield number, found[0][0]


def _digits(number: Number) -> str:
    """Return the digits of a number with a value from 10 up; '' for others."""
    return str(float(number)) if isinstance(number, Fraction) and number >= _LEAST else ""


def _are_near(one: str, other: str) -> bool:
    """Return whether digits differ in one place, or in their order."""
    if not one or len(one) != len(other):
        return False
    differing = sum(digit != there for digit, there in zip(one, other, strict=True))
    return differing == 1 or (differing > 1 and sorted(one) == sorted(other))
