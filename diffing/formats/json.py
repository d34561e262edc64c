r"""Write a comparison as newsdiff's JSON, version 2, or 3 for a translation. docs/json.md describes every field.

The document is plain text that any terminal can show: characters that could steer one (escape, other controls,
direction marks) are written as \u escapes, which every JSON reader turns back.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from diffing.formats.articles import article_pieces
from diffing.formats.details import detail_document
from diffing.ledger.core.model import Change, Entry, Ledger
from diffing.ledger.core.ranking import weight
from diffing.ledger.core.row_numbers import row_numbers
from diffing.ledger.core.row_weights import row_weights
from diffing.measures.metadata import MetadataChange, metadata_changes
from diffing.measures.moved_blocks import MovedBlock, moved_blocks
from diffing.measures.ruled import RuleCount, hidden_by_rules
from diffing.measures.totals import total_hidden, total_words
from diffing.model import (
    NOTHING_HIDDEN,
    Article,
    Comparison,
    Evidence,
    Hidden,
    Pair,
    Place,
    Row,
    Span,
    WordCounts,
)
from diffing.patterns import lazy_pattern

if TYPE_CHECKING:
    from diffing.review.reviewed import Reviewed

VERSION = 2
TRANSLATION_VERSION = 3
"""The version of a translation, whose rows and spans have values that version 2 lacks."""

# json escapes C0 itself. Left: DEL and C1, every format character (invisible, direction-changing, or a sign that
# encloses what follows), line separators, surrogates and tags.
_STEERING = lazy_pattern(
    "[\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff0-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)


def to_json(comparison: Comparison, ledger: Ledger | None = None, reviewed: "Reviewed | None" = None) -> str:
    """Return the comparison, its ledger if there is one, and what a reader says of both, as one JSON document.

    A row takes a line, and so does an entry of the ledger. There is no final line feed.
    """
    return "".join(json_pieces(comparison, ledger, reviewed))


def json_pieces(
    comparison: Comparison, ledger: Ledger | None = None, reviewed: "Reviewed | None" = None
) -> Iterator[str]:
    """Return the same document in pieces of at most a row or a paragraph: the document of a book has 50 megabytes."""
    return _document(comparison, ledger, LINE_A_ROW, reviewed)


def to_json_line(
    comparison: Comparison,
    names: Pair[str],
    ledger: Ledger | None = None,
    relation: str | None = None,
    reviewed: "Reviewed | None" = None,
) -> str:
    """Return the same document on one line, for many pairs; its first field is `pair`, the names of its files.

    `relation` is what the articles have to do with each other, the second field if it is given.
    """
    document = "".join(_document(comparison, ledger, _ONE_LINE, reviewed))
    related = "" if relation is None else f'"relation": {dump(relation)}, '
    return f'{{"pair": {_names(names)}, {related}{document[1:]}'


def error_json_line(names: Pair[str | None], reason: str) -> str:
    """Return the line of a pair that cannot be compared. A name is None where the pair has no such file."""
    return f'{{"pair": {_names(names)}, "error": {dump(reason)}}}'


class Layout(NamedTuple):
    """Separators of a document: between its fields, and before, between and after the items of an array."""

    field: str
    before_items: str
    item: str
    after_items: str


LINE_A_ROW = Layout(",\n ", "\n  ", ",\n  ", "\n ")
_ONE_LINE = Layout(", ", "", ", ", "")


def _document(
    comparison: Comparison, ledger: Ledger | None, layout: Layout, reviewed: "Reviewed | None" = None
) -> Iterator[str]:
    facts: dict[str, Any] = {
        "identical": comparison.is_identical,
        "bounded": comparison.bounded,
        "survival": _pair(total_words(comparison), _shares),
    }
    facts |= translated_facts(comparison)
    if any(row.hidden != NOTHING_HIDDEN for row in comparison.rows):
        hidden = total_hidden(comparison)
        facts["hidden"] = {"left": hidden.left, "right": hidden.right}
    version = VERSION if comparison.languages is None else TRANSLATION_VERSION
    yield dump({"version": version, **facts})[:-1]
    for name, article in (("left", comparison.left), ("right", comparison.right)):
        yield f'{layout.field}"{name}": '
        yield from article_pieces(article, dump)
    if changes := metadata_changes(comparison):
        yield f'{layout.field}"metadata_changes": '
        yield from array_pieces(map(_metadata_change, changes), layout)
    if ledger is not None:
        yield f'{layout.field}"ledger": '
        yield from ledger_pieces(ledger, comparison, layout)
    if ruled := hidden_by_rules(comparison):
        yield f'{layout.field}"rules": '
        yield from array_pieces(map(_rule_count, ruled), layout)
    if blocks := moved_blocks(comparison):
        yield f'{layout.field}"moved_blocks": '
        yield from array_pieces(map(_moved_block, blocks), layout)
    if comparison.parted:
        parted = [{"left": left, "right": right} for left, right in comparison.parted]
        yield f'{layout.field}"parted": {dump(parted)}'
    if reviewed:
        from diffing.formats.reviewed_json import reviewed_document  # most results have no review

        yield f'{layout.field}"review": {dump(reviewed_document(reviewed))}'
    yield f'{layout.field}"rows": '
    yield from array_pieces(row_documents(comparison, ledger), layout)
    yield "}"


def translated_facts(comparison: Comparison) -> dict[str, Any]:
    """Return the languages of a translation as plain values; nothing for articles in one language."""
    return {} if comparison.languages is None else {"languages": _languages(comparison.languages)}


def ledger_pieces(ledger: Ledger, comparison: Comparison, layout: Layout) -> Iterator[str]:
    """Yield the JSON of the ledger of a comparison in pieces."""
    yield f'{dump(_coverage(ledger))[:-1]}, "entries": '
    shown, hidden = _entries(ledger, comparison)
    yield from array_pieces(shown, layout)
    if ledger.hidden:
        yield f'{layout.field}"hidden": '
        yield from array_pieces(hidden, layout)
    yield "}"


def array_pieces(items: Iterable[dict[str, Any]], layout: Layout) -> Iterator[str]:
    """Yield the JSON of an array in pieces of an item."""
    between = before = f"[{layout.before_items}"
    for item in items:
        yield between + dump(item)
        between = layout.item
    yield "[]" if between is before else f"{layout.after_items}]"


def _names(names: Pair[str] | Pair[str | None]) -> str:
    return dump({"left": names.left, "right": names.right})


# One encoder for all rows: json.dumps would make one for every row.
_ENCODER = json.JSONEncoder(ensure_ascii=False)


def dump(value: Any) -> str:
    """Return the JSON of a value, where no character steers a terminal."""
    return _STEERING.sub(lambda match: _escape(match[0]), _ENCODER.encode(value))


def _escape(character: str) -> str:
    return json.dumps(character)[1:-1]


def row_documents(comparison: Comparison, ledger: Ledger | None) -> Iterator[dict[str, Any]]:
    """Yield the rows of a comparison as plain values, in their order."""
    if ledger is None:
        yield from map(_row, comparison.rows)
        return
    for row, row_class in zip(comparison.rows, row_weights(comparison, ledger), strict=True):
        yield {"class": row_class, **_row(row)}


def _metadata_change(change: MetadataChange) -> dict[str, Any]:
    return {"name": change.name, "left": change.left, "right": change.right}


def _rule_count(count: RuleCount) -> dict[str, Any]:
    return {"rule": count.rule, "changes": count.changes, "paragraphs": count.paragraphs}


def _moved_block(block: MovedBlock) -> dict[str, Any]:
    return {"rows": block.rows, "left": block.left, "right": block.right, "direction": block.direction}


def _row(row: Row) -> dict[str, Any]:
    document: dict[str, Any] = {
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
    precise = dict(_precise(row))
    if precise:
        document["precise"] = precise
    if row.hidden != NOTHING_HIDDEN:
        document["hidden"] = {
            "left": [_hidden(one) for one in row.hidden.left],
            "right": [_hidden(one) for one in row.hidden.right],
        }
    if row.direction is not None:
        document["direction"] = row.direction
    if row.pinned:
        document["pinned"] = True
    if row.rule:
        document["rule"] = row.rule
    return document


def _precise(row: Row) -> Iterator[tuple[str, float]]:
    """Return the numbers of a row that four decimals do not write in full."""
    numbers = {"similarity": row.similarity}
    if row.evidence:
        numbers |= {"margin": row.evidence.margin, "log_odds": row.evidence.odds}
    return ((name, number) for name, number in numbers.items() if number != _rounded(number))


def _hidden(hidden: Hidden) -> dict[str, Any]:
    return {"what": hidden.what, "name": hidden.name, "word": hidden.word or None, "count": hidden.times}


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
    if span.letters is not None:
        document["letters"] = {"left": span.letters.left, "right": span.letters.right}
    if span.sign:
        document["sign"] = span.sign
    if span.is_lookalike:
        document["lookalike"] = True
    if span.rule:
        document["rule"] = span.rule
    return document


def _pair(pair: Pair[WordCounts], form: Callable[[WordCounts], dict[str, float]]) -> dict[str, dict[str, float]]:
    return {"left": form(pair.left), "right": form(pair.right)}


def _counts(counts: WordCounts) -> dict[str, float]:
    found: dict[str, float] = {
        "kept": counts.kept,
        "moved": counts.moved,
        "changed": counts.changed,
        "alone": counts.alone,
    }
    return found | {"translated": counts.translated} if counts.translated else found


def _shares(counts: WordCounts) -> dict[str, float]:
    found = {
        "verbatim": _rounded(counts.verbatim_share),
        "reworded": _rounded(counts.reworded_share),
        "alone": _rounded(counts.alone_share),
    }
    return found | {"translated": _rounded(counts.translated_share)} if counts.translated else found


def _rounded(number: float) -> float:
    """Return a number with four decimals."""
    return round(number, 4)


def _coverage(ledger: Ledger) -> dict[str, Any]:
    """Return what the ledger looked for, as plain values."""
    return {
        "languages": _languages(ledger.languages),
        "uncovered": ledger.uncovered,
    }


def _languages(languages: Pair[str]) -> dict[str, str | None]:
    return {"left": languages.left or None, "right": languages.right or None}


def _entries(ledger: Ledger, comparison: Comparison) -> tuple[Iterator[dict[str, Any]], Iterator[dict[str, Any]]]:
    """Return the entries of the ledger as plain values, in their order, and those that the reader's rules hide."""
    rows = row_numbers(comparison)
    left, right = partial(_place, comparison.left, rows=rows.left), partial(_place, comparison.right, rows=rows.right)

    def document(entry: Entry) -> dict[str, Any]:
        there = right if entry.change is Change.GONE else left
        return {
            "class": weight(entry),
            "subject": entry.subject,
            "change": entry.change,
            "left": [left(place) for place in entry.left],
            "right": [right(place) for place in entry.right],
            "location": entry.location,
            "detail": entry.detail and detail_document(entry.detail, there),
            "children": [document(child) for child in entry.children],
        }

    hidden = ({"rule": one.rule or None, **document(one.entry)} for one in ledger.hidden)
    return map(document, ledger.entries), hidden


def _place(article: Article, place: Place, rows: dict[int, int]) -> dict[str, Any]:
    return {
        "row": rows[place.paragraph],
        "paragraph": place.paragraph,
        "start": place.start,
        "end": place.end,
        "text": place.words(article),
    }
