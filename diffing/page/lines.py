"""Paragraphs as lines of a page: how long each is, and whether it is a sentence.

    Must Read                                     a line
    Washington approaches Caracas                 a line that may be a headline
    Officials travelled to Venezuela on Sunday.   a statement

No rule depends on a language. The evidence is the length of a paragraph and its ending. story.py says what a line has
to do with the story.
"""

from diffing.page import line_forms
from diffing.page.line_forms import LONGEST_LINE
from diffing.text.note_marks import without_note_marks
from diffing.text.reading import ReadText
from diffing.text.words import STEM_LENGTH


class PageLine:
    """The text of a paragraph without the marks of notes, and its words without punctuation.

    A book has many paragraphs of which only the text is asked for, and the words take time and memory.
    """

    __slots__ = ("_length", "_read", "_stems", "text")

    def __init__(self, read: ReadText) -> None:
        self.text = without_note_marks(read.text)
        self._read = read
        self._length: int | None = None
        self._stems: frozenset[str] | None = None

    @property
    def length(self) -> int:
        """The number of words."""
        if self._length is None:
            self._length = len(self._read.forms)
        return self._length

    @property
    def stems(self) -> frozenset[str]:
        """The different stems of the words."""
        if self._stems is None:
            self._stems = frozenset([form[:STEM_LENGTH] for form in self._read.forms])
        return self._stems

    @property
    def is_telling(self) -> bool:
        """True if the line is long or a plain statement, so that it is part of the story if it is linked."""
        return self.is_statement or self.length > LONGEST_LINE

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
