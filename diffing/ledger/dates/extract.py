"""The dates and times of a text.

    on Saturday (03.05.2022), since April 2019, at 5 p.m.   ->   Saturday; 3 May or 5 March 2022; April 2019; 17:00

Some words only look like a date: 'they may march on', 'April Jones', 'Black Friday', '1,998', '2000 people'.
"""

import re
from collections.abc import Callable, Iterator

from diffing.ledger.dates.date_words import AT_NIGHT, ROMANS, DateWords, date_words
from diffing.ledger.dates.eras import century_of, era_years, is_era, year_of
from diffing.ledger.dates.glosses import Dated, with_glosses
from diffing.ledger.dates.moments import Moment, is_day
from diffing.ledger.dates.titles import MAY_BE_TITLE, is_title
from diffing.ledger.language.chunked_search import matches
from diffing.ledger.language.lexicon import Lexicon, code_of
from diffing.patterns import lazy_pattern
from diffing.text.function_words import FUNCTION_WORDS
from diffing.text.markup import markup_ranges
from diffing.text.reading import ReadText

# Years of a century, years of a decade, hours of half a day, minutes of an hour.
_CENTURY = 100
_DECADE = 10
_HALF_DAY = 12
_HOUR = 60
# Characters of a time of day before an hour: 晚上.
_LONGEST_DAYTIME = 4
# '6 at night' is in the evening, '5 at night' in the morning.
_FIRST_EVENING_HOUR = 6
# Years of two figures stand for 1970 to 2069, by the usual convention of computers.
_FIRST_OF_SHORT_YEARS = 70
# A number of four figures before 1900 is usually not a year; it needs a word before it that makes it one.
_FIRST_SURE_YEAR = 1900
# The characters before a date in which the word before it is looked up.
_BEFORE = 24
# The same for a word that says that a figure is a price.
_SENTENCE_BEFORE = 60
# 'Eastern time' is ET.
_OF_AMERICA = ("n time", "l time", "c time")
_LETTERS = lazy_pattern(r"[^\W\d_]+")
_LAST_WORDS = lazy_pattern(r"((?:[^\W\d_]+(?:'[^\W\d_]+)? )?[^\W\d_]+(?:'[^\W\d_]+)?)[ -]?\(?$")
# Endings of nouns in the plural, in English and the Romance languages.
_PLURAL = ("s", "people", "men", "women", "children")
_WORD_BEHIND = lazy_pattern(r" ([^\W\d_]+)")
_FIRST_HAN, _LAST_HAN = "\u3400", "\u9fff"
# '今年八十八岁' is 'aged 88', in whatever year.
_AGE = lazy_pattern(r" ?[\d〇零一二三四五六七八九十百]{1,5} ?[岁歲]")
# The word behind a clock time with a point and without 'Uhr', '' before a mark or the end.
_BEHIND_CLOCK = lazy_pattern(r"-\d|[.,;:)]|$| ([^\W\d_]+)")


def dates(text: ReadText, lexicon: Lexicon) -> tuple[Dated, ...]:
    """Return the dates and times of a text in order."""
    in_eras = [Dated(*year) for year in era_years(text.text)]
    plain = with_glosses(_read_dates(text, code_of(lexicon)), text.text)
    if not in_eras:
        return tuple(plain)
    apart = (one for one in plain if not any(one.start < era.end and era.start < one.end for era in in_eras))
    return tuple(sorted([*in_eras, *apart], key=lambda dated: dated.start))


def _read_dates(text: ReadText, language: str) -> Iterator[Dated]:
    """Yield the dates and times of a text in a language."""
    words, form, markup = date_words(language), text.folded, markup_ranges(text.text)
    for match in matches(words.patterns.of(text.possible).of(form.text), form.text):
        groups = match.re.groupindex
        kind = next(name for name in _READERS if name in groups and match[name] is not None)
        moment = _READERS[kind](match, words)
        _, start, end = form.place(0, *match.span())
        if moment is None or _is_not_a_date(kind, match, text, words):
            continue
        if any(first <= start < last for first, last in markup):
            continue
        yield Dated(start, end, moment, kind in _NAMED or match[0] in words.weak)


# Kinds of dates that have a name. They match a date of the other article, but their loss is not an entry: 'Christmas
# Day' may be 'Christmas' there.
_NAMED = frozenset({"feast", "named_decade"})


def _is_not_a_date(kind: str, match: re.Match[str], text: ReadText, words: DateWords) -> bool:
    """Return whether a match is another word, a name or a count instead of a date."""
    if kind == "century" and match["century_era"]:
        _, start, end = text.folded.place(0, *match.span("century_era"))
        return not is_era(text.text[start:end])
    before = _word_before(match)
    if kind == "dotted":
        return match["dotted_weekday"] is None and before.isdisjoint(words.before_day)
    if kind == "spoken":
        # 'A las siete y media' is a time, and 'siete y media' a number.
        return match["spoken_before"] is None and before.isdisjoint(words.before_clock | words.before_hours)
    if kind == "relative" and _AGE.match(match.string, match.end()):
        return True
    if kind in MAY_BE_TITLE and is_title(text.text, *text.folded.place(0, *match.span())[1:], kind):
        return True
    if kind == "month":
        is_sure = match[0] not in words.unsure and match[0] not in before
        letter = text.text[text.folded.place(0, *match.span()).start]
        return not is_sure and not (before & words.before_month and _has_month_case(letter, words))
    if kind == "time" and match["point"]:
        # '9.30' is a time behind 'at' or before 'Uhr', and else a figure: 'at 9.30 on Friday', 'rose by 9.30'.
        has_clock = match["clock"] is not None or match["minute_daytime"] is not None
        return not has_clock and not (
            before & words.before_clock and _ends_clock(match, words) and not _has_price_before(match, words)
        )
    if kind == "time" and (match["sign"] or match["sign_only"]):
        # 'Vers 2 h 30' is a time, 'pendant 2 h 30' a duration.
        return bool(before & words.before_no_hours)
    if kind == "time" and match["bare_hours"]:
        return not before & words.before_hours or bool(before & words.before_no_hours)
    if kind == "weekday":
        names_behind = match.string.startswith(words.after_no_weekday, match.end() + 1)
        return names_behind or bool(before & words.before_no_weekday)
    if kind == "year":
        if _FIRST_HAN <= match.string[match.end() : match.end() + 1] <= _LAST_HAN:
            return True  # 2000元: a year has 年 behind it
        year = int(match["year"])
        behind = _WORD_BEHIND.match(match.string, match.end())
        if year >= _FIRST_SURE_YEAR and year % _CENTURY:
            # In 'the town has 2019 people' it is a count, in 'in 2019 people voted' and '2019 prices' a year.
            return behind is not None and behind[1] in words.people and not before & words.before_year
        if behind is not None and behind[1].endswith(_PLURAL) and behind[1] not in words.grammar:
            # These are counts: 'of 1482 people', 'in 1500 homes'.
            return True
        return not before & words.before_year and (year < _FIRST_SURE_YEAR or behind is not None)
    return False


def _has_price_before(match: re.Match[str], words: DateWords) -> bool:
    """Return whether a word before a figure says that it is a price: 'the shares closed at 9.30'."""
    before = match.string[max(0, match.start() - _SENTENCE_BEFORE) : match.start()]
    return not words.prices.isdisjoint(_LETTERS.findall(before))


def _ends_clock(match: re.Match[str], words: DateWords) -> bool:
    """Return whether a clock time can end where a match ends: no unit and no counted noun stands behind it."""
    behind = _BEHIND_CLOCK.match(match.string, match.end())
    return behind is not None and (behind[1] is None or behind[1] in FUNCTION_WORDS or behind[1] in words.weekdays)


def _word_before(match: re.Match[str]) -> set[str]:
    """Return the word before a match, and the two words before it as one string."""
    before = _LAST_WORDS.search(match.string[max(0, match.start() - _BEFORE) : match.start()])
    return {before[1], before[1].split()[-1]} if before else set()


def _has_month_case(letter: str, words: DateWords) -> bool:
    """Return whether a letter has the case of a month's first letter: 'in May' in English, but 'en mayo' in Spanish."""
    return letter.isupper() or not words.has_capital_months


# Each function below returns the moment of a match of one kind, or None if the match cannot be a date after all.


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


def _han(match: re.Match[str], _words: DateWords) -> Moment | None:
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
    return _day(year, int(match["han_month"]), int(match["han_day"]))


def _day_first(match: re.Match[str], words: DateWords) -> Moment | None:
    year = int(match["day_first_year"]) if match["day_first_year"] else None
    month = words.months[match["day_first_month"].rstrip(".")]
    return _day(year, month, int(match["day_first_day"]), _weekday(match["day_first_weekday"], words))


def _month_first(match: re.Match[str], words: DateWords) -> Moment | None:
    year = int(match["month_first_year"]) if match["month_first_year"] else None
    month = words.months[match["month_first_month"].rstrip(".")]
    return _day(year, month, int(match["month_first_day"]), _weekday(match["month_first_weekday"], words))


def _month_and_year(match: re.Match[str], words: DateWords) -> Moment | None:
    return Moment("month", int(match["its_year"]), words.months[match["its_month"].rstrip(".")])


def _spoken(match: re.Match[str], words: DateWords) -> Moment:
    hour = words.hour_words[match["hour_behind"] or match["hour_before"]]
    minute = hour * _HOUR + words.spoken[match["spoken_before"] or match["spoken_behind"]]
    daytime = match["spoken_daytime"]
    if daytime is None:
        return Moment("time", minute=minute, is_swappable=True)
    return Moment("time", minute=_hour_of(minute // _HOUR, words.daytimes[daytime]) * _HOUR + minute % _HOUR)


def _time(match: re.Match[str], words: DateWords) -> Moment | None:
    if match["noon"]:
        return Moment("time", minute=0 if match["noon"] in words.midnight else _HALF_DAY * _HOUR)
    half = match["half"] or match["half_only"] or ""
    word = match["hour_word"]
    hour = words.hour_words[word] if word else int(match["hour"] or match["hour_only"])
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
    half_past = _HOUR // 2 if match["half_past"] or match["word_half_past"] else 0
    zone = (match["zone"] or "").replace("utc", "gmt")
    if zone.endswith(_OF_AMERICA):
        zone = f"{zone[0]}t"
    return Moment("time", minute=hour * _HOUR + int(match["minute"] or match["bare_minute"] or half_past), zone=zone)


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


def _years(match: re.Match[str], _words: DateWords) -> Moment | None:
    first = int(match["from_year"])
    last = int(match["to_year"])
    last += first // _CENTURY * _CENTURY if last < _CENTURY else 0
    return Moment("years", first, day=last) if first < last else None


def _single_year(match: re.Match[str], _words: DateWords) -> Moment | None:
    return Moment("year", int(match["year"]))


_READERS: dict[str, Callable[[re.Match[str], DateWords], Moment | None]] = {
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


def _year(figures: str) -> int:
    """Return the year of two or four figures."""
    year = int(figures)
    if len(figures) > 2:
        return year
    return year + (1900 if year >= _FIRST_OF_SHORT_YEARS else 2000)
