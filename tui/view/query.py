"""A reader's search in the articles: the query, and its matches in a text.

'nicolas'   finds Nicolás, NICOLAS and Nicolas: case and accents do not count
'Nicol.s'   as a regular expression finds Nicolás, in the author's characters, case not counting
"""

import re
import unicodedata
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from math import prod
from typing import TYPE_CHECKING

from diffing.patterns import lazy_pattern

from ..text.wrapping import Stretch

if TYPE_CHECKING:
    import regex

# What is folded to several characters or to none stands for itself here, one for one, and is folded the long way.
_NOT_ONE = "\0"
# The least count of a repetition: `regex` copies the repeated part as often, which takes memory and no timeout stops.
_REPEATED = lazy_pattern(r"\{([0-9]+)")
_MOST_DIGITS = 9
# The most copies that nested repetitions may come to: this many take a second.
_MOST_REPEATED = 1_000_000


@dataclass(frozen=True)
class Search:
    """A search over any number of texts.

    An invalid expression (`(`, while the reader still types) finds nothing; `fault` says why.

    Expressions are matched by `regex`, since a match of `re` cannot be stopped: some expressions take exponential time,
    and `re` holds the lock of the interpreter, and with it the screen, as long as it takes.
    """

    query: str
    is_expression: bool = False

    @cached_property
    def _words(self) -> re.Pattern[str]:
        return re.compile(re.escape(_folded(self.query)[0]))

    @cached_property
    def _expression(self) -> "regex.Pattern[str] | None":
        if self._is_too_large:
            return None
        # Loaded with the first expression: most readers never type one, and it takes 40 ms.
        import regex

        with warnings.catch_warnings():
            # A warning of an odd but valid expression would be printed over the screen.
            warnings.simplefilter("ignore")
            try:
                return regex.compile(self.query, regex.IGNORECASE)
            except (regex.error, OverflowError, RecursionError, MemoryError):
                return None

    @cached_property
    def _is_too_large(self) -> bool:
        """True if an expression repeats something too often to be compiled, by an estimate."""
        if not self.is_expression:
            return False
        # An expression has no use for more digits, and Python refuses to read thousands of them.
        return prod(int(times[:_MOST_DIGITS]) or 1 for times in _REPEATED.findall(self.query)) > _MOST_REPEATED

    @property
    def fault(self) -> str:
        """Reason why the query is invalid; empty if it is valid."""
        if self._is_too_large:
            return "expression too large"
        return "not a regular expression" if self.is_expression and self._expression is None else ""

    def stretches(self, text: str, seconds: float | None = None) -> list[Stretch]:
        """Return where the text matches, as (start, end) offsets in code points, none of them empty.

        Raises TimeoutError if an expression takes more than `seconds` of real time.
        """
        if not self.query:
            return []
        if self.is_expression:
            if self._expression is None:
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
        for part in unicodedata.normalize("NFD", character.casefold()):
            if not unicodedata.combining(part):
                folded.append(_PLAIN_QUOTES.get(part, part))
                origins.append(offset)
    return "".join(folded), origins


# A reader types straight quotes.
_PLAIN_QUOTES = {"‘": "'", "’": "'", "“": '"', "”": '"'}
