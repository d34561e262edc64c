"""The class of every row: that of the weightiest entry in it, or what its words say where it has none.

12 > 14 in a reworded row        fact
reworded, no entry               rewording
quotes curled                    typography
"""

from diffing.ledger.core.correspondence import row_numbers
from diffing.ledger.core.model import Ledger
from diffing.ledger.core.ranking import Weight, weight
from diffing.model import Comparison, Kind, Row


def row_weights(comparison: Comparison, ledger: Ledger) -> tuple[Weight | None, ...]:
    """The class of each row, in their order; none for what is unchanged and for page furniture."""
    heaviest: dict[int, Weight] = {}
    numbers = row_numbers(comparison)
    for entry in ledger.entries:
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
