"""A text in the form the lexicons write, with the way back: where each of its characters stands.

Según “fuentes”, No-One…    ->    segun 'fuentes', no-one…
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from diffing.model import Place
from diffing.text.words import compared_form

WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
"""A word of a folded text."""
STEM = 5
"""Letters that forms of one word have in common: leave, leaves, leaving."""


class Folded(NamedTuple):
    """A text without case, accents and typographic style, character by character.

    `offsets` says where each character stands in the text it is of, none where they stand at the same.
    """

    text: str
    offsets: Sequence[int] | None

    def place(self, paragraph: int, start: int, end: int) -> Place:
        """The characters `start`..`end` of the folded text, as they stand in the paragraph."""
        if self.offsets is None:
            return Place(paragraph, start, end)
        return Place(paragraph, self.offsets[start], self.offsets[end - 1] + 1)

    def at(self, offset: int) -> int:
        """Where an offset of the text stands in the folded one."""
        return offset if self.offsets is None else bisect_left(self.offsets, offset)


class _Characters(dict[int, str]):
    """Each character's compared form; any white space is a plain space, any digit ASCII's.

    `irregular` are the characters met whose form is none, as of an accent, or several, as of a ligature.
    """

    def __init__(self) -> None:
        super().__init__()
        self.irregular: set[str] = set()

    def __missing__(self, code: int) -> str:
        character = chr(code)
        digit = unicodedata.decimal(character, None)
        form = " " if character.isspace() else compared_form(character) if digit is None else str(digit)
        if len(form) != 1:
            self.irregular.add(character)
        self[code] = form
        return form


_CHARACTERS = _Characters()
# Two scans of an article's paragraphs, and those of a row twice; a book's are folded anew.
_REMEMBERED = 512
_LONGEST_REMEMBERED = 2_000


def folded(text: str) -> Folded:
    """The text in the form the lexicons are compared in."""
    return _remembered(text) if len(text) <= _LONGEST_REMEMBERED else _fold(text)


def _fold(text: str) -> Folded:
    form = text.translate(_CHARACTERS)
    if text.isascii() or _CHARACTERS.irregular.isdisjoint(text):
        return Folded(form, None)
    return Folded(form, [at for at, character in enumerate(text) for _ in _CHARACTERS[ord(character)]])


_remembered = lru_cache(maxsize=_REMEMBERED)(_fold)
