"""Authors and dates of the tracked changes in a row, as the document says.

Tracked by Nora Lind, 2026-03-01 09:00: left “12” · right “14”
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from diffing.model import Article, Comparison, Revision, Row

from ..text.sanitize import visible
from ..text.wrapping import beginning

# Words of a change are named by their beginning, in cells.
_WIDTH = 32
# Characters of a date and a time without seconds: 2026-03-01T09:00.
_MINUTES = len("2026-03-01T09:00")


def tracked(comparison: Comparison, row: Row) -> list[str]:
    """Return a line for each author and time of the tracked changes in a row, with the words of both sides."""
    found: dict[str, list[str]] = {}
    for maker, words in _changes(comparison, row):
        found.setdefault(maker, []).append(words)
    return [f"Tracked by {maker}: {' · '.join(words)}" for maker, words in found.items()]


def makers(comparison: Comparison, row: Row) -> list[str]:
    """Return the authors and times of the tracked changes in a row, each once: 'Nora Lind, 2026-03-01 09:00'."""
    return list(dict.fromkeys(maker for maker, _ in _changes(comparison, row)))


def _changes(comparison: Comparison, row: Row) -> Iterator[tuple[str, str]]:
    """Yield who made a change and when, and its words; a change of which neither is known is left out."""
    sides = zip(("left", "right"), comparison.articles, (row.left, row.right), strict=True)
    for name, article, paragraphs in sides:
        for revision in _within(article, paragraphs):
            when = revision.date[:_MINUTES].replace("T", " ")
            if revision.author or when:
                maker = visible(", ".join(filter(None, (revision.author or "an unnamed author", when))))
                yield maker, f"{name} “{beginning(visible(revision.place.words(article)), _WIDTH)}”"


def _within(article: Article, paragraphs: Sequence[int]) -> Iterator[Revision]:
    """Yield the tracked changes in some paragraphs; those of an article are in the order of its text."""
    for paragraph in paragraphs:
        start = bisect_left(article.revisions, paragraph, key=lambda revision: revision.place.paragraph)
        end = bisect_right(article.revisions, paragraph, key=lambda revision: revision.place.paragraph)
        yield from article.revisions[start:end]
