"""A reader's search in the articles: the query, and its matches in a text.

'nicolas'   finds Nicolás, NICOLAS and Nicolas: case and accents do not count
'214'       finds ２１４ and ٢١٤: neither do wide and narrow forms, nor the digits of a script
'Nicol.s'   as a regular expression finds Nicolás, in the author's characters, case not counting
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from diffing.expressions import ExpressionError, compiled

from ..text.wrapping import Stretch

if TYPE_CHECKING:
    import regex

# What is folded to several characters or to none stands for itself here, one for one, and is folded the long way.
_NOT_ONE = "\0"


@dataclass(frozen=True)
class Search:
    """A search over any number of texts.

    An invalid expression (`(`, while the reader still types) finds nothing; `fault` says why.
    """

    query: str
    is_expression: bool = False

    @cached_property
    def _words(self) -> re.Pattern[str]:
        return re.compile(re.escape(_folded(self.query)[0]))

    @cached_property
    def _expression(self) -> "regex.Pattern[str] | str":
        """The compiled expression, or the reason why it is none."""
        try:
            return compiled(self.query, ignores_case=True)
        except ExpressionError as error:
            return str(error)

    @property
    def fault(self) -> str:
        """Reason why the query is invalid; empty if it is valid."""
        return self._expression if self.is_expression and isinstance(self._expression, str) else ""

    def stretches(self, text: str, seconds: float | None = None) -> list[Stretch]:
        """Return where the text matches, as (start, end) offsets in code points, none of them empty.

        Raises TimeoutError if an expression takes more than `seconds` of real time.
        """
        if not self.query:
            return []
        if self.is_expression:
            if isinstance(self._expression, str):
                return []
            spans = (match.span() for match in self._expression.finditer(text, timeout=seconds))
        elif (folded := _folded_alike(text)) is not None:
            spans = (match.span() for match in self._words.finditer(folded))
        else:
            return list(self._unlike(text))
        return [(start, end) for start, end in spans if start < end]

    def _unlike(self, text: str) -> Iterator[Stretch]:
        """Yield the matches in a text whose characters do not stay one each without case and accents."""
        folded, origins = _folded(text)
        last = 0
        for match in self._words.finditer(folded):
            if match.start() == match.end():
                continue
            start, end = origins[match.start()], origins[match.end() - 1] + 1
            while end < len(text) and unicodedata.combining(text[end]):
                end += 1
            # One character can be several without case and accents: 's' is in 'ß' twice, and found once.
            if last <= start:
                yield start, end
                last = end


class _Folds(dict[int, str]):
    """For `str.translate`: each character without case and accents, where that is one character."""

    def __missing__(self, code: int) -> str:
        folded, _ = _folded(chr(code))
        self[code] = folded if len(folded) == 1 and not unicodedata.combining(chr(code)) else _NOT_ONE
        return self[code]


_FOLDS = _Folds()


def _folded_alike(text: str) -> str | None:
    """Return the text without case and accents, if each character stays one: twenty times as fast as the long way."""
    if text.isascii():
        return text.lower()
    folded = text.translate(_FOLDS)
    return None if _NOT_ONE in folded else folded


def _folded(text: str) -> tuple[str, list[int]]:
    """Return the text without case and accents, and for each of its characters the offset it comes from."""
    folded = []
    origins = []
    for offset, character in enumerate(text):
        for part in unicodedata.normalize("NFD", _usual(character).casefold()):
            if not unicodedata.combining(part):
                folded.append(_PLAIN_QUOTES.get(part, part))
                origins.append(offset)
    return "".join(folded), origins


def _usual(character: str) -> str:
    """Return a digit of any script as that of ours, and a wide or narrow form of a letter as its usual one."""
    if character.isascii():
        return character
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    is_form = unicodedata.decomposition(character).startswith(("<wide>", "<narrow>"))
    return unicodedata.normalize("NFKC", character) if is_form else character


# A reader types straight quotes.
_PLAIN_QUOTES = {"‘": "'", "’": "'", "“": '"', "”": '"'}
