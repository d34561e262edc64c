"""The bytes of a file, a pipe, a device or standard input: so many at most, and never a wait without a word.

    /dev/zero            larger than 20 MB; --max-bytes N allows more
    a pipe nobody fills  waiting for pipe ... (Ctrl+C ends newsdiff)

Python notices an interruption between two system calls, so what is read is taken in blocks.
"""

import os
import select
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, Protocol

from diffing.errors import ReadError

from ..text.sanitize import visible

STANDARD_INPUT = "-"
STANDARD_INPUT_NAME = "standard input"

# The longest books are 5 megabytes. Two articles of this size of ordinary prose took 1.2 gigabytes of memory; what
# is larger is more likely the wrong file, or one that never ends, and whoever means it can say so.
MAX_BYTES = 20_000_000
_BLOCK_BYTES = 1 << 20
# Before this a wait is not noticed.
_NOTICE_SECONDS = 1.0
# To say it takes as long as whoever reads it keeps it waiting; no longer than so many seconds.
_TELLING_SECONDS = 0.2


class _Readable(Protocol):
    def fileno(self) -> int: ...

    def read(self, size: int, /) -> bytes | None: ...


def contents(path: str, max_bytes: int = MAX_BYTES, may_wait: bool = True) -> bytes:
    """What a file holds, or for `-` standard input. Of more than `max_bytes` one byte more is read at most.

    Pipes and devices may have to be waited for, and are refused where there is no time for that.
    Raises ReadError with the path and a reason.
    """
    with explained(path):
        if path == STANDARD_INPUT:
            file = standard_input(path)
            with _patiently(STANDARD_INPUT_NAME):
                return _read(path, file, max_bytes)
        status = os.stat(path)
        # Windows says 'no permission' of a directory.
        if stat.S_ISDIR(status.st_mode):
            raise ReadError(path, "is a directory")
        if stat.S_ISREG(status.st_mode):
            if status.st_size > max_bytes:
                raise _too_large(path, max_bytes)
            with open(path, "rb", buffering=0, opener=_at_once) as opened:
                if not stat.S_ISREG(os.fstat(opened.fileno()).st_mode):
                    raise _no_file(path)
                return _read(path, opened, max_bytes)
        if not may_wait:
            raise _no_file(path)
        # To open a pipe that nobody writes to is to wait already.
        with _patiently(path), open(path, "rb", buffering=0) as opened:
            return _read(path, opened, max_bytes)


def standard_input(path: str) -> BinaryIO:
    """Standard input, which is called `path`. Raises ReadError where it is closed."""
    if sys.stdin is None:
        raise ReadError(path, "standard input is closed")
    return sys.stdin.buffer


def is_repeatable(path: str) -> bool:
    """Whether what was read can be read again; a pipe gives everything once, and a device something else each time."""
    return path != STANDARD_INPUT and os.path.isfile(path)


def size(count: int) -> str:
    """A number of bytes as it is said: '20 MB', '1500 bytes'."""
    for unit, factor in (("GB", 10**9), ("MB", 10**6), ("KB", 10**3)):
        if count >= factor and count % factor == 0:
            return f"{count // factor} {unit}"
    return f"{count} byte{'' if count == 1 else 's'}"


@contextmanager
def explained(path: str) -> Iterator[None]:
    """Have what the operating system says of a file that cannot be read raised as a ReadError."""
    try:
        yield
    except FileNotFoundError:
        raise ReadError(path, "no such file") from None
    except PermissionError:
        raise ReadError(path, "no permission to read it") from None
    except ValueError:
        raise ReadError(path, "not a file name") from None
    except OSError as error:
        raise ReadError(path, error.strerror or str(error)) from None


def _at_once(path: str, flags: int) -> int:
    """Open what was a file a moment ago; a pipe that has taken its place since is not waited for."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


@contextmanager
def _patiently(name: str) -> Iterator[None]:
    """Say on standard error what is waited for, if it takes a while."""
    import threading  # most articles are files, and need none

    def tell() -> None:
        sys.stderr.write(f"newsdiff: waiting for {visible(name)} ... (Ctrl+C ends newsdiff)\n")
        sys.stderr.flush()

    timer = threading.Timer(_NOTICE_SECONDS, tell)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        # Python aborts where another thread is writing while it ends itself, as after an interruption.
        timer.join(_TELLING_SECONDS)


def _read(path: str, file: _Readable, max_bytes: int) -> bytes:
    found = bytearray()
    while (block := file.read(min(_BLOCK_BYTES, max_bytes + 1 - len(found)))) != b"":
        if block is None:
            # Other programs that have the same pipe may have set it not to wait, and then this is not its end.
            select.select([file], [], [])
            continue
        found += block
        if len(found) > max_bytes:
            raise _too_large(path, max_bytes)
    return bytes(found)


def _no_file(path: str) -> ReadError:
    return ReadError(path, "is a pipe or a device, not a file")


def _too_large(path: str, max_bytes: int) -> ReadError:
    return ReadError(path, f"larger than {size(max_bytes)}; --max-bytes N allows more")
