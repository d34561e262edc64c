"""Find where words of one version stand in the next one, by the rows and spans of a step.

    left    The storm killed |12| people.        right    At dawn, the storm killed |12| people.

Only words in equal text have a counterpart here, also in a sentence that moved. Words in text that was rewritten are
looked for by what they say: see facts.py.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple, TypeVar

from diffing.ledger.core.row_numbers import row_numbers
from diffing.model import Article, Comparison, Op, Pair, Place, Span

T = TypeVar("T")

# Rows that are kept in memory.
_ROWS_READY = 128


class _Paragraphs(NamedTuple):
    """The paragraphs of a side of a row, rising, with the offsets at which they begin in its text."""

    numbers: tuple[int, ...]
    offsets: list[int]

    def offset(self, paragraph: int) -> int:
        """Return the offset of a paragraph."""
        return self.offsets[bisect_left(self.numbers, paragraph)]

    def place(self, start: int, end: int) -> Place | None:
        """Return the place of the characters `start`..`end` of the row, None if they stand in two paragraphs."""
        at = bisect_right(self.offsets, start) - 1
        if start >= end or (at + 1 < len(self.offsets) and end >= self.offsets[at + 1]):
            return None
        return Place(self.numbers[at], start - self.offsets[at], end - self.offsets[at])


class _Laid(NamedTuple):
    """A row laid out: the offsets at which its spans begin on each side, and its paragraphs."""

    spans: Sequence[Span]
    cuts: Pair[list[int]]
    paragraphs: Pair[_Paragraphs]


class StepPlaces:
    """The places of both versions of a step. `rows` has the row number of each paragraph, for both sides."""

    def __init__(self, comparison: Comparison) -> None:
        """Take the comparison of the step."""
        self.comparison = comparison
        self.rows = row_numbers(comparison)
        self._laid = lru_cache(maxsize=_ROWS_READY)(self._lay)

    def counterpart(self, place: Place, *, is_left: bool) -> Place | None:
        """Return where the words at a place of one side stand on the other side, None if their text is not equal."""
        number = _of(self.rows, is_left)[place.paragraph]
        laid = self._laid(number)
        start = _of(laid.paragraphs, is_left).offset(place.paragraph) + place.start
        end = start + place.end - place.start
        cuts = _of(laid.cuts, is_left)
        first, last = bisect_right(cuts, start) - 1, bisect_left(cuts, end) - 1
        spans = laid.spans[first : last + 1]
        if not spans or any(span.op is not Op.EQUAL for span in spans):
            return None
        if any(span.move is not None for span in spans):
            return (
                self._moved(number, first, start - cuts[first], end - cuts[first], is_left) if first == last else None
            )
        mapped = _mapped(spans, start - cuts[first], end - cuts[last], is_left)
        if mapped is None:
            return None
        there = _of(laid.cuts, not is_left)
        found = _of(laid.paragraphs, not is_left).place(there[first] + mapped[0], there[last] + mapped[1])
        return found and _without_space(found, _of(self.comparison.articles, not is_left))

    def others(self, place: Place, *, is_left: bool) -> tuple[int, ...]:
        """Return the paragraphs of the other side in the row of a place."""
        row = self.comparison.rows[_of(self.rows, is_left)[place.paragraph]]
        return row.right if is_left else row.left

    def _moved(self, number: int, at: int, start: int, end: int, is_left: bool) -> Place | None:
        """Return the place of words of a moved stretch of text."""
        span = self._laid(number).spans[at]
        there = number if span.move_row is None else span.move_row
        laid = self._laid(there)
        for other, one in enumerate(laid.spans):
            is_partner = one.move == span.move and (one.move_row is None) == (span.move_row is None)
            if not is_partner or not (one.right if is_left else one.left):
                continue
            if span.move_row is not None and one.move_row != number:
                continue
            own, mapped = (span.left, one.right) if is_left else (span.right, one.left)
            # The white space beside a moved sentence may stand before it in one place and behind it in the other.
            if len(own.strip()) != len(mapped.strip()):
                return None
            offset = _of(laid.cuts, not is_left)[other] + _indent(mapped) - _indent(own)
            return _of(laid.paragraphs, not is_left).place(offset + start, offset + end)
        return None

    def _lay(self, number: int) -> _Laid:
        row = self.comparison.rows[number]
        return _Laid(
            row.spans,
            Pair(
                [0, *accumulate(len(span.left) for span in row.spans)],
                [0, *accumulate(len(span.right) for span in row.spans)],
            ),
            Pair(_paragraphs(self.comparison.left, row.left), _paragraphs(self.comparison.right, row.right)),
        )


def _of(pair: Pair[T], is_left: bool) -> T:
    """Return the value of a side."""
    return pair.left if is_left else pair.right


def _without_space(place: Place, article: Article) -> Place:
    """Return a place without the white space at its ends, which may be longer on one side of equal text."""
    own = place.words(article)
    return place._replace(start=place.start + _indent(own), end=place.end - len(own) + len(own.rstrip()))


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _mapped(spans: Sequence[Span], start: int, end: int, is_left: bool) -> tuple[int, int] | None:
    """Return the offsets of words in the first and the last of some equal spans on the other side."""
    found = []
    for span, offset in ((spans[0], start), (spans[-1], end)):
        own, other = (span.left, span.right) if is_left else (span.right, span.left)
        if len(own) == len(other):
            found.append(offset)
        elif offset == 0:
            found.append(0)
        elif offset == len(own):
            found.append(len(other))
        elif own[:offset] == other[:offset]:
            found.append(offset)
        elif own[offset:] == other[len(other) - len(own) + offset :]:
            found.append(len(other) - len(own) + offset)
        else:
            return None
    return found[0], found[1]


def _paragraphs(article: Article, numbers: tuple[int, ...]) -> _Paragraphs:
    lengths = (len(article.paragraphs[number].text) + 1 for number in numbers)
    return _Paragraphs(numbers, [*accumulate(lengths, initial=0)][:-1])
