"""Keys wait for their turn: each is taken when the one before has done all it does.

    /the     typed in one burst: `/` opens the prompt, and `t`, `h`, `e` belong into it

A key passes through several widgets, and what it brings about through more, a turn of the event loop each. Of itself
Textual takes the next key at once, so that `t` would still go to the articles. A key typed alone waits for one turn,
some microseconds.

Of a key held down, or repeated, no picture is painted between two turns: it would be gone before it is seen, and it
takes longer than all the rest. But where there are very many, one is painted now and then.
"""

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import ExitStack

from textual import events
from textual.app import App

# What a key brings about is done within some dozens of turns. After so many, whatever still stirs is no answer to it.
_MOST_TURNS = 1000
# So long a reader sees nothing of a key that is repeated faster than it can be followed.
_UNSEEN_SECONDS = 0.1

Typed = events.Key | events.Paste

# The key that no terminal has wait for others.
INTERRUPTION = "ctrl+c"


class TypeAhead:
    """Keys and pasted texts in their order, until `take` takes each in the app's own task."""

    def __init__(self, app: App[str], take: Callable[[Typed], Awaitable[None]]) -> None:
        self._app = app
        self._take = take
        self._waiting: deque[Typed] = deque()
        self._turns = 0
        self._unpainted = ExitStack()
        # When the last picture was let through; none, while each is.
        self._unpainted_since: float | None = None

    def add(self, event: Typed) -> None:
        """Add an event to be taken in its turn. An interruption drops what was typed before, as in any terminal."""
        is_at_work = bool(self._waiting)
        if isinstance(event, events.Key) and event.key == INTERRUPTION:
            self._waiting.clear()
        self._waiting.append(event)
        if not is_at_work:
            self._look_soon()

    def _look_soon(self) -> None:
        # Not in the app's task: it goes on with what is in its own queue before any widget has a turn.
        asyncio.get_running_loop().call_soon(self._look)

    def _look(self) -> None:
        """Take the next event if no message is on its way; else look again."""
        self._turns += 1
        if self._is_quiet() or self._turns >= _MOST_TURNS:
            self._app.call_later(self._take_next)
        else:
            self._look_soon()

    async def _take_next(self) -> None:
        if not self._is_quiet() and self._turns < _MOST_TURNS:
            # The app itself was at work, though nothing was on its way: it waited for a panel to be made.
            self._look_soon()
            return
        self._turns = 0
        event = self._waiting.popleft()
        if self._is_repeated(event):
            self._hold_pictures()
        else:
            self._paint()
        await self._take(event)
        if not self._waiting:
            return
        if self._unpainted_since is not None and time.monotonic() - self._unpainted_since > _UNSEEN_SECONDS:
            self._paint()
            self._app.call_after_refresh(self._look_soon)
        else:
            self._look_soon()

    def _is_repeated(self, event: Typed) -> bool:
        """Return whether the same key comes next."""
        following = self._waiting[0] if self._waiting else None
        return isinstance(event, events.Key) and isinstance(following, events.Key) and event.key == following.key

    def _hold_pictures(self) -> None:
        if self._unpainted_since is None:
            self._unpainted_since = time.monotonic()
            self._unpainted.enter_context(self._app.batch_update())

    def _paint(self) -> None:
        if self._unpainted_since is not None:
            self._unpainted_since = None
            self._unpainted.close()
            self._app.screen.check_idle()

    def _is_quiet(self) -> bool:
        """Return whether no message is on its way to the app, the screen or a widget."""
        widgets = self._app.screen.walk_children(with_self=True)
        return not any(pump.message_queue_size for pump in (self._app, *widgets))
