"""The result: a row for the paragraphs that belong together, and a comparison, which has every row.

Row(Kind.EDITED, left=(3,), right=(4, 5), ...)      the left paragraph 3 was edited and split in two
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from diffing.model.article import Article
from diffing.model.link import Evidence
from diffing.model.pair import Pair
from diffing.model.span import NO_WORDS, NOTHING_HIDDEN, Hidden, Span, WordCounts


class Direction(StrEnum):
    """The way that the paragraphs of a row moved, from left to right."""

    UP = "up"
    DOWN = "down"


class Kind(StrEnum):
    """The outcome for the paragraphs of a row."""

    UNCHANGED = "unchanged"
    EDITED = "edited"
    PARAPHRASED = "paraphrased"
    TRANSLATED = "translated"
    """The same in another language; sentences may be on one side only."""
    ADDED = "added"
    OMITTED = "omitted"


@dataclass(frozen=True, slots=True)
class Row:
    """A link with its kind and spans, or a run of one paragraph that only one side has.

    `left` and `right` are 0-based paragraph indices; `left` is empty for an added row and `right`
    for an omitted one. The left texts of `spans` join to the left paragraphs joined by line feeds,
    and so on the right. `similarity` is 0..1, and 0 for an added or omitted row. `evidence` says why
    paragraphs of both sides were linked. `furniture` marks an added or omitted paragraph that belongs
    to the page and not to the story; `rule` is the expression of the reader's rule that said so, '' where none did.
    `words` are counted for each side. `hidden` has the things that a reader cannot see. `direction` is the way of a
    moved row. `pinned` says that the reader made the pair, or said that the paragraph has no counterpart.
    """

    kind: Kind
    left: tuple[int, ...]
    right: tuple[int, ...]
    moved: bool
    similarity: float
    spans: Sequence[Span]
    evidence: Evidence | None = None
    furniture: bool = False
    words: Pair[WordCounts] = NO_WORDS
    hidden: Pair[tuple[Hidden, ...]] = NOTHING_HIDDEN
    direction: Direction | None = None
    pinned: bool = False
    rule: str = ""

    def __post_init__(self) -> None:
        if self.rule and not self.furniture:
            raise ValueError("a rule for a paragraph makes it page furniture")
        if self.direction is not None and not self.moved:
            raise ValueError("only a moved row has a direction")
        if (self.kind is Kind.ADDED) == bool(self.left) or (self.kind is Kind.OMITTED) == bool(self.right):
            raise ValueError(f"a row cannot be {self.kind} with {self.left} and {self.right}")
        if self.moved and not (self.left and self.right):
            raise ValueError("only a row with both sides can be moved")
        if self.furniture and self.left and self.right:
            raise ValueError("page furniture is added or omitted")

    @property
    def differs(self) -> bool:
        """True if the sides have other words, or the same words elsewhere. Typography does not count.

        Of a translated row, the sentences that one side has alone count, and not that the languages are two.
        """
        if self.kind is Kind.TRANSLATED:
            return self.moved or any(span.differs for span in self.spans)
        return self.moved or self.kind is not Kind.UNCHANGED

    @property
    def differs_in_story(self) -> bool:
        """True if the sides differ in the story: page furniture does not count either."""
        return self.differs and not self.furniture

    @property
    def typographic(self) -> int:
        """Number of spans that are set differently but count as equal."""
        return sum(span.typographic for span in self.spans)

    @property
    def is_identical(self) -> bool:
        """True if nothing differs, not even typography or what a rule hides. How the text is wrapped never counts."""
        is_same = not self.differs and self.kind is not Kind.TRANSLATED
        return is_same and not self.typographic and not any(span.rule for span in self.spans)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two articles and every row, in reading order: each paragraph of each side is in exactly one.

    `bounded` says that the articles were too large or too repetitive to weigh every link, so that some may be missing;
    `Span.bounded` says the same of words. `parted` are a left and a right paragraph each that the reader parted: they
    are in no row together. `languages` are the codes of the languages of a translation, '' for an unknown one; None if
    both articles are in one language.
    """

    left: Article
    right: Article
    rows: tuple[Row, ...]
    bounded: bool = False
    parted: tuple[tuple[int, int], ...] = ()
    languages: Pair[str] | None = None

    def __post_init__(self) -> None:
        for article, indices in (
            (self.left, [index for row in self.rows for index in row.left]),
            (self.right, [index for row in self.rows for index in row.right]),
        ):
            if sorted(indices) != list(range(len(article.paragraphs))):
                raise ValueError(f"{article.source}: the rows do not hold each paragraph once")
        if self.parted:
            of = Pair(
                {index: at for at, row in enumerate(self.rows) for index in row.left},
                {index: at for at, row in enumerate(self.rows) for index in row.right},
            )
            if any(of.left.get(left, -1) == of.right.get(right, -2) for left, right in self.parted):
                raise ValueError("two paragraphs are parted and in one row")

    @property
    def articles(self) -> Pair[Article]:
        """Both articles as a pair."""
        return Pair(self.left, self.right)

    @property
    def differs(self) -> bool:
        """True if any row differs in its words or their places. Typography does not count."""
        return any(row.differs for row in self.rows)

    @property
    def typographic(self) -> int:
        """Number of spans that are set differently but count as equal."""
        return sum(row.typographic for row in self.rows)

    @property
    def is_identical(self) -> bool:
        """True if nothing differs, not even typography or metadata. How the text is wrapped never counts.

        Files of two formats have different metadata: these are not compared.
        """
        has_equal_metadata = self.left.format != self.right.format or (
            sorted(self.left.metadata) == sorted(self.right.metadata)
        )
        return has_equal_metadata and all(row.is_identical for row in self.rows)
