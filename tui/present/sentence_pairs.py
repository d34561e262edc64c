"""The sentences of a paragraph and of its translation, as they stand for each other.

It spans. It fell.  /  Se cayó.    ->    sentences 1-2 → 1
"""

from collections.abc import Iterator
from typing import NamedTuple

from diffing.model import Kind, Op, Pair, Row

from ..text.wrapping import Stretch
from .labels import numbers


class SentencePair(NamedTuple):
    """Sentences that stand for each other, or a sentence that only one side has; that of the other side is empty.

    `left` and `right` are stretches of the texts of a row, without the white space behind.
    """

    left: Stretch
    right: Stretch
    op: Op


def sentence_pairs(row: Row) -> tuple[SentencePair, ...]:
    """Return the sentences of a row of two languages, in order; none of any other row."""
    return tuple(_pairs(row)) if row.kind is Kind.TRANSLATED else ()


def _pairs(row: Row) -> Iterator[SentencePair]:
    left = right = 0
    for span in row.spans:
        yield SentencePair(_trimmed(left, span.left), _trimmed(right, span.right), span.op)
        left, right = left + len(span.left), right + len(span.right)


def _trimmed(start: int, text: str) -> Stretch:
    return start + len(text) - len(text.lstrip()), start + max(len(text.rstrip()), len(text) - len(text.lstrip()))


def sentence_at(row: Row, side: int, offset: int) -> int | None:
    """Return which of the sentences a character of the left (0) or right (1) text is in; None if there is none."""
    start = 0
    for at, span in enumerate(row.spans if row.kind is Kind.TRANSLATED else ()):
        start += len((span.left, span.right)[side])
        if offset < start:
            return at
    return None


def sentence_place(row: Row, at: int) -> str:
    """Return the sentences of a pair as a reader counts: 'sentence 2', 'sentences 2-3 → 2'; nothing of a row of one."""
    left, right = _numbered(row, at)
    if len(row.spans) == 1 and max(len(left), len(right)) < 2:
        return ""
    return f"sentence{'s' if len(left or right) > 1 else ''} {sentence_numbers(row, at)}"


def sentence_numbers(row: Row, at: int) -> str:
    """Return the numbers of the sentences of a pair: '2', '2-3 → 2'."""
    left, right = _numbered(row, at)
    return numbers(left or right) if left == right or not (left and right) else f"{numbers(left)} → {numbers(right)}"


def _numbered(row: Row, at: int) -> Pair[tuple[int, ...]]:
    """Return the numbers (0-based) of the sentences of a pair on both sides."""

    def own(texts: list[str]) -> tuple[int, ...]:
        first = sum(map(_count, texts[:at]))
        return tuple(range(first, first + _count(texts[at])))

    return Pair(own([span.left for span in row.spans]), own([span.right for span in row.spans]))


def _count(text: str) -> int:
    from diffing.text.sentences import sentences  # only a translation needs it

    return len(sentences(text)) if text.strip() else 0
