"""Articles in a Parquet file, a row each. pyarrow is needed: the extra newsdiff[parquet].

row 0   {"body": "The dam holds ...", "day": date(2031, 1, 12)}     news.parquet#1, published 2031-01-12
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from diffing.errors import ReadError

from .collections import Record
from .columns import Columns

if TYPE_CHECKING:
    import pyarrow.parquet


def pyarrow_parquet(path: str) -> Any:
    """Return the module that reads and writes Parquet. Raises ReadError where it is not installed."""
    try:
        import pyarrow.parquet
    except ImportError:
        raise ReadError(path, "Parquet needs pyarrow: pip install 'newsdiff[parquet]'") from None
    return pyarrow.parquet


class ParquetCollection:
    """A Parquet file, read a group of rows at a time."""

    def __init__(self, path: str, columns: Columns) -> None:
        self._path = path
        module = pyarrow_parquet(path)
        try:
            self._file: pyarrow.parquet.ParquetFile = module.ParquetFile(path)
        except Exception as error:  # whatever damage pyarrow finds
            raise ReadError(path, f"cannot be read as Parquet: {_line(error)}") from None
        self._columns = columns.among(list(self._file.schema_arrow.names), path)
        self._rows: dict[str, int] | None = None
        self._group: tuple[int, list[dict[str, Any]]] = (-1, [])

    def records(self) -> Iterator[Record]:
        """Return the records in their order."""
        names = [name for name in (self._columns.id, self._columns.date) if name]
        number = 0
        for group in range(self._file.num_row_groups):
            for fields in self._read(group, names):
                number += 1
                key = fields.get(self._columns.id) if self._columns.id else None
                yield Record(str(key) if key not in (None, "") else str(number), self._date(fields))

    def text(self, record: str) -> tuple[str, str | None]:
        """Return the text and the date of a record by its id."""
        if self._rows is None:
            self._rows = {}
            for row, found in enumerate(self.records()):
                self._rows.setdefault(found.id, row)
        if record not in self._rows:
            raise ReadError(self._path, f"has no article {record}")
        fields = self._row(self._rows[record])
        text = fields[str(self._columns.text)]
        if not isinstance(text, str):
            raise ReadError(f"{self._path}#{record}", f"has no text in {self._columns.text}")
        return text, self._date(fields)

    def _row(self, row: int) -> dict[str, Any]:
        """Return a row; the group of rows that was read last is kept."""
        first = 0
        for group in range(self._file.num_row_groups):
            count = self._file.metadata.row_group(group).num_rows
            if row < first + count:
                if self._group[0] != group:
                    names = [str(self._columns.text), *filter(None, [self._columns.date])]
                    self._group = (group, self._read(group, names))
                return self._group[1][row - first]
            first += count
        raise ReadError(self._path, f"has no row {row}")

    def _read(self, group: int, names: list[str]) -> list[dict[str, Any]]:
        try:
            if not names:
                return [{} for _ in range(self._file.metadata.row_group(group).num_rows)]
            found: list[dict[str, Any]] = self._file.read_row_group(group, columns=names).to_pylist()
        except Exception as error:  # whatever damage pyarrow finds
            raise ReadError(self._path, f"cannot be read as Parquet: {_line(error)}") from None
        return found

    def _date(self, fields: dict[str, Any]) -> str | None:
        value = fields.get(self._columns.date) if self._columns.date else None
        if isinstance(value, str) or value is None:
            return value
        return str(value.isoformat()) if hasattr(value, "isoformat") else None


def _line(error: Exception) -> str:
    return " ".join(str(error).split())
