"""The rows of a comparison searched bit by bit, so that the reader can go on in a book while it is searched."""

from collections.abc import Awaitable, Callable
from functools import partial

from textual.timer import Timer

from ...view.actions import Action, CountMatches, ReachMatch, RecountMatches
from ...view.find import Finding, SearchOrder
from ...view.view_state import Seek, ViewState

# Interval of the scan, and how much of it is spent on scanning: a frame, and half of it.
FRAME_SECONDS = 1 / 60
_CHUNK_SECONDS = FRAME_SECONDS / 2


class SearchScan:
    """The matches of the current search.

    `state` returns the state of the screen, `dispatch` takes actions for it, `show` takes the matches to be painted.
    """

    def __init__(
        self,
        state: Callable[[], ViewState],
        dispatch: Callable[[Action], Awaitable[None]],
        show: Callable[[Finding | None], None],
    ) -> None:
        self._state, self._dispatch, self._show = state, dispatch, show
        self._finding: Finding | None = None
        # Makes the notice about the search, which changes while rows are scanned.
        self._notice: Callable[[], str] | None = None
        self._timer: Timer | None = None

    @property
    def finding(self) -> Finding | None:
        """The matches found so far; None where nothing is searched for."""
        return self._finding

    def use_timer(self, timer: Timer) -> None:
        """Take the timer that calls `scan`; it is paused while there is nothing to scan."""
        self._timer = timer

    async def restart(self, counts: bool) -> None:
        """Search for what the state says from the beginning; with `counts`, report how many matches there are."""
        state = self._state()
        self._notice = None
        before = self._finding
        if state.search is None or state.stage is None:
            self._finding = None
        else:
            order = SearchOrder(state.stage, state.view, state.settings.shows_typography)
            if before is not None and before.order.is_like(order):
                order = before.order
            self._finding = Finding(order, state.search)
        self._show(self._finding)
        await self.scan()
        if counts:
            await self._count()

    async def scan(self) -> None:
        """Scan some more rows; go to the match that is sought, and bring the notice up to date."""
        if self._finding is not None:
            self._finding.scan(_CHUNK_SECONDS)
            if (seek := self._state().seek) is not None:
                await self._look(self._finding, seek)
            if self._notice is not None:
                await self._dispatch(RecountMatches(self._notice()))
        if self._timer is not None:
            if self._finding is None or self._finding.is_done:
                self._timer.pause()
            else:
                self._timer.resume()

    async def seek(self) -> None:
        """Look for the match that the state seeks, among the rows scanned so far."""
        if self._finding is not None and (seek := self._state().seek) is not None:
            await self._look(self._finding, seek)

    async def _look(self, finding: Finding, seek: Seek) -> None:
        step = finding.step(seek.by, seek.row, seek.at)
        match = finding.match(step.number) if step is not None else None
        if step is None or match is None:
            await self._count()
            return
        self._notice = partial(finding.position, step, seek.by)
        await self._dispatch(ReachMatch(step.number, match, self._notice()))

    async def _count(self) -> None:
        finding = self._finding
        self._notice = finding.summary if finding is not None else None
        notice, is_all = (finding.summary(), finding.is_done) if finding is not None else ("", True)
        await self._dispatch(CountMatches(notice, is_all))
