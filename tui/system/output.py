"""Write a result to a file: completely or not at all, and over an existing file only with `--force`.

out.json.x7f3q2     written beside it, under a temporary name
out.json            the same file, renamed after it is complete
"""

import os
import tempfile
from collections.abc import Iterable
from itertools import count

from diffing.errors import NewsdiffError

from .terminal import cleanup_on_termination

# Characters of the name that the temporary name keeps: a longer name could exceed the limit of the file system.
_NAME_CHARACTERS = 50


def check(path: str, force: bool, articles: Iterable[str]) -> None:
    """Raise NewsdiffError if the file must not be written. Called before the articles are compared."""
    if not os.path.lexists(path):
        if not os.path.isdir(os.path.dirname(path) or os.curdir):
            raise NewsdiffError(f"{path}: cannot be written: there is no such folder")
        return
    if os.path.isdir(path):
        raise NewsdiffError(f"{path}: is a directory")
    if any(
        os.path.exists(article) and os.path.exists(path) and os.path.samefile(article, path) for article in articles
    ):
        raise NewsdiffError(f"{path}: is one of the articles")
    if not force:
        raise _exists_error(path)


def write(path: str, pieces: Iterable[bytes], force: bool, unfinished: str | None = None) -> None:
    """Write the file, piece by piece.

    `unfinished` is what the name ends with until the file is complete, instead of something new: what a run that was
    killed has left there is overwritten. Raises NewsdiffError if the file cannot be written, or exists by now and must
    not be overwritten.
    """
    # A symbolic link stays; its target is written.
    target = os.path.realpath(path) if force else path
    try:
        if os.path.exists(target) and not os.path.isfile(target):
            # A device or a pipe is written to, not replaced. open() refuses a folder.
            with open(target, "wb") as file:
                file.writelines(pieces)
            return
        with cleanup_on_termination():
            _replace(target, pieces, force, unfinished)
    except FileExistsError:
        raise _exists_error(path) from None
    except OSError as error:
        raise NewsdiffError(f"{path}: cannot be written: {error.strerror}") from None


def write_beside(name: str, suffix: str, content: bytes) -> str:
    """Write a file under the first free name in the current folder (`name-1.svg`); return its path.

    Where that folder cannot be written, it is the one for temporary files. Raises OSError where that cannot either.
    """
    try:
        return _write_numbered(os.getcwd(), name, suffix, content)
    except OSError:
        return _write_numbered(tempfile.gettempdir(), name, suffix, content)


def _write_numbered(folder: str, name: str, suffix: str, content: bytes) -> str:
    for number in count(1):
        path = os.path.join(folder, f"{name}-{number}{suffix}")
        try:
            with open(path, "xb") as file:
                file.write(content)
        except FileExistsError:
            continue
        return path
    raise AssertionError("numbers do not end")


def _replace(target: str, pieces: Iterable[bytes], force: bool, unfinished: str | None) -> None:
    """Write a temporary file beside `target` and rename it."""
    folder, name = os.path.split(target)
    if unfinished is None:
        descriptor, new = tempfile.mkstemp(prefix=f"{name[:_NAME_CHARACTERS]}.", dir=folder or os.curdir)
    else:
        new = f"{target}{unfinished}"
        descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
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
    """Give the new file its name, unless a file has it. Raises FileExistsError."""
    try:
        os.link(new, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links: an empty file reserves the name
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
        os.replace(new, target)


def _usual_mode() -> int:
    """Return the permissions of an ordinary new file; a temporary file is private."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _exists_error(path: str) -> NewsdiffError:
    """Return the error for a file that exists."""
    return NewsdiffError(f"{path}: already exists; --force overwrites it")
