"""What a reader looks for in the articles, and where it stands.

'nicolas'   finds Nicolás, NICOLAS and Nicolas: case and accents do not count
'Nicol.s'   as a regular expression finds Nicolás, in the author's characters, case not counting
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from tui.wrapping import Stretch


@dataclass(frozen=True)
class Search:
    """A search over any number of texts.

    An expression that is none (`(`, while the reader still types) finds nothing; `fault` says why.
    """

    query: str
    is_expression: bool = False

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        try:
            if self.is_expression:
                return re.compile(self.query, re.IGNORECASE)
            return re.compile(re.escape(_folded(self.query)[0]))
        except (re.error, OverflowError, RecursionError):
            return None

    @property
    def fault(self) -> str:
        """What is wrong with the query, or nothing."""
        return "" if self._pattern is not None else "not a regular expression"

    def stretches(self, text: str) -> list[Stretch]:
        """Where the text has what is looked for, as (start, end) offsets in code points, none of them empty."""
        if self._pattern is None or not self.query:
            return []
        if self.is_expression or text.isascii():
            # One character stays one when only ASCII is made lower case.
            matches = (match.span() for match in self._pattern.finditer(text if self.is_expression else text.lower()))
            return [(start, end) for start, end in matches if start < end]
        folded, origins = _folded(text)
        found: list[Stretch] = []
        for match in self._pattern.finditer(folded):
            if match.start() == match.end():
                continue
            start, end = origins[match.start()], origins[match.end() - 1] + 1
            while end < len(text) and unicodedata.combining(text[end]):
                end += 1
            # One character can be several without case and accents: 's' is in 'ß' twice, and found once.
            if not found or found[-1][1] <= start:
                found.append((start, end))
        return found


def _folded(text: str) -> tuple[str, list[int]]:
    """The text without case and accents, and for each of its characters the offset it comes from."""
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
