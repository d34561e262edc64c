"""The steps of a story in many versions on the screen: asked for, waited for in a thread, taken when they are made."""

import gc
from collections.abc import Iterator
from typing import NamedTuple

from textual.screen import Screen
from textual.worker import get_current_worker

from ...system.crash import fault_line
from ...text.sanitize import visible
from ...view.actions import Action, FailStory, TakeComparison, TakeLanes, TakeStep
from ...view.story import Ends, Story
from ...worker.history_client import Made, StoryComparer
from ...worker.history_messages import ComparisonMade, StepMade
from ...worker.process import ComparingError
from ..messages import Do

# The first picture waits so long for the first step, which is nearly there: a picture without it would only flicker.
_AT_ONCE_SECONDS = 0.25


class Told(NamedTuple):
    """A story, and the process that was given its versions already, if there is one."""

    story: Story
    comparer: StoryComparer | None = None


class StorySteps:
    """The process that makes the steps of a story."""

    def __init__(self, screen: Screen[None], told: Told) -> None:
        self._screen = screen
        self._story, self._comparer = told
        self._is_listening = False

    def want(self, ends: Ends) -> Iterator[Action]:
        """Ask for a step before all others; yield what is there at once."""
        try:
            if self._comparer is None:
                self._comparer = StoryComparer()
                self._comparer.give(self._story.versions)
            self._comparer.want(*ends)
            if not self._is_listening:
                self._is_listening = True
                seconds = _AT_ONCE_SECONDS
                while (made := self._comparer.wait(seconds)) is not None:
                    yield _action(made)
                    if isinstance(made, StepMade):
                        break
                    # What comes behind the comparison is taken only if it is there.
                    seconds = 0.0
                self._screen.run_worker(self._listen, thread=True, group="story")
        except BaseException as error:
            self._comparer, self._is_listening = None, False
            yield _failed(error)

    def _listen(self) -> None:
        worker, comparer = get_current_worker(), self._comparer
        try:
            assert comparer is not None
            for made in comparer:
                if worker.is_cancelled:
                    return
                gc.freeze()  # as for the stages of two articles
                self._screen.post_message(Do(_action(made)))
        except BaseException as error:
            # What is asked for next is asked of another process.
            self._comparer, self._is_listening = None, False
            self._screen.post_message(Do(_failed(error)))

    def end(self) -> None:
        """End the process."""
        if self._comparer is not None:
            self._comparer.end()


def _action(made: Made) -> Action:
    if isinstance(made, ComparisonMade):
        return TakeComparison(*made)
    return TakeStep(*made) if isinstance(made, StepMade) else TakeLanes(*made)


def _failed(error: BaseException) -> FailStory:
    """Return the failure of comparing: a panic of a library in Rust is no Exception, and must not end the screen."""
    if isinstance(error, ComparingError):
        return FailStory(visible(str(error)), error.is_fault)
    return FailStory(fault_line(error), True)
