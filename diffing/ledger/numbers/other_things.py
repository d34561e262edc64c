"""Numbers in one place of a rewritten sentence that count different things, so that neither replaces the other.

149 passengers and a crew             17 Sorrans were among the dead        different things
86 passengers had been saved          229 survivors had been saved          not: both were saved
"""

from diffing.ledger.core.correspondence import Correspondence
from diffing.ledger.core.mentions import Swap
from diffing.ledger.core.sides import Side
from diffing.ledger.numbers.casualties import anybody_or_harmed
from diffing.ledger.numbers.extract import Quantity
from diffing.model import Pair, Place
from diffing.patterns import lazy_pattern

# Two words behind the counted noun.
_TWO_WORDS = lazy_pattern(r"\s+[^\W\d_]+\s+[^\W\d_]+")


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


def _told(side: Side, place: Place, quantity: Quantity) -> Place | None:
    """Return the place of the two words behind a number and its noun, None without two."""
    text = side.texts[place.paragraph].text
    noun = text.find(quantity.noun, place.end)
    behind = _TWO_WORDS.match(text, noun + len(quantity.noun)) if noun >= 0 else None
    return Place(place.paragraph, behind.start() + 1, behind.end()) if behind else None
