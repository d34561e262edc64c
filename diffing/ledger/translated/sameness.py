"""Numbers of two languages that say the same in another way.

50 miles       80 kilómetros        units whose sizes are known
9:40           晚上9时40分            a clock, also of twelve hours
2023-24        2023/2024            the last digits of a year; and 19 Uhr, 7 p.m.
October        10月                 a month by its number
14 Tage        two weeks             units of time
19. Jahrhundert   the 1880s          a century, also siglo XIX
"""

import re
from collections.abc import Iterable, Set
from fractions import Fraction

from diffing.ledger.translated.facts import Facts
from diffing.patterns import lazy_pattern
from diffing.translation.mentions import Number, NumberMention
from diffing.translation.number_words import HALVES

# Sizes of units of one side in those of the other: concepts of the CLDR, in both directions.
_SIZES = (
    ("Ulength-mile", "Ulength-kilometer", Fraction("1.609344")),
    ("Ulength-foot", "Ulength-meter", Fraction("0.3048")),
    ("Ulength-inch", "Ulength-centimeter", Fraction("2.54")),
    ("Umass-pound", "Umass-kilogram", Fraction("0.45359237")),
    ("Uarea-acre", "Uarea-hectare", Fraction("0.40468564")),
    ("Uvolume-gallon", "Uvolume-liter", Fraction("3.78541")),
    ("Uduration-week", "Uduration-day", Fraction(7)),
    ("Uduration-day", "Uduration-hour", Fraction(24)),
    ("Uduration-hour", "Uduration-minute", Fraction(60)),
    ("Uduration-year", "Uduration-month", Fraction(12)),
    ("Uduration-decade", "Uduration-year", Fraction(10)),
)
# A converted number is rounded: what it may be away from the exact one, as a share. Two weeks are 'quinze jours'.
_CONVERTED = Fraction("0.08")
# 'Almost a million' is so far from a million, as a share: what has a scale alone is round.
_ROUND = Fraction("0.15")
# A number is no mistaken form of one that is more times as large, unless only the noughts differ.
_MOST_TIMES = 100
_CODE = lazy_pattern(r"\w*\d(?:[\w.,:/-]*[\d\w])?")
_ROMAN = lazy_pattern(r"\b(X{0,3})(I{1,3}|I?V|VI{1,3}|I?X|)\b(?![.'’])")
_ROMAN_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_LETTERS_FOR_SCALES = frozenset("KkMB")
_TWO, _DAY = 2, 24
# Around the clock: 24/7, 24 heures sur 24, 24 ore su 24.
_ALL_DAY = lazy_pattern(r"(?<!\d)24 ?/ ?7(?!\d)|(?<!\d)24 ?\w+ \w+ 24(?!\d)")
_DIGITS_OF_YEAR = 4
_BEFORE_SHORT_YEAR = tuple("-–/'’‘")
_HALF_DAY, _HUNDRED, _FIRST_YEAR, _LAST_YEAR, _MONTHS = 12, 100, 1500, 2100, 12


def is_year(number: Number) -> bool:
    """Return whether a number may be a year."""
    return isinstance(number, Fraction) and number.denominator == 1 and _FIRST_YEAR <= number <= _LAST_YEAR


def is_written_year(number: NumberMention) -> bool:
    """Return whether a number may be a year, also as it is written: 1740, and not 1,740."""
    return is_year(number.value) and (not number.is_figure or number.end - number.start == _DIGITS_OF_YEAR)


def is_explained(own: NumberMention, here: Facts, there: Facts) -> bool:
    """Return whether the other text has a number, perhaps in another way.

    What is neither a number nor a time, such as a date in figures, always counts as said.
    """
    others = {mention.value for mention in there.numbers} | _roman_numbers(there.text)
    others |= {bare for mention in there.numbers if (bare := _before_letter(mention, there))}
    value = own.value
    if value in others or _before_letter(own, here) in others or _is_literal(own, here, there):
        return True
    if isinstance(value, Fraction) and any(abs(value - scale) <= _ROUND * scale for scale in there.scales):
        return True
    if clock := clock_of(value):
        return any(_is_time(other, *clock) for other in others) or _has_parts(others, *clock)
    if isinstance(value, str):
        return True
    for hour, minute in filter(None, map(clock_of, others)):
        if _is_time(value, hour, minute) or value in (hour, minute, hour - _HALF_DAY, hour + _HALF_DAY):
            return True
    if value <= _MONTHS and f"M{value}" in there.concepts and any(own.start in date for date in here.dates):
        return True
    if _is_short_year(own, here, others) or any(_is_short_year(other, there, {value}) for other in there.numbers):
        return True
    plain = [other for other in others if isinstance(other, Fraction)]
    own_values = {mention.value for mention in here.numbers}
    if abs(value - _HALF_DAY) < _HALF_DAY and any(
        abs(value - other) == _HALF_DAY for other in plain if other not in own_values
    ):
        return True
    if value.denominator == _TWO and any(word.form in HALVES for word in there.words):
        return True
    if "Uduration-century" in here.concepts and any(
        is_year(other) and other // _HUNDRED + 1 == value for other in plain
    ):
        return True
    return _is_all_day(own, here) or _is_converted(value, plain, here, there)


def _before_letter(number: NumberMention, facts: Facts) -> Fraction | None:
    """Return the figure before a letter that may be a scale, or a part of a name: 4K; None if there is no letter."""
    figure, letter = facts.text[number.start : number.end - 1], facts.text[number.end - 1 : number.end]
    return Fraction(figure) if figure.isdecimal() and letter in _LETTERS_FOR_SCALES else None


def _is_all_day(own: NumberMention, here: Facts) -> bool:
    """Return whether a number says that something never stops, which needs no number: '24 heures sur 24', '24/7'."""
    return own.value == _DAY and any(own.start in range(*match.span()) for match in _ALL_DAY.finditer(here.text))


def _is_literal(own: NumberMention, here: Facts, there: Facts) -> bool:
    """Return whether a number is part of a code that the other text has too: 5.4, 2.7.13, x86_64."""
    code = next((match[0] for match in _CODE.finditer(here.text) if match.start() <= own.start < match.end()), "")
    return own.is_figure and not code.isdigit() and code != "" and _stands_in(code, there.text)


def _stands_in(code: str, text: str) -> bool:
    """Return whether a text has a code, and not only as the end of a longer one: 7:40 does not stand in 17:40."""
    return re.search(rf"(?<![^\W_]){re.escape(code)}(?!\d)", text) is not None


def _is_short_year(number: NumberMention, facts: Facts, years: Set[Number]) -> bool:
    """Return whether a number is the end of one of the years: 2023-24, '98, the 80s."""
    value, text = number.value, facts.text
    if not isinstance(value, Fraction) or not any(
        is_year(year) and Fraction(year) % _HUNDRED == value for year in years
    ):
        return False
    is_decade = not number.is_figure or text[number.end : number.end + 1].isalpha()
    is_in_date = any(number.start in date for date in facts.dates)
    return is_decade or is_in_date or text[number.start - 1 : number.start] in _BEFORE_SHORT_YEAR


def _roman_numbers(text: str) -> set[Number]:
    """Return the values of the Roman numerals of a text, up to 39: siglo XX, Alfonso XIII."""
    return {
        Fraction(len(tens) * 10 + _ROMAN_ONES.index(ones))
        for tens, ones in _ROMAN.findall(text)
        if len(tens) + len(ones) > 1
    }


def _is_likely_pair_by_size(one: Fraction, other: Fraction) -> bool:
    """Return whether one number may be the other one, mistaken: 3 million and 3 billion, 46 and 64; not 14 and 1500."""
    less, more = sorted((one, other))
    return more <= less * _MOST_TIMES or _significant(one) == _significant(other)


def may_be_changed(one: Number, other: Number) -> bool:
    """Return whether two numbers may stand for each other: both are times, or neither is, and their sizes are alike."""
    if isinstance(one, Fraction) and isinstance(other, Fraction):
        return _is_likely_pair_by_size(one, other)
    return _may_be_time(one) and _may_be_time(other)


def _may_be_time(number: Number) -> bool:
    """Return whether a number may be a time: 7:30, 7.30 or 7."""
    if isinstance(number, str):
        return clock_of(number) is not None
    return number < _DAY and number * _HUNDRED % 1 == 0


def _significant(number: Fraction) -> str:
    return str(float(number)).replace(".", "").strip("0")


def clock_of(number: Number) -> tuple[int, int] | None:
    """Return the hour and the minute of a time such as 9:40."""
    hour, _, minute = number.partition(":") if isinstance(number, str) else ("", "", "")
    return (int(hour), int(minute)) if hour.isdecimal() and minute.isdecimal() else None


def _is_time(other: Number, hour: int, minute: int) -> bool:
    """Return whether a number is a time of the day: 7:30, 19:30 or 7.30."""
    hours = (hour, hour - _HALF_DAY, hour + _HALF_DAY)
    if isinstance(other, str):
        clock = clock_of(other)
        return clock is not None and clock[0] in hours and clock[1] == minute
    return any(at >= 0 and other == at + Fraction(minute, _HUNDRED) for at in hours)


def _has_parts(others: Iterable[Number], hour: int, minute: int) -> bool:
    """Return whether numbers have the hour and the minute apart: 9 and 40."""
    found = set(others)
    return minute in found and not found.isdisjoint((hour, hour - _HALF_DAY, hour + _HALF_DAY))


def _is_converted(value: Fraction, others: Iterable[Fraction], here: Facts, there: Facts) -> bool:
    for one, other, size in _SIZES:
        for mine, theirs, factor in ((one, other, size), (other, one, 1 / size)):
            if mine in here.concepts and theirs in there.concepts:
                exact = value * factor
                if any(abs(exact - found) <= _CONVERTED * exact for found in others):
                    return True
    return False
