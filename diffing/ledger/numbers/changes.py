"""Entries for the numbers and quantities of two articles.

    12 people / 14 people                   changed           many / several sanctions           approximation
    1,482 people / nearly 1,500             rounded           about 300 / more than 300          approximation
    5 km / 3.1 miles, a third / 33.3%       no entry          12 dead / 12 were killed           no entry

Numbers in dates are entries of the subject dates.
"""

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import cast

from diffing.ledger.core.clauses import sentence_at
from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.correspondence import Correspondence
from diffing.ledger.core.details import Counted
from diffing.ledger.core.locations import Location, beside
from diffing.ledger.core.mentions import Mention, Swap, match
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import Side, sides
from diffing.ledger.dates.extract import dates
from diffing.ledger.numbers.behind_names import of_one_name
from diffing.ledger.numbers.casualties import told_of_others
from diffing.ledger.numbers.differences import follows
from diffing.ledger.numbers.extract import LABEL, NUMERAL, Quantity, numbers_of, quantities
from diffing.ledger.numbers.figures import decimal_separator
from diffing.ledger.numbers.harm_pairs import Pairing, paired_by_harm
from diffing.ledger.numbers.lookup import QuantityLookup
from diffing.ledger.numbers.named_counts import names_of_counts, of_same_names
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
from diffing.ledger.numbers.roman import numerals
from diffing.ledger.numbers.same_figure import exchanges, one_is_on_top, told_apart
from diffing.ledger.numbers.tellers import paired_by_teller
from diffing.ledger.numbers.tolls import tolls
from diffing.ledger.numbers.two_numbers import SCORE
from diffing.ledger.numbers.values import COUNT, LETTERED, ORDINAL, PERCENT, POINTS, TIMES
from diffing.model import Pair, Place
from diffing.text.labels import label_ranges
from diffing.text.reading import ReadText

# Numbers of a row from which another one may follow. A row with more is a table, in which any number would.
_MOST_NUMBERS = 200
# Greatest distance, in characters, of two numbers with different nouns within one change that are compared.
_CLOSE = 30


_Ratio = tuple[int, int]
_Key = tuple[_Ratio, _Ratio, str, str]


class _Numbers:
    """The quantities of an article by their places; `names` has those of the counts of lists."""

    def __init__(self, by_place: dict[Place, Quantity], names: dict[Place, str]) -> None:
        self.by_place = by_place
        self.names = names

    @cached_property
    def lookup(self) -> QuantityLookup:
        """The quantities, for the lookup of those of the other article."""
        return QuantityLookup(self.by_place.values())

    @property
    def mentions(self) -> list[Mention]:
        """The quantities as mentions, for the matching of both articles."""
        return [
            Mention(place, _key(quantity), _sort(quantity), self._about(place, quantity))
            for place, quantity in self.by_place.items()
        ]

    def _about(self, place: Place, quantity: Quantity) -> str:
        """Return what a number is about: a name of a list, or the counted noun."""
        return self.names.get(place) or (quantity.nouns[0] if quantity.nouns else "")


def number_entries(context: LedgerContext) -> Iterator[Entry]:
    """Yield the entries of numbers and quantities.

    The same two numbers make one entry, however they are written: 'nine > 34' is 'Nine > Thirty-four'.
    """
    same: dict[Hashable, list[Entry]] = {}
    for at, (values, entry) in enumerate(_found(context)):
        same.setdefault(at if values is None else (entry.change, values), []).append(entry)
    for entries in same.values():
        left = {place for entry in entries for place in entry.left}
        right = {place for entry in entries for place in entry.right}
        yield replace(entries[0], left=tuple(sorted(left)), right=tuple(sorted(right)))


_Values = tuple[Hashable, Hashable]
"""The keys of two numbers that differ."""


def _found(context: LedgerContext) -> Iterator[tuple[_Values | None, Entry]]:
    """Yield the entries at each place, with the two values of a change."""
    both = sides(context)
    own = both.map(_numbers)
    correspondence = context.correspondence
    mentions, by_place = own.map(lambda side: side.mentions), own.map(lambda side: side.by_place)
    pairing = paired_by_harm(Pairing(*match(mentions, correspondence)), by_place, both)
    pairing = paired_by_teller(pairing, mentions, by_place, both)
    rest = Pair(list(pairing.gone), list(pairing.new))
    keys: Pair[set[_Key]] = own.map(lambda side: {key for one in side.by_place.values() for key in _keys(one)})
    all_of = own.map(lambda side: side.by_place.values())
    rates: list[Place] = []
    told_at: set[tuple[bool, Place]] = set()
    for swap in pairing.kept:
        left, right = own.left.by_place[swap.left.place], own.right.by_place[swap.right.place]
        in_place = correspondence.is_kept(swap.left.place, swap.right.place)
        is_near = in_place or correspondence.is_near(swap.left.place, swap.right.place)
        if (
            is_near
            and (in_place or share_noun(left, right))
            and differ_in_approximator(left, right)
            and not _has_approximator_apart(swap.left.place, right, both.left)
            and not _has_approximator_apart(swap.right.place, left, both.right)
        ):
            change = Change.CHANGED if are_opposite(left, right) else Change.APPROXIMATION
            yield None, _entry(change, swap, own, beside(in_place))
        elif in_place and (places := told_apart(swap, Pair(left, right), both)) is not None:
            yield None, Entry(Subject.NUMBER, Change.CHANGED, (places.left,), (places.right,), Location.SAME_PLACE)
            rates.append(places.left)
    for exchanged in exchanges(pairing.kept, both):
        told_at |= {(True, exchanged.left.place), (False, exchanged.right.place)}
        yield None, _entry(Change.CHANGED, exchanged, own, Location.SAME_SENTENCE)
    for swap in pairing.changed:
        if any(_holds(one, swap.left.place) for one in rates):
            # The time of a rate: 'an hour', 'a day'.
            continue
        left, right = own.left.by_place[swap.left.place], own.right.by_place[swap.right.place]
        in_place = correspondence.is_replaced(swap.left.place, swap.right.place)
        location = beside(in_place)
        relation = relation_of(left, right)
        is_close = in_place and correspondence.distance(swap.left.place, swap.right.place) <= _CLOSE
        is_settled = swap.left.place in pairing.settled
        is_in_both = swap.left.key in keys.right or swap.right.key in keys.left
        names = own.left.names.get(swap.left.place), own.right.names.get(swap.right.place)
        if all(names):
            relation = relation if names[0] == names[1] else Relation.UNRELATED
        elif relation is Relation.DIFFERENT and not (is_settled or count_the_same(left, right, is_close)):
            relation = Relation.UNRELATED
        if relation is Relation.DIFFERENT and (
            one_is_on_top(swap, both)
            or _only_moved(swap, keys, correspondence)
            or (not is_settled and are_of_both_articles(swap, Pair(left, right), all_of, correspondence))
            or (
                left.kind == right.kind == COUNT
                and not is_settled
                and count_other_things(swap, Pair(left, right), both, correspondence, is_in_both=is_in_both)
            )
        ):
            relation = Relation.UNRELATED
        if relation is Relation.DIFFERENT and any(
            _follows(side, mention.place, here, there)
            for side, mention, here, there in zip(both, swap, own, own.swapped(), strict=True)
        ):
            relation = Relation.UNRELATED
        if relation in (Relation.ROUNDED, Relation.DIFFERENT):
            told_at |= {(True, swap.left.place), (False, swap.right.place)}
        if relation is Relation.ROUNDED:
            yield None, _entry(Change.ROUNDED, swap, own, location)
        elif relation is Relation.DIFFERENT:
            is_loose = left.is_vague and right.is_vague and (left.weak or right.weak)
            change = Change.APPROXIMATION if is_loose else Change.CHANGED
            yield (swap.left.key, swap.right.key), _entry(change, swap, own, location)
        elif relation is Relation.UNRELATED:
            if swap.left.key not in keys.right:
                rest.left.append(swap.left)
            if swap.right.key not in keys.left:
                rest.right.append(swap.right)
    named = [
        *of_one_name(rest, own.map(lambda numbers: numbers.by_place), both),
        *of_same_names(rest, own.map(lambda numbers: numbers.names), both.left),
    ]
    told_at |= {(at == 0, mention.place) for swap in named for at, mention in enumerate(swap)}
    free = Pair(
        *(
            [mention for mention in mentions if (is_left, mention.place) not in told_at]
            for is_left, mentions in zip((True, False), own.map(lambda side: side.mentions), strict=True)
        )
    )
    apart = list(tolls(free, own.map(lambda numbers: numbers.by_place), both, pairing.kept))
    for swap in named:
        yield None, _entry(Change.CHANGED, swap, own, both.left.location(swap.left.place, swap.right.place))
    for toll in apart:
        first = Swap(toll.left[0], toll.right[0])
        entry = _entry(Change.CHANGED, first, own, both.left.location(first.left.place, first.right.place))
        of_toll = toll.map(lambda mentions: tuple(mention.place for mention in mentions))
        yield None, replace(entry, left=of_toll.left, right=of_toll.right)
    grown = list(_multiples_and_shares(rest, own, correspondence))
    yield from ((None, _entry(Change.CHANGED, swap, own, Location.SAME_PLACE)) for swap in grown)
    told = {mention for swap in (*named, *grown) for mention in swap}
    told |= {mention for toll in apart for mentions in toll for mention in mentions}
    for side, numbers, others, unmatched in zip(both, own, own.swapped(), rest, strict=True):
        for mention in sorted(set(unmatched).difference(told)):
            quantity = numbers.by_place[mention.place]
            if not (
                quantity.weak
                or side.is_equal(mention.place)
                or others.lookup.has(quantity)
                or _follows(side, mention.place, numbers, others)
                or _has_age_group(side, quantity)
            ):
                yield None, side.entry(Subject.NUMBER, (mention.place,), Location.NOWHERE, _counted(quantity))
    swaps = *pairing.kept, *pairing.changed
    paired = Pair({swap.left.place for swap in swaps}, {swap.right.place for swap in swaps})
    for toll in apart:
        paired.left.update(mention.place for mention in toll.left)
        paired.right.update(mention.place for mention in toll.right)
    for side, numbers, others, taken in zip(both, own, own.swapped(), paired, strict=True):
        for place in told_of_others(side, numbers.by_place, others.by_place):
            if place not in taken:
                yield None, side.entry(Subject.NUMBER, (place,), Location.NOWHERE, _counted(numbers.by_place[place]))


def _multiples_and_shares(
    rest: Pair[list[Mention]], own: Pair[_Numbers], correspondence: Correspondence
) -> Iterator[Swap]:
    """Yield the multiples that have another share in per cent in their place: 'doubled', 'rose by 50%'."""
    for left in rest.left:
        for right in rest.right:
            found = own.left.by_place[left.place], own.right.by_place[right.place]
            if (
                {one.kind for one in found} == _OF_GROWTH
                and correspondence.is_replaced(left.place, right.place)
                and not (own.right.lookup.has(found[0]) or own.left.lookup.has(found[1]))
            ):
                yield Swap(left, right)


_OF_GROWTH = {TIMES, PERCENT}


def _only_moved(swap: Swap, keys: Pair[set[_Key]], correspondence: Correspondence) -> bool:
    """Return whether both numbers of a pair stand in both articles, and count different things in it.

    'More than 5,000 residents' has nothing to do with the 'eight' in its place, if both articles count both.
    """
    left, right = swap
    if left.key not in keys.right or right.key not in keys.left or left.about == right.about:
        return False
    return not correspondence.is_exact_replacement(left.place, right.place)


def _has_age_group(side: Side, quantity: Quantity) -> bool:
    """Return whether the other article has a number as the age of a group: 'people over 55' are 'the over-55s'."""
    if quantity.kind not in (COUNT, LABEL) or not _LEAST_AGE <= quantity.low <= _GREATEST_AGE:
        return False
    group = f"-{quantity.low}s"
    return any(group in text.folded.text for text in side.other_texts)


_LEAST_AGE, _GREATEST_AGE = 5, 99


def _follows(side: Side, place: Place, own: _Numbers, other: _Numbers) -> bool:
    """Return whether a number follows from those of the row on the other side."""
    opposite = frozenset(side.opposite(place))
    there = [at for at in other.by_place if at.paragraph in opposite] if opposite else []
    return 0 < len(there) <= _MOST_NUMBERS and follows(side, place, own.by_place, other.by_place, there)


def _holds(whole: Place, part: Place) -> bool:
    return whole.paragraph == part.paragraph and whole.start <= part.start and part.end <= whole.end


_Ranges = tuple[tuple[int, int], ...]


def _numbers(side: Side) -> _Numbers:
    """Return the quantities of a side's story. Those of texts that keep their readings are kept with them."""
    words = number_words(side.language)
    texts = [(index, side.texts[index]) for index in side.story]
    # 'A las 13.00 horas' shows nothing of decimals.
    dated = {index: [(one.start, one.end) for one in side.extract(dates, text)] for index, text in texts}
    decimal = decimal_separator((_outside(text.text, dated[index]) for index, text in texts), words.decimal)

    labels = dict(zip(side.story, label_ranges([text.text for _, text in texts], side.read.language), strict=True))

    def of(index: int, text: ReadText) -> Sequence[Quantity]:
        key = (quantities, decimal, labels[index]), side.language, text
        found = cast("Sequence[Quantity] | None", side.extracts.get(key))
        if found is None:
            taken = list(_with_labels(dated[index], labels[index]))
            # Other subjects ask for the numbers of a text by itself, which are mostly the same.
            is_plain = not taken and decimal == words.decimal
            plain = side.extract(numbers_of, text) if is_plain else quantities(text, words, decimal, taken)
            found = [*plain, *numerals(text, words, taken)]
            if text.is_kept:
                side.extracts[key] = found
        return found

    found = {Place(index, own.start, own.end): own for index, text in texts for own in of(index, text)}
    return _Numbers(found, names_of_counts(side, found))


def _outside(text: str, ranges: Sequence[tuple[int, int]]) -> str:
    """Return a text without some ranges of it, which rise."""
    starts, ends = (0, *(end for _, end in ranges)), (*(start for start, _ in ranges), len(text))
    return " ".join(text[start:end] for start, end in zip(starts, ends, strict=True)) if ranges else text


def _with_labels(dated: Sequence[tuple[int, int]], labels: _Ranges) -> Sequence[tuple[int, int]]:
    """Return the ranges of dates with those of labels, rising; a date is no label: '3. May 2019'."""
    if not labels:
        return dated
    apart = [label for label in labels if not any(start < label[1] and label[0] < end for start, end in dated)]
    return sorted([*dated, *apart])


def _key(quantity: Quantity) -> _Key:
    """Return the key that equal quantities share; a label has the key of an equal count.

    The values are ratios of integers, which are hashed much faster than fractions.
    """
    kind = COUNT if quantity.kind == LABEL else quantity.kind
    return quantity.low.as_integer_ratio(), quantity.high.as_integer_ratio(), kind, quantity.unit


def _sort(quantity: Quantity) -> str:
    """Return the sort of a quantity: one quantity can replace another only if their sorts are equal."""
    if quantity.kind in (LABEL, NUMERAL):
        return f"{quantity.kind} {quantity.nouns[0]}"
    if quantity.kind == LETTERED:
        return f"{quantity.kind} {quantity.unit}"
    return PERCENT if quantity.kind == POINTS else quantity.kind


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


def _entry(change: Change, swap: Swap, own: Pair[_Numbers], location: Location) -> Entry:
    """Return the entry of two quantities; if one is less exact, with their approximators."""
    left, right = own.left.by_place[swap.left.place], own.right.by_place[swap.right.place]
    places = Pair(swap.left.place, swap.right.place)
    if change in (Change.ROUNDED, Change.APPROXIMATION) or are_opposite(left, right):
        places = Pair(_whole(places.left, left), _whole(places.right, right))
    detail = _counted(right) or _counted(left)
    return Entry(Subject.NUMBER, change, (places.left,), (places.right,), location, detail)


def _whole(place: Place, quantity: Quantity) -> Place:
    """Return the place of a quantity with its approximator."""
    return Place(place.paragraph, *quantity.whole)


def _keys(quantity: Quantity) -> Iterator[_Key]:
    """Yield the key of a quantity, and those of both numbers of a range or a vote: 'nine to eight' has an 'eight'."""
    key = low, high, kind, unit = _key(quantity)
    yield key
    if low != high:
        own = COUNT if kind == SCORE else kind
        yield low, low, own, unit
        yield high, high, own, unit


def _counted(quantity: Quantity) -> Counted | None:
    """Return what a quantity counts; None for a measure or a sum, whose next noun may be another thing, and for 6.3."""
    if quantity.kind == COUNT and quantity.low.denominator > 1:
        return None
    return Counted(quantity.noun) if quantity.noun and quantity.kind in (COUNT, PERCENT, ORDINAL) else None
