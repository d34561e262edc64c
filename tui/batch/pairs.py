"""Which files to compare: a list of pairs, or two folders with files of the same names.

    monday/quake.txt<TAB>tuesday/quake.txt        monday/quake.txt    tuesday/quake.txt
    # a remark                                    monday/vote/1.txt   tuesday/vote/1.txt
    monday/vote.txt<TAB>tuesday/vote-final.txt    monday/only.txt     -

What cannot be compared, such as a file that only one folder has, is an entry too, with the reason.
"""

import codecs
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from typing import BinaryIO

from diffing.errors import ReadError
from diffing.model import Pair
from diffing.sources.files import os_errors_explained

from ..inputs.read_bytes import STANDARD_INPUT, standard_input

_REMARK = "#"
# In bytes: systems have names of 4,096, and a device may send no line feed at all.
_LONGEST_LINE = 1 << 16
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class Entry:
    """The names of two files, None where there is none, and why they cannot be compared, if that is known."""

    names: Pair[str | None]
    error: str | None = None


def entries(sources: Sequence[str]) -> Iterable[Entry]:
    """The entries of a list's file, or of two folders, in order. A list that is a file can be gone through again.

    The list is read as it is used, so that its length costs no memory; folders are gone through at once.
    Raises ReadError for what cannot be read, a list only while it is used.
    """
    return _List(sources[0]) if len(sources) == 1 else _matched(Pair(*sources))


def how_many(found: Iterable[Entry]) -> int | None:
    """The number of entries, if it can be known beforehand."""
    if isinstance(found, _List) and not os.path.isfile(found.path):
        return None
    return sum(1 for _ in found)


@dataclass(frozen=True, slots=True)
class _List:
    path: str

    def __iter__(self) -> Iterator[Entry]:
        with os_errors_explained(self.path), self._open() as file:
            for number, line in enumerate(iter(lambda: file.readline(_LONGEST_LINE), b""), 1):
                if len(line) == _LONGEST_LINE:
                    raise ReadError(self.path, f"line {number} is too long for two names")
                if number == 1:
                    if line.startswith(_UTF_16):
                        raise ReadError(self.path, "is in UTF-16; a list of pairs is in UTF-8")
                    line = line.removeprefix(codecs.BOM_UTF8)
                # A file name may be no text; what cannot be decoded comes out again when the file is opened.
                entry = line.decode("utf-8", "surrogateescape").rstrip("\r\n")
                if entry.strip() and not entry.startswith(_REMARK):
                    yield _entry(entry, f"line {number} of {self.path}")

    def _open(self) -> "BinaryIO | nullcontext[BinaryIO]":
        return nullcontext(standard_input(self.path)) if self.path == STANDARD_INPUT else open(self.path, "rb")


def _entry(line: str, place: str) -> Entry:
    left, *rest = line.split("\t")
    names = Pair(left or None, rest[0] or None if rest else None)
    if len(rest) != 1 or None in names:
        return Entry(names, f"{place} is not two names with a tab between them")
    if STANDARD_INPUT in names:
        return Entry(names, f"{place}: standard input can be no article of a list")
    return Entry(names)


def _matched(folders: Pair[str]) -> list[Entry]:
    """An entry for each file that one of the folders has, by name, whatever the order of the system."""
    inside = folders.map(_files)
    return [
        Entry(
            Pair(
                os.path.join(folders.left, *name) if name in inside.left else None,
                os.path.join(folders.right, *name) if name in inside.right else None,
            ),
            None if name in inside.left & inside.right else f"only in {_folder_with(name, folders, inside)}",
        )
        for name in sorted(inside.left | inside.right)
    ]


def _folder_with(name: tuple[str, ...], folders: Pair[str], inside: Pair[set[tuple[str, ...]]]) -> str:
    return folders.left if name in inside.left else folders.right


def _files(folder: str) -> set[tuple[str, ...]]:
    """The names of all files in a folder, below it as folders' names and file's name; not what is hidden."""

    def unreadable(error: OSError) -> None:
        raise error

    found: set[tuple[str, ...]] = set()
    with os_errors_explained(folder):
        for path, inner, files in os.walk(folder, onerror=unreadable):
            inner[:] = [name for name in inner if not _hidden(name)]
            below = os.path.relpath(path, folder)
            parts = () if below == os.curdir else tuple(below.split(os.sep))
            found.update((*parts, name) for name in files if not _hidden(name))
    return found


def _hidden(name: str) -> bool:
    return name.startswith(".")
