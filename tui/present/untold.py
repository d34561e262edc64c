"""Paragraphs of the story that no change of the ledger stands in, in groups: one count for all front ends.

a pair in other words           ->   Reworded     severed → broke
a paragraph of the right        ->   Only right   Opponents will appeal.
a paragraph that moved          ->   Moved        moved up · Rain fell all night.

A paragraph that moved is there whatever else became of it.
"""

from enum import Enum

from diffing.ledger.core.model import Ledger
from diffing.ledger.core.row_numbers import row_numbers
from diffing.model import Comparison, Kind, Row

from ..text.words import MOVED, ONLY_LEFT, ONLY_RIGHT, REWORDED


class RowGroup(Enum):
    """Groups of paragraphs, in the order they are counted in; the value is the name."""

    REWORDED = REWORDED.capitalize()
    ONLY_LEFT = ONLY_LEFT.capitalize()
    ONLY_RIGHT = ONLY_RIGHT.capitalize()
    MOVED = MOVED.capitalize()

    def name_beside(self, changes: int) -> str:
        """Return the name beside a number of changes that matter: of what one side alone has, there is more."""
        is_more = changes and self in (RowGroup.ONLY_LEFT, RowGroup.ONLY_RIGHT)
        return f"More {self.value.lower()}" if is_more else self.value


def untold(ledger: Ledger, comparison: Comparison) -> dict[RowGroup, list[int]]:
    """Return the rows (0-based) of each group that has some."""
    numbers, rows = row_numbers(comparison), comparison.rows
    told = {
        own[place.paragraph]
        for entry in ledger.entries
        for own, places in zip(numbers, entry.places, strict=True)
        for place in places
    }
    found: dict[RowGroup, list[int]] = {group: [] for group in RowGroup}
    for at, row in enumerate(rows):
        if row.furniture:
            continue
        if at not in told and (group := _group(row)):
            found[group].append(at)
        if row.moved:
            found[RowGroup.MOVED].append(at)
    return {group: members for group, members in found.items() if members}


def _group(row: Row) -> RowGroup | None:
    if not row.right:
        return RowGroup.ONLY_LEFT
    if not row.left:
        return RowGroup.ONLY_RIGHT
    return RowGroup.REWORDED if row.kind not in (Kind.UNCHANGED, Kind.TRANSLATED) else None


def alone(ledger: Ledger, comparison: Comparison) -> list[int]:
    """Return the rows without a change that one side alone has, in reading order."""
    found = untold(ledger, comparison)
    return sorted([*found.get(RowGroup.ONLY_LEFT, ()), *found.get(RowGroup.ONLY_RIGHT, ())])
