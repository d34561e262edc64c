"""The names to which the counts of a list belong.

    290 in Haruz, 190 in Tarun, 89 more in Chisha     Haruz (394), Tarun (271), Chisha (91)     Haruz: 394, Tarun: 271

Another number stands for one of them only if it belongs to the same name.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from diffing.ledger.core.mentions import Mention, Swap
from diffing.ledger.core.sides import Side
from diffing.ledger.numbers.extract import Quantity
from diffing.ledger.numbers.values import COUNT
from diffing.model import Pair, Place
from diffing.patterns import lazy_pattern
from diffing.text.folding import folded

# So many counts with a name in one paragraph are a list.
_LEAST = 3
# Counts of one name that are looked at: more belong to a table, in which a name says little.
_MOST_OF_NAME = 8
# The characters before and behind a number in which its name is looked up.
_SEEN = 40
_NAME_BEFORE = lazy_pattern(r"([^\W\d_]+)(?: ?[:|(=–—] ?)$")
# At most one word, and a short one that is a preposition, stand between a number and the name: '89 more in Chisha'.
_NAME_BEHIND = lazy_pattern(r" (?:[^\W\d_]+ )?[^\W\d_]{1,3} ((?:[^\W\d_]+[ -]){0,2}[^\W\d_]+)")
_WORD = lazy_pattern(r"[^\W\d_]+")


def names_of_counts(side: Side, quantities: Mapping[Place, Quantity]) -> dict[Place, str]:
    """Return the names of the counts of lists in an article, folded, by the places of the counts."""
    lists: defaultdict[int, dict[Place, str]] = defaultdict(dict)
    for place, name in _named(side, quantities):
        lists[place.paragraph][place] = name
    return {place: name for own in lists.values() if len(own) >= _LEAST for place, name in own.items()}


def of_same_names(rest: Pair[list[Mention]], names: Pair[Mapping[Place, str]], left: Side) -> Iterator[Swap]:
    """Yield the counts of one name in both sides of a row; `rest` are the mentions that no other one corresponds to."""
    by_name: defaultdict[str, list[Mention]] = defaultdict(list)
    for other in rest.right:
        if name := names.right.get(other.place):
            by_name[name].append(other)
    for one in rest.left:
        of_name = by_name.get(names.left.get(one.place, ""), [])[:_MOST_OF_NAME]
        in_row = [other for other in of_name if other.place.paragraph in left.opposite(one.place)]
        if len(in_row) == 1:
            yield Swap(one, in_row[0])


def _named(side: Side, quantities: Mapping[Place, Quantity]) -> Iterator[tuple[Place, str]]:
    """Yield the places of counts that stand beside a name, and the last word of the name."""
    for place, quantity in quantities.items():
        if quantity.kind == COUNT and (name := _name(side.texts[place.paragraph].text, place)):
            yield place, folded(name).text


def _name(text: str, place: Place) -> str:
    """Return the last word of the name beside a count, '' for none."""
    before = _NAME_BEFORE.search(text[max(0, place.start - _SEEN) : place.start])
    if before is not None:
        return before[1] if before[1][0].isupper() else ""
    behind = _NAME_BEHIND.match(text[place.end : place.end + _SEEN])
    capitals: list[str] = []
    for word in _WORD.findall(behind[1]) if behind else ():
        if not word[0].isupper():
            break
        capitals.append(word)
    return capitals[-1] if capitals else ""
