"""Two days whose month stands once, behind the second or before the first.

from 26 to 28 November     26 November and 28 November
26-28 November             the same
November 26 to 28, 2019    the same, of 2019
from 30 to 28 November     28 November: a range has the earlier day first
November 26 to 28 people   26 November: the 28 count something
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from diffing.ledger.dates.glosses import Dated
from diffing.ledger.dates.moments import is_day
from diffing.ledger.language.lexicon import lexicon
from diffing.ledger.language.trie_pattern import alternatives
from diffing.patterns import lazy_pattern
from diffing.text.folding import FoldedText
from diffing.text.function_words import FUNCTION_WORDS

# The characters before a day or a month in which another day is looked up: '26th through to the '.
_BEFORE = 24
# The units of a date behind a day, and behind two days.
_UNITS = ("day", "month")
# The word behind a day, '' before a mark or the end.
_BEHIND_DAY = lazy_pattern(r"(?:$|[;:!?)\"]|[.,](?!\d)| ([^\W\d_]+)(?![.\w]))")


def with_first_days(found: Iterable[Dated], text: FoldedText, language: str) -> Iterator[Dated]:
    """Yield the dates, and before a day the one that has no month of its own: '26' of 'from 26 to 28 November'."""
    patterns = _patterns(language)
    for one in found:
        match = None
        if patterns is not None and one.moment.month is not None and one.moment.unit in _UNITS:
            pattern = patterns[_UNITS.index(one.moment.unit)]
            at = text.at(one.start)
            match = pattern.search(text.text, max(0, at - _BEFORE), at)
        yield from (one,) if match is None else _days(match, one, text)


def _days(match: re.Match[str], one: Dated, text: FoldedText) -> Iterator[Dated]:
    """Yield two days of which the second is a date or stands before a month; the date alone if they are no range."""
    places = [text.place(0, *match.span(name)) for name in match.groupdict()]
    days = [int(figure) for figure in match.groupdict().values()]
    last = one
    if len(days) > 1:
        last = Dated(places[1].start, one.end, one.moment._replace(unit="day", day=days[1]), one.weak)
    year, month, day = last.moment.year, last.moment.month, last.moment.day
    if (
        month is None
        or day is None
        or not (is_day(year, month, days[0]) and is_day(year, month, day) and days[0] < day)
    ):
        yield one
        return
    first = last.moment._replace(day=days[0], weekday=None)
    yield Dated(places[0].start, places[0].end, first, one.weak)
    yield last


def with_last_days(found: Iterable[Dated], text: FoldedText, language: str) -> Iterator[Dated]:
    """Yield the dates, and behind a month with its day the day that has no month: '28' of 'November 26 to 28'."""
    patterns = _patterns_behind(language)
    for one in found:
        match = None
        if patterns is not None and one.moment.month is not None and one.moment.unit in _UNITS:
            at = text.at(one.end)
            if one.moment.unit != "day" or _ends_with_day(one, text.text[text.at(one.start) : at]):
                match = patterns[_UNITS.index(one.moment.unit)].match(text.text, at)
        behind = match and _BEHIND_DAY.match(text.text, match.end())
        if match is None or behind is None or not (behind[1] is None or behind[1] in FUNCTION_WORDS):
            yield one
        else:
            yield from _days_behind(match, one, text)


def _ends_with_day(one: Dated, shown: str) -> bool:
    """Return whether a date has a month in letters and then the day: 'November 26', but not '26 November'."""
    figure = re.search(r"(?<!\d)\d{1,2}$", shown)
    return figure is not None and int(figure[0]) == one.moment.day and any(map(str.isalpha, shown))


def _days_behind(match: re.Match[str], one: Dated, text: FoldedText) -> Iterator[Dated]:
    """Yield two days of which the first is a date or stands behind a month; the date alone if they are no range."""
    groups = match.groupdict()
    year = int(groups["year"]) if groups["year"] else one.moment.year
    month, day, last = one.moment.month, int(groups.get("first") or one.moment.day or 0), int(groups["last"])
    if month is None or not (is_day(year, month, day) and is_day(year, month, last) and day < last):
        yield one
        return
    first = one.moment._replace(unit="day", year=year, day=day)
    end = text.place(0, *match.span("first")).end if "first" in groups else one.end
    yield Dated(one.start, end, first, one.weak)
    _, start, end = text.place(0, *match.span("last"))
    yield Dated(start, end, first._replace(day=last, weekday=None), one.weak)


@cache
def _patterns_behind(language: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """Return the patterns of a day behind a day, and of two days behind their month; None without words for it."""
    table = lexicon(language).get("dates", {})
    if not table.get("next_day"):
        return None
    the, ordinal = (f"(?:{alternatives(table.get(name, ()))})?" for name in ("the", "ordinal_endings"))
    last = rf"(?P<last>\d{{1,2}}){ordinal}(?:, (?P<year>\d{{4}}))?(?!\w)"
    by_words = rf"{ordinal}(?: {alternatives(table['next_day'])} (?:{the} )?| ?- ?){last}"
    by_dash = rf" (?P<first>\d{{1,2}}){ordinal} ?- ?{last}"
    return re.compile(by_words), re.compile(by_dash)


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """Return the patterns of a day before another one, and of two days before their month; None without words for it.

    A figure with a sign or another figure joined to it is no day.
    """
    table = lexicon(language).get("dates", {})
    if not table.get("next_day"):
        return None
    the, of, ordinal = (f"(?:{alternatives(table.get(name, ()))})?" for name in ("the", "of", "ordinal_endings"))
    first = rf"(?<![\w.,:/$€£-])(?P<first>\d{{1,2}}){ordinal}"
    by_words = rf"{first}(?: {alternatives(table['next_day'])} (?:{the} )?| ?- ?)$"
    by_dash = rf"{first} ?[-/] ?(?P<last>\d{{1,2}}){ordinal} (?:{of} )?$"
    return re.compile(by_words), re.compile(by_dash)
