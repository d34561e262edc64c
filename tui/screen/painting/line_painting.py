"""A line of a layout -> a strip of styled text, exactly as wide as the screen.

Text of the articles is painted only after `tui.text.sanitize`; the rest of a line is newsdiff's own.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from diffing.model import Pair

from ...present.cells import Cell, Role
from ...present.labels import MATTERS_SIGN
from ...text.sanitize import visible
from ...text.wrapping import CUT, Stretch, measurable, place_at, places_between, width
from ...view.block_lines import BlockLines, ScreenLine
from ...view.columns import BAR_WIDTH, BEFORE_SIGNS, SIGNS_WIDTH, Columns
from ...view.overview import OVERVIEW_WIDTH, Overview
from ...view.settings import View

BAR = "▌"
# Beside the part of the overview that is in view.
IN_VIEW = "▏"
# Words that have a colour, which is another one where they matter.
_COLOURED = (
    Role.ADDED,
    Role.OMITTED,
    Role.REWORDED,
    Role.REWORDED_AWAY,
    Role.REWORDED_STRUCK,
    Role.ADDED_PARAGRAPH,
    Role.OMITTED_PARAGRAPH,
    Role.MOVED,
    Role.MOVED_STRUCK,
)
# In the overview, where something matters, and where something else changed.
MATTERS_MARK, MARK = "▐", "│"


@dataclass(frozen=True, slots=True)
class Palette:
    """The styles a line is painted in, made from the stylesheet.

    `edge` is that of all marks of the overview; None where each has the style of its sign.
    """

    plain: Style
    bar: Style
    number: Style
    note: Style
    row: Style
    matters: Style
    at_cursor: Style
    found: Style
    found_here: Style
    selected: Style
    in_view: Style
    sentence: Style
    aside: Style
    signs: Mapping[str, Style]
    roles: dict[Role, Style]
    edge: Style | None = None

    def before_ledger(self) -> "Palette":
        """Return the palette while it is not known yet what matters: words that differ have lines and no colours.

        So no word changes from one colour to another when the ledger comes.
        """
        ink = Style.from_color(self.plain.color, self.plain.bgcolor)
        return replace(self, roles=self.roles | {role: self.roles[role] + ink for role in _COLOURED}, edge=self.number)

    def on_row(self) -> "Palette":
        """Return the palette of the current row: what stands on the page has the row's ground, its number is bold."""

        def moved(style: Style) -> Style:
            return style + self.row if style.bgcolor == self.plain.bgcolor else style

        return replace(
            self,
            plain=moved(self.plain),
            bar=moved(self.bar),
            number=moved(self.bar) + Style(bold=True),
            note=moved(self.note),
            signs={sign: moved(style) for sign, style in self.signs.items()},
            roles={role: moved(style) for role, style in self.roles.items()},
        )


class Overlay(NamedTuple):
    """Stretches of one cell's text in a style of their own, later ones over earlier ones.

    `anchor` is what the cell's text names as y to a selection by mouse (see tui.screen.painting.selection).
    """

    lit: tuple[tuple[int, int, Style], ...] = ()
    anchor: int = 0


NO_OVERLAYS = Pair(Overlay(), Overlay())


def paint(
    block: BlockLines,
    y: int,
    columns: Columns,
    palette: Palette,
    is_current: bool = False,
    overlays: Pair[Overlay] = NO_OVERLAYS,
) -> Strip:
    """Return line `y` of a block; behind the block's last line, a blank."""
    line = block.lines[y] if y < len(block.lines) else ScreenLine()
    if is_current and y < len(block.lines):
        palette = palette.on_row()
        bar = Segment(BAR.ljust(BAR_WIDTH), palette.bar)
    else:
        bar = _space(BAR_WIDTH, palette)
    segments = [_space(columns.margin, palette), bar]
    segments.extend(_content(block, line, columns, palette, overlays))
    return Strip(segments).adjust_cell_length(columns.width, palette.plain)


def _content(
    block: BlockLines, line: ScreenLine, columns: Columns, palette: Palette, overlays: Pair[Overlay]
) -> Iterator[Segment]:
    is_redline = columns.view is View.REDLINE
    if line.note and line.left is None and line.right is None:
        yield _space(columns.number + (SIGNS_WIDTH + 1 if is_redline else 0), palette)
        yield Segment(line.note, palette.note)
        return
    yield _number(line.left_number, columns, palette)
    if is_redline:
        yield from _signs(line, palette)
        yield _space(1, palette)
    after = CUT if line.is_cut else line.only if line.left is None else ""
    yield from _text(block.left, line.left, columns, palette, overlays.left, after)
    if is_redline:
        return
    yield _space(BEFORE_SIGNS, palette)
    yield from _signs(line, palette)
    if columns.view is not View.SIDE_BY_SIDE:
        return
    yield _space(1, palette)
    yield _number(line.right_number, columns, palette)
    after = line.note or line.only if line.right is None else ""
    yield from _text(block.right, line.right, columns, palette, overlays.right, after)


def _number(number: str, columns: Columns, palette: Palette) -> Segment:
    return Segment(f"{number} ".rjust(columns.number) if columns.number else "", palette.number)


def _text(
    cell: Cell, stretch: Stretch | None, columns: Columns, palette: Palette, overlay: Overlay, after: str = ""
) -> Iterator[Segment]:
    """Yield a stretch of a cell and the text `after` it, filled to the column's width."""
    taken = 0
    first, last = stretch or (0, 0)
    # Made visible as a whole: in a piece of it a joiner could have lost what it joins.
    shown = visible(cell.text[first:last])
    places = places_between(shown)

    def snapped(offset: int) -> int:
        return first + place_at(places, offset - first)

    lights = [
        (snapped(max(start, first)), snapped(min(end, last)), style)
        for start, end, style in overlay.lit
        if start < last and end > first
    ]
    for run_start, run_end, role in cell.runs(stretch) if stretch else ():
        start, end = snapped(run_start), snapped(run_end)
        cuts = {start, end}
        cuts.update(edge for lit in lights for edge in lit[:2] if start < edge < end)
        for piece_start, piece_end in pairwise(sorted(cuts)):
            style = palette.roles[role] + Style.from_meta({"offset": (piece_start, overlay.anchor)})
            for lit_start, lit_end, lit_style in lights:
                if lit_start <= piece_start and piece_end <= lit_end:
                    style += lit_style
            piece = shown[piece_start - first : piece_end - first]
            for part_start, part_end in measurable(piece):
                yield Segment(piece[part_start:part_end], style)
            taken += width(piece)
    if after:
        yield Segment(after, palette.note)
        taken += width(after)
    # The rest of the line names the end of the text on it, so that a selection by mouse may end beside the text.
    end = stretch[1] if stretch else len(cell.text)
    yield Segment(" " * (columns.text - taken), palette.plain + Style.from_meta({"offset": (end, overlay.anchor)}))


def _signs(line: ScreenLine, palette: Palette) -> Iterator[Segment]:
    """Yield the signs of a row, which stand on its first line."""
    if line.sign:
        yield Segment(line.sign, palette.signs[line.sign[0]])
    yield _space(SIGNS_WIDTH - len(line.sign), palette)


def _space(cells: int, palette: Palette) -> Segment:
    return Segment(" " * cells, palette.plain)


def paint_overview(overview: Overview, line: int, top: int, height: int, palette: Palette) -> Strip:
    """Return a line of the overview, the part in view set off; the screen shows `height` lines from `top` on."""
    sign = overview.signs[line] if line < len(overview.signs) else ""
    in_view = IN_VIEW if overview.in_view(line, top, height) else " "
    if sign:
        mark = Segment(MATTERS_MARK if sign == MATTERS_SIGN else MARK, palette.edge or palette.signs[sign])
    else:
        mark = _space(1, palette)
    return Strip([Segment(in_view, palette.in_view), mark], OVERVIEW_WIDTH)
