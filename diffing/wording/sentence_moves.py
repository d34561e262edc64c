"""Sentences that moved to another paragraph: marked as moved, not as omitted here and added there.

    row 3  He won. [-He thanked his wife.-]         row 3  He won. <moved to row 5>
    row 5  They danced. [+He thanked his wife.+]    row 5  They danced. <moved from row 3>

sentence_alignment.py does this inside a pair of paragraphs. This module compares the rows of a whole comparison: a
sentence that its row deletes whole and one that another row inserts whole are one sentence if they are much alike.
Words that both have carry the number of the move; words that only one has remain a deletion or an insertion.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from operator import itemgetter
from typing import NamedTuple

from diffing.model import Op, Span
from diffing.text.reading import ReadText
from diffing.text.sentences import Sentence
from diffing.text.spelling import Spelling
from diffing.text.tokens import CONTENT_WEIGHT, FUNCTION_WEIGHT, MARK_WEIGHT, count_words, tokens_of
from diffing.wording.exchanges import joined, parted
from diffing.wording.sentence_alignment import (
    MOVED_WEIGHT_IF_SAME,
    StemBag,
    bag,
    close_pairs,
    likeness,
    may_have_moved,
)
from diffing.wording.word_diff import compare_words


class _SentencePlace(NamedTuple):
    """A whole sentence inside span `span` of row `row`, at `start`..`end` of the span's text."""

    row: int
    span: int
    start: int
    end: int
    text: str
    stems: StemBag


TextOfRow = Callable[[int, Op], ReadText]
"""Text of a row on the side where a deletion or an insertion has its text, by the number of the row."""


def with_moves_between(
    rows: Sequence[Sequence[Span]], text_of: TextOfRow | None = None, spelling: Spelling | None = None
) -> tuple[Sequence[Span], ...]:
    """Return the spans of all rows of a comparison, with the sentences marked that moved from one row to another.

    Every row still spells the same texts. The numbers of the new moves are higher than any before. `text_of` returns
    the texts of the rows as they are read; without it they are joined from the spans. `spelling` are the habits of both
    articles.
    """
    read = text_of or (lambda row, op: ReadText("".join(_text(span, op) for span in rows[row])))
    first = 1
    able: dict[int, Sequence[Span]] = {}  # rows with sentences that may have moved, their exchanges parted
    deleted: list[_SentencePlace] = []
    inserted: list[_SentencePlace] = []
    for at, some in enumerate(rows):
        spans = tuple(some)  # once: the spans of a book may be made anew whenever they are asked for
        first = max(first, 1 + max((span.move for span in spans if span.move is not None), default=0))
        ops = {span.op for span in spans if span.op is not Op.EQUAL and any(map(_may_hold_moved, _texts(span)))}
        if not ops:
            continue
        if Op.REPLACE in ops:
            spans = tuple(parted(spans, read(at, Op.DELETE), read(at, Op.INSERT)))
        before = len(deleted) + len(inserted)
        deleted += _places(at, spans, Op.DELETE, read)
        inserted += _places(at, spans, Op.INSERT, read)
        if len(deleted) + len(inserted) > before:
            able[at] = spans
    parts: defaultdict[tuple[int, int], list[tuple[int, int, list[Span]]]] = defaultdict(list)
    for number, (source, target) in enumerate(_moves(deleted, inserted), first):
        away, here = _ends(source, target, number, spelling)
        parts[source.row, source.span].append((source.start, source.end, away))
        parts[target.row, target.span].append((target.start, target.end, here))
    touched = {row for row, _ in parts}
    return tuple(
        tuple(
            joined(
                part
                for at, span in enumerate(able[row])
                for part in (
                    _cut(span, sorted(parts[row, at], key=lambda one: one[0])) if (row, at) in parts else [span]
                )
            )
        )
        if row in touched
        else spans
        for row, spans in enumerate(rows)
    )


def _text(span: Span, op: Op) -> str:
    """Return a span's text on the side where a deletion or an insertion has its text."""
    return span.left if op is Op.DELETE else span.right


def _texts(span: Span) -> tuple[str, str]:
    return span.left, span.right


def _places(row: int, spans: Sequence[Span], op: Op, text_of: TextOfRow) -> Iterator[_SentencePlace]:
    """Yield the sentences of a row that are inside one deletion, or one insertion."""
    able = {at for at, span in enumerate(spans) if span.op is op and span.move is None}
    if not any(_may_hold_moved(_text(spans[at], op)) for at in able):
        return
    found = text_of(row, op).sentences
    start = 0
    for at, span in enumerate(spans):
        text = _text(span, op)
        end = start + len(text)
        if at in able:
            for sentence in _inside(found, start, end):
                # White space may belong to a neighbour; the words have to be inside.
                place = max(sentence.start - start, 0)
                own = text[place : sentence.end - start]
                if own.strip():
                    yield _SentencePlace(row, at, place, place + len(own), own, bag(tokens_of(own)))
        start = end


def _may_hold_moved(text: str) -> bool:
    """Return whether a text may have the weight of the shortest sentence that can have moved: few spans are read."""
    words, content = count_words(text)
    most_marks = len(text) - sum(map(str.isalnum, text))
    most = content * CONTENT_WEIGHT + (words - content) * FUNCTION_WEIGHT + most_marks * MARK_WEIGHT
    return most >= MOVED_WEIGHT_IF_SAME


def _inside(found: Sequence[Sentence], start: int, end: int) -> Iterator[Sentence]:
    """Yield the sentences that begin and end between two offsets, with one character of white space as tolerance."""
    for at in range(bisect_left(found, start - 1, key=itemgetter(0)), len(found)):
        if found[at].end > end + 1:
            break
        yield found[at]


def _moves(
    deleted: Sequence[_SentencePlace], inserted: Sequence[_SentencePlace]
) -> list[tuple[_SentencePlace, _SentencePlace]]:
    """Return the pairs of places in different rows that are one sentence: the most alike first, each place once.

    All that decides is the same if the sides are exchanged.
    """
    alike = []
    for i, j in close_pairs([place.stems for place in deleted], [place.stems for place in inserted]):
        source, target = deleted[i], inserted[j]
        if source.row != target.row and may_have_moved(source.stems, target.stems):
            rows = sorted((source.row, target.row))
            alike.append(
                (-likeness(source.stems, target.stems), sum(rows), rows, source.start + target.start, source, target)
            )
    found: list[tuple[_SentencePlace, _SentencePlace]] = []
    taken: set[tuple[Op, int, int, int]] = set()
    for *_, source, target in sorted(alike, key=lambda one: one[:4]):
        ends = {(Op.DELETE, *source[:3]), (Op.INSERT, *target[:3])}
        if not ends & taken:
            taken |= ends
            found.append((source, target))
    return sorted(found, key=lambda pair: (sorted((pair[0].row, pair[1].row)), pair[0].start + pair[1].start))


def _ends(
    source: _SentencePlace, target: _SentencePlace, number: int, spelling: Spelling | None
) -> tuple[list[Span], list[Span]]:
    """Return the spans of both ends of a move."""
    away: list[Span] = []
    here: list[Span] = []
    for span in compare_words(source.text, target.text, spelling):
        if span.op is Op.EQUAL:
            away += _part_of_move(span.left, "", number, target.row)
            here += _part_of_move("", span.right, number, source.row)
        else:
            away += [Span(Op.DELETE, span.left, "")] if span.left else []
            here += [Span(Op.INSERT, "", span.right)] if span.right else []
    return away, here


def _part_of_move(left: str, right: str, number: int, other_row: int) -> list[Span]:
    """Return the span of a moved text at one end of the move; nothing if that end has no text."""
    return [Span(Op.EQUAL, left, right, move=number, move_row=other_row)] if left or right else []


def _cut(span: Span, moved: Sequence[tuple[int, int, list[Span]]]) -> Iterator[Span]:
    """Cut a deletion or insertion at the sentences in it that moved."""
    text = span.left or span.right
    at = 0
    for start, end, parts in moved:
        if at < start:
            yield _part(span, text[at:start])
        yield from parts
        at = end
    if at < len(text):
        yield _part(span, text[at:])


def _part(span: Span, text: str) -> Span:
    return replace(span, left=text, right="") if span.left else replace(span, left="", right=text)
