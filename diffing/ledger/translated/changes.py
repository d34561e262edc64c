"""Numbers, dates and countries that differ in sentences that stand for each other.

    left   El Gobierno destinará 12,5 millones de euros.        12,5 millones -> 21.5 million
    right  The government will spend 21.5 million euros.

A number that the other paragraph has, in whatever form, is no difference. A number that only one side has is one only
if it is written in figures, long enough not to be written in other words, and nowhere in the other article.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from fractions import Fraction
from typing import NamedTuple

from diffing.ledger.core.details import DateMeant, DatesMeant
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.translated.facts import DATE_MARKS, PLACE_MARKS, Facts, Named, places
from diffing.ledger.translated.pairing import is_sure, pairs_of
from diffing.ledger.translated.roundings import is_rounding
from diffing.ledger.translated.sameness import is_explained, is_written_year
from diffing.model import Article, Op, Pair, Place, Row
from diffing.translation.mentions import Number, NumberMention

LEAST_TELLING = 10
"""Numbers below are in too many texts to say that two belong together."""
# Numbers below may stand in words that are no number words: a dozen, twice, both.
_LEAST_ALONE = 13
# One that a text lacks may be what was exchanged for another.
_LEAST_LACKING = 2


class Bead(NamedTuple):
    """Sentences that stand for each other: their ranges in the texts of a row."""

    left: range
    right: range


def beads_of(row: Row) -> Iterator[Bead]:
    """Yield the linked sentences of a translated row."""
    left = right = 0
    for span in row.spans:
        if span.op is Op.TRANSLATED:
            yield Bead(range(left, left + len(span.left)), range(right, right + len(span.right)))
        left += len(span.left)
        right += len(span.right)


def changed_facts(
    row: Row,
    facts: Pair[Facts],
    articles: Pair[Article],
    anywhere: Pair[Set[Number]],
    signs: Pair[Mapping[str, int]],
    languages: Pair[str],
) -> Iterator[Entry]:
    """Yield the entries of numbers, dates and countries of a row.

    `anywhere` are all numbers of each article, `signs` those of its words.
    """
    lone = Pair(_lone_numbers(facts.left, facts.right), _lone_numbers(facts.right, facts.left))
    named = Pair(_lone_named(facts.left, facts.right), _lone_named(facts.right, facts.left))
    kinds = DATE_MARKS if are_of_two_statements(facts) else DATE_MARKS + PLACE_MARKS
    for bead in beads_of(row):
        own = [mention for mention in lone.left if mention.start in bead.left]
        other = [mention for mention in lone.right if mention.start in bead.right]
        for one, counterpart in pairs_of(own, other, facts, signs):
            left, right = facts.left.with_month(one), facts.right.with_month(counterpart)
            if left is None or right is None:
                left, right = (one.start, one.end), (counterpart.start, counterpart.end)
            at = Pair(places(articles.left, row.left, *left), places(articles.right, row.right, *right))
            yield _number_entry(one, counterpart, facts, at, languages)
        if not (own and other):
            yield from _alone(own, anywhere.right, articles.left, row.left, is_left=True)
            yield from _alone(other, anywhere.left, articles.right, row.right, is_left=False)
        for kind in kinds:
            here, there = _exchanged(kind, bead, named, facts)
            if len({word.concept for word in here}) == len({word.concept for word in there}) == 1:
                at = Pair(
                    places(articles.left, row.left, here[0].start, here[0].end),
                    places(articles.right, row.right, there[0].start, there[0].end),
                )
                yield _named_entry(here[0], there[0], at)


def are_of_two_statements(facts: Pair[Facts]) -> bool:
    """Return whether one of two texts has as much to itself as they have in common, or more.

    Numbers from three up, months, weekdays and countries count: at least two that stand for none of their kind in the
    other text, while both have no more, and no number from ten up. Two reports of one event have such sentences: 'felt
    in Damascus', 'felt in Cairo and all of Italy, 90 km from the border'.
    """
    common, left = _common_and_lone(facts.left, facts.right)
    _, right = _common_and_lone(facts.right, facts.left)
    if any(isinstance(value, Fraction) and value >= LEAST_TELLING for value in common):
        return False
    unanswered = max((left - right).total(), (right - left).total())
    return unanswered >= max(_LEAST_LACKING, len(common))


def _common_and_lone(here: Facts, there: Facts) -> tuple[set[Number], Counter[str]]:
    """Return the numbers and concepts of a text that the other text has too, and how many of each kind it lacks."""
    values = {number.value for number in here.numbers if is_sure(number)}
    concepts: set[Number] = {word.concept for word in here.named}
    lone = {number.value for number in _lone_numbers(here, there)} & values
    lone_concepts = {word.concept for word in _lone_named(here, there)}
    kinds = Counter(concept[0] for concept in lone_concepts)
    kinds["number"] = len(lone)
    return (values - lone) | (concepts - lone_concepts), kinds


def _exchanged(kind: str, bead: Bead, lone: Pair[list[Named]], facts: Pair[Facts]) -> Pair[list[Named]]:
    """Return the words of a kind in two sentences that the other text lacks; of one side, those the sentence lacks.

    Each weekday may be said again in the next sentence: of 'on Monday' and 'el martes', one is enough.
    """
    here, there = (
        [word for word in side if word.concept[0] == kind and word.start in sentences]
        for side, sentences in zip(lone, bead, strict=True)
    )
    if bool(here) == bool(there):
        return Pair(here, there)
    own, other = (
        [word for word in side.named if word.concept[0] == kind and word.start in sentences]
        for side, sentences in zip(facts, bead, strict=True)
    )
    said = Pair({word.concept for word in own}, {word.concept for word in other})
    return Pair(
        here or [word for word in own if word.concept not in said.right],
        there or [word for word in other if word.concept not in said.left],
    )


def _lone_numbers(here: Facts, there: Facts) -> list[NumberMention]:
    """Return the numbers that the other text lacks; of a day of a month that it has with days, those days count."""
    days = {(there.month_beside(number), number.value) for number in there.numbers}
    months = {month for month, _ in days if month}

    # From the 8th to the 9th of May: the month may stand too far from the first day.
    apart = {number.value for number in there.numbers if number.is_figure and not there.month_beside(number)}

    def is_there(number: NumberMention) -> bool:
        month = here.month_beside(number)
        if month in months:
            return (month, number.value) in days or number.value in apart
        return is_explained(number, here, there)

    return [number for number in here.numbers if not is_there(number)]


def _lone_named(here: Facts, there: Facts) -> list[Named]:
    """Return the months, weekdays and countries that the other text lacks; so is a month whose day has another one."""
    months = there.months_of_days()
    other_months = set[Named]()
    for day, words in here.months_of_days().items():
        theirs = {word.concept for word in months.get(day, ())}
        if theirs.isdisjoint(word.concept for word in words):
            other_months |= words if theirs else set()
    return [word for word in here.named if word.concept not in there.concepts or word in other_months]


def _number_entry(
    one: NumberMention, other: NumberMention, facts: Pair[Facts], at: Pair[tuple[Place, ...]], languages: Pair[str]
) -> Entry:
    """Return the entry of two numbers; of two years, or two days of a month, that of a date."""
    detail = None
    if is_written_year(one) and is_written_year(other):
        detail = DatesMeant(*(DateMeant("year", year=int(mention.value)) for mention in (one, other)))
    elif (left := facts.left.month_beside(one)) and (right := facts.right.month_beside(other)):
        detail = DatesMeant(
            DateMeant("day", month=left, day=int(one.value)), DateMeant("day", month=right, day=int(other.value))
        )
    subject = Subject.DATE if detail else Subject.NUMBER
    is_rough = not detail and is_rounding(Pair(one, other), facts, languages)
    change = Change.ROUNDED if is_rough else Change.CHANGED
    return Entry(subject, change, at.left, at.right, Location.SAME_SENTENCE, detail)


def _alone(
    mentions: Sequence[NumberMention], there: Set[Number], article: Article, indices: Sequence[int], *, is_left: bool
) -> Iterator[Entry]:
    for mention in mentions:
        is_long = isinstance(mention.value, Fraction) and mention.value >= _LEAST_ALONE
        if mention.is_figure and is_long and mention.value not in there:
            own = places(article, indices, mention.start, mention.end)
            change = Change.GONE if is_left else Change.NEW
            left, right = (own, ()) if is_left else ((), own)
            yield Entry(Subject.NUMBER, change, left, right, Location.NOWHERE)


def _named_entry(one: Named, other: Named, at: Pair[tuple[Place, ...]]) -> Entry:
    if one.concept[0] in PLACE_MARKS:
        return Entry(Subject.NAME, Change.CHANGED, at.left, at.right, Location.SAME_SENTENCE)
    return Entry(
        Subject.DATE,
        Change.CHANGED,
        at.left,
        at.right,
        Location.SAME_SENTENCE,
        DatesMeant(_date_of(one.concept), _date_of(other.concept)),
    )


def _date_of(concept: str) -> DateMeant:
    number = int(concept[1:])
    return DateMeant("month", month=number) if concept[0] == "M" else DateMeant("day", weekday=number + 1)
