"""The history of a story in many versions: read them, and compare each with the next, many in several processes.

newsdiff v1.txt v2.txt v3.txt       three versions, two steps
newsdiff --history story.txt        40 versions of git, 39 steps: 19 here, 20 in a second process
"""

import argparse
import gc
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
from .pool import can_fork, in_order

# Steps for which another process is worth its start, and how many are made while it starts: half a second, if it is
# not forked.
_STEPS_FOR_A_PROCESS = 8
_STEPS_OF_A_START = 6


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
    own, *others = parts_of(len(versions) - 1, jobs, 0 if can_fork() else _STEPS_OF_A_START)
    if others:
        blocks = [tuple(versions[part.start : part.stop + 1]) for part in others]

        def make_own() -> None:
            for number in own:
                maker.step(number)

        number = own.stop
        for steps in in_order(_steps, blocks, _killed, len(others), make_own):
            for step in steps:
                maker.put(number, step)
                number += 1
    return maker.history()


def parts_of(steps: int, jobs: int, of_start: int) -> list[range]:
    """Return the steps that each process makes, this process first: it makes `of_start` more while the others start."""
    count = max(1, min(jobs, steps // _STEPS_FOR_A_PROCESS))
    ahead = of_start if count > 1 else 0
    bounds = [0, *(ahead + (steps - ahead) * part // count for part in range(1, count + 1))]
    return [range(first, last) for first, last in pairwise(bounds)]


def _steps(versions: Sequence[Version]) -> list[Step]:
    gc.disable()  # as in the process that asks: collecting takes a tenth of the time
    maker = HistoryMaker(versions)
    return [maker.step(number) for number in range(len(versions) - 1)]


def _killed(versions: Sequence[Version]) -> list[Step]:
    raise NewsdiffError(f"the process that compared {versions[0].label} was ended: not enough memory?")
