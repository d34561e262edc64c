r"""A comparison as newsdiff's JSON, version 1. docs/json.md describes every field.

The document is plain text that any terminal can show: characters that could steer one (escape, other controls,
direction marks) are written as \u escapes, which every JSON reader turns back.
"""

import json
import re
from collections.abc import Callable
from typing import Any, NamedTuple

from diffing.model import Article, Comparison, Evidence, Op, Pair, Row, Span, WordCounts
from diffing.near_equal import differing_letters, surviving_share
from diffing.survival import total_words
from diffing.units import units_of

VERSION = 1

# json escapes C0 itself. Left: DEL and C1, every format character (invisible, direction-changing, or a sign that
# encloses what follows), line separators, surrogates and tags.
_STEERING = re.compile(
    "[\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff0-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)


def to_json(comparison: Comparison) -> str:
    """The comparison as one JSON document, one row a line, without a final line feed."""
    return _document(comparison, _LINE_A_ROW)


def to_json_line(comparison: Comparison, names: Pair[str]) -> str:
    """The same document on one line, as one of many: before its other fields stands `pair`, the names of its files."""
    return f'{{"pair": {_names(names)}, {_document(comparison, _ONE_LINE)[1:]}'


def error_json_line(names: Pair[str | None], reason: str) -> str:
    """The line of a pair that cannot be compared. A name is None where the pair has no such file."""
    return f'{{"pair": {_names(names)}, "error": {_dump(reason)}}}'


class _Layout(NamedTuple):
    """What stands between the fields of a document, between the rows and the brackets around them."""

    field: str
    before_rows: str
    row: str
    after_rows: str


_LINE_A_ROW = _Layout(",\n ", "\n  ", ",\n  ", "\n ")
_ONE_LINE = _Layout(", ", "", ", ", "")


def _document(comparison: Comparison, layout: _Layout) -> str:
    rows = layout.row.join(_dump(_row(row)) for row in comparison.rows)
    rows_block = f"[{layout.before_rows}{rows}{layout.after_rows}]" if rows else "[]"
    facts = {"bounded": comparison.bounded, "survival": _pair(total_words(comparison), _shares)}
    fields = (
        _dump({"version": VERSION, **facts})[1:-1],
        f'"left": {_dump(_article(comparison.left))}',
        f'"right": {_dump(_article(comparison.right))}',
        f'"rows": {rows_block}',
    )
    return f"{{{layout.field.join(fields)}}}"


def _names(names: Pair[str] | Pair[str | None]) -> str:
    return _dump({"left": names.left, "right": names.right})


def _dump(value: Any) -> str:
    return _STEERING.sub(lambda match: _escape(match[0]), json.dumps(value, ensure_ascii=False))


def _escape(character: str) -> str:
    return json.dumps(character)[1:-1]


def _article(article: Article) -> dict[str, Any]:
    return {
        "source": article.source,
        "encoding": article.encoding,
        "paragraphs": [
            {"text": paragraph.text, "start": paragraph.start, "end": paragraph.end} for paragraph in article.paragraphs
        ],
    }


def _row(row: Row) -> dict[str, Any]:
    return {
        "kind": row.kind,
        "left": row.left,
        "right": row.right,
        "moved": row.moved,
        "similarity": _rounded(row.similarity),
        "furniture": row.furniture,
        "evidence": _evidence(row.evidence) if row.evidence else None,
        "words": _pair(row.words, _counts),
        "typographic": row.typographic,
        "spans": [_span(span) for span in row.spans],
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    rival = evidence.rival
    return {
        "shared": evidence.shared,
        "margin": _rounded(evidence.margin),
        "rival": {"left": rival.left, "right": rival.right} if rival else None,
        "log_odds": _rounded(evidence.odds),
        "uncertain": evidence.uncertain,
    }


def _span(span: Span) -> dict[str, Any]:
    document: dict[str, Any] = {"op": span.op, "left": span.left, "right": span.right}
    if span.typographic:
        document["typographic"] = True
    if span.move is not None:
        document["move"] = span.move
        document["move_row"] = span.move_row
    if span.bounded:
        document["bounded"] = True
    letters = _letters(span)
    if letters is not None:
        document["letters"] = {"left": letters.left, "right": letters.right}
    return document


def _letters(span: Span) -> Pair[tuple[int, int]] | None:
    """Where two nearly equal words that stand against each other differ, as offsets into the texts of the span."""
    if span.op is not Op.REPLACE:
        return None
    left, right = units_of(span.left), units_of(span.right)
    if len(left) != 1 or len(right) != 1 or not surviving_share(left[0].form, right[0].form):
        return None
    differing = differing_letters(span.left[left[0].start : left[0].end], span.right[right[0].start : right[0].end])
    return Pair(
        *((unit.start + start, unit.start + end) for unit, (start, end) in zip((*left, *right), differing, strict=True))
    )


def _pair(pair: Pair[WordCounts], form: Callable[[WordCounts], dict[str, float]]) -> dict[str, dict[str, float]]:
    return {"left": form(pair.left), "right": form(pair.right)}


def _counts(counts: WordCounts) -> dict[str, float]:
    return {"kept": counts.kept, "moved": counts.moved, "changed": counts.changed, "alone": counts.alone}


def _shares(counts: WordCounts) -> dict[str, float]:
    return {
        "verbatim": _rounded(counts.verbatim_share),
        "reworded": _rounded(counts.reworded_share),
        "alone": _rounded(counts.alone_share),
    }


def _rounded(number: float) -> float:
    """Four decimals: more would only show how a machine rounds."""
    return round(number, 4)
