"""The screen that shows a comparison: it holds the state, and the widgets show it.

It is built in layers, each with the commands of its subject: going places (`tui.screens.places`), searching on top of
that (`tui.screens.search`), then what matters (`tui.screens.ledger`), and here all else. The comparison is made in
another process (`tui.comparing`) while the screen is already up; a thread worker waits for it. Reactives are bound down
to the widgets: `comparison`, once it is there, `reading`, how the reader wishes to see it, `block`, what the reader is
at, `finding`, what a search finds, and `marking`, where what matters stands.
"""

import gc
import time
from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.reactive import var
from textual.worker import get_current_worker

from diffing.errors import ReadError
from diffing.model import Pair
from tui.commands import COMMANDS, Commands, bindings, key_label
from tui.comparing import Comparer, ComparingError, Stages, compared
from tui.copying import both_texts, citation, left_text, right_text
from tui.faults import fault_line
from tui.files import Source
from tui.messages import (
    ChangeChosen,
    Compared,
    Comparing,
    ComparingFailed,
    FilterChosen,
    FoldClicked,
    Reread,
    RereadingFailed,
)
from tui.reading import AS_FOUND, Reading, View
from tui.screens.ledger import LedgerScreen
from tui.sources import Sources
from tui.visible import visible
from tui.widgets.failure import Failure
from tui.widgets.key_line import KeyLine
from tui.widgets.side_by_side import SideBySide
from tui.widgets.status import StatusLine
from tui.widgets.title import TitleLine

_COPIES = {"left": left_text, "right": right_text, "both": both_texts, "citation": citation}

# In lower windows the lines between title, articles and status are needed for reading.
_BLANK_LINES_FROM = 18
# Work that takes less than this shows no progress.
_BLINK_SECONDS = 0.1
# Of articles with no more characters than these the first picture waits for the comparison, which is about to be there:
# one without it would only flicker. It waits no longer than so many seconds.
_AT_ONCE = 30_000
_AT_ONCE_SECONDS = 0.25
# How often watched files are looked at. A look takes microseconds.
_WATCH_SECONDS = 1.0


class DiffScreen(LedgerScreen):
    """Two articles row by row, a title above, the status and the keys below.

    `reread` gives what stands in the files now; `stamp` a value that changes when the files do, if they are to be
    watched. `commands` are the table's, with the reader's own keys. `comparer` is comparing what is given already.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings()

    # Whether the reasons for a pair are open, and no search was begun after they were opened.
    closes_reasons: var[bool] = var(False)

    def __init__(
        self,
        given: Pair[Source],
        reread: Callable[[], Pair[Source]] | None = None,
        stamp: Callable[[], object] | None = None,
        commands: Commands = COMMANDS,
        comparer: Comparer | None = None,
    ) -> None:
        super().__init__(commands)
        self._sources = Sources(given, reread, stamp)
        self._comparer = comparer
        self._stages: Stages | None = None
        # Comparisons begun so far: something of an earlier one may come late.
        self._attempt = 0
        # The one of which something has been shown: what was said before of how far it is may come later.
        self._shown = 0
        self._before_unfolding = AS_FOUND
        self._failure = ""

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield TitleLine(self._sources.given).data_bind(DiffScreen.comparison)
        yield SideBySide().data_bind(DiffScreen.comparison, DiffScreen.reading, DiffScreen.finding, DiffScreen.marking)
        yield Failure(self._commands)
        yield StatusLine(self._commands).data_bind(
            DiffScreen.comparison, DiffScreen.reading, DiffScreen.block, DiffScreen.marking
        )
        yield KeyLine(self._commands).data_bind(
            DiffScreen.reading,
            DiffScreen.block,
            DiffScreen.search,
            DiffScreen.comparison,
            DiffScreen.closes_reasons,
            DiffScreen.leads_back,
            DiffScreen.leads_forth,
        )

    def on_mount(self) -> None:
        """Compare: a short pair before the first picture, a long one with the screen already up."""
        self._begin(self._comparer)
        if self._sources.are_watched:
            self.set_interval(_WATCH_SECONDS, self._look_again)

    def on_unmount(self) -> None:
        """Nobody waits for a comparison any more."""
        self._end_comparing()

    def on_resize(self, event: events.Resize) -> None:
        """Without Textual's breakpoints, which style every widget anew also where all is as it was."""
        self.set_class(event.size.height < _BLANK_LINES_FROM, "-low")

    def _look_again(self) -> None:
        """Read the files again if they have changed; while one is being written, the next look will do."""
        if self._sources.have_changed():
            self.action_reload()

    def _begin(self, comparer: Comparer | None = None) -> None:
        """Compare what is given; what else is being compared is not wanted any more."""
        self._end_comparing()
        self._attempt += 1
        attempt = self._attempt
        last = time.monotonic()

        def tell(stage: str, share: float) -> None:
            nonlocal last
            if time.monotonic() - last > _BLINK_SECONDS:
                last = time.monotonic()
                self.post_message(Comparing(stage, share, attempt))

        given = self._sources.given
        is_short = sum(side.length for side in given) <= _AT_ONCE
        try:
            self._stages = compared(given, tell, lambda: self.block.row if self.block else 0, comparer)
            found = next(self._stages, None) if self._stages.wait(_AT_ONCE_SECONDS if is_short else 0.0) else None
        except BaseException as error:
            self._fail(_failed(error, attempt))
            return
        if found is not None:
            self._show(Compared(found, attempt))
        if found is None or not found.is_finished:
            self._compare(self._stages, attempt)

    def _end_comparing(self) -> None:
        if self._stages is not None:
            self._stages.close()

    @work(thread=True, exclusive=True)
    def _compare(self, stages: Stages, attempt: int) -> None:
        """Wait for the stages, beside the screen."""
        worker = get_current_worker()
        try:
            for comparison in stages:
                if worker.is_cancelled:
                    return
                # A book has half a million values in no circles; to look for circles among them takes 0.4 s each time.
                gc.freeze()
                self.post_message(Compared(comparison, attempt))
        except BaseException as error:
            self.post_message(_failed(error, attempt))

    @on(Comparing)
    def _wait(self, message: Comparing) -> None:
        if message.attempt == self._attempt != self._shown:
            self.query_one(StatusLine).show_progress(message.stage, message.share)

    @on(Compared)
    def _show(self, message: Compared) -> None:
        # A comparison begun before the sides were swapped or the files read again may come late.
        if message.attempt != self._attempt:
            return
        self._shown = message.attempt
        self._sources.know(message.comparison.articles)
        self.query_one(StatusLine).end_progress()
        self._tell_failure("")
        if message.comparison == self.comparison:
            return
        if self.comparison is not None and message.comparison.is_stage_of(self.comparison):
            self.comparison = message.comparison
            return
        if self.comparison is not None:
            self._keep_places(self.comparison, message.comparison)
        # The block counts rows of the comparison before, which may have had more.
        self.block = None
        self.comparison = message.comparison

    @on(ComparingFailed)
    def _fail(self, message: ComparingFailed) -> None:
        if message.attempt == self._attempt:
            self._tell_failure(f"comparing failed: {message.reason}", message.is_fault)
            self.query_one(StatusLine).fail()

    def _tell_failure(self, failure: str, is_fault: bool = False) -> None:
        self._failure = failure
        self.query_one(Failure).show(failure, self._sources.can_be_read_again, is_fault)

    @on(FoldClicked)
    def _open_fold(self, message: FoldClicked) -> None:
        self.reading = self.reading.open(message.block)

    def action_unfold(self) -> None:
        """Show everything that is folded, or fold it as before."""
        everything = Reading(self.reading.view, folds_furniture=False, shows_typography=self.reading.shows_typography)
        if self.reading != everything:
            self._before_unfolding, self.reading = self.reading, everything
            self._tell(f"everything is shown; {key_label(self._commands, 'unfold-all')} folds it again")
        else:
            self.reading = replace(self._before_unfolding, view=self.reading.view)
            self._tell("folded as before")

    def action_view(self) -> None:
        """To the next view, which is another than the one shown."""
        usual = self._surface.usual_view
        view = self.reading.view.next(usual)
        self.reading = replace(self.reading, view=view)
        self._tell(f"view: {f'{usual.value}, {view.value}' if view is View.AUTOMATIC else view.value}")

    def action_fold_furniture(self) -> None:
        """Fold or show page furniture, if there is any."""
        if self.comparison is not None and not any(row.furniture for row in self.comparison.rows):
            self._tell("there is no page furniture")
            return
        if self.reading.only:
            self._tell("the filter leaves page furniture out")
            return
        self.reading = replace(self.reading, folds_furniture=not self.reading.folds_furniture, opened=frozenset())
        self._tell("page furniture is folded" if self.reading.folds_furniture else "page furniture is shown")

    def action_fold_unchanged(self) -> None:
        """Fold or show unchanged paragraphs."""
        self.reading = replace(self.reading, folds_unchanged=not self.reading.folds_unchanged, opened=frozenset())
        self._tell("unchanged is folded" if self.reading.folds_unchanged else "unchanged is shown")

    def action_typography(self) -> None:
        """Mark what is only set differently, or leave it unmarked."""
        self.reading = replace(self.reading, shows_typography=not self.reading.shows_typography)
        count = sum(row.typographic for row in self.comparison.rows) if self.comparison else 0
        self._tell(f"{count} typographic {'marked' if self.reading.shows_typography else 'not marked'}")

    async def action_filter(self) -> None:
        """Choose which kinds are shown."""
        from tui.widgets.filter import Filter

        (await self._panel(Filter)).toggle()

    @on(FilterChosen)
    def _filter(self, message: FilterChosen) -> None:
        self.reading = replace(self.reading, only=message.only, opened=frozenset())

    async def action_info(self) -> None:
        """Show or hide why the current pair is one."""
        from tui.widgets.info import Info

        self.closes_reasons = (await self._panel(Info, before=Failure)).toggle_class("-open").has_class("-open")

    def watch_search(self) -> None:
        """A search is ended before the reasons are closed that were open already."""
        super().watch_search()
        self.closes_reasons = self.search is None and bool(self.query("Info.-open"))

    def action_close(self) -> None:
        """Close the reasons or end the search, whichever was opened last."""
        if self.closes_reasons:
            self.query("Info").remove_class("-open")
            self.closes_reasons = False
        else:
            super().action_close()

    async def action_summary(self) -> None:
        """List all changes."""
        from tui.widgets.summary import Summary

        if self.block is not None:
            (await self._panel(Summary)).toggle(self.block.row)

    @on(ChangeChosen)
    def _go_to_change(self, message: ChangeChosen) -> None:
        self._jump_to_row(message.row)

    def action_copy(self, what: str) -> None:
        """Copy texts of the current row to the clipboard, by the terminal's own means (OSC 52)."""
        row = self._row
        if row is None or self.comparison is None:
            return
        text = _COPIES[what](self.comparison, row)
        if text:
            self.app.copy_to_clipboard(text)
            self._tell(f"copied: {visible(text.splitlines()[0])}")
        else:
            self._tell("nothing to copy on that side")

    def action_swap(self) -> None:
        """Exchange the sides."""
        self._sources.swap()
        self._begin_again("sides swapped")

    def action_reload(self) -> None:
        """Read the files again and compare them."""
        if not self._sources.can_be_read_again:
            self._tell("these articles cannot be read again")
            return
        self._reread()

    @work(thread=True, exclusive=True, group="reading")
    def _reread(self) -> None:
        """Read beside the screen: a large file, or one on a disk far away, takes a while."""
        worker = get_current_worker()
        found: Reread | RereadingFailed
        try:
            found = Reread(self._sources.reread())
        except ReadError as error:
            found = RereadingFailed(visible(str(error)))
        except BaseException as error:  # as in comparing
            found = RereadingFailed(fault_line(error))
        if not worker.is_cancelled:
            self.post_message(found)

    @on(Reread)
    def _compare_what_was_read(self, message: Reread) -> None:
        self._sources.take(message.given)
        self._begin_again("read again")

    @on(RereadingFailed)
    def _keep_what_there_is(self, message: RereadingFailed) -> None:
        self._tell(message.reason)

    def _begin_again(self, notice: str) -> None:
        self.reading = replace(self.reading, opened=frozenset())
        self.query_one(TitleLine).show(self._sources.given)
        self._tell(notice)
        self._begin()

    async def action_help(self) -> None:
        """Open or close the help."""
        from tui.widgets.help import Help

        (await self._panel(Help, lambda: Help(self._commands))).toggle()

    async def action_interrupt(self) -> None:
        """Copy what is selected; where nothing is, leave."""
        selected = self.get_selected_text()
        if not selected:
            await self.action_quit()
            return
        self.app.copy_to_clipboard(selected)
        self.clear_selection()
        self._tell(f"copied: {visible(selected.splitlines()[0])}")

    async def action_quit(self) -> None:
        """Leave; with what failed, if the comparison did."""
        if self._failure:
            self.app.exit(self._failure, return_code=1)
        else:
            await self.app.action_quit()


def _failed(error: BaseException, attempt: int) -> ComparingFailed:
    """That comparing failed: a panic of a library in Rust is no Exception, and nothing else is being done here."""
    if isinstance(error, ComparingError):
        return ComparingFailed(visible(str(error)), error.is_fault, attempt)
    return ComparingFailed(fault_line(error), True, attempt)
