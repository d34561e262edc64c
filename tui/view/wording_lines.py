"""The wordings of a paragraph through the versions, below each other, with the words that came new in each.

versions 1 to 2 · ¶4        Two people were killed when the ferry …
version 3 · ¶4              Three people were killed when the ferry …       Three: new, and it matters
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from diffing.history.model import History, ParagraphLine, Station, Wording

from ..present.cells import Role, right_cell
from ..present.groups import group_of
from ..present.lanes import shown_date
from ..text.sanitize import visible
from ..text.wrapping import width, wrap
from .following import lines_here
from .pieces import Look, Piece
from .version_line import progress
from .view_state import ViewState

_INDENT = 3
# Longer lines are hard to read.
_MOST_CELLS = 100
_NEW = (Role.ADDED, Role.REWORDED, Role.MOVED)


class Marked(NamedTuple):
    """A stretch of a text with a look of its own."""

    start: int
    end: int
    look: Look


def wording_lines(state: ViewState, cells: int) -> list[list[Piece]]:
    """Return all lines for the current paragraphs in a window `cells` wide."""
    if state.story is None:
        return []
    history = state.story.history
    if history is None:
        return [[Piece(_INDENT, visible(progress(state.story)), Look.DIM)]]
    lines: list[list[Piece]] = []
    for line in lines_here(state):
        lines += _of_line(line, history, cells)
    return lines


def _of_line(line: ParagraphLine, history: History, cells: int) -> Iterator[list[Piece]]:
    """Yield the lines of one paragraph, with a blank line between two wordings."""
    wordings = history.wordings(line)
    count = len(wordings)
    yield [Piece(1, visible(f"{count} wording{'' if count == 1 else 's'} of this paragraph"), Look.STRONG)]
    if line.split_from:
        yield [_remark(f"split from ¶{line.split_from.paragraph + 1} of version {line.split_from.version + 1}")]
    paragraph_in = dict(line.stations)
    for at, wording in enumerate(wordings):
        yield []
        station = Station(wording.first, paragraph_in[wording.first])
        yield [_remark(f"{_span(wording, history)} · ¶{station.paragraph + 1}")]
        new = _new_words(station, history) if at else []
        room = max(2, min(_MOST_CELLS, cells - 2 * _INDENT))
        for start, end in wrap(wording.text, room):
            yield list(_pieces(wording.text, start, end, new))
        after = wordings[at + 1].first if at + 1 < count else None
        if after is not None and after > wording.last + 1:
            yield []
            yield [_remark(f"not in {_versions(wording.last + 1, after - 1)}")]
    if line.merged_into:
        yield []
        yield [_remark(f"merged into ¶{line.merged_into.paragraph + 1} of version {line.merged_into.version + 1}")]
    elif line.last < len(history.versions) - 1:
        yield []
        yield [_remark(f"not in {_versions(line.last + 1, len(history.versions) - 1)}")]
    yield []


def _remark(text: str) -> Piece:
    return Piece(1, visible(text), Look.DIM)


def _versions(first: int, last: int) -> str:
    return f"version {first + 1}" if first == last else f"versions {first + 1} to {last + 1}"


def _span(wording: Wording, history: History) -> str:
    origin = history.versions[wording.first].origins[0]
    return f"{_versions(wording.first, wording.last)}, {shown_date(origin.date) or origin.label}"


def _new_words(station: Station, history: History) -> list[Marked]:
    """Return the stretches of a paragraph that are not in the version before; those that matter are apart."""
    ledger = history.steps[station.version - 1].ledger
    matters = [
        Marked(place.start, place.end, Look.MATTERS)
        for entry in ledger.entries
        if group_of(entry).matters and not entry.is_passage
        for place in entry.right
        if place.paragraph == station.paragraph
    ]
    return matters + [Marked(*stretch, Look.NEW) for stretch in _marked_in_step(station, history)]


def _marked_in_step(station: Station, history: History) -> list[tuple[int, int]]:
    """Return the stretches of a paragraph that its step marks as new."""
    step = history.steps[station.version - 1].comparison
    row = next(row for row in step.rows if station.paragraph in row.right)
    before = row.right[: row.right.index(station.paragraph)]
    start = len(step.right.text(before)) + 1 if before else 0
    end = start + len(step.right.paragraphs[station.paragraph].text)
    cell = right_cell(row)
    return [(first - start, last - start) for first, last, role in cell.runs((start, end)) if role in _NEW]


def _pieces(text: str, start: int, end: int, marked: Sequence[Marked]) -> Iterator[Piece]:
    """Yield the pieces of a line of a text; of two marks the first counts."""
    x = _INDENT
    cuts = sorted({start, end, *(cut for own in marked for cut in (own.start, own.end) if start < cut < end)})
    for first, last in pairwise(cuts):
        look = next((own.look for own in marked if own.start <= first < own.end), Look.PLAIN)
        yield Piece(x, visible(text[first:last]), look)
        x += width(visible(text[first:last]))
