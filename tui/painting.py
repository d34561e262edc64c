"""A line of a layout -> a strip of styled text, exactly as wide as the screen.

Nothing but what has passed `tui.visible` is painted: the functions here take Visible text.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.layout import BAR_WIDTH, GUTTER_WIDTH, Cell, Columns, Line, Role, RowLines
from tui.visible import Visible
from tui.wrapping import Stretch, width

BAR = Visible("▌")


@dataclass(frozen=True, slots=True)
class Palette:
    """The styles a line is painted in, made from the stylesheet."""

    plain: Style
    bar: Style
    number: Style
    similarity: Style
    signs: Mapping[str, Style]
    roles: Mapping[Role, Style]


def paint(row: RowLines, y: int, columns: Columns, palette: Palette, is_current: bool) -> Strip:
    """Line `y` of a row. Behind the row's last line the strip is blank."""
    line = row.lines[y] if y < len(row.lines) else None
    if line is None:
        return Strip.blank(columns.width, palette.plain)
    segments = [_space(columns.margin, palette)]
    segments.append(Segment(BAR.ljust(BAR_WIDTH), palette.bar) if is_current else _space(BAR_WIDTH, palette))
    segments.extend(
        _redline(row, line, columns, palette) if columns.is_redline else _sides(row, line, columns, palette)
    )
    return Strip(segments).adjust_cell_length(columns.width, palette.plain)


def _redline(row: RowLines, line: Line, columns: Columns, palette: Palette) -> Iterator[Segment]:
    if line.heading:
        yield Segment(f"{line.heading}  ", palette.number)
        yield _sign(line, palette)
        yield Segment(f"  {line.similarity}", palette.similarity)
    else:
        yield from _text(row.left, line.left, columns, palette)


def _sides(row: RowLines, line: Line, columns: Columns, palette: Palette) -> Iterator[Segment]:
    yield Segment(line.left_number.rjust(columns.number) + " ", palette.number)
    yield from _text(row.left, line.left, columns, palette)
    yield _space(1, palette)
    gutter = _sign(line, palette) if line.sign else Segment(line.similarity, palette.similarity)
    left_of = (GUTTER_WIDTH - len(gutter.text)) // 2
    yield from (_space(left_of, palette), gutter, _space(GUTTER_WIDTH - left_of - len(gutter.text), palette))
    yield _space(1, palette)
    yield Segment(line.right_number.rjust(columns.number) + " ", palette.number)
    yield from _text(row.right, line.right, columns, palette)


def _text(cell: Cell, stretch: Stretch | None, columns: Columns, palette: Palette) -> Iterator[Segment]:
    """A stretch of a cell, filled to the column's width."""
    taken = 0
    for piece, role in cell.runs(stretch) if stretch else ():
        yield Segment(piece, palette.roles[role])
        taken += width(piece)
    yield _space(columns.text - taken, palette)


def _sign(line: Line, palette: Palette) -> Segment:
    return Segment(line.sign, palette.signs[line.sign[0]])


def _space(cells: int, palette: Palette) -> Segment:
    return Segment(" " * cells, palette.plain)
