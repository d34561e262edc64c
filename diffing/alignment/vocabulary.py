"""Paragraphs as alignment compares them: their words, and the stem and trigrams of each word as numbers.

    "Nicolás  Maduro's"   ->   nicolas  stem nicol  trigrams ' ni' 'nic' 'ico' ...
                               maduro's stem madur  trigrams ' ma' 'mad' ...

Each word has one value, however often it occurs. Stems and trigrams are numbers, because numbers are fast to compare.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain, count, pairwise
from operator import attrgetter
from typing import NamedTuple
from weakref import proxy

from diffing.text.editors_notes import begins_as_note
from diffing.text.place_lines import place_line
from diffing.text.reading import ReadText
from diffing.text.words import STEM_LENGTH, ByPiece, forms_of_piece, words

STEM_BITS = 32
"""A pair of neighbouring stems is one number: the first, plus one, above this many bits, and the second below, where
no stem and no trigram reaches."""

CODE_POINTS = 0x110000
"""A stem is one code point in the sequence of a text (see sequence_of); numbers from here on share code points."""


class WordForm:
    """A word as compared: its compared form, its number, that of its stem, and the numbers of its letter trigrams.

    `sign` is the stem's number as a character (see CODE_POINTS). A vocabulary makes each form once, so forms are equal
    only if they are one object.
    """

    __slots__ = ("number", "sign", "stem", "text", "trigrams")

    def __init__(self, text: str, number: int, stem: int, trigrams: tuple[int, ...]) -> None:
        self.text = text
        self.number = number
        self.stem = stem
        self.sign = chr(stem % CODE_POINTS)
        self.trigrams = trigrams


_STEM = attrgetter("stem")


class Text(NamedTuple):
    """A paragraph as compared: its length in characters, its words, and the number of each word's stem.

    `is_note` says that it is a note of the editors. `place` is the place that it opens with, '' without one.
    """

    length: int
    forms: tuple[WordForm, ...]
    stems: tuple[int, ...]
    is_note: bool = False
    place: str = ""

    def may_match(self, other: "Text") -> bool:
        """Return whether two texts can correspond: a note repeats the story, and corresponds to notes only.

        A paragraph with the word 'Update' before it is the same paragraph.
        """
        if self.is_note == other.is_note:
            return True
        note, story = (self, other) if self.is_note else (other, self)
        more = len(note.forms) - len(story.forms)
        return 0 < more <= LABEL_WORDS and note.forms[more:] == story.forms


LABEL_WORDS = 4
"""Words of a label before a paragraph, at most: 'Update, 5 May'."""


LETTERS = 2
"""Characters of a word, at least, on average, where words have letters."""


def has_letters(length: int, words: int) -> bool:
    """Return whether a text of some characters and words has words of letters, and not of one character each."""
    return length >= LETTERS * words


class Vocabulary(dict[str, WordForm]):
    """The word forms of some texts by their compared form; a form gets its numbers at first use."""

    def __init__(self) -> None:
        super().__init__()
        self._stems: defaultdict[str, int] = defaultdict(count().__next__)
        self._trigrams: defaultdict[tuple[str, ...], int] = defaultdict(count().__next__)
        self._texts: dict[ReadText, Text] = {}
        own = proxy(self)  # a cycle would keep all words, for a comparison collects no garbage
        self._pieces = ByPiece(lambda piece: tuple(map(own.__getitem__, forms_of_piece(piece))))

    def __missing__(self, text: str) -> WordForm:
        """Add a form and return it.

        A word of one character has no trigrams: in Han it is its own stem, and pairs say more.
        """
        marked = f" {text} " if len(text) > 1 else ""
        trigrams = tuple(map(self._trigrams.__getitem__, zip(marked, marked[1:], marked[2:], strict=False)))
        form = self[text] = WordForm(text, len(self), self._stems[text[:STEM_LENGTH]], trigrams)
        return form

    def texts(self, paragraphs: Iterable[ReadText]) -> list[Text]:
        """Return the paragraphs as compared; repeated paragraphs are one value."""
        made = self._texts
        result = []
        for read in paragraphs:
            found = made.get(read)
            if found is None:
                known = self._forms_of(read)
                stems = tuple(map(_STEM, known))
                note, place = begins_as_note(read.text), place_line(read.text)
                found = made[read] = Text(len(read.text), known, stems, note, place)
            result.append(found)
        return result

    def _forms_of(self, read: ReadText) -> tuple[WordForm, ...]:
        """Return the word forms of a paragraph; other stages ask for the forms again where they are kept."""
        known = (
            tuple(map(self.__getitem__, read.forms))
            if read.is_kept
            else tuple(chain.from_iterable(map(self._pieces.__getitem__, read.text.split())))
        )
        # A line of asterisks or a single emoji has no words: its signs are compared instead.
        return known or tuple([self[word.form] for word in words(read.text)])


def pairs_of(stems: Sequence[int]) -> list[int]:
    """Return the pairs of neighbouring stems, each as one number."""
    return [(first + 1 << STEM_BITS) + second for first, second in pairwise(stems)]


def sequence_of(text: Text) -> str:
    """Return one code point for each stem of a text, in order."""
    return "".join([form.sign for form in text.forms])
