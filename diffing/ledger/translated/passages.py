"""Paragraphs and sentences that no sentence of the other article was linked with.

left 4   «No hice nada malo», dijo Ibarra. No admitió preguntas.     only left: No admitió preguntas.
right 4  “I did nothing wrong,” Ibarra said.

Their counterpart may only not be found: in another language no words can be searched for.
"""

from collections.abc import Iterator

from diffing.ledger.core.details import Extent
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.translated.facts import places
from diffing.model import Article, Op, Pair, Row


def passage_entries(row: Row, articles: Pair[Article]) -> Iterator[Entry]:
    """Yield the entries of the paragraphs or sentences of a row that only one side has."""
    detail = Extent(is_whole=not (row.left and row.right))
    left = right = 0
    for span in row.spans:
        if span.op is Op.DELETE and (own := places(articles.left, row.left, left, left + len(span.left))):
            yield Entry(Subject.CONTENT, Change.GONE, own, (), Location.UNLINKED, detail)
        if span.op is Op.INSERT and (own := places(articles.right, row.right, right, right + len(span.right))):
            yield Entry(Subject.CONTENT, Change.NEW, (), own, Location.UNLINKED, detail)
        left += len(span.left)
        right += len(span.right)
