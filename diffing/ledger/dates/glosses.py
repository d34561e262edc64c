"""A weekday and what says which one it is are one date: a date in brackets, or a week.

on Saturday (03.05.2022)     5 March 2022: the third of May was a Tuesday
on Friday (03.05.2022)       two dates, for neither reading is a Friday
na sexta-feira (6)           Friday the sixth, as newspapers of Brazil write it
Tuesday of last week         last Tuesday
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from diffing.ledger.dates.moments import Moment, weekday_of
from diffing.patterns import lazy_pattern

# What may stand between both.
_BRACKETS = frozenset((" (", "\xa0(", ", ("))
# What may stand between a weekday and its week: 'of', 'de la', 'на'. No mark parts them.
_JOINT = lazy_pattern(r"(?: [^\W\d_]{1,5}){0,2} ")
_NEAR_WEEKS = (-1, 0, 1)
# The day of the month behind a weekday: 'terça-feira (6)', 'terça-feira, 6,'.
_DAY_BEHIND = lazy_pattern(r"[ \xa0]\(([1-9]|[12]\d|3[01])\)|, ([1-9]|[12]\d|3[01])(?=,)")


class Dated(NamedTuple):
    """A date or time at `start`..`end` of a text, in code points; `weak` is true if it may be lost without an entry."""

    start: int
    end: int
    moment: Moment
    weak: bool = False


def with_glosses(found: Iterable[Dated], text: str) -> Iterator[Dated]:
    """Yield the dates with a weekday and the date in brackets behind it as one: 'on Saturday (03.05.2022)'."""
    last: Dated | None = None
    for one in (_with_day(dated, text) for dated in found):
        whole = _glossed(last, one, text) if last is not None else None
        if last is not None and whole is None:
            yield last
        last = whole or one
    if last is not None:
        yield last


def _with_day(name: Dated, text: str) -> Dated:
    """Return a weekday with the day of the month behind it, others as they are."""
    if name.moment.weekday is None or name.moment.is_explicit or name.moment.day is not None:
        return name
    behind = _DAY_BEHIND.match(text, name.end)
    if behind is None:
        return name
    return Dated(name.start, behind.end(), name.moment._replace(day=int(behind[1] or behind[2])), name.weak)


def _glossed(name: Dated, gloss: Dated, text: str) -> Dated | None:
    """Return a weekday with the date in brackets behind it, which may be its day; None for others."""
    weekday, stated = name.moment.weekday, gloss.moment
    if weekday is not None and stated.unit == "week" and stated.shift in _NEAR_WEEKS:
        is_joined = _JOINT.fullmatch(text, name.end, gloss.start) is not None and not name.moment.is_explicit
        moment = name.moment._replace(shift=stated.shift or None)
        return Dated(name.start, gloss.end, moment) if is_joined else None
    if weekday is None or name.moment.is_explicit or text[name.end : gloss.start] not in _BRACKETS:
        return None
    if stated.unit != "day" or stated.month is None or stated.day is None or text[gloss.end : gloss.end + 1] != ")":
        return None
    readings = [stated, stated._replace(month=stated.day, day=stated.month)] if stated.is_swappable else [stated]
    own = [one for one in readings if stated.weekday in (None, weekday) and weekday_of(one) in (None, weekday)]
    if not own:
        return None
    moment = own[0]._replace(weekday=weekday, is_swappable=len(own) > 1)
    return Dated(name.start, gloss.end + 1, moment)
