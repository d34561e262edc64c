"""A story in many versions for tests of the screen, and its steps made in this process."""

from collections import deque
from collections.abc import Iterator, Sequence
from functools import cache
from queue import SimpleQueue

from diffing.history.making import HistoryMaker
from diffing.history.model import Origin, Step, Version
from diffing.history.versions import one_version_each
from diffing.sources.plain import SourceText, article
from tui.view.story import Ends, Story
from tui.worker.history_client import Made
from tui.worker.history_messages import ComparisonMade, LanesMade, StepMade

TEXTS = (
    "Two hurt at Velmar mill\n\nVELMAR — Two people were hurt when a boiler burst at the mill on Monday.\n\n"
    "The mill is open, the owners said.\n",
    "Two hurt at Velmar mill\n\nVELMAR — Three people were hurt when a boiler burst at the mill on Monday.\n\n"
    "The mill is open, the owners said.\n",
    "Two hurt at Velmar mill\n\nVELMAR — Three people were hurt when a boiler burst at the mill on Monday.\n\n"
    "“It shook the whole street,” said Ida Morn, a baker.\n\nThe mill is open, the owners said.\n",
    "Two hurt at Velmar mill\n\nVELMAR — Three people were hurt when a boiler burst at the mill on Monday.\n\n"
    "The mill is closed, the owners said.\n\n"
    "Correction: An earlier version of this article said that the mill is open. It is closed.\n",
)
DATES = ("2031-06-03T07:42:00+00:00", "2031-06-03T08:05:00+00:00", "2031-06-03T09:30:00+00:00", "2031-06-04T12:10:00Z")


@cache
def versions() -> tuple[Version, ...]:
    """Four versions of a story of our own."""
    named = [(f"v{at}.txt", text, DATES[at - 1]) for at, text in enumerate(TEXTS, start=1)]
    return one_version_each(
        Version(article(SourceText(name, text)), (Origin(name, date),)) for name, text, date in named
    )


def story(told: Sequence[Version] | None = None) -> Story:
    """The story with the first two versions in view, before any step is made."""
    return Story("mill.txt", tuple(told or versions()), Ends(0, 1))


@cache
def maker() -> HistoryMaker:
    """The steps of the story, made once for all tests."""
    return HistoryMaker(versions())


def step(left: int, right: int) -> Step:
    """The step of two versions of the story."""
    return maker().between(left, right)


def lanes_made(own: HistoryMaker | None = None) -> LanesMade:
    """What follows from all steps."""
    history = (own or maker()).history()
    return LanesMade(history.lines, history.lanes, history.disagreements)


class MadeHere:
    """In the place of `StoryComparer`: steps made in this process when they are asked for, and then all others."""

    def __init__(self, told: Sequence[Version] | None = None) -> None:
        self._maker = maker() if told is None else HistoryMaker(told)
        self._waiting: deque[tuple[int, int]] = deque((at, at + 1) for at in range(len(self._maker.versions) - 1))
        self._wanted: SimpleQueue[tuple[int, int] | None] = SimpleQueue()
        self._made: set[tuple[int, int]] = set()
        self._behind: StepMade | None = None
        self._has_lanes = False

    def give(self, told: Sequence[Version]) -> None:
        """The versions are known."""

    def want(self, left: int, right: int) -> None:
        """Make this step next."""
        self._wanted.put((left, right))

    def __iter__(self) -> Iterator[Made]:
        return self

    def __next__(self) -> Made:
        if self._behind is not None:
            behind, self._behind = self._behind, None
            return behind
        while True:
            if self._wanted.empty() and self._waiting:
                ends: tuple[int, int] | None = self._waiting.popleft()
            elif self._wanted.empty() and not self._has_lanes:
                self._has_lanes = True
                return lanes_made(self._maker)
            else:
                ends = self._wanted.get()
            if ends is None:
                raise StopIteration
            if ends not in self._made:
                self._made.add(ends)
                self._behind = StepMade(*ends, self._maker.between(*ends))
                return ComparisonMade(*ends, self._behind.step.comparison)

    def wait(self, seconds: float) -> Made | None:
        """The first step is there at once."""
        return next(self)

    def end(self) -> None:
        """Let the thread that waits go."""
        self._wanted.put(None)
