"""Files, pipes and standard input -> texts.

How bytes become text is decided in diffing.sources.plain.
"""

import os

from diffing.model import Pair
from diffing.sources.plain import SourceText, decode

from .read_bytes import MAX_BYTES, contents


def read(path: str, encoding: str | None = None, max_bytes: int = MAX_BYTES, may_wait: bool = True) -> SourceText:
    """The text of a file, a pipe, or for `-` standard input; `max_bytes` and `may_wait` as for `contents`.

    Raises ReadError with the path and a reason: not there, a directory, no permission, too large, binary, not in
    `encoding`.
    """
    content = contents(path, max_bytes, may_wait)
    text, found = decode(path, content, encoding)
    return SourceText(path, text, found)


def read_both(paths: Pair[str], encoding: str | None, max_bytes: int, may_wait: bool = True) -> Pair[SourceText]:
    """The texts of two files, as `read` reads them."""
    return paths.map(lambda path: read(path, encoding, max_bytes, may_wait))


def stamp(path: str) -> object:
    """A value that changes when the file is written or replaced; None while it is not there."""
    try:
        status = os.stat(path)
    except OSError:
        return None
    return (status.st_mtime_ns, status.st_size, status.st_ino)
