"""The date words of a language, folded, and the pattern of everything that may be a date or a time.

on |Saturday, 5 March 2022|, at |5 p.m.|, they |march|       three matches; extract.py then rejects 'march'

Dates without words are in the pattern of every language: 2022-03-06, 06.03.2022, 2022年3月6日, 17:30, 1998.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from diffing.ledger.dates.date_pattern import BEHIND_HOUR, OF_DECADE, ROMANS, date_pattern
from diffing.ledger.dates.eras import HAN_ERAS
from diffing.ledger.language.beginnings import Beginnings, followed
from diffing.ledger.language.lexicon import lexicon
from diffing.ledger.language.narrowed import Narrowed, has_every_word
from diffing.text.folding import folded
from diffing.text.function_words import FUNCTION_WORDS_OF
from diffing.text.scripts import ScriptPattern, joined_pattern, with_word_ends


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
                lambda: with_word_ends(date_pattern(table, first_words, ordinals, hour_words, may_have), language),
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


# The lists of the table with first words of dates, besides months, weekdays and relative dates.
_FIRST = (
    *("last", "next", "midday", "midnight", "feasts", "decades", "before_century"),
    *("daytimes_before", "spoken_before"),
)


def _with_words_behind(table: Mapping[str, Any], ordinals: Iterable[str], hour_words: Iterable[str]) -> Iterator[str]:
    """Yield what begins a date only before another word or a figure: three o'clock, xixe siècle, late 80s, '80s."""
    yield from (f"{hour} {word}" for hour in hour_words for name in BEHIND_HOUR for word in table.get(name, ()))
    centuries = [*ordinals, *(f"{roman}{ending}" for roman in ROMANS for ending in ("", "e"))]
    yield from followed(centuries, table.get("century", ()))
    yield from (f"{before}{figure}" for before in ("'", *(f"{word} " for word in OF_DECADE)) for figure in range(10))
    yield from table.get("weekdays_before_day", ())
