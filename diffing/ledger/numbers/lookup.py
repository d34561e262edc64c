"""Whether an article tells a quantity somewhere, in whatever form.

5 km   3.1 miles        told       10 and 12   10-12        told       12 people   12 per cent     not
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction

from diffing.ledger.numbers.amounts import COUNT, DURATION, MONEY, ORDINAL, PERCENT, TIMES
from diffing.ledger.numbers.extract import LABEL, Quantity
from diffing.ledger.numbers.rounding import is_decimal

MEASURED = frozenset({"length", "weight", "area", "volume", "duration", "speed"})
"""The kinds of quantities that can be told in several measures."""

# What is told in other measures is rounded: 5 km are 3.1 miles, 100 kg some 220 pounds.
_CONVERTED = Fraction(3, 100)
# Six weeks are a month and a half: months and years are told by and large.
_CONVERTED_TIME = Fraction(10, 100)

HEAT = "heat"
"""The kind of temperatures, whose units are C, F and, where a text does not say which, another."""
# 40C are 104F: told in whole degrees.
_SAME_HEAT = 1

# Shares are told in whole per cent: 33 per cent are a third.
_HALF_PERCENT = Fraction(1, 2)
# 40 cents are $0.40, and 0.40 where nothing says of what.
_HUNDREDTHS = frozenset({"cent", "penny"})
_HUNDRED = 100
_DECIMALS_OF_MONEY = 2
# What may be told without saying so: 'aged 90', 'in place 13', 'twice' as 'two goals'.
_WITH_COUNT = MEASURED | {ORDINAL, TIMES}
_TURNS = frozenset({ORDINAL, DURATION})


class Told:
    """The quantities of an article, to ask whether it tells one of another article after all, in whatever form."""

    def __init__(self, quantities: Iterable[Quantity]) -> None:
        self._alone: set[tuple[str, str, Fraction]] = set()
        self._ends: set[tuple[str, str, Fraction]] = set()
        self._figures: defaultdict[Fraction, set[str]] = defaultdict(set)
        self._sums: defaultdict[Fraction, set[str]] = defaultdict(set)
        measured: defaultdict[str, list[Fraction]] = defaultdict(list)
        heats: defaultdict[str, set[Fraction]] = defaultdict(set)
        for quantity in quantities:
            if quantity.is_vague:
                continue
            kind, unit = quantity.kind, quantity.unit
            if (sum_ := _hundredths(quantity)) is not None:
                self._sums[sum_].add(unit)
            if kind == HEAT:
                heats[unit].add(quantity.low)
            if quantity.low == quantity.high:
                self._alone.add((kind, unit, quantity.low))
                measured[kind].append(quantity.low)
            self._ends |= {(kind, unit, quantity.low), (kind, unit, quantity.high)}
            self._figures[quantity.told].add(COUNT if kind == LABEL else kind)
        self._heats = {unit: sorted(values) for unit, values in heats.items()}
        self._measured = {kind: sorted(values) for kind, values in measured.items()}

    def has(self, quantity: Quantity) -> bool:
        """Whether it tells the quantity: in another measure, with its noun, as an end of a range."""
        kind, unit, low, high = quantity.kind, quantity.unit, quantity.low, quantity.high
        if quantity.is_vague:
            return False
        if low != high:
            return {(kind, unit, low), (kind, unit, high)} <= self._alone
        if (kind, unit, low) in self._ends:
            return True
        if kind in MEASURED or kind == PERCENT:
            values = self._measured.get(kind, [])
            at = bisect_left(values, low)
            is_same = is_share if kind == PERCENT else is_converted
            if any(is_same(low, value) for value in values[max(0, at - 1) : at + 1]):
                return True
        sum_ = _hundredths(quantity)
        if sum_ is not None and any(
            (unit in _HUNDREDTHS) != (other in _HUNDREDTHS) for other in self._sums.get(sum_, ())
        ):
            return True
        if kind == HEAT and any(self._has_heat(quantity, other) for other in self._heats):
            return True
        # 'Aged 90' and 'a 90-year-old', 'at 13' and 'the 13th'; but 5 million are not $5 million.
        others = self._figures.get(quantity.told, set())
        if kind == COUNT:
            return bool(others & _WITH_COUNT)
        # 'In the 58th minute' is 'after 58 minutes'.
        is_turn = kind in _TURNS and not others.isdisjoint(_TURNS)
        return is_turn or (kind in _WITH_COUNT and COUNT in others)

    def _has_heat(self, heat: Quantity, unit: str) -> bool:
        values, wanted, apart = self._heats[unit], _in_unit(heat, unit), _heat_apart(heat.unit, unit)
        at = bisect_left(values, wanted - apart)
        return at < len(values) and values[at] <= wanted + apart


def is_same_heat(one: Quantity, other: Quantity) -> bool:
    """Whether two temperatures may be one: 40C, 40 degrees, 104F. A range is only itself."""
    if one.low != one.high or other.low != other.high:
        return False
    return abs(_in_unit(one, other.unit) - other.low) <= _heat_apart(one.unit, other.unit)


def _heat_apart(one: str, other: str) -> int:
    """How many degrees may be between a temperature in one unit and the same in another."""
    return _SAME_HEAT if {one, other} == {"C", "F"} else 0


def _in_unit(heat: Quantity, unit: str) -> Fraction:
    """The degrees of a temperature in a unit; those that do not say which are in any."""
    match heat.unit, unit:
        case "F", "C":
            return (heat.low - 32) * Fraction(5, 9)
        case "C", "F":
            return heat.low * Fraction(9, 5) + 32
    return heat.low


def _hundredths(quantity: Quantity) -> Fraction | None:
    """A sum in hundredths of its currency, none for what is no sum; two decimals can be one that does not say so."""
    if quantity.low != quantity.high:
        return None
    if quantity.kind == MONEY:
        return quantity.low * (1 if quantity.unit in _HUNDREDTHS else _HUNDRED)
    is_bare = quantity.kind == COUNT and quantity.decimals == _DECIMALS_OF_MONEY
    return quantity.low * _HUNDRED if is_bare else None


def is_same_sum(one: Quantity, other: Quantity) -> bool:
    """Whether one of two sums is told in hundredths of a currency, and is the other: 40 cents, $0.40."""
    sums = _hundredths(one), _hundredths(other)
    return None not in sums and sums[0] == sums[1] and (one.unit in _HUNDREDTHS) != (other.unit in _HUNDREDTHS)


def is_share(one: Fraction, other: Fraction) -> bool:
    """Whether of two shares in percent one is the other in figures: 33 per cent are a third, 116 of 164 not 114."""
    return is_decimal(one) != is_decimal(other) and abs(one - other) <= _HALF_PERCENT


def is_converted(one: Fraction, other: Fraction, kind: str = "") -> bool:
    """Whether two values of a kind are so near that one may be the other in another measure, rounded."""
    nearness = _CONVERTED_TIME if kind == DURATION else _CONVERTED
    return abs(one - other) <= nearness * max(abs(one), abs(other))
