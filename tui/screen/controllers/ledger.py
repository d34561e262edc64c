"""What matters: the layer of the diff screen that has the ledger."""

from textual import on, work
from textual.reactive import reactive
from textual.worker import get_current_worker

from diffing.ledger.core.cost import is_short
from diffing.model import Comparison

from ...keys.commands import COMMANDS, Commands
from ...system.crash import fault_line
from ...view.entry_marks import Marking
from ...view.find import Match
from ...view.targets import next_row
from ..messages import EntryChosen, LedgerFailed, LedgerFound
from ..widgets.status import StatusLine
from .search import SearchScreen

_LOOKING = "looking for what matters …"


class LedgerScreen(SearchScreen):
    """What changed that matters, once it is known, and where it stands."""

    marking: reactive[Marking | None] = reactive(None)

    def __init__(self, commands: Commands = COMMANDS) -> None:
        super().__init__(commands)
        self._is_looking = False
        # Which way the reader wishes to go once the ledger is there.
        self._way = 0

    def watch_stage(self) -> None:
        """Look for what matters in what came; in a book only when asked to."""
        super().watch_stage()
        now = self.stage
        self._is_looking, self._way = False, 0
        self.marking = None
        if now is not None and now.is_finished and is_short(now.comparison):
            # After the picture with the articles: looking would hold it up.
            self.call_after_refresh(self._look, now.comparison)

    def _look(self, comparison: Comparison) -> None:
        if comparison is self.comparison and not self._is_looking and self.marking is None:
            self._is_looking = True
            self._find_what_matters(comparison)

    @work(thread=True, exclusive=True, group="ledger")
    def _find_what_matters(self, comparison: Comparison) -> None:
        worker = get_current_worker()
        found: LedgerFound | LedgerFailed
        try:
            from diffing.ledger.build import ledger

            found = LedgerFound(comparison, ledger(comparison))
        except BaseException as error:  # as in comparing
            found = LedgerFailed(comparison, fault_line(error))
        if not worker.is_cancelled:
            self.post_message(found)

    @on(LedgerFound)
    def _show_what_matters(self, message: LedgerFound) -> None:
        if message.comparison is not self.comparison:
            return
        self._is_looking = False
        self.marking = Marking(message.comparison, message.ledger)
        if self.query_one(StatusLine).notice == _LOOKING:
            self._tell("")
        if self._way:
            self.action_matter(self._way)
            self._way = 0

    @on(LedgerFailed)
    def _tell_why_not(self, message: LedgerFailed) -> None:
        if message.comparison is not self.comparison:
            return
        self._is_looking = False
        self._tell(f"the ledger cannot be made: {message.reason}")

    def _is_known(self) -> bool:
        """Whether the ledger is there; if not, it is looked for now, if it can be."""
        if self.marking is not None:
            return True
        if self.stage is None or not self.stage.is_finished:
            self._tell("words are still being compared")
        else:
            self._look(self.stage.comparison)
            self._tell(_LOOKING)
        return False

    async def action_ledger(self) -> None:
        """List what changed that matters, at the entry the reader was at; where it is listed, hide it."""
        from ..widgets.ledger_panel import LedgerPanel

        if self._is_known() or self._is_looking:
            panel = await self._panel(LedgerPanel)
            panel.toggle(panel.lines.here)

    def action_matter(self, by: int) -> None:
        """To the next or previous row with something that matters; behind the last one the first, saying so."""
        if self.stage is None or self.block is None:
            return
        if not self._is_known() or self.marking is None:
            self._way = by
            return
        rows = self.marking.rows
        row, is_around = next_row(rows.__contains__, self.stage, self.reading, self.block.row, by)
        if row is None:
            self._tell("nothing that matters" + (" among what the filter shows" if self.reading.only else " was found"))
            return
        self._go_to_row(row, f"{'first' if by > 0 else 'last'} change that matters again" if is_around else "")

    @on(EntryChosen)
    def _go_to_entry(self, message: EntryChosen) -> None:
        if self.marking is None or message.comparison is not self.comparison:
            return
        row = self.marking.row_of(message.entry)
        self._jump_to_row(row)
        found = self.marking.first_stretch(message.entry, row, self._surface.view)
        if found is not None:
            self._surface.show_match(Match(row, *found))
