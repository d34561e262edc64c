"""Going places: the layer of the diff screen that knows where the reader is and takes them elsewhere."""

from textual import on
from textual.reactive import var

from diffing.model import Comparison, Row
from diffing.stage import Stage

from ...keys.commands import COMMANDS, Commands, key_label
from ...present.labels import places
from ...view.jump_history import Jumps
from ...view.targets import ParagraphPlace, next_of, rival, typed
from ...view.view_state import Block, Category, Form, Reading, nothing_to_open, same_rows
from ..messages import Answered, BlockReached, Purpose
from ..widgets.side_by_side import SideBySide
from ..widgets.status import StatusLine
from .panels import PanelScreen

_DESPITE_THE_FILTER = "the filter hides this paragraph; it is shown all the same"


class PlacesScreen(PanelScreen):
    """A comparison, how it is read, the block the reader is at, and whether jumps lead back or forth from there.

    None of it is painted by the screen itself: it would paint all of its widgets again.
    """

    stage: var[Stage | None] = var(None)
    reading: var[Reading] = var(Reading())
    block: var[Block | None] = var(None)
    leads_back: var[bool] = var(False)
    leads_forth: var[bool] = var(False)

    def __init__(self, commands: Commands = COMMANDS) -> None:
        super().__init__()
        self._commands = commands
        self._bookmark: int | None = None
        self._jumps = Jumps()
        self._notice_there = ""

    @on(BlockReached)
    def _reach(self, message: BlockReached) -> None:
        # Told before another comparison came, whose rows are others, and heard after it.
        if self.stage is None or not message.reached.is_of_same_pairing(self.stage):
            return
        self.leads_back = self._jumps.leads_back(message.block)
        self.leads_forth = self._jumps.leads_forth(message.block)
        if message.block != self.block or self._notice_there:
            self.block = message.block
            if self._notice_there:
                self._tell(self._notice_there)
                self._notice_there = ""

    @property
    def comparison(self) -> Comparison | None:
        """The comparison of the stage shown."""
        return None if self.stage is None else self.stage.comparison

    @property
    def _surface(self) -> SideBySide:
        return self.query_one(SideBySide)

    @property
    def _row(self) -> Row | None:
        if self.comparison is None or self.block is None or self.block.form is Form.FOLD:
            return None
        return self.comparison.rows[self.block.row]

    def _tell(self, notice: str) -> None:
        self.query_one(StatusLine).tell(notice)

    def action_step(self, by: int) -> None:
        """To a neighbouring block; in one taller than the screen, first through it."""
        self._surface.step(by)

    def action_category(self, name: str, by: int) -> None:
        """To the next or previous row of a category; behind the last one the first, saying so."""
        if self.stage is None or self.block is None:
            return
        category = Category[name]
        row, is_around = next_of(category, self.stage, self.reading, self.block.row, by)
        # What is found later may be of any kind, and ahead of here.
        more = "" if self.stage.is_finished else "; words are still being compared"
        if row is None:
            self._tell(f"no {category.value}" + (" among what the filter shows" if self.reading.only else "") + more)
            return
        self._go_to_row(row, f"{'first' if by > 0 else 'last'} {category.value} again{more}" if is_around else "")

    def action_page(self, by: int) -> None:
        """A screen up or down."""
        self._surface.page(by)

    def action_edge(self, to: int) -> None:
        """To the first or last block."""
        self._surface.current = 0 if to < 0 else len(self._surface.blocks) - 1

    def action_open(self) -> None:
        """Open a fold, or go to the other end of a moved row."""
        if self.block is None:
            return
        if self.block.form is Form.FOLD:
            self.reading = self.reading.open(self.block)
        elif self._surface.cross():
            self._jumps.leave(self.block)
        else:
            self._tell(nothing_to_open(self._row, self.reading.view, key_label(self._commands, "next-view")))

    def action_rival(self) -> None:
        """Go to the next best candidate for the current paragraphs."""
        place = rival(self._row) if self._row is not None else None
        if place is None:
            self._tell("no other candidate")
        else:
            self._go_to_paragraph(place)

    async def _ask(self, purpose: Purpose) -> None:
        from ..widgets.prompt import Prompt

        # A list would cover the line that is asked in, and the place gone to.
        self.query("ListPanel").remove_class("-open")
        (await self._panel(Prompt)).ask(purpose)

    async def action_go_to(self) -> None:
        """Ask for a paragraph number."""
        await self._ask(Purpose.PARAGRAPH)

    @on(Answered)
    def _go(self, message: Answered) -> None:
        if message.purpose is Purpose.PARAGRAPH:
            self._surface.focus()
            if message.text:
                self._go_to_number(message.text)

    def _keep_places(self, before: Comparison, now: Comparison) -> None:
        """Remember the same paragraphs in another comparison."""
        if self._bookmark is not None:
            (self._bookmark,) = same_rows([self._bookmark], before, now)

        def same(blocks: list[Block]) -> list[Block]:
            rows = same_rows([block.row for block in blocks], before, now)
            return [block._replace(rows=(row,)) for block, row in zip(blocks, rows, strict=True)]

        self._jumps.keep(same)

    def _go_to_number(self, text: str) -> None:
        place = typed(text)
        if place is None:
            self._tell("not a paragraph number")
        else:
            self._go_to_paragraph(place)

    def _go_to_paragraph(self, place: ParagraphPlace) -> None:
        if self.comparison is None:
            return
        row = place.row(self.comparison)
        if row is None:
            self._tell(f"no paragraph {place.index + 1} on the {place.side}")
        else:
            self._jump_to_row(row)

    def _jump_to_row(self, row: int) -> None:
        """Go to a row, with a way back to where the reader is."""
        here = self._surface.block
        self._go_to_row(row)
        if here is not None and self._surface.block != here:
            self._jumps.leave(here)

    def _go_to_row(self, row: int, notice: str = "") -> None:
        """Make a row current, opening the fold it is in, and show a notice there."""
        self._go_to_block(Block(Form.ROW, (row,)), notice)

    def _go_to_block(self, block: Block, notice: str) -> None:
        surface = self._surface
        before = surface.block
        shown = surface.block_showing(block.row)
        if block.form is Form.ROW and shown is not None and shown.form is Form.FOLD:
            if self.stage is not None and not self.reading.lets_through(
                self.stage.rows[block.row], block.row in self.stage.pending
            ):
                # With the whole fold the filter would be gone.
                shown = block
                notice = " · ".join(filter(None, (notice, _DESPITE_THE_FILTER)))
            self.reading = self.reading.open(shown)
        surface.go_to_block(block)
        if surface.block == before:
            self._tell(notice)
        else:
            self._notice_there = notice

    def action_bookmark(self) -> None:
        """Remember this place."""
        if self.block is not None:
            self._bookmark = self.block.row
            self._tell(f"bookmark set; {key_label(self._commands, 'to-bookmark')} comes back here")

    def action_bookmark_back(self) -> None:
        """Go to the place remembered, and remember this one."""
        if self._bookmark is None or self.block is None:
            self._tell("no bookmark set")
            return
        back, self._bookmark = self._bookmark, self.block.row
        self._jump_to_row(back)

    def action_jump_back(self) -> None:
        """Back to where the last jump began."""
        if (here := self._surface.block) is not None:
            self._return_to(self._jumps.back(here), "back")

    def action_jump_forth(self) -> None:
        """To where the last jump back began."""
        if (here := self._surface.block) is not None:
            self._return_to(self._jumps.forth(here), "forward again")

    def _return_to(self, block: Block | None, way: str) -> None:
        if block is None or self.comparison is None:
            self._tell(f"nowhere to go {way}")
        else:
            self._go_to_block(block, f"{way} at ¶ {places(self.comparison.rows[block.row])}")
