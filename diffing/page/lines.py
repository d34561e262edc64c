"""Paragraphs as lines of a page: how long each is, and whether it is a sentence.

    Must Read                                     a line
    Washington approaches Caracas                 a line that may be a headline
    Officials travelled to Venezuela on Sunday.   a statement

No rule depends on a language. The evidence is the length of a paragraph and its ending. story.py says what a line has
to do with the story.
"""

from typing import NamedTuple

from diffing.page import line_forms
from diffing.page.line_forms import LONGEST_LINE
from diffing.text.note_marks import without_note_marks
from diffing.text.reading import ReadText
from diffing.text.words import STEM_LENGTH


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
        return line_forms.is_statement(self.text)

    @property
    def is_told(self) -> bool:
        """True if the line is a statement, a part of a sentence, or has a quotation."""
        return line_forms.is_told(self.text)

    @property
    def is_date_line(self) -> bool:
        """True if the line is a date with few other words."""
        return line_forms.is_date_line(self.text, self.length)

    @property
    def is_list(self) -> bool:
        """True if bars or other marks stand between the words, as in a menu."""
        return line_forms.is_list(self.text)

    @property
    def words(self) -> int:
        """The number of words of a headline, where a script without spaces has one in two characters."""
        return line_forms.words(self.text, self.length)

    @property
    def may_be_headline(self) -> bool:
        """True if the line looks like a headline: several words, no statement, no date and no list."""
        return line_forms.may_be_headline(self.text, self.length)

    @property
    def is_capitalized(self) -> bool:
        """True if all words but the shortest begin with a capital, as in menus, in names, and in some headlines."""
        return line_forms.is_capitalized(self.text)

    def is_line(self, longest: int) -> bool:
        """Return whether this is a line of at most `longest` words and no sentence, part of a sentence or quotation."""
        return line_forms.is_line(self.text, self.length, longest)
