"""The moment of a match of the pattern of dates, by the kind of the match.

    day_first    Saturday, 5 March 2022     5 March 2022, a Saturday
    spoken       half past seven            7:30 or 19:30

Every reader returns None if the match cannot be a date after all, such as 31 April.
"""

import re
from collections.abc import Callable

from diffing.ledger.dates.date_pattern import ROMANS
from diffing.ledger.dates.date_words import AT_NIGHT, DateWords
from diffing.ledger.dates.eras import century_of, year_of
from diffing.ledger.dates.moments import Moment, is_day

# Years of a century, years of a decade, hours of half a day, minutes of an hour and of a day.
_CENTURY = 100
_DECADE = 10
_HALF_DAY = 12
_HOUR = 60
_DAY = 1440
# Characters of a time of day before an hour: 晚上.
_LONGEST_DAYTIME = 4
# '6 at night' is in the evening, '5 at night' in the morning.
_FIRST_EVENING_HOUR = 6
# A later year is one of another calendar: 2569 in Thailand.
_LAST_COMMON_YEAR = 2099
# Years of two figures stand for 1970 to 2069, by the usual convention of computers.
_FIRST_OF_SHORT_YEARS = 70
# 'Eastern time' is ET.
_OF_AMERICA = ("n time", "l time", "c time")


def _iso(match: re.Match[str], _words: DateWords) -> Moment | None:
    return _day(int(match["iso_year"]), int(match["iso_month"]), int(match["iso_day"]))


def _numeric(match: re.Match[str], _words: DateWords) -> Moment | None:
    one, two, year = int(match["one"]), int(match["two"]), _year(match["numeric_year"])
    readings = [(month, day) for month, day in ((two, one), (one, two)) if is_day(year, month, day)]
    if not readings or (match["by"] == "-" and len(match["numeric_year"]) == 2):
        return None
    month, day = readings[0]
    return Moment("day", year, month, day, is_swappable=len(readings) == 2 and one != two)


def _dotted(match: re.Match[str], words: DateWords) -> Moment | None:
    weekday = _weekday(match["dotted_weekday"], words)
    return _day(None, int(match["dotted_month"]), int(match["dotted_day"]), weekday)


def _han(match: re.Match[str], words: DateWords) -> Moment | None:
    year = int(match["han_year"]) if match["han_year"] else None
    if match["han_era"]:
        in_era = year_of(match["han_era"], match["han_count"])
        if in_era is None or not match["han_month"]:
            return in_era
        year = in_era.year
    if not match["han_month"]:
        return Moment("year", year)
    if not match["han_day"]:
        return Moment("month", year, int(match["han_month"]))
    return _day(year, int(match["han_month"]), int(match["han_day"]), _weekday(match["han_weekday"], words))


def _day_first(match: re.Match[str], words: DateWords) -> Moment | None:
    year = _common_year(match["day_first_year"], words) if match["day_first_year"] else None
    month = words.months[match["day_first_month"].rstrip(".")]
    return _day(year, month, int(match["day_first_day"]), _weekday(match["day_first_weekday"], words))


def _month_first(match: re.Match[str], words: DateWords) -> Moment | None:
    year = _common_year(match["month_first_year"], words) if match["month_first_year"] else None
    month = words.months[match["month_first_month"].rstrip(".")]
    return _day(year, month, int(match["month_first_day"]), _weekday(match["month_first_weekday"], words))


def _month_and_year(match: re.Match[str], words: DateWords) -> Moment | None:
    return Moment("month", _common_year(match["its_year"], words), words.months[match["its_month"].rstrip(".")])


def _spoken(match: re.Match[str], words: DateWords) -> Moment:
    hour = words.hour_words[match["hour_behind"] or match["hour_before"]]
    minute = hour * _HOUR + words.spoken[match["spoken_before"] or match["spoken_behind"]]
    daytime = match["spoken_daytime"]
    if daytime is None:
        return Moment("time", minute=minute, is_swappable=True)
    return Moment("time", minute=_hour_of(minute // _HOUR, words.daytimes[daytime]) * _HOUR + minute % _HOUR)


def _time(match: re.Match[str], words: DateWords) -> Moment | None:
    if match["noon"]:
        return Moment("time", minute=0 if match["noon"] in words.midnight else _HALF_DAY * _HOUR, zone=_zone(match))
    half = match["half"] or match["half_only"] or ""
    word = match["hour_word"]
    hour = words.hour_words[word] if word else int(match["hour"] or match["hour_only"] or match["four_hour"])
    if half and not 1 <= hour <= _HALF_DAY:
        return None
    if half:
        hour = hour % _HALF_DAY + (_HALF_DAY if half.startswith("p") else 0)
    if daytime := match["daytime"] or match["minute_daytime"] or match["word_daytime"]:
        hour = _hour_of(hour, words.daytimes[daytime.strip()])
    if match["daytime_before"]:
        hour = _hour_of(hour, words.daytimes_before[match["daytime_before"]])
    elif match["sign"] or match["sign_only"]:
        # '昨天晚上8点': the time of day belongs to the day before the hour.
        before = match.string[max(0, match.start() - _LONGEST_DAYTIME) : match.start()]
        hour = next((_hour_of(hour, own) for day, own in words.daytimes_before.items() if before.endswith(day)), hour)
    past = _PAST.get(match["half_past"] or match["word_half_past"], 0)
    minute = hour * _HOUR + int(match["minute"] or match["bare_minute"] or match["four_minute"] or past)
    return Moment("time", minute=minute % _DAY, zone=_zone(match))


# The minutes of Chinese words behind an hour: half past, a quarter past, a quarter to the next.
_PAST = {"半": 30, "一刻": 15, "三刻": 45}


def _hour_alone(match: re.Match[str], _words: DateWords) -> Moment:
    return Moment("time", minute=int(match["hour_alone"]) * _HOUR % _DAY)


def _zone(match: re.Match[str]) -> str:
    """Return the time zone of a time, '' without one."""
    zone = (match["zone"] or "").replace("utc", "gmt")
    return f"{zone[0]}t" if zone.endswith(_OF_AMERICA) else zone


def _hour_of(hour: int, added: int) -> int:
    """Return the hour of the day of an hour at a time of day; `added` are the hours to add, AT_NIGHT for the night."""
    if hour > _HALF_DAY:
        return hour
    if added == AT_NIGHT:
        added = _HALF_DAY if _FIRST_EVENING_HOUR <= hour < _HALF_DAY else 0
    return hour % _HALF_DAY + added


def _relative(match: re.Match[str], words: DateWords) -> Moment | None:
    unit, shift = words.relative[match["relative"]]
    return Moment(unit, shift=shift)


def _feast(match: re.Match[str], words: DateWords) -> Moment | None:
    return Moment("day", None, *words.feasts[match["feast"]])


def _named_decade(match: re.Match[str], words: DateWords) -> Moment | None:
    return Moment("decade", words.decades[match["named_decade"]])


def _near_weekday(match: re.Match[str], words: DateWords) -> Moment | None:
    near = {match["before"], match["behind"]}
    shift = 1 if near & words.next else -1 if near & words.last else None
    return Moment("day", weekday=words.weekdays[match["name"]], shift=shift)


def _month(match: re.Match[str], words: DateWords) -> Moment | None:
    return Moment("month", month=words.months[match["month"]])


def _decade(match: re.Match[str], _words: DateWords) -> Moment | None:
    tens = match["tens"]
    if tens is None:
        return Moment("decade", int(match["decade"][:4]))
    return Moment("decade", 1900 + int(tens) * _DECADE if int(tens) > 1 else 2000 + int(tens) * _DECADE)


def _century(match: re.Match[str], words: DateWords) -> Moment | None:
    if roman := match["roman"] or match["roman_behind"]:
        before = ROMANS.index(roman)
    else:
        before = int(match["hundred"] or words.ordinals[match["ordinal"]]) - 1
    first = before * _CENTURY
    return century_of(match["century_era"], first) if match["century_era"] else Moment("century", first)


def _years(match: re.Match[str], words: DateWords) -> Moment | None:
    first, last = _common_year(match["from_year"], words), _common_year(match["to_year"], words)
    last += first // _CENTURY * _CENTURY if last < _CENTURY else 0
    return Moment("years", first, day=last) if first < last else None


def _single_year(match: re.Match[str], words: DateWords) -> Moment | None:
    return Moment("year", _common_year(match["year"], words))


READERS: dict[str, Callable[[re.Match[str], DateWords], Moment | None]] = {
    "iso": _iso,
    "numeric": _numeric,
    "dotted": _dotted,
    "han": _han,
    "day_first": _day_first,
    "month_first": _month_first,
    "month_and_year": _month_and_year,
    "spoken": _spoken,
    "time": _time,
    "relative": _relative,
    "feast": _feast,
    "named_decade": _named_decade,
    "weekday": _near_weekday,
    "month": _month,
    "decade": _decade,
    "century": _century,
    "years": _years,
    "year": _single_year,
    "hour_alone": _hour_alone,
}
"""Group of the pattern -> function that reads its match."""


def _day(year: int | None, month: int, day: int, weekday: int | None = None) -> Moment | None:
    """Return the moment of a day, None if the day does not exist."""
    if not is_day(year, month, day):
        return None
    return Moment("day", year, month, day, weekday)


def _weekday(word: str | None, words: DateWords) -> int | None:
    """Return the number of a weekday, 1 for Monday, or None without a word."""
    return words.weekdays[word.rstrip(".")] if word else None


def _common_year(figures: str, words: DateWords) -> int:
    """Return the year of some figures in the common era."""
    year = int(figures)
    return year - words.years_ahead if year > _LAST_COMMON_YEAR else year


def _year(figures: str) -> int:
    """Return the year of two or four figures."""
    year = int(figures)
    if len(figures) > 2:
        return year
    return year + (1900 if year >= _FIRST_OF_SHORT_YEARS else 2000)
