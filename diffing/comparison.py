"""Two articles compared: the stages in order.

align      which paragraphs correspond, and which of those links are out of order
describe   for each link: what happened to its words, and so its kind
arrange    every link and every paragraph left alone, in reading order
"""

from collections import deque
from collections.abc import Iterator, Sequence

from diffing.alignment import align
from diffing.classification import kind_of
from diffing.furniture import furniture
from diffing.model import Article, Comparison, Evidence, Kind, Link, Op, Pair, Row, Span
from diffing.wording import compare_words


def compare(articles: Pair[Article]) -> Comparison:
    """Every difference between two articles, as one value. The same articles give the same value everywhere."""
    texts = articles.map(lambda article: [paragraph.text for paragraph in article.paragraphs])
    alignment = align(texts)
    linked = Pair(
        frozenset(index for link in alignment.links for index in link.left),
        frozenset(index for link in alignment.links for index in link.right),
    )
    set_aside = furniture(texts, linked)
    linked_rows = [
        _describe(articles, link, evidence) for link, evidence in zip(alignment.links, alignment.evidence, strict=True)
    ]
    omitted = [
        _omitted(articles.left, index, index in set_aside.left)
        for index in range(len(texts.left))
        if index not in linked.left
    ]
    added = [
        _added(articles.right, index, index in set_aside.right)
        for index in range(len(texts.right))
        if index not in linked.right
    ]
    rows = tuple(_arrange(linked_rows, omitted, added))
    return Comparison(articles.left, articles.right, rows)


def _describe(articles: Pair[Article], link: Link, evidence: Evidence) -> Row:
    left = articles.left.text(link.left)
    right = articles.right.text(link.right)
    spans = compare_words(left, right)
    kind = kind_of(left, right, spans)
    return Row(kind, link.left, link.right, link.moved, link.similarity, spans, evidence)


def _added(article: Article, index: int, is_furniture: bool) -> Row:
    span = Span(Op.INSERT, "", article.text((index,)))
    return Row(Kind.ADDED, (), (index,), moved=False, similarity=0.0, spans=(span,), furniture=is_furniture)


def _omitted(article: Article, index: int, is_furniture: bool) -> Row:
    span = Span(Op.DELETE, article.text((index,)), "")
    return Row(Kind.OMITTED, (index,), (), moved=False, similarity=0.0, spans=(span,), furniture=is_furniture)


def _arrange(linked: Sequence[Row], omitted: Sequence[Row], added: Sequence[Row]) -> Iterator[Row]:
    """The rows in reading order.

    The links that keep the order are the frame. After each of them stand the paragraphs that only the left article
    has there, then the right article's in their order: those only it has, and those moved there from elsewhere.
    """
    waiting = deque(omitted)
    frame = deque(sorted(row.left[0] for row in linked if not row.moved))

    def omitted_here() -> Iterator[Row]:
        while waiting and (not frame or waiting[0].left[0] < frame[0]):
            yield waiting.popleft()

    yield from omitted_here()
    for row in sorted([*linked, *added], key=lambda row: row.right[0]):
        yield row
        if row.left and not row.moved:
            frame.popleft()
            yield from omitted_here()
