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
            return re.compile(self.query if self.is_expression else re.escape(_folded(self.query)[0]), re.IGNORECASE)
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
            matches = (match.span() for match in self._pattern.finditer(text))
            return [(start, end) for start, end in matches if start < end]
        folded, origins = _folded(text)
        return [
            (origins[match.start()], origins[match.end() - 1] + 1)
            for match in self._pattern.finditer(folded)
            if match.start() < match.end()
        ]


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
