"""Entries for the numbers and quantities of two articles.

    12 people / 14 people                   changed           many / several sanctions           approximation
    1,482 people / nearly 1,500             rounded           about 300 / more than 300          approximation
    5 km / 3.1 miles, a third / 33.3%       no entry          12 dead / 12 were killed           no entry

Numbers in dates are entries of the subject dates.
"""

import re
from collections.abc import Hashable, Iterable, Iterator, Set
from dataclasses import replace

from diffing.ledger.core.clauses import sentence_at
from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.details import Counted
from diffing.ledger.core.locations import Location, beside
from diffing.ledger.core.mentions import Mention, Swap, match
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import Side, sides
from diffing.ledger.numbers.article_numbers import ArticleNumbers, article_numbers
from diffing.ledger.numbers.behind_names import of_one_name
from diffing.ledger.numbers.casualties import told_of_others
from diffing.ledger.numbers.differences import follows
from diffing.ledger.numbers.extract import LABEL, Quantity
from diffing.ledger.numbers.harm_pairs import Pairing, paired_by_harm
from diffing.ledger.numbers.named_counts import of_same_names
from diffing.ledger.numbers.number_words import number_words
from diffing.ledger.numbers.other_things import are_of_both_articles, count_other_things
from diffing.ledger.numbers.relations import (
    AVERAGE,
    Relation,
    are_opposite,
    count_the_same,
    differ_in_approximator,
    relation_of,
    share_noun,
)
from diffing.ledger.numbers.same_fate import paired_by_fate
from diffing.ledger.numbers.same_figure import exchanges, one_is_on_top, told_apart
from diffing.ledger.numbers.tellers import paired_by_teller
from diffing.ledger.numbers.tolls import tolls
from diffing.ledger.numbers.values import COUNT, ORDINAL, PERCENT, TIMES
from diffing.model import Pair, Place

# Numbers of a row from which another one may follow. A row with more is a table, in which any number would.
_MOST_NUMBERS = 200
# Greatest distance, in characters, of two numbers with different nouns within one change that are compared.
_CLOSE = 30


_Values = tuple[Hashable, Hashable]
"""The keys of two numbers that differ."""


def number_entries(context: LedgerContext) -> Iterator[Entry]:
    """Yield the entries of numbers and quantities.

    The same two numbers make one entry, however they are written: 'nine > 34' is 'Nine > Thirty-four'.
    """
    same: dict[Hashable, list[Entry]] = {}
    for at, (values, entry) in enumerate(_Changes(context).entries()):
        same.setdefault(at if values is None else (entry.change, values), []).append(entry)
    for entries in same.values():
        left = {place for entry in entries for place in entry.left}
        right = {place for entry in entries for place in entry.right}
        yield replace(entries[0], left=tuple(sorted(left)), right=tuple(sorted(right)))


class _Changes:
    """The numbers of two articles in pairs, and what became of each."""

    def __init__(self, context: LedgerContext) -> None:
        self._both = both = sides(context)
        self._own = own = both.map(article_numbers)
        self._correspondence = context.correspondence
        self._by_place = own.map(lambda numbers: numbers.by_place)
        self._all = own.map(lambda numbers: numbers.by_place.values())
        mentions = own.map(lambda numbers: numbers.mentions)
        pairing = paired_by_harm(Pairing(*match(mentions, context.correspondence)), self._by_place, both)
        pairing = paired_by_fate(pairing, self._by_place, both)
        self._pairing = paired_by_teller(pairing, mentions, self._by_place, both)
        # Numbers that have no counterpart, or one that counts another thing.
        self._rest = Pair(list(self._pairing.gone), list(self._pairing.new))
        # The places of numbers that an entry tells, or a rate whose time is a part of it.
        self._told: Pair[set[Place]] = Pair(set(), set())
        self._rates: list[Place] = []

    def entries(self) -> Iterator[tuple[_Values | None, Entry]]:
        """Yield the entries at each place, with the two values of a change."""
        for entry in self._of_equal_numbers():
            yield None, entry
        yield from self._changed()
        for entry in self._of_rest():
            yield None, entry

    def _of_equal_numbers(self) -> Iterator[Entry]:
        """Yield the entries of equal numbers that are more or less exact, or measure another thing, or exchanged."""
        for swap in self._pairing.kept:
            in_place = self._correspondence.is_kept(*_places(swap))
            if self._is_less_exact(swap, in_place=in_place):
                change = Change.CHANGED if are_opposite(*self._quantities(swap)) else Change.APPROXIMATION
                yield self._entry(change, swap, beside(in_place))
            elif in_place and (places := told_apart(swap, self._quantities(swap), self._both)) is not None:
                yield Entry(Subject.NUMBER, Change.CHANGED, (places.left,), (places.right,), Location.SAME_PLACE)
                self._rates.append(places.left)
        for swap in exchanges(self._pairing.kept, self._both):
            self._mark_told(swap)
            yield self._entry(Change.CHANGED, swap, Location.SAME_SENTENCE)

    def _is_less_exact(self, swap: Swap, *, in_place: bool) -> bool:
        """Return whether one of two equal numbers is more exact: 'about 300', 'more than 300'."""
        left, right = self._quantities(swap)
        return (
            (in_place or (self._correspondence.is_near(*_places(swap)) and share_noun(left, right)))
            and differ_in_approximator(left, right)
            and not _has_approximator_apart(swap.left.place, right, self._both.left)
            and not _has_approximator_apart(swap.right.place, left, self._both.right)
        )

    def _changed(self) -> Iterator[tuple[_Values | None, Entry]]:
        """Yield the entries of numbers that stand in each other's place; two of other things join the rest."""
        for swap in self._pairing.changed:
            if any(_holds(one, swap.left.place) for one in self._rates):
                # The time of a rate: 'an hour', 'a day'.
                continue
            left, right = self._quantities(swap)
            location = beside(self._correspondence.is_replaced(*_places(swap)))
            relation = self._relation(swap)
            if relation in (Relation.ROUNDED, Relation.DIFFERENT):
                self._mark_told(swap)
            if relation is Relation.ROUNDED:
                yield None, self._entry(Change.ROUNDED, swap, location)
            elif relation is Relation.DIFFERENT:
                is_loose = left.is_vague and right.is_vague and (left.weak or right.weak)
                change = Change.APPROXIMATION if is_loose else Change.CHANGED
                yield (swap.left.key, swap.right.key), self._entry(change, swap, location)
            elif relation is Relation.UNRELATED:
                for mention, rest, others in zip(swap, self._rest, self._own.swapped(), strict=True):
                    if mention.key not in others.keys:
                        rest.append(mention)

    def _relation(self, swap: Swap) -> Relation:
        """Return the relation of two numbers in each other's place, UNRELATED if they count other things."""
        left, right = self._quantities(swap)
        relation = relation_of(left, right)
        is_settled = swap.left.place in self._pairing.settled
        names = self._own.left.names.get(swap.left.place), self._own.right.names.get(swap.right.place)
        if all(names):
            relation = relation if names[0] == names[1] else Relation.UNRELATED
        elif relation is Relation.DIFFERENT and not (is_settled or count_the_same(left, right, self._is_close(swap))):
            relation = Relation.UNRELATED
        if relation is Relation.DIFFERENT and self._are_of_other_things(swap, is_settled=is_settled):
            relation = Relation.UNRELATED
        return relation

    def _is_close(self, swap: Swap) -> bool:
        """Return whether two numbers stand close to each other within one change."""
        places = _places(swap)
        return self._correspondence.is_replaced(*places) and self._correspondence.distance(*places) <= _CLOSE

    def _are_of_other_things(self, swap: Swap, *, is_settled: bool) -> bool:
        """Return whether two numbers that differ do not contradict each other, by what stands around them."""
        values, correspondence = self._quantities(swap), self._correspondence
        is_in_both = swap.left.key in self._own.right.keys or swap.right.key in self._own.left.keys
        return (
            one_is_on_top(swap, self._both)
            or self._only_moved(swap)
            or (not is_settled and are_of_both_articles(swap, values, self._all, correspondence))
            or (
                values.left.kind == values.right.kind == COUNT
                and not is_settled
                and count_other_things(swap, values, self._both, correspondence, is_in_both=is_in_both)
            )
            or any(
                _follows(side, mention.place, here, there)
                for side, mention, here, there in zip(self._both, swap, self._own, self._own.swapped(), strict=True)
            )
        )

    def _only_moved(self, swap: Swap) -> bool:
        """Return whether both numbers of a pair stand in both articles, and count different things in it.

        'More than 5,000 residents' has nothing to do with the 'eight' in its place, if both articles count both.
        """
        left, right = swap
        if left.key not in self._own.right.keys or right.key not in self._own.left.keys or left.about == right.about:
            return False
        return not self._correspondence.is_exact_replacement(left.place, right.place)

    def _of_rest(self) -> Iterator[Entry]:
        """Yield the entries of the numbers left over: of one name, of harmed people, of growth, of one article."""
        both, by_place = self._both, self._by_place
        named = [
            *of_one_name(self._rest, by_place, both),
            *of_same_names(self._rest, self._own.map(lambda numbers: numbers.names), both.left),
        ]
        for swap in named:
            self._mark_told(swap)
            yield self._entry(Change.CHANGED, swap, both.left.location(*_places(swap)))
        free = Pair(
            *(
                [mention for mention in numbers.mentions if mention.place not in told]
                for numbers, told in zip(self._own, self._told, strict=True)
            )
        )
        apart = list(tolls(free, by_place, both, self._pairing.kept))
        for toll in apart:
            first = Swap(toll.left[0], toll.right[0])
            entry = self._entry(Change.CHANGED, first, both.left.location(*_places(first)))
            places = toll.map(lambda mentions: tuple(mention.place for mention in mentions))
            yield replace(entry, left=places.left, right=places.right)
        grown = list(self._multiples_and_shares())
        for swap in grown:
            yield self._entry(Change.CHANGED, swap, Location.SAME_PLACE)
        told = {mention for swap in (*named, *grown) for mention in swap}
        told |= {mention for toll in apart for mentions in toll for mention in mentions}
        yield from self._of_one_article(told)
        yield from self._told_of_others(apart)

    def _multiples_and_shares(self) -> Iterator[Swap]:
        """Yield the multiples that have another share in per cent in their place: 'doubled', 'rose by 50%'."""
        own = self._own
        for left in self._rest.left:
            for right in self._rest.right:
                found = self._quantities(swap := Swap(left, right))
                if (
                    {one.kind for one in found} == _OF_GROWTH
                    and self._correspondence.is_replaced(*_places(swap))
                    and not (own.right.lookup.has(found.left) or own.left.lookup.has(found.right))
                ):
                    yield swap

    def _of_one_article(self, told: Set[Mention]) -> Iterator[Entry]:
        """Yield the entries of the numbers left over that are not `told`, and do not follow from the other article."""
        for side, numbers, others, rest in zip(self._both, self._own, self._own.swapped(), self._rest, strict=True):
            for mention in sorted(set(rest).difference(told)):
                quantity = numbers.by_place[mention.place]
                if not (
                    quantity.weak
                    or side.is_equal(mention.place)
                    or others.lookup.has(quantity)
                    or _follows(side, mention.place, numbers, others)
                    or _has_age_group(side, quantity)
                ):
                    yield side.entry(Subject.NUMBER, (mention.place,), Location.NOWHERE, _counted(quantity))

    def _told_of_others(self, apart: Iterable[Pair[list[Mention]]]) -> Iterator[Entry]:
        """Yield the entries of numbers of harmed people that the other article has for other things only.

        A number with a counterpart is none of them, and none of the tolls `apart`.
        """
        swaps = *self._pairing.kept, *self._pairing.changed
        paired = Pair({swap.left.place for swap in swaps}, {swap.right.place for swap in swaps})
        for toll in apart:
            paired.left.update(mention.place for mention in toll.left)
            paired.right.update(mention.place for mention in toll.right)
        by_place = self._by_place
        for side, own, others, taken in zip(self._both, by_place, by_place.swapped(), paired, strict=True):
            for place in told_of_others(side, own, others):
                if place not in taken:
                    yield side.entry(Subject.NUMBER, (place,), Location.NOWHERE, _counted(own[place]))

    def _mark_told(self, swap: Swap) -> None:
        self._told.left.add(swap.left.place)
        self._told.right.add(swap.right.place)

    def _quantities(self, swap: Swap) -> Pair[Quantity]:
        return Pair(self._by_place.left[swap.left.place], self._by_place.right[swap.right.place])

    def _entry(self, change: Change, swap: Swap, location: Location) -> Entry:
        """Return the entry of two quantities; if one is less exact, with their approximators."""
        values, places = self._quantities(swap), _places(swap)
        if change in (Change.ROUNDED, Change.APPROXIMATION) or are_opposite(*values):
            places = Pair(_whole(places.left, values.left), _whole(places.right, values.right))
        detail = _counted(values.right) or _counted(values.left)
        return Entry(Subject.NUMBER, change, (places.left,), (places.right,), location, detail)


def _places(swap: Swap) -> Pair[Place]:
    return Pair(swap.left.place, swap.right.place)


_OF_GROWTH = {TIMES, PERCENT}


def _has_age_group(side: Side, quantity: Quantity) -> bool:
    """Return whether the other article has a number as the age of a group: 'people over 55' are 'the over-55s'."""
    if quantity.kind not in (COUNT, LABEL) or not _LEAST_AGE <= quantity.low <= _GREATEST_AGE:
        return False
    group = f"-{quantity.low}s"
    return any(group in text.folded.text for text in side.other_texts)


_LEAST_AGE, _GREATEST_AGE = 5, 99


def _follows(side: Side, place: Place, own: ArticleNumbers, other: ArticleNumbers) -> bool:
    """Return whether a number follows from those of the row on the other side."""
    opposite = frozenset(side.opposite(place))
    there = [at for at in other.by_place if at.paragraph in opposite] if opposite else []
    return 0 < len(there) <= _MOST_NUMBERS and follows(side, place, own.by_place, other.by_place, there)


def _holds(whole: Place, part: Place) -> bool:
    return whole.paragraph == part.paragraph and whole.start <= part.start and part.end <= whole.end


def _has_approximator_apart(place: Place, other: Quantity, side: Side) -> bool:
    """Return whether the approximator of `other` stands some words before or behind a number.

    Examples: 'nearly to the age of 82', 'three times a week or more', 'the average teacher works 53 hours'.
    """
    text, words = side.texts[place.paragraph], number_words(side.language)
    before, behind = max(0, place.start - _BESIDE), place.end + _BESIDE
    if other.approximator == AVERAGE:
        before, sentence = sentence_at(text, place.start)
        behind = before + len(sentence.text)
    around = (
        (words.approximators, text.folded.part(before, place.start).text),
        (words.approximators_behind, text.folded.part(place.end, behind).text),
    )
    return any(
        group == other.approximator and re.search(rf"\b{re.escape(phrase)}\b", near)
        for phrases, near in around
        for phrase, group in phrases.items()
    )


# The characters beside a number in which a separated approximator is looked up.
_BESIDE = 30


def _whole(place: Place, quantity: Quantity) -> Place:
    """Return the place of a quantity with its approximator."""
    return Place(place.paragraph, *quantity.whole)


def _counted(quantity: Quantity) -> Counted | None:
    """Return what a quantity counts; None for a measure or a sum, whose next noun may be another thing, and for 6.3."""
    if quantity.kind == COUNT and quantity.low.denominator > 1:
        return None
    return Counted(quantity.noun) if quantity.noun and quantity.kind in (COUNT, PERCENT, ORDINAL) else None
