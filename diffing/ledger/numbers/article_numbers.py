"""The numbers of an article, by their places.

12 people     place -> Quantity(12, noun="people")     a dozen, 12     one key
"""

from collections.abc import Hashable, Iterator, Sequence
from functools import cached_property
from typing import cast

from diffing.ledger.core.mentions import Mention
from diffing.ledger.core.sides import Side
from diffing.ledger.dates.extract import dates
from diffing.ledger.numbers.extract import LABEL, NUMERAL, Quantity, numbers_of, quantities
from diffing.ledger.numbers.figures import decimal_separator
from diffing.ledger.numbers.lookup import QuantityLookup
from diffing.ledger.numbers.named_counts import names_of_counts
from diffing.ledger.numbers.number_words import number_words
from diffing.ledger.numbers.roman import numerals
from diffing.ledger.numbers.two_numbers import SCORE
from diffing.ledger.numbers.values import COUNT, LETTERED, PERCENT, POINTS
from diffing.model import Place
from diffing.text.labels import label_ranges
from diffing.text.reading import ReadText

_Ratio = tuple[int, int]
_Key = tuple[_Ratio, _Ratio, str, str]


class ArticleNumbers:
    """The quantities of an article by their places; `names` has those of the counts of lists."""

    def __init__(self, by_place: dict[Place, Quantity], names: dict[Place, str]) -> None:
        self.by_place = by_place
        self.names = names

    @cached_property
    def lookup(self) -> QuantityLookup:
        """The quantities, for the lookup of those of the other article."""
        return QuantityLookup(self.by_place.values())

    @cached_property
    def keys(self) -> frozenset[Hashable]:
        """The keys of all numbers, and of both numbers of each range or vote."""
        return frozenset(key for quantity in self.by_place.values() for key in _keys(quantity))

    @cached_property
    def mentions(self) -> list[Mention]:
        """The quantities as mentions, for the matching of both articles."""
        return [
            Mention(place, _key(quantity), _sort(quantity), self._about(place, quantity))
            for place, quantity in self.by_place.items()
        ]

    def _about(self, place: Place, quantity: Quantity) -> str:
        """Return what a number is about: a name of a list, or the counted noun."""
        return self.names.get(place) or (quantity.nouns[0] if quantity.nouns else "")


_Ranges = tuple[tuple[int, int], ...]


def article_numbers(side: Side) -> ArticleNumbers:
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
    return ArticleNumbers(found, names_of_counts(side, found))


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


def _keys(quantity: Quantity) -> Iterator[_Key]:
    """Yield the key of a quantity, and those of both numbers of a range or a vote: 'nine to eight' has an 'eight'."""
    key = low, high, kind, unit = _key(quantity)
    yield key
    if low != high:
        own = COUNT if kind == SCORE else kind
        yield low, low, own, unit
        yield high, high, own, unit
