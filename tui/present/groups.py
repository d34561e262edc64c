"""The groups of changes, the same in the answer, the list and its filter.

number 12 > 14   ->   Facts          a 'not' gone   ->   Meaning          a paragraph that is new   ->   Only right
"""

from collections.abc import Sequence
from enum import Enum

from diffing.ledger.core.model import Change, Entry, Ledger, Subject
from diffing.ledger.core.ranking import Weight, weight

from ..text.words import ONLY_LEFT, ONLY_RIGHT, SMALL_EDITS


class Group(Enum):
    """Groups of changes, in the order they are shown in; the value is the name."""

    FACTS = "Facts"
    MEANING = "Meaning"
    QUOTES = "Quotes"
    SOURCES = "Sources"
    ONLY_LEFT = ONLY_LEFT.capitalize()
    ONLY_RIGHT = ONLY_RIGHT.capitalize()
    SMALL = SMALL_EDITS.capitalize()

    @property
    def matters(self) -> bool:
        """True for all groups but the small edits."""
        return self is not Group.SMALL


_GROUPS = {
    Weight.FACT: Group.FACTS,
    Weight.MEANING: Group.MEANING,
    Weight.QUOTE: Group.QUOTES,
    Weight.ATTRIBUTION: Group.SOURCES,
}


def group_of(entry: Entry) -> Group:
    """Return the group of an entry: that of its class; a passage or note of one side stands with its side.

    A headline, what an update tells otherwise, and a note that both sides have in other words stand with the meaning.
    """
    is_other_note = entry.subject is Subject.CORRECTION and entry.left and entry.right
    if entry.subject is Subject.HEADLINE or entry.is_told_otherwise or is_other_note:
        return Group.MEANING
    if entry.is_passage or entry.subject is Subject.CORRECTION:
        return Group.ONLY_LEFT if entry.change is Change.GONE else Group.ONLY_RIGHT
    return _GROUPS.get(weight(entry), Group.SMALL)


def in_groups(ledger: Ledger) -> dict[Group, Sequence[int]]:
    """Return the numbers of the entries of each group that has some, both in the order they are shown in."""
    found: dict[Group, list[int]] = {group: [] for group in Group}
    for at, entry in enumerate(ledger.entries):
        found[group_of(entry)].append(at)
    return {group: members for group, members in found.items() if members}
