"""A date or time as a text states it, and the agreement of two of them.

5 March 2022   and   Saturday 5 March   agree, one is less exact
03.05.2022     and   5 March 2022       agree: the day may come first or second
on Saturday    and   5 March            agree if the article is of 6 March 2022; unknown if it has no date
"""

from calendar import isleap
from datetime import date, timedelta
from enum import Enum, auto
from typing import NamedTuple

# Greatest distance, in days, of a date from the article's date line for which a relative date ('on Friday') counts. The
# date line of a saved page may be the day of the visit.
_TRUSTED_DAYS = 31
_WEEK = 7
_HOUR = 60
_MINUTES_OF_DAY = 1440

ZONES = {
    "gmt": 0,
    "cet": 1,
    "cest": 2,
    "jst": 9,
    "est": -5,
    "edt": -4,
    "cst": -6,
    "cdt": -5,
    "mst": -7,
    "mdt": -6,
    "pst": -8,
    "pdt": -7,
}
"""Time zone -> its hours before (+) Greenwich. Zones with several meanings (BST, IST) are left out."""
# Zones without a season, which are compared with each other only: ET is EST or EDT.
_WITHOUT_SEASON = {"et": -5, "ct": -6, "mt": -7, "pt": -8}
_DECADE = 10
LUNAR_YEAR = "lunar year"
"""The unit of a year of the Hijra: it is in two years of the common era, `year` and `day`."""


class Moment(NamedTuple):
    """A date or time as stated; parts that the text omits are None.

    `unit` is the smallest stated part: day, month, year, years, decade, century, time, or a word such as weekend.
    A year before the era is negative, and so is the first year of such a century: 400 BC is -400.
    `shift` is the number of units from now ('last month' -1); for a weekday, -1 is the last and 1 the next one. A
    weekday may have a `day` without a month: 'terça-feira (6)'. If the unit is `years`, `day` is the last year.
    `minute` is the minute of the day, `zone` its time zone as written.
    `is_swappable` is true if day and month may stand in the other order, and if a time may be in either half of a day.
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
        """True if the date does not depend on the day of the article."""
        return self.shift is None and self.minute is None and (self.month is not None or self.year is not None)


class Agreement(Enum):
    """The relation of two moments; UNKNOWN if the texts do not decide it."""

    SAME = auto()
    LESS_EXACT = auto()
    DIFFERENT = auto()
    UNKNOWN = auto()


class _Reading(NamedTuple):
    """One possible date of a moment."""

    year: int | None
    month: int | None
    day: int | None
    weekday: int | None


def is_day(year: int | None, month: int, day: int) -> bool:
    """Return whether the day exists; without a year, 29 February does."""
    lengths = (31, 29 if year is None or isleap(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return 1 <= month <= len(lengths) and 1 <= day <= lengths[month - 1]


def weekday_of(moment: Moment | _Reading) -> int | None:
    """Return the weekday on which a stated day falls, 1 for Monday; None without a whole date."""
    year, month, day = moment.year, moment.month, moment.day
    if year is None or month is None or day is None or year < 1 or not is_day(year, month, day):
        return None
    return date(year, month, day).isoweekday()


def agreement(left: Moment, right: Moment, lines: tuple[date | None, date | None] = (None, None)) -> Agreement:
    """Return the agreement of a moment of each article; `lines` are the days in the articles' date lines."""
    if left == right:
        return Agreement.SAME
    if left.minute is not None or right.minute is not None:
        return _times_agreement(left, right)
    if LUNAR_YEAR in (left.unit, right.unit):
        return _lunar_agreement(left, right)
    if {left.unit, right.unit} & {"decade", "century", "years"}:
        return _periods_agreement(left, right)
    if not left.is_explicit and not right.is_explicit and (left.weekday is None) == (right.weekday is None):
        return _relative_agreement(left, right)
    readings = [_readings(moment, line) for moment, line in zip((left, right), lines, strict=True)]
    if not all(readings):
        # 'Saturday, 5 March' and 'Sunday': the weekdays decide.
        has_others = None not in (left.weekday, right.weekday) and left.weekday != right.weekday
        return Agreement.DIFFERENT if has_others else Agreement.UNKNOWN
    possible = {_readings_agreement(one, other) for one in readings[0] for other in readings[1]}
    if Agreement.LESS_EXACT in possible and left.unit == right.unit and not (left.is_explicit and right.is_explicit):
        # 'Last month' has a year after it is resolved, 'in February' does not; that is not a difference.
        return Agreement.SAME
    for best in (Agreement.SAME, Agreement.LESS_EXACT, Agreement.UNKNOWN):
        if best in possible:
            return best
    is_trusted = all(_is_trusted(*sides) for sides in ((left, right, lines[0]), (right, left, lines[1])))
    return Agreement.DIFFERENT if is_trusted else Agreement.UNKNOWN


def _times_agreement(left: Moment, right: Moment) -> Agreement:
    """Return the agreement of two moments of which at least one is a time of day."""
    if left.minute is None or right.minute is None:
        return Agreement.UNKNOWN
    if left.is_swappable or right.is_swappable:
        # 'Half past seven' may be 7:30 or 19:30.
        apart = (left.minute - right.minute) % (_MINUTES_OF_DAY // 2)
        return Agreement.DIFFERENT if apart else Agreement.SAME
    zones = _WITHOUT_SEASON if {left.zone, right.zone} <= _WITHOUT_SEASON.keys() else ZONES
    offsets = zones.get(left.zone), zones.get(right.zone)
    if left.zone != right.zone and offsets[0] is not None and offsets[1] is not None:
        apart = (left.minute - offsets[0] * _HOUR) - (right.minute - offsets[1] * _HOUR)
        return Agreement.SAME if apart % _MINUTES_OF_DAY == 0 else Agreement.DIFFERENT
    if left.zone and right.zone and left.zone != right.zone and left.minute != right.minute:
        return Agreement.UNKNOWN
    return Agreement.SAME if left.minute == right.minute else Agreement.DIFFERENT


def _periods_agreement(left: Moment, right: Moment) -> Agreement:
    """Return the agreement of two moments of which at least one is longer than a year."""
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


def _lunar_agreement(left: Moment, right: Moment) -> Agreement:
    """Return the agreement of two moments of which at least one is a year of the Hijra."""
    lunar, other = (left, right) if left.unit == LUNAR_YEAR else (right, left)
    if other.unit == LUNAR_YEAR:
        return Agreement.DIFFERENT
    if other.unit in ("decade", "century", "years") or other.year is None:
        return Agreement.UNKNOWN
    return Agreement.SAME if other.year in (lunar.year, lunar.day) else Agreement.DIFFERENT


def _relative_agreement(left: Moment, right: Moment) -> Agreement:
    """Return the agreement of two weekdays or of two other dates relative to now.

    Two weekdays agree if they are equal, have no other days of the month behind them, and neither is 'last' where the
    other is 'next'. Two different relative dates differ, except that a day and a night may be the same.
    """
    if left.weekday is not None:
        is_same = left.weekday == right.weekday and all(
            None in stated or stated[0] == stated[1] for stated in ((left.shift, right.shift), (left.day, right.day))
        )
        return Agreement.SAME if is_same else Agreement.DIFFERENT
    if {left.unit, right.unit} == {"day", "night"}:
        return Agreement.UNKNOWN
    return Agreement.DIFFERENT


def _readings(moment: Moment, line: date | None) -> tuple[_Reading, ...]:
    """Return the possible dates of a moment in an article of the day `line`, none if they are unknown."""
    if moment.is_explicit:
        own = _Reading(moment.year, moment.month, moment.day, moment.weekday)
        return (own, own._replace(month=moment.day, day=moment.month)) if moment.is_swappable else (own,)
    if moment.weekday is not None and moment.day is not None:
        return (_Reading(None, None, moment.day, moment.weekday),)
    if line is None:
        return ()
    if moment.weekday is not None:
        back = (line.isoweekday() - moment.weekday) % _WEEK
        return tuple(_shifted(line, -back + step) for step in (-_WEEK, 0, _WEEK))
    if moment.unit == "day" and moment.shift is not None:
        return (_shifted(line, moment.shift),)
    if moment.unit == "month" and moment.shift is not None:
        year, month = divmod(line.year * 12 + line.month - 1 + moment.shift, 12)
        return (_Reading(year, month + 1, None, None),)
    if moment.unit == "year" and moment.shift is not None:
        return (_Reading(line.year + moment.shift, None, None, None),)
    return ()


def _shifted(line: date, days: int) -> _Reading:
    """Return the date some days after `line`, or `line` itself if the result is outside the calendar."""
    try:
        day = line + timedelta(days)
    except OverflowError:
        day = line
    return _Reading(day.year, day.month, day.day, day.isoweekday())


def _readings_agreement(left: _Reading, right: _Reading) -> Agreement:
    """Return the agreement of two dates; a part that one of them omits does not differ."""
    left, right = _with_weekday(left), _with_weekday(right)
    if any(None not in both and both[0] != both[1] for both in zip(left, right, strict=True)):
        return Agreement.DIFFERENT
    if left.day is not None and right.day is not None:
        return Agreement.SAME
    stated = [sum(part is not None for part in reading[:3]) for reading in (left, right)]
    shared = sum(None not in both for both in zip(left[:3], right[:3], strict=True))
    if not shared:
        return Agreement.UNKNOWN
    return Agreement.SAME if stated[0] == stated[1] == shared else Agreement.LESS_EXACT


def _with_weekday(reading: _Reading) -> _Reading:
    """Return a date with its weekday, if year, month and day are stated."""
    weekday = weekday_of(reading)
    return reading if weekday is None else reading._replace(weekday=weekday)


def _is_trusted(moment: Moment, other: Moment, line: date | None) -> bool:
    """Return whether a difference from another moment counts: for a relative date, only near the article's day."""
    if moment.is_explicit or line is None or other.year is None:
        return True
    if moment.unit in ("month", "year"):
        return abs(other.year - line.year) <= 1
    if other.month is None or other.day is None or not is_day(other.year, other.month, other.day):
        return abs(other.year - line.year) <= 1
    return abs((date(other.year, other.month, other.day) - line).days) <= _TRUSTED_DAYS
