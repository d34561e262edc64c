"""Paragraphs as lines of a page: how long each is, and whether it is a sentence.

    Must Read                                     a line
    Washington approaches Caracas                 a line that may be a headline
    Officials travelled to Venezuela on Sunday.   a statement

No rule depends on a language. The evidence is the length of a paragraph and its ending. story.py says what a line has
to do with the story.
"""

import re
from typing import NamedTuple

from diffing.text.note_marks import without_note_marks
from diffing.text.reading import ReadText
from diffing.text.words import STEM_LENGTH

# Words of a line, at most: share buttons, menus, 'Please enter your comment!'; a headline too.
LONGEST_LINE = 12
# The same among the story's paragraphs, where a crosshead may stand.
LONGEST_INNER_LINE = 6
# Words of a date line, at most.
LONGEST_DATE_LINE = 8
# Words of a headline. A shorter line may be the name of a section, a masthead or a byline; a longer one is a paragraph.
LEAST_HEADLINE = 5
LONGEST_HEADLINE = 30
# Words between two spaces, on average, of a text in a script without spaces: each character is one.
_UNSPACED = 3
# Letters of a word that has a capital in capitalized lines; shorter words ('of', 'the') have none.
_CAPITALIZED = 4

# Marks that end a statement, and marks within or after a sentence. An ellipsis ends no statement: teasers end with it.
_CLOSING = r"[\"'\u2018\u2019\u201c\u201d\u00ab\u00bb\u300d\u300f)\]\u203a]*\s*$"
_STOPS = r"(?<!\.)\.|[\u3002\uff0e\u0964\u06d4]"
_PAUSES = r"[,;:\u3001\uff0c\uff1a\uff1b]"
_FULL_STOP = re.compile(rf"(?:{_STOPS}){_CLOSING}")
_STOP_OR_PAUSE = re.compile(rf"(?:{_STOPS}|{_PAUSES}){_CLOSING}")
_SENTENCE_MARK = re.compile(rf"(?:{_STOPS}|{_PAUSES}|[!?\uff01\uff1f\u061f]){_CLOSING}")
# A year with another number: 29 November 2022, 2022-03-06, 2022年3月6日.
_DATE = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d).*\d|\d\D.*(?<!\d)(?:19|20)\d\d(?!\d)")
_CLOSED_QUOTATION = re.compile(r"[\"\u201c\u201e\u00ab\u300c].*[\"\u201c\u201d\u00ab\u00bb\u300d]")
# Home | World | Sport: a list has two such marks, because one may separate a headline from the name of the paper.
_LIST = re.compile(r"\s[|\u00b7\u2022\u203a\u00bb>/]\s.*\s[|\u00b7\u2022\u203a\u00bb>/]\s")
_LETTERS = re.compile(r"[^\W\d_]+")


class PageLine(NamedTuple):
    """The text of a paragraph without the marks of notes, its number of words without punctuation, and their stems."""

    text: str
    length: int
    stems: frozenset[str]

    @classmethod
    def of(cls, read: ReadText) -> "PageLine":
        """Return the line of a paragraph."""
        stems = frozenset([form[:STEM_LENGTH] for form in read.forms])
        return cls(without_note_marks(read.text), len(read.forms), stems)

    @property
    def is_telling(self) -> bool:
        """True if the line is long or a plain statement, so that it is part of the story if it is linked."""
        return self.length > LONGEST_LINE or self.is_statement

    @property
    def is_statement(self) -> bool:
        """True if the mark of a plain statement ends the line."""
        return bool(_FULL_STOP.search(self.text))

    @property
    def is_told(self) -> bool:
        """True if the line is a statement, a part of a sentence, or has a quotation."""
        return bool(_STOP_OR_PAUSE.search(self.text) or _CLOSED_QUOTATION.search(self.text))

    @property
    def is_date_line(self) -> bool:
        """True if the line is a date with few other words."""
        return self.length <= LONGEST_DATE_LINE and bool(_DATE.search(self.text))

    @property
    def words(self) -> int:
        """The number of words of a headline, where a script without spaces has one in two characters."""
        is_unspaced = self.length >= _UNSPACED * len(self.text.split())
        return (self.length + 1) // 2 if is_unspaced else self.length

    @property
    def may_be_headline(self) -> bool:
        """True if the line looks like a headline: several words, no statement, no date and no list."""
        return (
            LEAST_HEADLINE <= self.words <= LONGEST_HEADLINE
            and not _STOP_OR_PAUSE.search(self.text)
            and not self.is_date_line
            and not _LIST.search(self.text)
        )

    @property
    def is_capitalized(self) -> bool:
        """True if all words but the shortest begin with a capital, as in menus, in names, and in some headlines."""
        longer = [word for word in _LETTERS.findall(self.text) if len(word) >= _CAPITALIZED]
        return bool(longer) and all(word[0].isupper() for word in longer)

    def is_line(self, longest: int) -> bool:
        """Return whether this is a line of at most `longest` words and no sentence, part of a sentence or quotation."""
        return (
            self.length <= longest and not _SENTENCE_MARK.search(self.text) and not _CLOSED_QUOTATION.search(self.text)
        )
