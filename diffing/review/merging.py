"""Two reviews that grew out of one: what both readers said, so that nothing is lost.

    before   note A, note B                 the file as this newsdiff read it last
    ours     note A, note C                 here B was taken away and C written
    theirs   note A, note B, note D         meanwhile another newsdiff wrote D
    merged   note A, note C, note D

What only one of the two changed is as it left it. Where both changed one thing, both texts of a note are kept, all
marks, and the pin that was set here.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from diffing.review.model import Check, Mark, Note, Pin, Pinned, Review, Spot

K = TypeVar("K")
V = TypeVar("V")


def merge_reviews(before: Review, ours: Review, theirs: Review) -> Review:
    """Return both reviews in one; the sides of all three are the same, and the articles are those of ours."""
    pins = _merged(_pins(before), _pins(ours), _pins(theirs), lambda own, _: own)
    notes = _merged(before.texts(), ours.texts(), theirs.texts(), _both_texts)
    checks = _merged(before.marks(), ours.marks(), theirs.marks(), _all_marks)
    return Review(
        tuple(Pin(what, spot) for spot, what in pins.items()),
        tuple(Note(target, text) for target, text in notes.items()),
        tuple(Check(claim, marks) for claim, marks in checks.items()),
        ours.seen,
    )


def _pins(review: Review) -> Mapping[Spot, Pinned]:
    return {pin.spot: pin.what for pin in review.pins}


def _merged(before: Mapping[K, V], ours: Mapping[K, V], theirs: Mapping[K, V], both: Callable[[V, V], V]) -> dict[K, V]:
    """Return what is said in the end; `both` makes one of two different new values."""
    found: dict[K, V] = {}
    for key in _keys(theirs, ours):
        base, own, other = before.get(key), ours.get(key), theirs.get(key)
        if own == other or other == base:
            value = own
        elif own == base:
            value = other
        else:
            value = both(own, other) if own is not None and other is not None else own if other is None else other
        if value is not None:
            found[key] = value
    return found


def _keys(*said: Iterable[K]) -> dict[K, None]:
    return dict.fromkeys(key for one in said for key in one)


def _both_texts(ours: str, theirs: str) -> str:
    if ours in theirs:
        return theirs
    return ours if theirs in ours else f"{theirs}\n\n{ours}"


def _all_marks(ours: tuple[Mark, ...], theirs: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """Return the marks of both; what one of them calls wrong, the other one may have checked: ours decides."""
    if (Mark.WRONG in ours) != (Mark.WRONG in theirs):
        return ours
    return tuple(mark for mark in Mark if mark in ours or mark in theirs)
