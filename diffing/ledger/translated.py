"""The ledger of a translation: what one article says and the other does not.

    left 4   «No hice nada malo», dijo Ibarra. No admitió preguntas.     only left: No admitió preguntas.
    right 4  “I did nothing wrong,” Ibarra said.

Words of two languages are not compared, and nothing counts as reworded.
"""

from collections.abc import Iterator, Sequence

from diffing.ledger.core.details import Extent
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Ledger, Subject
from diffing.ledger.core.row_numbers import row_numbers
from diffing.model import Article, Comparison, Op, Pair, Place, Row


def translated_ledger(comparison: Comparison, languages: Pair[str]) -> Ledger:
    """Return the ledger of a comparison of two languages."""
    entries = [entry for row in comparison.rows if not row.furniture for entry in _passages(row, comparison.articles)]
    numbers = row_numbers(comparison)

    def place(entry: Entry) -> tuple[int, Sequence[Place], Sequence[Place]]:
        return (
            numbers.right[entry.right[0].paragraph] if entry.right else numbers.left[entry.left[0].paragraph],
            entry.right,
            entry.left,
        )

    return Ledger(tuple(sorted(entries, key=place)), languages, tuple(Subject))


def _passages(row: Row, articles: Pair[Article]) -> Iterator[Entry]:
    """Yield the entries of the paragraphs or sentences of a row that only one side has."""
    detail = Extent(is_whole=not (row.left and row.right))
    at = Pair([0], [0])
    for span in row.spans:
        for text, offset, indices, op, article, change in (
            (span.left, at.left, row.left, Op.DELETE, articles.left, Change.GONE),
            (span.right, at.right, row.right, Op.INSERT, articles.right, Change.NEW),
        ):
            if span.op is op:
                places = tuple(_places(article, indices, offset[0], offset[0] + len(text)))
                own, other = (places, ()) if change is Change.GONE else ((), places)
                if places:
                    yield Entry(Subject.CONTENT, change, own, other, Location.NOWHERE, detail)
            offset[0] += len(text)


def _places(article: Article, indices: Sequence[int], start: int, end: int) -> Iterator[Place]:
    """Yield the characters `start`..`end` of some paragraphs, joined by line feeds, without white space at the ends."""
    before = 0
    for index in indices:
        text = article.paragraphs[index].text
        first, last = max(start - before, 0), min(end - before, len(text))
        own = text[first:last] if first < last else ""
        if own.strip():
            yield Place(index, first + len(own) - len(own.lstrip()), last - len(own) + len(own.rstrip()))
        before += len(text) + 1
