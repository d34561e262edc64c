"""Everything that differs between operating systems and terminals. No other module depends on the platform."""

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
# Time for the signal that a terminal is gone, which comes at once or not at all.
_SIGNAL_SECONDS = 0.5
# Windows has no such signal.
_HANGING_UP = () if sys.platform == "win32" else (signal.SIGHUP,)


def write_all() -> None:
    """Make the standard streams write everything they are given.

    With PYTHONUNBUFFERED set, as in many containers, Python may write only a part and report no error. A screen then
    lost the rest of a picture when another process was started, and a full disk went unnoticed.
    """
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is not None and isinstance(getattr(stream, "buffer", None), io.RawIOBase):
            # It stays open until the end of the process, as the stream did.
            whole = open(stream.fileno(), "w", 1, stream.encoding, stream.errors, closefd=False)  # noqa: SIM115
            setattr(sys, name, whole)
            setattr(sys, f"__{name}__", whole)  # Textual's


def keys_from_terminal() -> bool:
    """Take the keys from the terminal, even if standard input is something else; return whether that is possible.

    Textual reads the file descriptor of standard input, and on Windows the console itself.
    """
    if sys.platform == "win32" or (sys.__stdin__ is not None and sys.__stdin__.isatty()):
        return True
    try:
        terminal = os.open("/dev/tty", os.O_RDONLY)
    except OSError:
        return False
    if sys.__stdin__ is None:  # closed by the parent process
        sys.__stdin__ = os.fdopen(terminal)  # type: ignore[misc]  # final for mypy; Textual reads no other
        return True
    os.dup2(terminal, sys.__stdin__.fileno())
    os.close(terminal)
    return True


def when_terminated(leave: Callable[[int], None]) -> None:
    """Call `leave` with the exit status when the process is asked to end, so that the terminal is restored.

    Must be called while asyncio runs. If the terminal itself is gone, the process ends at once.
    """
    if sys.platform == "win32":
        return
    import asyncio
    import termios

    def end(number: signal.Signals) -> None:
        try:
            termios.tcgetattr(_screen())
        except termios.error:
            signal.signal(number, signal.SIG_DFL)
            os.kill(os.getpid(), number)
        leave(status_of(number))

    for number in (signal.SIGTERM, signal.SIGQUIT, *_HANGING_UP):
        if signal.getsignal(number) is not signal.SIG_IGN:  # nohup ignores SIGHUP
            asyncio.get_running_loop().add_signal_handler(number, end, number)


def end_without_terminal() -> None:
    """End the process when its terminal is gone.

    A signal usually reports this first. If the signal is ignored, Textual would read from the terminal in an endless
    loop. Systems whose `poll` does not support terminals, or that have no `poll`, are left as they are.
    """
    if not hasattr(select, "poll"):
        return
    hanging_up = select.poll()
    hanging_up.register(_screen(), 0)  # no event but POLLHUP, which is always reported

    def wait() -> None:
        if any(event & select.POLLHUP for _, event in hanging_up.poll()):
            time.sleep(_SIGNAL_SECONDS)
            os._exit(status_of(signal.SIGHUP))

    threading.Thread(target=wait, daemon=True, name="newsdiff-terminal").start()


def _screen() -> int:
    """Return the file descriptor that the screen is drawn on."""
    assert sys.__stderr__ is not None
    return sys.__stderr__.fileno()


def status_of(number: int) -> int:
    """Return the status that a shell reports for a program ended by this signal."""
    return _SIGNAL_STATUS + number


@contextmanager
def cleanup_on_termination() -> Iterator[None]:
    """Turn a request to end into SystemExit, as Ctrl+C does, so that incomplete files are removed."""

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
    """Let Ctrl+C end the process at once, without any cleanup.

    Python handles an interruption only between two of its own steps, and a step in compiled code can take a second.
    """
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def window_title(title: str) -> Iterator[None]:
    """Set the title of the terminal window, and restore it at the end (xterm's control sequences 22 and 23)."""
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
    """Protect processes that are started here from Ctrl+C, even before their first line runs.

    A blocked signal stays blocked in a child; in this process it arrives at the end. Windows has no such mechanism.
    """
    if sys.platform == "win32":
        yield
        return
    from multiprocessing.resource_tracker import ensure_running

    ensure_running()  # called first: it blocks and unblocks the signal itself, whatever its state was before
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def unreached_by_keys() -> dict[str, Any]:
    """Return the arguments of `subprocess.Popen` for a process that Ctrl+C and Ctrl+Z in the terminal do not reach."""
    if sys.platform == "win32":
        import subprocess

        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
    return {"process_group": 0}
