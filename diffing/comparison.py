"""Two articles compared: the stages in order.

align      which paragraphs correspond, and which of those links are out of order
describe   for each link: what happened to its words, and so its kind
arrange    every link and every paragraph left alone, in reading order
"""

from collections import deque
from collections.abc import Iterator, Sequence

from diffing.alignment import align
from diffing.classification import kind_of
from diffing.model import Article, Comparison, Kind, Link, Op, Pair, Row, Span
from diffing.wording import compare_words


def compare(articles: Pair[Article]) -> Comparison:
    """Every difference between two articles, as one value. The same articles give the same value everywhere."""
    texts = articles.map(lambda article: [paragraph.text for paragraph in article.paragraphs])
    links = align(texts).links
    return Comparison(articles.left, articles.right, tuple(_arrange(articles, links)))


def _describe(articles: Pair[Article], link: Link) -> Row:
    left = articles.left.text(link.left)
    right = articles.right.text(link.right)
    spans = compare_words(left, right)
    kind = kind_of(left, right, spans)
    return Row(kind, link.left, link.right, link.moved, link.similarity, spans)


def _added(article: Article, index: int) -> Row:
    span = Span(Op.INSERT, "", article.text((index,)))
    return Row(Kind.ADDED, (), (index,), moved=False, similarity=0.0, spans=(span,))


def _omitted(article: Article, index: int) -> Row:
    span = Span(Op.DELETE, article.text((index,)), "")
    return Row(Kind.OMITTED, (index,), (), moved=False, similarity=0.0, spans=(span,))


def _arrange(articles: Pair[Article], links: Sequence[Link]) -> Iterator[Row]:
    """The rows in reading order.

    The links that keep the order are the frame. After each of them stand the paragraphs that only the left article
    has there, then the right article's in their order: those only it has, and those moved there from elsewhere.
    """
    by_right = {link.right[0]: link for link in links}
    linked_right = {index for link in links for index in link.right}
    linked_left = {index for link in links for index in link.left}
    left_alone = deque(index for index in range(len(articles.left.paragraphs)) if index not in linked_left)
    frame = [by_right[index] for index in sorted(by_right) if not by_right[index].moved]
    frame_starts = [link.left[0] for link in frame] + [len(articles.left.paragraphs)]

    def omitted_before(frame_link: int) -> Iterator[Row]:
        while left_alone and left_alone[0] < frame_starts[frame_link]:
            yield _omitted(articles.left, left_alone.popleft())

    passed = 0
    yield from omitted_before(passed)
    for index in range(len(articles.right.paragraphs)):
        link = by_right.get(index)
        if link is not None:
            yield _describe(articles, link)
            if not link.moved:
                passed += 1
                yield from omitted_before(passed)
        elif index not in linked_right:
            yield _added(articles.right, index)
