"""Textual's pilot, made faster: it waits no longer than needed, and makes no frame that nobody looks at.

    await run.press("j")     Textual: two silences of 20 ms, and a frame for no terminal
                             here:    until the event loop has nothing to do

Textual's pilot waits after each key until the process used little processor time for 20 ms, twice. Some thousands of
keys make minutes of it, and an app looks idle where another process has the processor. `until_idle` asks the event
loop. Where the loop only waits for a timer, such as that of the next frame, its clock is put forward: to wait took
twice as long as all that the app does.

An app without a terminal makes every frame and throws it away, which takes a third of the time. What a test looks at
(`Running.text`) is made when it looks, and so is a picture that is exported. Tests of the frames themselves use the
fixture `_with_every_frame`.

Each app would read the same stylesheets anew, a tenth of the time of a test: `_read_once` keeps what was read. It would
also make the same colours of its theme anew: `_colours_once` keeps those.
"""

import asyncio
from collections.abc import Callable, Iterable
from functools import cache
from time import monotonic, process_time
from typing import Any

import pytest
import textual._time
import textual.app
import textual.pilot
from textual._compositor import Compositor
from textual._context import active_app
from textual.css import parse as parsing
from textual.css import stylesheet
from textual.css import tokenize as tokenizing
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.design import ColorSystem

from tests.tui import styling
from tui.screen import app as screen
from tui.screen import themes

# Seconds: what is due within them belongs to the answer, such as the next frame. Textual's pilot waits as long.
_SOON = 0.02
# Seconds between two looks at a thread.
_PAUSE = 0.002
# Seconds after which a thread that took no processor time waits; other processes may have the processors for a while.
_SILENT = 0.05
# Seconds of the processor that a thread at work takes within _SILENT, and looking at it does not.
_SPENT_AT_WORK = 0.003
# Seconds after which an app that never comes to rest is looked at nevertheless.
_MOST = 10


def make_faster(monkeypatch: pytest.MonkeyPatch, has_frames: bool) -> None:
    """Have Textual's pilot wait with `until_idle`, and apps without a terminal make no frames unless `has_frames`."""
    monkeypatch.setattr(Ahead, "seconds", 0.0)
    monkeypatch.setattr(asyncio.BaseEventLoop, "time", lambda _: _now())
    monkeypatch.setattr(textual._time, "get_time", _now)
    for module in (textual.pilot, textual.app):
        monkeypatch.setattr(module, "wait_for_idle", until_idle)
    monkeypatch.setattr(stylesheet, "tokenize_values", lambda values: _variables(tuple(values.items())))
    monkeypatch.setattr(stylesheet, "parse", _read_once)
    monkeypatch.setattr(ColorSystem, "generate", _generated)
    monkeypatch.setattr(screen, "highlights", _highlighted)
    monkeypatch.setattr(Stylesheet, "apply", styling.apply)
    monkeypatch.setattr(Stylesheet, "_process_component_classes", styling.process_component_classes)
    if not has_frames:
        monkeypatch.setattr(Compositor, "render_update", _only_a_picture)


class Ahead:
    """The seconds that the test clock of event loops and Textual's timers is ahead of real time."""

    seconds = 0.0


def _now() -> float:
    return monotonic() + Ahead.seconds


RENDER_UPDATE = Compositor.render_update


def _only_a_picture(self: Compositor, **how: Any) -> object:
    """Make the frame of a picture that is exported, which alone says whether it is simplified, and no other."""
    if "simplify" in how:
        return RENDER_UPDATE(self, **how)
    self._dirty_regions.clear()
    return None


# What was read, by the stylesheet and the variables it was read with.
_READ: dict[tuple[object, ...], list[RuleSet]] = {}


@cache
def _variables(values: tuple[tuple[str, str], ...]) -> dict[str, Any]:
    """Return the variables of a theme, the same value each time."""
    return tokenizing.tokenize_values(dict(values))


def _colours_once(make: Callable[[Any], dict[str, str]]) -> Callable[[Any], dict[str, str]]:
    """Return a function that makes the same colours, of each theme or colour system once."""
    made: dict[str, dict[str, str]] = {}

    def colours(of: Any) -> dict[str, str]:
        key = repr(vars(of))
        if key not in made:
            made[key] = make(of)
        return dict(made[key])

    return colours


_generated = _colours_once(ColorSystem.generate)
_highlighted = _colours_once(themes.highlights)


def _read_once(scope: str, css: str, read_from: tuple[str, str], **more: Any) -> Iterable[RuleSet]:
    """Return the rules of a stylesheet, read only where neither it nor the variables were met before."""
    # `_variables` keeps the variables, so that no others get their number.
    others = ((name, id(value) if name == "variable_tokens" else value) for name, value in more.items())
    key = (scope, css, read_from, *others)
    if key not in _READ:
        _READ[key] = list(parsing.parse(scope, css, read_from, **more))
    return _READ[key]


async def until_idle(min_sleep: float = 0.0, max_sleep: float = 1.0) -> None:
    """Return when nothing is ready, due soon, or at work in a thread; in the place of Textual's `wait_for_idle`."""
    # Its queue and its timers have no public names.
    loop: Any = asyncio.get_running_loop()
    app = active_app.get()
    end = loop.time() + _MOST
    spent, silent_since = process_time(), loop.time()
    while (now := loop.time()) < end:
        await asyncio.sleep(0)
        if loop._ready:
            continue
        if app.return_code is not None:
            # It has ended, and its timers turn without effect.
            return
        due = min((timer.when() for timer in loop._scheduled if not timer.cancelled()), default=end)
        if any(worker.is_running for worker in app.workers):
            # Threads are outside the loop. One that uses no processor time waits, perhaps for what the test does next.
            if process_time() - spent > _SPENT_AT_WORK:
                spent, silent_since = process_time(), now
            elif now >= silent_since + _SILENT:
                return
            await asyncio.sleep(min(due - now, _PAUSE))
        elif due >= now + _SOON:
            return
        else:
            Ahead.seconds += max(0.0, due - now)
