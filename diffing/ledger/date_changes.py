"""What became of the dates and times of two articles.

    since April 2019 / since April 2018       changed
    on 5 March / on 6 March, on Saturday      5 March changed, where no date line says which Saturday
    on Saturday (03.05.2022) / on Saturday    03.05.2022 gone: the weekday is kept, and answers only itself

Dates that can be the same are no entry, however they are told. The articles' own date lines are an entry by
themselves, and what is told from them ('on Friday') is compared in its own words first.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from diffing.ledger.dates import Dated, DateLine, date_line, dates
from diffing.ledger.entries import Change, Entry, Place, Subject
from diffing.ledger.material import Material
from diffing.ledger.mentions import Mention, Swap, match
from diffing.ledger.moments import Agreement, Moment, agreement
from diffing.ledger.story import story_paragraphs
from diffing.model import Pair

IN_PLACE = "in the same place"
IN_SENTENCE = "in the same sentence"
NOWHERE = "nowhere else in the article"
# In a long sentence two dates so far apart, in characters, are of two things.
_FAR = 60


class _Side(NamedTuple):
    """The dates of an article: what is told of each by its place, and the article's own."""

    told: dict[Place, Dated]
    line: DateLine | None

    @property
    def mentions(self) -> list[Mention]:
        return [Mention(place, dated.moment, _sort(dated.moment)) for place, dated in self.told.items()]


def date_entries(material: Material) -> Iterator[Entry]:
    """The entries of dates and times."""
    sides = Pair(_side(material, "left"), _side(material, "right"))
    yield from _of_lines(sides)
    lines = (_day(sides.left), _day(sides.right))
    correspondence = material.correspondence
    matched = match(sides.map(lambda side: side.mentions), correspondence)
    used: Pair[set[Place]] = Pair(
        {swap.left.place for swap in matched.kept}, {swap.right.place for swap in matched.kept}
    )
    said = sides.map(lambda side: {dated.moment for dated in side.told.values()})
    rest = Pair(list(matched.gone), list(matched.new))
    for swap in matched.changed:
        found = agreement(_moment(swap.left), _moment(swap.right), lines)
        in_place = correspondence.is_replaced(swap.left.place, swap.right.place)
        is_far = correspondence.distance(swap.left.place, swap.right.place) > _FAR
        is_elsewhere = swap.left.key in said.right or swap.right.key in said.left
        if found is Agreement.DIFFERENT and (is_elsewhere or is_far) and not in_place:
            if swap.left.key not in said.right:
                rest.left.append(swap.left)
            if swap.right.key not in said.left:
                rest.right.append(swap.right)
            continue
        used.left.add(swap.left.place)
        used.right.add(swap.right.place)
        if found is Agreement.DIFFERENT:
            yield _entry(Change.CHANGED, swap, IN_PLACE if in_place else IN_SENTENCE)
        elif found is Agreement.LESS_EXACT:
            yield _entry(Change.ROUNDED, swap, IN_PLACE if in_place else IN_SENTENCE, "one tells it less exactly")
    answered = _answered(rest, sides, used, lines)
    for mention in rest.left:
        is_kept = mention.place in answered.left or correspondence.is_said(mention.place, "left")
        if not is_kept and not sides.left.told[mention.place].weak:
            yield Entry(Subject.DATE, Change.GONE, (mention.place,), (), NOWHERE)
    for mention in rest.right:
        is_kept = mention.place in answered.right or correspondence.is_said(mention.place, "right")
        if not is_kept and not sides.right.told[mention.place].weak:
            yield Entry(Subject.DATE, Change.NEW, (), (mention.place,), NOWHERE)


def _side(material: Material, name: str) -> _Side:
    article, lexicon = getattr(material.articles, name), getattr(material.lexicons, name)
    line = date_line([paragraph.text for paragraph in article.paragraphs], lexicon)
    own = Place(line.paragraph, line.dated.start, line.dated.end) if line else None
    told = {
        Place(index, dated.start, dated.end): dated
        for index in getattr(story_paragraphs(material.comparison), name)
        for dated in dates(article.paragraphs[index].text, lexicon)
    }
    return _Side({place: dated for place, dated in told.items() if place != own}, line)


def _of_lines(sides: Pair[_Side]) -> Iterator[Entry]:
    left, right = sides.left.line, sides.right.line
    if left is None or right is None or agreement(left.dated.moment, right.dated.moment) is not Agreement.DIFFERENT:
        return
    places = [Place(line.paragraph, line.dated.start, line.dated.end) for line in (left, right)]
    yield Entry(Subject.DATE, Change.CHANGED, (places[0],), (places[1],), "date lines", "the dates the articles carry")


def _day(side: _Side) -> date | None:
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


def _entry(change: Change, swap: Swap, found: str, note: str = "") -> Entry:
    return Entry(Subject.DATE, change, (swap.left.place,), (swap.right.place,), found, note)


def _answered(
    rest: Pair[list[Mention]],
    sides: Pair[_Side],
    used: Pair[set[Place]],
    lines: tuple[date | None, date | None],
) -> Pair[set[Place]]:
    """Of the mentions that found nothing in their place, those that the other article tells somewhere after all.

    A full date answers any number that say less of it; a date told from now answers only one.
    """
    answered: Pair[set[Place]] = Pair(set(), set())
    told = sides.map(lambda side: [(place, dated.moment) for place, dated in side.told.items()])
    for mention in rest.left:
        for place, moment in told.right:
            if _answers(_moment(mention), moment, place in used.right, lines):
                answered.left.add(mention.place)
                answered.right.add(place)
                break
    for mention in rest.right:
        for place, moment in told.left:
            if _answers(_moment(mention), moment, place in used.left, (lines[1], lines[0])):
                answered.right.add(mention.place)
                answered.left.add(place)
                break
    return answered


def _answers(moment: Moment, other: Moment, is_used: bool, lines: tuple[date | None, date | None]) -> bool:
    """Whether another article's date tells this one."""
    found = agreement(moment, other, lines)
    if moment.is_explicit and other.is_explicit:
        more = _exactness(other) >= _exactness(moment)
        return found is Agreement.SAME or (found is Agreement.LESS_EXACT and (more or not is_used))
    return found in (Agreement.SAME, Agreement.LESS_EXACT) and not is_used


def _exactness(moment: Moment) -> int:
    return sum(part is not None for part in (moment.year, moment.month, moment.day))
