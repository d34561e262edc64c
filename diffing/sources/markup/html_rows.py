"""The pieces of a page, and the rows of its tables: a row is one piece, its cells apart by a bar.

<tr><td>Hill Union<td>41</tr>                          'Hill Union | 41'
<tr><td>Menu<td><p>A story ...<p>Its end ...</tr>      three pieces: a table that only lays out the page
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from diffing.model import Role
from diffing.sources.documents import Mark

_BETWEEN_CELLS = " | "
# Words of a piece that is no content of a cell, at least; and of one that stands beside another one in its cell.
_LONG = 100
_LONG_BESIDE = 20


class Piece(NamedTuple):
    """A paragraph, heading, item or row of a page, in order.

    `part` is the part of the page it stands in, `form` what it is there. `container` is the number of the element that
    may hold the story, `linked` the number of its characters within links. `is_title` says that it is an <h1>.
    """

    text: str
    form: Role
    part: Role
    container: int
    linked: int
    is_title: bool
    marks: tuple[Mark, ...]


@dataclass(slots=True)
class Row:
    """A row whose end is to come: the numbers of the pieces with which its cells begin."""

    begins: list[int] = field(default_factory=list)


def end_row(row: Row, found: list[Piece]) -> None:
    """Join the cells of a row in place, unless they are parts of the page or there is only one."""
    if len(row.begins) < 2 or row.begins[0] == len(found):
        return
    cells = [found[begin:end] for begin, end in zip(row.begins, [*row.begins[1:], len(found)], strict=True)]
    if not any(map(_is_laid_out, cells)):
        found[row.begins[0] :] = [_joined(cells)]


def _is_laid_out(cell: list[Piece]) -> bool:
    """Return whether a cell is a part of the page: it has paragraphs, or a table."""
    longest = _LONG_BESIDE if len(cell) > 1 else _LONG
    return any(piece.form is Role.TABLE_ROW or len(piece.text.split()) > longest for piece in cell)


def _joined(cells: list[list[Piece]]) -> Piece:
    parts: list[str] = []
    marks: list[Mark] = []
    length = linked = 0
    for cell_number, cell in enumerate(cells):
        for number, piece in enumerate(cell):
            between = " " if number else _BETWEEN_CELLS if cell_number else ""
            parts += (between, piece.text)
            length += len(between)
            marks += (mark._replace(start=mark.start + length, end=mark.end + length) for mark in piece.marks)
            length += len(piece.text)
            linked += piece.linked
        if not cell and cell_number:
            parts.append(_BETWEEN_CELLS)
            length += len(_BETWEEN_CELLS)
    first = next(piece for cell in cells for piece in cell)
    text = "".join(parts)
    return first._replace(text=text, form=Role.TABLE_ROW, linked=linked, is_title=False, marks=tuple(marks))
