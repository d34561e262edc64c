"""The paragraphs of a text report, row by row: what happened to each, and its words marked.

~ some words changed: left 11, right 6 (similarity 93 %)
  ... support from Russia to [-be able to-] continue exporting oil{+,+} despite US sanctions.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, auto
from itertools import groupby, pairwise

from diffing.measures.moved_blocks import moved_blocks
from diffing.model import Article, Comparison, Kind, Pair, Row

from ..present.cells import Role, redline, redline_breaks
from ..present.concealed import named
from ..present.labels import (
    FURNITURE_SIGN,
    MOVED_SIGN,
    SIGNS,
    description,
    is_uncertain,
    moved_together,
    numbers,
    sign,
    similarity,
)
from ..present.tracked import makers
from ..text.sanitize import Visible, visible
from ..text.words import hidden_page
from .text_marks import DIM, in_role, indented, noted, painted, safe, safe_line

# Characters of an unchanged paragraph that are shown, so that the reader knows the place.
_EXCERPT = 72


def paragraph_lines(comparison: Comparison, colour: bool, is_whole: bool, notes: Mapping[int, str]) -> Iterator[str]:
    """Yield the lines of all rows, an empty one before each; `notes` are those of the reader, by the row's number."""
    blocks = [block for block in moved_blocks(comparison) if len(block.rows) > 1]
    opening = {block.rows[0]: f"{moved_together(block)}, right {numbers(block.right)}" for block in blocks}
    in_blocks = {at for block in blocks for at in block.rows}
    for fold, run in groupby(enumerate(comparison.rows), key=lambda numbered: _fold(numbered[0], numbered[1], notes)):
        members = list(run)
        if not is_whole and (fold is _Fold.PAGE or (fold is _Fold.SAME and len(members) > 1)):
            yield ""
            rows = [row for _, row in members]
            yield _unchanged(rows) if fold is _Fold.SAME else f"{FURNITURE_SIGN} {hidden_page(len(rows))}"
            continue
        for at, row in members:
            if at in opening:
                yield ""
                yield f"{MOVED_SIGN} {opening[at]}"
            yield ""
            yield _title(row, says_moved=at not in in_blocks)
            yield from noted(notes.get(at, ""))
            yield from _below(row, comparison, colour, is_whole)


class _Fold(Enum):
    """The rows that a row is one line with: of the page, unchanged, none."""

    PAGE = auto()
    SAME = auto()
    ALONE = auto()


def _fold(at: int, row: Row, notes: Mapping[int, str]) -> _Fold:
    """Return what a row folds with: lines of the page, or rows of which there is nothing to say but 'unchanged'."""
    if at in notes or row.pinned:
        return _Fold.ALONE
    if row.furniture:
        return _Fold.PAGE
    is_ruled = any(span.rule for span in row.spans)
    is_plain = row.is_identical and not is_uncertain(row) and not any(row.hidden) and not is_ruled
    return _Fold.SAME if is_plain else _Fold.ALONE


def _unchanged(rows: Sequence[Row]) -> str:
    """Return the line for unchanged rows that follow each other: '= 4 paragraphs unchanged, left 3-6, right 2-5'."""
    lefts = [index for row in rows for index in row.left]
    rights = [index for row in rows for index in row.right]
    return f"{SIGNS[Kind.UNCHANGED]} {len(lefts)} paragraphs unchanged, left {numbers(lefts)}, right {numbers(rights)}"


def _below(row: Row, comparison: Comparison, colour: bool, is_whole: bool) -> Iterator[str]:
    """Yield the lines below the title of a row; the whole report has also the changes that rules of the reader hide."""
    for name, hidden in zip(("left", "right"), row.hidden, strict=True):
        if hidden:
            yield f"  hidden on the {name}: {named(hidden)}"
    for maker in makers(comparison, row) if row.differs else ():
        yield f"  tracked by {maker}"
    rules = dict.fromkeys(filter(None, (row.rule, *(span.rule for span in row.spans)))) if is_whole else ()
    for rule in rules:
        yield f"  hidden by the rule '{visible(rule)}'"
    if row.kind is Kind.TRANSLATED:
        yield from _translated(row, colour)
    elif row.differs or rules:
        yield from _body(row, comparison, colour, is_whole)
    else:
        yield "  " + painted(_excerpt(comparison.left, row.left), DIM, colour)


def _title(row: Row, says_moved: bool) -> str:
    sides = [f"{name} {numbers(indices)}" for name, indices in (("left", row.left), ("right", row.right)) if indices]
    title = f"{sign(row)} {description(row, says_moved=says_moved)}: {', '.join(sides)}"
    has_similarity = row.left and row.right and row.differs and row.kind is not Kind.TRANSLATED
    return f"{title} (similarity {similarity(row)} %)" if has_similarity else title


def _body(row: Row, comparison: Comparison, colour: bool, is_whole: bool) -> Iterator[str]:
    """Yield the lines of a row with its words marked: one for each paragraph, of the right side if the sides differ.

    Verses and items have lines of their own.
    """
    breaks = Pair(comparison.left.breaks(row.left), comparison.right.breaks(row.right))
    if row.left and row.right:
        pieces = list(redline(row, " ", typography=is_whole))
        starts = redline_breaks(pieces, breaks)
        text = "".join(
            f"{before}{in_role(part, role, colour)}"
            for before, part, role in _cut([(piece.text, piece.role) for piece in pieces], starts)
        )
    else:
        whole = [("".join(span.left or span.right for span in row.spans), Role.UNCHANGED)]
        text = "".join(f"{before}{safe(part)}" for before, part, _ in _cut(whole, breaks.left or breaks.right))
    yield from indented(text)


def _translated(row: Row, colour: bool) -> Iterator[str]:
    """Yield the lines of a row in two languages: the left text and the right one, their lone sentences marked."""
    for texts, lone in (
        ([span.left for span in row.spans], Role.OMITTED),
        ([span.right for span in row.spans], Role.ADDED),
    ):
        shown = [
            in_role(text, lone, colour) if span.differs else safe(text)
            for text, span in zip(texts, row.spans, strict=True)
        ]
        yield from indented("".join(shown))


def _excerpt(article: Article, indices: Sequence[int]) -> Visible:
    """Return the beginning of some paragraphs, at most the first line that was set apart."""
    text, breaks = article.text(indices), article.breaks(indices)
    if breaks:
        text = f"{text[: breaks[0]].rstrip()} …"
    shown = safe_line(text)
    if len(shown) <= _EXCERPT:
        return shown
    return Visible(shown[:_EXCERPT].rsplit(" ", 1)[0] + " …")


def _cut(pieces: Sequence[tuple[str, Role]], starts: Sequence[int]) -> Iterator[tuple[str, str, Role]]:
    """Yield the pieces, cut where a line begins: a line feed if the part begins a line, the part, its role."""
    offset = 0
    for text, role in pieces:
        end = offset + len(text)
        inside = starts[bisect_right(starts, offset) : bisect_left(starts, end)]
        begins = offset in starts[bisect_left(starts, offset) : bisect_right(starts, offset)]
        for at, following in pairwise((offset, *inside, end)):
            yield "\n" if begins or at > offset else "", text[at - offset : following - offset], role
        offset = end
