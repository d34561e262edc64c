"""The words of a folded text and where they stand, read once for every table of phrases.

"not only - not"     text    "not only not"        one separator as a space
                     places  0 not, 4 only, 9 not
                     original(9) is 11
"""

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from diffing.patterns import lazy_pattern

_WORD = lazy_pattern(r"\w+")
_RUN = lazy_pattern(r" {2,}")
# Separators between two words of a phrase. More of them are not a typing error but, for example, a table.
_MOST_SEPARATORS = 3
# Texts to keep, and their greatest length: the paragraphs and sentences of two articles.
_KEPT_TEXTS = 1 << 11
_KEPT_LENGTH = 100_000


class WordPlaces(NamedTuple):
    """A text with plain separators, and the offset in it of each of its words.

    A hyphen, and a run of up to three separators, is one space; a longer run is a tabulator. `offsets` has the offset
    of each character in the folded text, and is None if all offsets are equal.
    """

    text: str
    places: Sequence[tuple[int, str]]
    offsets: Sequence[int] | None

    def original(self, offset: int) -> int:
        """Return the offset in the folded text of an offset in this one."""
        return offset if self.offsets is None else self.offsets[offset]

    def spaced(self, offset: int) -> int:
        """Return the offset in this text of an offset in the folded text."""
        return offset if self.offsets is None else bisect_left(self.offsets, offset)


def word_places(text: str) -> WordPlaces:
    """Return the words of a folded text; those of texts of common length are kept."""
    return _kept(text) if len(text) <= _KEPT_LENGTH else _read(text)


def _read(text: str) -> WordPlaces:
    spaced = text.replace("-", " ")
    offsets = None
    if "  " in spaced:
        spaced, offsets = _with_single_spaces(spaced)
    places = [(word.start(), word[0]) for word in _WORD.finditer(spaced)]
    return WordPlaces(spaced, places, offsets)


_kept = lru_cache(_KEPT_TEXTS)(_read)


def _with_single_spaces(text: str) -> tuple[str, Sequence[int]]:
    """Return a text with one character for each run of spaces, and the offset of each of its characters and its end."""
    parts: list[str] = []
    offsets: list[int] = []
    end = 0
    for run in _RUN.finditer(text):
        parts += text[end : run.start()], " " if run.end() - run.start() <= _MOST_SEPARATORS else "\t"
        offsets.extend(range(end, run.start() + 1))
        end = run.end()
    offsets.extend(range(end, len(text) + 1))
    return "".join((*parts, text[end:])), offsets
