"""A result in the file asked for: all of it or nothing, and over no file that is there, but for `--force`.

out.json.x7f3q2     written beside it, under a name of its own
out.json            the same file, once it is complete
"""

import os
import tempfile
from collections.abc import Iterable

from diffing.errors import NewsdiffError

from .terminal import clearing_away

# Of the name in the one beside it: longer ones would be no names any more.
_NAME_CHARACTERS = 50


def check(path: str, force: bool, articles: Iterable[str]) -> None:
    """Raise NewsdiffError if the file must not be written: before the work, not after it."""
    if not os.path.lexists(path):
        return
    if any(
        os.path.exists(article) and os.path.exists(path) and os.path.samefile(article, path) for article in articles
    ):
        raise NewsdiffError(f"{path}: is one of the articles")
    if not force:
        raise _there(path)


def write(path: str, pieces: Iterable[bytes], force: bool) -> None:
    """Write the file, piece by piece.

    Raises NewsdiffError if it cannot be written, or is there by now and not to be overwritten.
    """
    # A link keeps leading where it leads.
    target = os.path.realpath(path) if force else path
    try:
        if os.path.exists(target) and not os.path.isfile(target):
            # A device or a pipe is written to, not replaced; a folder says so itself.
            with open(target, "wb") as file:
                file.writelines(pieces)
            return
        with clearing_away():
            _replace(target, pieces, force)
    except FileExistsError:
        raise _there(path) from None
    except OSError as error:
        raise NewsdiffError(f"{path}: cannot be written: {error.strerror}") from None


def _replace(target: str, pieces: Iterable[bytes], force: bool) -> None:
    folder, name = os.path.split(target)
    descriptor, new = tempfile.mkstemp(prefix=f"{name[:_NAME_CHARACTERS]}.", dir=folder or os.curdir)
    try:
        with open(descriptor, "wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(new, _usual_mode())
        if force:
            os.replace(new, target)
        else:
            _put(new, target)
    finally:
        if os.path.lexists(new):
            os.unlink(new)


def _put(new: str, target: str) -> None:
    """Give the new file its name, unless something has it. Raises FileExistsError."""
    try:
        os.link(new, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without links: the name is taken first
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
        os.replace(new, target)


def _usual_mode() -> int:
    """What a file made in the usual way may be used for; a temporary one is private."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _there(path: str) -> NewsdiffError:
    return NewsdiffError(f"{path}: is there already; --force overwrites it")
