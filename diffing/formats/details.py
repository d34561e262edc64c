"""The details of the ledger's entries as plain values, and back.

Counted("people")   <->   {"type": "counted", "noun": "people"}

A detail is an object whose `type` says which other fields it has.
"""

from collections.abc import Callable
from typing import Any, assert_never

from diffing.ledger.core.details import (
    Counted,
    DateMeant,
    DatesMeant,
    Detail,
    Explanation,
    Extent,
    Occurrences,
    Opposites,
    Senses,
    Speakers,
    StatedWithout,
    WithoutMarks,
    WordChanges,
)
from diffing.model import Place


def detail_document(detail: Detail, place_document: Callable[[Place], dict[str, Any]]) -> dict[str, Any]:
    """Return a detail as plain values; `place_document` makes those of a place in the other article."""
    match detail:
        case Counted(noun):
            return {"type": "counted", "noun": noun}
        case Occurrences(count):
            return {"type": "occurrences", "count": count}
        case DatesMeant(left, right):
            return {"type": "dates", "left": left and _date(left), "right": right and _date(right)}
        case Speakers(left, right):
            return {"type": "speakers", "left": left, "right": right}
        case WordChanges(replaced, cut, added):
            pairs = [{"left": one.left, "right": one.right} for one in replaced]
            return {"type": "word_changes", "replaced": pairs, "cut": cut, "added": added}
        case WithoutMarks(is_exact):
            return {"type": "without_marks", "exact": is_exact}
        case Senses(left, right):
            return {"type": "senses", "left": left, "right": right}
        case Opposites():
            return {"type": "opposites"}
        case StatedWithout(place):
            return {"type": "stated_without", "place": place_document(place)}
        case Extent(is_whole):
            return {"type": "extent", "whole": is_whole}
        case Explanation(entries, silent):
            return {"type": "explanation", "entries": entries, "silent": silent}
        case _:
            assert_never(detail)


def _date(date: DateMeant) -> dict[str, Any]:
    return {
        "unit": date.unit,
        "year": date.year,
        "month": date.month,
        "day": date.day,
        "weekday": date.weekday,
        "shift": date.shift,
        "minute": date.minute,
        "zone": date.zone or None,
    }
