"""Numbers of two linked sentences that stand for each other, and differ.

    once colegios, cuatro horas      eleven hours: no pair with `once`, for hours are no schools
    twelve schools, six hours        11 and 12 count schools, 4 and 6 count hours

1. Numbers that count the same thing, or days of the same month.
2. Years with years, and other figures with figures, in their order if there are as many.
3. What is left, if it is one number on each side, or one in words: a figure and a word, two words.

48.4 is no other day than October 30, and no other number of candidates than nine.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from diffing.ledger.translated.facts import Facts
from diffing.ledger.translated.sameness import is_written_year, may_be_changed
from diffing.model import Pair
from diffing.patterns import lazy_pattern
from diffing.translation.mentions import Number, NumberMention

# Words behind a number among which is what it counts, and characters up to the last of them.
_MOST_BEHIND, _BEHIND = 3, 40
# What ends the words that belong to a number.
_END = lazy_pattern(r"[.,;:!?()«»„“”\"،؛。、，]")
# A number of this size or less may be a word for something else: 'second', 'both', 'primo'.
_LEAST_WORDED = 3

Numbers = Sequence[NumberMention]


class _Lone(NamedTuple):
    """A number that the other text lacks, and the signs of what it counts."""

    mention: NumberMention
    counted: frozenset[object]


def pairs_of(
    left: Numbers, right: Numbers, facts: Pair[Facts], signs: Pair[Mapping[str, int]]
) -> Iterator[tuple[NumberMention, NumberMention]]:
    """Yield the numbers of two sentences that stand for each other, given the signs of the words of both sides."""
    own = [_Lone(mention, _counted(mention, facts.left, signs.left)) for mention in left]
    other = [_Lone(mention, _counted(mention, facts.right, signs.right)) for mention in right]
    taken: set[NumberMention] = set()
    for one in own:
        found = [there for there in other if _is_of_one_thing(one, there)]
        if len(found) == 1 and sum(_is_of_one_thing(here, found[0]) for here in own) == 1:
            taken |= {one.mention, found[0].mention}
            yield one.mention, found[0].mention
    rest = Pair(
        [one.mention for one in own if one.mention not in taken],
        [one.mention for one in other if one.mention not in taken],
    )
    for pair in [*_in_order(rest, are_years=True), *_in_order(rest, are_years=False)]:
        taken |= {*pair}
        if _may_be_changed(*pair) and not _only_one_has_decimals(*pair, facts):
            yield pair
    last = rest.map(lambda side: [one for one in side if one not in taken and is_sure(one)])
    worded = last.map(lambda side: [one for one in side if not one.is_figure])
    for most in (last, worded):
        if len(most.left) == len(most.right) == 1:
            number, counterpart = most.left[0], most.right[0]
            if _may_be_changed(number, counterpart) and not _only_one_has_decimals(number, counterpart, facts):
                yield number, counterpart
                return


def _in_order(numbers: Pair[Numbers], *, are_years: bool) -> Iterator[tuple[NumberMention, NumberMention]]:
    """Yield the years, or all other figures, of both sides in their order; none if one side has more of them."""
    left, right = ([one for one in side if one.is_figure and is_written_year(one) == are_years] for side in numbers)
    if len(left) == len(right):
        yield from zip(left, right, strict=True)


def is_sure(one: NumberMention) -> bool:
    """Return whether a number can hardly be a word for something else."""
    return one.is_figure or isinstance(one.value, str) or one.value >= _LEAST_WORDED


def _may_be_changed(one: NumberMention, other: NumberMention) -> bool:
    return may_be_changed(one.value, other.value)


def _only_one_has_decimals(one: NumberMention, other: NumberMention, facts: Pair[Facts]) -> bool:
    """Return whether one number has decimals, and the other is a day of a month, or is in words and not near it."""
    left_decimal, right_decimal = _has_decimals(one), _has_decimals(other)
    if left_decimal == right_decimal:
        return False
    exact, whole, beside = (one, other, facts.right) if left_decimal else (other, one, facts.left)
    if beside.month_beside(whole):
        return True
    return not whole.is_figure and _are_apart(exact.value, whole.value)


def _has_decimals(number: NumberMention) -> bool:
    return number.is_figure and isinstance(number.value, Fraction) and number.value.denominator > 1


def _are_apart(one: Number, other: Number) -> bool:
    return isinstance(one, Fraction) and isinstance(other, Fraction) and abs(one - other) >= 1


def _is_of_one_thing(one: _Lone, other: _Lone) -> bool:
    return not one.counted.isdisjoint(other.counted) and _may_be_changed(one.mention, other.mention)


def _counted(number: NumberMention, facts: Facts, signs: Mapping[str, int]) -> frozenset[object]:
    """Return the signs of the words behind a number, or the month of which it is a day."""
    if month := facts.month_beside(number):
        return frozenset({f"M{month}"})
    stop = _END.search(facts.text, number.end)
    end = min(number.end + _BEHIND, stop.start() if stop else len(facts.text))
    numbers = [other.start for other in facts.numbers if other.start > number.start]
    end = min([end, *numbers])
    behind = [word.form for word in facts.words if number.end <= word.start < end][:_MOST_BEHIND]
    return frozenset(signs[form] for form in behind if form in signs)
