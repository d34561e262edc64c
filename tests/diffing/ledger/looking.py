"""Counts the characters that a search looks at: a count is the same on every machine, and time is not."""

import re
from typing import cast

from diffing.text.scripts import ScriptPattern


class Looking:
    """In the place of a pattern: counts each search and try, and the characters up to its match."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern
        self.looked_at = 0

    @property
    def pattern(self) -> ScriptPattern:
        """Itself: the pattern for every text, of which only `search` and `match` are asked for."""
        return cast(ScriptPattern, self)

    def of(self, text: str) -> "Looking":
        """As `ScriptPattern.of`."""
        return self

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """As `re.Pattern.search`."""
        end = len(text) if end is None else end
        match = self._pattern.search(text, start, end)
        self.looked_at += (end if match is None else match.end()) - start + 1
        return match

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """As `re.Pattern.match`; a try without a match looks at one character, for all that follow are bounded."""
        match = self._pattern.match(text, start)
        self.looked_at += 1 if match is None else match.end() - start + 1
        return match
