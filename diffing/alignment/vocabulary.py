"""Paragraphs as they are compared: their words, and what is known of each word.

    "Nicolás  Maduro's"   ->   nicolas  stem nicol  trigrams ' ni' 'nic' 'ico' ...
                               maduro's stem madur  trigrams ' ma' 'mad' ...

A word is read once, however often it is said. Stems and trigrams are numbers, for numbers are fast to compare.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain, count, pairwise
from typing import NamedTuple

from diffing.text.words import word_forms, words

STEM_LETTERS = 5
"""Letters of a word that make its stem. Anything from 3 to 20 measured within .0005."""

STEM_BITS = 32
"""A pair of neighbouring stems is one number: the first, plus one, above this many bits, and the second below, where
no stem and no trigram reaches."""

LONGEST_PIECE = 30
"""Characters between white space that are kept with their forms: a word with the marks around it."""

CODE_POINTS = 0x110000
"""Stems are written as single code points for the subsequence; ids beyond this many share one."""


class WordForm:
    """A word as compared: its compared form, the number of its stem, and the numbers of its letter trigrams.

    `sign` is the stem's number as a character (see CODE_POINTS). A vocabulary makes each form once, so forms are equal
    only if they are one object.
    """

    __slots__ = ("sign", "stem", "text", "trigrams")

    def __init__(self, text: str, stem: int, trigrams: tuple[int, ...]) -> None:
        self.text = text
        self.stem = stem
        self.sign = chr(stem % CODE_POINTS)
        self.trigrams = trigrams


class Text(NamedTuple):
    """A paragraph as compared: its length in characters, its words, and the number of each word's stem."""

    length: int
    forms: tuple[WordForm, ...]
    stems: tuple[int, ...]


class Vocabulary(dict[str, tuple[WordForm, ...]]):
    """The forms of some texts, by the pieces of text between white space; numbers are given as forms are met."""

    def __init__(self) -> None:
        super().__init__()
        self._forms: dict[str, WordForm] = {}
        self._stems: defaultdict[str, int] = defaultdict(count().__next__)
        self._trigrams: defaultdict[tuple[str, ...], int] = defaultdict(count().__next__)

    def __missing__(self, piece: str) -> tuple[WordForm, ...]:
        """The forms of a piece that was not met before. A sentence of Han is one piece, and not worth keeping."""
        forms = self._of(word_forms(piece))
        if len(piece) <= LONGEST_PIECE:
            self[piece] = forms
        return forms

    def _of(self, texts: Iterable[str]) -> tuple[WordForm, ...]:
        """Forms by their texts.

        A word of one character has no trigrams: in Han it is its own stem, and pairs say more.
        """
        forms = []
        for text in texts:
            form = self._forms.get(text)
            if form is None:
                marked = f" {text} " if len(text) > 1 else ""
                trigrams = tuple(map(self._trigrams.__getitem__, zip(marked, marked[1:], marked[2:], strict=False)))
                form = self._forms[text] = WordForm(text, self._stems[text[:STEM_LETTERS]], trigrams)
            forms.append(form)
        return tuple(forms)

    def texts(self, paragraphs: Iterable[str]) -> list[Text]:
        """The paragraphs as compared; those that are repeated are one value."""
        read: dict[str, Text] = {}
        result = []
        for text in paragraphs:
            found = read.get(text)
            if found is None:
                forms = tuple(chain.from_iterable(map(self.__getitem__, text.split())))
                # A line of asterisks or a lone emoji has no words: its signs are compared instead.
                forms = forms or self._of([word.form for word in words(text)])
                found = read[text] = Text(len(text), forms, tuple([form.stem for form in forms]))
            result.append(found)
        return result


def pairs_of(stems: Sequence[int]) -> list[int]:
    """The pairs of neighbouring stems, each as one number."""
    return [(first + 1 << STEM_BITS) + second for first, second in pairwise(stems)]


def sequence_of(text: Text) -> str:
    """One code point for each stem of a text, in order."""
    return "".join([form.sign for form in text.forms])
