"""The file in which a reader's review is kept, beside the right article: tuesday.txt.newsdiff.json.

    read       the review that is there; nothing, if there is no file
    keep       read again, join what another newsdiff wrote since, write it whole

The file is written under another name and renamed, so that a kill leaves the old one or the new one. The folder is
locked during that, where the system can do that. A file that cannot be read, or that a newer newsdiff wrote, is left as
it is.
"""

import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from diffing.errors import FormatError, NewsdiffError, size
from diffing.model import Article, Pair
from diffing.review.merging import merge_reviews
from diffing.review.model import EMPTY, Review

from ..inputs.sidecar_path import beside

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

# A note on each paragraph of a book takes a tenth of it.
_MOST_BYTES = 50_000_000
_PART = ".part"
# Another newsdiff holds the lock for milliseconds, unless it was stopped in between.
_LOCK_SECONDS = 2.0
_LOCK_STEP = 0.01


def sidecar_of(path: str | None, is_off: bool, article: str | None) -> tuple["Sidecar", str]:
    """Return the review's file, which has been read, and why the usual file is not used, '' if it is.

    `path` is what the reader named; the usual file stands beside the article. Raises NewsdiffError for a file that the
    reader named and that cannot be read.
    """
    found = Sidecar(None if is_off else path or beside(article))
    try:
        found.read()
    except NewsdiffError as error:
        if path:
            raise
        return Sidecar(None), str(error)
    return found, ""


class Sidecar:
    """A file with a review; `path` None keeps nothing. `review` is what it had when it was read or written last."""

    def __init__(self, path: str | None) -> None:
        self.path = path
        self.review = EMPTY

    def read(self) -> Review:
        """Read the file. Raises NewsdiffError with its name if it is there and cannot be read."""
        if self.path is not None:
            self.review = _read(self.path)
        return self.review

    def keep(self, review: Review, articles: Pair[Article]) -> Review:
        """Write a review, joined with what others wrote since the last time; return both in one.

        The sides of the review are those of the articles, and so are those of what is returned. Raises NewsdiffError
        where the file cannot be written.
        """
        review = review.about(articles)
        if self.path is None:
            self.review = review
            return review
        target = os.path.realpath(self.path)  # a symbolic link stays
        try:
            with _locked(os.path.dirname(target), self.path) as is_locked:
                theirs = _read(self.path).oriented(articles)
                both = merge_reviews(self.review.oriented(articles), review, theirs)
                if both or os.path.lexists(target):
                    _replace(target, f"{_in_json(both)}\n".encode("utf-8", "surrogatepass"), is_locked)
        except OSError as error:
            raise NewsdiffError(f"{self.path}: cannot be written: {error.strerror}") from None
        self.review = both
        return both


def pins_in_json(review: Review) -> str:
    """Return the pins of a review for the process that compares; '' where there is none."""
    return _in_json(Review(pins=review.pins, seen=review.seen)) if review.pins else ""


def _in_json(review: Review) -> str:
    from diffing.formats.review_json import review_to_json  # most comparisons have no review

    return review_to_json(review)


def _read(path: str) -> Review:
    try:
        status = os.stat(path)
        # Opening a pipe would wait for a writer, and a device may never end.
        if not stat.S_ISREG(status.st_mode):
            raise NewsdiffError(f"{path}: is no file")
        if status.st_size > _MOST_BYTES:
            raise NewsdiffError(f"{path}: larger than {size(_MOST_BYTES)}")
        with open(path, encoding="utf-8-sig") as file:
            text = file.read()
    except FileNotFoundError:
        return EMPTY
    except UnicodeError:
        raise NewsdiffError(f"{path}: not UTF-8") from None
    except OSError as error:
        raise NewsdiffError(f"{path}: cannot be read: {error.strerror}") from None
    from diffing.formats.review_json import review_from_json  # most comparisons have no review

    try:
        return review_from_json(text)
    except FormatError as error:
        raise NewsdiffError(f"{path}: {error}") from None


@contextmanager
def _locked(folder: str, path: str) -> Iterator[bool]:
    """Hold the folder while the file is read and written; whether it is held: some systems cannot do that."""
    if fcntl is None:
        yield False
        return
    held = os.open(folder or os.curdir, os.O_RDONLY)
    try:
        yield _lock(held, path)
    finally:
        os.close(held)


def _lock(held: int, path: str) -> bool:
    until = time.monotonic() + _LOCK_SECONDS
    while True:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        except BlockingIOError:
            if time.monotonic() > until:
                raise NewsdiffError(f"{path}: another newsdiff is writing it") from None
            time.sleep(_LOCK_STEP)
        except OSError:  # a file system without locks
            return False


def _replace(target: str, content: bytes, is_locked: bool) -> None:
    """Write a file beside the target and rename it; who holds the lock takes away what a killed newsdiff left."""
    folder, name = os.path.split(target)
    if is_locked:
        for other in os.listdir(folder or os.curdir):
            if other.startswith(f"{name}.") and other.endswith(_PART):
                os.unlink(os.path.join(folder, other))
    mode = 0o666
    with suppress(FileNotFoundError):
        mode = stat.S_IMODE(os.stat(target).st_mode)
    part = f"{target}.{os.getpid()}{_PART}"
    try:
        with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(part)
        raise
