"""The bytes of a file, a pipe, a device or standard input, with a limit, and with a notice before a long wait.

    /dev/zero            larger than 20 MB
    a pipe nobody fills  waiting for pipe ... (Ctrl+C ends newsdiff)

Regular files are read by diffing.sources.files. Here are the streams that may have to be waited for.
"""

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from diffing.errors import ReadError
from diffing.sources.files import MAX_BYTES, file_bytes, os_errors_explained, read_bounded

from ..text.sanitize import visible

STANDARD_INPUT = "-"
STANDARD_INPUT_NAME = "standard input"

# Before this a wait is not noticed.
_NOTICE_SECONDS = 1.0
# Writing the notice takes as long as its reader keeps it waiting; newsdiff waits for that no longer than this.
_WRITING_SECONDS = 0.2


def contents(path: str, max_bytes: int = MAX_BYTES, may_wait: bool = True) -> bytes:
    """Return the content of a file, or for `-` of standard input. Of more than `max_bytes` one byte more is read.

    Pipes and devices may have to be waited for; without `may_wait` they are refused.
    Raises ReadError with the path and a reason.
    """
    with os_errors_explained(path):
        if path == STANDARD_INPUT:
            stream = standard_input(path)
            with patiently(STANDARD_INPUT_NAME):
                return read_bounded(path, stream, max_bytes)
        if may_wait and _is_stream(path):
            # To open a pipe that nobody writes to is to wait already.
            with patiently(path), open(path, "rb", buffering=0) as opened:
                return read_bounded(path, opened, max_bytes)
        return file_bytes(path, max_bytes)


def standard_input(path: str) -> BinaryIO:
    """Return standard input, which is called `path`. Raises ReadError where it is closed."""
    if sys.stdin is None:
        raise ReadError(path, "standard input is closed")
    return sys.stdin.buffer


def is_repeatable(path: str) -> bool:
    """Return whether the same content can be read again: a pipe gives it once, a device something else each time."""
    return path != STANDARD_INPUT and os.path.isfile(path)


def _is_stream(path: str) -> bool:
    """Return whether a path names a pipe or a device."""
    mode = os.stat(path).st_mode
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


@contextmanager
def patiently(name: str) -> Iterator[None]:
    """Write on standard error what newsdiff is waiting for, if the body takes long."""
    import threading  # most articles are files, and need none

    def notify() -> None:
        sys.stderr.write(f"newsdiff: waiting for {visible(name)} ... (Ctrl+C ends newsdiff)\n")
        sys.stderr.flush()

    timer = threading.Timer(_NOTICE_SECONDS, notify)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        # Python aborts where another thread is writing while it ends itself, as after an interruption.
        timer.join(_WRITING_SECONDS)
