"""Notes and marks of a reader, in the JSON of the comparison that they are on.

{"checked": 2, "of": 8, "entries": [{"entry": 0, "marks": ["checked"], "note": null}], "notes": [...], "lost": [...]}
"""

from typing import Any

from diffing.review.model import Check, Claim, Mark, Note, Pin, Spot
from diffing.review.reviewed import Reviewed


def reviewed_document(reviewed: Reviewed) -> dict[str, Any]:
    """Return it as plain values."""
    return {
        "checked": reviewed.settled,
        "of": reviewed.total,
        "entries": [
            {"entry": number, "marks": [mark for mark in Mark if mark in said.marks], "note": said.note or None}
            for number, said in sorted(reviewed.said.items())
        ],
        "notes": [{"row": row, "note": note} for row, note in sorted(reviewed.rows.items())],
        "lost": [_lost(one) for one in reviewed.lost],
    }


def _lost(one: Pin | Note | Check) -> dict[str, Any]:
    match one:
        case Pin(what, spot):
            return {"what": what, "note": None, "marks": [], **_about(spot)}
        case Note(target, text):
            return {"what": "note", "note": text, "marks": [], **_about(target)}
        case Check(claim, marks):
            return {"what": "check", "note": None, "marks": marks, **_about(claim)}


def _about(target: Spot | Claim) -> dict[str, Any]:
    """Return the words that a note or a mark is about, or the paragraphs."""
    if isinstance(target, Claim):
        return {"left": target.left, "right": target.right}
    return {name: [anchor.text for anchor in side] for name, side in zip(("left", "right"), target, strict=True)}
