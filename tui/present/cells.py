"""The text of a column of a row, and the role of each stretch of it.

left    severed diplomatic relations in 2019        severed, relations: reworded away
right   broke diplomatic ties in 2019               broke, ties: reworded
redline severed → broke diplomatic relations → ties in 2019
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import Enum
from itertools import accumulate
from typing import NamedTuple

from diffing.model import Comparison, Kind, Op, Pair, Row, Span

from ..text.wrapping import Stretch, width


class Role(Enum):
    """The part that a stretch of text plays for the reader."""

    UNCHANGED = "unchanged"
    HEADLINE = "headline"
    BYLINE = "byline"
    ADDED = "added"
    OMITTED = "omitted"
    REWORDED = "reworded"
    REWORDED_AWAY = "reworded-away"
    REWORDED_STRUCK = "reworded-struck"
    ADDED_PARAGRAPH = "added-paragraph"
    OMITTED_PARAGRAPH = "omitted-paragraph"
    FURNITURE = "furniture"
    MOVED_AWAY = "moved-away"
    MOVED = "moved"
    MOVED_STRUCK = "moved-struck"
    TYPOGRAPHIC = "typographic"
    ORIGINAL = "original"


class Cell(NamedTuple):
    """The text of one column of a row, paragraphs separated by line feeds, and the end of each role.

    `marks` are (end, role) in rising order and reach over the whole text. `breaks` are the offsets, rising, at which
    lines begin that the author set apart.
    """

    text: str
    marks: tuple[tuple[int, Role], ...]
    breaks: tuple[int, ...] = ()

    def runs(self, stretch: Stretch) -> Iterator[tuple[int, int, Role]]:
        """Yield the stretches of one role each, as (start, end, role), in a stretch of the text."""
        start, end = stretch
        for mark_end, role in self.marks[bisect_right(self.marks, start, key=lambda mark: mark[0]) :]:
            if start < min(mark_end, end):
                yield start, min(mark_end, end), role
            start = mark_end
            if start >= end:
                return


NO_BREAKS: Pair[tuple[int, ...]] = Pair((), ())
"""The breaks of texts whose lines were not set apart."""


def left_cell(row: Row, typography: bool = False) -> Cell:
    """Return the left column of a row; with `typography` words set differently and those a rule hides are marked."""
    return _cell((span.left, _role(row, span, _LEFT_ROLES, typography)) for span in row.spans)


def right_cell(row: Row, typography: bool = False) -> Cell:
    """Return the right column of a row."""
    return _cell((span.right, _role(row, span, _RIGHT_ROLES, typography)) for span in row.spans)


def moved_away_cell(row: Row) -> Cell:
    """Return the text at the place of a moved row in the left article."""
    return _cell((span.left, Role.MOVED_AWAY) for span in row.spans)


def redline_cell(row: Row, typography: bool = False, breaks: Pair[tuple[int, ...]] = NO_BREAKS) -> Cell:
    """Return both texts in one: the old words before the new ones in their place.

    `breaks` are those of both texts. Of two languages each sentence has lines of its own, the left one above the right.
    """
    pieces = list(redline(row, BECOMES, typography))
    cell = _cell((piece.text, piece.role) for piece in pieces)
    own = _sentence_breaks(pieces) if row.kind is Kind.TRANSLATED else redline_breaks(pieces, breaks)
    return cell._replace(breaks=own)


def pending_cells(row: Row) -> Pair[Cell]:
    """Return the texts of a pending row, left and right, with no words marked. A redline of it is the right text."""
    return Pair(*(_cell(iter([(text, Role.UNCHANGED)])) for text in (row.spans[0].left, row.spans[0].right)))


_LEFT_ROLES = {
    Op.EQUAL: Role.UNCHANGED,
    Op.INSERT: Role.ADDED,
    Op.DELETE: Role.OMITTED,
    Op.REPLACE: Role.REWORDED_AWAY,
    Op.TRANSLATED: Role.UNCHANGED,
}
_RIGHT_ROLES = _LEFT_ROLES | {Op.REPLACE: Role.REWORDED}
_PARAGRAPH_ROLES = {Kind.ADDED: Role.ADDED_PARAGRAPH, Kind.OMITTED: Role.OMITTED_PARAGRAPH}


def _role(row: Row, span: Span, roles: Mapping[Op, Role], typography: bool) -> Role:
    """Return the role of a span on one side; a paragraph of one side has another role than words of one side."""
    if row.furniture:
        return Role.FURNITURE
    if span.move is not None:
        return Role.MOVED
    if span.typographic or span.rule:
        return Role.TYPOGRAPHIC if typography else Role.UNCHANGED
    return _PARAGRAPH_ROLES.get(row.kind) or roles[span.op]


BECOMES = " → "
"""The sign between old and new words of a redline on the screen."""
DIFFERS_FROM = " ≠ "
"""The same between words of two languages: neither is the older one."""


def between(comparison: Comparison) -> str:
    """Return the sign between the words of both sides of a change."""
    return BECOMES if comparison.languages is None else DIFFERS_FROM


class RedlinePiece(NamedTuple):
    """A piece of a redline, and its side (0 left, 1 right) and start in the text of that side.

    What stands between pieces of the articles, such as the arrow, is of neither: its side is None.
    """

    text: str
    role: Role
    side: int | None = None
    start: int = 0

    def cut(self, left: int, right: int) -> "RedlinePiece":
        """Return the piece without `left` characters at its beginning and `right` at its end."""
        return self._replace(text=self.text[left : len(self.text) - right], start=self.start + left)

    def lstripped(self) -> "RedlinePiece":
        """Return the piece without spaces before it."""
        return self.cut(len(self.text) - len(self.text.lstrip(" ")), 0)

    def stripped(self) -> "RedlinePiece":
        """Return the piece without white space around it."""
        return self.cut(len(self.text) - len(self.text.lstrip()), len(self.text) - len(self.text.rstrip()))


def redline(row: Row, becomes: str, typography: bool = False) -> Iterator[RedlinePiece]:
    """Yield the pieces of the redline, with one space between old words and the words beside them.

    `becomes` stands between old words and the new ones in their place. Of two languages the pieces are sentences.
    """
    if row.kind is Kind.TRANSLATED:
        yield from _by_sentence(row)
        return
    shown = ""
    spaced = False
    before = ""
    for span, left, right in _deletions_first(_with_signs(row.spans)):
        if (span.op in (Op.EQUAL, Op.TRANSLATED) and span.move is None) or (span.rule and not typography):
            pieces = [RedlinePiece(span.right, _role(row, span, _RIGHT_ROLES, typography), 1, right)]
        elif span.op is Op.REPLACE:
            pieces = [
                RedlinePiece(span.left, Role.REWORDED_STRUCK, 0, left).stripped(),
                RedlinePiece(becomes, Role.REWORDED),
                RedlinePiece(span.right, Role.REWORDED, 1, right).lstripped(),
            ]
        elif span.left:
            pieces = [RedlinePiece(span.left, _redline_role(row, span, _LEFT_ROLES), 0, left).stripped()]
        else:
            pieces = [RedlinePiece(span.right, _redline_role(row, span, _RIGHT_ROLES), 1, right)]
        if span.left and span.differs:
            # Line feeds of the left would break the paragraphs of the right.
            pieces[0] = pieces[0]._replace(text=pieces[0].text.replace("\n", " ") if row.right else pieces[0].text)
            spaced = spaced or span.left[:1].isspace() or before.isspace()
        for piece in pieces:
            if not piece.text:
                continue
            if shown[-1:].isspace():
                piece = piece.lstripped()
            elif shown and not piece.text[:1].isspace() and (spaced or _would_run_together(shown, piece.text)):
                yield RedlinePiece(" ", Role.UNCHANGED)
            spaced = False
            yield piece
            shown = piece.text or shown
        if span.left:
            before = span.left[-1:]
            spaced = span.left[-1:].isspace() and not shown[-1:].isspace() and span.op is not Op.REPLACE


def _by_sentence(row: Row) -> Iterator[RedlinePiece]:
    """Yield the sentences of a translation, the left one before the right one; paragraphs are those of the right."""
    left = right = 0
    between = ""
    for span in row.spans:
        roles = Pair(Role.ORIGINAL, Role.UNCHANGED)
        if span.op is not Op.TRANSLATED:
            roles = Pair(
                _role(row, span, _LEFT_ROLES, typography=False), _role(row, span, _RIGHT_ROLES, typography=False)
            )
        for piece in (
            RedlinePiece(span.left.replace("\n", " "), roles.left, 0, left).stripped(),
            RedlinePiece(span.right, roles.right, 1, right).stripped(),
        ):
            if piece.text:
                if between:
                    yield RedlinePiece(between, Role.UNCHANGED)
                yield piece
                between = " "
        if span.right.endswith("\n"):
            between = "\n"
        left, right = left + len(span.left), right + len(span.right)


def _sentence_breaks(pieces: Sequence[RedlinePiece]) -> tuple[int, ...]:
    """Return the offsets at which sentences begin, but the first of a paragraph."""
    starts = accumulate((len(piece.text) for piece in pieces), initial=0)
    return tuple(start for start, before in zip(list(starts)[1:-1], pieces, strict=False) if before.text == " ")


def redline_breaks(pieces: Sequence[RedlinePiece], breaks: Pair[tuple[int, ...]]) -> tuple[int, ...]:
    """Return the offsets in a redline at which a line begins, of the breaks of both texts.

    Of words that both texts have, the right text counts. Old words and the new ones in their place begin one line.
    """
    if breaks == NO_BREAKS:
        return ()
    found = set()
    offset = struck = 0
    for piece in pieces:
        if piece.side is not None:
            own = breaks.right if piece.side else breaks.left
            inside = own[bisect_left(own, piece.start) : bisect_left(own, piece.start + len(piece.text))]
            is_replacing = piece.role is Role.REWORDED
            found |= {struck if is_replacing and at == piece.start else offset + at - piece.start for at in inside}
            struck = offset
        offset += len(piece.text)
    return tuple(sorted(found - {0}))


def _with_signs(spans: Sequence[Span]) -> Iterator[Span]:
    """Yield the spans with the sign of a figure that became another one in both: '£11 → £12' and not '£11 → 12'."""
    for at, span in enumerate(spans):
        if span.sign:
            span = replace(span, left=span.sign + span.left, right=span.sign + span.right)
        behind = spans[at + 1].sign if at + 1 < len(spans) else ""
        if behind and span.left == behind:
            continue
        if behind:
            span = replace(span, left=span.left.removesuffix(behind), right=span.right.removesuffix(behind))
        yield span


def _deletions_first(given: Iterable[Span]) -> list[tuple[Span, int, int]]:
    """Return the spans with their starts on both sides; a deletion stands before an insertion that touches it."""
    spans = list(given)
    lefts = accumulate((len(span.left) for span in spans), initial=0)
    rights = accumulate((len(span.right) for span in spans), initial=0)
    ordered = list(zip(spans, lefts, rights, strict=False))
    for place in range(len(ordered) - 1):
        if not ordered[place][0].left and not ordered[place + 1][0].right:
            ordered[place], ordered[place + 1] = ordered[place + 1], ordered[place]
    return ordered


def _redline_role(row: Row, span: Span, roles: Mapping[Op, Role]) -> Role:
    """Return the role as side by side, but a text that moved away is struck at its old place."""
    if span.move is not None and span.left:
        return Role.MOVED_STRUCK
    return _role(row, span, roles, typography=False)


def _would_run_together(before: str, after: str) -> bool:
    """Return whether two pieces, which end and begin with whole words, would look like one word or sentence."""
    closes = before[-1].isalnum() or before[-1] in ",.;:!?”’»)"
    return closes and after[0].isalnum() and width(before[-1] + after[0]) == len((before[-1], after[0]))


def _cell(pieces: Iterator[tuple[str, Role]]) -> Cell:
    texts = []
    marks: list[tuple[int, Role]] = []
    end = 0
    for text, role in pieces:
        if not text:
            continue
        texts.append(text)
        end += len(text)
        # A change shows on its words; white space at its ends would only fray its edges.
        core_end = end - (len(text) - len(text.rstrip()))
        core_start = core_end - len(text.strip())
        for mark in ((core_start, Role.UNCHANGED), (core_end, role), (end, Role.UNCHANGED)):
            if mark[0] > (marks[-1][0] if marks else 0):
                marks.append(mark)
    return Cell("".join(texts), tuple(marks))


NO_CELL = Cell("", ())
