"""The relation of two numbers at corresponding places: the same, one rounded, different, or of two things.

1,482 / nearly 1,500   rounded      5 km / 3.1 miles   the same      12 people / 30 lamps   unrelated
"""

from enum import Enum, auto

from diffing.ledger.numbers.counted_nouns import is_counter
from diffing.ledger.numbers.extract import HEAT, LABEL, NUMERAL, Quantity
from diffing.ledger.numbers.lookup import (
    MEASURED,
    is_converted,
    is_majority,
    is_same_heat,
    is_same_sum,
    is_share,
    is_short_name,
)
from diffing.ledger.numbers.rounding import is_decimal, is_rounded
from diffing.ledger.numbers.two_numbers import SCORE
from diffing.ledger.numbers.values import COUNT, DURATION, ORDINAL, PERCENT, TIMES

_COUNTED = frozenset({COUNT, LABEL})

AVERAGE = "average"
"""The group of 'an average of': its word may stand anywhere in the sentence."""


class Relation(Enum):
    """The relation of two quantities at corresponding places."""

    SAME = auto()
    ROUNDED = auto()
    DIFFERENT = auto()
    UNRELATED = auto()


def share_noun(left: Quantity, right: Quantity) -> bool:
    """Return whether two quantities share a noun, or one has none."""
    return not left.nouns or not right.nouns or bool(set(left.nouns) & set(right.nouns))


def count_the_same(left: Quantity, right: Quantity, is_close: bool) -> bool:
    """Return whether two quantities that differ are of the same thing."""
    if left.kind == LABEL or right.kind == LABEL:
        return True
    if not is_close and 1 in (left.low, right.low) and left.noun in right.nouns and is_counter(left.noun):
        # 一名官员 is 'an official': the counter alone does not make one thing of it and of 250名乘客, 250 passengers.
        return False
    if (left.weak or right.weak) and left.kind not in (ORDINAL, DURATION, TIMES):
        # 'Two are in hospital', 'One is in hospital': both stand for what was named before. An article has a noun.
        stand_alone = is_close and not left.nouns and not right.nouns
        return stand_alone or bool(set(left.nouns) & set(right.nouns))
    if is_close:
        return True
    return bool(set(left.nouns) & set(right.nouns)) or (left.kind not in _COUNTED and share_noun(left, right))


def relation_of(left: Quantity, right: Quantity) -> Relation:
    """Return the relation of two quantities of one sort whose keys differ."""
    if left.is_vague and right.is_vague:
        # 'A battery of sanctions' and 'several sanctions' both begin at three.
        is_same = left.low == right.low and left.weak and right.weak
        return Relation.SAME if is_same else Relation.DIFFERENT
    if left.is_vague or right.is_vague:
        vague, exact = (left, right) if left.is_vague else (right, left)
        if vague.weak and vague.kind != TIMES and not set(left.nouns) & set(right.nouns):
            return Relation.UNRELATED
        if is_majority(exact):
            return Relation.SAME if vague.kind == PERCENT else Relation.DIFFERENT
        return Relation.ROUNDED if vague.low <= exact.low <= vague.high else Relation.DIFFERENT
    if left.kind == right.kind == HEAT and is_same_heat(left, right):
        return Relation.SAME
    if is_same_sum(left, right):
        return Relation.SAME
    if is_short_name(left.unit, right.unit) and (left.low, left.high) == (right.low, right.high):
        return Relation.SAME
    if left.unit != right.unit or left.kind != right.kind or left.high != left.low or right.high != right.low:
        return Relation.DIFFERENT
    if left.kind == PERCENT and not all(map(is_decimal, (left.low, right.low))):
        # 'A third' and '33.3%' are the same.
        return Relation.SAME if is_share(left.low, right.low) else Relation.DIFFERENT
    if left.kind in MEASURED and left.stated != right.stated and is_converted(left.low, right.low, left.kind):
        return Relation.SAME if left.low / left.stated != right.low / right.stated else _rounded(left, right)
    return _rounded(left, right)


def _rounded(left: Quantity, right: Quantity) -> Relation:
    """Return ROUNDED if one of two quantities is the other with fewer figures, else DIFFERENT."""
    if left.kind in (ORDINAL, LABEL, NUMERAL, SCORE) or left.decimals == right.decimals > 0:
        # £1.20 and £1.25 are equally exact.
        return Relation.DIFFERENT
    is_less_exact = is_rounded(left.stated, right.stated, right.approximator) or is_rounded(
        right.stated, left.stated, left.approximator
    )
    return Relation.ROUNDED if is_less_exact else Relation.DIFFERENT


_ABOVE, _BELOW = frozenset({"more than", "at least"}), frozenset({"less than", "at most"})


def are_opposite(left: Quantity, right: Quantity) -> bool:
    """Return whether one number is a lower bound and the other an upper bound: at least 300, at most 300."""
    bounds = left.approximator, right.approximator
    return any(one in _ABOVE and other in _BELOW for one, other in (bounds, bounds[::-1]))


def differ_in_approximator(left: Quantity, right: Quantity) -> bool:
    """Return whether the approximators of two equal numbers differ, and no unsure word explains the difference."""
    if left.approximator == right.approximator or {left.approximator, right.approximator} == {"about", AVERAGE}:
        return False
    if left.low != left.high and {left.approximator, right.approximator} == {"", "about"}:
        # A range is no exact number: 'between 10 and 12' is 'some 10 to 12'.
        return False
    if are_opposite(left, right):
        return True
    if left.is_unsure or right.is_unsure:
        # 'Over ten years' may mean during them, 'about two men' concerning them.
        sure = right if left.is_unsure else left
        return bool(sure.approximator) and not sure.is_unsure
    return True
