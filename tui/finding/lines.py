"""The pairs that --find found, as text, JSON, CSV, or the list that --pairs takes.

rewrite        .87  agency/1.txt -> daily/9.txt  81 % kept on the left, 96 % on the right; left is the source: earlier
{"left": "agency/1.txt", "right": "daily/9.txt", "relation": "rewrite", "score": 0.87, ...}
agency/1.txt,daily/9.txt,rewrite,0.87,...
agency/1.txt<TAB>daily/9.txt
"""

import csv
import io
import json
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from diffing.finding.origin import LikelySource, Side
from diffing.finding.relation import Related, Relation
from diffing.model import Pair

from ..text.sanitize import visible
from ..text.spreadsheet import cell

_COLUMNS = (
    "left",
    "right",
    "relation",
    "score",
    "words",
    "facts",
    "left_kept",
    "right_kept",
    "left_paired",
    "right_paired",
    "left_passages",
    "right_passages",
    "earlier",
    "fuller",
    "source",
)
# Cells for the longest relation.
_WIDTH = 14


class FoundNames(NamedTuple):
    """A pair that was found: the names of its articles, what relates them, and which is the source."""

    names: Pair[str]
    related: Related
    origin: LikelySource

    def with_source_left(self) -> "FoundNames":
        """Return the pair with the source, or else the earlier article, on the left."""
        if (self.origin.source or self.origin.earlier) is not Side.RIGHT:
            return self
        return FoundNames(self.names.swapped(), self.related.swapped(), self.origin.swapped())


def text_line(found: FoundNames) -> str:
    """Return a line for a person."""
    relation = found.related.relation.replace("_", " ")
    return (
        f"{relation:<{_WIDTH}} {found.related.score:.2f}  {visible(found.names.left)} -> {visible(found.names.right)}  "
        f"{_shares(found.related)}{_source(found.origin)}\n"
    )


def _shares(related: Related) -> str:
    left, right = related.shares
    if related.relation is Relation.TRANSLATION:
        return f"{left.paired:.0%} of the left in paired paragraphs, {right.paired:.0%} of the right"
    return f"{left.kept:.0%} of the left kept, {right.kept:.0%} of the right"


def _source(origin: LikelySource) -> str:
    if origin.earlier is None:
        return ""
    return f"; the {origin.earlier} one is earlier{', the likelier source' if origin.source else ''}"


def json_line(found: FoundNames) -> str:
    """Return a JSON object."""
    return json.dumps(_values(found)) + "\n"


def csv_line(found: FoundNames) -> str:
    """Return a row of a table."""
    values = _values(found)
    text = io.StringIO()
    names = [cell(found.names.left), cell(found.names.right)]
    rest = ["" if values[column] is None else values[column] for column in _COLUMNS[2:]]
    csv.writer(text).writerow([*names, *rest])
    return text.getvalue()


def pair_line(found: FoundNames) -> str:
    """Return a line of the list that --pairs takes."""
    return f"{found.names.left}\t{found.names.right}\n"


def _values(found: FoundNames) -> dict[str, Any]:
    related, origin = found.related, found.origin
    left, right = related.shares
    return {
        "left": found.names.left,
        "right": found.names.right,
        "relation": related.relation,
        "score": related.score,
        "words": round(related.likeness.words, 4),
        "facts": round(related.likeness.facts, 4),
        "left_kept": left.kept,
        "right_kept": right.kept,
        "left_paired": left.paired,
        "right_paired": right.paired,
        "left_passages": left.passages,
        "right_passages": right.passages,
        "earlier": origin.earlier,
        "fuller": origin.fuller,
        "source": origin.source,
    }


class LineFormat(NamedTuple):
    """A format: what stands before all lines, and the line of a pair."""

    head: str
    line: Callable[[FoundNames], str]


LINES: Mapping[str, LineFormat] = {
    "text": LineFormat("", text_line),
    "json": LineFormat("", json_line),
    "csv": LineFormat(",".join(_COLUMNS) + "\r\n", csv_line),
    "pairs": LineFormat("", pair_line),
}
"""Formats by the name of --format."""
