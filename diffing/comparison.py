"""Two articles compared: the stages in order.

align      which paragraphs correspond, and which of those links are out of order
set aside  what of the rest belongs to the page and not to the story
arrange    every link and every paragraph left alone, in reading order
describe   for each of them what happened to its words, and so its kind
"""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from diffing.alignment import align
from diffing.classification import kind_of
from diffing.furniture import without_furniture
from diffing.model import Article, Comparison, Evidence, Kind, Op, Pair, Row, Span
from diffing.sentence_moves import with_moves_between
from diffing.wording import compare_words

Progress = Callable[[str, float], None]
"""Told the stage at work, in words, and the share of it that is done, 0..1."""


def compare(articles: Pair[Article], progress: Progress = lambda stage, share: None) -> Comparison:
    """Every difference between two articles, as one value. The same articles give the same value everywhere."""
    progress("pairing paragraphs", 0.0)
    texts = articles.map(lambda article: [paragraph.text for paragraph in article.paragraphs])
    alignment = align(texts)
    links, set_aside = without_furniture(texts, alignment.links)
    evidence = dict(zip(alignment.links, alignment.evidence, strict=True))
    in_links = [_Place(link.left, link.right, link.moved, link.similarity, evidence[link]) for link in links]
    linked = Pair({index for link in links for index in link.left}, {index for link in links for index in link.right})
    left_alone = [_Place((index,), ()) for index in range(len(texts.left)) if index not in linked.left]
    right_alone = [_Place((), (index,)) for index in range(len(texts.right)) if index not in linked.right]
    places = list(_arrange(in_links, left_alone, right_alone))
    wordings = []
    for done, place in enumerate(places):
        progress("comparing words", done / len(places))
        wordings.append(_wording(articles, place))
    rows = tuple(
        _row(articles, place, spans, set_aside)
        for place, spans in zip(places, with_moves_between(wordings), strict=True)
    )
    return Comparison(articles.left, articles.right, rows, alignment.bounded)


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


def _wording(articles: Pair[Article], place: _Place) -> tuple[Span, ...]:
    left = articles.left.text(place.left)
    right = articles.right.text(place.right)
    if not left:
        return (Span(Op.INSERT, "", right),)
    if not right:
        return (Span(Op.DELETE, left, ""),)
    return compare_words(left, right)


def _row(articles: Pair[Article], place: _Place, spans: tuple[Span, ...], set_aside: Pair[frozenset[int]]) -> Row:
    if not place.left:
        kind = Kind.ADDED
    elif not place.right:
        kind = Kind.OMITTED
    else:
        kind = kind_of(articles.left.text(place.left), articles.right.text(place.right), spans)
    is_furniture = not place.right and place.left[0] in set_aside.left
    is_furniture |= not place.left and place.right[0] in set_aside.right
    return Row(kind, place.left, place.right, place.moved, place.similarity, spans, place.evidence, is_furniture)
