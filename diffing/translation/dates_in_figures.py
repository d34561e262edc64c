"""Months and years in figures: dates with full stops, months with their word, and years of the Thai calendar.

    am 2.12.          day 2, month 12
    am 3.10.2024      day 3, month 10, year 2024
    11月20日           month 11
    올해 3월           month 3
    ปี 2565          year 2022

Dates with full stops are read only in languages that write them: in English, 2.12 is a number.
"""

from collections.abc import Iterator
from fractions import Fraction
from re import Match
from typing import NamedTuple

from diffing.patterns import lazy_pattern
from diffing.translation.mentions import NumberMention

_CODES = "az be bg cs da de el et fi he hr is ka kk lt lv mk nb nn pl ro ru sk sl sq sr sv tr uk"
_LANGUAGES = frozenset(_CODES.split())
_DAY, _MONTH = r"(0?[1-9]|[12]\d|3[01])", "(0?[1-9]|1[0-2])"
_YEAR = r"[ \u00a0]?((?:19|20)\d\d|(?<=\.)\d\d)(?![\d.,]?\d)"
_DATE = lazy_pattern(rf"(?<![\d.,]){_DAY}\.[ \u00a0]?{_MONTH}\.(?:{_YEAR}|(?!\d))")
# Not the first syllable of Monday, 월요일.
_NUMBERED = lazy_pattern(r"(?<![\d.,])(1[0-2]|[1-9])\s?(?:月|월(?!요))")
_SIGNS = "月월"
# The end of what stands before a Thai year: the word for a year, 'B.E.', a month. Years before the common era, and the
# years that news may tell of.
_BEFORE_THAI_YEAR = lazy_pattern(r"(?:ปี|พ\.ศ\.|คม|ยน|พันธ์)\s?$")
_THAI_ERA, _FIRST_THAI_YEAR, _LAST_THAI_YEAR, _LONGEST_BEFORE = 543, 2400, 2643, 10


class MonthMention(NamedTuple):
    """A month at `start`..`end` of a text."""

    start: int
    end: int
    month: int


def months_in_figures(text: str, language: str) -> Iterator[MonthMention]:
    """Yield the months of a text that are written in figures."""
    if any(sign in text for sign in _SIGNS):
        for match in _NUMBERED.finditer(text):
            yield MonthMention(*match.span(), int(match[1]))
    if language in _LANGUAGES and "." in text:
        for match in _DATE.finditer(text):
            yield MonthMention(*match.span(2), int(match[2]))


def without_months(text: str, language: str) -> str:
    """Return a text of the same length in which dates in figures have a day and a year alone."""
    if any(sign in text for sign in _SIGNS):
        text = _NUMBERED.sub(lambda month: " " * len(month[0]), text)
    if language not in _LANGUAGES or "." not in text:
        return text
    return _DATE.sub(_without_month, text)


def _without_month(date: Match[str]) -> str:
    year = date[3] or ""
    return date[1] + " " * (len(date[0]) - len(date[1]) - len(year)) + year


def in_common_era(number: NumberMention, text: str) -> NumberMention:
    """Return a number of a Thai text; a year, as the year of the common era."""
    value = number.value
    if isinstance(value, Fraction) and _FIRST_THAI_YEAR <= value <= _LAST_THAI_YEAR:
        before = text[max(0, number.start - _LONGEST_BEFORE) : number.start]
        if text[number.start : number.end].isdigit() and _BEFORE_THAI_YEAR.search(before):
            return number._replace(value=value - _THAI_ERA)
    return number
