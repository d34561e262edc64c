"""The columns of a collection of articles: which of them holds the text, the id and the date.

{"_id": "a7", "title": "Swans", "body": "The dam holds ..."}     text: body     id: _id     date: none
"""

import argparse
from dataclasses import dataclass, replace

from diffing.errors import ReadError

_TEXTS = ("text", "body", "content", "article", "articlebody", "article_text", "fulltext", "full_text")
_IDS = ("id", "_id", "guid", "uuid", "uri", "url", "key", "article_id")
_DATES = (
    "published",
    "date",
    "published_at",
    "datepublished",
    "pubdate",
    "datetime",
    "timestamp",
    "created_at",
    "created",
)


@dataclass(frozen=True, slots=True)
class Columns:
    """Names of the columns that hold text, id and date, and of the table; None for those that most have.

    `urls` allows that the names of articles are addresses.
    """

    text: str | None = None
    id: str | None = None
    date: str | None = None
    table: str | None = None
    urls: bool = False

    def among(self, names: list[str], path: str) -> "Columns":
        """Return the columns of a collection that has columns of these names. Raises ReadError without a text."""
        text = _named(self.text, _TEXTS, names, path)
        if text is None:
            raise ReadError(path, f"has no column text; --column NAME names one of {', '.join(names) or 'none'}")
        return replace(
            self, text=text, id=_named(self.id, _IDS, names, path), date=_named(self.date, _DATES, names, path)
        )


def _named(given: str | None, usual: tuple[str, ...], names: list[str], path: str) -> str | None:
    """Return the column that is given, or the first usual one that is there."""
    if given is not None:
        if given not in names:
            raise ReadError(path, f"has no column {given}; its columns are {', '.join(names) or 'none'}")
        return given
    by_small = {name.lower(): name for name in reversed(names)}
    return next((by_small[name] for name in usual if name in by_small), None)


USUAL_COLUMNS = Columns()
"""Those that most collections have."""


def columns_of(options: argparse.Namespace) -> Columns:
    """Return the columns that the options of the command line name."""
    named = dict(options.column or ())
    return Columns(named.get("text"), named.get("id"), named.get("date"), options.table, options.urls)
