"""The effect of a review on a comparison: its pins before, its notes and marks after.

    pins = pins_for(review, articles)                  fixed links, for diffing.compare
    reviewed = review_of(review, comparison, ledger)   notes of rows, marks of entries, and what has no place

An entry that a reader found wrong is no entry of the ledger any more, but stays listed.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import product
from typing import NamedTuple

from diffing.ledger.core.details import Explanation
from diffing.ledger.core.model import Entry, Ledger
from diffing.ledger.core.row_numbers import row_numbers
from diffing.model import Article, Comparison, Pair
from diffing.pins import NO_PINS, Pins
from diffing.review.model import Check, Claim, Mark, Note, Pin, Pinned, Review, Spot
from diffing.review.placing import Placed, placed


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


def pins_for(review: Review, articles: Pair[Article]) -> Pins:
    """Return the pins of a review in these articles, in which the sides may have been exchanged.

    A pin of which not all paragraphs have a place is left out. Where two pins contradict each other, the later counts.
    """
    if not review.pins:
        return NO_PINS
    review = review.oriented(articles)
    return _pins(review.pins, placed(review, articles))[0]


def _pins(pins: Iterable[Pin], where: Placed) -> tuple[Pins, list[Pin]]:
    """Return the pins that have a place, and the others."""
    pairs: list[Pair[tuple[int, ...]]] = []
    parted: dict[tuple[int, int], None] = {}
    taken: Pair[set[int]] = Pair(set(), set())
    lost = []
    for pin in reversed(list(pins)):
        spot = where.spot(pin.spot)
        if spot is None:
            lost.append(pin)
            continue
        cells = set(product(*spot))
        if pin.what is Pinned.PARTED:
            held = {cell for pair in pairs for cell in product(*pair)}
            if held.isdisjoint(cells):
                parted |= dict.fromkeys(sorted(cells))
            else:
                lost.append(pin)
        elif taken.left.isdisjoint(spot.left) and taken.right.isdisjoint(spot.right) and cells.isdisjoint(parted):
            pairs.append(spot)
            taken.left.update(spot.left)
            taken.right.update(spot.right)
        else:
            lost.append(pin)
    return Pins(tuple(sorted(pairs, key=lambda pair: (pair.left, pair.right))), tuple(sorted(parted))), lost[::-1]


def review_of(review: Review, comparison: Comparison, ledger: Ledger | None) -> Reviewed:
    """Return what a review says of the rows of a comparison and of the entries of its ledger, if there is one."""
    review = review.oriented(comparison.articles)
    where = placed(review, comparison.articles)
    rows, lost_notes = _row_notes(review, comparison, where)
    said, unclaimed = _claimed(review, comparison.articles, ledger, where)
    lost: list[Pin | Note | Check] = [*_pins(review.pins, where)[1], *lost_notes]
    if ledger is not None:
        lost += [note for note in review.notes if note.target in unclaimed]
        lost += [check for check in review.checks if check.claim in unclaimed]
    return Reviewed(ledger, said, rows, tuple(lost))


def _row_notes(review: Review, comparison: Comparison, where: Placed) -> tuple[dict[int, str], list[Note]]:
    """Return the notes of each row, and those without a place.

    A note stands at the row of its paragraphs: where they are in two rows by now, at that of its first right one.
    """
    numbers = row_numbers(comparison)
    found: defaultdict[int, list[str]] = defaultdict(list)
    lost = []
    for note in review.notes:
        if isinstance(note.target, Claim):
            continue
        left = [at for anchor in note.target.left for at in where.left.get(anchor, ())]
        right = [at for anchor in note.target.right for at in where.right.get(anchor, ())]
        if right:
            found[numbers.right[right[0]]].append(note.text)
        elif left:
            found[numbers.left[left[0]]].append(note.text)
        else:
            lost.append(note)
    return {row: "\n\n".join(texts) for row, texts in sorted(found.items())}, lost


def _claimed(
    review: Review, articles: Pair[Article], ledger: Ledger | None, where: Placed
) -> tuple[dict[int, EntryReview], set[Claim]]:
    """Return what is said of each entry, by its number, and the claims that are no entry any more."""
    marks = {check.claim: frozenset(check.marks) for check in review.checks}
    notes = {note.target: note.text for note in review.notes if isinstance(note.target, Claim)}
    claims = list(dict.fromkeys([*marks, *notes]))
    if ledger is None:
        return {}, set(claims)
    numbers: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    for number, entry in enumerate(ledger.entries):
        numbers[_words(Claim.of(articles, entry))].append(number)
    asked = Counter(map(_words, claims))
    found: dict[int, EntryReview] = {}
    lost: set[Claim] = set()
    for claim in claims:
        same = numbers.get(_words(claim), [])
        there = [number for number in same if _stands(ledger.entries[number], claim.spot, where)]
        if not there and len(same) == 1 and asked[_words(claim)] == 1:
            there = same  # the only change of these words, whatever became of the paragraphs around them
        if not there:
            lost.add(claim)
            continue
        before = found.get(there[0], NOTHING_SAID)
        texts = filter(None, (before.note, notes.get(claim, "")))
        found[there[0]] = EntryReview(before.marks | marks.get(claim, frozenset()), "\n\n".join(texts))
    return found, lost


def _words(claim: Claim) -> tuple[object, ...]:
    return claim.subject, claim.left, claim.right


def _stands(entry: Entry, spot: Spot, where: Placed) -> bool:
    """Return whether an entry stands in the paragraphs of a spot, as far as these have a place."""
    for own, anchors, places in zip(entry.places, spot, where, strict=True):
        paragraphs = {at for anchor in anchors for at in places.get(anchor, ())}
        if own and not any(place.paragraph in paragraphs for place in own):
            return False
    return True


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
