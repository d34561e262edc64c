"""An article and its paragraphs, and what the reader of its file says of them.

Article("monday.txt", (Paragraph("Two people are dead.", start=0, end=20),))
Place(paragraph=0, start=0, end=3)      the word 'Two' of it
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple


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


class Place(NamedTuple):
    """Words of a side: the characters `start`..`end` (offsets in code points) of a paragraph (0-based)."""

    paragraph: int
    start: int
    end: int

    def words(self, article: "Article") -> str:
        """Return the words at this place of an article."""
        return article.paragraphs[self.paragraph].text[self.start : self.end]

    def overlaps(self, other: "Place") -> bool:
        """Return whether this place and another one have a character in common."""
        return self.paragraph == other.paragraph and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Revision:
    """A tracked change of a document: who made it and when, as the document says; '' where it does not.

    `place` are the words it brought into the article, or those that it takes out of it later.
    """

    place: Place
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
