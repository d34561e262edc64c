"""A long text is searched bit by bit: between two bits other threads have their turn, such as one that takes keys.

A search of a paragraph of 5 MB for a date, where there is none, is one step in compiled code that takes seconds.
What is found is what one search would find: what touches the border of a bit is looked at again, with what follows.
"""

import re
from collections.abc import Iterator

# In characters: a tenth of a second for the largest patterns.
WINDOW = 100_000
# So near the end of a bit nothing is believed. Longer than any date or number with what must stand behind it.
BORDER = 5_000


def search(pattern: re.Pattern[str], text: str, start: int = 0) -> re.Match[str] | None:
    """As `pattern.search(text, start)`."""
    window = WINDOW
    while start + window < len(text):
        limit = start + window - BORDER
        match = pattern.search(text, start, start + window)
        if match is not None and match.end() <= limit:
            return match
        following = limit if match is None else min(match.start(), limit)
        # What is as long as the bit itself is looked at with more behind it.
        window = WINDOW if following > start else 2 * window
        start = following
    return pattern.search(text, start)


def matches(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """As `pattern.finditer(text)`, for a pattern that matches no empty text."""
    match = search(pattern, text)
    while match is not None:
        yield match
        match = search(pattern, text, match.end())
