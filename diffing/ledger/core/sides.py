"""A side of the comparison as its own and the other as the other one, so that what is looked for is written once.

left   killed |12|      for the left side 12 is its own, and what the right one has not is gone
right  killed |14|      for the right side 14 is its own, and what the left one has not is new
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar, cast

from diffing.ledger.core.context import Material
from diffing.ledger.core.correspondence import Correspondence
from diffing.ledger.core.details import Detail
from diffing.ledger.core.locations import Location
from diffing.ledger.core.mentions import Mention
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.language.lexicon import Lexicon, code_of
from diffing.model import Article, Kind, Pair, Place, Row
from diffing.text.reading import ReadArticle, ReadText

T = TypeVar("T")

MOST_WORDS = 300
"""Words of weight of one kind in a paragraph; with more it is no paragraph of an article, and none is looked at."""

# Characters of a row's side that are searched for each of its words of weight: some ten pages, and no paragraph.
_LONGEST_ROW = 30_000


@dataclass(frozen=True, slots=True)
class Side:
    """The articles and places as this side sees them; what only this side has is `alone`."""

    own: Article
    other: Article
    read: ReadArticle
    other_read: ReadArticle
    lexicon: Lexicon
    alone: Change
    correspondence: Correspondence
    is_left: bool
    extracts: dict[tuple[object, str, ReadText], object]

    @property
    def texts(self) -> Sequence[ReadText]:
        """The paragraphs of this side as they are read."""
        return self.read.paragraphs

    @property
    def other_texts(self) -> Sequence[ReadText]:
        """The paragraphs of the other side as they are read."""
        return self.other_read.paragraphs

    def extract(self, reader: Callable[[ReadText, Lexicon], T], text: ReadText) -> T:
        """Return what `reader` finds in a text with this side's lexicon; in texts that keep their readings, once.

        Several subjects ask for the dates of a paragraph or its verbs of saying, and both sides have equal paragraphs.
        """
        if not text.is_kept:
            return reader(text, self.lexicon)
        key = reader, self.language, text
        if key not in self.extracts:
            self.extracts[key] = reader(text, self.lexicon)
        return cast(T, self.extracts[key])

    @property
    def language(self) -> str:
        """The code of the language of this side, '' for one without a lexicon."""
        return code_of(self.lexicon)

    @property
    def story(self) -> list[int]:
        """The paragraphs of this side that tell the story, rising; the others are furniture of the page."""
        rows = (row for row in self.correspondence.comparison.rows if not row.furniture)
        return sorted(index for row in rows for index in (row.left if self.is_left else row.right))

    @property
    def reworded(self) -> Iterator[int]:
        """The paragraphs of this side whose words differ from those of their counterparts, but for endless rows."""
        for row in self.correspondence.comparison.rows:
            if row.kind is not Kind.UNCHANGED and row.left and row.right and not self._is_endless(row):
                yield from row.left if self.is_left else row.right

    def _is_endless(self, row: Row) -> bool:
        return any(
            sum(len(article.paragraphs[index].text) for index in indices) > _LONGEST_ROW
            for article, indices in zip(self.correspondence.comparison.articles, (row.left, row.right), strict=True)
        )

    def row(self, own: Place) -> Row:
        """The row a place of this side is in."""
        rows = self.correspondence.rows.left if self.is_left else self.correspondence.rows.right
        return self.correspondence.comparison.rows[rows[own.paragraph]]

    def mention(self, place: Place, key: str) -> Mention:
        """A word as match() takes it, told of nothing that any other is told of.

        So what stands in its very place comes before an equal word elsewhere in the sentence: 'said, and asked'
        against 'admitted, and said'.
        """
        return Mention(place, key, about=f"{self.alone} {place}")

    def indices(self, own: Place) -> tuple[int, ...]:
        """The paragraphs of this side in the row of a place."""
        row = self.row(own)
        return row.left if self.is_left else row.right

    def opposite(self, own: Place) -> tuple[int, ...]:
        """The other side's paragraphs in the row of a place."""
        row = self.row(own)
        return row.right if self.is_left else row.left

    def opposed(self, other: Place) -> tuple[int, ...]:
        """The paragraphs of this side in the row of a place of the other side."""
        rows = self.correspondence.rows.right if self.is_left else self.correspondence.rows.left
        row = self.correspondence.comparison.rows[rows[other.paragraph]]
        return row.left if self.is_left else row.right

    def is_near(self, own: Place, other: Place) -> bool:
        """Whether both stand in sentences that have the most words of each other."""
        return self.correspondence.is_near(own, other) if self.is_left else self.correspondence.is_near(other, own)

    def is_kept(self, own: Place, other: Place) -> bool:
        """Whether both are the same words for the comparison."""
        return self.correspondence.is_kept(own, other) if self.is_left else self.correspondence.is_kept(other, own)

    def is_equal(self, own: Place) -> bool:
        """Whether the other side has the very words for the comparison, in place or moved."""
        return self.correspondence.is_equal(own, is_left=self.is_left)

    def is_replaced(self, own: Place, other: Place) -> bool:
        """Whether both stand in the same replacement."""
        return self.correspondence.is_replaced(*((own, other) if self.is_left else (other, own)))

    def distance(self, own: Place, other: Place) -> float:
        """How far apart both are, in characters."""
        return self.correspondence.distance(own, other) if self.is_left else self.correspondence.distance(other, own)

    def entry(
        self, subject: Subject, places: tuple[Place, ...], location: Location, detail: Detail | None = None
    ) -> Entry:
        """Return an entry of what only this side has."""
        left, right = (places, ()) if self.is_left else ((), places)
        return Entry(subject, self.alone, left, right, location, detail)


def sides(material: Material) -> Pair[Side]:
    """Both sides of what the ledger works with."""
    left, right = material.articles
    correspondence, lexicons = material.correspondence, material.lexicons
    read, other = material.read
    return Pair(
        Side(left, right, read, other, lexicons.left, Change.GONE, correspondence, True, material.extracts),
        Side(right, left, other, read, lexicons.right, Change.NEW, correspondence, False, material.extracts),
    )
