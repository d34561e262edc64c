"""Many articles in one file: JSON lines, a SQLite database, a Parquet file. Each has a name that is used like a file's.

    news.jsonl      {"id": "a7", "date": "2031-01-12", "text": "The dam holds ..."}     news.jsonl#a7
    news.db         table articles: id 7, body 'The dam holds ...'                      news.db#7
    news.parquet    row 7 without a column of ids                                       news.parquet#7

The text of an article is read as a file of that content would be: it may be a page or Markdown. Columns have the names
that most have, or those that --column gives.
"""

import json
import os
import sqlite3
from collections.abc import Callable, Iterator, Set
from contextlib import closing
from dataclasses import replace
from functools import lru_cache
from typing import Any, NamedTuple, Protocol

from diffing.errors import NewsdiffError, ReadError, TooLargeError
from diffing.model import MetadataField
from diffing.sources.files import MAX_BYTES, os_errors_explained
from diffing.sources.plain import Source, article
from diffing.sources.registry import DEFAULT_OPTIONS, ReadOptions, source_of

from .columns import USUAL_COLUMNS, Columns
from .remote import is_remote, remote_contents
from .text_files import read_with_content, stamp

RECORD_MARK = "#"
"""Stands between the file and the id in the name of a record."""
_NO_NAME = frozenset("\t\n\r")


class Record(NamedTuple):
    """A record of a collection: its id, and its date as it stands there; or why it cannot be read."""

    id: str
    date: str | None
    trouble: str | None = None


class Collection(Protocol):
    """A file with many articles, open for reading."""

    def records(self) -> Iterator[Record]:
        """Return the records in their order. Raises ReadError."""

    def text(self, record: str) -> tuple[str, str | None]:
        """Return the text and the date of a record by its id. Raises ReadError."""


def is_collection(path: str) -> bool:
    """Return whether a file holds many articles."""
    return os.path.isfile(path) and _kind(path) is not None


def article_names(path: str, columns: Columns, report: Callable[[str], None]) -> Iterator[str]:
    """Return the names of the articles in a collection, in their order. Raises ReadError.

    A record that cannot be used is left out, and `report` is called with the reason.
    """
    seen: set[str] = set()
    for record in opened(path, columns).records():
        if trouble := _trouble(record, seen):
            report(f"{path}: {trouble}")
        else:
            seen.add(record.id)
            yield f"{path}{RECORD_MARK}{record.id}"


def _trouble(record: Record, seen: Set[str]) -> str | None:
    """Return why a record cannot be used behind those whose ids were seen, None if it can."""
    if record.trouble is not None:
        return record.trouble
    if record.id in seen:
        return f"the id {record.id} stands twice: the first one is taken; --column id=NAME names another column"
    return f"the id {record.id!r} has a tab or a line feed" if _NO_NAME.intersection(record.id) else None


def read_named(
    name: str, options: ReadOptions = DEFAULT_OPTIONS, max_bytes: int = MAX_BYTES, columns: Columns = USUAL_COLUMNS
) -> tuple[Source, bytes]:
    """Return the text or article of a file or of a record, and its bytes. Raises ReadError. A pipe is refused.

    With `columns.urls` the name may be an address.
    """
    if columns.urls and is_remote(name):
        content, declared = remote_contents(name, max_bytes)
        return source_of(name, content, replace(options, declared=declared)), content
    found = _record_of(name)
    if found is None:
        return read_with_content(name, options, max_bytes, may_wait=False)
    path, record = found
    text, date = opened(path, columns).text(record)
    content = text.encode("utf-8", "replace")
    if len(content) > max_bytes:
        raise TooLargeError(name, max_bytes)
    source = source_of(name, content, replace(options, encoding="utf-8", item=None))
    return (source if date is None else _dated(source, date)), content


def _dated(source: Source, date: str) -> Source:
    made = article(source)
    if any(field.name == "published" for field in made.metadata):
        return made
    return replace(made, metadata=(*made.metadata, MetadataField("published", " ".join(date.split()))))


def _record_of(name: str) -> tuple[str, str] | None:
    """Return the collection and the id that a name stands for, None if it is that of a file."""
    if RECORD_MARK not in name or os.path.lexists(name):
        return None
    parts = name.split(RECORD_MARK)
    for count in range(1, len(parts)):
        path = RECORD_MARK.join(parts[:count])
        if os.path.isfile(path):
            return path, RECORD_MARK.join(parts[count:])
    return None


def opened(path: str, columns: Columns) -> Collection:
    """Return the collection in a file. Raises ReadError."""
    return _opened(path, columns, stamp(path))


# A process reads the articles of a few collections, and each many times.
@lru_cache(maxsize=4)
def _opened(path: str, columns: Columns, _: object) -> Collection:
    with os_errors_explained(path):
        kind = _kind(path)
        if kind == "sqlite":
            return _Database(path, columns)
        if kind == "parquet":
            from .parquet import ParquetCollection

            return ParquetCollection(path, columns)
        if kind == "jsonl":
            return _JsonLines(path, columns)
    raise ReadError(path, "is no collection of articles: no JSON lines, SQLite or Parquet")


def _kind(path: str) -> str | None:
    with os_errors_explained(path), open(path, "rb") as file:
        beginning = file.read(16)
        if beginning.startswith(b"SQLite format 3\0"):
            return "sqlite"
        if beginning.startswith(b"PAR1"):
            return "parquet"
        is_object = beginning.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")
    return "jsonl" if is_object and path.lower().endswith((".jsonl", ".ndjson")) else None


class _JsonLines:
    """A file with a JSON object in each line."""

    def __init__(self, path: str, columns: Columns) -> None:
        self._path, self._given = path, columns
        self._columns: Columns | None = None
        self._offsets: dict[str, int] | None = None

    def records(self) -> Iterator[Record]:
        """Return the records in their order."""
        for _, record in self._placed():
            yield record

    def text(self, record: str) -> tuple[str, str | None]:
        """Return the text and the date of a record by its id."""
        if self._offsets is None:
            self._offsets = {}
            for offset, found in self._placed():
                if found.trouble is None:
                    self._offsets.setdefault(found.id, offset)
        if record not in self._offsets:
            raise ReadError(self._path, f"has no article {record}")
        with os_errors_explained(self._path), open(self._path, "rb") as file:
            file.seek(self._offsets[record])
            fields = self._fields(file.readline())
        columns = self._columns_of(fields)
        text = fields.get(str(columns.text))
        if not isinstance(text, str):
            raise ReadError(f"{self._path}{RECORD_MARK}{record}", f"has no text in {columns.text}")
        return text, _date(fields, columns)

    def _placed(self) -> Iterator[tuple[int, Record]]:
        offset = 0
        with os_errors_explained(self._path), open(self._path, "rb") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield offset, self._record(line, number)
                offset += len(line)

    def _record(self, line: bytes, number: int) -> Record:
        try:
            fields = self._fields(line)
        except ValueError as error:
            return Record("", None, f"line {number} {error}")
        columns = self._columns_of(fields)
        return Record(_id(fields, columns, number), _date(fields, columns))

    def _columns_of(self, fields: dict[str, Any]) -> Columns:
        """Return the columns, which the first object decides."""
        if self._columns is None:
            self._columns = self._given.among(list(fields), self._path)
        return self._columns

    def _fields(self, line: bytes) -> dict[str, Any]:
        """Return the object in a line. Raises ValueError."""
        try:
            found = json.loads(line.decode("utf-8-sig"))
        except (ValueError, RecursionError):
            raise ValueError("is no JSON") from None
        if not isinstance(found, dict):
            raise ValueError("is no JSON object")
        return found


def _id(fields: dict[str, Any], columns: Columns, number: int) -> str:
    value = fields.get(columns.id) if columns.id else None
    return str(value) if isinstance(value, str | int) and value != "" else str(number)


def _date(fields: dict[str, Any], columns: Columns) -> str | None:
    value = fields.get(columns.date) if columns.date else None
    return value if isinstance(value, str) else None


class _Database:
    """A table of a SQLite database, which is only read."""

    def __init__(self, path: str, columns: Columns) -> None:
        self._path = path
        with self._errors_explained(), closing(self._connection()) as database:
            self._table, self._columns = self._found(database, columns)

    def records(self) -> Iterator[Record]:
        """Return the records in their order."""
        id_column = _quoted(self._columns.id) if self._columns.id else "rowid"
        date = _quoted(self._columns.date) if self._columns.date else "NULL"
        query = f"SELECT {id_column}, {date} FROM {_quoted(self._table)} ORDER BY 1"
        with self._errors_explained(), closing(self._connection()) as database:
            for key, day in database.execute(query):
                yield Record(str(key), day if isinstance(day, str) else None)

    def text(self, record: str) -> tuple[str, str | None]:
        """Return the text and the date of a record by its id."""
        id_column = _quoted(self._columns.id) if self._columns.id else "rowid"
        date = _quoted(self._columns.date) if self._columns.date else "NULL"
        query = f"SELECT {_quoted(str(self._columns.text))}, {date} FROM {_quoted(self._table)} WHERE {id_column} = ?"
        with self._errors_explained(), closing(self._connection()) as database:
            found = database.execute(query, (record,)).fetchone()
            if found is None and record.lstrip("-").isdecimal():
                found = database.execute(query, (int(record),)).fetchone()
        if found is None:
            raise ReadError(self._path, f"has no article {record}")
        text, day = found
        if not isinstance(text, str):
            raise ReadError(f"{self._path}{RECORD_MARK}{record}", f"has no text in {self._columns.text}")
        return text, day if isinstance(day, str) else None

    def _connection(self) -> sqlite3.Connection:
        quoted = self._path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
        return sqlite3.connect(f"file:{quoted}?mode=ro", uri=True)

    def _found(self, database: sqlite3.Connection, columns: Columns) -> tuple[str, Columns]:
        """Return the table that is named, or the first one with a text; and its columns."""
        query = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY rowid"
        tables = [str(name) for (name,) in database.execute(query)]
        if columns.table is not None and columns.table not in tables:
            raise ReadError(self._path, f"has no table {columns.table}; its tables are {', '.join(tables) or 'none'}")
        reason: NewsdiffError | None = None
        for table in [columns.table] if columns.table else tables:
            names = [str(row[1]) for row in database.execute(f"PRAGMA table_info({_quoted(table)})")]
            try:
                return table, columns.among(names, self._path)
            except ReadError as error:
                reason = reason or error
        raise reason or ReadError(self._path, "has no tables")

    def _errors_explained(self) -> "_SqliteErrors":
        return _SqliteErrors(self._path)


class _SqliteErrors:
    """A ReadError in the place of SQLite's own errors."""

    def __init__(self, path: str) -> None:
        self._path = path

    def __enter__(self) -> None:
        """Do nothing."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> None:
        """Raise a ReadError for an error of SQLite."""
        if isinstance(error, sqlite3.Error):
            raise ReadError(self._path, f"cannot be read as a database: {error}") from None


def _quoted(name: str) -> str:
    """Return a name as SQL quotes it."""
    return '"' + name.replace('"', '""') + '"'
