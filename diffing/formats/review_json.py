"""A review as newsdiff's JSON of reviews, version 1, and back. docs/checking.md describes every field.

    {"review": 1,
     "left": {"source": "monday.txt", "sha256": "3f..."}, "right": ...,
     "pins": [...], "notes": [...], "checks": [...]}

A pin, a note and a check take a line each, so that the file can be read, and compared with its older self.
"""

from collections.abc import Callable, Iterator
from typing import Any

from diffing.errors import FormatError
from diffing.formats.fields import FieldError, Fields, array, count, integer, made, member, or_none, parsed, text
from diffing.formats.json import LINE_A_ROW, array_pieces, dump
from diffing.ledger.core.model import Subject
from diffing.model import Pair
from diffing.review.model import Anchor, Check, Claim, Mark, Note, Pin, Pinned, Review, Seen, Spot

REVIEW_VERSION = 1


def review_to_json(review: Review) -> str:
    """Return a review as one JSON document, without a final line feed."""
    return "".join(_pieces(review))


def _pieces(review: Review) -> Iterator[str]:
    between = LINE_A_ROW.field
    yield f'{{"review": {REVIEW_VERSION}'
    if review.seen is not None:
        for name, seen in (("left", review.seen.left), ("right", review.seen.right)):
            yield f'{between}"{name}": {dump({"source": seen.source, "sha256": seen.digest})}'
    for name, items in (
        ("pins", [{"what": pin.what, **_spot(pin.spot)} for pin in review.pins]),
        ("notes", [{"text": note.text, **_target(note.target)} for note in review.notes]),
        ("checks", [{"marks": check.marks, "entry": _claim(check.claim)} for check in review.checks]),
    ):
        yield f'{between}"{name}": '
        yield from array_pieces(iter(items), LINE_A_ROW)
    yield "}"


def _anchor(anchor: Anchor) -> dict[str, Any]:
    return {"text": anchor.text, "before": anchor.before, "after": anchor.after, "at": anchor.at}


def _spot(spot: Spot) -> dict[str, Any]:
    return {"left": [*map(_anchor, spot.left)], "right": [*map(_anchor, spot.right)]}


def _claim(claim: Claim) -> dict[str, Any]:
    words = {"left": claim.left, "right": claim.right}
    return {"subject": claim.subject, "words": words, "paragraphs": _spot(claim.spot)}


def _target(target: Spot | Claim) -> dict[str, Any]:
    return {"entry": _claim(target)} if isinstance(target, Claim) else {"paragraphs": _spot(target)}


def review_from_json(document: str) -> Review:
    """Return the review of a document. Raises FormatError."""
    value = parsed(document)
    try:
        fields = Fields(value)
        version = fields.read("review", integer)
        if version > REVIEW_VERSION:
            raise FormatError("a newer newsdiff wrote this review")
        if version < REVIEW_VERSION:
            raise FormatError(f"there is no version {version} of newsdiff's reviews")
        left, right = fields.optional("left", or_none(_seen), None), fields.optional("right", or_none(_seen), None)
        return Review(
            fields.read("pins", array(_pin_of)),
            fields.read("notes", array(_note_of)),
            fields.read("checks", array(_check_of)),
            Pair(left, right) if left is not None and right is not None else None,
        )
    except FieldError as error:
        where = f" {error.path}:" if error.path else ""
        raise FormatError(f"not a review of newsdiff:{where} {error.reason}") from None


def _seen(value: Any) -> Seen:
    fields = Fields(value)
    return Seen(fields.read("source", text), fields.read("sha256", text))


def _anchor_of(value: Any) -> Anchor:
    fields = Fields(value)
    return made(
        Anchor,
        fields.read("text", text),
        fields.read("before", text),
        fields.read("after", text),
        fields.read("at", count),
    )


def _spot_of(value: Any) -> Spot:
    fields = Fields(value)
    spot = Spot(fields.read("left", array(_anchor_of)), fields.read("right", array(_anchor_of)))
    if not spot.left and not spot.right:
        raise FieldError("no paragraph")
    return spot


def _both_sides(value: Any) -> Spot:
    spot = _spot_of(value)
    if not spot.left or not spot.right:
        raise FieldError("paragraphs of one side only")
    return spot


def _pin_of(value: Any) -> Pin:
    return Pin(Fields(value).read("what", member(Pinned)), _both_sides(value))


def _claim_of(value: Any) -> Claim:
    fields = Fields(value)
    words = fields.read("words", lambda found: _sides(found, array(text)))
    return Claim(fields.read("subject", member(Subject)), *words, fields.read("paragraphs", _spot_of))


def _sides(value: Any, read: Callable[[Any], tuple[str, ...]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return Fields(value).read("left", read), Fields(value).read("right", read)


def _note_of(value: Any) -> Note:
    fields = Fields(value)
    if "entry" in fields:
        return Note(fields.read("entry", _claim_of), fields.read("text", text))
    return Note(fields.read("paragraphs", _spot_of), fields.read("text", text))


def _check_of(value: Any) -> Check:
    fields = Fields(value)
    marks = fields.read("marks", array(member(Mark)))
    if not marks:
        raise FieldError("no mark", "marks")
    return Check(fields.read("entry", _claim_of), tuple(mark for mark in Mark if mark in marks))
