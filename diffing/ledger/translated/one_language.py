"""The rows of a translation whose texts are in one language: of an article that is only partly translated.

    left   Le pont a coûté 12 millions.      The bridge opened in May.      a translated row, and one of English
    right  The bridge cost 12 million.       The bridge opened in June.     `part`: May and June alone, as articles

Their words can be compared, so that all of the ledger's subjects can be looked for there.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from diffing.ledger.core.details import Explanation, StatedWithout
from diffing.ledger.core.model import Entry, Subject
from diffing.model import Article, Comparison, Kind, Op, Pair, Span
from diffing.text.language import language_of


@dataclass(frozen=True, slots=True)
class Part:
    """Some rows of a comparison as a comparison of their own; `indices` are its paragraphs in the whole one."""

    comparison: Comparison
    indices: Pair[tuple[int, ...]]

    def entries(self, found: tuple[Entry, ...]) -> Iterator[Entry]:
        """Yield entries of the part as those of the whole, but for notes and headlines."""
        for entry in found:
            if entry.subject not in (Subject.HEADLINE, Subject.CORRECTION):
                yield self._placed(entry)

    def _placed(self, entry: Entry) -> Entry:
        left, right = (
            tuple(place._replace(paragraph=indices[place.paragraph]) for place in places)
            for places, indices in zip(entry.places, self.indices, strict=True)
        )
        # These two name places and numbers of the part.
        is_of_part = isinstance(entry.detail, Explanation | StatedWithout)
        detail = None if is_of_part else entry.detail
        return replace(entry, left=left, right=right, detail=detail, children=tuple(map(self._placed, entry.children)))


def part_in_one_language(comparison: Comparison) -> Part | None:
    """Return the linked rows of a translation whose texts are in one language; None if none of them differs."""
    own = [at for at, row in enumerate(comparison.rows) if row.left and row.right and row.kind is not Kind.TRANSLATED]
    rows = [comparison.rows[at] for at in own]
    if not any(row.differs for row in rows):
        return None
    places = {at: place for place, at in enumerate(own)}
    indices = Pair(
        tuple(sorted(index for row in rows for index in row.left)),
        tuple(sorted(index for row in rows for index in row.right)),
    )
    language = language_of(comparison.right.paragraphs[index].text for index in indices.right)
    left, right = (_of(article, own, language) for article, own in zip(comparison.articles, indices, strict=True))
    numbers = indices.map(lambda side: {index: at for at, index in enumerate(side)})
    own_rows = tuple(
        replace(
            row,
            left=tuple(numbers.left[index] for index in row.left),
            right=tuple(numbers.right[index] for index in row.right),
            spans=tuple(_moved(span, places) for span in row.spans),
        )
        for row in rows
    )
    return Part(Comparison(left, right, own_rows, comparison.bounded), indices)


def _moved(span: Span, places: Mapping[int, int]) -> Span:
    """Return a span with the place of the row that it moved to, or came from; if that is not there, as it is alone."""
    if span.move_row is None:
        return span
    row = places.get(span.move_row)
    if row is not None:
        return replace(span, move_row=row)
    return replace(span, op=Op.DELETE if span.left else Op.INSERT, move=None, move_row=None)


def _of(article: Article, indices: tuple[int, ...], language: str) -> Article:
    return replace(article, paragraphs=tuple(article.paragraphs[index] for index in indices), language=language)
