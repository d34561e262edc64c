"""The steps of a story in many versions, made by a process of its own in the order the reader needs them.

this process                        the other one (tui.worker.history_server)
the articles of all versions    ->
the two versions in view        ->  makes that step first, then the neighbours, each once
                                <-  of each step the comparison, then the ledger; at last the lanes
"""

from collections.abc import Iterator, Sequence
from queue import Empty

from diffing.history.model import Step, Version

from .history_messages import (
    COMPARED,
    LANES,
    MATTERS,
    ComparisonMade,
    LanesMade,
    StepMade,
    comparison_of,
    lanes_of,
)
from .process import ComparingError, OtherProcess, ended
from .protocol import GONE, Packed, ledger_of, packed_source

Made = ComparisonMade | StepMade | LanesMade


class StoryComparer(OtherProcess):
    """A process that makes the steps of one story; it can be started before the versions are read."""

    def __init__(self) -> None:
        super().__init__("history_server")
        self._versions: Sequence[Version] = ()
        self._compared: ComparisonMade | None = None
        self._has_ended = False

    def give(self, versions: Sequence[Version]) -> None:
        """Send the versions, the oldest first."""
        self._versions = versions
        self.send(lambda: tuple(packed_source(version.article) for version in versions))

    def want(self, left: int, right: int) -> None:
        """Ask for the step of two versions before all others."""
        self.send(lambda: (left, right))

    def __iter__(self) -> Iterator[Made]:
        return self

    def __next__(self) -> Made:
        """Wait for what is made next, and return it. Raises ComparingError where the process has ended before."""
        made = None if self._has_ended else self._made(self.messages.get())
        if made is None:
            raise StopIteration
        return made

    def wait(self, seconds: float) -> Made | None:
        """Wait so long at most for what is made next. Raises ComparingError."""
        try:
            return self._made(self.messages.get(timeout=seconds))
        except Empty:
            return None

    def end(self) -> None:
        """End the process; who waits for a step, in whatever thread, learns that there is none."""
        self._has_ended = True
        super().end()

    def _made(self, message: Packed) -> Made | None:
        """Return what a message brings; None for the end of a process that is not wanted any more."""
        name, *what = message
        if name == COMPARED:
            self._compared = comparison_of(tuple(what), self._versions)
            return self._compared
        if name == MATTERS:
            left, right, ledger = what
            made, self._compared = self._compared, None
            assert made is not None
            assert made[:2] == (left, right), "a ledger comes right behind its comparison"
            return StepMade(left, right, Step(made.comparison, ledger_of(ledger)))
        if name == LANES:
            return lanes_of(tuple(what))
        if self._has_ended:
            return None
        self._has_ended = True
        raise ended(*what) if name == GONE else ComparingError(*what)
