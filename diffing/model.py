"""The values a comparison is made of.

Every value is frozen and checks itself where it is made, so a stage that breaks a rule fails in its
own tests and not three stages later on the screen:

    Article   the paragraphs of one side, in order
    Link      which paragraphs correspond: left (3,) with right (4, 5)
    Span      a run of text with what happened to it: replace 'severed' with 'broke'
    Row       a link (or a paragraph left alone) with its kind and its spans
    Comparison  both articles and every row: all that any front end shows
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

T_co = TypeVar("T_co", covariant=True)
U = TypeVar("U")


@dataclass(frozen=True, slots=True)
class Pair(Generic[T_co]):
    """One value for each side, so that code is written once and run for both."""

    left: T_co
    right: T_co

    def __iter__(self) -> Iterator[T_co]:
        """Return an iterator over left, then right."""
        return iter((self.left, self.right))

    def map(self, change: Callable[[T_co], U]) -> "Pair[U]":
        """Return the pair of the results of `change` for each side."""
        return Pair(change(self.left), change(self.right))

    def swapped(self) -> "Pair[T_co]":
        """Return the pair with the sides exchanged."""
        return Pair(self.right, self.left)


class Role(StrEnum):
    """The part that a paragraph plays in its document, as far as the document's format says so."""

    TEXT = "text"
    HEADING = "heading"
    ITEM = "item"
    """An item of a list."""
    QUOTATION = "quotation"
    TABLE_ROW = "table_row"
    CAPTION = "caption"
    BOX = "box"
    """A text box beside the text."""
    NOTE = "note"
    """A footnote or an endnote."""
    ASIDE = "aside"
    """A part that is set apart from the text, inside the article: a correction, a related story."""
    MENU = "menu"
    """Navigation of a page."""
    HEADER = "header"
    """The head of a page, or a line at the head of each printed page."""
    FOOTER = "footer"
    """The foot of a page, or a line at the foot of each printed page."""
    COMMENT = "comment"
    """A reader's comment below an article."""
    OUTSIDE = "outside"
    """Outside the part that the page names as its article."""
    LINK = "link"
    """A paragraph in the article that is a link to another page, and no more, such as 'Read also: ...'."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as the author wrote it, on one line.

    `start` and `end` are offsets in code points into the decoded source text (without its byte
    order mark): the paragraph's first character and the place after its last one. `breaks` are the
    offsets in `text` at which a line begins that its author set apart: a verse, an item of a list.
    How prose is wrapped leaves none. `role` is what the document's format says of the paragraph.
    """

    text: str
    start: int
    end: int
    breaks: tuple[int, ...] = ()
    role: Role = Role.TEXT

    def __post_init__(self) -> None:
        if not self.text or "\n" in self.text:
            raise ValueError("a paragraph is one line with something on it")
        if not 0 <= self.start < self.end:
            raise ValueError(f"a paragraph cannot stand at {self.start}..{self.end}")
        if self.breaks and any(after <= before for before, after in pairwise((0, *self.breaks, len(self.text)))):
            raise ValueError(f"lines cannot begin at {self.breaks} of {len(self.text)} characters")

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines that its author set apart, with the space behind each; the whole text if there is one line."""
        return tuple(self.text[start:end] for start, end in pairwise((0, *self.breaks, len(self.text))))


class MetadataField(NamedTuple):
    """A field of the metadata that a file has before its text: `date`, and its value on one line."""

    name: str
    value: str


class Reading(StrEnum):
    """Things that the reader of a document left out, or was not sure of; each is counted in a ReadingNote."""

    STRUCK_WORDS = "struck_words"
    """Words that the document strikes out, left out."""
    HIDDEN_WORDS = "hidden_words"
    """Words that the document does not show, left out."""
    TRACKED_CHANGES = "tracked_changes"
    """Tracked changes; the article has the wording before or after all of them."""
    ALTERNATES = "alternates"
    """Other forms of the same text in the document, not read."""
    OTHER_ITEMS = "other_items"
    """Other articles in the same file, not read."""
    PICTURES = "pictures"
    """Pages or parts that are pictures: their words cannot be read."""
    UNSURE_ORDER = "unsure_order"
    """Parts whose words may be in another order than on the page."""
    TEMPLATES = "templates"
    """Templates of a wiki: what they show is not in the file, or not known; left out."""
    CUT_OFF = "cut_off"
    """Parts behind a limit, not read."""


@dataclass(frozen=True, slots=True)
class ReadingNote:
    """A thing that the reader of a document did, and how often: two struck words left out."""

    what: Reading
    count: int


@dataclass(frozen=True, slots=True)
class Revision:
    """A tracked change of a document: who made it and when, as the document says; '' where it does not.

    `place` are the words it brought into the article, or those that it takes out of it later.
    """

    place: "Place"
    author: str
    date: str


@dataclass(frozen=True, slots=True)
class Article:
    """The ordered paragraphs of one side.

    `source` names where the text came from, as the reader gave it. `encoding` is the character
    encoding it was decoded with. `metadata` are the fields of its front matter, which are no text of the story.
    `format` is the name of the file format, 'text' for plain text. `notes` say what its reader did. `revisions` are the
    tracked changes of its words. `language` is the code of its language, if the user named it; '' to detect it.
    """

    source: str
    paragraphs: tuple[Paragraph, ...]
    encoding: str = "utf-8"
    metadata: tuple[MetadataField, ...] = ()
    format: str = "text"
    notes: tuple[ReadingNote, ...] = ()
    revisions: tuple[Revision, ...] = ()
    language: str = ""

    @property
    def length(self) -> int:
        """Number of characters of all paragraphs."""
        return sum(len(paragraph.text) for paragraph in self.paragraphs)

    def text(self, indices: Sequence[int]) -> str:
        """Return these paragraphs joined by line feeds: the text that the spans of a row join to."""
        return "\n".join(self.paragraphs[index].text for index in indices)

    def breaks(self, indices: Sequence[int]) -> tuple[int, ...]:
        """Return the offsets in the text of these paragraphs at which lines begin that were set apart."""
        found: list[int] = []
        start = 0
        for index in indices:
            paragraph = self.paragraphs[index]
            found.extend(start + offset for offset in paragraph.breaks)
            start += len(paragraph.text) + 1
        return tuple(found)


class Place(NamedTuple):
    """Words of a side: the characters `start`..`end` (offsets in code points) of a paragraph (0-based)."""

    paragraph: int
    start: int
    end: int

    def words(self, article: Article) -> str:
        """Return the words at this place of an article."""
        return article.paragraphs[self.paragraph].text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Link:
    """Paragraphs that correspond (a bead, in Gale & Church 1993): 1-1, 1-n, n-1 or n-m.

    `left` and `right` are 0-based indices, rising and neither empty. `similarity` is 0..1.
    `moved` says that the link is out of the order the other links keep.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    similarity: float
    moved: bool = False

    def __post_init__(self) -> None:
        for side in (self.left, self.right):
            if not side or any(after <= before for before, after in pairwise(side)):
                raise ValueError(f"a link needs rising paragraphs on both sides: {self.left} {self.right}")
        if not 0.0 <= self.similarity <= 1.0:
            raise ValueError(f"similarity is 0..1, not {self.similarity}")


@dataclass(frozen=True, slots=True)
class Evidence:
    """The reasons for a link.

    `odds` are the log-odds that the texts correspond, as weighed by alignment; 0 is even. `rival` is the
    likeliest other candidate for one of the paragraphs (0-based indices), none if there is no other; `margin`
    is the similarity of the link less that of its rival, or less 0. `shared` are the weightiest words, numbers
    and names that both sides have, as the left one writes them. `uncertain` says that little speaks for this
    link over another one or over none.
    """

    odds: float
    margin: float
    rival: Pair[tuple[int, ...]] | None
    shared: tuple[str, ...]
    uncertain: bool


class Op(StrEnum):
    """An edit operation: what happened to a run of text between left and right."""

    EQUAL = "equal"
    INSERT = "insert"
    DELETE = "delete"
    REPLACE = "replace"
    TRANSLATED = "translated"
    """Sentences that stand for each other in two languages; their words are not compared."""

    @property
    def mirrored(self) -> "Op":
        """The operation with the sides exchanged: what is inserted into one is deleted from the other."""
        return Op.DELETE if self is Op.INSERT else Op.INSERT if self is Op.DELETE else self


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text with its edit operation, as it stands on each side.

    `left` is empty for an insert and `right` for a delete. The two texts of an equal span may
    differ in white space and in what does not count in comparing (see words.compared_form).

    `typographic` marks an equal span whose texts are set differently: quotes, dashes, case, lost
    accents, hyphens, white space. `move` numbers two equal spans that are one text in two places, as
    `moved` does beside the kind of a row: one has the text on the left only, the other on the right
    only. `move_row` is the row of the other place, and None where it is the same row.
    `bounded` marks a change found by a shortcut, because the texts were too long and too different.

    A replacement has three details. `letters` are the ranges (start, end) in which two nearly equal words differ, as
    offsets into the texts of the span. `sign` is the sign of a figure that became another figure: '£', a minus; it ends
    both texts of the span before. `is_lookalike` marks different texts that are drawn alike.

    `rule` is the expression of the reader's rule that hides the change; '' for none.
    """

    op: Op
    left: str
    right: str
    typographic: bool = False
    move: int | None = None
    move_row: int | None = None
    bounded: bool = False
    letters: Pair[tuple[int, int]] | None = None
    sign: str = ""
    is_lookalike: bool = False
    rule: str = ""

    def __post_init__(self) -> None:
        if self.rule and self.op is Op.EQUAL:
            raise ValueError("a rule hides changes")
        if self.op is not Op.REPLACE and (self.letters or self.sign or self.is_lookalike):
            raise ValueError(f"{self.op} has no details of a replacement")
        if self.typographic and self.op is not Op.EQUAL:
            raise ValueError(f"{self.op} is more than typography")
        if self.move is not None:
            if self.op is not Op.EQUAL or bool(self.left) == bool(self.right):
                raise ValueError(f"a moved text is the same in its other place: {self.op} {self.left!r} {self.right!r}")
        elif bool(self.left) == (self.op is Op.INSERT) or bool(self.right) == (self.op is Op.DELETE):
            raise ValueError(f"{self.op} cannot have {self.left!r} and {self.right!r}")

    @property
    def differs(self) -> bool:
        """True if the sides have other words here, or the same words elsewhere.

        Typography does not count, nor do translation and what a rule of the reader hides.
        """
        return (self.op not in (Op.EQUAL, Op.TRANSLATED) and not self.rule) or self.move is not None

    def mirrored(self) -> "Span":
        """Return the span with the sides exchanged."""
        return replace(
            self,
            op=self.op.mirrored,
            left=self.right,
            right=self.left,
            letters=self.letters and self.letters.swapped(),
        )


@dataclass(frozen=True, slots=True)
class WordCounts:
    """The words of one side by what became of them; punctuation is not counted.

    `kept` are the same on the other side, also where only typography differs or a rule hides the
    change; `moved` are the same in another place; `changed` stand against other words; `alone` stand
    against nothing: left out when the side is the left one, added when it is the right. `translated`
    stand for words of another language.
    """

    kept: int = 0
    moved: int = 0
    changed: int = 0
    alone: int = 0
    translated: int = 0

    @property
    def total(self) -> int:
        """All words of the side."""
        return self.kept + self.moved + self.changed + self.alone + self.translated

    @property
    def verbatim_share(self) -> float:
        """The share of the side's words that the other side has too, in place or moved; 1 for no words."""
        return (self.kept + self.moved) / self.total if self.total else 1.0

    @property
    def translated_share(self) -> float:
        """The share of the side's words that stand for words of another language; 0 for no words."""
        return self.translated / self.total if self.total else 0.0

    @property
    def reworded_share(self) -> float:
        """The share of the side's words that stand against other words; 0 for no words."""
        return self.changed / self.total if self.total else 0.0

    @property
    def alone_share(self) -> float:
        """The share of the side's words that the other side has nothing for; 0 for no words."""
        return self.alone / self.total if self.total else 0.0


NO_WORDS = Pair(WordCounts(), WordCounts())
"""Counts of a row without counted words."""


class What(StrEnum):
    """The classes of things that a text hides."""

    CONTROL = "control"
    DIRECTION = "direction"
    INVISIBLE = "invisible"
    LOOKALIKE = "look-alike"


class Hidden(NamedTuple):
    """Something in a text that a reader cannot see, or takes for something else, and how often.

    `name` says what: 'zero width space', 'Cyrillic \u0430'. `word` is the word that has look-alike letters, as it
    stands, and empty for other classes.
    """

    what: What
    name: str
    word: str
    times: int


NOTHING_HIDDEN: Pair[tuple[Hidden, ...]] = Pair((), ())
"""The hidden things of most rows."""


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
    spans: tuple[Span, ...]
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
