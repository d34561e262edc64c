"""The ledger as a part of newsdiff's JSON; docs/json.md describes every field.

12 > 14   ->   {"class": "fact", "subject": "number", "change": "changed", "left": [{"text": "12", ...}], ...}
"""

from collections.abc import Iterator
from typing import Any

from diffing.ledger.correspondence import row_numbers
from diffing.ledger.entries import Ledger, Place
from diffing.ledger.importance import weight
from diffing.model import Article, Comparison


def coverage_document(ledger: Ledger) -> dict[str, Any]:
    """What the ledger looked for, as plain values."""
    languages = ledger.languages
    return {
        "languages": {"left": languages.left or None, "right": languages.right or None},
        "uncovered": ledger.uncovered,
    }


def entry_documents(ledger: Ledger, comparison: Comparison) -> Iterator[dict[str, Any]]:
    """Its entries as plain values, the weightiest first."""
    rows = row_numbers(comparison)
    for entry in ledger.entries:
        yield {
            "class": weight(entry),
            "subject": entry.subject,
            "change": entry.change,
            "left": [_place(comparison.left, place, rows.left) for place in entry.left],
            "right": [_place(comparison.right, place, rows.right) for place in entry.right],
            "found": entry.found,
            "note": entry.note or None,
        }


def _place(article: Article, place: Place, rows: dict[int, int]) -> dict[str, Any]:
    return {
        "row": rows[place.paragraph],
        "paragraph": place.paragraph,
        "start": place.start,
        "end": place.end,
        "text": place.words(article),
    }
