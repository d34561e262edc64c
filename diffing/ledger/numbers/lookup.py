"""Lookup of a quantity of one article in the other, in any form.

5 km   3.1 miles        present    10 and 12   10-12     present    12 people   12 per cent     absent
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from fractions import Fraction

from diffing.ledger.numbers.extract import HEAT, LABEL, Quantity
from diffing.ledger.numbers.rounding import is_decimal
from diffing.ledger.numbers.two_numbers import SCORE
from diffing.ledger.numbers.units import PREFIXED
from diffing.ledger.numbers.values import COUNT, DURATION, LETTERED, MONEY, ORDINAL, PERCENT, POINTS, TIMES

MEASURED = frozenset({"length", "weight", "area", "volume", "duration", "speed"}) | PREFIXED
"""Kinds of quantities that have several units."""

# Greatest difference of two values after conversion, as a share of the greater one: 5 km and 3.1 miles, 100 kg and 220
# pounds. A converted value is usually rounded.
_CONVERTED = Fraction(3, 100)
# The same for durations. Months and years are rounded more: six weeks and a month and a half.
_CONVERTED_TIME = Fraction(10, 100)

# Greatest difference, in degrees, of a temperature in C and in F: 40C and 104F. Both are usually whole numbers.
_SAME_HEAT = 1
# Greatest distance, in degrees Fahrenheit, of a difference of temperatures in both scales: 1.5C are 2.7F, written 3F.
_SAME_DIFFERENCE = Fraction(1, 2)

# Greatest difference, in percentage points, of a share in whole per cent and as a fraction: 33 per cent and a third.
_HALF_PERCENT = Fraction(1, 2)
# Units of which a hundred make one of the currency: 40 cents are $0.40, and 0.40 in a text that omits the currency.
_HUNDREDTHS = frozenset({"cent", "penny"})
_HUNDRED = 100
_HALF = 50
# The least sum whose currency a text may omit: who says a million beside an order speaks of money.
_LARGE = 1_000_000
_DECIMALS_OF_MONEY = 2
SHORT_NAMES: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("ARS", "BOB", "CLP", "COP", "MXN", "PHP"), ("pesos",)),
    **dict.fromkeys(("CHF", "XAF", "XOF"), ("francs",)),
    **dict.fromkeys(("SEK", "NOK", "DKK", "ISK", "CZK"), ("krone", "krona")),
    "TRY": ("lira",),
    **dict.fromkeys(("SAR", "QAR", "IRR", "YER"), ("riyal",)),
    **dict.fromkeys(("AED", "MAD"), ("dirham",)),
}
"""Currency -> the units of its short names, which several countries use."""
# Kinds that a text may also write as a bare number: 'aged 90', 'in place 13', 'twice' as 'two goals'.
_WITH_COUNT = MEASURED | {ORDINAL, TIMES}
# 'In the 58th minute' is 'after 58 minutes'.
_TURNS = frozenset({ORDINAL, DURATION})


class QuantityLookup:
    """The quantities of an article, indexed for the lookup of quantities of the other article."""

    def __init__(self, quantities: Iterable[Quantity]) -> None:
        self._single: set[tuple[str, str, Fraction]] = set()
        self._ends: set[tuple[str, str, Fraction]] = set()
        self._by_short_name: set[tuple[str, Fraction]] = set()
        self._figures: defaultdict[Fraction, set[str]] = defaultdict(set)
        self._sums: defaultdict[Fraction, set[str]] = defaultdict(set)
        measured: defaultdict[str, list[Fraction]] = defaultdict(list)
        heats: defaultdict[str, set[Fraction]] = defaultdict(set)
        self._differences: set[tuple[str, Fraction]] = set()
        self._pairs: set[tuple[str, Fraction, Fraction]] = set()
        self._has_majority = False
        self._bare: set[Fraction] = set()
        self._of_money: set[Fraction] = set()
        self._lettered: set[tuple[Fraction, str]] = set()
        for quantity in quantities:
            if quantity.is_vague:
                self._has_majority |= quantity.kind == PERCENT
                continue
            kind, unit = quantity.kind, quantity.unit
            self._pairs.add((kind, quantity.low, quantity.high))
            if (hundredths := _hundredths(quantity)) is not None:
                self._sums[hundredths].add(unit)
            if kind == LETTERED:
                self._lettered.add((quantity.stated, unit))
            if kind == HEAT:
                heats[unit].add(quantity.low)
                if quantity.is_difference:
                    self._differences.add((unit, quantity.low))
            if quantity.low == quantity.high:
                self._single.add((kind, unit, quantity.low))
                measured[kind].append(quantity.low)
                if _may_be_of_money(quantity):
                    (self._of_money if kind == MONEY else self._bare).add(quantity.low)
                if quantity.also is not None:
                    self._single.add((quantity.also[0], "", quantity.also[1]))
            # 'By nine to eight' has the votes of 'nine for it and eight against it'.
            single = COUNT if kind == SCORE else kind
            self._ends |= {(single, unit, quantity.low), (single, unit, quantity.high)}
            for name in SHORT_NAMES.get(unit, ()):
                # 'Mexican pesos' may be just 'pesos' in the other article.
                self._by_short_name |= {(name, quantity.low), (name, quantity.high)}
            self._figures[quantity.stated].add(COUNT if kind == LABEL else kind)
        self._heats = {unit: sorted(values) for unit, values in heats.items()}
        self._measured = {kind: sorted(values) for kind, values in measured.items()}

    def has(self, quantity: Quantity) -> bool:
        """Return whether the article has the quantity: as it is, in another unit or kind, or as an end of a range."""
        kind, unit, low, high = quantity.kind, quantity.unit, quantity.low, quantity.high
        if quantity.is_vague:
            return False
        if low != high:
            # '1-3' is a score, and in '1 to 3' nothing shows whether it is one.
            other = {SCORE: COUNT, COUNT: SCORE}.get(kind, kind)
            single = COUNT if kind == SCORE else kind
            return {(single, unit, low), (single, unit, high)} <= self._single or (other, low, high) in self._pairs
        if (kind, unit, low) in self._ends or self._has_otherwise(quantity):
            return True
        if kind == MONEY and self._has_by_short_name(unit, low):
            return True
        if self._has_majority and is_majority(quantity):
            return True
        if kind in MEASURED or kind == PERCENT:
            values = self._measured.get(kind, [])
            at = bisect_left(values, low)
            is_same = is_share if kind == PERCENT else is_converted
            if any(is_same(low, value) for value in values[max(0, at - 1) : at + 1]):
                return True
        hundredths = _hundredths(quantity)
        if hundredths is not None and any(
            (unit in _HUNDREDTHS) != (other in _HUNDREDTHS) for other in self._sums.get(hundredths, ())
        ):
            return True
        if kind == HEAT and any(self._has_heat(quantity, other) for other in self._heats):
            return True
        # A bare number may stand for another kind ('aged 90' and 'a 90-year-old', 'at 13' and 'the 13th'), but not for
        # money: 5 million are not $5 million.
        others = self._figures.get(quantity.stated, set())
        # 'By 0.25 points' is by a quarter of a percentage point; a quake of 8.2 degrees is one of magnitude 8.2.
        if low.denominator > 1 and any({kind, *others} >= {COUNT, other} for other in (POINTS, HEAT)):
            return True
        if kind == COUNT:
            return bool(others & _WITH_COUNT)
        is_turn = kind in _TURNS and not others.isdisjoint(_TURNS)
        return is_turn or (kind in _WITH_COUNT and COUNT in others)

    def _has_by_short_name(self, currency: str, low: Fraction) -> bool:
        """Return whether one of the articles has the sum with the name of its country, the other one without it."""
        names = SHORT_NAMES.get(currency, ())
        return (currency, low) in self._by_short_name or any((MONEY, name, low) in self._ends for name in names)

    def _has_otherwise(self, quantity: Quantity) -> bool:
        """Return whether the article has the quantity in other words or another reading.

        'Doubled' is 'rose by 100 per cent', 'halved' is 'fell by half', '9m' is nine million or nine metres, and
        '800 lm' is '800lm'.
        """
        if quantity.also is not None and (quantity.also[0], "", quantity.also[1]) in self._single:
            return True
        if quantity.kind == COUNT and quantity.nouns and (quantity.stated, quantity.nouns[0]) in self._lettered:
            return True
        if quantity.kind == TIMES:
            return (PERCENT, "", abs(quantity.low - 1) * _HUNDRED) in self._single
        if quantity.kind == PERCENT:
            share = quantity.low / _HUNDRED
            return (TIMES, "", 1 + share) in self._single or (TIMES, "", 1 - share) in self._single
        if _may_be_of_money(quantity) and quantity.low in (self._bare if quantity.kind == MONEY else self._of_money):
            return True
        return (quantity.kind, quantity.unit, quantity.low) in self._single

    def _has_heat(self, heat: Quantity, unit: str) -> bool:
        """Return whether the article has the temperature, or the difference of temperatures, in `unit`."""
        if heat.is_difference:
            return any(other == unit and _is_same_difference(heat, unit, low) for other, low in self._differences)
        values, wanted, tolerance = self._heats[unit], _in_unit(heat, unit), _heat_tolerance(heat.unit, unit)
        at = bisect_left(values, wanted - tolerance)
        return at < len(values) and values[at] <= wanted + tolerance


def is_short_name(one: str, other: str) -> bool:
    """Return whether a currency is the short name of the other one, without its country: pesos, Mexican pesos."""
    return one in SHORT_NAMES.get(other, ()) or other in SHORT_NAMES.get(one, ())


def _may_be_of_money(quantity: Quantity) -> bool:
    """Return whether a quantity is a large sum, or may be one whose currency the text omits: '4.2 million'."""
    is_bare = quantity.kind == COUNT and not quantity.nouns
    return (is_bare or quantity.kind == MONEY) and quantity.low == quantity.high >= _LARGE


def is_majority(quantity: Quantity) -> bool:
    """Return whether a quantity is 'more than half'."""
    return quantity.kind == PERCENT and quantity.low == _HALF and quantity.approximator == "more than"


def is_same_heat(one: Quantity, other: Quantity) -> bool:
    """Return whether two temperatures may be the same: 40C, 40 degrees, 104F. Ranges never are."""
    if one.low != one.high or other.low != other.high:
        return False
    if one.is_difference or other.is_difference:
        return _is_same_difference(one, other.unit, other.low)
    return abs(_in_unit(one, other.unit) - other.low) <= _heat_tolerance(one.unit, other.unit)


def _is_same_difference(one: Quantity, unit: str, low: Fraction) -> bool:
    """Return whether two differences of temperatures are the same, the second one given by its unit and degrees."""
    if {one.unit, unit} != {"C", "F"}:
        return one.low == low
    sizes = {"C": Fraction(9, 5), "F": Fraction(1)}
    return abs(one.low * sizes[one.unit] - low * sizes[unit]) <= _SAME_DIFFERENCE


def _heat_tolerance(one: str, other: str) -> int:
    """Return the greatest difference, in degrees, of one temperature in two units."""
    return _SAME_HEAT if {one, other} == {"C", "F"} else 0


def _in_unit(heat: Quantity, unit: str) -> Fraction:
    """Return a temperature in degrees of `unit`; degrees without a scale are the same in every unit."""
    match heat.unit, unit:
        case "F", "C":
            return (heat.low - 32) * Fraction(5, 9)
        case "C", "F":
            return heat.low * Fraction(9, 5) + 32
    return heat.low


def _hundredths(quantity: Quantity) -> Fraction | None:
    """Return an amount of money in hundredths of its currency, None for other quantities.

    A bare number with two decimals may be an amount of money whose currency the text omits.
    """
    if quantity.low != quantity.high:
        return None
    if quantity.kind == MONEY:
        return quantity.low * (1 if quantity.unit in _HUNDREDTHS else _HUNDRED)
    is_bare = quantity.kind == COUNT and quantity.decimals == _DECIMALS_OF_MONEY
    return quantity.low * _HUNDRED if is_bare else None


def is_same_sum(one: Quantity, other: Quantity) -> bool:
    """Return whether two amounts of money are equal and only one is in hundredths of a currency: 40 cents, $0.40."""
    sums = _hundredths(one), _hundredths(other)
    return None not in sums and sums[0] == sums[1] and (one.unit in _HUNDREDTHS) != (other.unit in _HUNDREDTHS)


def is_share(one: Fraction, other: Fraction) -> bool:
    """Return whether two shares, in percent, may be one share as a fraction and in figures: a third, 33 per cent."""
    return is_decimal(one) != is_decimal(other) and abs(one - other) <= _HALF_PERCENT


def is_converted(one: Fraction, other: Fraction, kind: str = "") -> bool:
    """Return whether two values of a kind are so near that one may be the other in another unit, rounded."""
    tolerance = _CONVERTED_TIME if kind == DURATION else _CONVERTED
    return abs(one - other) <= tolerance * max(abs(one), abs(other))
