"""The details of the ledger's entries as plain values, and back.

Counted("people")   <->   {"type": "counted", "noun": "people"}

A detail is an object whose `type` says which other fields it has.
"""

from collections.abc import Callable
from typing import Any, assert_never

from diffing.formats.fields import FieldError, Fields, array, integer, made, or_none, shown, text, truth
from diffing.ledger.core.details import (
    Counted,
    DateMeant,
    DatesMeant,
    Detail,
    Exchanged,
    Explanation,
    Extent,
    Occurrences,
    Opposites,
    Replacement,
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
        case Exchanged():
            return {"type": "exchanged"}
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


def detail_of(value: Any, place: Callable[[Any], Place]) -> Detail:
    """Return the detail of plain values; `place` reads a place in the other article. Raises FieldError."""
    fields = Fields(value)
    kind = fields.read("type", text)
    if kind not in _READERS and kind != "stated_without":
        raise FieldError(f"'{shown(kind)}' is no type of detail", "type")
    if kind == "stated_without":
        return StatedWithout(fields.read("place", place))
    return _READERS[kind](fields)


def _date_of(value: Any) -> DateMeant:
    fields = Fields(value)
    part = or_none(integer)
    return DateMeant(
        fields.read("unit", text),
        fields.read("year", part),
        fields.read("month", part),
        fields.read("day", part),
        fields.read("weekday", part),
        fields.read("shift", part),
        fields.read("minute", part),
        fields.read("zone", or_none(text)) or "",
    )


def _dates_of(fields: Fields) -> DatesMeant:
    return made(DatesMeant, fields.read("left", or_none(_date_of)), fields.read("right", or_none(_date_of)))


def _word_changes_of(fields: Fields) -> WordChanges:
    def replacement(value: Any) -> Replacement:
        return Replacement(Fields(value).read("left", text), Fields(value).read("right", text))

    texts = array(text)
    return made(
        WordChanges, fields.read("replaced", array(replacement)), fields.read("cut", texts), fields.read("added", texts)
    )


_READERS: dict[str, Callable[[Fields], Detail]] = {
    "counted": lambda fields: Counted(fields.read("noun", text)),
    "occurrences": lambda fields: made(Occurrences, fields.read("count", integer)),
    "dates": _dates_of,
    "speakers": lambda fields: made(Speakers, fields.read("left", array(text)), fields.read("right", array(text))),
    "word_changes": _word_changes_of,
    "without_marks": lambda fields: WithoutMarks(fields.read("exact", truth)),
    "senses": lambda fields: Senses(fields.read("left", text), fields.read("right", text)),
    "opposites": lambda fields: Opposites(),
    "exchanged": lambda fields: Exchanged(),
    "extent": lambda fields: Extent(fields.read("whole", truth)),
    "explanation": lambda fields: made(
        Explanation, fields.read("entries", array(integer)), fields.read("silent", integer)
    ),
}
