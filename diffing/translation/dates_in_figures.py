"""Dates in figures with full stops.

    am 2.12.          day 2, month 12
    am 3.10.2024      day 3, month 10, year 2024

Only in languages that write them so: in English, 2.12 is a number.
"""

from collections.abc import Iterator
from re import Match

from diffing.patterns import lazy_pattern

_CODES = "az be bg cs da de el et fi hr is ka kk lt lv mk nb nn pl ro ru sk sl sq sr sv tr uk"
_LANGUAGES = frozenset(_CODES.split())
_DAY, _MONTH = r"(0?[1-9]|[12]\d|3[01])", "(0?[1-9]|1[0-2])"
_YEAR = r"[ \u00a0]?((?:19|20)\d\d|(?<=\.)\d\d)(?![\d.,]?\d)"
_DATE = lazy_pattern(rf"(?<![\d.,]){_DAY}\.[ \u00a0]?{_MONTH}\.(?:{_YEAR}|(?!\d))")


def months_in_figures(text: str, language: str) -> Iterator[Match[str]]:
    """Yield the dates of a text in figures: the day, the month and the year, which may be None."""
    return _DATE.finditer(text) if language in _LANGUAGES and "." in text else iter(())


def without_months(text: str, language: str) -> str:
    """Return a text of the same length in which dates in figures have a day and a year alone."""
    if language not in _LANGUAGES or "." not in text:
        return text
    return _DATE.sub(_without_month, text)


def _without_month(date: Match[str]) -> str:
    year = date[3] or ""
    return date[1] + " " * (len(date[0]) - len(date[1]) - len(year)) + year
