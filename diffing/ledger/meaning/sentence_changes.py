"""Read the changes of words that stand inside one sentence on each side.

left   Rents |rose| by 3% in May.      right   Rents |fell| by 3% in May.      one change; 4 of 5 words are kept

A change over the end of a sentence is no change of a word, and is left out.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.moved_spans import moved_gaps, overlap
from diffing.model import Op, Pair, Place, Row
from diffing.text.reading import ReadText


class SentenceChange(NamedTuple):
    """A change inside a sentence of each side.

    `places` are the changed words, empty for words that are gone or new. `sentences` are the sentences around them.
    `kept` is the share of the characters of each sentence that the other side has in its place, 0..1.
    """

    places: Pair[Place]
    sentences: Pair[Place]
    kept: Pair[float]

    def swapped(self) -> "SentenceChange":
        """Return the change with the sides exchanged."""
        return SentenceChange(self.places.swapped(), self.sentences.swapped(), self.kept.swapped())


class _Side:
    """The text of one side of a row: its sentences, the kept characters in each, and the start of each paragraph."""

    def __init__(self, row: Row, indices: Sequence[int], read: ReadText, *, is_left: bool) -> None:
        self._row = row
        self._is_left = is_left
        self.text = read.text
        self.sentences = read.sentences
        self._starts = [start for start, _ in self.sentences]
        lines = self.text.split("\n") if len(indices) > 1 else [self.text]
        offsets = accumulate((len(line) + 1 for line in lines), initial=0)
        self._offsets, self._indices = list(offsets), indices

    @cached_property
    def _kept(self) -> Sequence[int]:
        """The number of characters of each sentence that the other side has in its place."""
        starts, kept = self._starts, [0] * len(self.sentences)
        at = 0
        for span in self._row.spans:
            end = at + len(span.left if self._is_left else span.right)
            if span.op is Op.EQUAL and at < end:
                for number in range(bisect_right(starts, at) - 1, bisect_right(starts, end - 1)):
                    start, stop = self.sentences[number]
                    kept[number] += len(self.text[max(start, at) : min(stop, end)].rstrip())
            at = end
        return kept

    def sentence(self, start: int, end: int) -> int | None:
        """Return the index of the sentence that has the characters `start`..`end`, None for more than one sentence."""
        at = bisect_right(self._starts, start) - 1
        if start == end == self.sentences[at][0] and at:
            # What is put in at the end of a sentence belongs to that sentence.
            at -= not self.text[self.sentences[at - 1][0] : start].endswith((" ", "\n"))
        return at if end <= self.sentences[at][1] else None

    def place(self, start: int, end: int) -> Place:
        """Return the characters `start`..`end` of the row as a place."""
        at = bisect_right(self._offsets, start, hi=len(self._indices)) - 1
        offset = self._offsets[at]
        return Place(self._indices[at], start - offset, end - offset)

    def share(self, at: int) -> float:
        """Return the share of a sentence that is kept."""
        start, end = self.sentences[at]
        return self._kept[at] / max(1, len(self.text[start:end].rstrip()))


def sentence_changes(context: LedgerContext) -> tuple[SentenceChange, ...]:
    """Return the changes of the rows whose words differ, in order; several subjects go through them."""
    return context.once(_all_changes)


def _all_changes(context: LedgerContext) -> tuple[SentenceChange, ...]:
    rows = context.correspondence.rows.left
    seen = sorted({rows[index] for index in context.correspondence.reworded.left})
    changed = (context.comparison.rows[at] for at in seen)
    return tuple(change for row in changed if not row.furniture for change in _of_row(row, context))


def _of_row(row: Row, context: LedgerContext) -> Iterator[SentenceChange]:
    left = _Side(row, row.left, context.read.left.joined(row.left), is_left=True)
    right = _Side(row, row.right, context.read.right.joined(row.right), is_left=False)
    for own, other in _changes(row, left.text, right.text):
        at, there = left.sentence(*own), right.sentence(*other)
        if at is not None and there is not None:
            yield SentenceChange(
                Pair(left.place(*own), right.place(*other)),
                Pair(left.place(*left.sentences[at]), right.place(*right.sentences[there])),
                Pair(left.share(at), right.share(there)),
            )


def _changes(row: Row, left: str, right: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield the ranges of each change on both sides, without white space at their ends.

    A deletion and an insertion that answer each other inside a passage that moved are one change.
    """
    cuts = Pair(
        [0, *accumulate(len(span.left) for span in row.spans)], [0, *accumulate(len(span.right) for span in row.spans)]
    )
    gaps = moved_gaps(row.spans)
    for own in _changed_spans(row):
        if any(overlap(gap.right, own) for gap in gaps):
            continue
        other = next((gap.right for gap in gaps if overlap(gap.left, own)), own)
        yield (
            _trimmed(left, cuts.left[own.start], cuts.left[own.stop]),
            _trimmed(right, cuts.right[other.start], cuts.right[other.stop]),
        )


def _changed_spans(row: Row) -> Iterator[range]:
    """Yield the spans of each change. White space does not separate changes."""
    start: int | None = None
    stop = 0
    for at, span in enumerate(row.spans):
        if span.op is not Op.EQUAL:
            start, stop = at if start is None else start, at + 1
        elif start is not None and (span.left.strip() or span.right.strip()):
            yield range(start, stop)
            start = None
    if start is not None:
        yield range(start, stop)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    own = text[start:end]
    bare = own.strip()
    if not bare:
        return start, start
    first = start + own.index(bare)
    return first, first + len(bare)
