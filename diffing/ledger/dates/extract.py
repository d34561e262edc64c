"""The dates and times of a text.

    on Saturday (03.05.2022), since April 2019, at 5 p.m.   ->   Saturday; 3 May or 5 March 2022; April 2019; 17:00

What only looks like one is none: 'they may march on', 'April Jones', 'Black Friday', '1,998', '2000 people'.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from diffing.ledger.dates.date_words import ROMANS, DateWords, date_words
from diffing.ledger.dates.moments import Moment, is_day
from diffing.ledger.language.chunked_search import matches
from diffing.ledger.language.lexicon import Lexicon, code_of
from diffing.text.reading import ReadText

# In years, years, hours and minutes.
_CENTURY = 100
_DECADE = 10
_HALF_DAY = 12
_HOUR = 60
# Years of two figures count from 1970 to 2069, as computers have it.
_FIRST_OF_SHORT_YEARS = 70
# Years outside are mostly not years; a number of four figures before 1900 needs a word that says it is one.
_FIRST_SURE_YEAR = 1900
# As far as is looked for a word before a date.
_BEFORE = 24
_LAST_WORDS = re.compile(r"((?:[^\W\d_]+(?:'[^\W\d_]+)? )?[^\W\d_]+(?:'[^\W\d_]+)?)[ -]?\(?$")
# How words end that are counted, in English and the Romance languages.
_PLURAL = ("s", "people", "men", "women", "children")
_WORD_BEHIND = re.compile(r" ([^\W\d_]+)")


class Dated(NamedTuple):
    """A date or time at `start`..`end` of a text, in code points; `weak` where nothing is lost with it."""

    start: int
    end: int
    moment: Moment
    weak: bool = False


def dates(text: ReadText, lexicon: Lexicon) -> tuple[Dated, ...]:
    """Return the dates and times of a text in order."""
    return tuple(_found(text, code_of(lexicon)))


def _found(text: ReadText, language: str) -> Iterator[Dated]:
    words, form = date_words(language), text.folded
    for match in matches(words.pattern, form.text):
        kind = next(name for name in _READERS if match[name] is not None)
        moment = _READERS[kind](match, words)
        _, start, end = form.place(0, *match.span())
        if moment is None or _is_something_else(kind, match, text.text[start], words):
            continue
        yield Dated(start, end, moment, kind in _NAMED or match[0] in words.weak)


# Told by a name, they answer a date but are none that a text could lack: 'Christmas Day' may be 'Christmas'.
_NAMED = frozenset({"feast", "named_decade"})


def _is_something_else(kind: str, match: re.Match[str], letter: str, words: DateWords) -> bool:
    """Whether what looks like a date is another word, a name or a count."""
    before = _word_before(match)
    if kind == "month":
        is_sure = match[0] not in words.unsure and match[0] not in before
        return not is_sure and not (before & words.before_month and _has_month_case(letter, words))
    if kind == "time" and (match["sign"] or match["sign_only"]):
        # 'Vers 2 h 30', but 'pendant 2 h 30'
        return bool(before & words.before_no_hours)
    if kind == "time" and match["bare_hours"]:
        return not before & words.before_hours or bool(before & words.before_no_hours)
    if kind == "weekday":
        names_behind = match.string.startswith(words.after_no_weekday, match.end() + 1)
        return names_behind or bool(before & words.before_no_weekday)
    if kind == "year":
        year = int(match["year"])
        behind = _WORD_BEHIND.match(match.string, match.end())
        if year >= _FIRST_SURE_YEAR and year % _CENTURY:
            # 'The town has 2019 people', but 'in 2019 people voted' and '2019 prices'.
            return behind is not None and behind[1] in words.people and not before & words.before_year
        if behind is not None and behind[1].endswith(_PLURAL):
            # 'of 1482 people', 'in 1500 homes'
            return True
        return not before & words.before_year and (year < _FIRST_SURE_YEAR or behind is not None)
    return False


def _word_before(match: re.Match[str]) -> set[str]:
    """The word before a match, and the two words before it as one."""
    found = _LAST_WORDS.search(match.string[max(0, match.start() - _BEFORE) : match.start()])
    return {found[1], found[1].split()[-1]} if found else set()


def _has_month_case(letter: str, words: DateWords) -> bool:
    """English writes its months with a capital: 'in may' is none; 'en mayo' is one."""
    return letter.isupper() or not words.has_capital_months


def _iso(match: re.Match[str], _words: DateWords) -> Moment | None:
    return _day(int(match["iso_year"]), int(match["iso_month"]), int(match["iso_day"]))


def _numeric(match: re.Match[str], _words: DateWords) -> Moment | None:
    one, two, year = int(match["one"]), int(match["two"]), _year(match["numeric_year"])
    readings = [(month, day) for month, day in ((two, one), (one, two)) if is_day(year, month, day)]
    if not readings or (match["by"] == "-" and len(match["numeric_year"]) == 2):
        return None
    month, day = readings[0]
    return Moment("day", year, month, day, is_swappable=len(readings) == 2 and one != two)


def _han(match: re.Match[str], _words: DateWords) -> Moment | None:
    if match["han_only"]:
        return Moment("year", int(match["han_only"]))
    year = int(match["han_year"]) if match["han_year"] else None
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


def _time(match: re.Match[str], words: DateWords) -> Moment | None:
    if match["noon"]:
        return Moment("time", minute=0 if match["noon"] in words.midnight else _HALF_DAY * _HOUR)
    half = match["half"] or match["half_only"] or ""
    hour = int(match["hour"] or match["hour_only"])
    if half and not 1 <= hour <= _HALF_DAY:
        return None
    if half:
        hour = hour % _HALF_DAY + (_HALF_DAY if half.startswith("p") else 0)
    if match["daytime"]:
        hour = hour % _HALF_DAY + words.daytimes[match["daytime"].strip()]
    zone = (match["zone"] or "").replace("utc", "gmt")
    return Moment("time", minute=hour * _HOUR + int(match["minute"] or match["bare_minute"] or 0), zone=zone)


def _relative(match: re.Match[str], words: DateWords) -> Moment | None:
    unit, shift = words.relative[match["relative"]]
    return Moment(unit, shift=shift)


def _feast(match: re.Match[str], words: DateWords) -> Moment | None:
    return Moment("day", None, *words.feasts[match["feast"]])


def _named_decade(match: re.Match[str], words: DateWords) -> Moment | None:
    return Moment("decade", words.decades[match["named_decade"]])


def _of_weekday(match: re.Match[str], words: DateWords) -> Moment | None:
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


def _century(match: re.Match[str], _words: DateWords) -> Moment | None:
    roman = match["roman"] or match["roman_behind"]
    return Moment("century", (ROMANS.index(roman) if roman else int(match["hundred"]) - 1) * _CENTURY)


def _years(match: re.Match[str], _words: DateWords) -> Moment | None:
    first = int(match["from_year"])
    last = int(match["to_year"])
    last += first // _CENTURY * _CENTURY if last < _CENTURY else 0
    return Moment("years", first, day=last) if first < last else None


def _of_year(match: re.Match[str], _words: DateWords) -> Moment | None:
    return Moment("year", int(match["year"]))


_READERS: dict[str, Callable[[re.Match[str], DateWords], Moment | None]] = {
    "iso": _iso,
    "numeric": _numeric,
    "han": _han,
    "day_first": _day_first,
    "month_first": _month_first,
    "month_and_year": _month_and_year,
    "time": _time,
    "relative": _relative,
    "feast": _feast,
    "named_decade": _named_decade,
    "weekday": _of_weekday,
    "month": _month,
    "decade": _decade,
    "century": _century,
    "years": _years,
    "year": _of_year,
}
"""What reads a match of each group of the pattern; None for what cannot be one after all."""


def _day(year: int | None, month: int, day: int, weekday: int | None = None) -> Moment | None:
    if not is_day(year, month, day):
        return None
    return Moment("day", year, month, day, weekday)


def _weekday(word: str | None, words: DateWords) -> int | None:
    return words.weekdays[word.rstrip(".")] if word else None


def _year(figures: str) -> int:
    year = int(figures)
    if len(figures) > 2:
        return year
    return year + (1900 if year >= _FIRST_OF_SHORT_YEARS else 2000)


# ---------------------------------------------------------------- the article's own date

# A date line stands in one of the first paragraphs: alone, or so close to the beginning that only a place or 'Updated'
# comes before ('PARIS, March 6 (Reuters)', 'date 2022-03-06 Senior officials ...').
_FIRST_PARAGRAPHS = 4
_BEFORE_LINE = 30
# Characters of a paragraph that are looked at.
_LINE = 100


class DateLine(NamedTuple):
    """The date an article carries itself: its place, and the day where it is told in full."""

    paragraph: int
    dated: Dated
    day: date | None


def date_line(texts: Sequence[ReadText], lexicon: Lexicon) -> DateLine | None:
    """The date line of an article, of the texts of its paragraphs; none where there is none with a day in it."""
    for paragraph, text in enumerate(texts[:_FIRST_PARAGRAPHS]):
        found = dates(text.part(0, _LINE), lexicon)
        first = next((dated for dated in found if dated.moment.is_explicit and dated.moment.day), None)
        if first is None or not _is_line(text.text, first):
            continue
        moment = first.moment
        if moment.unit == "day" and moment.month is not None and moment.day is not None:
            is_sure = moment.year is not None and not moment.is_swappable
            day = date(moment.year, moment.month, moment.day) if is_sure and moment.year else None
            return DateLine(paragraph, first, day)
    return None


_WORD = re.compile(r"[^\W\d_]{2,}")
# Before a date line stands a place or a word such as 'Updated', and no sentence.
_MOST_WORDS_BEFORE = 4
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
# What parts a date line from the story: 'PARIS, March 6 (Reuters) - '.
_PARTING = re.compile(r" ?[-\u2013\u2014:|(/]")
_CAPITAL = re.compile(r"[^\w]*[^\W\d_a-z]")


def _is_line(text: str, dated: Dated) -> bool:
    """Whether a date stands alone in its paragraph, but for a few words, or is glued before the first sentence."""
    before, behind = text[: dated.start].strip(), text[dated.end :].removeprefix(")").rstrip()
    words = _WORD.findall(before)
    if len(before) > _BEFORE_LINE or len(words) > _MOST_WORDS_BEFORE:
        return False
    if not behind:
        return True
    is_parted = bool(_PARTING.match(behind))
    follows_sentence = bool(behind.startswith(" ") and _CAPITAL.match(behind)) and dated.moment.year is not None
    is_label = before.endswith((",", ":", "(", "|")) or all(word.isupper() for word in words)
    if is_label or _ISO.match(text, dated.start):
        return is_parted or follows_sentence
    return False
