"""The articles that --find is given: files of folders, of a list, or the records of a collection.

    monday/ tuesday/      every file in them and below, but hidden ones and reviews
    names.txt             a file name in each line
    news.jsonl news.db news.parquet     a record each

The order is that of the arguments, and of the names in a folder. It decides which article of a pair is the left one, as
long as nothing else does.
"""

import os
from collections.abc import Callable, Iterator, Sequence

from diffing.errors import ReadError
from diffing.sources.files import os_errors_explained

from ..batch.pairs import files_below
from ..inputs.collections import RECORD_MARK, article_names, is_collection
from ..inputs.columns import Columns
from ..inputs.read_bytes import STANDARD_INPUT, standard_input
from ..inputs.remote import is_remote

# In bytes: a file name has at most 4,096.
_LONGEST_LINE = 1 << 16
_COMMENT = "#"


def named_articles(sources: Sequence[str], columns: Columns, report: Callable[[str], None]) -> Iterator[str]:
    """Yield the names of all articles, each path once. Raises ReadError for a source that cannot be read.

    `report` is called with the reason for each record of a collection that is left out.
    """
    seen: set[str] = set()
    for name in _named(sources, columns, report):
        path = name if columns.urls and is_remote(name) else os.path.abspath(name)
        if path not in seen:
            seen.add(path)
            yield name


def _named(sources: Sequence[str], columns: Columns, report: Callable[[str], None]) -> Iterator[str]:
    for source in sources:
        if os.path.isdir(source):
            yield from (os.path.join(source, *name) for name in sorted(files_below(source)))
        elif source != STANDARD_INPUT and is_collection(source):
            yield from article_names(source, columns, report)
        else:
            names = list(_listed(source))
            if names and not columns.urls and not any(map(_may_be_there, names)):
                raise ReadError(source, "names no file; --find takes folders, collections, or a list of file names")
            yield from names


def _may_be_there(name: str) -> bool:
    """Return whether a name of a list can be that of a file, or of a record in one."""
    return os.path.lexists(name) or os.path.isfile(name.partition(RECORD_MARK)[0])


def _listed(path: str) -> Iterator[str]:
    """Yield the names in a list."""
    with os_errors_explained(path):
        file = standard_input(path) if path == STANDARD_INPUT else open(path, "rb")  # noqa: SIM115, closed below
        with file:
            for number, line in enumerate(iter(lambda: file.readline(_LONGEST_LINE), b""), 1):
                if len(line) == _LONGEST_LINE or b"\0" in line:
                    raise ReadError(path, f"line {number} is no file name; --find takes folders, or a list of files")
                name = line.decode("utf-8", "surrogateescape").rstrip("\r\n")
                if name.strip() and not name.startswith(_COMMENT):
                    yield name
