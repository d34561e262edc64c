"""The pattern of everything that may be a date or a time, of the date words of a language.

|Saturday, 5 March 2022|      weekday, day, month and year in their groups
|half past three| on |3/6|    spoken, numeric

Dates without words are in the pattern of every language: 2022-03-06, 06.03.2022, 2022年3月6日, 17:30, 1998.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from diffing.ledger.dates.eras import HAN_YEAR, WORDS_BEHIND
from diffing.ledger.language.trie_pattern import alternatives
from diffing.text.folding import folded
from diffing.text.possible_words import MayHave
from diffing.text.scripts import JOINED

_ROMAN_FIGURES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
ROMANS = tuple(f"{tens}{figure}" for tens in ("", "x", "xx") for figure in _ROMAN_FIGURES)[1:]
"""Roman numbers of centuries, 1 to 29."""


# Parts of the pattern. Every alternative begins with a figure or a word, and none repeats without a bound: this limits
# the time of a search.
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_YEAR = r"(?:1\d|20)\d\d"
# The same where years of another calendar are usual too: 2569 in Thailand.
_YEAR_AHEAD = r"(?:1\d|20|2[3-6])\d\d"
_ZONE = r"(?:gmt|utc|bst|ist|jst|[ecmp][sd]?t|cest|cet|local time|(?:eastern|central|mountain|pacific) time)"
CLOCK_WORDS = ("uhr", "uur", "hrs", "hours", "h", "horas", "hora local")
"""Words behind a clock time in languages that write its hours and minutes with a point: 14.45 Uhr."""
# Zones behind a time in four figures (1900 GMT); with the other ones a year may stand before a name.
_ZONE_OF_FOUR = r"(?: hrs)? (?:gmt|utc|local time)(?!\w)"
# Words before a decade of two figures: the late 80s, the mid-90s.
OF_DECADE = ("early", "late", "mid")
_BEFORE_DECADE = f"(?:{'|'.join(OF_DECADE)})"
_CLOCK = r"(?:[01]?\d|2[0-4])"
_HALF = r"[ap](?:m\b|\. ?m\b\.?)"
_ISO = (
    rf"(?P<iso>(?P<iso_year>\d{{4}})(?P<iso_by>[-/]|\. ?)(?P<iso_month>{_MONTH})(?P=iso_by)(?P<iso_day>{_DAY})(?!\d))"
)
_NUMERIC = (
    r"(?P<numeric>(?P<one>\d{1,2})(?P<by>[-/]|\. ?)(?P<two>\d{1,2})(?P=by)(?P<numeric_year>\d{4}|\d\d)"
    # A dash may stand before the last day of a range: 05.03.2026—09.03.2026.
    r"(?!\d|[/.:]\d|-\d(?!\d?[./]\d{1,2}[./]\d)))"
)
# Spaces may stand around the figures: 2024 年 3 月 5 日. Korean has syllables for these signs, and 월요일 is Monday.
_HAN_DAY = rf"(?P<han_month>{_MONTH}) ?(?:月|월(?!요))(?: ?(?P<han_day>{_DAY}) ?(?:[日号號]|일))?"
_HAN_YEAR = rf"(?:{HAN_YEAR}|(?={_MONTH} ?[月월]))"
# The end of a day, a month or a time: no letter follows, and no figure is joined to it.
_END = r"(?!\w|[-.,:/]\d)"
# The end of a word, which may be a vowel sign of an Indian script or of Thai: फ़रवरी, กุมภาพันธ์.
_NO_LETTER = r"(?!\w|[\u0900-\u0d7f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])"
# The end of a word: in Han characters it may stand before a figure, 昨日15时.
_WORD_END = rf"(?:(?<=[\u3400-\u9fff])|{_END})"
# 7時 is a time, 7時間 a duration. This is the folded form of 间 too; to fold it here would load the tables of Chinese.
_OF_DURATION = "間"
# A time may be the first of a range: '9am-5pm', '09:00-17:00'.
_TIME_END = rf"(?:(?=-{_CLOCK}(?:[:.h]| ?{_HALF}))|{_END})"
# Behind a figure and a dash only a time begins, the second of a range: '10:00-18:00', '9-5pm', or a day behind a day.
_BEHIND_DASH = (
    r"(?:(?<!\d-)|(?<=[./]\d\d\d\d-)(?=\d\d?[./]\d\d?[./]\d)|(?:(?<=[ (]\d\d:\d\d-)|(?<=[ (]\d:\d\d-))(?=\d\d?:\d\d)"
    rf"|(?:(?<=[ (]\d-)|(?<=[ (]\d\d-))(?={_CLOCK}(?:[:.]\d\d)? ?{_HALF}))"
)
# The end of the day in 'May 5': no '%' follows, because 'may 5%' is five per cent.
_DAY_END = r"(?![\w%]|[.,:/]\d| (?:%|per\b))"


# The lists of the table with words behind an hour in words: three o'clock, half past.
BEHIND_HOUR = ("oclock", "hours", "daytimes", "spoken_behind")
# Letters of the first word of a date that are checked before the alternatives are tried.
_BEGINNING = 5


class _Parts:
    """The words of a language as parts of patterns; the words that a text cannot have are left out."""

    def __init__(self, table: Mapping[str, Any], may_have: MayHave) -> None:
        self.table = table
        self._may_have = may_have
        self.month = self._with_short_forms("months")
        self.weekday = self._with_short_forms("weekdays")
        self.full_weekday = self.any_of(_in_full(table, "weekdays"))
        self.of = rf"(?: {self.listed('of')})?"
        self.the = rf"(?:{self.listed('the')} )?"
        self.ordinal = rf"(?:{self.listed('ordinal_endings')})?"
        self.year = _YEAR_AHEAD if table.get("years_ahead") else _YEAR

    def any_of(self, words: Iterable[str]) -> str:
        """Return the pattern of any of the words."""
        return alternatives(words, self._may_have)

    def listed(self, *names: str) -> str:
        """Return the pattern of any word of some lists of the table."""
        return self.any_of(word for name in names for word in self.table.get(name, ()))

    def _with_short_forms(self, name: str) -> str:
        """Return the pattern of the months or weekdays; a short form may have a point, which ends no text.

        A word in full has none: the point behind 'on 5 May.' ends the sentence.
        """
        words, short = self.any_of(_in_full(self.table, name)), self.listed(f"short_{name}")
        return rf"(?:{words}{_NO_LETTER}|{short}{_NO_LETTER}(?:\.(?! ?$))?)"


def _in_full(table: Mapping[str, Any], name: str) -> list[str]:
    """Return the months or weekdays in full, in every case: январь, января, январе."""
    return [*table.get(name, []), *table.get(f"{name}_declined", {})]


def date_pattern(
    table: Mapping[str, Any],
    first_words: Sequence[str],
    ordinals: Iterable[str],
    hour_words: Iterable[str],
    may_have: MayHave,
) -> str:
    """Return the pattern of all dates and times; each kind has a group with its name, the longest forms first.

    `first_words` are the words with which a date can begin; Roman numbers, hours and parts of a decade come on top.
    """
    parts = _Parts(table, may_have)
    hour_word = parts.any_of(hour_words)
    in_order = [
        _ISO,
        _NUMERIC,
        *_days(parts),
        *_spoken(parts, hour_word),
        _time(parts, hour_word),
        *_named_days(parts),
        *_long_times(parts, parts.any_of(ordinals)),
        *([rf"(?P<hour_alone>{_CLOCK}){_END}"] if table.get("before_hour_alone") else []),
    ]
    # Most words of a text begin no date: this saves them a try of every alternative, and half of the time.
    beginnings = parts.any_of(folded(word).text[:_BEGINNING] for word in first_words)
    behind_hour = parts.listed(*BEHIND_HOUR)
    begins = rf"(?=[\d']|[ivx][ivxe -]|{_BEFORE_DECADE}[ -]|{beginnings}|{hour_word} {behind_hour})"
    return rf"(?<!{JOINED})(?<![$£€])(?<!{JOINED}[./:])(?<!\d,){_BEHIND_DASH}{begins}(?:{'|'.join(in_order)})"


def _days(parts: _Parts) -> Iterator[str]:
    """Yield the patterns of days of a month, and of a month with its year."""
    if parts.table.get("before_day"):
        yield (
            rf"(?P<dotted>(?:(?P<dotted_weekday>{parts.weekday}),? {parts.the})?"
            rf"(?P<dotted_day>{_DAY})\. ?(?P<dotted_month>{_MONTH})\.)(?! ?\d)"
        )
    # 3月5日星期四, 3月5日（星期四）, 3月5日（木）.
    yield (
        rf"(?P<han>{_HAN_YEAR}(?: ?{_HAN_DAY}"
        rf"(?: ?\(?(?P<han_weekday>{parts.full_weekday}|(?<=\(){parts.listed('short_weekdays')}(?=\)))\)?)?)?)"
    )
    yield _full_day(
        parts, "day_first", rf"(?P<day_first_day>{_DAY}){parts.ordinal}{parts.of} (?P<day_first_month>{parts.month})"
    )
    yield _full_day(
        parts,
        "month_first",
        rf"(?P<month_first_month>{parts.month}) {parts.the}(?P<month_first_day>{_DAY}){parts.ordinal}{_DAY_END}",
    )
    yield rf"(?P<month_and_year>(?P<its_month>{parts.month}){parts.of},? ?(?P<its_year>{parts.year})(?!\w))"


def _full_day(parts: _Parts, name: str, day_and_month: str) -> str:
    """Return the pattern of a day and month with an optional weekday and year."""
    year = rf"(?:{parts.of}[,\u060c]? ?(?P<{name}_year>{parts.year})(?!\w|[-/]\d{{3}}))?"
    return rf"(?P<{name}>(?:(?P<{name}_weekday>{parts.weekday}),? {parts.the})?{day_and_month}{year}){_END}"


def _spoken(parts: _Parts, hour_word: str) -> Iterator[str]:
    """Yield the pattern of minutes in words beside an hour in words: half past three."""
    if parts.table.get("spoken_before") or parts.table.get("spoken_behind"):
        yield (
            rf"(?P<spoken>(?:(?P<spoken_before>{parts.listed('spoken_before')}) (?P<hour_behind>{hour_word})"
            rf"|(?P<hour_before>{hour_word}) (?P<spoken_behind>{parts.listed('spoken_behind')}))"
            rf"(?: (?P<spoken_daytime>{parts.listed('daytimes')}))?){_END}"
        )


def _time(parts: _Parts, hour_word: str) -> str:
    """Return the pattern of a time: 17:30, 5 p.m., three o'clock, 1900 GMT, noon."""
    hours, daytimes, oclock = parts.listed("hours"), parts.listed("daytimes"), parts.listed("oclock")
    sign = parts.listed("hour_signs")
    with_minutes = (
        rf"(?P<hour>{_CLOCK})(?:(?P<sign> ?{sign} ?)|[:h]|\.(?=\d\d ?{_HALF})|(?P<point>\.))"
        rf"(?P<minute>[0-5]\d)分?"
        rf"(?:(?P<minute_daytime> {daytimes})|(?: ?(?P<half>{_HALF}))?(?P<clock> {parts.any_of(CLOCK_WORDS)})?)"
    )
    without_minutes = (
        rf"(?P<hour_only>{_CLOCK})(?:(?: {hours})?(?P<daytime> {daytimes})| ?(?P<half_only>{_HALF})| {oclock}"
        rf"|(?P<sign_only> ?{sign})(?!{_OF_DURATION})(?P<half_past>半|[一三]刻)?(?!\w)|h(?=\W|$)"
        rf"|(?P<bare_hours> {hours})(?: (?P<bare_minute>[0-5]\d))?)"
    )
    in_words = (
        rf"(?P<hour_word>{hour_word})(?:(?: {hours})?(?P<word_daytime> {daytimes})| {oclock}"
        rf"|(?(daytime_before) ?{sign}(?P<word_half_past>半|[一三]刻)?(?!\w)|(?!)))"
    )
    in_four_figures = rf"(?P<four_hour>(?:[01]\d|2[0-3]))(?P<four_minute>[0-5]\d)(?:(?={_ZONE_OF_FOUR})(?: hrs)?)"
    noon = rf"(?P<noon>{parts.listed('midday', 'midnight')})"
    return (
        rf"(?P<time>(?P<daytime_before>{parts.listed('daytimes_before')})?"
        rf"(?:{'|'.join((with_minutes, without_minutes, in_words, in_four_figures, noon))})"
        rf"(?: (?!{parts.listed('no_zones')}(?!\w))(?P<zone>{_ZONE}))?){_TIME_END}"
    )


def _named_days(parts: _Parts) -> Iterator[str]:
    """Yield the patterns of days and months that have no figure: yesterday, Christmas Day, last Friday, May."""
    relative = [phrase for phrases in parts.table.get("relative", {}).values() for phrase in phrases]
    near = parts.listed("last", "next")
    yield rf"(?P<relative>{parts.any_of(relative)}){_WORD_END}"
    yield rf"(?P<feast>{parts.listed('feasts')}){_END}"
    yield rf"(?P<named_decade>{parts.listed('decades')}){_END}"
    yield (
        rf"(?P<weekday>(?:(?P<before>{near}) )?(?P<name>{parts.full_weekday}"
        rf"|{parts.listed('weekdays_before_day')}(?=[ \xa0]\({_DAY}\)))"
        rf"(?:{parts.listed('weekday_endings')})?(?: (?P<behind>{near}))?){_WORD_END}"
    )
    yield rf"(?P<month>{parts.any_of(_in_full(parts.table, 'months'))}){_END}"


def _long_times(parts: _Parts, ordinal_word: str) -> Iterator[str]:
    """Yield the patterns of decades, centuries and years."""
    ending = re.escape(parts.table.get("decade_ending", "")) or "(?!)"
    romans = parts.any_of(ROMANS)
    yield rf"(?P<decade>(?:1\d|20)\d0'?{ending}|(?:'|(?<=the )(?:{_BEFORE_DECADE}[ -])?)(?P<tens>\d)0{ending}){_END}"
    yield (
        rf"(?P<century>(?:(?P<hundred>1\d|2[01]|[1-9])(?:{parts.ordinal})|(?P<roman>{romans})e?"
        rf"|(?P<ordinal>{ordinal_word}))[ -]"
        rf"{parts.listed('century')}|{parts.listed('before_century')} (?P<roman_behind>{romans}))"
        rf"(?: (?P<century_era>{parts.any_of(WORDS_BEHIND)}))?{_END}"
    )
    yield (rf"(?P<years>(?P<from_year>{parts.year})(?:[-/]| - (?=\d+[).,;]))(?P<to_year>\d\d|{parts.year})){_END}")
    yield rf"(?P<year>{parts.year})(?!\w|[.,:/']\d|-\d)"
