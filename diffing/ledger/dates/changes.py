"""What became of the dates and times of two articles.

    since April 2019 / since April 2018       changed
    on 5 March / on 6 March, on Saturday      5 March changed, where no date line says which Saturday
    on Saturday (03.05.2022) / on Saturday    03.05.2022 gone: the weekday is kept, and answers only itself

Dates that can be the same are no entry, however they are told. The articles' own date lines are an entry by
themselves, and what is told from them ('on Friday') is compared in its own words first.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import product
from typing import NamedTuple

from diffing.ledger.core.context import Material
from diffing.ledger.core.details import DateMeant, DatesMeant
from diffing.ledger.core.locations import Location, beside
from diffing.ledger.core.mentions import Mention, Swap, match
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import Side, sides
from diffing.ledger.dates.extract import Dated, DateLine, date_line, dates
from diffing.ledger.dates.moments import Agreement, Moment, agreement
from diffing.model import Pair, Place

# In a long sentence two dates so far apart, in characters, are of two things.
_FAR = 60


class _Dates(NamedTuple):
    """The dates of an article: what is told of each by its place, and the article's own."""

    told: dict[Place, Dated]
    line: DateLine | None

    @property
    def mentions(self) -> list[Mention]:
        return [Mention(place, dated.moment, _sort(dated.moment)) for place, dated in self.told.items()]


def date_entries(material: Material) -> Iterator[Entry]:
    """The entries of dates and times."""
    both = sides(material)
    own = both.map(_dates)
    yield from _of_lines(own)
    lines = (_day(own.left), _day(own.right))
    matched = match(own.map(lambda side: side.mentions), material.correspondence)
    used = Pair({swap.left.place for swap in matched.kept}, {swap.right.place for swap in matched.kept})
    rest = Pair(list(matched.gone), list(matched.new))
    said = own.map(lambda side: {dated.moment for dated in side.told.values()})
    for swap in matched.changed:
        found = agreement(_moment(swap.left), _moment(swap.right), lines)
        in_place = material.correspondence.is_replaced(swap.left.place, swap.right.place)
        if found is Agreement.DIFFERENT and not in_place and _is_of_another(swap, said, material):
            rest.left.extend([swap.left] if swap.left.key not in said.right else [])
            rest.right.extend([swap.right] if swap.right.key not in said.left else [])
            continue
        used.left.add(swap.left.place)
        used.right.add(swap.right.place)
        if found is Agreement.DIFFERENT:
            yield _entry(Change.CHANGED, swap, beside(in_place))
        elif found is Agreement.LESS_EXACT:
            yield _entry(Change.ROUNDED, swap, beside(in_place))
    for side, dated, alone, answered in zip(both, own, rest, _answered(rest, own, used, lines), strict=True):
        for mention in alone:
            is_kept = mention.place in answered or dated.told[mention.place].weak or side.is_equal(mention.place)
            if not is_kept:
                meant = _meant(_moment(mention))
                detail = DatesMeant(meant, None) if side.is_left else DatesMeant(None, meant)
                yield side.entry(Subject.DATE, (mention.place,), Location.NOWHERE, detail)


def _is_of_another(swap: Swap, said: Pair[set[Moment]], material: Material) -> bool:
    """Whether two dates of one sentence that differ are of two things: far apart, or told elsewhere too."""
    is_far = material.correspondence.distance(swap.left.place, swap.right.place) > _FAR
    return is_far or swap.left.key in said.right or swap.right.key in said.left


def _dates(side: Side) -> _Dates:
    line = date_line(side.texts, side.lexicon)
    own = Place(line.paragraph, line.dated.start, line.dated.end) if line else None
    told = {
        Place(index, dated.start, dated.end): dated
        for index in side.story
        for dated in side.extract(dates, side.texts[index])
    }
    return _Dates({place: dated for place, dated in told.items() if place != own}, line)


def _of_lines(own: Pair[_Dates]) -> Iterator[Entry]:
    left, right = own.left.line, own.right.line
    if left is None or right is None or agreement(left.dated.moment, right.dated.moment) is not Agreement.DIFFERENT:
        return
    places = [Place(line.paragraph, line.dated.start, line.dated.end) for line in (left, right)]
    detail = DatesMeant(_meant(left.dated.moment), _meant(right.dated.moment))
    yield Entry(Subject.DATE, Change.CHANGED, (places[0],), (places[1],), Location.DATE_LINES, detail)


def _day(side: _Dates) -> date | None:
    return side.line.day if side.line else None


def _moment(mention: Mention) -> Moment:
    assert isinstance(mention.key, Moment)
    return mention.key


def _sort(moment: Moment) -> str:
    """What can stand in another's place: a time of day is not replaced by a year."""
    if moment.minute is not None:
        return "time"
    if moment.weekday is not None or moment.unit in ("day", "night"):
        return "day"
    return "long" if moment.is_explicit else "from now"


def _entry(change: Change, swap: Swap, location: Location) -> Entry:
    detail = DatesMeant(_meant(_moment(swap.left)), _meant(_moment(swap.right)))
    return Entry(Subject.DATE, change, (swap.left.place,), (swap.right.place,), location, detail)


def _meant(moment: Moment) -> DateMeant:
    return DateMeant(
        moment.unit,
        moment.year,
        moment.month,
        moment.day,
        moment.weekday,
        moment.shift,
        moment.minute,
        moment.zone,
    )


# Dates without counterpart are held against all of the other article up to so many pairs, some 200 ms' worth.
_MOST_PAIRS = 50_000


def _answered(
    rest: Pair[list[Mention]],
    own: Pair[_Dates],
    used: Pair[set[Place]],
    lines: tuple[date | None, date | None],
) -> Pair[set[Place]]:
    """Of the mentions that found nothing in their place, those that the other article tells somewhere after all.

    A full date answers any number that say less of it; a date told from now none if it has its own counterpart.
    """
    left, right = (
        {
            mention.place
            for mention, place in _candidates(alone, other)
            if _answers(mention, other.told[place], place not in taken, own_lines)
        }
        for alone, other, taken, own_lines in (
            (rest.left, own.right, used.right, lines),
            (rest.right, own.left, used.left, lines[::-1]),
        )
    )
    return Pair(left, right)


def _candidates(rest: list[Mention], other: _Dates) -> Iterable[tuple[Mention, Place]]:
    return product(rest, other.told) if len(rest) * len(other.told) <= _MOST_PAIRS else ()


def _answers(mention: Mention, other: Dated, is_free: bool, lines: tuple[date | None, date | None]) -> bool:
    """Whether another article's date tells this one; where it has a counterpart, only if it says no less."""
    moment = _moment(mention)
    found = agreement(moment, other.moment, lines)
    if found is Agreement.SAME and moment.is_explicit and other.moment.is_explicit:
        return True
    if found is Agreement.LESS_EXACT and moment.is_explicit and other.moment.is_explicit:
        return is_free or _exactness(other.moment) >= _exactness(moment)
    return found in (Agreement.SAME, Agreement.LESS_EXACT) and is_free


def _exactness(moment: Moment) -> int:
    return sum(part is not None for part in (moment.year, moment.month, moment.day))
