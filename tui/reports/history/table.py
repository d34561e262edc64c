"""The lanes of a history as a table of RFC 4180: a row for each lane, a column for each version.

number,fact,about,1 v1.txt,2 v2.txt,3 v3.txt,changed,note,without a note
1,number,people,Two,Three,Three,2,,2
"""

import csv
import io
from collections.abc import Iterable, Iterator

from diffing.history.model import History, Lane, State

from ...present.lanes import NOT_FOUND, lane_title, shown_words
from ...text.spreadsheet import cell


def lane_rows(history: History) -> Iterator[str]:
    """Yield the lines of the table with their ends."""
    versions = (f"{number} {version.label}" for number, version in enumerate(history.versions, start=1))
    yield _line(("number", "fact", "about", *versions, "changed", "note", "without a note"))
    for number, lane in enumerate(history.lanes, start=1):
        changed = [event.version + 1 for event in lane.events]
        notes = sorted({event.note + 1 for event in lane.events if event.note is not None})
        without = [event.version + 1 for event in lane.events if event.is_accountable and event.note is None]
        lists = (" ".join(map(str, numbers)) for numbers in (changed, notes, without))
        yield _line((str(number), lane.fact.value, lane_title(lane, history), *_values(lane, history), *lists))


def _values(lane: Lane, history: History) -> Iterator[str]:
    """Yield what the fact is in each version; '' where it is absent."""
    stands = {stand.version: shown_words(stand) for stand in lane.stands}
    for version in range(len(history.versions)):
        state = lane.state(version)
        yield stands[version] if state is State.STANDS else NOT_FOUND if state is State.UNKNOWN else ""


def _line(values: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(map(cell, values))
    return line.getvalue()
