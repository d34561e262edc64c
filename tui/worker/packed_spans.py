"""Spans as one process sends them to another, and as a book's are kept: lengths, without texts.

    (Span(Op.EQUAL, "The strike ", "The strike "), Span(Op.REPLACE, "ended", "is over"))
    ->  marshal of ((0, 11, 11), (3, 5, 7))

The texts are cut out of the paragraphs, which are there already. The spans of a book take as much memory as both of its
texts twice over, and a reader looks at few of them: so they are made each time they are asked for, and the last ones
kept.
"""

import marshal
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any, overload

from diffing.model import Comparison, Op, Pair, Span

Spans = tuple[Span, ...]

_OPS = tuple(Op)
_OP_AT = {op: at for at, op in enumerate(_OPS)}
# Letters, sign, likeness and rule of most spans: they are sent without them.
_NO_DETAILS = (None, "", False, "")
# Where the letters of a span are, counted from its fields behind the texts.
_LETTERS_AT = 4
# Rows whose spans are kept: those of several screens.
_ROWS_KEPT = 256


class PackedSpans(Sequence[Span]):
    """The spans of a row, made when they are asked for; equal to the tuple of them."""

    __slots__ = ("_left", "_packed", "_right")

    def __init__(self, packed: bytes, left: str, right: str) -> None:
        """Keep packed spans and the texts that they join to."""
        self._packed = packed
        self._left = left
        self._right = right

    @property
    def packed(self) -> bytes:
        """The spans without their texts."""
        return self._packed

    @property
    def whole(self) -> Spans:
        """The spans themselves."""
        return _lately_made(self._packed, self._left, self._right)

    @overload
    def __getitem__(self, at: int) -> Span: ...
    @overload
    def __getitem__(self, at: slice) -> Spans: ...
    def __getitem__(self, at: int | slice) -> Span | Spans:
        return self.whole[at]

    def __len__(self) -> int:
        return len(self.whole)

    def __iter__(self) -> Iterator[Span]:
        return iter(self.whole)

    def __eq__(self, other: object) -> bool:
        return self is other or self.whole == (other.whole if isinstance(other, PackedSpans) else other)

    def __hash__(self) -> int:
        return hash(self.whole)

    def __repr__(self) -> str:
        return repr(self.whole)


def packed_spans(spans: Sequence[Span]) -> bytes:
    """Return spans without their texts."""
    return spans.packed if isinstance(spans, PackedSpans) else marshal.dumps(tuple(map(_packed_span, spans)))


def with_made_spans(comparison: Comparison) -> Comparison:
    """Return a comparison with all spans made, for who goes through all rows many times."""
    return replace(comparison, rows=tuple(replace(row, spans=tuple(row.spans)) for row in comparison.rows))


def made_spans(packed: bytes, left: str, right: str) -> Spans:
    """Return the packed spans, which join to these texts."""
    spans = []
    left_end = right_end = 0
    for op, left_length, right_length, *more in marshal.loads(packed):
        left_start, right_start = left_end, right_end
        left_end, right_end = left_start + left_length, right_start + right_length
        on_left, on_right = left[left_start:left_end], right[right_start:right_end]
        if len(more) > _LETTERS_AT:
            more[_LETTERS_AT] = more[_LETTERS_AT] and Pair(*more[_LETTERS_AT])
        spans.append(Span(_OPS[op], on_left, on_left if on_right == on_left else on_right, *more))
    return tuple(spans)


_lately_made = lru_cache(_ROWS_KEPT)(made_spans)


def _packed_span(span: Span) -> tuple[Any, ...]:
    plain = _OP_AT[span.op], len(span.left), len(span.right)
    details = span.letters and tuple(span.letters), span.sign, span.is_lookalike, span.rule
    if details != _NO_DETAILS:
        return *plain, span.typographic, span.move, span.move_row, span.bounded, *details
    if span.typographic or span.bounded or span.move is not None:
        return *plain, span.typographic, span.move, span.move_row, span.bounded
    return plain
