"""The pairs of files to compare: a list of pairs, or two folders with files of the same names.

    monday/quake.txt<TAB>tuesday/quake.txt        monday/quake.txt    tuesday/quake.txt
    # a comment                                   monday/vote/1.txt   tuesday/vote/1.txt
    monday/vote.txt<TAB>tuesday/vote-final.txt    monday/only.txt     -

A pair that cannot be compared is a pair too, with the reason: for example a file that only one folder has.
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
from ..inputs.sidecar_path import is_no_article

_COMMENT = "#"
# In bytes: a file name has at most 4,096, and a device may never send a line feed.
_LONGEST_LINE = 1 << 16
# The beginnings of the tables that --find and --pairs write.
_TABLES = (b"left,right,", b"pair,left,")
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class PairFiles:
    """The names of two files (None for a missing one), and the reason if it is known that they cannot be compared."""

    names: Pair[str | None]
    error: str | None = None


def read_pairs(sources: Sequence[str]) -> Iterable[PairFiles]:
    """Return the pairs of a list file, or of two folders, in order. A list that is a file can be iterated again.

    The list is read while it is used, so that its length costs no memory. Folders are searched at once. Raises
    ReadError for a source that cannot be read; for a list, only while it is used.
    """
    return _PairList(sources[0]) if len(sources) == 1 else _paired_files(Pair(*sources))


def count_pairs(found: Iterable[PairFiles]) -> int | None:
    """Return the number of pairs, or None if the list can be read only once."""
    if isinstance(found, _PairList) and not os.path.isfile(found.path):
        return None
    return sum(1 for _ in found)


@dataclass(frozen=True, slots=True)
class _PairList:
    """The pairs of a list file, read line by line."""

    path: str

    def __iter__(self) -> Iterator[PairFiles]:
        with os_errors_explained(self.path), self._open() as file:
            for number, line in enumerate(iter(lambda: file.readline(_LONGEST_LINE), b""), 1):
                if len(line) == _LONGEST_LINE:
                    raise ReadError(self.path, f"line {number} is too long for two file names")
                if number == 1:
                    if line.startswith(_UTF_16):
                        raise ReadError(self.path, "is UTF-16; a list of pairs must be UTF-8")
                    line = line.removeprefix(codecs.BOM_UTF8)
                    if line.startswith(_TABLES):
                        raise ReadError(self.path, "is a table; --find FOLDER --format pairs makes the list of pairs")
                # A file name may be any bytes. Those that are no UTF-8 are encoded back when the file is opened.
                entry = line.decode("utf-8", "surrogateescape").rstrip("\r\n")
                if entry.strip() and not entry.startswith(_COMMENT):
                    yield _parse_line(entry, f"line {number} of {self.path}")

    def _open(self) -> "BinaryIO | nullcontext[BinaryIO]":
        return nullcontext(standard_input(self.path)) if self.path == STANDARD_INPUT else open(self.path, "rb")


def _parse_line(line: str, place: str) -> PairFiles:
    """Return the pair on a line; `place` names the line in the reason."""
    left, *rest = line.split("\t")
    names = Pair(left or None, rest[0] or None if rest else None)
    if len(rest) != 1 or None in names:
        return PairFiles(names, f"{place}: not two file names separated by a tab")
    if STANDARD_INPUT in names:
        return PairFiles(names, f"{place}: standard input cannot be an article in a list")
    return PairFiles(names)


def _paired_files(folders: Pair[str]) -> list[PairFiles]:
    """Return a pair for each file that one of the folders has, sorted by name."""
    inside = folders.map(files_below)
    return [
        PairFiles(
            Pair(
                os.path.join(folders.left, *name) if name in inside.left else None,
                os.path.join(folders.right, *name) if name in inside.right else None,
            ),
            None if name in inside.left & inside.right else f"only in {_folder_with(name, folders, inside)}",
        )
        for name in sorted(inside.left | inside.right)
    ]


def _folder_with(name: tuple[str, ...], folders: Pair[str], inside: Pair[set[tuple[str, ...]]]) -> str:
    """Return the folder that has a file of this name."""
    return folders.left if name in inside.left else folders.right


def files_below(folder: str) -> set[tuple[str, ...]]:
    """Return the names of all articles in a folder and below it, as folder names and file name.

    Hidden files and folders are left out, and so are reviews.
    """

    def unreadable(error: OSError) -> None:
        raise error

    found: set[tuple[str, ...]] = set()
    with os_errors_explained(folder):
        for path, inner, files in os.walk(folder, onerror=unreadable):
            inner[:] = [name for name in inner if not is_no_article(name)]
            below = os.path.relpath(path, folder)
            parts = () if below == os.curdir else tuple(below.split(os.sep))
            found.update((*parts, name) for name in files if not is_no_article(name))
    return found
