"""Comparing and reading again: the layer of the diff screen that knows what the articles are.

The comparison is made in another process (`tui.worker.client`) while the screen is already up; a thread worker waits
for it. What comes of one that is not wanted any more, since the sides were swapped or the files read again, is
left alone.
"""

import gc
import time
from collections.abc import Callable
from dataclasses import replace

from textual import on, work
from textual.worker import get_current_worker

from diffing.errors import ReadError
from diffing.model import Pair
from diffing.sources.plain import Source

from ...keys.commands import COMMANDS, Commands
from ...system.crash import fault_line
from ...text.sanitize import visible
from ...view.article_source import Sources
from ...worker.client import Comparer, ComparingError, Stages, compared
from ..messages import Compared, Comparing, ComparingFailed, Reread, RereadingFailed
from ..widgets.failure import Failure
from ..widgets.status import StatusLine
from ..widgets.title import TitleLine
from .ledger import LedgerScreen

# Work that takes less than this shows no progress.
_BLINK_SECONDS = 0.1
# Of articles with no more characters than these the first picture waits for the comparison, which is about to be there:
# one without it would only flicker. It waits no longer than so many seconds.
_AT_ONCE = 30_000
_AT_ONCE_SECONDS = 0.25
# How often watched files are looked at. A look takes microseconds.
_WATCH_SECONDS = 1.0


class ComparingScreen(LedgerScreen):
    """The articles, and the comparison of them once it is there.

    `reread` gives what stands in the files now; `stamp` a value that changes when the files do, if they are to be
    watched. `commands` are the table's, with the reader's own keys. `comparer` is comparing what is given already.
    """

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
        self._failure = ""

    def on_mount(self) -> None:
        """Compare: a short pair before the first picture, a long one with the screen already up."""
        self._begin(self._comparer)
        if self._sources.are_watched:
            self.set_interval(_WATCH_SECONDS, self._look_again)

    def on_unmount(self) -> None:
        """Nobody waits for a comparison any more."""
        self._end_comparing()

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
            for stage in stages:
                if worker.is_cancelled:
                    return
                # A book has half a million values in no circles; to look for circles among them takes 0.4 s each time.
                gc.freeze()
                self.post_message(Compared(stage, attempt))
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
        self._sources.know(message.reached.comparison.articles)
        self.query_one(StatusLine).end_progress()
        self._tell_failure("")
        if message.reached == self.stage:
            return
        if self.stage is not None and message.reached.is_of_same_pairing(self.stage):
            self.stage = message.reached
            return
        if self.stage is not None:
            self._keep_places(self.stage.comparison, message.reached.comparison)
        # The block counts rows of the comparison before, which may have had more.
        self.block = None
        self.stage = message.reached

    @on(ComparingFailed)
    def _fail(self, message: ComparingFailed) -> None:
        if message.attempt == self._attempt:
            self._tell_failure(f"comparing failed: {message.reason}", message.is_fault)
            self.query_one(StatusLine).fail()

    def _tell_failure(self, failure: str, is_fault: bool = False) -> None:
        self._failure = failure
        self.query_one(Failure).show(failure, self._sources.can_be_read_again, is_fault)

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
