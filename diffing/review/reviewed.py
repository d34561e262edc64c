"""A ledger as the reader left it: what is said of each entry, and which entries are none.

An entry that a reader found wrong is no entry of the ledger any more, but stays listed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from diffing.ledger.core.details import Explanation
from diffing.ledger.core.model import Entry, Ledger
from diffing.review.model import Check, Mark, Note, Pin


class EntryReview(NamedTuple):
    """The marks and the note of an entry."""

    marks: frozenset[Mark] = frozenset()
    note: str = ""

    @property
    def is_settled(self) -> bool:
        """True if nothing is left to be checked: the entry is checked, or wrong."""
        return Mark.CHECKED in self.marks or Mark.WRONG in self.marks


NOTHING_SAID = EntryReview()


@dataclass(frozen=True)
class Reviewed:
    """A ledger as the reader left it.

    `whole` is the ledger, `said` what the reader says of its entries, by their numbers (0-based). `rows` are the notes
    on rows, by the row's number. `lost` is what has no place in these articles any more: pins, notes and checks.
    """

    whole: Ledger | None
    said: Mapping[int, EntryReview] = field(default_factory=dict)
    rows: Mapping[int, str] = field(default_factory=dict)
    lost: tuple[Pin | Note | Check, ...] = ()

    @cached_property
    def _wrong(self) -> tuple[int, ...]:
        return tuple(number for number, said in sorted(self.said.items()) if Mark.WRONG in said.marks)

    @cached_property
    def ledger(self) -> Ledger | None:
        """The ledger without the entries that are wrong."""
        return None if self.whole is None else without(self.whole, self._wrong)

    @cached_property
    def entries(self) -> tuple[EntryReview, ...]:
        """The same for each entry of that ledger, in its order."""
        count = 0 if self.whole is None else len(self.whole.entries)
        gone = set(self._wrong)
        return tuple(self.said.get(number, NOTHING_SAID) for number in range(count) if number not in gone)

    @cached_property
    def wrong(self) -> tuple[tuple[Entry, EntryReview], ...]:
        """The entries that are wrong, with what is said of them."""
        return () if self.whole is None else tuple((self.whole.entries[at], self.said[at]) for at in self._wrong)

    @property
    def settled(self) -> int:
        """Number of entries that are checked or wrong."""
        return sum(said.is_settled for said in self.said.values())

    @property
    def total(self) -> int:
        """Number of all entries, also of those that are wrong."""
        return 0 if self.whole is None else len(self.whole.entries)

    def __bool__(self) -> bool:
        return bool(self.rows or self.lost or self.said)


def without(ledger: Ledger, numbers: Iterable[int]) -> Ledger:
    """Return a ledger without some of its entries; a note of the editors explains those that are left."""
    gone = set(numbers)
    if not gone:
        return ledger
    kept = [number for number in range(len(ledger.entries)) if number not in gone]
    now = {number: at for at, number in enumerate(kept)}

    def entries() -> Iterator[Entry]:
        for number in kept:
            entry = ledger.entries[number]
            if isinstance(entry.detail, Explanation):
                left = tuple(now[one] for one in entry.detail.entries if one in now)
                entry = replace(entry, detail=replace(entry.detail, entries=left))
            yield entry

    return replace(ledger, entries=tuple(entries()))
