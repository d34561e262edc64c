"""A review with one thing more said, changed or taken back.

    pair_paragraphs(review, spot)         the paragraphs of the spot are a pair, and in no other pin
    part_paragraphs(review, spot)         no left one of them corresponds to a right one
    write_note(review, target, "Ask.")    a note in place of the one before; "" takes it away
    toggle_mark(review, claim, WRONG)     the mark is set, or taken away where it is set

What the reader says last counts. Anchors are compared as they stand: who edits what an older review says gives its own
targets.
"""

from collections.abc import Iterable
from dataclasses import replace

from diffing.review.model import Anchor, Check, Claim, Mark, Note, Pin, Pinned, Review, Spot


def pair_paragraphs(review: Review, spot: Spot) -> Review:
    """Return the review with a pair; its paragraphs are in no other pair, and not parted from each other any more."""
    if not spot.left or not spot.right:
        raise ValueError("a pair has paragraphs on both sides")
    kept = (rest for pin in review.pins for rest in _beside(pin, spot))
    return replace(review, pins=(*kept, Pin(Pinned.PAIR, spot)))


def part_paragraphs(review: Review, spot: Spot) -> Review:
    """Return the review with paragraphs parted, which are in no pair with each other any more."""
    if not spot.left or not spot.right:
        raise ValueError("only paragraphs of both sides can be parted")
    kept = (pin for pin in review.pins if not (pin.what is Pinned.PAIR and _meet(pin.spot, spot)))
    pins = [pin for pin in kept if pin != Pin(Pinned.PARTED, spot)]
    return replace(review, pins=(*pins, Pin(Pinned.PARTED, spot)))


def unpin(review: Review, spots: Iterable[Spot]) -> Review:
    """Return the review without what it says of the pairing of these spots."""
    gone = set(spots)
    return replace(review, pins=tuple(pin for pin in review.pins if pin.spot not in gone))


def write_note(review: Review, target: Spot | Claim, text: str) -> Review:
    """Return the review with this note on the target alone; without one if the text is blank.

    A note on some paragraphs takes the place of those that stand at one of them.
    """
    others = tuple(note for note in review.notes if not _stands_at(note.target, target))
    kept = text.strip("\n").rstrip()
    return replace(review, notes=(*others, Note(target, kept)) if kept.strip() else others)


def toggle_mark(review: Review, claim: Claim, mark: Mark) -> Review:
    """Return the review with a mark of an entry set, or taken away where it is set.

    What is wrong is checked by that, and is not important: `wrong` excludes the other two.
    """
    before = {mark for check in review.checks if check.claim == claim for mark in check.marks}
    now = before ^ {mark}
    if mark in now:
        now -= {Mark.CHECKED, Mark.IMPORTANT} if mark is Mark.WRONG else {Mark.WRONG}
    others = tuple(check for check in review.checks if check.claim != claim)
    marks = tuple(one for one in Mark if one in now)
    return replace(review, checks=(*others, Check(claim, marks)) if marks else others)


def _stands_at(noted: Spot | Claim, target: Spot | Claim) -> bool:
    """Return whether a note stands at a target: the first right paragraph, or else the first left one, says where."""
    if isinstance(noted, Claim) or isinstance(target, Claim):
        return noted == target
    return noted.right[0] in target.right if noted.right else noted.left[0] in target.left


def _meet(one: Spot, other: Spot) -> bool:
    """Return whether two spots have paragraphs of both sides in common."""
    return not set(one.left).isdisjoint(other.left) and not set(one.right).isdisjoint(other.right)


def _beside(pin: Pin, spot: Spot) -> Iterable[Pin]:
    """Yield what remains of a pin beside a new pair."""
    if pin.what is Pinned.PAIR:
        left, right = _without(pin.spot.left, spot.left), _without(pin.spot.right, spot.right)
        if left and right:
            yield Pin(Pinned.PAIR, Spot(left, right))
    elif not _meet(pin.spot, spot):
        yield pin


def _without(anchors: Iterable[Anchor], taken: Iterable[Anchor]) -> tuple[Anchor, ...]:
    gone = set(taken)
    return tuple(anchor for anchor in anchors if anchor not in gone)
