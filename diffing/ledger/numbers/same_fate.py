"""Numbers of people are compared with those that the same words follow, and not with the nearest of the same noun.

left     No one was hurt, but |three| passengers were treated.
right    |One| passenger was hurt and |11| were treated.                three > 11; not three > One
"""

from collections.abc import Mapping, Sequence

from diffing.ledger.core.mentions import Mention, Swap
from diffing.ledger.core.sides import Side
from diffing.ledger.numbers.extract import Quantity
from diffing.ledger.numbers.harm_pairs import Pairing, harm_of, up_to_and
from diffing.ledger.numbers.harm_words import words_around
from diffing.ledger.numbers.values import COUNT
from diffing.model import Pair, Place
from diffing.text.function_words import content_words

_Quantities = Mapping[Place, Quantity]


def paired_by_fate(pairing: Pairing, own: Pair[_Quantities], both: Pair[Side]) -> Pairing:
    """Return a pairing in which a number of unharmed people stands for one that the same words follow.

    That number is in the same row, and has no partner, or one who is harmed. The harmed of both pairs are left over, or
    stand for each other.
    """
    settled = [swap for swap in pairing.changed if swap.left.place in pairing.settled]
    pairs = [Pair(*swap) for swap in pairing.changed if swap.left.place not in pairing.settled]
    pairs, new = _exchanged(pairs, pairing.new, own, both)
    mirrored, gone = _exchanged([pair.swapped() for pair in pairs], pairing.gone, own.swapped(), both.swapped())
    changed = sorted([*settled, *(Swap(pair.right, pair.left) for pair in mirrored)], key=lambda swap: swap.left.place)
    found = {
        swap.left.place
        for swap in set(changed).difference(pairing.changed)
        if _is_of_unharmed(both.left, own.left, swap.left)
    }
    return pairing._replace(changed=changed, gone=gone, new=new, settled=pairing.settled | found)


def _exchanged(
    pairs: Sequence[Pair[Mention]], free: Sequence[Mention], own: Pair[_Quantities], both: Pair[Side]
) -> tuple[list[Pair[Mention]], list[Mention]]:
    """Return the pairs, and the free numbers of the right side, after unharmed people of the left side were paired."""
    pairs, free = [*pairs], [*free]
    for at, (one, harmed) in enumerate(pairs):
        if not _is_of_unharmed(both.left, own.left, one) or not harm_of(both.right, own.right, harmed.place):
            continue
        crossed = {
            pair.right: index for index, pair in enumerate(pairs) if harm_of(both.left, own.left, pair.left.place)
        }
        told = _words_behind(both.left, one) - _words_behind(both.right, harmed)
        row = both.left.opposite(one.place)
        for other in (*free, *crossed):
            if (
                other.place.paragraph in row
                and told & _words_behind(both.right, other)
                and _is_of_unharmed(both.right, own.right, other)
            ):
                pairs[at] = Pair(one, other)
                if other in crossed:
                    pairs[crossed[other]] = Pair(pairs[crossed[other]].left, harmed)
                else:
                    free[free.index(other)] = harmed
                break
    return pairs, sorted(free)


def _is_of_unharmed(side: Side, quantities: _Quantities, mention: Mention) -> bool:
    """Return whether a number is a count, and nothing says that those counted are harmed."""
    return quantities[mention.place].kind == COUNT and not harm_of(side, quantities, mention.place)


def _words_behind(side: Side, mention: Mention) -> set[str]:
    behind = words_around(side.own, mention.place, side.language)[1]
    return set(content_words(up_to_and(behind, side.language), side.language))
