"""The line of versions above the articles: times, numbers with the two in view, and the weight of each step.

                      07:42       08:05       09:30       12:10
compared 2 → 3        1 ───────── 2 ━━━━━━━━━ 3 ───────── 4
changes that matter      ■ 1         ■■■ 3       –
"""

from collections.abc import Iterator, Sequence
from enum import Enum

from ..present.lanes import counted
from ..text.sanitize import visible
from ..text.wrapping import width
from .pieces import Look, Piece, piece
from .story import Ends, Pane, Story
from .version_columns import Columns, columns, labels, span

_BAR, _NONE, _NOT_YET = "■", "–", "…"
_LINE, _THICK = "─", "━"
# Cells of a bar, at most, and the cells of a column before it.
_LONGEST, _BEFORE = 6, 3


class Line(Enum):
    """The lines, from top to bottom."""

    SUMMARY = "summary"
    TIMES = "times"
    NUMBERS = "numbers"
    WEIGHTS = "weights"


def version_line(story: Story, cells: int, lines: Sequence[Line]) -> list[list[Piece]]:
    """Return the pieces of these lines in a window `cells` wide."""
    own = columns(len(story.versions), cells, story.ends)
    make = {
        Line.SUMMARY: lambda: _summary(story, cells),
        Line.TIMES: lambda: _times(story, own),
        Line.NUMBERS: lambda: _numbers(story, own, cells),
        Line.WEIGHTS: lambda: _weights(story, own, cells),
    }
    return [list(make[line]()) for line in lines]


def _summary(story: Story, cells: int) -> Iterator[Piece]:
    """Yield the name of the story, and how many facts changed without a note, or what is still to be made."""
    result = progress(story) if story.history is None else counted(story.history)
    parts = result.split(" · ")
    shorter = (" · ".join(parts[at:]) for at in range(len(parts)))
    result = next((text for text in shorter if width(text) <= cells * 2 // 3), parts[-1])
    head = f"{len(story.versions)} versions"
    when = span(story.versions)
    name = piece(1, story.name, max(1, cells // 3), Look.STRONG)
    right = piece(max(1, cells - width(result) - 1), result, cells - 1, Look.DIM)
    # The part that an editor looks for.
    *before, last = result.split(" · ")
    if story.history is not None and before and not last.startswith("0 "):
        yield right._replace(text=visible(" · ".join(before) + " · "))
        yield Piece(right.end - width(last), visible(last), Look.MATTERS)
    elif right.x > name.end:
        yield right
    yield name
    for words in (f"{head}, {when}" if when else head, head):
        if name.end + width(words) + 4 <= right.x:
            yield piece(name.end + 2, words, cells, Look.DIM)
            break


def progress(story: Story) -> str:
    """Return how many steps are made, while some are not."""
    return story.failure or f"compared: {story.made} of {story.last} steps"


def _times(story: Story, own: Columns) -> Iterator[Piece]:
    for version, label in enumerate(labels(story.versions, own.step - 1)):
        if version in own.shown:
            yield piece(own.x(version), label, own.step - 1, Look.STRONG if version in story.ends else Look.DIM)


def _numbers(story: Story, own: Columns, cells: int) -> Iterator[Piece]:
    ends = str(story.ends)
    label = f"{ends} compared"
    yield piece(1, label if width(label) + 4 <= own.start else ends, own.start - 3, Look.STRONG)
    if own.first:
        yield Piece(own.start - 2, visible("‹"), Look.DIM)
    for version in own.shown:
        number = str(version + 1)
        x = own.x(version)
        yield piece(x, number, own.step - 1, Look.STRONG if version in story.ends else Look.DIM)
        line = own.step - len(number) - 2
        if version + 1 in own.shown and line > 0:
            is_between = story.ends.left <= version < story.ends.right
            yield Piece(
                x + len(number) + 1, visible((_THICK if is_between else _LINE) * line), _look_of_line(is_between)
            )
    behind = story.last - own.shown[-1]
    if behind:
        yield piece(own.end, f"› {behind} more", max(1, cells - own.end), Look.DIM)


def _look_of_line(is_between: bool) -> Look:
    return Look.STRONG if is_between else Look.DIM


def _weights(story: Story, own: Columns, cells: int) -> Iterator[Piece]:
    label = "changes that matter" if own.start > width(" changes that matter") else "that matter"
    yield piece(1, label, own.start - 2, Look.DIM)
    most = max(story.weights.values(), default=0)
    for version in own.shown:
        if version == story.last:
            break
        x = own.x(version) + min(_BEFORE, own.step // 3)
        weight = story.weights.get(Ends(version, version + 1))
        if x + own.step - 1 > cells:
            break
        if not weight:
            yield Piece(x, visible(_NOT_YET if weight is None else _NONE), Look.DIM)
            continue
        number = str(weight)
        room = max(1, min(_LONGEST, own.step - len(number) - 2))
        bar = _BAR * (weight if most <= room else max(1, round(weight * room / most)))
        yield Piece(x, visible(bar), Look.MATTERS)
        yield Piece(x + len(bar) + 1, visible(number), Look.DIM)
    if story.pane is Pane.LANES and cells - own.end > len("note in"):
        yield piece(cells - len("note in") - 1, "note in", len("note in"), Look.DIM)


def clicked(story: Story, cells: int, line: Line, x: int) -> Ends | None:
    """Return the versions that a click on a line asks for: a version with the nearer one in view, or a step."""
    own = columns(len(story.versions), cells, story.ends)
    version = own.version_at(x)
    if line is Line.SUMMARY or version is None:
        return None
    left, right = story.ends
    is_on_line = line is Line.NUMBERS and x - own.x(version) > len(str(version + 1))
    if line is Line.WEIGHTS or is_on_line:
        return Ends(version, version + 1) if version < story.last else None
    if version in story.ends:
        return None
    return Ends(version, right) if abs(version - left) < abs(version - right) else Ends(left, version)
