"""Values on their way from one process to another: frames of plain tuples, in marshal's form.

    Row(Kind.EDITED, (3,), (4,), ..., (Span(Op.EQUAL, "The strike ", "The strike "), ...))
    ->  (2, (3,), (4,), ..., marshal of ((0, 11, 11), ...))

What arrives equals what was sent. Spans go without their texts (see packed_spans.py).

Plain tuples, because pickling frozen values and back takes three times as long; marshal, because both processes are
the same Python with the same newsdiff. It believes what it reads, so it is for one's own processes only.
"""

import marshal
import pickle
from dataclasses import replace
from functools import lru_cache
from sys import intern
from typing import IO, Any

from diffing.ledger.core.model import Ledger
from diffing.model import (
    NO_WORDS,
    NOTHING_HIDDEN,
    Article,
    Direction,
    Evidence,
    Hidden,
    Kind,
    MetadataField,
    Pair,
    Paragraph,
    Place,
    Reading,
    ReadingNote,
    Revision,
    Role,
    Row,
    What,
    WordCounts,
)
from diffing.rules.rule import Rule, Rules
from diffing.sources.plain import Source, SourceText

from .packed_spans import PackedSpans, made_spans, packed_spans

Packed = tuple[Any, ...]
"""A value in plain tuples, numbers, texts and None."""

# Messages of the process that compares, by their first element: its articles; progress; rows with their places and
# whether they are pending; a complete stage; the ledger of the last stage, or why there is none; all was sent; a
# failure, with its reason. GONE is the client's own message: the process has ended.
ARTICLES, PROGRESS, ROWS, STAGE, LEDGER, FINISHED, FAILED, GONE = range(8)

# Bytes that say how long a frame is.
_LENGTH_BYTES = 8
# Counts of words that are kept to be used again: those of nearly all rows of a book.
_MOST_COUNTS = 4096
_KINDS, _WHATS = tuple(Kind), tuple(What)
_KIND_AT = {kind: at for at, kind in enumerate(_KINDS)}
_ROLE_OF = {role.value: role for role in Role}
_WHAT_AT = {what: at for at, what in enumerate(_WHATS)}


def send(stream: IO[bytes], message: Packed) -> None:
    """Send one message."""
    frame = marshal.dumps(message)
    stream.write(len(frame).to_bytes(_LENGTH_BYTES, "little"))
    stream.write(frame)
    stream.flush()


def received(stream: IO[bytes]) -> Packed | None:
    """Wait for the next message and return it; None where the other process has ended, also within a message."""
    length = stream.read(_LENGTH_BYTES)
    if len(length) < _LENGTH_BYTES:
        return None
    expected = int.from_bytes(length, "little")
    frame = stream.read(expected)
    if len(frame) < expected:
        return None
    message: Packed = marshal.loads(frame)
    return message


def packed_ledger(ledger: Ledger) -> bytes:
    """Return a ledger as bytes: its values are of many types and few, so that pickle is fast enough."""
    return pickle.dumps(ledger)


def ledger_of(packed: bytes) -> Ledger:
    """Return the ledger that was packed."""
    ledger: Ledger = pickle.loads(packed)
    return ledger


def packed_rules(rules: Rules) -> Packed:
    """Return the reader's rules as plain tuples."""
    return (
        tuple((rule.pattern, rule.outlet) for rule in rules.furniture),
        tuple((rule.pattern, rule.outlet) for rule in rules.changes),
        rules.without,
    )


def rules_of(packed: Packed) -> Rules:
    """Return the rules that were packed. Raises RuleError."""
    furniture, changes, without = packed
    return Rules(tuple(Rule(*rule) for rule in furniture), tuple(Rule(*rule) for rule in changes), without)


def packed_source(source: Source) -> Packed:
    """Return a text, or an article with its paragraphs, as plain tuples."""
    if isinstance(source, SourceText):
        return source.source, source.encoding, source.text, source.language
    paragraphs = tuple((each.text, each.start, each.end, each.breaks, each.role.value) for each in source.paragraphs)
    notes = tuple((note.what.value, note.count) for note in source.notes)
    revisions = tuple((tuple(each.place), each.author, each.date) for each in source.revisions)
    metadata = tuple(map(tuple, source.metadata))
    return source.source, source.encoding, paragraphs, metadata, source.format, notes, revisions, source.language


def source_of(packed: Packed) -> Source:
    """Return the text or the article that was packed."""
    name, encoding, content = packed[:3]
    return SourceText(name, content, encoding, *packed[3:]) if isinstance(content, str) else article_of(packed)


def article_of(packed: Packed) -> Article:
    """Return the article that was packed."""
    name, encoding, paragraphs, metadata, format_name, notes, revisions, language = packed
    return Article(
        name,
        tuple(Paragraph(text, start, end, breaks, _ROLE_OF[role]) for text, start, end, breaks, role in paragraphs),
        encoding,
        tuple(MetadataField(*field) for field in metadata),
        format_name,
        tuple(ReadingNote(Reading(what), count) for what, count in notes),
        tuple(Revision(Place(*place), author, date) for place, author, date in revisions),
        language,
    )


def packed_row(row: Row) -> Packed:
    """Return a row without its texts, as plain tuples."""
    return (
        _KIND_AT[row.kind],
        row.left,
        row.right,
        row.moved,
        row.similarity,
        packed_spans(row.spans),
        row.evidence and _packed_evidence(row.evidence),
        row.furniture,
        None if row.words == NO_WORDS else tuple(map(_packed_counts, row.words)),
        None if row.hidden == NOTHING_HIDDEN else tuple(map(_packed_hidden, row.hidden)),
        row.direction and row.direction.value,
        row.pinned,
        row.rule,
    )


def row_of(packed: Packed, articles: Pair[Article], is_of_book: bool = False) -> Row:
    """Return the row of these articles that was packed; the spans of a book stay packed."""
    make_spans = PackedSpans if is_of_book else made_spans
    kind, left, right, moved, similarity, spans, evidence, furniture, words, hidden, direction, pinned, rule = packed
    return Row(
        _KINDS[kind],
        left,
        right,
        moved,
        similarity,
        make_spans(spans, articles.left.text(left), articles.right.text(right)),
        evidence and _evidence_of(evidence),
        furniture,
        NO_WORDS if words is None else _counts_of(words),
        NOTHING_HIDDEN if hidden is None else Pair(*map(_hidden_of, hidden)),
        None if direction is None else Direction(direction),
        pinned,
        rule,
    )


def packed_words(row: Row) -> Packed:
    """Return what the comparison of words adds to a row, as plain tuples."""
    return _KIND_AT[row.kind], packed_spans(row.spans), tuple(map(_packed_counts, row.words))


def with_packed_words(row: Row, packed: Packed, articles: Pair[Article]) -> Row:
    """Return a pending row of a book with what the comparison of words adds to it; the spans stay packed."""
    kind, spans, words = packed
    texts = articles.left.text(row.left), articles.right.text(row.right)
    return replace(row, kind=_KINDS[kind], spans=PackedSpans(spans, *texts), words=_counts_of(words))


def _packed_evidence(evidence: Evidence) -> Packed:
    return (
        evidence.odds,
        evidence.margin,
        evidence.rival and tuple(evidence.rival),
        evidence.shared,
        evidence.uncertain,
    )


def _evidence_of(packed: Packed) -> Evidence:
    odds, margin, rival, shared, uncertain = packed
    # The same words speak for many rows.
    return Evidence(odds, margin, rival and Pair(*rival), tuple(map(intern, shared)), uncertain)


def _packed_counts(counts: WordCounts) -> Packed:
    return counts.kept, counts.moved, counts.changed, counts.alone, counts.translated


@lru_cache(_MOST_COUNTS)
def _counts_of(packed: Packed) -> Pair[WordCounts]:
    """Return the counts that were packed: the same value for the same counts."""
    left, right = packed
    return Pair(WordCounts(*left), WordCounts(*right))


def _packed_hidden(side: tuple[Hidden, ...]) -> Packed:
    return tuple((_WHAT_AT[each.what], each.name, each.word, each.times) for each in side)


def _hidden_of(packed: Packed) -> tuple[Hidden, ...]:
    return tuple(Hidden(_WHATS[what], name, word, times) for what, name, word, times in packed)
