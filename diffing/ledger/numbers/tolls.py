"""The numbers of dead, hurt, missing and arrested people with which both articles begin, wherever they stand.

The flood in Karsa killed |12| people.     In the north, |15| people are dead.      12 > 15
It killed |12|; in 2011 it was 40.         In the north, |15| people are dead.      12 > 15: the 40 are of another year
Two died in Brye, |12| in all.             In the north, |15| people are dead.      none: 2 is not the toll
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from diffing.ledger.core.mentions import Mention, Swap
from diffing.ledger.core.sides import Side
from diffing.ledger.language.harm_kinds import DEAD, HELD, HURT, MISSING
from diffing.ledger.numbers.casualties import anybody_or_harmed
from diffing.ledger.numbers.extract import Quantity
from diffing.ledger.numbers.harm_pairs import harm_of
from diffing.ledger.numbers.harm_words import is_part, sentence_around
from diffing.ledger.numbers.relations import Relation, relation_of
from diffing.ledger.numbers.values import DURATION
from diffing.model import Pair, Place
from diffing.patterns import lazy_pattern

_YEAR = lazy_pattern(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
# Seconds of a year.
_A_YEAR = 31557600


def tolls(
    mentions: Pair[Sequence[Mention]], own: Pair[Mapping[Place, Quantity]], both: Pair[Side], kept: Sequence[Swap]
) -> Iterator[Pair[list[Mention]]]:
    """Yield the numbers of people of one harm with which both articles begin, wherever they stand, at all their places.

    Such a number is the greatest of its article too: the toll of a province is none. `mentions` are the numbers that no
    entry has yet. A number of `kept` that is equal to one of other things is free all the same.
    """
    by_harm = [_by_harm(quantities, side) for quantities, side in zip(own, both, strict=True)]
    for kind in (DEAD, HURT, MISSING, HELD):
        counts = Pair(*(places.get(kind, []) for places in by_harm))
        left, right = (
            _toll(here, quantities, side, free)
            for here, quantities, side, free in zip(counts, own, both, mentions, strict=True)
        )
        if left is None or right is None:
            continue
        values = own.left[left.place], own.right[right.place]
        is_known = any(
            one.low == other.low and (at in there or _count_one_thing(one, other, side.language))
            for one, others, there, side in zip(values, own.swapped(), counts.swapped(), both, strict=True)
            for at, other in others.items()
        )
        is_equal = any(
            (swap.left.place == left.place and swap.right.place in counts.right)
            or (swap.right.place == right.place and swap.left.place in counts.left)
            for swap in kept
        )
        if not (is_known or is_equal or _count_other_people(values, both)) and (
            relation_of(*values) is Relation.DIFFERENT
        ):
            yield Pair(
                *(
                    [toll, *(one for one in free if one.key == toll.key and one.place in here and one is not toll)]
                    for toll, here, free in zip((left, right), counts, mentions, strict=True)
                )
            )


def _count_other_people(values: tuple[Quantity, Quantity], both: Pair[Side]) -> bool:
    """Return whether two numbers count different things, and neither counts people in general."""
    nouns = [{*one.nouns} for one in values]
    people = anybody_or_harmed(both.left.language) | anybody_or_harmed(both.right.language)
    return all(nouns) and not nouns[0] & nouns[1] and people.isdisjoint(nouns[0] | nouns[1])


def _count_one_thing(one: Quantity, other: Quantity, language: str) -> bool:
    """Return whether two numbers count the same thing, which is more than people in general."""
    return not {*one.nouns}.isdisjoint({*other.nouns} - anybody_or_harmed(language))


def _by_harm(quantities: Mapping[Place, Quantity], side: Side) -> Mapping[str, list[Place]]:
    """Return, for what happened to people, the places of the numbers of all to whom it happened."""
    found: defaultdict[str, list[Place]] = defaultdict(list)
    for place in sorted(quantities):
        harm = harm_of(side, quantities, place)
        if harm and not is_part(side.own, place, side.language):
            found[harm].append(place)
    return found


def _toll(
    counts: Sequence[Place], quantities: Mapping[Place, Quantity], side: Side, free: Sequence[Mention]
) -> Mention | None:
    """Return the first number of people to whom something happened, None if another is greater or it is not free."""
    exact = [place for place in counts if not quantities[place].is_vague and not quantities[place].weak]
    if not exact:
        return None
    first = exact[0]
    if any(
        quantities[place].low > quantities[first].low and not _is_of_another_year(place, quantities, side)
        for place in counts
    ):
        return None
    return next((mention for mention in free if mention.place == first), None)


def _is_of_another_year(place: Place, quantities: Mapping[Place, Quantity], side: Side) -> bool:
    """Return whether the sentence of a number names a year, or a time of years: 'eleven years ago 918 people died'."""
    text = side.own.paragraphs[place.paragraph].text
    start, end = sentence_around(text, place)
    return _YEAR.search(text, start, end) is not None or any(
        at.paragraph == place.paragraph and start <= at.start < end and one.kind == DURATION and one.low >= _A_YEAR
        for at, one in quantities.items()
    )
