"""Check the tables of a language when its file is read, so that a wrong one is named at once.

[dates] months = "mai"      ->   LexiconError: de.toml: dates.months: not a list of words
[numbers.words] zwei = "2"  ->   LexiconError: de.toml: numbers.words: not a table of whole numbers
"""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Any

from diffing.errors import NewsdiffError
from diffing.patterns import lazy_pattern

_GAP = lazy_pattern("_{1,2}")


class LexiconError(NewsdiffError):
    """A table of a language that the ledger cannot read: the message has the file, the key and the reason."""


class _Shape:
    """The form of a value: `accepts` returns whether a value has it, `name` says what it is."""

    def __init__(self, name: str, accepts: Callable[[Any], bool]) -> None:
        self.name = name
        self.accepts = accepts


def _is_word(value: Any) -> bool:
    """Return whether a value is a word or phrase, with words on both sides of at most one gap."""
    if not isinstance(value, str) or not value.strip():
        return False
    if "_" not in value:
        return True
    parts = _GAP.split(value)
    return len(parts) <= 2 and all(part.strip() for part in parts)


def _is_integer(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_number(value: Any) -> bool:
    """Return whether a value is a positive number as text: "1e6", "1/3", "0.01"."""
    try:
        return isinstance(value, str) and Fraction(value) > 0
    except (ValueError, ZeroDivisionError):
        return False


def _is_pair(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(map(_is_integer, value))


def _list_of(accepts: Callable[[Any], bool], size: int | None = None) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, list) and size in (None, len(value)) and all(map(accepts, value))


def _keyed(accepts: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, dict) and all(map(_is_word, value)) and all(map(accepts, value.values()))


_TEXT = _Shape("a text", lambda value: isinstance(value, str))
_FLAG = _Shape("true or false", lambda value: isinstance(value, bool))
_INTEGER = _Shape("a whole number", _is_integer)
_WEEKDAYS = _Shape("a list of seven words", _list_of(_is_word, 7))
_MONTHS = _Shape("a list of twelve words", _list_of(_is_word, 12))
_GROUPS = _Shape("a list of lists of words", _list_of(_list_of(_is_word)))
_INTEGERS = _Shape("a table of whole numbers", _keyed(_is_integer))
_NUMBERS = _Shape("a table of numbers as text", _keyed(_is_number))
_MULTIPLES = _Shape(
    "a table of whole numbers or numbers as text", _keyed(lambda value: _is_integer(value) or _is_number(value))
)
_PAIRS = _Shape("a table of two whole numbers each", _keyed(_is_pair))
_NAMES = _Shape("a table of words", _keyed(_is_word))
_OTHER = _Shape("a list of words", lambda value: isinstance(value, bool) or _list_of(_is_word)(value))
_UNITS = _Shape("a table of tables of sizes or units as text", _keyed(_keyed(_is_word)))
_SHIFTS = _Shape("a table of tables of whole numbers", _keyed(_keyed(_is_integer)))

# The form of each table. Another one, also inside a table, is a list of words, or true or false.
_SHAPES: Mapping[str, _Shape] = {
    "numbers.decimal": _TEXT,
    "numbers.groups": _TEXT,
    "numbers.joined": _FLAG,
    "numbers.magnitudes_first": _FLAG,
    "numbers.nouns": _NAMES,
    "numbers.words": _INTEGERS,
    "numbers.ordinals": _INTEGERS,
    "numbers.ordinal_units": _INTEGERS,
    "numbers.times": _MULTIPLES,
    "numbers.magnitudes": _NUMBERS,
    "numbers.short_magnitudes": _NUMBERS,
    "numbers.parts": _NUMBERS,
    "numbers.spans": _NUMBERS,
    "numbers.joined_spans": _NUMBERS,
    "numbers.part_points": _NUMBERS,
    "numbers.mixed": _NUMBERS,
    "numbers.measures": _UNITS,
    "numbers.vague": _PAIRS,
    "dates.months": _MONTHS,
    "dates.weekdays": _WEEKDAYS,
    "dates.decade_ending": _TEXT,
    "dates.capital_months": _FLAG,
    "dates.years_ahead": _INTEGER,
    "dates.short_months": _INTEGERS,
    "dates.short_weekdays": _INTEGERS,
    "dates.months_declined": _INTEGERS,
    "dates.weekdays_declined": _INTEGERS,
    "dates.daytimes": _INTEGERS,
    "dates.spoken_before": _INTEGERS,
    "dates.spoken_behind": _INTEGERS,
    "dates.daytimes_before": _INTEGERS,
    "dates.decades": _INTEGERS,
    "dates.feasts": _PAIRS,
    "dates.parts_of_year": _PAIRS,
    "dates.relative": _SHIFTS,
    "agents.roles_by": _TEXT,
    "names.spellings": _GROUPS,
    "numbers.same_things": _GROUPS,
    "numbers.kinds_of_people": _GROUPS,
    "names.nicknames": _GROUPS,
    "quotations.speech_in_dashes": _FLAG,
}


def checked(tables: Mapping[str, Any], file: str) -> Mapping[str, Any]:
    """Return the tables of a language as they are.

    Raises LexiconError with the file and the key for a table of another form than the ledger reads.
    """
    for path, value in _leaves(tables):
        shape = _SHAPES.get(path, _OTHER)
        if not shape.accepts(value):
            raise LexiconError(f"{file}: {path}: not {shape.name}")
    return tables


def _leaves(table: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield the path and the value of each table that has a form, and of each value outside such tables."""
    for key, value in table.items():
        here = f"{path}{key}"
        if isinstance(value, dict) and here not in _SHAPES:
            yield from _leaves(value, f"{here}.")
        else:
            yield here, value
