"""A date or time as a text tells it, and whether two of them can be the same.

5 March 2022   and   Saturday 5 March   the same, one says less
03.05.2022     and   5 March 2022       the same: the day may come first or second
on Saturday    and   5 March            the same, if the article is of 6 March 2022; else nobody knows
"""

from calendar import isleap
from datetime import date, timedelta
from enum import Enum, auto
from typing import NamedTuple

# Days from its own date line within which an article's 'on Friday' is trusted to be what it says: a scraped page may
# carry the date of the visit.
_TRUSTED_DAYS = 31
_WEEK = 7
_DECADE = 10


class Moment(NamedTuple):
    """What is told of a date; None for what is not told.

    `unit` is the least part that is told: day, month, year, years, decade, century, time, or a word such as weekend.
    `shift` tells how many units from now ('last month' -1), and of a weekday whether it is the last or the next. For
    `years` `day` is the year it ends in. `minute` is the minute of the day, `zone` its zone as written. `is_swappable`
    says that day and month may be meant the other way round.
    """

    unit: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    shift: int | None = None
    minute: int | None = None
    zone: str = ""
    is_swappable: bool = False

    @property
    def is_explicit(self) -> bool:
        """Whether it says which date it is without help from another."""
        return self.shift is None and self.minute is None and (self.month is not None or self.year is not None)


class Agreement(Enum):
    """How two moments stand to each other; UNKNOWN where nobody can know."""

    SAME = auto()
    LESS_EXACT = auto()
    DIFFERENT = auto()
    UNKNOWN = auto()


class _Reading(NamedTuple):
    """One way to understand a moment."""

    year: int | None
    month: int | None
    day: int | None
    weekday: int | None


def is_day(year: int | None, month: int, day: int) -> bool:
    """Whether there is such a day; in a leap year where the year is not known."""
    lengths = (31, 29 if year is None or isleap(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return 1 <= month <= len(lengths) and 1 <= day <= lengths[month - 1]


def agreement(left: Moment, right: Moment, lines: tuple[date | None, date | None] = (None, None)) -> Agreement:
    """Whether the two can be the same; `lines` are the dates of the articles they stand in."""
    if left == right:
        return Agreement.SAME
    if left.minute is not None or right.minute is not None:
        return _of_times(left, right)
    if {left.unit, right.unit} & {"decade", "century", "years"}:
        return _of_long(left, right)
    if not left.is_explicit and not right.is_explicit and (left.weekday is None) == (right.weekday is None):
        return _of_words(left, right)
    readings = [_readings(moment, line) for moment, line in zip((left, right), lines, strict=True)]
    if not all(readings):
        return Agreement.UNKNOWN
    found = {_of_readings(one, other) for one in readings[0] for other in readings[1]}
    if Agreement.LESS_EXACT in found and left.unit == right.unit and not (left.is_explicit and right.is_explicit):
        # 'Last month' has a year once it is resolved; that 'in February' has none is no difference.
        return Agreement.SAME
    for best in (Agreement.SAME, Agreement.LESS_EXACT, Agreement.UNKNOWN):
        if best in found:
            return best
    is_trusted = all(_is_trusted(*sides) for sides in ((left, right, lines[0]), (right, left, lines[1])))
    return Agreement.DIFFERENT if is_trusted else Agreement.UNKNOWN


def _of_times(left: Moment, right: Moment) -> Agreement:
    if left.minute is None or right.minute is None:
        return Agreement.UNKNOWN
    if left.zone and right.zone and left.zone != right.zone and left.minute != right.minute:
        return Agreement.UNKNOWN
    return Agreement.SAME if left.minute == right.minute else Agreement.DIFFERENT


def _of_long(left: Moment, right: Moment) -> Agreement:
    """Of which at least one is longer than a year."""
    if left.unit == right.unit:
        return Agreement.DIFFERENT
    if left.year is None or right.year is None:
        return Agreement.UNKNOWN
    long, short = (left, right) if left.unit in ("decade", "century", "years") else (right, left)
    if short.unit in ("decade", "century", "years") or long.unit == "century" or long.year is None:
        return Agreement.UNKNOWN
    last = long.day or 0 if long.unit == "years" else long.year + _DECADE - 1
    is_within = short.year is not None and long.year <= short.year <= last
    return Agreement.LESS_EXACT if is_within else Agreement.DIFFERENT


def _of_words(left: Moment, right: Moment) -> Agreement:
    """Of two that are told from now, or by the day of the week: they say the same in the same words."""
    if left.weekday is not None:
        is_same = left.weekday == right.weekday and (None in (left.shift, right.shift) or left.shift == right.shift)
        return Agreement.SAME if is_same else Agreement.DIFFERENT
    if {left.unit, right.unit} == {"day", "night"}:
        return Agreement.UNKNOWN
    return Agreement.DIFFERENT


def _readings(moment: Moment, line: date | None) -> tuple[_Reading, ...]:
    if moment.is_explicit:
        own = _Reading(moment.year, moment.month, moment.day, moment.weekday)
        return (own, own._replace(month=moment.day, day=moment.month)) if moment.is_swappable else (own,)
    if line is None:
        return ()
    if moment.weekday is not None:
        back = (line.isoweekday() - moment.weekday) % _WEEK
        return tuple(_of_day(line, -back + step) for step in (-_WEEK, 0, _WEEK))
    if moment.unit == "day" and moment.shift is not None:
        return (_of_day(line, moment.shift),)
    if moment.unit == "month" and moment.shift is not None:
        year, month = divmod(line.year * 12 + line.month - 1 + moment.shift, 12)
        return (_Reading(year, month + 1, None, None),)
    if moment.unit == "year" and moment.shift is not None:
        return (_Reading(line.year + moment.shift, None, None, None),)
    return ()


def _of_day(line: date, days: int) -> _Reading:
    try:
        day = line + timedelta(days)
    except OverflowError:
        day = line
    return _Reading(day.year, day.month, day.day, day.isoweekday())


def _of_readings(left: _Reading, right: _Reading) -> Agreement:
    left, right = _with_weekday(left), _with_weekday(right)
    if any(None not in both and both[0] != both[1] for both in zip(left, right, strict=True)):
        return Agreement.DIFFERENT
    if left.day is not None and right.day is not None:
        return Agreement.SAME
    told = [sum(part is not None for part in reading[:3]) for reading in (left, right)]
    shared = sum(None not in both for both in zip(left[:3], right[:3], strict=True))
    if not shared:
        return Agreement.UNKNOWN
    return Agreement.SAME if told[0] == told[1] == shared else Agreement.LESS_EXACT


def _with_weekday(reading: _Reading) -> _Reading:
    if reading.year and reading.month and reading.day and is_day(reading.year, reading.month, reading.day):
        return reading._replace(weekday=date(reading.year, reading.month, reading.day).isoweekday())
    return reading


def _is_trusted(moment: Moment, other: Moment, line: date | None) -> bool:
    """Whether a moment may be held against another: one told from now only near the article's own date."""
    if moment.is_explicit or line is None or other.year is None:
        return True
    if moment.unit in ("month", "year"):
        return abs(other.year - line.year) <= 1
    if other.month is None or other.day is None or not is_day(other.year, other.month, other.day):
        return abs(other.year - line.year) <= 1
    return abs((date(other.year, other.month, other.day) - line).days) <= _TRUSTED_DAYS
