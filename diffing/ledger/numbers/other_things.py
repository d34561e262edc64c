"""Numbers in one place of a rewritten sentence that count different things, so that neither replaces the other.

149 passengers and a crew             17 Sorrans were among the dead        different things
86 passengers had been saved          229 survivors had been saved          not: both were saved
Orr got 8 years, as Bay got 6         Bay got 6 years, later Orr got 8      a number of both articles replaces none
"""

from collections.abc import Iterable

from diffing.ledger.core.correspondence import Correspondence
from diffing.ledger.core.mentions import Swap
from diffing.ledger.core.sides import Side
from diffing.ledger.numbers.casualties import anybody_or_harmed
from diffing.ledger.numbers.extract import Quantity
from diffing.ledger.numbers.values import COUNT, DURATION
from diffing.model import Pair, Place
from diffing.patterns import lazy_pattern

# Two words behind the counted noun.
_TWO_WORDS = lazy_pattern(r"\s+[^\W\d_]+\s+[^\W\d_]+")
# Figures, without each 0 at the end, of a number that hardly begins like another one by chance.
_FIGURES = 3


def count_other_things(
    swap: Swap, quantities: Pair[Quantity], both: Pair[Side], correspondence: Correspondence, *, is_in_both: bool
) -> bool:
    """Return whether two counts of a swap are of different things; `is_in_both`: both articles have one of the numbers.

    They are if their nouns differ, and the number is no new one ('157 people' > the 'eight crew members' of both
    articles), or neither noun means people in general and the words behind them differ too.
    """
    places = Pair(swap.left.place, swap.right.place)
    nouns = quantities.map(lambda quantity: {*quantity.nouns})
    if not all(nouns) or nouns.left & nouns.right or correspondence.is_exact_replacement(*places):
        return False
    if is_in_both:
        return True
    people = anybody_or_harmed(both.left.language) | anybody_or_harmed(both.right.language)
    if not people.isdisjoint(nouns.left | nouns.right):
        return False
    left, right = (_told(side, place, own) for side, place, own in zip(both, places, quantities, strict=True))
    return left is None or right is None or not correspondence.is_kept(left, right)


def are_of_both_articles(
    swap: Swap, quantities: Pair[Quantity], all_of: Pair[Iterable[Quantity]], correspondence: Correspondence
) -> bool:
    """Return whether the numbers of a swap stand elsewhere in the other article, so that neither replaces the other.

    Both do, and are no counts; or one does, and they are durations in two units: '12 days' for an appeal have nothing
    to do with the '12 years' of both articles. Of one alone it says nothing: an update may repeat what it corrects.
    """
    left, right = quantities
    if correspondence.is_exact_replacement(swap.left.place, swap.right.place):
        return False
    if left.kind == COUNT:
        return False
    known = [one for one, others in ((left, all_of.right), (right, all_of.left)) if _is_among(one, others)]
    has_two_units = left.kind == DURATION and left.low * right.stated != right.low * left.stated
    return len(known) == len(swap) or (bool(known) and has_two_units)


def _is_among(one: Quantity, others: Iterable[Quantity]) -> bool:
    """Return whether a number, or the same one with more or fewer figures, is among others."""
    return any(
        one.kind == other.kind
        and one.unit == other.unit
        and ((one.low, one.high) == (other.low, other.high) or _begin_alike(one, other))
        for other in others
    )


def _begin_alike(one: Quantity, other: Quantity) -> bool:
    """Return whether one of two whole numbers is the other one with 0 for its last figures."""
    if not all(map(_is_exact, (one, other))) or one.stated.denominator > 1 or other.stated.denominator > 1:
        return False
    figures, others = str(one.stated), str(other.stated)
    return len(figures) == len(others) and (
        figures.startswith(others.rstrip("0")) or others.startswith(figures.rstrip("0"))
    )


def _is_exact(one: Quantity) -> bool:
    """Return whether a number has at least three figures: two such numbers hardly begin alike by chance."""
    return len(str(one.stated.numerator).strip("0")) >= _FIGURES


def _told(side: Side, place: Place, quantity: Quantity) -> Place | None:
    """Return the place of the two words behind a number and its noun, None without two."""
    text = side.texts[place.paragraph].text
    noun = text.find(quantity.noun, place.end)
    behind = _TWO_WORDS.match(text, noun + len(quantity.noun)) if noun >= 0 else None
    return Place(place.paragraph, behind.start() + 1, behind.end()) if behind else None
