"""The first day of two whose month stands once, behind the second.

from 26 to 28 November     26 November and 28 November
26-28 November             the same
from 30 to 28 November     28 November: a range has the earlier day first
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from diffing.ledger.dates.glosses import Dated
from diffing.ledger.dates.moments import is_day
from diffing.ledger.language.lexicon import lexicon
from diffing.ledger.language.trie_pattern import alternatives
from diffing.text.folding import FoldedText

# The characters before a day or a month in which another day is looked up: '26th through to the '.
_BEFORE = 24
# The units of a date behind a day, and behind two days.
_UNITS = ("day", "month")


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
