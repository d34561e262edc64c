"""The wordings of a paragraph through the versions, below each other, with the words that came new in each.

versions 1 to 2 · ¶4        Two people were killed when the ferry …
version 3 · ¶4              Three people were killed when the ferry …       Three: new
"""

from collections.abc import Iterator
from itertools import pairwise

from diffing.history.model import History, ParagraphLine, Station, Wording

from ..present.cells import Role, right_cell
from ..text.sanitize import visible
from ..text.wrapping import width, wrap
from .following import lines_here
from .pieces import Look, Piece
from .version_columns import labels
from .version_line import progress
from .view_state import ViewState

_INDENT = 3
_MOST_CELLS = 100
_NEW = (Role.ADDED, Role.REWORDED, Role.MOVED)


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
    times = list(labels(history.versions, _MOST_CELLS))
    for at, wording in enumerate(wordings):
        yield []
        yield [_remark(f"{_span(wording, times)} · ¶{paragraph_in[wording.first] + 1}")]
        new = _new_words(Station(wording.first, paragraph_in[wording.first]), history) if at else []
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


def _span(wording: Wording, times: list[str]) -> str:
    return f"{_versions(wording.first, wording.last)}, {times[wording.first]}"


def _new_words(station: Station, history: History) -> list[tuple[int, int]]:
    """Return the stretches of a paragraph that are not in the version before, as its step marks them."""
    step = history.steps[station.version - 1].comparison
    row = next(row for row in step.rows if station.paragraph in row.right)
    before = row.right[: row.right.index(station.paragraph)]
    start = len(step.right.text(before)) + 1 if before else 0
    end = start + len(step.right.paragraphs[station.paragraph].text)
    cell = right_cell(row)
    return [(first - start, last - start) for first, last, role in cell.runs((start, end)) if role in _NEW]


def _pieces(text: str, start: int, end: int, new: list[tuple[int, int]]) -> Iterator[Piece]:
    """Yield the pieces of a line of a text, with the stretches that are new."""
    x = _INDENT
    cuts = sorted({start, end, *(cut for stretch in new for cut in stretch if start < cut < end)})
    for first, last in pairwise(cuts):
        look = Look.MATTERS if any(own[0] <= first < own[1] for own in new) else Look.PLAIN
        yield Piece(x, visible(text[first:last]), look)
        x += width(visible(text[first:last]))
