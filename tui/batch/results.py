"""A results file with one JSON line for each pair: a new one, or one to continue after an interruption.

    {"pair": {"left": "a/1.txt", "right": "b/1.txt"}, "version": 2, ...}
    {"pair": {"left": "a/2.txt", "right": "b/2.txt"}, "error": "a/2.txt: no such file"}
    {"pair": {"left": "a/3.t                                          <- incomplete: removed, and compared again

Lines are in the order of the pairs. An interrupted file is therefore a beginning of the complete file.
"""

import json
import os
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, BinaryIO, Literal

from diffing.errors import NewsdiffError
from diffing.finding.relation import Relation
from diffing.model import Pair
from diffing.sources.files import os_errors_explained

from ..system.exit_codes import DIFFERENT, SAME, TROUBLE
from .pairs import PairFiles

_BEGINNING = b'{"pair": {"left": '


@dataclass(frozen=True, slots=True)
class FinishedPairs:
    """The content of a results file: the number of pairs, how many failed, their exit status, and their relations."""

    pairs: int = 0
    failed: int = 0
    status: int = SAME
    relations: Mapping[str, int] = field(default_factory=dict)


def create(path: str, force: bool) -> BinaryIO:
    """Create a results file. Raises NewsdiffError if it exists, unless `force`, or if it cannot be written."""
    return _open(path, "wb" if force else "xb")


def resume(path: str, expected: Iterator[PairFiles]) -> tuple[BinaryIO, FinishedPairs]:
    """Open a results file to continue it; return the file and its content. Without a file, create one.

    The finished pairs are taken from `expected`. Raises NewsdiffError if the file holds anything but the first results
    of `expected`; the file is left unchanged then.
    """
    if not os.path.exists(path):
        return create(path, force=False), FinishedPairs()
    if not os.path.isfile(path):
        raise NewsdiffError(f"{path}: not a regular file, so --resume cannot continue it")
    done, length = _read_results(path, expected)
    file = _open(path, "r+b")
    file.truncate(length)
    file.seek(length)
    return file, done


def _open(path: str, mode: Literal["wb", "xb", "r+b"]) -> BinaryIO:
    try:
        return open(path, mode)
    except FileExistsError:
        raise NewsdiffError(f"{path}: already exists; --force overwrites it, --resume continues it") from None
    except OSError as error:
        raise NewsdiffError(f"{path}: cannot be written: {error.strerror}") from None


def _read_results(path: str, expected: Iterator[PairFiles]) -> tuple[FinishedPairs, int]:
    """Return the content of the file, and the length of its complete lines in bytes."""
    pairs = failed = length = 0
    status = SAME
    relations: Counter[str] = Counter()
    with os_errors_explained(path), open(path, "rb") as file:
        for pairs, line in enumerate(file, 1):
            if not line.startswith(_BEGINNING[: len(line)]):
                raise NewsdiffError(f"{path}: line {pairs} is not a newsdiff result")
            if not line.endswith(b"\n"):
                return FinishedPairs(pairs - 1, failed, status, relations), length
            names, line_status, relation = _read_line(path, pairs, line)
            pair = next(expected, None)
            if pair is None or pair.names != names:
                raise NewsdiffError(f"{path}: line {pairs} names other files than pair {pairs}")
            failed += line_status == TROUBLE
            status = max(status, line_status)
            relations[relation] += 1
            length += len(line)
    return FinishedPairs(pairs, failed, status, relations), length


def _read_line(path: str, number: int, line: bytes) -> tuple[Pair[Any], int, str]:
    """Return the file names on a line, its exit status, and the relation of the articles, '' for an error."""
    try:
        result = json.loads(line)
        relation = "" if "error" in result else str(result.get("relation", Relation.UNRELATED))
        return Pair(result["pair"]["left"], result["pair"]["right"]), _line_status(result), relation
    except (ValueError, LookupError, TypeError, RecursionError):
        raise NewsdiffError(f"{path}: line {number} is not a newsdiff result") from None


def _line_status(result: Any) -> int:
    """Return the exit status of a line."""
    if "error" in result:
        return TROUBLE
    return SAME if result["identical"] else DIFFERENT
