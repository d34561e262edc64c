r"""A comparison as newsdiff's JSON, version 1. docs/json.md describes every field.

The document is plain text that any terminal can show: characters that could steer one (escape, other controls,
direction marks) are written as \u escapes, which every JSON reader turns back.
"""

import json
import re
from typing import Any

from diffing.model import Article, Comparison, Evidence, Row, Span

VERSION = 1

# json escapes C0 itself. Left: DEL and C1, invisible and direction-changing characters, line separators, surrogates,
# interlinear marks and tags.
_STEERING = re.compile(
    "[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)


def to_json(comparison: Comparison) -> str:
    """The comparison as one JSON document, one row a line, without a final line feed."""
    rows = ",\n  ".join(_dump(_row(row)) for row in comparison.rows)
    left = _dump(_article(comparison.left))
    right = _dump(_article(comparison.right))
    rows_block = f"[\n  {rows}\n ]" if rows else "[]"
    return f'{{"version": {VERSION},\n "left": {left},\n "right": {right},\n "rows": {rows_block}}}'


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
    return {"op": span.op, "left": span.left, "right": span.right}


def _rounded(number: float) -> float:
    """Four decimals: more would only show how a machine rounds."""
    return round(number, 4)
