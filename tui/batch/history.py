"""The history of a story in many versions: read them, and compare each with the next, many in several processes.

newsdiff v1.txt v2.txt v3.txt       three versions, two steps
newsdiff --history story.txt        40 versions of git, 39 steps: 20 here, 19 in a second process
"""

import argparse
import os
from collections.abc import Callable, Sequence
from itertools import pairwise

from diffing.errors import NewsdiffError
from diffing.history.making import HistoryMaker
from diffing.history.model import History, Step, Version
from diffing.history.same_story import story_in_common
from diffing.history.versions import one_version_each

from ..inputs.versions import described, found_versions
from ..system.exit_codes import DIFFERENT, SAME, TROUBLE
from ..text.sanitize import visible
from .pool import in_order

# Steps for which another process is worth its start.
_STEPS_FOR_A_PROCESS = 8


def history_of(options: argparse.Namespace, say: Callable[[str], None]) -> tuple[History, int]:
    """Return the history of the versions that the options name, and the exit status. Raises NewsdiffError.

    `say` writes a message: what is left out.
    """
    found = found_versions(options, story_in_common)
    for line in described(found):
        say(f"newsdiff: {visible(line)}")
    versions = one_version_each(found.versions)
    history = made(versions, options.jobs or os.cpu_count() or 1)
    if found.faults:
        return history, TROUBLE
    return history, DIFFERENT if any(not step.comparison.is_identical for step in history.steps) else SAME


def made(versions: Sequence[Version], jobs: int) -> History:
    """Return the history of some versions, made by at most `jobs` processes."""
    maker = HistoryMaker(versions)
    steps = len(versions) - 1
    parts = min(jobs, steps // _STEPS_FOR_A_PROCESS)
    if parts > 1:
        bounds = [steps * part // parts for part in range(parts + 1)]
        blocks = [tuple(versions[first : last + 1]) for first, last in pairwise(bounds)]
        number = 0
        for steps_of_block in in_order(_steps, blocks, _killed, parts):
            for step in steps_of_block:
                maker.put(number, step)
                number += 1
    return maker.history()


def _steps(versions: Sequence[Version]) -> list[Step]:
    maker = HistoryMaker(versions)
    return [maker.step(number) for number in range(len(versions) - 1)]


def _killed(versions: Sequence[Version]) -> list[Step]:
    raise NewsdiffError(f"the process that compared {versions[0].label} was ended: not enough memory?")
