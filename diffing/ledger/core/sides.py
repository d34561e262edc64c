"""The comparison from the point of view of one side, so that subjects are written once for both sides.

left   killed |12|      for the left side 12 is its own; a mention that only this side has is gone
right  killed |14|      for the right side 14 is its own; a mention that only this side has is new
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar, cast

from diffing.ledger.core.context import Extracts, LedgerContext
from diffing.ledger.core.correspondence import Correspondence
from diffing.ledger.core.details import Detail
from diffing.ledger.core.locations import Location
from diffing.ledger.core.mentions import Mention
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.language.lexicon import Lexicon, code_of
from diffing.model import Article, Pair, Place, Row
from diffing.text.reading import ReadArticle, ReadText

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)

_UNKNOWN = object()

MOST_WORDS = 300
"""Mentions of one kind in a paragraph. A paragraph with more is no text of an article, and all are left out."""


@dataclass(frozen=True, slots=True)
class Side:
    """Both articles from the point of view of one side: its `own` and the `other` one.

    `one_sided` is the change of a mention that only this side has: gone for the left side, new for the right side.
    `language` is the code of the language of this side, '' for one without a lexicon.
    """

    own: Article
    other: Article
    read: ReadArticle
    other_read: ReadArticle
    lexicon: Lexicon
    one_sided: Change
    correspondence: Correspondence
    is_left: bool
    language: str
    extracts: Extracts
    _results: dict[object, object] = field(default_factory=dict, compare=False)

    @property
    def texts(self) -> Sequence[ReadText]:
        """The paragraphs of this side as they are read."""
        return self.read.paragraphs

    @property
    def other_texts(self) -> Sequence[ReadText]:
        """The paragraphs of the other side as they are read."""
        return self.other_read.paragraphs

    def extract(self, reader: Callable[[ReadText, Lexicon], T], text: ReadText) -> T:
        """Return the result of `reader` for a text and the lexicon of this side.

        The results for kept texts are cached: several subjects need the dates of a paragraph or its verbs of saying,
        and both sides have equal paragraphs.
        """
        if not text.is_kept:
            return reader(text, self.lexicon)
        key = reader, self.language, text
        found: T = self.extracts.get(key, _UNKNOWN)
        if found is _UNKNOWN:
            found = self.extracts[key] = reader(text, self.lexicon)
        return found

    def once(self, maker: Callable[["Side", K], T], own: K) -> T:
        """Return the result of `maker` for a place or paragraph of this side, made once for this comparison."""
        key = maker, own
        found = self._results.get(key, _UNKNOWN)
        if found is _UNKNOWN:
            found = self._results[key] = maker(self, own)
        return cast(T, found)

    @property
    def story(self) -> Sequence[int]:
        """The paragraphs of the story on this side, rising; the others are boilerplate."""
        return self.correspondence.story.left if self.is_left else self.correspondence.story.right

    @property
    def reworded(self) -> Sequence[int]:
        """The paragraphs of this side whose words differ from their counterparts; very long rows are left out."""
        return self.correspondence.reworded.left if self.is_left else self.correspondence.reworded.right

    def row(self, own: Place) -> Row:
        """Return the row of a place of this side."""
        rows = self.correspondence.rows.left if self.is_left else self.correspondence.rows.right
        return self.correspondence.comparison.rows[rows[own.paragraph]]

    def mention(self, place: Place, key: str) -> Mention:
        """Return a word as a mention for match(), about something that no other mention is about.

        So the word in its place comes before an equal word elsewhere in the sentence: 'said, and asked' against
        'admitted, and said'.
        """
        return Mention(place, key, about=f"{self.one_sided} {place}")

    def indices(self, own: Place) -> tuple[int, ...]:
        """Return the paragraphs of this side in the row of a place."""
        row = self.row(own)
        return row.left if self.is_left else row.right

    def opposite(self, own: Place) -> tuple[int, ...]:
        """Return the paragraphs of the other side in the row of a place of this side."""
        row = self.row(own)
        return row.right if self.is_left else row.left

    def opposed(self, other: Place) -> tuple[int, ...]:
        """Return the paragraphs of this side in the row of a place of the other side."""
        rows = self.correspondence.rows.right if self.is_left else self.correspondence.rows.left
        row = self.correspondence.comparison.rows[rows[other.paragraph]]
        return row.left if self.is_left else row.right

    def is_near(self, own: Place, other: Place) -> bool:
        """Return whether both places stand in corresponding sentences."""
        return self.correspondence.is_near(own, other) if self.is_left else self.correspondence.is_near(other, own)

    def location(self, own: Place, other: Place) -> Location:
        """Return where a place of this side has its counterpart, if that may stand anywhere."""
        if other.paragraph not in self.opposite(own):
            return Location.ELSEWHERE
        return Location.SAME_SENTENCE if self.is_near(own, other) else Location.SAME_PARAGRAPH

    def is_kept(self, own: Place, other: Place) -> bool:
        """Return whether both places have the same words for the comparison."""
        return self.correspondence.is_kept(own, other) if self.is_left else self.correspondence.is_kept(other, own)

    def is_equal(self, own: Place) -> bool:
        """Return whether the other side has the same words for the comparison, in place or moved."""
        return self.correspondence.is_equal(own, is_left=self.is_left)

    def is_moved(self, own: Place) -> bool:
        """Return whether the words at a place stand elsewhere in their row on the other side."""
        return self.correspondence.is_moved(own, is_left=self.is_left)

    def has_words_in_place(self, own: Place) -> bool:
        """Return whether the other side has words in the change that a place of this side touches."""
        return self.correspondence.has_words_in_place(own, is_left=self.is_left)

    def is_replaced(self, own: Place, other: Place) -> bool:
        """Return whether both places stand in the same replacement."""
        return self.correspondence.is_replaced(*((own, other) if self.is_left else (other, own)))

    def distance(self, own: Place, other: Place) -> float:
        """Return the distance of both places in characters."""
        return self.correspondence.distance(own, other) if self.is_left else self.correspondence.distance(other, own)

    def entry(
        self, subject: Subject, places: tuple[Place, ...], location: Location, detail: Detail | None = None
    ) -> Entry:
        """Return an entry for places that only this side has."""
        left, right = (places, ()) if self.is_left else ((), places)
        return Entry(subject, self.one_sided, left, right, location, detail)


def sides(context: LedgerContext) -> Pair[Side]:
    """Return the comparison from the point of view of each side; it is made once for all subjects."""
    return context.once(_sides)


def _sides(context: LedgerContext) -> Pair[Side]:
    left, right = context.articles
    correspondence, lexicons, codes = context.correspondence, context.lexicons, context.lexicons.map(code_of)
    read, other = context.read
    return Pair(
        Side(left, right, read, other, lexicons.left, Change.GONE, correspondence, True, codes.left, context.extracts),
        Side(
            right, left, other, read, lexicons.right, Change.NEW, correspondence, False, codes.right, context.extracts
        ),
    )
