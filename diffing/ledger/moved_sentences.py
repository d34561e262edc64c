"""Compare sentences that moved to another paragraph, each with itself.

left   The hall was full. The minister |denied| it.     right   The hall was full.
       Rain fell.                                               Rain fell. The minister |confirmed| it.
part   The minister denied it.                                  The minister confirmed it.

The rows of a comparison are paragraphs, and the subjects compare the words of a row. The sentences that moved are a
comparison of their own here, with a row for each; the entries that are found in it are placed in the whole.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import NamedTuple

from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.covered import CoveredWords
from diffing.ledger.core.details import StatedWithout
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Entry, Subject
from diffing.ledger.remaining.kept_sentences import with_share_of
from diffing.model import Article, Comparison, Kind, Op, Pair, Paragraph, Place, Row, Span
from diffing.text.reading import ReadText

# Locations of entries that compare two sentences; the other ones speak of an article as a whole.
_IN_SENTENCES = (Location.SAME_PLACE, Location.SAME_SENTENCE, Location.SAME_PARAGRAPH)


class _Moved(NamedTuple):
    """A sentence that moved, or several in a row, with its place on each side."""

    places: Pair[Place]
    spans: Sequence[Span]


def with_moved_sentences(
    context: LedgerContext, found: Sequence[Entry], entries_of: Callable[[LedgerContext], Sequence[Entry]]
) -> list[Entry]:
    """Return entries with those of changes inside sentences that moved, in place of what only one side has there.

    `entries_of` returns the entries of a comparison.
    """
    moved = [*_moved_sentences(context)]
    if not moved:
        return [*found]
    part = LedgerContext.of(_part(context.comparison, moved), context.languages)
    with_share_of(context, part)
    whole = Pair([one.places.left for one in moved], [one.places.right for one in moved])
    inside = [_placed(entry, whole) for entry in entries_of(part) if _compares_sentences(entry)]
    held = CoveredWords(entry for entry in found if entry.left and entry.right)
    new = [entry for entry in inside if not held.touch(entry.places)]
    compared = CoveredWords(new)
    return [*(one for one in found if _has_both(one) or not compared.touch(one.places)), *new]


def _has_both(entry: Entry) -> bool:
    return bool(entry.left and entry.right)


def _compares_sentences(entry: Entry) -> bool:
    """Return whether an entry has its words on both sides, or is a negation of what the other side states."""
    return isinstance(entry.detail, StatedWithout) or (_has_both(entry) and entry.location in _IN_SENTENCES)


def _placed(entry: Entry, whole: Pair[list[Place]]) -> Entry:
    """Return an entry of the part in the whole, where its paragraphs have these places."""
    detail = entry.detail
    location = entry.location
    # Content without a detail would be what an update tells otherwise, if it stood in corresponding sentences.
    if location is Location.SAME_PLACE and (detail is not None or entry.subject is not Subject.CONTENT):
        location = Location.SAME_SENTENCE
    if isinstance(detail, StatedWithout):
        detail = replace(detail, place=_place(detail.place, whole.left if entry.right else whole.right))
    return replace(
        entry,
        left=tuple(_place(place, whole.left) for place in entry.left),
        right=tuple(_place(place, whole.right) for place in entry.right),
        location=location,
        detail=detail,
        children=tuple(_placed(child, whole) for child in entry.children),
    )


def _place(place: Place, whole: Sequence[Place]) -> Place:
    """Return a place of the part in the whole."""
    at = whole[place.paragraph]
    return Place(at.paragraph, at.start + place.start, at.start + place.end)


def _part(comparison: Comparison, moved: Sequence[_Moved]) -> Comparison:
    """Return the sentences that moved as a comparison, with a row for each."""
    rows = tuple(
        Row(Kind.EDITED, (at,), (at,), moved=False, similarity=_kept(one.spans), spans=one.spans)
        for at, one in enumerate(moved)
    )
    left = _article(comparison.left, [one.places.left for one in moved])
    right = _article(comparison.right, [one.places.right for one in moved])
    return Comparison(left, right, rows)


def _kept(spans: Sequence[Span]) -> float:
    """Return the share of characters that both sides have."""
    equal = sum(len(span.left) + len(span.right) for span in spans if span.op is Op.EQUAL)
    return equal / sum(len(span.left) + len(span.right) for span in spans)


def _article(article: Article, places: Sequence[Place]) -> Article:
    texts = (article.paragraphs[place.paragraph].text[place.start : place.end] for place in places)
    return replace(article, paragraphs=tuple(Paragraph(text, 0, len(text)) for text in texts), revisions=())


def _moved_sentences(context: LedgerContext) -> Iterator[_Moved]:
    """Yield the sentences that moved to another row and whose words differ there."""
    rows = context.comparison.rows
    for (left, right, _), pieces in _pieces(rows).items():
        if len(pieces.left) != len(pieces.right) or rows[left].furniture or rows[right].furniture:
            continue
        own = _read(context.read.left.joined(rows[left].left), [span.left for span in rows[left].spans], pieces.left)
        other = _read(
            context.read.right.joined(rows[right].right), [span.right for span in rows[right].spans], pieces.right
        )
        places = (
            _placed_in(rows[left].left, own, context.articles.left),
            _placed_in(rows[right].right, other, context.articles.right),
        )
        spans = _spans(own.texts, other.texts)
        if places[0] is not None and places[1] is not None and any(span.op is not Op.EQUAL for span in spans):
            yield _Moved(Pair(places[0], places[1]), spans)


def _pieces(rows: Sequence[Row]) -> dict[tuple[int, int, int], Pair[list[int]]]:
    """Return the spans of words that moved to another row: (left row, right row, move) -> spans of both rows."""
    pieces: defaultdict[tuple[int, int, int], Pair[list[int]]] = defaultdict(lambda: Pair([], []))
    for number, row in enumerate(rows):
        for at, span in enumerate(row.spans):
            if span.move is not None and span.move_row is not None:
                if span.left:
                    pieces[number, span.move_row, span.move].left.append(at)
                else:
                    pieces[span.move_row, number, span.move].right.append(at)
    return pieces


class _Sentences(NamedTuple):
    """The sentences around the pieces of a move: the offset in the row, and the texts before, in and behind each piece.

    The texts are those of a change and of a piece in turn, with a change, perhaps empty, at both ends.
    """

    start: int
    texts: Sequence[str]


def _read(row: ReadText, texts: Sequence[str], pieces: Sequence[int]) -> _Sentences:
    """Return the sentences around some pieces of a row with these texts of spans."""
    cuts = [0, *accumulate(map(len, texts))]
    starts = [start for start, _ in row.sentences]
    first = cuts[pieces[0]] + len(texts[pieces[0]]) - len(texts[pieces[0]].lstrip())
    last = cuts[pieces[-1]] + len(texts[pieces[-1]].rstrip()) - 1
    start = row.sentences[bisect_right(starts, first) - 1][0]
    end = start + len(row.text[start : row.sentences[bisect_right(starts, max(first, last)) - 1][1]].rstrip())
    edges = [start, *(min(max(edge, start), end) for at in pieces for edge in (cuts[at], cuts[at + 1])), end]
    return _Sentences(start, [row.text[one:other] for one, other in pairwise(edges)])


def _placed_in(indices: Sequence[int], sentences: _Sentences, article: Article) -> Place | None:
    """Return the place of sentences of a row in their paragraph; None if they are in several."""
    start, end = sentences.start, sentences.start + sum(map(len, sentences.texts))
    for index in indices:
        length = len(article.paragraphs[index].text)
        if start <= length:
            return Place(index, start, end) if end <= length else None
        start, end = start - length - 1, end - length - 1
    return None


def _spans(left: Sequence[str], right: Sequence[str]) -> list[Span]:
    """Return the spans of two texts in turn of changes and equal pieces; white space alone is no change."""
    spans: list[Span] = []
    for at, (own, other) in enumerate(zip(left, right, strict=True)):
        is_blank = not own.strip() and not other.strip()
        if spans and is_blank and (own or other):
            spans[-1] = replace(spans[-1], left=spans[-1].left + own, right=spans[-1].right + other)
        elif at % 2 and not is_blank:
            spans.append(Span(Op.EQUAL, own, other))
        elif not is_blank:
            op = Op.REPLACE if own and other else Op.DELETE if own else Op.INSERT
            spans.append(Span(op, own, other))
    return spans
