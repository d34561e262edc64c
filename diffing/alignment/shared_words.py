"""The rarest words that both texts of a link have, as they are written: the evidence shown to the reader.

“The Embargo of April 2019 on Nicolás”  |  “nicolas: the embargo of April 2019”      Embargo  Nicolás  April  2019
"""

from collections import Counter
from collections.abc import Iterable, Set
from itertools import chain
from operator import attrgetter

from diffing.alignment.vocabulary import Text, WordForm
from diffing.model import Pair
from diffing.text.letters import is_mark
from diffing.text.words import words

_STEMS = attrgetter("stems")
SHOWN_FROM = 3
"""Shared words examined for each one shown: enough to find the names among the rarest."""


class FormRanks(dict[WordForm, tuple[int, int, str]]):
    """For each form its sort key: the number of paragraphs that hold its stem, its length (longest first), its text."""

    def __init__(self, paragraphs: Iterable[Text]) -> None:
        super().__init__()
        self._held = Counter(chain.from_iterable(map(set, map(_STEMS, paragraphs))))

    def __missing__(self, form: WordForm) -> tuple[int, int, str]:
        """Compute the rank of a form on its first use."""
        made = self[form] = (self._held[form.stem], -len(form.text), form.text)
        return made


def shared_words(ranks: FormRanks, forms: Set[WordForm], sides: Pair[str], count: int) -> tuple[str, ...]:
    """Return the rarest words, numbers and names that two texts share, as the left one writes them; at most `count`.

    `forms` are the forms that both texts have; `ranks` give their rarity. Among equals, numbers and capitals come
    first, then long words, then the order of the text. Characters of scripts that put no space between words are shown
    with their neighbours, as far as the right text has them too: 委内瑞拉 and not 委.
    """
    ranked = sorted(map(ranks.__getitem__, forms))
    found: dict[str, tuple[int, bool, int, int]] = {}
    finder = _WordFinder(sides.left)
    last = 0
    for paragraphs, length, form in ranked[: SHOWN_FROM * count]:
        if len(found) >= count and paragraphs > last:
            break  # enough rarer words are found
        last = paragraphs
        at, shown = finder.find(form)
        shown = _extended(at, shown, sides)
        name = shown != shown.lower() or any(map(str.isdigit, shown))
        found.setdefault(shown, (paragraphs, not name, length, at))
    return tuple(sorted(found, key=found.__getitem__)[:count])


def _extended(start: int, word: str, sides: Pair[str]) -> str:
    """Return a word of the left text with the letters that are joined to it there and in the right text."""
    text, end = sides.left, start + len(word)
    if text.isascii() and not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
        return word  # nearly always, and in ASCII no mark joins
    while end < len(text) and _joins(text[end]) and text[start : end + 1] in sides.right:
        end += 1
    while start > 0 and _joins(text[start - 1]) and text[start - 1 : end] in sides.right:
        start -= 1
    return text[start:end] or word


def _joins(character: str) -> bool:
    """Return whether a character can continue a word: a letter, a digit or a combining mark."""
    return character.isalnum() or is_mark(character)


class _WordFinder:
    """The words of a text by compared form. Forms are searched as plain letters first, which is much faster."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._folded = text.casefold()
        self._words: dict[str, tuple[int, str]] | None = None

    def find(self, form: str) -> tuple[int, str]:
        """Return the offset of the first word of this form, and the word as it is written there."""
        if self._words is None and len(self._folded) == len(self._text):
            folded, at = self._folded, -1
            while (at := folded.find(form, at + 1)) >= 0:
                end = at + len(form)
                if not (folded[at - 1 : at].isalnum() or folded[end : end + 1].isalnum()):
                    return at, self._text[at:end]
        if self._words is None:
            self._words = {}
            for word in words(self._text):
                self._words.setdefault(word.form, (word.start, word.text))
        return self._words.get(form, (len(self._text), form))
