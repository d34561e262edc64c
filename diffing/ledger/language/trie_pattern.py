"""A pattern of any of many words, which writes common beginnings once.

[may, march, mayo]   ->   ma(?:rch|y(?:o)?)      the longest that fits

Side by side the words of a table take twice as long to scan: hundreds are tried one after the other at any place.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from diffing.text.folding import folded


def alternatives(words: Iterable[str]) -> str:
    """A pattern of any of the words, folded, and one that matches nowhere for none."""
    return tree(sorted({folded(word).text for word in words if word})) or "(?!)"


def tree(words: Sequence[str], space: str = r"\ ") -> str:
    """A pattern of different words in the order of the alphabet; `space` is the one of a space in them."""
    branches = []
    for first, group in groupby((word for word in words if word), key=lambda word: word[0]):
        rest = [word[1:] for word in group]
        branches.append((space if first == " " else re.escape(first)) + tree(rest, space))
    joined = "|".join(branches)
    if not joined or "" in words:
        return f"(?:{joined})?" if joined else ""
    return f"(?:{joined})" if len(branches) > 1 else joined
