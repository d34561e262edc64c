"""The results of many pairs as tables, CSV or Parquet: made at the end of a journal, which can be continued.

    out.csv.part     {"pair": {...}, "relation": "rewrite", "row": {...}, "entries": [...]}    a line a pair
    out.csv          pair,left,right,...                                                       when all are done

A table of Parquet cannot be continued after an interruption, and neither can two tables at once. So a run writes lines
to the journal, and turns them into tables at its end, some rows at a time.
"""

import csv
import io
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from diffing.errors import NewsdiffError

from ..inputs.parquet import pyarrow_parquet
from ..system.exit_codes import DIFFERENT, SAME, TROUBLE
from ..system.output import check, write
from ..text.spreadsheet import cell
from .rows import ENTRY_COLUMNS, PAIR_COLUMNS, entry_cells, pair_cells

# The end of the name of a table that is not complete: always the same, so that --resume overwrites it.
_UNFINISHED = ".unfinished"
# Rows of Parquet that are written at a time; 10 MB of entries.
_GROUP = 10_000

Rows = Iterable[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class TableFiles:
    """The files of the tables: of the pairs, and of the entries if it is given; and their format."""

    pairs: str
    entries: str | None
    format: str

    @property
    def journal(self) -> str:
        """The file of lines that a run writes."""
        return f"{self.pairs}.part"

    @property
    def names(self) -> tuple[str, ...]:
        """The files of the tables."""
        return (self.pairs,) if self.entries is None else (self.pairs, self.entries)

    def is_finished(self) -> bool:
        """Return whether the tables are there, and no journal that was to become them."""
        return all(map(os.path.exists, self.names)) and not os.path.exists(self.journal)

    def check(self, sources: Iterable[str], force: bool, resume: bool) -> None:
        """Raise NewsdiffError where the tables must not or cannot be written."""
        if self.format == "parquet":
            pyarrow_parquet(self.pairs)
        for name in self.names:
            check(name, force or resume, sources)
        if force or resume:
            return
        for name in (self.journal, *(f"{name}{_UNFINISHED}" for name in self.names)):
            if os.path.lexists(name):
                raise NewsdiffError(f"{name}: is of an unfinished run; --resume continues it, --force begins again")

    def write(self) -> None:
        """Make the tables of the complete journal, and remove it."""
        made = _FORMATS[self.format]
        write(self.pairs, made(PAIR_COLUMNS, self._pairs()), True, _UNFINISHED)
        if self.entries is not None:
            write(self.entries, made(ENTRY_COLUMNS, self._entries()), True, _UNFINISHED)
        os.unlink(self.journal)

    def status(self) -> tuple[int, int]:
        """Return the number of pairs in a finished table, and their exit status."""
        pairs, status = 0, SAME
        for error, identical in _READERS[self.format](self.pairs):
            pairs += 1
            status = max(status, TROUBLE if error else SAME if identical in (True, "true") else DIFFERENT)
        return pairs, status

    def _pairs(self) -> Iterator[dict[str, Any]]:
        yield from (pair_cells(number, line) for number, line in self._lines())

    def _entries(self) -> Iterator[dict[str, Any]]:
        for number, line in self._lines():
            yield from entry_cells(number, line)

    def _lines(self) -> Iterator[tuple[int, dict[str, Any]]]:
        with open(self.journal, "rb") as file:
            for number, line in enumerate(file, 1):
                yield number, json.loads(line)


def _csv_pieces(columns: Mapping[str, type], rows: Rows) -> Iterator[bytes]:
    """Yield a table of RFC 4180, a row at a time."""
    yield _csv_row(columns)
    for row in rows:
        yield _csv_row(_csv_cell(row.get(name)) for name in columns)


def csv_head() -> bytes:
    """Return the first row of the table of pairs."""
    return _csv_row(PAIR_COLUMNS)


def csv_pair(number: int, line: bytes) -> bytes:
    """Return the row of a pair by its number and its line of the journal."""
    cells = pair_cells(number, json.loads(line))
    return _csv_row(_csv_cell(cells.get(name)) for name in PAIR_COLUMNS)


def _csv_row(cells: Iterable[Any]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerow(cells)
    return text.getvalue().encode("utf-8", "surrogateescape")


def _csv_cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    return cell(value) if isinstance(value, str) else value


class _Pieces(io.RawIOBase):
    """A file for pyarrow to write to, whose content is taken away piece by piece."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def writable(self) -> bool:
        """Return True."""
        return True

    def write(self, content: Any) -> int:
        """Keep the content until it is taken."""
        self._pieces.append(bytes(content))
        return len(content)

    def taken(self) -> list[bytes]:
        """Return what was written since the last call."""
        pieces, self._pieces = self._pieces, []
        return pieces


def _parquet_pieces(columns: Mapping[str, type], rows: Rows) -> Iterator[bytes]:
    """Yield a Parquet file, a group of rows at a time."""
    parquet = pyarrow_parquet("")
    import pyarrow

    types = {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64(), bool: pyarrow.bool_()}
    schema = pyarrow.schema([(name, types[kind]) for name, kind in columns.items()])
    pieces = _Pieces()
    waiting = iter(rows)
    with parquet.ParquetWriter(pieces, schema) as writer:
        while group := list(islice(waiting, _GROUP)):
            cells = {name: [_unicode(row.get(name)) for row in group] for name in columns}
            writer.write_table(pyarrow.table(cells, schema=schema))
            yield from pieces.taken()
    yield from pieces.taken()


def _unicode(value: Any) -> Any:
    """Return a value of a cell; bytes of file names that are no text are replaced."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def _csv_status(path: str) -> Iterator[tuple[Any, Any]]:
    with open(path, encoding="utf-8", errors="surrogateescape", newline="") as file:
        for row in csv.DictReader(file):
            yield row.get("error"), row.get("identical")


def _parquet_status(path: str) -> Iterator[tuple[Any, Any]]:
    file = pyarrow_parquet(path).ParquetFile(path)
    for batch in file.iter_batches(columns=["error", "identical"]):
        yield from ((row["error"], row["identical"]) for row in batch.to_pylist())


_FORMATS: Mapping[str, Callable[[Mapping[str, type], Rows], Iterator[bytes]]] = {
    "csv": _csv_pieces,
    "parquet": _parquet_pieces,
}
_READERS = {"csv": _csv_status, "parquet": _parquet_status}
FORMATS = tuple(_FORMATS)
"""The formats of tables."""
