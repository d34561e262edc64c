"""Write a history as newsdiff's JSON of histories, version 1. docs/versions.md describes every field.

The articles stand in their versions, once; the steps have rows and ledgers as the JSON of a comparison has them.
"""

from collections.abc import Iterator
from typing import Any

from diffing.formats.articles import article_pieces
from diffing.formats.json import LINE_A_ROW, array_pieces, dump, ledger_pieces, row_documents, translated_facts
from diffing.history.model import Disagreement, EntryAt, History, Lane, LaneEvent, ParagraphLine, Stand, Station, Step
from diffing.model import Article, Place

HISTORY_VERSION = 1


def history_to_json(history: History) -> str:
    """Return a history as one JSON document, without a final line feed."""
    return "".join(history_json_pieces(history))


def history_json_pieces(history: History) -> Iterator[str]:
    """Yield the same document in pieces."""
    between = LINE_A_ROW.field
    yield f'{{"history": {HISTORY_VERSION}{between}"versions": ['
    for number, version in enumerate(history.versions):
        origins = [origin._asdict() for origin in version.origins]
        yield f'{"," if number else ""}\n  {{"origins": {dump(origins)}, "article": '
        yield from article_pieces(version.article, dump)
        yield "}"
    yield f']{between}"lanes": '
    yield from array_pieces((_lane(lane, history) for lane in history.lanes), LINE_A_ROW)
    yield f'{between}"unnoted": '
    yield dump([_change(lane, event) for lane, event in _unnoted(history)])
    yield f'{between}"lines": '
    yield from array_pieces(map(_line, history.lines), LINE_A_ROW)
    yield f'{between}"disagreements": {dump([*map(_disagreement, history.disagreements)])}{between}"steps": ['
    for number, step in enumerate(history.steps):
        yield f"{',' if number else ''}\n "
        yield from _step_pieces(number, step)
    yield "]}"


def _step_pieces(number: int, step: Step) -> Iterator[str]:
    facts: dict[str, Any] = {"left": number, "right": number + 1, "bounded": step.comparison.bounded}
    facts |= translated_facts(step.comparison)
    yield f'{dump(facts)[:-1]}, "ledger": '
    yield from ledger_pieces(step.ledger, step.comparison, LINE_A_ROW)
    yield ', "rows": '
    yield from array_pieces(row_documents(step.comparison, step.ledger), LINE_A_ROW)
    yield "}"


def _lane(lane: Lane, history: History) -> dict[str, Any]:
    return {
        "fact": lane.fact,
        "label": lane.label,
        "stands": [_stand(stand, history.versions[stand.version].article) for stand in lane.stands],
        "events": [_event(event) for event in lane.events],
    }


def _stand(stand: Stand, article: Article) -> dict[str, Any]:
    return {
        "version": stand.version,
        "words": stand.words,
        "places": [_place(place, article) for place in stand.places],
    }


def _place(place: Place, article: Article) -> dict[str, Any]:
    return {"paragraph": place.paragraph, "start": place.start, "end": place.end, "text": place.words(article)}


def _event(event: LaneEvent) -> dict[str, Any]:
    return {
        "version": event.version,
        "change": event.change,
        "back": event.is_back,
        "accountable": event.is_accountable,
        "note": event.note,
        "entries": [_entry_at(at) for at in event.entries],
    }


def _entry_at(at: EntryAt) -> dict[str, Any]:
    return {"step": at.step, "entry": at.entry, "child": at.child}


def _unnoted(history: History) -> Iterator[tuple[int, int]]:
    """Yield the lane and the event of each fact changed without a note, by version."""
    numbers = {id(lane): number for number, lane in enumerate(history.lanes)}
    for lane, event in history.unnoted:
        yield numbers[id(lane)], lane.events.index(event)


def _change(lane: int, event: int) -> dict[str, int]:
    return {"lane": lane, "event": event}


def _line(line: ParagraphLine) -> dict[str, Any]:
    return {
        "stations": [_station(station) for station in line.stations],
        "split_from": line.split_from and _station(line.split_from),
        "merged_into": line.merged_into and _station(line.merged_into),
    }


def _station(station: Station) -> dict[str, int]:
    return station._asdict()


def _disagreement(one: Disagreement) -> dict[str, Any]:
    return {"by_steps": one.by_steps, "directly": one.directly}
