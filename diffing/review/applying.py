"""The effect of a review on a comparison: its pins before, its notes and marks after.

pins = pins_for(review, articles)                  fixed links, for diffing.compare
reviewed = review_of(review, comparison, ledger)   notes of rows, marks of entries, and what has no place
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import product

from diffing.ledger.core.model import Entry, Ledger
from diffing.ledger.core.row_numbers import row_numbers
from diffing.model import Article, Comparison, Pair
from diffing.pins import NO_PINS, Pins
from diffing.review.model import Anchor, Check, Claim, Mark, Note, Pin, Pinned, Review, Spot
from diffing.review.placing import Placed, placed
from diffing.review.reviewed import NOTHING_SAID, EntryReview, Reviewed


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


def refreshed(review: Review, comparison: Comparison, ledger: Ledger | None) -> Review:
    """Return a review with what has a place tied to the paragraphs as they are now, and to the rows and entries.

    Who adds to an older review says it of today's articles. Two notes that have come to one row become one.
    """
    review = review.oriented(comparison.articles)
    articles, where = comparison.articles, placed(review, comparison.articles)
    numbers, rows = _entries(review, articles, ledger, where), row_numbers(comparison)
    notes: dict[Spot | Claim, list[str]] = {}
    for note in review.notes:
        target = note.target
        if isinstance(target, Claim):
            now: Spot | Claim = _claim_now(target, articles, ledger, numbers)
        else:
            row = None if _is_current(target, articles, where) else _row_of(target, rows, where)
            now = target if row is None else Spot.of(articles, comparison.rows[row].left, comparison.rows[row].right)
        notes.setdefault(now, []).append(note.text)
    checks: dict[Claim, set[Mark]] = {}
    for check in review.checks:
        checks.setdefault(_claim_now(check.claim, articles, ledger, numbers), set()).update(check.marks)
    spots = ((pin, where.spot(pin.spot)) for pin in review.pins)
    return Review(
        tuple(pin if spot is None else Pin(pin.what, Spot.of(articles, *spot)) for pin, spot in spots),
        tuple(Note(target, "\n\n".join(dict.fromkeys(texts))) for target, texts in notes.items()),
        tuple(Check(claim, tuple(mark for mark in Mark if mark in marks)) for claim, marks in checks.items()),
        review.seen,
    )


def _is_current(spot: Spot, articles: Pair[Article], where: Placed) -> bool:
    """Return whether a spot has the paragraphs as they are now, and their neighbours."""
    return all(
        (at := places.get(anchor)) is not None and anchor == Anchor.of(article, at[0])
        for article, anchors, places in zip(articles, spot, where, strict=True)
        for anchor in anchors
    )


def _claim_now(
    claim: Claim, articles: Pair[Article], ledger: Ledger | None, numbers: Mapping[Claim, int | None]
) -> Claim:
    number = numbers.get(claim)
    return claim if ledger is None or number is None else Claim.of(articles, ledger.entries[number])


def _row_of(spot: Spot, rows: Pair[dict[int, int]], where: Placed) -> int | None:
    """Return the row of some paragraphs; if they are in two by now, that of the first right one; None without any."""
    for anchors, places, numbers in ((spot.right, where.right, rows.right), (spot.left, where.left, rows.left)):
        if found := [at for anchor in anchors for at in places.get(anchor, ())]:
            return numbers[found[0]]
    return None


def _row_notes(review: Review, comparison: Comparison, where: Placed) -> tuple[dict[int, str], list[Note]]:
    """Return the notes of each row, and those without a place."""
    numbers = row_numbers(comparison)
    found: defaultdict[int, list[str]] = defaultdict(list)
    lost = []
    for note in review.notes:
        if isinstance(note.target, Claim):
            continue
        row = _row_of(note.target, numbers, where)
        if row is None:
            lost.append(note)
        else:
            found[row].append(note.text)
    return {row: "\n\n".join(texts) for row, texts in sorted(found.items())}, lost


def _claimed(
    review: Review, articles: Pair[Article], ledger: Ledger | None, where: Placed
) -> tuple[dict[int, EntryReview], set[Claim]]:
    """Return what is said of each entry, by its number, and the claims that are no entry any more."""
    marks, notes = review.marks(), review.texts()
    found: dict[int, EntryReview] = {}
    lost = set()
    for claim, number in _entries(review, articles, ledger, where).items():
        if number is None:
            lost.add(claim)
            continue
        before = found.get(number, NOTHING_SAID)
        texts = filter(None, (before.note, notes.get(claim, "")))
        found[number] = EntryReview(before.marks.union(marks.get(claim, ())), "\n\n".join(texts))
    return found, lost


def _entries(review: Review, articles: Pair[Article], ledger: Ledger | None, where: Placed) -> dict[Claim, int | None]:
    """Return the number of the entry that each claim of a review is, None for one that is no entry any more."""
    marked = (check.claim for check in review.checks)
    noted = (note.target for note in review.notes if isinstance(note.target, Claim))
    claims = list(dict.fromkeys([*marked, *noted]))
    if ledger is None or not claims:
        return dict.fromkeys(claims)
    numbers: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    for number, entry in enumerate(ledger.entries):
        numbers[_said_by(entry, articles)].append(number)
    asked = Counter(map(_words, claims))
    found: dict[Claim, int | None] = {}
    for claim in claims:
        same = numbers.get(_words(claim), [])
        there = [number for number in same if _stands(ledger.entries[number], claim.spot, where)]
        if not there and len(same) == 1 and asked[_words(claim)] == 1:
            there = same  # the only change of these words, whatever became of the paragraphs around them
        found[claim] = there[0] if there else None
    return found


def _words(claim: Claim) -> tuple[object, ...]:
    return claim.subject, claim.left, claim.right


def _said_by(entry: Entry, articles: Pair[Article]) -> tuple[object, ...]:
    left, right = (
        tuple(place.words(article) for place in places) for article, places in zip(articles, entry.places, strict=True)
    )
    return entry.subject, left, right


def _stands(entry: Entry, spot: Spot, where: Placed) -> bool:
    """Return whether an entry stands in the paragraphs of a spot, as far as these have a place."""
    for own, anchors, places in zip(entry.places, spot, where, strict=True):
        paragraphs = {at for anchor in anchors for at in places.get(anchor, ())}
        if own and not any(place.paragraph in paragraphs for place in own):
            return False
    return True
