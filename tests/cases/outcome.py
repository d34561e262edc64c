"""The results of a case: the comparison, the ledger and the text report, by the paragraphs that a case names.

Outcome(texts).row_with([2, "the mayor"])   ->   the row of left 2 and of the right paragraph that says so
"""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from diffing.comparison import compare_read
from diffing.ledger.build import ledger
from diffing.ledger.core.model import Entry, Ledger
from diffing.model import Article, Comparison, Pair, Row
from diffing.sources import plain
from diffing.sources.plain import SourceText
from diffing.text.reading import read_articles
from tui.present.entry_remarks import topic
from tui.reports.text import to_text
from tui.text.words import SMALL_EDIT


class UnmetError(Exception):
    """An expectation names a paragraph or words that are not there."""


class Outcome:
    """The comparison, the ledger and the reports of a case."""

    def __init__(self, texts: Pair[SourceText]) -> None:
        self._read = read_articles(texts.map(plain.article))
        self.comparison: Comparison = compare_read(self._read)

    @cached_property
    def ledger(self) -> Ledger:
        """The ledger of the comparison."""
        return ledger(self.comparison, self._read)

    @cached_property
    def report(self) -> str:
        """The text report without colour."""
        return to_text(self.comparison, ledger=self.ledger)

    @property
    def entries(self) -> Sequence[Entry]:
        """All entries of the ledger, the weightiest first, each before its children."""
        return [each for entry in self.ledger.entries for each in (entry, *entry.children)]

    def said(self, entry: Entry) -> str:
        """Return an entry as one line: 'number/changed: 12 > 14'."""
        sides = (
            " ".join(place.words(article) for place in places)
            for article, places in zip(self.comparison.articles, (entry.left, entry.right), strict=True)
        )
        # 'Small edit' is a word of the reports: cases keep the name of the subject.
        name = topic(entry).replace(SMALL_EDIT, entry.subject.value)
        return f"{name}/{entry.change}: {' > '.join(sides)}"

    def paragraphs(self, references: Pair[Any]) -> Pair[tuple[int, ...]]:
        """Return the 0-based paragraphs that an expectation names on both sides."""
        return Pair(*map(indices, self.comparison.articles, references))

    def rows_with(self, pair: Sequence[Any]) -> list[Row]:
        """Return the rows that hold any of the paragraphs of both sides, or of the side that is named."""
        left, right = self.paragraphs(Pair(pair[0], pair[1]))
        return [
            row
            for row in self.comparison.rows
            if (not left or set(left) & set(row.left)) and (not right or set(right) & set(row.right))
        ]

    def row_with(self, pair: Sequence[Any]) -> Row:
        """Return the row that holds all named paragraphs."""
        left, right = self.paragraphs(Pair(pair[0], pair[1]))
        for row in self.comparison.rows:
            if set(left) <= set(row.left) and set(right) <= set(row.right):
                return row
        raise UnmetError(f"no row holds {pair[0]} with {pair[1]}")


def indices(article: Article, reference: Any) -> tuple[int, ...]:
    """Return the 0-based paragraphs of a reference: a number from 1, several numbers, or words of one paragraph."""
    if isinstance(reference, list):
        return tuple(index for part in reference for index in indices(article, part))
    if isinstance(reference, str):
        found = [at for at, paragraph in enumerate(article.paragraphs) if reference in paragraph.text]
        if len(found) != 1:
            raise UnmetError(f"{len(found)} paragraphs of {article.source} say {reference!r}, not one")
        return (found[0],)
    if not 1 <= reference <= len(article.paragraphs):
        raise UnmetError(f"{article.source} has {len(article.paragraphs)} paragraphs, and so none numbered {reference}")
    return (reference - 1,)
