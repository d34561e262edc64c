"""Files, pipes and standard input -> texts and articles.

How bytes become text is decided in diffing.sources.plain, which format a file has in diffing.sources.registry.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from diffing.errors import EncodingError, ReadError, TooLargeError
from diffing.model import Article, Pair, Reading
from diffing.sources.files import MAX_BYTES
from diffing.sources.plain import Source
from diffing.sources.registry import DEFAULT_OPTIONS, ReadOptions, Revisions, source_of

from .read_bytes import contents


def read(
    path: str, options: ReadOptions = DEFAULT_OPTIONS, max_bytes: int = MAX_BYTES, may_wait: bool = True
) -> Source:
    """Return the text or the article of a file, a pipe, or for `-` of standard input.

    `max_bytes` and `may_wait` as for `contents`.
    Raises ReadError with the path and a reason, and the option of the command line that helps.
    """
    with _options_named():
        return source_of(path, contents(path, max_bytes, may_wait), options)


def read_both(paths: Pair[str], options: ReadOptions, max_bytes: int, may_wait: bool = True) -> Pair[Source]:
    """Return the texts or articles of two files, as `read` reads them."""
    return paths.map(lambda path: read(path, options, max_bytes, may_wait))


def read_wordings(path: str, options: ReadOptions, max_bytes: int, may_wait: bool = True) -> Pair[Source]:
    """Return the original and the final wording of a file with tracked changes. Raises ReadError where it has none."""
    with _options_named():
        content = contents(path, max_bytes, may_wait)
        original, final = (
            source_of(path, content, replace(options, revisions=revisions))
            for revisions in (Revisions.ORIGINAL, Revisions.FINAL)
        )
    if not isinstance(original, Article) or not isinstance(final, Article) or not _has_tracked_changes(final):
        raise ReadError(path, "has no tracked changes; a second file to compare it with is missing")
    return Pair(replace(original, source=f"{path}, original"), replace(final, source=f"{path}, final"))


def _has_tracked_changes(article: Article) -> bool:
    return any(note.what is Reading.TRACKED_CHANGES for note in article.notes)


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
