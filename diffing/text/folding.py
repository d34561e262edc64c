"""A text in the form that lexicons are written in, and the offset of each of its characters in the original.

Según “fuentes”, No-One…    ->    segun 'fuentes', no-one…
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from diffing.model import Place
from diffing.patterns import compiled
from diffing.text.scripts import HAN_CHARACTERS, is_western
from diffing.text.words import STEM_LENGTH, compared_form

_PLAIN_LETTER = r"[^\W_]"
_LETTER = rf"[^\W_{HAN_CHARACTERS}]"
# Blocks of Han characters, as the first and the last one.
_HAN = (("\u3400", "\u9fff"), ("\uf900", "\ufaff"))


@cache
def _words(other: str, *, is_plain: bool) -> re.Pattern[str]:
    letter, han = (_PLAIN_LETTER, "(?!)") if is_plain else (_LETTER, f"[{HAN_CHARACTERS}]")
    return compiled(rf"{letter}+(?:['-]{letter}+)*|{han}|{other or '(?!)'}")


def word_pattern(text: str, other: str = "") -> re.Pattern[str]:
    """Return the pattern of the words of a folded text, and of what else the expression `other` matches.

    Chinese has no spaces between its words, so each Han character is one. The pattern that knows them takes some
    milliseconds to compile, and most texts are plain.
    """
    return _words(other, is_plain=is_western(text))


def has_han(text: str) -> bool:
    """Return whether a text has a Han character."""
    return not is_western(text) and any(first <= character <= last for character in text for first, last in _HAN)


class FoldedText(NamedTuple):
    """A text without case, accents and typographic style, folded character by character.

    `offsets` has the offset of each character in the original text, and is None if all offsets are equal.
    """

    text: str
    offsets: Sequence[int] | None

    def place(self, paragraph: int, start: int, end: int) -> Place:
        """Return the place in a paragraph of the characters `start`..`end` of the folded text."""
        if self.offsets is None:
            return Place(paragraph, start, end)
        return Place(paragraph, self.offsets[start], self.offsets[end - 1] + 1)

    def at(self, offset: int) -> int:
        """Return the offset in the folded text of an offset in the original."""
        return offset if self.offsets is None else bisect_left(self.offsets, offset)

    def part(self, start: int, end: int) -> "FoldedText":
        """Return the folded text of the characters `start`..`end` of the original."""
        if self.offsets is None:
            return FoldedText(self.text[start:end], None)
        first, last = self.at(start), self.at(end)
        return FoldedText(self.text[first:last], [offset - start for offset in self.offsets[first:last]])


HAN_OF_EVERY_PATTERN = dict(
    zip(
        "两万亿余公元前西紀暦佛曆仏明治大正民國昭和平成令历国",
        "両万亿余公元前西紀历仏历仏明治大正民国昭和平成令历国",
        strict=True,
    )
)
"""The Han characters of numbers and eras, which stand in patterns for texts of every language, and their forms.

To find them in the tables of Han characters would take a twentieth of the time of every start.
"""


class _Characters(dict[int, str]):
    """The compared form of each character; white space is a plain space, and a digit is an ASCII digit.

    `irregular` are the characters looked up so far whose form is empty, as of an accent, or longer, as of a ligature.
    """

    def __init__(self) -> None:
        super().__init__({ord(character): form for character, form in HAN_OF_EVERY_PATTERN.items()})
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


def _plain(text: str) -> str:
    return text.lower().replace('"', "'").replace("`", "'")


def folded(text: str) -> FoldedText:
    """Return the text in the form that lexicons are written in."""
    if text.isascii() and text.isprintable():
        return FoldedText(_plain(text), None)
    form = text.translate(_CHARACTERS)
    if text.isascii() or _CHARACTERS.irregular.isdisjoint(text):
        return FoldedText(form, None)
    return FoldedText(form, [at for at, character in enumerate(text) for _ in _CHARACTERS[ord(character)]])


def all_folded(words: Sequence[str]) -> Sequence[str]:
    """Return words or phrases in the form that lexicons are written in; a list in ASCII is folded as one text."""
    joined = "\n".join(words)
    is_plain = joined.isascii() and joined.replace("\n", " ").isprintable()
    if is_plain and joined.count("\n") == len(words) - 1:
        return _plain(joined).split("\n")
    return [folded(word).text for word in words]


@lru_cache(maxsize=1 << 15)
def stem_of(form: str) -> str:
    """Return the stem of a compared form, in the letters of a folded text: komme for two forms of one Russian word.

    A compared form has Latin letters if all its letters are Serbian too (комментарий), and else Cyrillic ones
    (комментируют). In a folded text each letter is folded by itself.
    """
    return form[:STEM_LENGTH] if form.isascii() else folded(form).text[:STEM_LENGTH]
