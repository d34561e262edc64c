"""A number behind a name, and one behind the same name and a mark: both say how many there.

    Shops closed: Lorne 48, Pell |19|        Pell: |9| shops closed        changed
    The airline has a Boeing |737|           the Boeing had |9| seats      none: the name itself has a number

A number right behind a capital is part of a name ('Boeing 737') as long as the other article does not show otherwise.
"""

from collections.abc import Iterator, Mapping, Sequence

from diffing.ledger.core.mentions import Mention, Swap
from diffing.ledger.core.sides import Side
from diffing.ledger.numbers.extract import LABEL, Quantity
from diffing.ledger.numbers.values import COUNT
from diffing.model import Pair, Place
from diffing.patterns import lazy_pattern

# A word and the mark of a list or of a table between it and a number.
_NAME_BEFORE = lazy_pattern(r"([^\W\d_]+)(?: ?[:|(=–—] ?)$")
# The characters before a number in which the name is looked up.
_BEFORE = 40

_Quantities = Mapping[Place, Quantity]


def of_one_name(rest: Pair[list[Mention]], own: Pair[_Quantities], both: Pair[Side]) -> Iterator[Swap]:
    """Yield a number that is part of a name on one side with the count behind the name's mark in the same row.

    `rest` are the mentions that no other one corresponds to.
    """
    for left, right in _pairs(rest, own, both.left):
        yield Swap(left, right)
    for right, left in _pairs(rest.swapped(), own.swapped(), both.right):
        yield Swap(left, right)


def _pairs(rest: Pair[list[Mention]], own: Pair[_Quantities], side: Side) -> Iterator[tuple[Mention, Mention]]:
    """Yield the counts of a side with the numbers of names of the other one."""
    labels = [one for one in rest.right if own.right[one.place].kind == LABEL]
    if not labels:
        return
    for count in rest.left:
        if own.left[count.place].kind == COUNT and (name := _name_before(side, count.place)):
            opposite = side.opposite(count.place)
            yield from ((count, one) for one in labels if _is_of(one, own.right[one.place].nouns, name, opposite))


def _is_of(label: Mention, nouns: Sequence[str], name: str, opposite: tuple[int, ...]) -> bool:
    """Return whether a number stands behind a name in some paragraphs."""
    return label.place.paragraph in opposite and name in nouns


def _name_before(side: Side, place: Place) -> str:
    """Return the word before a number and a mark, or '' if none stands there."""
    found = _NAME_BEFORE.search(
        side.texts[place.paragraph].folded.part(max(0, place.start - _BEFORE), place.start).text
    )
    return found[1] if found else ""
