"""The date words of a language, folded, and the pattern of everything that may be a date or a time.

on |Saturday, 5 March 2022|, at |5 p.m.|, they |march|       three matches; extract.py then rejects 'march'

Dates without words are in the pattern of every language: 2022-03-06, 06.03.2022, 2022年3月6日, 17:30, 1998.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from diffing.ledger.dates.eras import HAN_ERAS, HAN_YEAR, WORDS_BEHIND
from diffing.ledger.language.beginnings import Beginnings
from diffing.ledger.language.lexicon import lexicon
from diffing.ledger.language.narrowed import Narrowed, has_every_word
from diffing.ledger.language.trie_pattern import alternatives as any_of
from diffing.text.folding import folded
from diffing.text.function_words import FUNCTION_WORDS_OF
from diffing.text.possible_words import MayHave
from diffing.text.scripts import JOINED, ScriptPattern, joined_pattern, with_word_ends


class DateWords(NamedTuple):
    """The date words of a language by their folded form, and its patterns; an unknown language has only these.

    `relative` has phrase ('last month') -> unit and number of units from now. `feasts` has name ('Christmas Day') ->
    month and day, `decades` has name ('the seventies') -> first year. `ordinals` are those of centuries in words. A
    figure before one of `people` or `measures` is not a year. `daytimes` has phrase ('de la tarde') -> hours to add, or
    AT_NIGHT; `daytimes_before` are those before the hour (下午); with one of `unsure_daytimes` a number is an hour
    only behind one of `before_hour`. `hour_words` are hours in words: 'three o'clock'. `spoken` are
    the minutes of phrases beside them ('half past'). '17 heures' is a time after one of `before_hours`; after one of
    `before_no_hours` neither '17 heures' nor '17 h' is. Behind a word of `before_clock` 9.30 is a time, unless one
    of `prices` stands before it; behind one of `before_no_noon` noon is none; behind one of `before_hour_alone` 9 is
    one. `next_day` are words between two days or times. `unsure` months may be other words; they are months beside a
    figure or after one of `before_month`. '1.6.' is a day after one of `before_day`. A year after 2099 is one of a
    calendar that is `years_ahead`. `grammar` are the function words. `patterns` are those for the words of a text.
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    relative: Mapping[str, tuple[str, int]]
    feasts: Mapping[str, tuple[int, int]]
    decades: Mapping[str, int]
    ordinals: Mapping[str, int]
    has_capital_months: bool
    unsure: frozenset[str]
    before_month: frozenset[str]
    before_day: frozenset[str]
    before_no_weekday: frozenset[str]
    after_no_weekday: tuple[str, ...]
    before_year: frozenset[str]
    years_ahead: int
    grammar: frozenset[str]
    people: frozenset[str]
    measures: frozenset[str]
    midnight: frozenset[str]
    before_no_noon: frozenset[str]
    daytimes: Mapping[str, int]
    daytimes_before: Mapping[str, int]
    unsure_daytimes: frozenset[str]
    before_hour: frozenset[str]
    hour_words: Mapping[str, int]
    spoken: Mapping[str, int]
    before_hours: frozenset[str]
    before_no_hours: frozenset[str]
    before_clock: frozenset[str]
    before_hour_alone: frozenset[str]
    prices: frozenset[str]
    next_day: frozenset[str]
    last: frozenset[str]
    next: frozenset[str]
    weak: frozenset[str]
    patterns: Narrowed[ScriptPattern]
    beginnings: Beginnings


@cache
def date_words(language: str) -> DateWords:
    """Return the date words of a language, with empty tables for a language without a lexicon."""
    table: dict[str, Any] = lexicon(language).get("dates", {})

    def plain(name: str) -> list[str]:
        """Return the folded words of a list."""
        return [folded(word).text for word in table.get(name, [])]

    months = _numbered(plain("months")) | _folded_keys(table.get("months_declined", {}) | table.get("short_months", {}))
    weekdays = _numbered(plain("weekdays")) | _folded_keys(
        table.get("weekdays_declined", {}) | table.get("short_weekdays", {})
    )
    relative = {
        folded(phrase).text: (unit, shift)
        for unit, phrases in table.get("relative", {}).items()
        for phrase, shift in phrases.items()
    }
    feasts = {folded(feast).text: (month, day) for feast, (month, day) in table.get("feasts", {}).items()}
    decades = _folded_keys(table.get("decades", {}))
    measures: Mapping[str, Mapping[str, str]] = lexicon(language).get("numbers", {}).get("measures", {})
    # 'The fourth century'; in a language that writes a century without such words, an ordinal before it is none.
    in_words = lexicon(language).get("numbers", {}).get("ordinals", {}) if table.get("century") else {}
    ordinals = {word: number for word, number in _folded_keys(in_words).items() if number <= len(ROMANS)}
    hour_words = {word: hour for word, hour in _folded_keys(_numbers_in_words(language)).items() if hour in _HOURS}
    hour_words |= _numbered(plain("hour_ordinals"))
    openings = [*months, *weekdays, *relative, *HAN_ERAS]
    openings += [word for name in _FIRST for word in table.get(name, [])]
    first_words = [*openings, *ordinals]
    return DateWords(
        months,
        weekdays,
        relative,
        feasts,
        decades,
        ordinals,
        table.get("capital_months", False),
        frozenset(plain("unsure_months")),
        frozenset(plain("before_month")),
        frozenset(plain("before_day")),
        frozenset(plain("before_no_weekday")),
        tuple(plain("after_no_weekday")),
        frozenset(plain("before_year")),
        table.get("years_ahead", 0),
        FUNCTION_WORDS_OF.get(language, frozenset()),
        frozenset(plain("people")),
        frozenset(folded(unit).text for units in measures.values() for unit in units),
        frozenset(plain("midnight")),
        frozenset(plain("before_no_noon")),
        _folded_keys(table.get("daytimes", {})),
        _folded_keys(table.get("daytimes_before", {})),
        frozenset(plain("unsure_daytimes")),
        frozenset(plain("before_hour")),
        hour_words,
        _folded_keys({**table.get("spoken_before", {}), **table.get("spoken_behind", {})}),
        frozenset(plain("before_hours")),
        frozenset(plain("before_no_hours")),
        frozenset(plain("before_clock")),
        frozenset(plain("before_hour_alone")),
        frozenset(plain("prices")),
        frozenset(plain("next_day")),
        frozenset(plain("last")),
        frozenset(plain("next")),
        frozenset(plain("weak")),
        Narrowed(
            lambda may_have: joined_pattern(
                lambda: with_word_ends(_pattern(table, first_words, ordinals, hour_words, may_have), language),
                f"{language}: dates" if may_have is has_every_word else "",
            ),
            f"{language}: dates",
        ),
        Beginnings([*openings, *_with_words_behind(table, ordinals, hour_words)], ""),
    )


AT_NIGHT = -1
"""The value of a time of day in the night: 9 is 21:00 then, and 2 is 02:00."""
_HOURS = range(1, 13)
_HAN_HOURS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
_ROMAN_FIGURES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
ROMANS = tuple(f"{tens}{figure}" for tens in ("", "x", "xx") for figure in _ROMAN_FIGURES)[1:]
"""Roman numbers of centuries, 1 to 29."""


def _in_full(table: Mapping[str, Any], name: str) -> list[str]:
    """Return the months or weekdays in full, in every case: январь, января, январе."""
    return [*table.get(name, []), *table.get(f"{name}_declined", {})]


def _numbers_in_words(language: str) -> Mapping[str, int]:
    """Return the number words of a language; those in Han characters, if it has counters behind them."""
    table = lexicon(language).get("numbers", {})
    return dict(zip(_HAN_HOURS, _HOURS, strict=True)) | {"两": 2} if table.get("counters") else table.get("words", {})


def _numbered(words: Iterable[str]) -> dict[str, int]:
    """Return word -> its number, from 1."""
    return {word: number for number, word in enumerate(words, 1)}


def _folded_keys(table: Mapping[str, int]) -> dict[str, int]:
    """Return a table with its words folded."""
    return {folded(word).text: number for word, number in table.items()}


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
_OF_DECADE = ("early", "late", "mid")
_BEFORE_DECADE = f"(?:{'|'.join(_OF_DECADE)})"
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


# The lists of the table with first words of dates, besides months, weekdays and relative dates.
_FIRST = (
    *("last", "next", "midday", "midnight", "feasts", "decades", "before_century"),
    *("daytimes_before", "spoken_before"),
)
# The lists of the table with words behind an hour in words: three o'clock, half past.
_BEHIND_HOUR = ("oclock", "hours", "daytimes", "spoken_behind")
# Letters of the first word of a date that are checked before the alternatives are tried.
_BEGINNING = 5


def _with_words_behind(table: Mapping[str, Any], ordinals: Iterable[str], hour_words: Iterable[str]) -> Iterator[str]:
    """Yield what begins a date only before another word or a figure: three o'clock, xixe siècle, late 80s, '80s."""
    yield from (f"{hour} {word}" for hour in hour_words for name in _BEHIND_HOUR for word in table.get(name, ()))
    centuries = [*ordinals, *(f"{roman}{ending}" for roman in ROMANS for ending in ("", "e"))]
    yield from (f"{number} {word}" for number in centuries for word in table.get("century", ()))
    yield from (f"{before}{figure}" for before in ("'", *(f"{word} " for word in _OF_DECADE)) for figure in range(10))
    yield from table.get("weekdays_before_day", ())


def _pattern(
    table: Mapping[str, Any],
    first_words: Sequence[str],
    ordinals: Iterable[str],
    hour_words: Iterable[str],
    may_have: MayHave,
) -> str:
    """Return the pattern of all dates and times; each kind has a group with its name, the longest forms first.

    `first_words` are the words with which a date can begin; Roman numbers, hours and parts of a decade come on top.
    """

    def alternatives(words: Iterable[str]) -> str:
        return any_of(words, may_have)

    def with_short_forms(name: str) -> str:
        """Return the pattern of the months or weekdays; a short form may have a point, which ends no text.

        A word in full has none: the point behind 'on 5 May.' ends the sentence.
        """
        words, short = alternatives(_in_full(table, name)), alternatives(table.get(f"short_{name}", {}))
        return rf"(?:{words}{_NO_LETTER}|{short}{_NO_LETTER}(?:\.(?! ?$))?)"

    month, weekday = with_short_forms("months"), with_short_forms("weekdays")
    full_weekday = alternatives(_in_full(table, "weekdays"))
    short_weekday = alternatives(table.get("short_weekdays", {}))
    relative = [phrase for phrases in table.get("relative", {}).values() for phrase in phrases]
    of = rf"(?: {alternatives(table.get('of', []))})?"
    the = rf"(?:{alternatives(table.get('the', []))} )?"
    ordinal = rf"(?:{alternatives(table.get('ordinal_endings', []))})?"
    near = alternatives([*table.get("last", []), *table.get("next", [])])
    daypart = alternatives(table.get("weekday_endings", []))
    noon = alternatives([*table.get("midday", []), *table.get("midnight", [])])
    oclock = alternatives(table.get("oclock", []))
    hours, daytimes = alternatives(table.get("hours", [])), alternatives(table.get("daytimes", {}))
    clocks, hour_word = alternatives(CLOCK_WORDS), alternatives(hour_words)
    behind_hour = alternatives(word for name in _BEHIND_HOUR for word in table.get(name, ()))
    before_hour = alternatives(table.get("daytimes_before", {}))
    sign, no_zone = alternatives(table.get("hour_signs", [])), alternatives(table.get("no_zones", []))
    romans, before_century = alternatives(ROMANS), alternatives(table.get("before_century", []))
    decade = re.escape(table.get("decade_ending", "")) or "(?!)"
    year_figures = _YEAR_AHEAD if table.get("years_ahead") else _YEAR

    def full_day(name: str, day_and_month: str) -> str:
        """Return the pattern of a day and month with an optional weekday and year."""
        year = rf"(?:{of}[,\u060c]? ?(?P<{name}_year>{year_figures})(?!\w|[-/]\d{{3}}))?"
        return rf"(?P<{name}>(?:(?P<{name}_weekday>{weekday}),? {the})?{day_and_month}{year}){_END}"

    dotted = (
        rf"(?P<dotted>(?:(?P<dotted_weekday>{weekday}),? {the})?(?P<dotted_day>{_DAY})\. ?(?P<dotted_month>{_MONTH})\.)"
        rf"(?! ?\d)"
    )
    spoken = (
        rf"(?P<spoken>(?:(?P<spoken_before>{alternatives(table.get('spoken_before', {}))}) (?P<hour_behind>{hour_word})"
        rf"|(?P<hour_before>{hour_word}) (?P<spoken_behind>{alternatives(table.get('spoken_behind', {}))}))"
        rf"(?: (?P<spoken_daytime>{daytimes}))?){_END}"
    )
    in_order = [
        _ISO,
        _NUMERIC,
        *([dotted] if table.get("before_day") else []),
        # 3月5日星期四, 3月5日（星期四）, 3月5日（木）.
        rf"(?P<han>{_HAN_YEAR}(?: ?{_HAN_DAY}"
        rf"(?: ?\(?(?P<han_weekday>{full_weekday}|(?<=\(){short_weekday}(?=\)))\)?)?)?)",
        full_day("day_first", rf"(?P<day_first_day>{_DAY}){ordinal}{of} (?P<day_first_month>{month})"),
        full_day("month_first", rf"(?P<month_first_month>{month}) {the}(?P<month_first_day>{_DAY}){ordinal}{_DAY_END}"),
        rf"(?P<month_and_year>(?P<its_month>{month}){of},? ?(?P<its_year>{year_figures})(?!\w))",
        *([spoken] if table.get("spoken_before") or table.get("spoken_behind") else []),
        rf"(?P<time>(?P<daytime_before>{before_hour})?"
        rf"(?:(?P<hour>{_CLOCK})(?:(?P<sign> ?{sign} ?)|[:h]|\.(?=\d\d ?{_HALF})|(?P<point>\.))"
        rf"(?P<minute>[0-5]\d)分?"
        rf"(?:(?P<minute_daytime> {daytimes})|(?: ?(?P<half>{_HALF}))?(?P<clock> {clocks})?)"
        rf"|(?P<hour_only>{_CLOCK})(?:(?: {hours})?(?P<daytime> {daytimes})| ?(?P<half_only>{_HALF})| {oclock}"
        rf"|(?P<sign_only> ?{sign})(?!{_OF_DURATION})(?P<half_past>半|[一三]刻)?(?!\w)|h(?=\W|$)"
        rf"|(?P<bare_hours> {hours})(?: (?P<bare_minute>[0-5]\d))?)"
        rf"|(?P<hour_word>{hour_word})(?:(?: {hours})?(?P<word_daytime> {daytimes})| {oclock}"
        rf"|(?(daytime_before) ?{sign}(?P<word_half_past>半|[一三]刻)?(?!\w)|(?!)))"
        rf"|(?P<four_hour>(?:[01]\d|2[0-3]))(?P<four_minute>[0-5]\d)(?:(?={_ZONE_OF_FOUR})(?: hrs)?)"
        rf"|(?P<noon>{noon}))(?: (?!{no_zone}(?!\w))(?P<zone>{_ZONE}))?){_TIME_END}",
        rf"(?P<relative>{alternatives(relative)}){_WORD_END}",
        rf"(?P<feast>{alternatives(table.get('feasts', {}))}){_END}",
        rf"(?P<named_decade>{alternatives(table.get('decades', {}))}){_END}",
        rf"(?P<weekday>(?:(?P<before>{near}) )?(?P<name>{alternatives(_in_full(table, 'weekdays'))}"
        rf"|{alternatives(table.get('weekdays_before_day', []))}(?=[ \xa0]\({_DAY}\)))"
        rf"(?:{daypart})?(?: (?P<behind>{near}))?){_WORD_END}",
        rf"(?P<month>{alternatives(_in_full(table, 'months'))}){_END}",
        rf"(?P<decade>(?:1\d|20)\d0'?{decade}|(?:'|(?<=the )(?:{_BEFORE_DECADE}[ -])?)(?P<tens>\d)0{decade}){_END}",
        rf"(?P<century>(?:(?P<hundred>1\d|2[01]|[1-9])(?:{ordinal})|(?P<roman>{romans})e?"
        rf"|(?P<ordinal>{alternatives(ordinals)}))[ -]"
        rf"{alternatives(table.get('century', []))}|{before_century} (?P<roman_behind>{romans}))"
        rf"(?: (?P<century_era>{alternatives(WORDS_BEHIND)}))?{_END}",
        rf"(?P<years>(?P<from_year>{year_figures})(?:[-/]| - (?=\d+[).,;]))(?P<to_year>\d\d|{year_figures})){_END}",
        rf"(?P<year>{year_figures})(?!\w|[.,:/']\d|-\d)",
        *([rf"(?P<hour_alone>{_CLOCK}){_END}"] if table.get("before_hour_alone") else []),
    ]
    # Most words of a text begin no date: this saves them a try of every alternative, and half of the time.
    beginnings = alternatives(folded(word).text[:_BEGINNING] for word in first_words)
    begins = rf"(?=[\d']|[ivx][ivxe -]|{_BEFORE_DECADE}[ -]|{beginnings}|{hour_word} {behind_hour})"
    return rf"(?<!{JOINED})(?<![$£€])(?<!{JOINED}[./:])(?<!\d,){_BEHIND_DASH}{begins}(?:{'|'.join(in_order)})"
