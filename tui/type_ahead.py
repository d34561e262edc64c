"""Keys wait for their turn: each is taken when the one before has done all it does.

    /the     typed in one burst: `/` opens the prompt, and `t`, `h`, `e` belong into it

A key passes through several widgets, and what it brings about through more, a turn of the event loop each. Of itself
Textual takes the next key at once, so that `t` would still go to the articles. A key typed alone waits for one turn,
some microseconds.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable

from textual import events
from textual.app import App

# What a key brings about is done within some dozens of turns. After so many, whatever still stirs is no answer to it.
_MOST_TURNS = 1000

Typed = events.Key | events.Paste


class TypeAhead:
    """What was typed, until `take` takes it in the app's own task, in its order."""

    def __init__(self, app: App[str], take: Callable[[Typed], Awaitable[None]]) -> None:
        self._app = app
        self._take = take
        self._waiting: deque[Typed] = deque()
        self._turns = 0

    def add(self, event: Typed) -> None:
        """Have an event taken in its turn."""
        self._waiting.append(event)
        if len(self._waiting) == 1:
            self._look_soon()

    def _look_soon(self) -> None:
        # Not in the app's task: it goes on with what is in its own queue before any widget has a turn.
        asyncio.get_running_loop().call_soon(self._look)

    def _look(self) -> None:
        """See whether all is quiet; then the next one's turn has come."""
        self._turns += 1
        if self._is_quiet() or self._turns >= _MOST_TURNS:
            self._app.call_later(self._take_next)
        else:
            self._look_soon()

    async def _take_next(self) -> None:
        if self._is_quiet() or self._turns >= _MOST_TURNS:
            self._turns = 0
            await self._take(self._waiting.popleft())
        # Else the app itself was at work, though nothing was on its way: it waited for a panel to be made.
        if self._waiting:
            self._look_soon()

    def _is_quiet(self) -> bool:
        """Whether nothing is on its way to the app, the screen or a widget."""
        widgets = self._app.screen.walk_children(with_self=True)
        return not any(pump.message_queue_size for pump in (self._app, *widgets))
