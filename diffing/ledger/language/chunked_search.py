"""Search in a long text, chunk by chunk, so that other threads can run between two chunks.

    5 MB without a date     one search is one step of compiled code, and blocks the process for seconds

The result is that of one search: a match near the end of a chunk is searched again, together with the text after it.
"""

import re
from collections.abc import Iterator

# Size of a chunk, in characters: the largest patterns take a tenth of a second for it.
WINDOW = 100_000
# A match so near the end of a chunk, in characters, is not accepted. It is more than the length of any date or number
# with the text that must follow it.
BORDER = 5_000


def search(pattern: re.Pattern[str], text: str, start: int = 0) -> re.Match[str] | None:
    """Return the same match as `pattern.search(text, start)`."""
    window = WINDOW
    while start + window < len(text):
        limit = start + window - BORDER
        match = pattern.search(text, start, start + window)
        if match is not None and match.end() <= limit:
            return match
        following = limit if match is None else min(match.start(), limit)
        # A match as long as the chunk needs a larger chunk.
        window = WINDOW if following > start else 2 * window
        start = following
    return pattern.search(text, start)


def matches(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield the same matches as `pattern.finditer(text)`; the pattern must not match an empty text."""
    match = search(pattern, text)
    while match is not None:
        yield match
        match = search(pattern, text, match.end())
