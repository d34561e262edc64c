"""Files, pipes and standard input -> texts.

How bytes become text is decided in diffing.sources.plain.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from diffing.errors import EncodingError, ReadError, TooLargeError
from diffing.model import Pair
from diffing.sources.files import MAX_BYTES
from diffing.sources.plain import SourceText, decode

from .read_bytes import contents


def read(path: str, encoding: str | None = None, max_bytes: int = MAX_BYTES, may_wait: bool = True) -> SourceText:
    """Return the text of a file, a pipe, or for `-` of standard input; `max_bytes` and `may_wait` as for `contents`.

    Raises ReadError with the path and a reason, and the option of the command line that helps.
    """
    with _options_named():
        return decode(path, contents(path, max_bytes, may_wait), encoding)


def read_both(paths: Pair[str], encoding: str | None, max_bytes: int, may_wait: bool = True) -> Pair[SourceText]:
    """Return the texts of two files, as `read` reads them."""
    return paths.map(lambda path: read(path, encoding, max_bytes, may_wait))


def stamp(path: str) -> object:
    """Return a value that changes when the file is written or replaced; None while it is not there."""
    try:
        status = os.stat(path)
    except OSError:
        return None
    return (status.st_mtime_ns, status.st_size, status.st_ino)


@contextmanager
def _options_named() -> Iterator[None]:
    """Add to the reason of an error the option with which the file could be read."""
    try:
        yield
    except TooLargeError as error:
        raise ReadError(error.path, f"{error.reason}; --max-bytes N allows more") from None
    except EncodingError as error:
        raise ReadError(error.path, f"{error.reason}; --encoding NAME names another encoding") from None
