"""A file of results, a JSON line a pair: made anew, or gone on with after an interruption.

    {"pair": {"left": "a/1.txt", "right": "b/1.txt"}, "version": 2, ...}
    {"pair": {"left": "a/2.txt", "right": "b/2.txt"}, "error": "a/2.txt: no such file"}
    {"pair": {"left": "a/3.t                                          <- torn: dropped, and done again

Lines are in the order of the pairs, so what is there is the beginning of what is to be there.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO, Literal

from diffing.errors import NewsdiffError
from diffing.model import Pair
from diffing.sources.files import os_errors_explained

from ..system.exit_codes import DIFFERENT, SAME, TROUBLE
from .pairs import Entry

_BEGINNING = b'{"pair": {"left": '


@dataclass(frozen=True, slots=True)
class Done:
    """What a file of results holds: how many pairs, how many of them failed, and the exit status they give."""

    pairs: int = 0
    failed: int = 0
    status: int = SAME


def create(path: str, force: bool) -> BinaryIO:
    """A new file for results. Raises NewsdiffError if there is one already, but for `force`, or it cannot be made."""
    return _open(path, "wb" if force else "xb")


def resume(path: str, entries: Iterator[Entry]) -> tuple[BinaryIO, Done]:
    """The file to go on with, and what it holds; these pairs are taken from `entries`. Without a file a new one.

    Raises NewsdiffError if it holds anything but the beginning of the results of `entries`: nothing is cut off then.
    """
    if not os.path.exists(path):
        return create(path, force=False), Done()
    if not os.path.isfile(path):
        raise NewsdiffError(f"{path}: is no file to go on with")
    done, length = _done(path, entries)
    file = _open(path, "r+b")
    file.truncate(length)
    file.seek(length)
    return file, done


def _open(path: str, mode: Literal["wb", "xb", "r+b"]) -> BinaryIO:
    try:
        return open(path, mode)
    except FileExistsError:
        raise NewsdiffError(f"{path}: is there already; --force overwrites it, --resume goes on with it") from None
    except OSError as error:
        raise NewsdiffError(f"{path}: cannot be written: {error.strerror}") from None


def _done(path: str, entries: Iterator[Entry]) -> tuple[Done, int]:
    """What the file holds, and the length of that in bytes."""
    pairs = failed = length = 0
    status = SAME
    with os_errors_explained(path), open(path, "rb") as file:
        for pairs, line in enumerate(file, 1):
            if not line.startswith(_BEGINNING[: len(line)]):
                raise NewsdiffError(f"{path}: line {pairs} is no result of newsdiff")
            if not line.endswith(b"\n"):
                return Done(pairs - 1, failed, status), length
            names, line_status = _result(path, pairs, line)
            entry = next(entries, None)
            if entry is None or entry.names != names:
                raise NewsdiffError(f"{path}: line {pairs} is of other files than pair {pairs} to be compared")
            failed += line_status == TROUBLE
            status = max(status, line_status)
            length += len(line)
    return Done(pairs, failed, status), length


def _result(path: str, number: int, line: bytes) -> tuple[Pair[Any], int]:
    """The names on a line, and the exit status it gives."""
    try:
        result = json.loads(line)
        return Pair(result["pair"]["left"], result["pair"]["right"]), _status(result)
    except (ValueError, LookupError, TypeError, RecursionError):
        raise NewsdiffError(f"{path}: line {number} is no result of newsdiff") from None


def _status(result: Any) -> int:
    """Return the exit status of a line."""
    if "error" in result:
        return TROUBLE
    return SAME if result["identical"] else DIFFERENT
