"""Regular files -> bytes and articles, with a limit on their size.

    monday.txt, 4 KB    the Article in it
    a file of 30 MB     ReadError: larger than 20 MB
    a pipe              ReadError: is a pipe or a device, not a file

No function here waits: a pipe or a device is refused. How bytes become text is decided in plain.py, which
format they have in registry.py.
"""

import os
import select
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from diffing.errors import ReadError, TooLargeError
from diffing.model import Article
from diffing.sources.plain import article
from diffing.sources.registry import ReadOptions, Revisions, source_of

# The longest books are 5 megabytes. Two articles of this size of ordinary prose took 1.2 gigabytes of memory; a larger
# file is more likely the wrong one, or one that never ends, and whoever means it can raise the limit.
MAX_BYTES = 20_000_000
"""The limit on the size of a file where none is given."""

# Python notices an interruption between two system calls, so a file is read in blocks.
_BLOCK_BYTES = 1 << 20


def read(
    path: str | os.PathLike[str],
    encoding: str | None = None,
    max_bytes: int = MAX_BYTES,
    *,
    format: str | None = None,
    revisions: Revisions = Revisions.FINAL,
    item: str | None = None,
) -> Article:
    """Return the article in a regular file of any format that newsdiff reads.

    `encoding` is the name of the file's character encoding; without it the encoding is decided by evidence (see
    docs/library.md). `format` is the name of the file's format; without it the content decides. `revisions` says which
    wording of a document with tracked changes is read, `item` which of several articles in a file, by its number from 1
    or by its address. A file of more than `max_bytes` is not read.
    Raises ReadError with the path and a reason: no such file, a directory, a pipe or a device, no permission, too large
    (TooLargeError), binary, damaged, or not in `encoding` (EncodingError).
    """
    name = os.fspath(path)
    options = ReadOptions(encoding, format, revisions, item)
    return article(source_of(name, file_bytes(name, max_bytes), options))


def file_bytes(path: str, max_bytes: int = MAX_BYTES) -> bytes:
    """Return the content of a regular file. Raises ReadError with the path and a reason."""
    with os_errors_explained(path):
        status = os.stat(path)
        # Windows says 'no permission' of a directory.
        if stat.S_ISDIR(status.st_mode):
            raise ReadError(path, "is a directory")
        if not stat.S_ISREG(status.st_mode):
            raise _no_file(path)
        if status.st_size > max_bytes:
            raise TooLargeError(path, max_bytes)
        with open(path, "rb", buffering=0, opener=_at_once) as opened:
            if not stat.S_ISREG(os.fstat(opened.fileno()).st_mode):
                raise _no_file(path)
            return read_bounded(path, opened, max_bytes)


class Readable(Protocol):
    """An open stream of bytes: a file, a pipe, standard input."""

    def fileno(self) -> int:
        """Return the number that the operating system gave the stream."""

    def read(self, size: int, /) -> bytes | None:
        """Return at most `size` bytes, b'' at the end, and None where there are none yet."""


def read_bounded(path: str, stream: Readable, max_bytes: int) -> bytes:
    """Return all bytes of a stream that is called `path`.

    Of more than `max_bytes` one byte more is taken, and TooLargeError is raised.
    """
    found = bytearray()
    while (block := stream.read(min(_BLOCK_BYTES, max_bytes + 1 - len(found)))) != b"":
        if block is None:
            # Another program with the same pipe may have set it not to wait: this is not its end.
            select.select([stream], [], [])
            continue
        found += block
        if len(found) > max_bytes:
            raise TooLargeError(path, max_bytes)
    return bytes(found)


@contextmanager
def os_errors_explained(path: str) -> Iterator[None]:
    """Raise a ReadError with a reason where the operating system refuses to read `path`."""
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
    """Open a path without waiting: a pipe may have taken the place of the file since its status was read."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _no_file(path: str) -> ReadError:
    return ReadError(path, "is a pipe or a device, not a file")
