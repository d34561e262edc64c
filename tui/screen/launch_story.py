"""The screen is opened for a story in many versions: the process that compares is started first, then they are read.

start the other process   it loads the engine while the versions are read,
read the versions         and compares the first two while Textual is loaded
load Textual
"""

import argparse
import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from diffing.history.versions import one_version_each
from diffing.model import Pair
from diffing.sources.plain import Source

from ..inputs.versions import described, found_versions
from ..settings.wishes import Wishes
from ..system.display import draw_on_standard_output
from ..system.exit_codes import SAME, TROUBLE
from ..system.terminal import keys_from_terminal
from ..view.story import Ends, Story
from ..worker.history_client import StoryComparer
from .launch import run_app, theme_of, with_keys, without_collecting

if TYPE_CHECKING:
    from .app import NewsdiffApp

# With fewer versions there is nothing to compare.
_LEAST = 2
# Versions left out that a notice names.
_MOST_NAMED = 3


def show_story(options: argparse.Namespace, same_story: Callable[[Source, Source], float]) -> None:
    """Show the story that the options name, and end the program; return where no terminal has keys, or nothing differs.

    `same_story` as for `found_versions`. Raises ReadError, and NewsdiffError where no other process can be started.
    """
    comparer = StoryComparer()
    try:
        if not keys_from_terminal():
            return
        found = found_versions(options, same_story)
        versions = one_version_each(found.versions)
        if len(versions) < _LEAST:
            return
        said = [*described(found)]
        comparer.give(versions)
        story = Story(_name(options), versions, Ends(0, 1))
        comparer.want(*story.shown)
        run_app(_app(story, comparer, said, options.wishes), [_name(options)], said, TROUBLE if found.faults else SAME)
    finally:
        comparer.end()


def _app(story: Story, comparer: StoryComparer, said: Sequence[str], wishes: Wishes) -> "NewsdiffApp":
    without_collecting()

    from ..system.settings import load, save_theme
    from .app import NewsdiffApp
    from .controllers.story_steps import Told

    settings = with_keys(load(), wishes)
    return NewsdiffApp(
        Pair(*(story.versions[end].article for end in story.shown)),
        theme=theme_of(settings, wishes),
        remember_theme=save_theme,
        settings=settings,
        notice="\n".join(filter(None, (draw_on_standard_output(), *_shortened(said)))),
        wishes=wishes,
        told=Told(story, comparer),
    )


def _name(options: argparse.Namespace) -> str:
    """Return what the story is called: its file, its folder, or the first of its files."""
    path = str(options.history or options.versions or options.left)
    return os.path.basename(os.path.abspath(path)) or path


def _shortened(said: Sequence[str]) -> list[str]:
    """Return the first remarks, and how many more there are."""
    more = len(said) - _MOST_NAMED
    return [*said[:_MOST_NAMED], *([f"and {more} more"] if more > 0 else [])]
