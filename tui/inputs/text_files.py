"""Files, pipes and standard input -> texts and articles.

How bytes become text is decided in diffing.sources.plain, which format a file has in diffing.sources.registry.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from diffing.errors import EncodingError, ReadError, TooLargeError
from diffing.sources.files import MAX_BYTES
from diffing.sources.plain import Source
from diffing.sources.registry import DEFAULT_OPTIONS, ReadOptions, source_of

from .read_bytes import contents


def read(
    path: str, options: ReadOptions = DEFAULT_OPTIONS, max_bytes: int = MAX_BYTES, may_wait: bool = True
) -> Source:
    """Return the text or the article of a file, a pipe, or for `-` of standard input.

    `max_bytes` and `may_wait` as for `contents`. An address of the network is none of them: see given.py.
    Raises ReadError with the path and a reason, and the option of the command line that helps.
    """
    return read_with_content(path, options, max_bytes, may_wait)[0]


def read_with_content(path: str, options: ReadOptions, max_bytes: int, may_wait: bool) -> tuple[Source, bytes]:
    """Return what `read` returns, and the bytes it was read from."""
    with options_named():
        content = contents(path, max_bytes, may_wait)
        return source_of(path, content, options), content


def stamp(path: str) -> object:
    """Return a value that changes when the file is written or replaced; None while it is not there."""
    try:
        status = os.stat(path)
    except OSError:
        return None
    return (status.st_mtime_ns, status.st_size, status.st_ino)


@contextmanager
def options_named() -> Iterator[None]:
    """Add to the reason of an error the option with which the file could be read."""
    try:
        yield
    except TooLargeError as error:
        raise ReadError(error.path, f"{error.reason}; --max-bytes N allows more") from None
    except EncodingError as error:
        raise ReadError(error.path, f"{error.reason}; --encoding NAME names another encoding") from None
