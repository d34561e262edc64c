"""A report of what is on the screen, written in a thread: that of a book takes seconds."""

from collections.abc import Callable

from textual.screen import Screen

from diffing.model import Pair

from ...reports.report import Original, Report
from ...system.crash import fault_line
from ...view.actions import TellReport
from ...view.effects import WriteReport
from ..messages import Do


class Reporting:
    """Writes reports for a screen and tells it where they are.

    `contents` returns the bytes of both files in the order shown, or None where there are no files.
    """

    def __init__(self, screen: Screen[None], contents: Callable[[], Pair[bytes] | None]) -> None:
        self._screen = screen
        self._contents = contents

    def write(self, asked: WriteReport) -> None:
        """Begin to write a report under the first free name in the current folder."""
        self._screen.run_worker(lambda: self._write(asked), thread=True, exclusive=True, group="report")

    def _write(self, asked: WriteReport) -> None:
        from ...reports.renderers import RENDERERS
        from ...system.output import write_beside

        try:
            contents = self._contents()
            originals = None if contents is None else contents.map(Original.of)
            report = Report(asked.comparison, asked.ledger, originals, review=asked.review)
            told = TellReport(write_beside("newsdiff", ".html", b"".join(RENDERERS["html"](report))))
        except OSError as error:
            told = TellReport("", error.strerror or str(error))
        except BaseException as error:  # the screen goes on without its report
            told = TellReport("", fault_line(error))
        self._screen.post_message(Do(told))
