"""Blocks on a surface that scrolls: laid out for its width, one of them current and in view.

What is around the reader is laid out at once, the rest in pauses between keys; what is in view stays where it is.
"""

import time

from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.timer import Timer

from diffing.stage import Stage

from ...view.columns import by_width
from ...view.entry_marks import Marking, marking_of
from ...view.find import Match
from ...view.layout import Layout
from ...view.overview import OVERVIEW_WIDTH, Overview, ranks
from ...view.view_state import AS_FOUND, Block, Form, Reading, View, same_row
from ..messages import BlockReached

# A block reached by a key keeps this many lines of its surroundings in view, as `scrolloff` does in an editor.
_CONTEXT = 3
# Lines of the last page that stay in view on the next.
_PAGE_OVERLAP = 2
# What is so many screens above and below is laid out with what is in view.
_SETTLED_SCREENS = 2
# The rest is laid out in pauses between keys: a few blocks at a time, for less than a frame.
_SETTLED_BLOCKS = 50
_SETTLING_SECONDS = 0.008
_SETTLING_PAUSE_SECONDS = 0.004


def _is_same(lines: Layout, stage: Stage, reading: Reading, width: int) -> bool:
    return lines.stage is stage and lines.reading == reading and lines.columns.width == width


class Surface(ScrollView, can_focus=True, inherit_bindings=False):
    """The blocks of a comparison, one of them current.

    `current` counts blocks of the layout. It stays at the same row when the layout changes.
    """

    stage: reactive[Stage | None] = reactive(None)
    reading: reactive[Reading] = reactive(AS_FOUND)
    marking: reactive[Marking | None] = reactive(None)
    match: reactive[Match | None] = reactive(None)
    current: reactive[int] = reactive(0)

    def __init__(self) -> None:
        super().__init__()
        self._lines: Layout | None = None
        self._overview: Overview | None = None
        self._ranks: bytes | None = None
        self._settling: Timer | None = None
        # What the reader went to last: a view may leave the row out, and the next one have it again.
        self._at: Block | None = None

    def watch_stage(self) -> None:
        """Lay out what came."""
        self._lay_out()

    def watch_reading(self) -> None:
        """Lay out as the reader wishes now."""
        self._lay_out()

    def watch_marking(self) -> None:
        """The map shows other rows as weighty."""
        self._overview = self._ranks = None

    def watch_current(self, before: int, now: int) -> None:
        """Bring the block into view, moving as little as possible, and say what it is."""
        self._at = self.block
        self._reveal(now)
        self.refresh()
        self._tell()

    def validate_current(self, block: int) -> int:
        """A block that exists."""
        return max(0, min(block, len(self.blocks) - 1))

    def show_match(self, match: Match | None) -> None:
        """Set a match off from the others and bring it into view."""
        self.match = match
        self._reveal_match()

    def _reveal_match(self) -> None:
        """Bring the line of the match that the reader went to into view, also in a block taller than the screen."""
        if (y := self._line_of_match()) is not None:
            height = self.size.height
            context = min(_CONTEXT, (height - 1) // 2)
            self._jump(max(y - height + 1 + context, min(self.scroll_offset.y, y - context)))

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
        """Lay out for the new size before it is painted; what is current stays in view.

        The event of another size comes after the first picture in it.
        """
        before = self.outer_size
        is_updated = super()._size_updated(size, virtual_size, container_size, layout)
        if size != before:
            self._overview = None
            self._lay_out()
        return is_updated

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What stands on the surface from top to bottom."""
        return self._lines.blocks if self._lines else ()

    @property
    def view(self) -> View:
        """The view as shown, never View.AUTOMATIC."""
        return self._lines.columns.view if self._lines else View.SIDE_BY_SIDE

    @property
    def usual_view(self) -> View:
        """The view that the width chooses."""
        return by_width(self.size.width - OVERVIEW_WIDTH)

    @property
    def block(self) -> Block | None:
        """What is current; nothing before the comparison is there, or if there is no text."""
        return self.blocks[self.current] if self.blocks else None

    @property
    def overview(self) -> Overview | None:
        """The map of everything at the right edge, if there is something."""
        if self._overview is None and self._lines is not None:
            if self._ranks is None:
                marking = marking_of(self._lines.comparison, self.marking)
                self._ranks = ranks(self._lines, marking.rows if marking is not None else ())
            self._overview = Overview.of(self._lines, self.size.height, self._ranks)
        return self._overview

    def _lay_out(self) -> None:
        width = self.size.width - OVERVIEW_WIDTH
        if self.stage is None or width < 1:
            return
        before = self._lines
        if before is not None and _is_same(before, self.stage, self.reading, width):
            self._reveal(self.current)
            self._reveal_match()
            return
        is_stage = before is not None and self.stage.is_of_same_pairing(before.stage)
        if self._at is not None and before is not None and not is_stage:
            self._at = Block(Form.ROW, (same_row(self._at.row, before.comparison, self.stage.comparison),))
        self._lines = lines = Layout(self.stage, width, self.reading, before if is_stage else None)
        self._overview = None
        if before is None or lines.blocks is not before.blocks or lines.stage is not before.stage:
            self._ranks = None
        self.set_reactive(Surface.current, self._place_of(self._at, lines))
        if is_stage and before is not None and lines.blocks is before.blocks and lines.columns == before.columns:
            # Only words have come: what is read stays where it is.
            self._jump(self.scroll_offset.y)
        else:
            self._reveal(self.current)
            self._reveal_match()
        self._settle_on()
        self.refresh()
        self._tell()

    @staticmethod
    def _place_of(block: Block | None, lines: Layout) -> int:
        """Where a block of an earlier layout is in this one: a pointer, if it still is one, else its row."""
        if block is None:
            return 0
        pointer = lines.pointer_to(block.row) if block.form is Form.POINTER else None
        return lines.block_of(block.row) if pointer is None else pointer

    def _tell(self) -> None:
        if self.block is not None and self._lines is not None:
            self.post_message(BlockReached(self.block, self._lines.stage))

    def _reveal(self, block: int) -> None:
        lines = self._lines
        if lines is None or not lines.blocks:
            return
        height = self.size.height
        in_view = self._settled(self.scroll_offset.y)
        self._settled(lines.top(block))
        top, bottom = lines.top(block), lines.bottom(block)
        if bottom - top + 2 * _CONTEXT >= height:
            # A block that hardly fits or does not starts at the top of the screen.
            first = last = top
        else:
            first, last = bottom + _CONTEXT - height, top - _CONTEXT
        self._jump(max(first, min(in_view, last)))

    def _jump(self, y: int) -> None:
        """Scroll to a line, and make sure of what is in view there."""
        if self._lines is not None:
            y = self._settled(y)
            self.virtual_size = Size(self._lines.columns.width, self._lines.height)
        self.scroll_to(y=y, animate=False, immediate=True)

    def _settled(self, y: int) -> int:
        """Make sure of what is around a line; where that line is now."""
        lines = self._lines
        if lines is None or not lines.blocks:
            return y
        block = lines.block_at(y)
        beyond = y - lines.top(block)
        lines.settle(block, _SETTLED_SCREENS * max(1, self.size.height))
        return lines.top(block) + beyond

    def _settle_on(self) -> None:
        """Make sure of the rest bit by bit; what is in view stays where it is."""
        lines = self._lines
        if self._settling is not None:
            self._settling.stop()
            self._settling = None
        if lines is None or lines.is_settled:
            return
        until = time.monotonic() + _SETTLING_SECONDS
        while not (is_counted := lines.count_ahead(_SETTLED_BLOCKS)) and time.monotonic() < until:
            pass
        if not is_counted:
            self._settling = self.set_timer(_SETTLING_PAUSE_SECONDS, self._settle_on)
            return
        block = lines.block_at(self.scroll_offset.y)
        beyond = self.scroll_offset.y - lines.top(block)
        lines.settle_all()
        self._overview = None
        self._jump(lines.top(block) + beyond)
        self.refresh()

    def block_showing(self, row: int) -> Block | None:
        """The block that shows a row or has it folded."""
        return self._lines.blocks[self._lines.block_of(row)] if self.blocks and self._lines else None

    def _line_of_match(self) -> int | None:
        """The line of everything on which the match begins that the reader went to; none where that is not shown."""
        lines, match = self._lines, self.match
        if lines is None or match is None or self.block != Block(Form.ROW, (match.row,)):
            return None
        return lines.line_of(self.current, match.cell, match.stretch[0])

    def go_to_block(self, block: Block) -> None:
        """Make a block of this or an earlier layout current: a pointer, if there still is one, else its row's block."""
        if self._lines is not None and self._lines.blocks:
            self.current = self._place_of(block, self._lines)

    def cross(self) -> bool:
        """From one end of a moved row to the other; whether there is another end here."""
        lines = self._lines
        if lines is None or self.block is None:
            return False
        other = lines.block_of(self.block.row)
        if other == self.current:
            pointer = lines.pointer_to(self.block.row)
            if pointer is None:
                return False
            other = pointer
        self.current = other
        return True

    def step(self, by: int) -> None:
        """To a neighbouring block; in one taller than the screen, first through it."""
        if not self._scroll_inside(by):
            self.current += by

    def _scroll_inside(self, by: int) -> bool:
        """Scroll on through a current block that reaches beyond the screen; whether there was more of it."""
        lines = self._lines
        if lines is None or not lines.blocks:
            return False
        height = self.size.height
        y = self.scroll_offset.y
        top, bottom = lines.top(self.current), lines.bottom(self.current)
        if bottom - top <= height:
            return False
        if by > 0 and bottom > y + height:
            self._jump(min(y + height - _PAGE_OVERLAP, bottom - height))
            return True
        if by < 0 and top < y:
            self._jump(max(y - height + _PAGE_OVERLAP, top))
            return True
        return False

    def page(self, by: int) -> None:
        """Scroll by a screen; the first block that begins there becomes current, or at an end the last of all."""
        lines = self._lines
        if lines is None or not lines.blocks:
            return
        height = self.size.height
        y = self._settled(self.scroll_offset.y)
        to = max(0, min(y + by * max(1, height - _PAGE_OVERLAP), lines.height - height))
        if to == y:
            self.current = len(lines.blocks) - 1 if by > 0 else 0
            return
        self._jump(to)
        first, _ = self._in_view(lines)
        self._stay_at(first)

    def _in_view(self, lines: Layout) -> tuple[int, int]:
        """The first and last block that are wholly in view, or where none is, the one that fills it."""
        y = self.scroll_offset.y
        first = lines.block_at(y)
        last = lines.block_at(y + self.size.height - 1)
        if lines.top(first) < y and first < last:
            first += 1
        if lines.bottom(last) > y + self.size.height and last > first:
            last -= 1
        return first, last

    def _stay_at(self, block: int) -> None:
        """Make a block current that is in view already, without scrolling."""
        if block != self.current:
            self.set_reactive(Surface.current, block)
            self._at = self.block
            self.refresh()
            self._tell()

    def _stay_in_view(self) -> None:
        """After scrolling, make the block in view current that is nearest the one that was."""
        if self._lines is not None and self._lines.blocks:
            first, last = self._in_view(self._lines)
            self._stay_at(max(first, min(self.current, last)))
