"""A folder of reports: a page for each pair, and an index that lists the pairs with the weightiest changes first.

reports/00001.html     the page of the first pair
reports/index.html     pairs by weight, with counts of their changes
reports/index.csv      the same table for a spreadsheet
"""

import csv
import io
import os
from collections.abc import Iterator, Sequence

from diffing.errors import NewsdiffError
from diffing.ledger.core.model import Ledger
from diffing.model import Comparison, Pair

from ..present.cells import between
from ..present.change_words import change_words
from ..present.groups import Group, in_groups
from ..present.heads import headlines
from ..present.tally import no_change
from ..system.output import write
from ..text.spreadsheet import cell
from .pair_report import IndexRow, PairReport

# Characters of the first change of a pair in the index.
_LONGEST = 160


def index_row(names: Pair[str], comparison: Comparison, ledger: Ledger | None) -> IndexRow:
    """Return the row of a pair."""
    groups = in_groups(ledger) if ledger is not None else {}
    counts = tuple(len(groups.get(group, ())) for group in Group)
    first = remark = ""
    if ledger is not None and ledger.entries:
        words = change_words(ledger.entries[0], comparison)
        sign = "" if words.old and words.new else "− " if words.old else "+ "
        first = sign + " ".join(between(comparison).join(filter(None, (words.old, words.new))).split())
        first = first if len(first) <= _LONGEST else f"{first[:_LONGEST].rsplit(' ', 1)[0]} …"
    elif ledger is not None:
        remark = no_change(ledger, comparison)
    old, new = headlines(comparison)
    return IndexRow(Pair(names.left, names.right), "", counts, first, comparison.is_identical, new or old, remark)


class ReportFolder:
    """The folder while it is being filled. Raises NewsdiffError where it is not new or empty, unless `force`."""

    def __init__(self, path: str, force: bool) -> None:
        self._path = path
        self._force = force
        self._rows: list[IndexRow] = []
        try:
            os.makedirs(path, exist_ok=True)
            if os.listdir(path) and not force:
                raise NewsdiffError(f"{path}: is not empty; --force writes into it")
        except OSError as error:
            raise NewsdiffError(f"{path}: cannot be written: {error.strerror}") from None

    def add(self, report: PairReport) -> None:
        """Write the page of the next pair."""
        self._rows.append(report.row)
        if report.page is not None:
            self._write(page_name(len(self._rows)), [report.page])

    def finish(self) -> None:
        """Write the index."""
        from ..reports.html.index import index_pieces

        order = sorted(range(len(self._rows)), key=lambda at: _by_weight(self._rows[at]))
        lines = [(page_name(at + 1) if not self._rows[at].error else "", self._rows[at]) for at in order]
        self._write("index.html", (piece.encode("utf-8", "surrogateescape") for piece in index_pieces(lines)))
        self._write("index.csv", [_csv(lines).encode("utf-8", "surrogateescape")])

    def _write(self, name: str, pieces: "Sequence[bytes] | Iterator[bytes]") -> None:
        write(os.path.join(self._path, name), pieces, self._force)


def page_name(number: int) -> str:
    """Return the file name of the page of a pair, by its number in the list."""
    return f"{number:05}.html"


def _by_weight(row: IndexRow) -> tuple[int, ...]:
    """Return the key that puts pairs with more weighty changes first, then those with errors, then the rest."""
    matters = [-count for count, group in zip(row.counts, Group, strict=False) if group.matters]
    return (-1 if row.error else 0 if any(matters) else 1, sum(matters), *matters)


def _csv(lines: Sequence[tuple[str, IndexRow]]) -> str:
    """Return the index as a table of RFC 4180."""
    text = io.StringIO()
    table = csv.writer(text)
    table.writerow(
        ["page", "left", "right", "headline", *(group.value for group in Group), "first change", "identical", "error"]
    )
    for page, row in lines:
        counts = row.counts or ("",) * len(Group)
        table.writerow(
            [
                page,
                *(cell(name or "") for name in row.names),
                cell(row.headline),
                *counts,
                cell(row.first),
                "yes" if row.is_identical else "",
                cell(row.error),
            ]
        )
    return text.getvalue()
