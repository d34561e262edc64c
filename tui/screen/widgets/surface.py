"""Blocks on a surface that scrolls, laid out for its width; the current one in view.

What is around the reader is laid out at once, the rest in pauses between keys; what is in view stays where it is. Which
block is current the state says; the surface knows on which lines it stands.
"""

import time

from textual.geometry import Size
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.timer import Timer

from ...view.actions import FitView, Reach
from ...view.columns import by_width
from ...view.entry_marks import marking_of
from ...view.layout import Layout
from ...view.outline import Block, row_block
from ...view.overview import OVERVIEW_WIDTH, Overview, ranks
from ...view.settings import View
from ...view.view_state import ViewState
from ..messages import Do

# A block reached by a key keeps this many lines of its surroundings in view, as `scrolloff` does in an editor.
_CONTEXT = 3
# Lines of the last page that stay in view on the next.
_PAGE_OVERLAP = 2
# Screens above and below that are laid out with what is in view.
_SETTLED_SCREENS = 2
# The rest is laid out in pauses between keys: a few blocks at a time, for less than a frame.
_SETTLED_BLOCKS = 50
_SETTLING_SECONDS = 0.008
_SETTLING_PAUSE_SECONDS = 0.004


class Surface(ScrollView, can_focus=True, inherit_bindings=False):
    """The blocks of the state, the current one in view."""

    state: var[ViewState] = var(ViewState())

    def __init__(self) -> None:
        super().__init__()
        self._lines: Layout | None = None
        self._overview: Overview | None = None
        self._ranks: bytes | None = None
        self._settling: Timer | None = None

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Do nothing: no look depends on the focus, and Textual would style the articles once more at the start."""

    def watch_state(self, before: ViewState, now: ViewState) -> None:
        """Lay out other blocks; paint anew where another block is current, or other words are set off."""
        if now.marking is not before.marking:
            # The map shows other rows as weighty.
            self._overview = self._ranks = None
        if now.outline is not before.outline:
            self._lay_out(before)
            self._fit_view()
        read = (now.marking, now.match, now.entry, now.sentence_at)
        if read != (before.marking, before.match, before.entry, before.sentence_at):
            self.refresh()
        if now.held != before.held or now.notes is not before.notes:
            self.refresh()
        if now.place != before.place:
            self.refresh()

    @property
    def current(self) -> int:
        """Index of the current block in the layout."""
        return self._lines.outline.place_of(self.state.at) if self._lines is not None else 0

    def reveal_match(self) -> None:
        """Bring the line of the match into view that the reader went to, also in a block taller than the screen."""
        if (y := self._line_of_match()) is not None:
            height = self.size.height
            context = min(_CONTEXT, (height - 1) // 2)
            self._jump(max(y - height + 1 + context, min(self.scroll_offset.y, y - context)))

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
        """Lay out for the new size before it is painted; what is current stays in view.

        The event of another size comes after the first picture in it. Articles that were hidden keep their old lines:
        those of the state are laid out when they are shown again.
        """
        before = self.outer_size
        is_updated = super()._size_updated(size, virtual_size, container_size, layout)
        is_stale = self._lines is not None and self._lines.outline is not self.state.outline
        if size != before or is_stale:
            self._overview = None
            self._lay_out(self.state)
            self._fit_view()
        return is_updated

    def _fit_view(self) -> None:
        """Take the view that the width chooses, which is another for two languages."""
        if self.size.width and (usual := self.usual_view) is not self.state.usual_view:
            self.post_message(Do(FitView(usual)))

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks from top to bottom."""
        return self._lines.blocks if self._lines else ()

    @property
    def view(self) -> View:
        """The view as shown, never View.AUTOMATIC."""
        return self._lines.columns.view if self._lines else View.SIDE_BY_SIDE

    @property
    def usual_view(self) -> View:
        """The view that the width chooses."""
        comparison = self.state.comparison
        is_translation = comparison is not None and comparison.languages is not None
        return by_width(self.size.width - OVERVIEW_WIDTH, is_translation)

    @property
    def overview(self) -> Overview | None:
        """The map of everything at the right edge, if there is something."""
        if self._overview is None and self._lines is not None:
            if self._ranks is None:
                marking = marking_of(self._lines.comparison, self.state.marking)
                self._ranks = ranks(self._lines, marking.rows if marking is not None else ())
            self._overview = Overview.of(self._lines, self.size.height, self._ranks)
        return self._overview

    def _lay_out(self, before: ViewState) -> None:
        """Lay out the blocks of the state, which is `before` or followed it; what is current stays in view."""
        width = self.size.width - OVERVIEW_WIDTH
        outline = self.state.outline
        if outline is None or width < 1:
            return
        last = self._lines
        if last is not None and last.outline is outline and last.columns.width == width:
            self.reveal()
            self.reveal_match()
            return
        is_same_pairing = last is not None and outline.stage.is_of_same_pairing(last.stage)
        self._lines = lines = Layout(outline, width, last if is_same_pairing else None)
        self._overview = None
        if last is None or lines.blocks is not last.blocks or lines.stage is not last.stage:
            self._ranks = None
        if last is not None and is_same_pairing and lines.blocks is last.blocks and lines.columns == last.columns:
            # Only words have come: what is read stays where it is.
            self._jump(self.scroll_offset.y)
        else:
            # A step may follow from the block that was current; it moves as little as possible from there.
            self._reveal(outline.place_of(before.at) if is_same_pairing else self.current)
            self.reveal_match()
        self._settle_on()
        self.refresh()

    def reveal(self) -> None:
        """Bring the current block into view, moving as little as possible."""
        self._reveal(self.current)
        self.refresh()

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
        """Scroll to a line, and lay out what is in view there."""
        if self._lines is not None:
            y = self._settled(y)
            self.virtual_size = Size(self._lines.columns.width, self._lines.height)
        self.scroll_to(y=y, animate=False, immediate=True)

    def _settled(self, y: int) -> int:
        """Lay out what is around a line, and return where that line is now."""
        lines = self._lines
        if lines is None or not lines.blocks:
            return y
        block = lines.block_at(y)
        beyond = y - lines.top(block)
        lines.settle(block, _SETTLED_SCREENS * max(1, self.size.height))
        return lines.top(block) + beyond

    def _settle_on(self) -> None:
        """Lay out the rest bit by bit; what is in view stays where it is."""
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

    def _line_of_match(self) -> int | None:
        """Return the line of the layout on which the reader's match begins; None where it is not shown."""
        lines, match = self._lines, self.state.match
        if lines is None or match is None or not lines.blocks or lines.blocks[self.current] != row_block(match.row):
            return None
        return lines.line_of(self.current, match.cell, match.stretch[0])

    def scroll_inside(self, by: int) -> bool:
        """Scroll on in a current block that reaches beyond the screen; return whether there was more of it."""
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

    def page(self, by: int) -> Block | None:
        """Scroll by a screen and return the first block that begins there; None at an end, where there is no more."""
        lines = self._lines
        if lines is None or not lines.blocks:
            return None
        height = self.size.height
        y = self._settled(self.scroll_offset.y)
        to = max(0, min(y + by * max(1, height - _PAGE_OVERLAP), lines.height - height))
        if to == y:
            return None
        self._jump(to)
        first, _ = self._in_view(lines)
        return lines.blocks[first]

    def _in_view(self, lines: Layout) -> tuple[int, int]:
        """Return the first and last block that are wholly in view, or where none is, the one that fills it."""
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
        if self._lines is not None and block != self.current:
            self.post_message(Do(Reach(self._lines.blocks[block], self._lines.stage)))

    def _stay_in_view(self) -> None:
        """After scrolling, make the block in view current that is nearest the one that was."""
        if self._lines is not None and self._lines.blocks:
            first, last = self._in_view(self._lines)
            self._stay_at(max(first, min(self.current, last)))
