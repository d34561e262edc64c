"""Numbers that may be one with a mistake."""

from fractions import Fraction

import pytest

from diffing.translation.mentions import Number
from diffing.translation.near_numbers import near_pairs


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
