"""Numbers of two articles that may be one."""

from fractions import Fraction

import pytest

from diffing.translation.mentions import Number
from diffing.translation.near_numbers import near_pairs, time_pairs


def near(left: list[Number], right: list[Number]) -> list[tuple[Number, Number]]:
    return list(near_pairs(left, right))


@pytest.mark.parametrize(("one", "other"), [(46, 64), (1957, 1967), (1957, 1975), (2_100_000, 2_900_000), (120, 130)])
def test_one_digit_or_the_order_differs(one: int, other: int) -> None:
    assert near([Fraction(one)], [Fraction(other)]) == [(Fraction(one), Fraction(other))]
    assert near([Fraction(other)], [Fraction(one)]) == [(Fraction(other), Fraction(one))]


@pytest.mark.parametrize(("one", "other"), [(46, 57), (1957, 1368), (3, 4), (46, 460)])
def test_other_numbers_are_not_near(one: int, other: int) -> None:
    assert near([Fraction(one)], [Fraction(other)]) == []


def test_a_number_near_to_two_is_near_to_none() -> None:
    assert near([Fraction(46)], [Fraction(47), Fraction(48)]) == []
    assert near([Fraction(47), Fraction(48)], [Fraction(46)]) == []


def test_a_time_is_no_number() -> None:
    assert near(["7:30"], ["7:20"]) == []


@pytest.mark.parametrize("other", ["7:30", "19:30"])
def test_one_time_of_the_day(other: str) -> None:
    assert list(time_pairs([Fraction("7.3")], [other])) == [(Fraction("7.3"), other)]
    assert list(time_pairs([other], [Fraction("7.3")])) == [(other, Fraction("7.3"))]


@pytest.mark.parametrize("other", ["7:20", "6:30", "7:30:15"])
def test_other_times(other: str) -> None:
    assert list(time_pairs([Fraction("7.3")], [other])) == []


def test_a_time_that_may_be_either_of_two_is_neither() -> None:
    assert list(time_pairs(["7:30"], ["19:30", Fraction("7.3")])) == []
