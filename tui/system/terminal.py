"""What differs between operating systems: the one place that may know."""

import io
import os
import select
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

from ..text.sanitize import visible

_SIGNAL_STATUS = 128
# The signal that a terminal has gone comes at once, if it comes.
_SIGNAL_SECONDS = 0.5
# Windows has none.
_HANGING_UP = () if sys.platform == "win32" else (signal.SIGHUP,)


def write_all() -> None:
    """Have what is written to the standard streams be written to its end.

    With PYTHONUNBUFFERED set, as in many containers, Python takes a part for the whole: a screen lost the rest of a
    picture when another process was started meanwhile, and a full disk went unnoticed.
    """
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is not None and isinstance(getattr(stream, "buffer", None), io.RawIOBase):
            # Open until the end, as the stream was.
            whole = open(stream.fileno(), "w", 1, stream.encoding, stream.errors, closefd=False)  # noqa: SIM115
            setattr(sys, name, whole)
            setattr(sys, f"__{name}__", whole)  # Textual's


def keys_from_terminal() -> bool:
    """Have the keys come from the terminal, also where standard input is something else; whether that is possible.

    Textual reads the file descriptor of standard input, and on Windows the console itself.
    """
    if sys.platform == "win32" or (sys.__stdin__ is not None and sys.__stdin__.isatty()):
        return True
    try:
        terminal = os.open("/dev/tty", os.O_RDONLY)
    except OSError:
        return False
    if sys.__stdin__ is None:  # closed by who started newsdiff
        sys.__stdin__ = os.fdopen(terminal)  # type: ignore[misc]  # final for mypy; Textual reads no other
        return True
    os.dup2(terminal, sys.__stdin__.fileno())
    os.close(terminal)
    return True


def has_sixteen_colours() -> bool:
    """Whether the terminal knows only sixteen colours, as far as its environment says."""
    from rich.console import Console  # loaded by Textual too

    return Console(stderr=True).color_system == "standard"


def when_terminated(leave: Callable[[int], None]) -> None:
    """Have this done when the process is asked to end, which else would leave the terminal as the screen had it.

    It is told the exit status that says so. To be called where asyncio is at work. A terminal that has gone needs
    nothing: the process goes with it.
    """
    if sys.platform == "win32":
        return
    import asyncio
    import termios

    def end(number: signal.Signals) -> None:
        try:
            termios.tcgetattr(2)
        except termios.error:
            signal.signal(number, signal.SIG_DFL)
            os.kill(os.getpid(), number)
        leave(status_of(number))

    for number in (signal.SIGTERM, signal.SIGQUIT, *_HANGING_UP):
        if signal.getsignal(number) is not signal.SIG_IGN:  # as nohup has it
            asyncio.get_running_loop().add_signal_handler(number, end, number)


def end_without_terminal() -> None:
    """Have the process end when the terminal that is drawn on has gone.

    A signal says that it has, which comes first; but where that is ignored, Textual would read of it for ever, without
    a pause. Systems whose `poll` knows no terminals, or that have none, do without.
    """
    if not hasattr(select, "poll"):
        return
    hanging_up = select.poll()
    hanging_up.register(2, 0)  # nothing but that it is gone

    def wait() -> None:
        if any(event & select.POLLHUP for _, event in hanging_up.poll()):
            time.sleep(_SIGNAL_SECONDS)
            os._exit(status_of(signal.SIGHUP))

    threading.Thread(target=wait, daemon=True, name="newsdiff-terminal").start()


def status_of(number: int) -> int:
    """What a shell reports for a program ended by this signal."""
    return _SIGNAL_STATUS + number


@contextmanager
def clearing_away() -> Iterator[None]:
    """Have what is half done be cleared away, as after Ctrl+C, when the process is asked to end meanwhile."""

    def end(number: int, _: object) -> NoReturn:
        raise SystemExit(status_of(number))

    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, *_HANGING_UP)}
    before = {number: done for number, done in before.items() if done is not signal.SIG_IGN}
    for number in before:
        signal.signal(number, end)
    try:
        yield
    finally:
        for number, done in before.items():
            signal.signal(number, done)


@contextmanager
def interruptible_at_once() -> Iterator[None]:
    """Have Ctrl+C end the process meanwhile, with nothing to be cleared away.

    Python notices an interruption between two of its own steps, and some steps into compiled code take a second.
    """
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def window_title(title: str) -> Iterator[None]:
    """Have the terminal's window titled so, and as it was before at the end (xterm's control sequences 22 and 23)."""
    if os.environ.get("TERM", "") in ("", "dumb", "linux") or sys.__stderr__ is None:
        yield
        return
    sys.__stderr__.write(f"\x1b[22;0t\x1b]0;{visible(title)}\x07")
    try:
        yield
    finally:
        sys.__stderr__.write("\x1b[23;0t")


@contextmanager
def children_without_interrupts() -> Iterator[None]:
    """Have processes started meanwhile not be interrupted by Ctrl+C, not even before their first line runs.

    A blocked signal stays blocked in a child; here it arrives at the end. Windows has nothing like that.
    """
    if sys.platform == "win32":
        yield
        return
    from multiprocessing.resource_tracker import ensure_running

    ensure_running()  # this itself blocks the signal for a moment, and does not look at whether it was blocked before
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def unreached_by_keys() -> dict[str, Any]:
    """How to start a process that Ctrl+C and Ctrl+Z in the terminal do not reach: what `subprocess.Popen` takes."""
    if sys.platform == "win32":
        import subprocess

        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
    return {"process_group": 0}
