"""Rounded numbers: one number may be another one, written less exactly.

1,482 > nearly 1,500    96.4% > 96%    12 > about 10        rounded
1,482 > 1,600           12 > 10        nearly 100 > 103     not rounded: 'nearly 100' is less than 100
"""

from fractions import Fraction

# Without an approximator only a number of three figures or more counts as rounded: 21 people are not 20.
_FEWEST_FIGURES = 3
# Without any of its two decimals or more, a smaller number is another one.
_LEAST_ROUGH = 10
# Greatest distance of the rough number from the exact one, as a share of the exact one: without an approximator, with
# 'nearly', with 'about'.
_NEAR = Fraction(5, 100)
_NEARLY = Fraction(15, 100)
_ABOUT = Fraction(10, 100)


def is_rounded(exact: Fraction, rough: Fraction, approximator: str) -> bool:
    """Return whether `rough` is `exact` with fewer figures; `approximator` stands with `rough`, '' for none."""
    place, finer = _place_value(rough), _place_value(exact)
    if exact == rough or not exact or place is None or (finer is not None and finer >= place):
        return False
    apart = abs(exact - rough)
    share = apart / abs(exact)
    match approximator:
        case "nearly":
            return exact < rough and share <= _NEARLY
        case "more than" | "at least":
            return exact > rough and apart < place
        case "less than" | "at most":
            return exact < rough and apart < place
        case "about":
            return apart <= place / 2 or share <= _ABOUT
    is_long = finer is None or exact / finer >= 10 ** (_FEWEST_FIGURES - 1)
    # An interest rate of 5.25% is not 5%.
    is_rate = finer is not None and exact.denominator > 1 and rough < _LEAST_ROUGH and finer * 10 < place
    return is_long and not is_rate and apart <= place / 2 and share <= _NEAR


def is_decimal(value: Fraction) -> bool:
    """Return whether a number has finitely many decimals: a third does not."""
    denominator = value.denominator
    for prime in (2, 5):
        while denominator % prime == 0:
            denominator //= prime
    return denominator == 1


def _place_value(value: Fraction) -> Fraction | None:
    """Return the place value of the last figure that is not 0 (1,500: 100), None if the decimals never end."""
    if not value:
        return Fraction(1)
    if not is_decimal(value):
        return None
    place = Fraction(1)
    while (value / place).denominator > 1:
        place /= 10
    while (value / (place * 10)).denominator == 1:
        place *= 10
    return place
