"""Rows of a comparison -> lines at a width. Pure: no app, no colour.

    Columns     where the text, the numbers and the gutter stand at a width
    Cell        what one column of a row shows: text, and the role of each stretch of it
    Line        one screen line of a row: a stretch of each cell
    Layout      all rows at a width: which row stands at line y, and on which lines a row stands

Wide, a row is two cells side by side, as high as the taller one, so the two articles cannot drift apart:

    ▌ 11 Since then, Maduro has received      ~   6 Since then, Maduro has received
    ▌    support to be able to continue.     93     support to continue.

Narrow, it is a heading and one cell, the redline, with what only the left has before what only the right has:

    ▌ 11 ↔ 6  ~ 93
    ▌ Since then, Maduro has received support to be able to continue.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import accumulate

from diffing.model import Comparison, Kind, Op, Row, Span
from tui.labels import percent, places, sign
from tui.visible import Visible, visible
from tui.wrapping import Stretch, wrap

# Columns of prose are readable to about this many cells (Bringhurst, The Elements of Typographic Style: 45 to 75).
MEASURE = 72
# Below this width two columns are too narrow for prose, and a row is one redline.
SIDE_BY_SIDE_FROM = 90
# The least width in which anything can be read.
LEAST_MEASURE = 8

BAR_WIDTH = 2
GUTTER_WIDTH = 4
_SPACE = 1
_LEAST_NUMBER_WIDTH = 3
# Rows whose lines are kept: some screens' worth. Each is cheap to make again.
_KEPT_ROWS = 400


class Role(Enum):
    """What a stretch of text is to the reader."""

    UNCHANGED = "unchanged"
    ADDED = "added"
    OMITTED = "omitted"
    REWORDED = "reworded"
    REWORDED_AWAY = "reworded-away"
    REWORDED_STRUCK = "reworded-struck"
    ADDED_PARAGRAPH = "added-paragraph"
    OMITTED_PARAGRAPH = "omitted-paragraph"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Columns:
    """Where things stand at a width, in cells from the left: bar, number, text, gutter, number, text.

    With one column there is no gutter and no number: they stand in the row's heading.
    """

    width: int
    margin: int
    number: int
    text: int
    is_redline: bool

    @classmethod
    def fit(cls, width: int, most_paragraphs: int) -> "Columns":
        """The columns for a width and the number of paragraphs of the longer article."""
        if width < SIDE_BY_SIDE_FROM:
            text = max(LEAST_MEASURE, min(MEASURE, width - BAR_WIDTH - _SPACE))
            return cls(width, max(0, (width - BAR_WIDTH - text - _SPACE) // 2), 0, text, is_redline=True)
        number = max(_LEAST_NUMBER_WIDTH, len(str(most_paragraphs)))
        around = BAR_WIDTH + 2 * (number + _SPACE) + GUTTER_WIDTH + 2 * _SPACE + _SPACE
        text = min(MEASURE, (width - around) // 2)
        return cls(width, (width - around - 2 * text) // 2, number, text, is_redline=False)


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of one column of a row, paragraphs parted by line feeds, and where each role ends.

    `marks` are (end, role) in rising order and reach over the whole text.
    """

    text: str
    marks: tuple[tuple[int, Role], ...]

    def runs(self, stretch: Stretch) -> Iterator[tuple[Visible, Role]]:
        """The pieces of one role each in a stretch of the text, made visible."""
        start, end = stretch
        for mark_end, role in self.marks[bisect_right(self.marks, start, key=lambda mark: mark[0]) :]:
            piece = self.text[start : min(mark_end, end)]
            if piece:
                yield visible(piece), role
            start = mark_end
            if start >= end:
                return


@dataclass(frozen=True, slots=True)
class Line:
    """One screen line of a row: a stretch of each cell (none where the cell has ended) and what stands beside them.

    The numbers are those of the paragraphs that begin on this line. A heading is a line of its own, with sign and
    similarity behind it.
    """

    left: Stretch | None = None
    right: Stretch | None = None
    left_number: str = ""
    right_number: str = ""
    sign: str = ""
    similarity: str = ""
    heading: str = ""


@dataclass(frozen=True, slots=True)
class RowLines:
    """A row laid out: its cells (a redline has one, in `left`) and its lines."""

    left: Cell
    right: Cell
    lines: tuple[Line, ...]


class Layout:
    """All rows of a comparison at a width, each with a blank line after it.

    Lines are counted from 0 over the whole comparison.
    """

    def __init__(self, comparison: Comparison, width: int) -> None:
        self.comparison = comparison
        articles = comparison.articles
        most = max(len(article.paragraphs) for article in articles)
        self.columns = Columns.fit(width, most)
        self._tops = list(accumulate((self._height(row) for row in comparison.rows), initial=0))
        self.row_lines = lru_cache(maxsize=_KEPT_ROWS)(self._row_lines)

    @property
    def height(self) -> int:
        """The number of lines of everything."""
        return self._tops[-1]

    def top(self, row: int) -> int:
        """The first line of a row."""
        return self._tops[row]

    def bottom(self, row: int) -> int:
        """The line after a row's last one, the blank line not counted."""
        return self._tops[row + 1] - 1

    def row_at(self, y: int) -> int:
        """The row a line belongs to; before the first line the first row, behind the last line the last row."""
        last = len(self._tops) - 2
        return max(0, min(last, bisect_right(self._tops, y) - 1))

    def _height(self, row: Row) -> int:
        """The lines of a row and the blank one after it."""
        return len(self._lines_of(row, *self._cells(row))) + 1

    def _row_lines(self, index: int) -> RowLines:
        row = self.comparison.rows[index]
        left, right = self._cells(row)
        return RowLines(left, right, tuple(self._lines_of(row, left, right)))

    def _cells(self, row: Row) -> tuple[Cell, Cell]:
        if self.columns.is_redline:
            return redline_cell(row), _EMPTY
        return left_cell(row), right_cell(row)

    def _lines_of(self, row: Row, left: Cell, right: Cell) -> list[Line]:
        similarity = percent(row.similarity) if row.left and row.right and row.kind is not Kind.UNCHANGED else ""
        if self.columns.is_redline:
            heading = Line(heading=places(row), sign=sign(row), similarity=similarity)
            return [heading, *(Line(left=stretch) for stretch, _ in _wrapped(left, self.columns.text))]
        lefts = list(_wrapped(left, self.columns.text)) if row.left else []
        rights = list(_wrapped(right, self.columns.text)) if row.right else []
        height = max(len(lefts), len(rights), 2 if similarity else 1)
        lines = []
        for y in range(height):
            left_stretch, left_paragraph = lefts[y] if y < len(lefts) else (None, None)
            right_stretch, right_paragraph = rights[y] if y < len(rights) else (None, None)
            lines.append(
                Line(
                    left_stretch,
                    right_stretch,
                    _number(row.left, left_paragraph),
                    _number(row.right, right_paragraph),
                    sign(row) if y == 0 else "",
                    similarity if y == 1 else "",
                )
            )
        return lines


def left_cell(row: Row) -> Cell:
    """What the left column shows of a row."""
    return _cell((span.left, _role(row, span, _LEFT_ROLES)) for span in row.spans)


def right_cell(row: Row) -> Cell:
    """What the right column shows of a row."""
    return _cell((span.right, _role(row, span, _RIGHT_ROLES)) for span in row.spans)


def redline_cell(row: Row) -> Cell:
    """Both texts in one: what only the left has stands before what the right has in its place."""
    return _cell(_redline(row))


_LEFT_ROLES = {
    Op.EQUAL: Role.UNCHANGED,
    Op.INSERT: Role.ADDED,
    Op.DELETE: Role.OMITTED,
    Op.REPLACE: Role.REWORDED_AWAY,
}
_RIGHT_ROLES = _LEFT_ROLES | {Op.REPLACE: Role.REWORDED}
_PARAGRAPH_ROLES = {Kind.ADDED: Role.ADDED_PARAGRAPH, Kind.OMITTED: Role.OMITTED_PARAGRAPH}


def _role(row: Row, span: Span, roles: Mapping[Op, Role]) -> Role:
    """The role of a span on one side; a paragraph that only one side has is told apart from words that it alone has."""
    if row.furniture:
        return Role.FURNITURE
    return _PARAGRAPH_ROLES.get(row.kind) or roles[span.op]


# Between old and new words of a redline.
_BECOMES = " → "


def _redline(row: Row) -> Iterator[tuple[str, Role]]:
    for span in row.spans:
        if span.op is Op.EQUAL:
            yield span.right, Role.UNCHANGED
            continue
        # Line feeds of the left would break the paragraphs of the right.
        left = span.left.replace("\n", " ") if row.right else span.left
        if span.op is Op.REPLACE:
            yield left.rstrip(), Role.REWORDED_STRUCK
            yield _BECOMES, Role.REWORDED
            yield span.right.lstrip(" "), Role.REWORDED
        else:
            yield left, _role(row, span, _LEFT_ROLES)
            yield span.right, _role(row, span, _RIGHT_ROLES)


def _cell(pieces: Iterator[tuple[str, Role]]) -> Cell:
    texts = []
    marks: list[tuple[int, Role]] = []
    end = 0
    for text, role in pieces:
        if not text:
            continue
        texts.append(text)
        end += len(text)
        # A change shows on its words; white space at its ends would only fray its edges.
        core_end = end - (len(text) - len(text.rstrip()))
        core_start = core_end - len(text.strip())
        for mark in ((core_start, Role.UNCHANGED), (core_end, role), (end, Role.UNCHANGED)):
            if mark[0] > (marks[-1][0] if marks else 0):
                marks.append(mark)
    return Cell("".join(texts), tuple(marks))


_EMPTY = Cell("", ())


def _wrapped(cell: Cell, width: int) -> Iterator[tuple[Stretch, int | None]]:
    """The lines of a cell, each with the number of the paragraph (0, 1, ...) that begins on it, if one does."""
    offset = 0
    for paragraph, text in enumerate(cell.text.split("\n")):
        for place, (start, end) in enumerate(wrap(visible(text), width)):
            yield (offset + start, offset + end), paragraph if place == 0 else None
        offset += len(text) + 1


def _number(indices: Sequence[int], paragraph: int | None) -> str:
    return "" if paragraph is None else str(indices[paragraph] + 1)
