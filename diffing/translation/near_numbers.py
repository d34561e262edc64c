"""Numbers of two articles that may be one.

    46 million   64 million     one with a mistake; 1957 and 1967
    07.30        7:30 p.m.      one time of the day

Each is in one article only. Two with a mistake have as many digits, and no other number is as near. They are weak
evidence for a pair of paragraphs: who compares a translation wants to see just these.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from diffing.translation.mentions import Number

_LEAST = 10
_HALF_DAY, _DAY, _HOUR, _HUNDRED = 12, 24, 60, 100


def near_pairs(left: Iterable[Number], right: Iterable[Number]) -> Iterator[tuple[Number, Number]]:
    """Yield the numbers of two articles that are near each other and no others, given those that only one has."""
    own, other = ([(number, _digits(number)) for number in sorted(side, key=str)] for side in (left, right))
    for number, digits in own:
        found = [(there, theirs) for there, theirs in other if _are_near(digits, theirs)]
        if len(found) == 1 and sum(_are_near(here, found[0][1]) for _, here in own) == 1:
            yield number, found[0][0]


def time_pairs(left: Iterable[Number], right: Iterable[Number]) -> Iterator[tuple[Number, Number]]:
    """Yield the numbers of two articles that are one time of the day, given those that only one has."""
    own, other = ([(number, _time_of(number)) for number in sorted(side, key=str)] for side in (left, right))
    for number, time in own:
        found = [there for there, theirs in other if theirs == time is not None]
        if len(found) == 1 and [theirs for _, theirs in own].count(time) == 1:
            yield number, found[0]


def _time_of(number: Number) -> tuple[int, int] | None:
    """Return the hour of half a day, and the minute, of a number that may be a time: 19:30 or 7.3."""
    if isinstance(number, Fraction):
        hour, minute = divmod(number * _HUNDRED, _HUNDRED)
        is_time = number < _DAY and minute.denominator == 1 and 0 < minute < _HOUR
        return (hour % _HALF_DAY, int(minute)) if is_time else None
    hours, _, minutes = number.partition(":")
    return (int(hours) % _HALF_DAY, int(minutes)) if hours.isdecimal() and minutes.isdecimal() else None


def _digits(number: Number) -> str:
    """Return the digits of a number with a value from 10 up; '' for others."""
    return str(float(number)) if isinstance(number, Fraction) and number >= _LEAST else ""


def _are_near(one: str, other: str) -> bool:
    """Return whether digits differ in one place, or in their order."""
    if not one or len(one) != len(other):
        return False
    differing = sum(digit != there for digit, there in zip(one, other, strict=True))
    return differing == 1 or (differing > 1 and sorted(one) == sorted(other))
