"""Paragraphs as lines of a page: which of them are no sentences, and how much of the story is in each.

    Must Read                                     a line, and nothing of the story in it
    Washington approaches Caracas                 a line with rare words of the story
    Officials travelled to Venezuela on Sunday.   a statement

Nothing here knows a language: the evidence is how long a paragraph is, how it ends, and which words it shares with the
paragraphs that are linked and tell something.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence, Set
from itertools import chain
from typing import NamedTuple

from diffing.model import Pair
from diffing.text.words import word_forms

# A line has few words: share buttons, menus, 'Please enter your comment!'; a headline too.
LONGEST_LINE = 12
# Among the story's paragraphs, where a crosshead may stand too, only the shortest lines are doubted.
LONGEST_INNER_LINE = 6
# A date line has few words besides the date.
LONGEST_DATE_LINE = 8
# A headline has so many words; with fewer it cannot be told from a section's name, a masthead or a byline, with more it
# is a paragraph. In scripts without spaces each character is a word.
LEAST_HEADLINE = 5
LONGEST_HEADLINE = 30
# Words of fewer letters have small ones also where all others have a capital.
_CAPITALIZED = 4
# Letters that count as a word's stem, so that inflections meet.
_STEM = 5

# What ends a statement; what ends a sentence or goes on with it. An ellipsis is how a teaser breaks off.
_CLOSING = r"[\"'\u2019\u201d\u00bb\u300d\u300f)\]\u203a]*$"
_STOPS = r"(?<!\.)\.|[\u3002\uff0e\u0964\u06d4]"
_PAUSES = r"[,;:\u3001\uff0c\uff1a\uff1b]"
_FULL_STOP = re.compile(rf"(?:{_STOPS}){_CLOSING}")
_GOES_ON = re.compile(rf"(?:{_STOPS}|{_PAUSES}){_CLOSING}")
_SENTENCE_MARK = re.compile(rf"(?:{_STOPS}|{_PAUSES}|[!?\uff01\uff1f\u061f]){_CLOSING}")
# A year with another number: 29 November 2022, 2022-03-06, 2022年3月6日.
_DATE = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d).*\d|\d\D.*(?<!\d)(?:19|20)\d\d(?!\d)")
_CLOSED_QUOTATION = re.compile(r"[\"\u201c\u00ab\u300c].*[\"\u201d\u00bb\u300d]")
# Home | World | Sport: a list needs two such marks, for one may part a headline from the name of the paper.
_LIST = re.compile(r"\s[|\u00b7\u2022\u203a\u00bb>/]\s.*\s[|\u00b7\u2022\u203a\u00bb>/]\s")
_LETTERS = re.compile(r"[^\W\d_]+")


class Line(NamedTuple):
    """A paragraph's text, how many words it has, without punctuation, and their stems."""

    text: str
    length: int
    stems: frozenset[str]

    @classmethod
    def of(cls, text: str) -> "Line":
        """Read a paragraph."""
        forms = word_forms(text)
        return cls(text, len(forms), frozenset([form[:_STEM] for form in forms]))

    @property
    def tells(self) -> bool:
        """Whether it is long or a plain statement, so that it tells a story where it is linked."""
        return self.length > LONGEST_LINE or bool(_FULL_STOP.search(self.text))

    @property
    def is_date_line(self) -> bool:
        """Whether it is a date and hardly more."""
        return self.length <= LONGEST_DATE_LINE and bool(_DATE.search(self.text))

    @property
    def may_be_headline(self) -> bool:
        """Whether a headline looks like this: several words, no statement, no date and no list."""
        return (
            LEAST_HEADLINE <= self.length <= LONGEST_HEADLINE
            and not _GOES_ON.search(self.text)
            and not self.is_date_line
            and not _LIST.search(self.text)
        )

    @property
    def is_capitalized(self) -> bool:
        """Whether all words but the shortest begin with a capital, as in menus and names, and in some headlines."""
        longer = [word for word in _LETTERS.findall(self.text) if len(word) >= _CAPITALIZED]
        return bool(longer) and all(word[0].isupper() for word in longer)

    def is_line(self, longest: int) -> bool:
        """Whether it is a short line and no sentence, part of a sentence or quotation."""
        return (
            self.length <= longest and not _SENTENCE_MARK.search(self.text) and not _CLOSED_QUOTATION.search(self.text)
        )


class Story:
    """What both sides' linked paragraphs tell, and how much of it a line has.

    `body` are those paragraphs of each side. Without one there is no story to stand around.
    """

    def __init__(self, lines: Pair[Sequence[Line]], linked: Pair[Set[int]]) -> None:
        self._count = len(lines.left) + len(lines.right)
        self._found_in = Counter(chain.from_iterable(line.stems for side in lines for line in side))
        self.body: Pair[Set[int]] = Pair(
            *(
                {index for index in side_linked if side[index].tells}
                for side, side_linked in zip(lines, linked, strict=True)
            )
        )
        self._stems: frozenset[str] = frozenset().union(
            *(side[index].stems for side, indices in zip(lines, self.body, strict=True) for index in indices)
        )

    def affinity(self, line: Line) -> float:
        """The share of its stems, by weight, that the story has, 0..1."""
        return self.told(line) / (self._weight(line.stems) or 1.0)

    def told(self, line: Line) -> float:
        """The weight of its stems that the story has."""
        return self._weight(line.stems & self._stems)

    def _weight(self, stems: Set[str]) -> float:
        """How rare stems are, summed in one order, so that it is always the same."""
        return sum([math.log(1 + self._count / self._found_in[stem]) for stem in sorted(stems)])
