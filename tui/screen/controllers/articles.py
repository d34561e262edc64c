"""The articles on the screen: compared, read again, swapped.

The comparison is made in another process (`tui.worker.client`) while the screen is already up; a thread waits for its
stages. A comparison is not wanted any more once the sides are swapped or the files read again: `update` leaves its
stages out by the number of the attempt.
"""

import gc
import time
from collections.abc import Callable, Sequence

from textual.screen import Screen
from textual.worker import get_current_worker

from diffing.errors import ReadError
from diffing.model import Article, Pair
from diffing.review.model import Review
from diffing.stage import Stage

from ...system.crash import fault_line
from ...system.memory import give_back
from ...system.sidecar import pins_in_json
from ...text.sanitize import visible
from ...view.actions import (
    Action,
    FailComparing,
    FailLedger,
    FailReading,
    ShowProgress,
    ShowStage,
    TakeFiles,
    TakeLedger,
)
from ...view.article_source import Sources
from ...worker.client import Comparer, Stages, compared
from ...worker.process import ComparingError
from ..messages import Do

# Work that takes less than this shows no progress.
_BLINK_SECONDS = 0.1
# Of articles with no more characters than these, the first picture waits for the comparison, which is nearly there:
# a picture without it would only flicker. It waits no longer than these seconds.
_AT_ONCE = 30_000
_AT_ONCE_SECONDS = 0.25
# Characters of both articles from which memory is given back when they are compared.
_BOOK = 400_000
# How often watched files are looked at. A look takes microseconds.
WATCH_SECONDS = 1.0


class ArticlesOnScreen:
    """The articles given, and the comparison under way.

    `row_in_view` returns the row the reader is at; `comparer` is already comparing what is given, if it is there.
    """

    def __init__(
        self, screen: Screen[None], sources: Sources, row_in_view: Callable[[], int], comparer: Comparer | None
    ) -> None:
        self.sources = sources
        self._screen = screen
        self._row_in_view = row_in_view
        self._comparer = comparer
        self._stages: Stages | None = None

    def compare(self, attempt: int, review: Review) -> Sequence[Action]:
        """Compare what is given with the pins of a review.

        Return what is there at once: the first stage, also its ledger, or the failure.
        """
        self.end()
        comparer, self._comparer = self._comparer, None
        last = time.monotonic()

        def report(step: str, share: float) -> None:
            nonlocal last
            if time.monotonic() - last > _BLINK_SECONDS:
                last = time.monotonic()
                self._screen.post_message(Do(ShowProgress(step, share, attempt)))

        given = self.sources.given
        is_short = sum(side.length for side in given) <= _AT_ONCE
        try:
            pins, rules = pins_in_json(review), self.sources.rules
            self._stages = stages = compared(given, report, self._row_in_view, comparer, pins, rules)
            first = next(stages, None) if stages.wait(_AT_ONCE_SECONDS if is_short else 0.0) else None
        except BaseException as error:
            return (_failed(error, attempt),)
        stages.take_what_is_there()
        ledger = _of_ledger(stages, first)
        if ledger is None:
            self._screen.run_worker(lambda: self._wait(stages, first, attempt), thread=True, exclusive=True)
        shown = ShowStage(first, attempt) if first is not None else None
        return tuple(action for action in (shown, ledger) if action is not None)

    def _wait(self, stages: Stages, stage: Stage | None, attempt: int) -> None:
        """Wait for the stages and the ledger of the last one, in a thread."""
        worker = get_current_worker()
        try:
            for stage in stages:
                if worker.is_cancelled:
                    return
                # A book has half a million values in no circles; to look for circles among them takes 0.4 s each time.
                gc.freeze()
                self._screen.post_message(Do(ShowStage(stage, attempt)))
            if (ledger := _of_ledger(stages, stage)) is not None and not worker.is_cancelled:
                self._screen.post_message(Do(ledger))
            if stage and sum(article.length for article in stage.comparison.articles) >= _BOOK:
                self._screen.call_later(give_back)  # behind the last stage, which frees the ones before
        except BaseException as error:
            self._screen.post_message(Do(_failed(error, attempt)))

    def end(self) -> None:
        """End the comparison under way."""
        if self._stages is not None:
            self._stages.close()

    def keep(self, articles: Pair[Article]) -> None:
        """Keep these articles in place of the texts they stand in."""
        self.sources.know(articles)

    def read_again(self) -> None:
        """Read the files in a thread: a large file, or one on a distant disk, takes a while."""
        self._screen.run_worker(self._read, thread=True, exclusive=True, group="reading")

    def _read(self) -> None:
        worker = get_current_worker()
        read: TakeFiles | FailReading
        try:
            read = TakeFiles(self.sources.reread())
        except ReadError as error:
            read = FailReading(visible(str(error)))
        except BaseException as error:  # as in comparing
            read = FailReading(fault_line(error))
        if not worker.is_cancelled:
            self._screen.post_message(Do(read))


def _of_ledger(stages: Stages, stage: Stage | None) -> TakeLedger | FailLedger | None:
    """Return the ledger of the last stage, or why there is none; None while it is not known, and for a long text."""
    if stage is None or not stage.is_finished:
        return None
    if stages.ledger is not None:
        return TakeLedger(stage.comparison, stages.ledger)
    return FailLedger(stage.comparison, visible(stages.no_ledger)) if stages.no_ledger else None


def _failed(error: BaseException, attempt: int) -> FailComparing:
    """Return the failure of comparing: a panic of a library in Rust is no Exception, and must not end the screen."""
    if isinstance(error, ComparingError):
        return FailComparing(visible(str(error)), error.is_fault, attempt)
    return FailComparing(fault_line(error), True, attempt)
