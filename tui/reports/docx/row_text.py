"""The text of a row, or of a paragraph, as tokens.

row   killed [12|14] people.   ->   Text("killed ", KEPT)  Text("12", DELETED)  Text("14", INSERTED)  ...

Of a row that moved, what was kept was moved here, and words that it lost were moved here and deleted.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from diffing.model import Article, Comparison, Op, Pair, Row, Span
from diffing.patterns import lazy_pattern
from diffing.text.sequences import common_order

from .tokens import End, Fate, LineBreak, RangeMark, Spot, Text, Token

_PIECE = lazy_pattern(r"\w+|\W")


class MovedSpan(NamedTuple):
    """A span that belongs to a moved sentence, by its number, and whether the sentence begins or ends with it."""

    move: int
    begins: bool
    ends: bool


class _Cursor:
    """A place that goes through paragraphs of an article, and meets the beginnings of their lines."""

    def __init__(self, article: Article, indices: Sequence[int]) -> None:
        self._article = article
        self._indices = iter(indices)
        self.pass_end()

    def pass_end(self) -> None:
        """Go on to the next paragraph, if there is one."""
        self._paragraph = next(self._indices, -1)
        self._offset = 0
        breaks = () if self._paragraph < 0 else self._article.paragraphs[self._paragraph].breaks
        self._breaks = list(reversed(breaks))

    def pass_over(self, count: int) -> None:
        """Go on by some characters, up to the next line at most."""
        self._offset += count

    @property
    def spot(self) -> Spot:
        """The place."""
        return Spot(self._paragraph, self._offset)

    @property
    def begins_line(self) -> bool:
        """True if a line begins here whose break is still to come."""
        return bool(self._breaks) and self._breaks[-1] == self._offset

    def pass_break(self) -> None:
        """Count the break here as written."""
        self._breaks.pop()

    def up_to_line(self, count: int) -> int:
        """Return how many of the next characters there are up to the next line."""
        return min(count, self._breaks[-1] - self._offset) if self._breaks else count


def paragraph_tokens(article: Article, paragraph: int, fate: Fate) -> Iterator[Token]:
    """Yield the tokens of a paragraph as a whole, without its end."""
    cursor = _Cursor(article, (paragraph,))
    return _one_sided(article.paragraphs[paragraph].text, fate, cursor)


def row_tokens(comparison: Comparison, row: Row, moves: Mapping[int, MovedSpan]) -> Iterator[Token]:
    """Yield the tokens of a row in its place, without the end of its last paragraph.

    `moves` are the spans of moved sentences, by index.
    """
    left, right = _Cursor(comparison.left, row.left), _Cursor(comparison.right, row.right)
    for at, span in enumerate(row.spans):
        moved = moves.get(at)
        if moved is None:
            yield from _of_span(span, left, right)
            continue
        is_away = bool(span.left)
        if moved.begins:
            yield RangeMark(moved.move, is_away, True)
        if is_away:
            yield from _one_sided(span.left, Fate.MOVED_AWAY, left)
        else:
            yield from _one_sided(span.right, Fate.MOVED_HERE, right)
        if moved.ends:
            yield RangeMark(moved.move, is_away, False)


def column_tokens(comparison: Comparison, row: Row) -> Pair[Iterator[Token]]:
    """Return the tokens of a row of two languages, whose sides stand beside each other."""
    is_pair = bool(row.left and row.right)
    left, right = _Cursor(comparison.left, row.left), _Cursor(comparison.right, row.right)
    return Pair(
        chain.from_iterable(
            _one_sided(span.left, Fate.ONLY_LEFT if is_pair and span.differs else Fate.ON_LEFT, left)
            for span in row.spans
        ),
        chain.from_iterable(
            _one_sided(span.right, Fate.ONLY_RIGHT if is_pair and span.differs else Fate.ON_RIGHT, right)
            for span in row.spans
        ),
    )


def moved_row_tokens(comparison: Comparison, row: Row) -> Iterator[Token]:
    """Yield the tokens of a row at its place in the right article, to which it moved."""
    left, right = _Cursor(comparison.left, row.left), _Cursor(comparison.right, row.right)
    for token in chain.from_iterable(_of_span(span, left, right) for span in row.spans):
        if isinstance(token, Text):
            yield _moved(token)
        elif token.fate is Fate.KEPT:
            yield token._replace(fate=Fate.MOVED_HERE)
        elif token.fate is Fate.INSERTED:
            yield token
        elif isinstance(token, End):
            yield Text(" ", Fate.DELETED_HERE)  # two paragraphs that are one here


def _moved(token: Text) -> Text:
    if token.fate is Fate.KEPT:
        return Text(token.text, Fate.MOVED_HERE, None, token.right)
    return Text(token.text, Fate.DELETED_HERE) if token.fate is Fate.DELETED else token


def _of_span(span: Span, left: _Cursor, right: _Cursor) -> Iterator[Text | LineBreak | End]:
    if span.op is not Op.EQUAL or span.move is not None:
        yield from _replaced(span.left, span.right, left, right)
        return
    for own, other in _set_alike(span.left, span.right):
        yield from _kept(own, left, right) if own == other else _replaced(own, other, left, right)


def _replaced(own: str, other: str, left: _Cursor, right: _Cursor) -> Iterator[Text | LineBreak | End]:
    if left.begins_line and right.begins_line:
        yield _common_line(left, right)
    yield from _one_sided(own, Fate.DELETED, left)
    yield from _one_sided(other, Fate.INSERTED, right)


def _common_line(left: _Cursor, right: _Cursor) -> LineBreak:
    left.pass_break()
    right.pass_break()
    return LineBreak(Fate.KEPT)


def _kept(text: str, left: _Cursor, right: _Cursor) -> Iterator[Text | LineBreak | End]:
    """Yield a text that both sides have, and the lines that begin in it on one side or on both."""
    for number, rest in enumerate(text.split("\n")):
        if number:
            yield End(Fate.KEPT)
            left.pass_end()
            right.pass_end()
        while rest:
            if left.begins_line and right.begins_line:
                yield _common_line(left, right)
            for cursor, fate in ((left, Fate.DELETED), (right, Fate.INSERTED)):
                if cursor.begins_line:
                    cursor.pass_break()
                    yield LineBreak(fate)
            count = left.up_to_line(right.up_to_line(len(rest)))
            yield Text(rest[:count], Fate.KEPT, left.spot, right.spot)
            left.pass_over(count)
            right.pass_over(count)
            rest = rest[count:]


def _one_sided(text: str, fate: Fate, cursor: _Cursor) -> Iterator[Text | LineBreak | End]:
    """Yield a text that one side has at this place."""
    for number, rest in enumerate(text.split("\n")):
        if number:
            yield End(fate)
            cursor.pass_end()
        while rest:
            if cursor.begins_line:
                cursor.pass_break()
                yield LineBreak(fate)
            count = cursor.up_to_line(len(rest))
            spot = cursor.spot
            yield Text(rest[:count], fate, spot if fate.is_left else None, spot if fate.is_right else None)
            cursor.pass_over(count)
            rest = rest[count:]


def _set_alike(left: str, right: str) -> Iterator[tuple[str, str]]:
    """Yield two equal texts in parts that are set alike, and others.

    “Yes,” he said   "Yes," he said   ->   “ "   Yes, Yes,   ” "   ' he said' ' he said'
    """
    if left == right:
        yield left, right
        return
    lefts, rights = _PIECE.findall(left), _PIECE.findall(right)
    signs = {piece: chr(at) for at, piece in enumerate(dict.fromkeys(chain(lefts, rights)))}
    orders = ("".join(signs[piece] for piece in pieces) for pieces in (lefts, rights))
    start = i = j = 0
    for a, b in chain(common_order(*orders), ((len(lefts), len(rights)),)):
        if (a, b) != (i, j):
            if start < i:
                yield ("".join(lefts[start:i]),) * 2
            yield "".join(lefts[i:a]), "".join(rights[j:b])
            start = a
        i, j = a + 1, b + 1
    if start < len(lefts):
        yield ("".join(lefts[start:]),) * 2
