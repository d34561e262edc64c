"""The two articles: one scrolling surface, painted line by line.

Only what is visible is painted; a widget a paragraph would take minutes to open a book. What stands where is decided in
surface.py, what the mouse does in pointed_surface.py.
"""

from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.reactive import reactive
from textual.selection import Selection
from textual.strip import Strip

from ...present.cells import Role
from ...present.citations import plain
from ...present.labels import FURNITURE_SIGN, MATTERS_SIGN, MOVED_SIGN, PENDING_SIGN, PINNED_SIGN, SIGNS
from ...present.reviews import HELD_SIGN, NOTE_SIGN, row_signs
from ...view.block_lines import BlockLines, ScreenLine
from ...view.columns import SIGNS_WIDTH
from ...view.entry_marks import Marking, marking_of
from ...view.find import Finding, Match
from ...view.layout import Layout
from ...view.outline import Block, BlockForm, row_block
from ...view.overview import Overview
from ...view.view_state import ViewState
from ..painting.highlights import Lights
from ..painting.line_painting import Palette, paint, paint_overview
from ..painting.selection import selected_text
from .pointed_surface import PointedSurface

# In less there is nothing to read.
_LEAST_WIDTH = 20
_LEAST_HEIGHT = 3
# Painted lines that are kept, some screens' worth: each takes two kilobytes.
_KEPT_STRIPS = 300
# Without colour words in other words are dim; those of them that matter are not.
_NOT_DIM = Style(dim=False)
_TOO_SMALL = "Window too small"


def _with_sign(block: BlockLines, sign: str) -> BlockLines:
    """Return a block with another sign behind those of its row, if there is room for it."""
    if not sign:
        return block
    first = next((at for at, line in enumerate(block.lines) if line.left or line.right), None)
    if first is None:
        return block
    lines = list(block.lines)
    lines[first] = lines[first]._replace(sign=f"{lines[first].sign[: SIGNS_WIDTH - 1]}{sign}")
    return block._replace(lines=tuple(lines))


class _View(NamedTuple):
    """State of the screen that the lines of a frame have in common."""

    state: ViewState
    lines: Layout | None
    palette: Palette
    marking: Marking | None
    selection: Selection | None
    current: int
    width: int
    height: int
    top: int
    overview: Overview | None


class SideBySide(PointedSurface):
    """The blocks in the colours of the theme, with matches and the selection set off."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "side-by-side--bar",
        "side-by-side--number",
        "side-by-side--row",
        "side-by-side--note",
        "side-by-side--matters",
        "side-by-side--at-cursor",
        "side-by-side--found",
        "side-by-side--found-here",
        "side-by-side--selected",
        "side-by-side--in-view",
        "side-by-side--sentence",
        "side-by-side--aside",
        *(f"side-by-side--sign-{kind.value}" for kind in SIGNS),
        "side-by-side--sign-pending",
        "side-by-side--sign-moved",
        "side-by-side--sign-furniture",
        "side-by-side--sign-matters",
        "side-by-side--sign-hand",
        *(f"side-by-side--{role.value}" for role in Role),
    }

    finding: reactive[Finding | None] = reactive(None)

    def __init__(self) -> None:
        super().__init__()
        self._palette: Palette | None = None
        self._awaits_ledger = False
        self._kept: dict[tuple[int, int, bool, Match | None, int | None, int | None], Strip] = {}
        self._kept_of: tuple[object, ...] | None = None
        self._view: _View | None = None
        self._read_of: ViewState | None = None
        self._entry: int | None = None
        self._sentence: int | None = None

    def watch_state(self, before: ViewState, now: ViewState) -> None:
        """Take the looks of strong marks or of quiet ones, or while the ledger is made, those without colours."""
        super().watch_state(before, now)
        self.set_class(now.settings.shows_all_marks, "-all-marks")
        if now.awaits_ledger is not self._awaits_ledger:
            self._awaits_ledger = now.awaits_ledger
            self._palette = None
            self.refresh()

    def notify_style_update(self) -> None:
        """Ask for the colours again: the theme is another."""
        super().notify_style_update()
        self._palette = None

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines of a part of the screen; what all of them need is looked up once."""
        self._view = self._viewed()
        try:
            return super().render_lines(crop)
        finally:
            self._view = None

    def render_line(self, y: int) -> Strip:
        """Return line `y` of the screen."""
        view = self._view or self._viewed()
        lines, palette = view.lines, view.palette
        if view.width < _LEAST_WIDTH or view.height < _LEAST_HEIGHT:
            notice = _TOO_SMALL if y == 0 else ""
            return Strip([Segment(notice, palette.note)]).adjust_cell_length(view.width, palette.plain)
        if lines is None or view.overview is None:
            return Strip.blank(view.width, palette.plain)
        if view.top + y < lines.height:
            block = lines.block_at(view.top + y)
            strip = self._painted(view, lines, block, view.top + y - lines.top(block))
        else:
            strip = Strip.blank(lines.columns.width, palette.plain)
        overview = paint_overview(view.overview, y, view.top, view.height, palette)
        return Strip.join([strip, overview]).adjust_cell_length(view.width, palette.plain)

    def _viewed(self) -> _View:
        """Return what all lines need now; lines that were painted for something else are not kept."""
        if self._palette is None:
            self._palette = self._make_palette()
        lines, state, size = self._lines, self.state, self.size
        marking = marking_of(lines.comparison, state.marking) if lines is not None else None
        selection = self.text_selection
        now = lines, self._palette, marking, self.finding, selection, state.notes, state.held
        if self._kept_of != now or len(self._kept) > _KEPT_STRIPS:
            self._kept_of, self._kept = now, {}
        top = self.scroll_offset.y
        return _View(
            state, lines, self._palette, marking, selection, self.current, size.width, size.height, top, self.overview
        )

    def _painted(self, view: _View, lines: Layout, block: int, place: int) -> Strip:
        """Return a line of a block, kept from before if possible: a step changes two blocks of all in view."""
        marking, palette, is_current = view.marking, view.palette, block == view.current
        match, entry, sentence = self._read_in(view, lines.blocks[block], is_current)
        key = (block, place, is_current, match, entry, sentence)
        kept = self._kept.get(key)
        if kept is None:
            row = lines.comparison.rows[lines.blocks[block].row]
            read = None if sentence is None else (row, sentence)
            typography = lines.outline.settings.shows_typography
            lights = Lights(marking, self.finding, match, view.selection, entry, read, typography)
            shown = lines.block_lines(block)
            line = shown.lines[place] if place < len(shown.lines) else ScreenLine()
            overlays = lights.overlays(block, lines.blocks[block], shown, line, lines.columns.view, palette, is_current)
            signed = _with_sign(shown, self._sign_by_hand(lines, block, marking))
            kept = self._kept[key] = paint(signed, place, lines.columns, palette, is_current, overlays)
        return kept

    def _read_in(self, view: _View, block: Block, is_current: bool) -> tuple[Match | None, int | None, int | None]:
        """Return what the reader is at in a block: the match, the entry of the ledger, the sentence of a translation.

        Each is None where it stands elsewhere: the lines of a block stay as they were painted.
        """
        state, marking = view.state, view.marking
        if self._read_of is not state:
            self._read_of, self._entry, self._sentence = state, state.entry, state.sentence
        match = state.match
        if block.form is not BlockForm.ROW or marking is None or not marking.stands_in(self._entry, block.row):
            entry = None
        else:
            entry = self._entry
        is_matched = match is not None and block == row_block(match.row)
        return match if is_matched else None, entry, self._sentence if is_current else None

    def _sign_by_hand(self, lines: Layout, block: int, marking: Marking | None) -> str:
        """Return the sign of a block that the reader marked or wrote a note on; nothing for most."""
        own, held = lines.blocks[block], self.state.held
        if own.form is not BlockForm.ROW:
            return ""
        row = lines.comparison.rows[own.row]
        if held is not None and not set(held.indices).isdisjoint(row.right if held.is_right else row.left):
            return HELD_SIGN
        if marking is None:
            return NOTE_SIGN if own.row in self.state.notes else ""
        return row_signs(self.state.notes, marking.reviewed, own.row, marking.numbers_at(own.row))

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the text under a selection by mouse, on one side only."""
        if self._lines is None:
            return None
        return plain(selected_text(selection, self._lines)), "\n"

    def _make_palette(self) -> Palette:
        def style(name: str) -> Style:
            return self.get_component_rich_style(f"side-by-side--{name}")

        signs = {sign: style(f"sign-{kind.value}") for kind, sign in SIGNS.items()}
        palette = Palette(
            plain=self.rich_style,
            bar=style("bar"),
            number=style("number"),
            note=style("note"),
            row=self.get_component_rich_style("side-by-side--row", partial=True),
            matters=self.get_component_rich_style("side-by-side--matters", partial=True) + _NOT_DIM,
            at_cursor=self.get_component_rich_style("side-by-side--at-cursor", partial=True) + _NOT_DIM,
            found=style("found"),
            found_here=style("found-here"),
            selected=style("selected"),
            in_view=style("in-view"),
            sentence=self.get_component_rich_style("side-by-side--sentence", partial=True),
            aside=self.get_component_rich_style("side-by-side--aside", partial=True),
            signs=signs
            | {
                PENDING_SIGN: style("sign-pending"),
                MOVED_SIGN: style("sign-moved"),
                FURNITURE_SIGN: style("sign-furniture"),
                MATTERS_SIGN: style("sign-matters"),
                **dict.fromkeys((PINNED_SIGN, NOTE_SIGN, HELD_SIGN), style("sign-hand")),
            },
            roles={role: style(role.value) for role in Role},
        )
        return palette.before_ledger() if self._awaits_ledger else palette
