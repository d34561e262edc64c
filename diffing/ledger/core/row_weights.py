"""Classify rows: a row has the class of its most important entry; without an entry its words decide.

12 > 14 in a reworded row        fact, also as a part of what the row tells otherwise
reworded, no entry               rewording
quotes curled                    typography
"""

from diffing.ledger.core.model import Ledger
from diffing.ledger.core.ranking import Weight, weight
from diffing.ledger.core.row_numbers import row_numbers
from diffing.model import Comparison, Kind, Row


def row_weights(comparison: Comparison, ledger: Ledger) -> tuple[Weight | None, ...]:
    """Return the class of each row, in the order of the rows; None for unchanged rows and boilerplate."""
    heaviest: dict[int, Weight] = {}
    numbers = row_numbers(comparison)
    changed = (one for entry in ledger.entries for one in (entry, *entry.children) if one is entry or all(one.places))
    for entry in changed:
        for places, rows in zip(entry.places, numbers, strict=True):
            for place in places:
                at = rows[place.paragraph]
                heaviest[at] = min(heaviest.get(at, Weight.TYPOGRAPHY), weight(entry), key=_ORDER.index)
    return tuple(heaviest.get(at) or _by_words(row) for at, row in enumerate(comparison.rows))


_ORDER = tuple(Weight)


def _by_words(row: Row) -> Weight | None:
    if row.furniture:
        return None
    if row.kind in (Kind.ADDED, Kind.OMITTED):
        return Weight.CONTENT
    if row.kind is not Kind.UNCHANGED:
        return Weight.REWORDING
    return Weight.TYPOGRAPHY if row.typographic else None
