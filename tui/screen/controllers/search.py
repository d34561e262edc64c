"""Finding words: the layer of the diff screen that searches."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from textual import on
from textual.reactive import var
from textual.timer import Timer

from ...keys.commands import COMMANDS, Commands
from ...view.find import Finding, Order
from ...view.query import Search
from ...view.view_state import Block, Form
from ..messages import Answered, BlockReached, Purpose, Typed
from ..widgets.status import StatusLine
from .navigation import PlacesScreen

# A long comparison is scanned in chunks, half the time of each frame.
_FRAME_SECONDS = 1 / 60
_CHUNK_SECONDS = _FRAME_SECONDS / 2


@dataclass(frozen=True, slots=True)
class _Wish:
    """A step that the reader asked for: which way, from which row or, if they are at one, from which match."""

    by: int
    row: int
    at: int | None
    is_jump: bool


class SearchScreen(PlacesScreen):
    """What is searched for, and what of it the comparison holds."""

    search: var[Search | None] = var(None)
    finding: var[Finding | None] = var(None)

    def __init__(self, commands: Commands = COMMANDS) -> None:
        super().__init__(commands)
        # The number of the match that the reader went to last, and a step whose match is not found yet.
        self._at = 0
        self._wish: _Wish | None = None
        # What was told of the finding, and what tells it anew while the scan goes on.
        self._told = ""
        self._telling: Callable[[], str] | None = None
        self._scanning: Timer | None = None

    def on_mount(self) -> None:
        """Have a timer for long scans."""
        self._scanning = self.set_interval(_FRAME_SECONDS, self._scan, pause=True)

    async def action_find(self) -> None:
        """Ask what to search for."""
        await self._ask(Purpose.SEARCH)

    @on(Typed)
    def _search_live(self, message: Typed) -> None:
        if message.purpose is Purpose.PARAGRAPH:
            return
        self.search = Search(message.text, message.purpose is Purpose.EXPRESSION) if message.text else None
        if self.finding is not None:
            self._tell_found(self.finding)
        else:
            self._tell("")

    @on(Answered)
    def _answer(self, message: Answered) -> None:
        if message.purpose is Purpose.PARAGRAPH:
            return
        self._surface.focus()
        if not message.text:
            self.search = None
        else:
            self._step(1, is_jump=True)

    def watch_search(self) -> None:
        """Find what is searched for now."""
        self._find()

    def watch_stage(self) -> None:
        """Find it in what came."""
        self._find()

    @on(BlockReached)
    def _find_in_another_view(self) -> None:
        """Find it anew where the view is another: it may have other texts in another order."""
        if self.finding is not None and self.finding.order.view is not self._surface.view:
            self._find()

    def _find(self) -> None:
        self._wish = self._telling = None
        if self.finding is not None:
            self._surface.show_match(None)
        if self.search is None or self.stage is None:
            self.finding = None
            return
        view = self._surface.view
        order = self.finding.order if self.finding is not None else None
        if order is None or order.stage is not self.stage or order.view is not view:
            order = Order(self.stage, view)
        self.finding = Finding(order, self.search)
        self._scan()

    def _scan(self) -> None:
        """Scan on; take the reader to the match they wait for, and tell what is known now."""
        finding = self.finding
        if finding is not None:
            finding.scan(_CHUNK_SECONDS)
            if self._wish is not None:
                self._take(self._wish)
            status = self.query_one(StatusLine)
            if self._telling is not None and status.notice == self._told != (now := self._telling()):
                status.tell(now)
                self._told = now
        if self._scanning is not None:
            if finding is None or finding.is_done:
                self._scanning.pause()
            else:
                self._scanning.resume()

    def action_find_next(self, by: int) -> None:
        """To the next or previous match; a fold that hides it is opened."""
        self._step(by)

    def _step(self, by: int, is_jump: bool = False) -> None:
        block, match = self._surface.block, self._surface.match
        if self.finding is None or block is None:
            self._tell("nothing is searched for")
            return
        is_at_match = match is not None and block == Block(Form.ROW, (match.row,))
        self._take(_Wish(by, block.row, self._at if is_at_match else None, is_jump))

    def _take(self, wish: _Wish) -> None:
        """Take a step, or remember it while its match is not found yet."""
        finding, here = self.finding, self._surface.block
        self._wish = None
        # Whoever has gone elsewhere meanwhile waits no more.
        if finding is None or here is None or here.row != wish.row:
            return
        step = finding.step(wish.by, wish.row, wish.at)
        match = finding.match(step.number) if step is not None else None
        if step is None or match is None:
            self._wish = None if finding.is_done else wish
            self._tell_found(finding)
            return
        self._at = step.number
        self._telling = partial(finding.told_at, step, wish.by)
        self._told = self._telling()
        if wish.is_jump:
            # Also where the first match is here: the ones after it lead away.
            self._jumps.leave(here)
        self._go_to_row(match.row, self._told)
        self._surface.show_match(match)

    def _tell_found(self, finding: Finding) -> None:
        self._telling = finding.told
        self._told = finding.told()
        self._tell(self._told)

    def action_close(self) -> None:
        """End the search."""
        self.search = None
        self._tell("")
