"""Numbers of the changes that matter on a page, and their words in each row.

change 1   Two -> Three    rows 0 and 3
change 2   31 -> 37        row 3
"""

from collections import defaultdict
from collections.abc import Sequence

from diffing.ledger.core.model import Entry, Ledger, Subject
from diffing.ledger.core.row_numbers import row_numbers
from diffing.model import Comparison, Pair

from ...present.entry_stretches import entry_stretches
from ...present.groups import Group, group_of, in_groups
from .tagged import Marked, without_overlaps


class Changes:
    """The entries of a ledger in the order of the page; those that matter come first and have numbers from 1.

    Without a ledger there are none. On a page of several comparisons each has a `prefix` before the names of its
    paragraphs, and its numbers go on from `before`.
    """

    def __init__(self, comparison: Comparison, ledger: Ledger | None, prefix: str = "", before: int = 0) -> None:
        self._comparison = comparison
        self.prefix = prefix
        self.entries: list[Entry] = []
        self.groups: dict[Group, Sequence[Entry]] = {}
        self.number: dict[int, int] = {}
        self._rows: defaultdict[int, list[Entry]] = defaultdict(list)
        if ledger is None:
            return
        entries = ledger.entries
        self.groups = {group: [entries[at] for at in members] for group, members in in_groups(ledger).items()}
        self.entries = [entry for members in self.groups.values() for entry in members]
        self.number = {id(entry): at for at, entry in enumerate(self.entries, start=before + 1)}
        of_paragraph = row_numbers(comparison)
        for entry in entries:
            if group_of(entry).matters:
                found = [of_paragraph.left[place.paragraph] for place in entry.left]
                found += [of_paragraph.right[place.paragraph] for place in entry.right]
                for row in dict.fromkeys(found):
                    self._rows[row].append(entry)

    def matter_in(self, row: int) -> bool:
        """Return whether a row (0-based) has a change that matters."""
        return row in self._rows

    def marked(self, row: int) -> Pair[list[Marked]]:
        """Return the words of the changes that matter in a row, of each side.

        Paragraphs and notes of one side have their own look, and of a headline every word would be marked: these have
        no marks. A note on both sides has its words that differ marked.
        """
        left: list[Marked] = []
        right: list[Marked] = []
        for entry in self._rows.get(row, ()):
            if _has_own_look(entry):
                continue
            number = self.number[id(entry)]
            stretches = entry_stretches(entry, self._comparison.rows[row], self._comparison)
            left += (Marked(start, end, number) for start, end in stretches.left)
            right += (Marked(start, end, number) for start, end in stretches.right)
        return Pair(without_overlaps(left), without_overlaps(right))


def _has_own_look(entry: Entry) -> bool:
    """Return whether the words of an entry are seen without marks."""
    is_note = entry.subject is Subject.CORRECTION
    return entry.is_passage or entry.subject is Subject.HEADLINE or (is_note and not (entry.left and entry.right))
