"""All tokens of a comparison, in an order that spells both articles.

    left   A B C D      right   A D B x        A, B in place; D moved up; C omitted, x added

    A ¶   [moved here: D ¶]   B ¶   [deleted: C ¶]   [moved away: D ¶]   [inserted: x ¶]

Rows that follow each other on both sides are in place. Paragraphs of the left article stand before the next of these,
and so do those of the right one; also between the paragraphs of one row.

The last paragraph of a document cannot be deleted, nor inserted. So behind the last row in place, the end of a
paragraph comes before it instead of behind it, as if somebody had deleted from the end of B to the end of C.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from diffing.ledger.core.row_numbers import row_numbers
from diffing.measures.moved_blocks import moved_blocks
from diffing.model import Comparison, Row

from .moves import Moves
from .row_text import moved_row_tokens, paragraph_tokens, row_tokens
from .tokens import End, Fate, RangeMark, Token


def tokens(comparison: Comparison) -> Iterator[Token]:
    """Yield the tokens of both articles; the end of the last paragraph is not among them."""
    return _Order(comparison).tokens()


class _Order:
    """Goes through both articles at once; `_at` are the next paragraphs of both."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._rows = comparison.rows
        self._in_place = list(_in_place(self._rows))
        one_sided = [at for at, row in enumerate(self._rows) if not (row.left and row.right)]
        self._moves = Moves(self._rows, moved_blocks(comparison), [*self._in_place, *one_sided])
        self._row_of = row_numbers(comparison)
        self._left = self._right = 0
        self._has_left = self._has_right = False
        self._is_tail = not self._in_place

    def tokens(self) -> Iterator[Token]:
        """Yield all tokens."""
        for at in self._in_place:
            row = self._rows[at]
            yield from self._up_to(row.left[0], row.right[0])
            yield from self._row(row, at)
            self._has_left = self._has_right = True
            if at == self._in_place[-1]:
                self._is_tail = True
            else:
                yield End(Fate.KEPT)
        yield from self._up_to(len(self._comparison.left.paragraphs), len(self._comparison.right.paragraphs))

    def _row(self, row: Row, at: int) -> Iterator[Token]:
        """Yield a row in place, with the paragraphs that stand between its own ones."""
        lefts, rights = iter(row.left), iter(row.right)
        self._left, self._right = next(lefts) + 1, next(rights) + 1
        for token in row_tokens(self._comparison, row, self._moves.in_row(at)):
            yield token
            if isinstance(token, End):
                left = next(lefts) if token.fate.is_left else self._left
                right = next(rights) if token.fate.is_right else self._right
                yield from self._up_to(left, right)
                self._left += token.fate.is_left
                self._right += token.fate.is_right

    def _up_to(self, left: int, right: int) -> Iterator[Token]:
        """Yield the paragraphs of both sides that are not in place, up to these ones; in the order of the rows."""
        while self._right < right:
            at = self._row_of.right[self._right]
            yield from self._lefts(left, at)
            yield from self._right_paragraphs(at)
        yield from self._lefts(left, len(self._rows))

    def _lefts(self, until: int, before: int) -> Iterator[Token]:
        """Yield left paragraphs up to one of them; those that are omitted only if their row is before another one."""
        while self._left < until:
            at = self._row_of.left[self._left]
            if not self._rows[at].right and at >= before:
                return
            yield from self._left_paragraph(at)

    def _left_paragraph(self, at: int) -> Iterator[Token]:
        """Yield the next left paragraph: omitted, or moved away."""
        row, paragraph = self._rows[at], self._left
        self._left += 1
        fate = Fate.MOVED_AWAY if row.moved else Fate.DELETED
        if row.right:
            whole = paragraph_tokens(self._comparison.left, paragraph, fate)
        else:
            whole = row_tokens(self._comparison, row, self._moves.in_row(at))
        if row.moved:
            yield from self._moved(whole, fate, at, self._moves.block_of[at].left, range(paragraph, paragraph + 1))
        else:
            yield from self._apart(whole, fate)

    def _right_paragraphs(self, at: int) -> Iterator[Token]:
        """Yield the next right paragraph, or all of its row if they follow each other: added, or moved here."""
        row, paragraph = self._rows[at], self._right
        fate = Fate.MOVED_HERE if row.moved else Fate.INSERTED
        count = len(row.right)
        follow = row.right == tuple(range(paragraph, paragraph + count))
        if row.moved and follow:
            whole = moved_row_tokens(self._comparison, row)
        elif not row.left:
            whole = row_tokens(self._comparison, row, self._moves.in_row(at))
        else:
            # Others stand between, or the row crosses another one: its words do not come in one order.
            whole, count = paragraph_tokens(self._comparison.right, paragraph, fate), 1
        self._right += count
        if row.moved:
            yield from self._moved(whole, fate, at, self._moves.block_of[at].right, range(paragraph, self._right))
        else:
            yield from self._apart(whole, fate)

    def _moved(self, whole: Iterator[Token], fate: Fate, at: int, block: Sequence[int], own: range) -> Iterator[Token]:
        """Yield paragraphs of a block that moved, at one of its two places; `block` are all of its paragraphs there."""
        is_away = fate is Fate.MOVED_AWAY
        number = self._moves.number_of[at]
        start = [RangeMark(number, is_away, True)] if block[0] in own else []
        yield from self._apart(chain(start, whole), fate)
        if block[-1] in own:
            yield RangeMark(number, is_away, False)

    def _apart(self, whole: Iterator[Token], fate: Fate) -> Iterator[Token]:
        """Yield paragraphs that only one side has here, with the end of one."""
        if not self._is_tail:
            yield from whole
            yield End(fate)
            return
        if self._has_left if fate.is_left else self._has_right:
            yield End(Fate.DELETED if fate.is_left else Fate.INSERTED)
        self._has_left = self._has_left or fate.is_left
        self._has_right = self._has_right or fate.is_right
        yield from whole


def _in_place(rows: Sequence[Row]) -> Iterator[int]:
    """Yield the rows (0-based) with both sides that did not move and follow each other on both sides."""
    left = right = -1
    for at, row in enumerate(rows):
        if row.left and row.right and not row.moved and row.left[0] > left and row.right[0] > right:
            left, right = row.left[-1], row.right[-1]
            yield at
