"""The screen is opened: files read, the process that compares started, Textual loaded, in the order that is soonest.

start the other process   it loads the engine while the files are read,
read the files            and compares while Textual is loaded
load Textual
"""

import argparse
import gc
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NoReturn

from diffing.model import Pair
from diffing.sources import plain

from ..inputs import text_files
from ..inputs.given import Given, given, names_of
from ..inputs.read_bytes import is_repeatable
from ..settings.wishes import Wishes
from ..system.display import draw_on_standard_output
from ..system.exit_codes import DIFFERENT, SAME, TROUBLE
from ..system.sidecar import Sidecar, pins_in_json, sidecar_of
from ..system.terminal import (
    end_without_terminal,
    keys_from_terminal,
    when_terminated,
    window_title,
)
from ..text.sanitize import visible
from ..worker.client import Comparer

if TYPE_CHECKING:
    from ..reports.report import Original
    from ..system.settings import Settings
    from .app import NewsdiffApp

# Bytes of both files from which they are not kept: a hundredth of a second to work out what a report says of them.
_LEAST_BOOK = 1_000_000


def show(options: argparse.Namespace) -> Given:
    """Show what the options name, and end the program; what was read, where there is no terminal to take keys from.

    Raises ReadError, and NewsdiffError where no other process can be started or the review cannot be read.
    """
    comparer = Comparer()
    try:
        found = given(options)
        sidecar, problem = sidecar_of(options.sidecar, options.no_sidecar, options.right or options.left)
        if keys_from_terminal():
            comparer.give(found.sources, pins_in_json(sidecar.review), options.wishes.rules)
            notice = "\n".join(filter(None, (draw_on_standard_output(), problem)))
            app = _app(found, comparer, options, notice, sidecar)
            del found  # the app lets go of the texts once it knows the paragraphs
            run_app(app, names_of(options))
        return found
    finally:
        comparer.end()


def _app(found: Given, comparer: Comparer, options: argparse.Namespace, notice: str, sidecar: Sidecar) -> "NewsdiffApp":
    without_collecting()

    from ..system.settings import load, save_theme
    from .app import NewsdiffApp

    paths = [path for path in (options.left, options.right) if path is not None]

    latest = _originals(found.contents)

    def reread() -> Pair[plain.Source]:
        nonlocal latest
        # A pipe in the place of a file would have the screen wait for ever.
        now = given(options, may_wait=False)
        latest = _originals(now.contents)
        return now.sources

    def stamp() -> object:
        return tuple(map(text_files.stamp, paths))

    can_reread = all(map(is_repeatable, paths))
    settings = with_keys(load(), options.wishes)
    return NewsdiffApp(
        found.sources,
        reread if can_reread else None,
        stamp if can_reread and options.watch else None,
        theme_of(settings, options.wishes),
        save_theme,
        settings,
        comparer,
        notice,
        lambda: latest(),
        options.wishes,
        sidecar,
    )


def _originals(contents: Pair[bytes]) -> Callable[[], "Pair[Original]"]:
    """Return a function that returns the facts of both files, for which it does not keep the bytes of a book."""

    def found() -> "Pair[Original]":
        from ..reports.report import Original  # only a report needs it, or a book

        return contents.map(Original.of)

    if sum(map(len, contents)) < _LEAST_BOOK:
        return found
    known = found()
    return lambda: known


def without_collecting() -> None:
    """Collect no garbage until the first picture: what is made by then stays, and each look through it takes 10 ms."""
    gc.disable()


def with_keys(settings: "Settings", wishes: Wishes) -> "Settings":
    """Return the settings that the screen stores, with the keys that the reader wishes."""
    return replace(settings, keys={**settings.keys, **wishes.keys})


def theme_of(settings: "Settings", wishes: Wishes) -> str | None:
    """Return the theme to open with; None for the usual one."""
    from .themes import SIXTEEN_COLOURS_THEME

    return wishes.theme or settings.theme or (SIXTEEN_COLOURS_THEME if _has_sixteen_colours() else None)


def _has_sixteen_colours() -> bool:
    """Return whether the terminal knows only sixteen colours, as far as its environment says."""
    from rich.console import Console  # loaded by Textual too

    return Console(file=sys.__stderr__).color_system == "standard"


def run_app(
    app: "NewsdiffApp", names: Iterable[str], remarks: Sequence[str] = (), status_at_end: int = SAME
) -> NoReturn:
    """Run the app to its end, and leave; `names` are for the title of the window, `remarks` for the end.

    `status_at_end` is the exit status where nothing failed.
    """
    import asyncio

    async def read_and_leave() -> NoReturn:
        when_terminated(lambda status: app.exit(return_code=status))
        end_without_terminal()
        app.call_after_refresh(_collect_from_now_on)
        with window_title(" ".join(("newsdiff", *dict.fromkeys(names)))):
            await app.run_async()
        if app.return_value:
            print(f"newsdiff: {app.return_value}", file=sys.stderr)
        for remark in remarks:
            print(f"newsdiff: {visible(remark)}", file=sys.stderr)
        # At once: Python would take its time to clear away what goes with the process anyway.
        sys.stderr.flush()
        status = app.return_code or status_at_end
        # That of a fault is 1 with Textual, which would say 'differences'.
        os._exit(TROUBLE if status == DIFFERENT else status)

    asyncio.run(read_and_leave())
    raise AssertionError("the program has ended")


def _collect_from_now_on() -> None:
    gc.freeze()
    gc.enable()
