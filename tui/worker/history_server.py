"""The process that makes the steps of a story in many versions: see `tui.worker.history_client`.

It reads the versions, and after that which two of them are in view, from standard input. It makes that step, then the
steps from a version to the next that are nearest to it, and at last what follows from all of them. Nothing is made
twice. It ends when the other end is closed.
"""

import gc
import os
import sys
import threading
from collections.abc import Collection
from queue import Empty, SimpleQueue
from typing import IO, NoReturn

from diffing.history.making import HistoryMaker
from diffing.history.model import Origin, Version

from ..system.crash import fault_line
from .history_messages import ComparisonMade, StepMade, packed_comparison, packed_lanes, packed_step_ledger
from .protocol import FAILED, article_of, received, send

_Ends = tuple[int, int]


def main() -> NoReturn:
    """Serve one story, and end."""
    # What anything prints is no answer.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    gc.disable()  # no value of a comparison refers to itself, and looking through half a million takes time
    requests = sys.stdin.buffer
    try:
        if (request := received(requests)) is not None:
            articles = [article_of(packed) for packed in request]
            _serve(HistoryMaker([Version(own, (Origin(own.source),)) for own in articles]), answers, requests)
    except OSError:
        pass  # the other end is closed
    finally:
        os._exit(0)


def _serve(maker: HistoryMaker, answers: IO[bytes], requests: IO[bytes]) -> None:
    """Make every step and what follows from them, then those that are asked for. Raises OSError at the end."""
    wanted: SimpleQueue[_Ends] = SimpleQueue()
    threading.Thread(target=_listen, args=(requests, wanted), daemon=True).start()
    made: set[_Ends] = set()
    here = wanted.get()
    has_lanes = False
    try:
        while True:
            step = here if here not in made else next_step(made, len(maker.versions) - 1, here[0])
            if step is not None:
                made.add(step)
                send(answers, packed_comparison(ComparisonMade(*step, maker.comparison(*step))))
                send(answers, packed_step_ledger(StepMade(*step, maker.between(*step))))
            elif not has_lanes:
                send(answers, packed_lanes(maker.history()))
                has_lanes = True
            here = _latest(wanted, here, waits=step is None and has_lanes)
    except OSError:
        raise
    except MemoryError:
        send(answers, (FAILED, "not enough memory for articles of this size", False))
    except BaseException as error:  # a panic of a library in Rust is no Exception
        send(answers, (FAILED, fault_line(error), True))


def next_step(made: Collection[_Ends], steps: int, here: int) -> _Ends | None:
    """Return the step from a version to the next that is nearest to step `here` and not made yet; None for none.

    Of two that are as near, the later one comes first: readers go on more often than back.
    """
    waiting = (at for at in range(steps) if (at, at + 1) not in made)
    nearest = min(waiting, key=lambda at: (abs(at - here), -at), default=None)
    return None if nearest is None else (nearest, nearest + 1)


def _latest(wanted: "SimpleQueue[_Ends]", here: _Ends, *, waits: bool) -> _Ends:
    """Return what was asked for last; `here` where nothing was since. With `waits`, wait until something is."""
    if waits:
        here = wanted.get()
    try:
        while True:
            here = wanted.get_nowait()
    except Empty:
        return here


def _listen(requests: IO[bytes], wanted: "SimpleQueue[_Ends]") -> None:
    while (request := received(requests)) is not None:
        left, right = request
        wanted.put((left, right))
    os._exit(0)
