"""Two articles compared: the stages in order.

align      which paragraphs correspond, and which of those links are out of order
set aside  what of the rest belongs to the page and not to the story
arrange    every link and every paragraph left alone, in reading order
describe   for each of them what happened to its words, and so its kind

Whoever shows a book need not wait for all of its words: `pair_up` goes as far as the arrangement, `with_words`
describes a row, and `finished` makes of the described rows what `compare` returns.
"""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from diffing.alignment.align import align
from diffing.measures.classification import kind_of
from diffing.measures.survival import survival
from diffing.model import NO_WORDS, Article, Comparison, Evidence, Kind, Op, Pair, Row, Span
from diffing.page.boilerplate import without_boilerplate
from diffing.text.concealment import hidden_in
from diffing.wording.sentence_moves import with_moves_between
from diffing.wording.word_diff import compare_words

Progress = Callable[[str, float], None]
"""Told the stage at work, in words, and the share of it that is done, 0..1."""


def compare(articles: Pair[Article], progress: Progress = lambda stage, share: None) -> Comparison:
    """Every difference between two articles, as one value. The same articles give the same value everywhere."""
    paired = pair_up(articles, progress)
    rows = []
    for done, row in enumerate(paired.rows):
        progress("comparing words", done / len(paired.rows))
        rows.append(with_words(row))
    return finished(replace(paired, rows=tuple(rows)))


def pair_up(articles: Pair[Article], progress: Progress = lambda stage, share: None) -> Comparison:
    """Which paragraphs correspond, in reading order; where they are not the same, their words are still to compare."""
    progress("pairing paragraphs", 0.0)
    texts = articles.map(lambda article: [paragraph.text for paragraph in article.paragraphs])
    alignment = align(texts, progress=lambda share: progress("pairing paragraphs", share))
    links, set_aside = without_boilerplate(texts, alignment.links)
    evidence = dict(zip(alignment.links, alignment.evidence, strict=True))
    in_links = [_Place(link.left, link.right, link.moved, link.similarity, evidence[link]) for link in links]
    linked = Pair({index for link in links for index in link.left}, {index for link in links for index in link.right})
    left_alone = [_Place((index,), ()) for index in range(len(texts.left)) if index not in linked.left]
    right_alone = [_Place((), (index,)) for index in range(len(texts.right)) if index not in linked.right]
    rows: list[Row] = []
    for place in _arrange(in_links, left_alone, right_alone):
        rows.append(_row(articles, place, set_aside, rows[-1] if rows else None))
    return Comparison(articles.left, articles.right, tuple(rows), alignment.bounded)


def with_words(row: Row) -> Row:
    """A paired row with its words compared; any other row as it is."""
    if row.kind is not Kind.PAIRED:
        return row
    return _described(row, compare_words(row.spans[0].left, row.spans[0].right))


def finished(comparison: Comparison) -> Comparison:
    """A comparison of which every row is described, with the sentences marked that went from one row to another."""
    spans = with_moves_between([row.spans for row in comparison.rows])
    rows = zip(comparison.rows, spans, strict=True)
    return replace(comparison, rows=tuple(row if row.spans == moved else _described(row, moved) for row, moved in rows))


@dataclass(frozen=True, slots=True)
class _Place:
    """What stands in a row: the paragraphs of a link, or one that is left alone."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    moved: bool = False
    similarity: float = 0.0
    evidence: Evidence | None = None


def _arrange(linked: Sequence[_Place], left_alone: Sequence[_Place], right_alone: Sequence[_Place]) -> Iterator[_Place]:
    """The rows in reading order.

    The links that keep the order are the frame. After each of them stand the paragraphs that only the left article
    has there, then the right article's in their order: those only it has, and those moved there from elsewhere.
    """
    waiting = deque(left_alone)
    frame = deque(sorted(place.left[0] for place in linked if not place.moved))

    def omitted_here() -> Iterator[_Place]:
        while waiting and (not frame or waiting[0].left[0] < frame[0]):
            yield waiting.popleft()

    yield from omitted_here()
    for place in sorted([*linked, *right_alone], key=lambda place: place.right[0]):
        yield place
        if place.left and not place.moved:
            frame.popleft()
            yield from omitted_here()


def _row(articles: Pair[Article], place: _Place, set_aside: Pair[frozenset[int]], before: Row | None) -> Row:
    """The row of a place, with what can be said of it without comparing words; `before` is the row before it."""
    left, right = articles.left.text(place.left), articles.right.text(place.right)
    if not left:
        kind, span = Kind.ADDED, Span(Op.INSERT, "", right)
    elif not right:
        kind, span = Kind.OMITTED, Span(Op.DELETE, left, "")
    elif left == right:
        kind, span = Kind.UNCHANGED, Span(Op.EQUAL, left, right)
    else:
        kind, span = Kind.PAIRED, Span(Op.REPLACE, left, right)
    is_furniture = not place.right and place.left[0] in set_aside.left
    is_furniture |= not place.left and place.right[0] in set_aside.right
    # A line may be repeated a million times: what its rows say is one value.
    like = before if before is not None and before.spans == (span,) and kind is not Kind.PAIRED else None
    row = Row(
        kind,
        place.left,
        place.right,
        place.moved,
        place.similarity,
        like.spans if like else (span,),
        place.evidence,
        is_furniture,
        like.words if like else NO_WORDS,
        like.hidden if like else Pair(left, right).map(hidden_in),
    )
    return row if like or kind is Kind.PAIRED else _described(row, row.spans)


def _described(row: Row, spans: tuple[Span, ...]) -> Row:
    """A row with these spans, and what follows from them."""
    found = survival(spans)
    kind = kind_of(any(span.differs for span in spans), found.content) if row.left and row.right else row.kind
    return replace(row, kind=kind, spans=spans, words=found.words)
