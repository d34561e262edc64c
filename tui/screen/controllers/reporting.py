"""A report of what is on the screen, written in a thread: that of a book takes seconds."""

from collections.abc import Callable, Iterator

from textual.screen import Screen

from diffing.model import Pair

from ...reports.report import Original, Report
from ...system.crash import fault_line
from ...view.actions import TellReport
from ...view.effects import WriteHistory, WriteReport
from ..messages import Do


class Reporting:
    """Writes reports for a screen and tells it where they are.

    `originals` returns the facts of both files in the order shown, or None where there are no files.
    """

    def __init__(self, screen: Screen[None], originals: Callable[[], Pair[Original] | None]) -> None:
        self._screen = screen
        self._originals = originals

    def write(self, asked: WriteReport | WriteHistory) -> None:
        """Begin to write a report under the first free name in the current folder."""
        self._screen.run_worker(lambda: self._write(asked), thread=True, exclusive=True, group="report")

    def _write(self, asked: WriteReport | WriteHistory) -> None:
        from ...system.output import write_beside

        try:
            told = TellReport(write_beside("newsdiff", ".html", b"".join(self._pieces(asked))))
        except OSError as error:
            told = TellReport("", error.strerror or str(error))
        except BaseException as error:  # the screen goes on without its report
            told = TellReport("", fault_line(error))
        self._screen.post_message(Do(told))

    def _pieces(self, asked: WriteReport | WriteHistory) -> Iterator[bytes]:
        if isinstance(asked, WriteHistory):
            from ...reports.history.renderers import HISTORY_RENDERERS

            return HISTORY_RENDERERS["html"](asked.history, False)
        from ...reports.renderers import RENDERERS

        report = Report(asked.comparison, asked.ledger, self._originals(), review=asked.review)
        return RENDERERS["html"](report)
