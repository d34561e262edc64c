"""Entries for the dates and times of two articles.

    since April 2019 / since April 2018       changed
    on 5 March / on 6 March, on Saturday      5 March changed, if no date line decides which Saturday it is
    on Saturday (03.05.2022) / on Saturday    no entry: one date, more or less exact

Dates that can be the same are not an entry, in whatever form they are written. The date lines of the two articles are
compared separately. A relative date ('on Friday') is first compared with an equal one, then by the date line.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from itertools import product
from typing import NamedTuple

from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.details import DateMeant, DatesMeant
from diffing.ledger.core.locations import Location, beside
from diffing.ledger.core.mentions import Mention, Swap, match
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import Side, sides
from diffing.ledger.dates.answers import is_answered
from diffing.ledger.dates.date_line import DateLine, date_line
from diffing.ledger.dates.extract import dates
from diffing.ledger.dates.glosses import Dated
from diffing.ledger.dates.loose_times import looseness
from diffing.ledger.dates.moments import Agreement, Moment, agreement
from diffing.ledger.dates.published import published_day
from diffing.ledger.dates.stamps import is_stamp
from diffing.model import Pair, Place
from diffing.text.reading import ReadText

# Two dates of one sentence that are farther apart, in characters, belong to two events.
_FAR = 60
# The same for two in one replacement: 'closed |on Monday|', 'closed |until Wednesday|' are of one event.
_NEAR = 12


class _Dates(NamedTuple):
    """The dates of an article by their places, and its date line; the date in the date line is not one of them.

    `published` is its day by the metadata of its file.
    """

    by_place: dict[Place, Dated]
    line: DateLine | None
    published: date | None

    @property
    def mentions(self) -> list[Mention]:
        """The dates as mentions, for the matching of both articles."""
        return [Mention(place, dated.moment, _sort(dated.moment)) for place, dated in self.by_place.items()]


def date_entries(context: LedgerContext) -> Iterator[Entry]:
    """Yield the entries of dates and times."""
    both = sides(context)
    own = both.map(_dates)
    yield from _date_line_entries(own)
    lines = (_day(own.left), _day(own.right))
    matched = match(own.map(lambda side: side.mentions), context.correspondence)
    used = Pair({swap.left.place for swap in matched.kept}, {swap.right.place for swap in matched.kept})
    rest = Pair(list(matched.gone), list(matched.new))
    moments = own.map(lambda side: {dated.moment for dated in side.by_place.values()})
    for swap in matched.changed:
        relation = agreement(_moment(swap.left), _moment(swap.right), lines)
        in_place = context.correspondence.is_replaced(swap.left.place, swap.right.place)
        is_exact = in_place and context.correspondence.is_exact_replacement(swap.left.place, swap.right.place)
        if relation is Agreement.DIFFERENT and not is_exact and _are_of_two_events(swap, moments, context, in_place):
            rest.left.extend([swap.left] if swap.left.key not in moments.right else [])
            rest.right.extend([swap.right] if swap.right.key not in moments.left else [])
            continue
        used.left.add(swap.left.place)
        used.right.add(swap.right.place)
        if relation is Agreement.DIFFERENT and swap.left.sort == "time":
            places, told = Pair(swap.left.place, swap.right.place), Pair(_moment(swap.left), _moment(swap.right))
            relation = _OF_LOOSE[looseness(places, told, both)]
        if relation is Agreement.DIFFERENT:
            yield _entry(Change.CHANGED, swap, beside(in_place))
        elif relation is Agreement.LESS_EXACT:
            yield _entry(Change.ROUNDED, swap, beside(in_place))
    for side, dated, unmatched, present in zip(both, own, rest, _present(rest, own, used, lines), strict=True):
        said = set[Moment]()
        for mention in unmatched:
            is_kept = mention.place in present or dated.by_place[mention.place].weak or side.is_equal(mention.place)
            # A day that stands under each picture of a page is one fact.
            is_said = _moment(mention).year is not None and _moment(mention) in said
            there = (side.other_texts[at] for at in side.opposite(mention.place))
            if not (
                is_kept or is_said or is_answered(_moment(mention), mention.place.words(side.own), there, side.language)
            ):
                said.add(_moment(mention))
                meant = _meant(_moment(mention))
                detail = DatesMeant(meant, None) if side.is_left else DatesMeant(None, meant)
                yield side.entry(Subject.DATE, (mention.place,), Location.NOWHERE, detail)


# How two times agree that are near each other, by how many of them are loose.
_OF_LOOSE = (Agreement.DIFFERENT, Agreement.LESS_EXACT, Agreement.SAME)


def _are_of_two_events(swap: Swap, moments: Pair[set[Moment]], context: LedgerContext, in_place: bool) -> bool:
    """Return whether two dates of a sentence belong to two events: far apart, or one is also in the other article.

    In each other's place, the earlier day stands in the update too: 'it struck on Monday' > 'the toll rose on Tuesday'.
    A year of both articles has nothing to do with another one: 'young people of the 1980s, and those of the 1990s'.
    """
    distance = context.correspondence.distance(swap.left.place, swap.right.place)
    if in_place:
        is_known = swap.left.key in moments.right or (swap.left.sort == "long" and swap.right.key in moments.left)
        return is_known and distance > _NEAR
    is_far = distance > _FAR
    return is_far or swap.left.key in moments.right or swap.right.key in moments.left


def _dates(side: Side) -> _Dates:
    """Return the dates of a side's story, and the date line of its article."""
    line = date_line(side.texts, partial(side.extract, dates))
    if line and side.story and line.paragraph < side.story[0]:
        # A date above the story is that of the page, or of the visit to it.
        line = None
    own = Place(line.paragraph, line.dated.start, line.dated.end) if line else None
    by_place = {
        Place(index, dated.start, dated.end): dated
        for index in side.story
        if not (line and index == line.paragraph and _is_only_dates(side, side.texts[index]))
        for dated in _told_dates(side, side.texts[index])
    }
    return _Dates(
        {place: dated for place, dated in by_place.items() if place != own}, line, published_day(side.own.metadata)
    )


def _told_dates(side: Side, text: ReadText) -> tuple[Dated, ...]:
    """Return the dates of a paragraph; none of a stamp, which says when the article was changed."""
    return () if side.extract(is_stamp, text) else side.extract(dates, text)


def _is_only_dates(side: Side, text: ReadText) -> bool:
    """Return whether a paragraph has no words besides its dates: 'Monday 12 May 2031 18:05' is the day of the page."""
    end, outside = 0, ""
    for one in side.extract(dates, text):
        outside += text.text[end : one.start]
        end = one.end
    return not any(map(str.isalnum, outside + text.text[end:]))


def _date_line_entries(own: Pair[_Dates]) -> Iterator[Entry]:
    """Yield the entry of the date lines, if they differ."""
    left, right = own.left.line, own.right.line
    if left is None or right is None or agreement(left.dated.moment, right.dated.moment) is not Agreement.DIFFERENT:
        return
    places = [Place(line.paragraph, line.dated.start, line.dated.end) for line in (left, right)]
    detail = DatesMeant(_meant(left.dated.moment), _meant(right.dated.moment))
    yield Entry(Subject.DATE, Change.CHANGED, (places[0],), (places[1],), Location.DATE_LINES, detail)


def _day(side: _Dates) -> date | None:
    """Return the day in the date line of an article, or without one that of its file; None if it is not sure."""
    return side.line.day if side.line else side.published


def _moment(mention: Mention) -> Moment:
    """Return the moment of a mention: its key, with its type."""
    assert isinstance(mention.key, Moment)
    return mention.key


def _sort(moment: Moment) -> str:
    """Return the sort of a moment: one date can replace another only if their sorts are equal."""
    if moment.minute is not None:
        return "time"
    if moment.weekday is not None or moment.unit in ("day", "night"):
        return "day"
    return "long" if moment.is_explicit else "from now"


def _entry(change: Change, swap: Swap, location: Location) -> Entry:
    """Return the entry of a date and its replacement."""
    detail = DatesMeant(_meant(_moment(swap.left)), _meant(_moment(swap.right)))
    return Entry(Subject.DATE, change, (swap.left.place,), (swap.right.place,), location, detail)


def _meant(moment: Moment) -> DateMeant:
    """Return the detail of an entry that states a moment."""
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


# Greatest number of pairs for which unmatched dates are compared with all dates of the other article: about 200 ms.
_MOST_PAIRS = 50_000


def _present(
    rest: Pair[list[Mention]],
    own: Pair[_Dates],
    used: Pair[set[Place]],
    lines: tuple[date | None, date | None],
) -> Pair[set[Place]]:
    """Return the places of the unmatched mentions whose dates the other article has elsewhere.

    `used` are the places that already have a counterpart. A full date there may still match further, less exact dates;
    a relative date may not.
    """
    left, right = (
        {
            mention.place
            for mention, place in _candidates(unmatched, other)
            if _is_present_in(mention, other.by_place[place], place not in taken, own_lines)
        }
        for unmatched, other, taken, own_lines in (
            (rest.left, own.right, used.right, lines),
            (rest.right, own.left, used.left, lines[::-1]),
        )
    )
    return Pair(left, right)


def _candidates(rest: list[Mention], other: _Dates) -> Iterable[tuple[Mention, Place]]:
    """Return each unmatched mention with each place of the other article, none if there are too many pairs."""
    return product(rest, other.by_place) if len(rest) * len(other.by_place) <= _MOST_PAIRS else ()


def _is_present_in(mention: Mention, other: Dated, is_free: bool, lines: tuple[date | None, date | None]) -> bool:
    """Return whether a date of the other article states a mentioned date.

    `is_free` is true if the other date has no counterpart yet; one with a counterpart must not be less exact.
    """
    moment = _moment(mention)
    relation = agreement(moment, other.moment, lines)
    if relation is Agreement.UNKNOWN and moment.weekday is not None and moment.weekday == other.moment.weekday:
        # 'On Thursday' has no day beside 'on Thursday (20 October)', but it is there.
        return True
    if relation is Agreement.SAME and moment.is_explicit and other.moment.is_explicit:
        return True
    if relation is Agreement.LESS_EXACT and moment.is_explicit and other.moment.is_explicit:
        return is_free or _exactness(other.moment) >= _exactness(moment)
    return relation in (Agreement.SAME, Agreement.LESS_EXACT) and is_free


def _exactness(moment: Moment) -> int:
    """Return how many of year, month and day a moment states."""
    return sum(part is not None for part in (moment.year, moment.month, moment.day))
