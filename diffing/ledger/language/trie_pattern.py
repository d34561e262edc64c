"""A pattern that matches any of many words and contains common beginnings only once.

[may, march, mayo]   ->   ma(?:rch|y(?:o)?)      the longest word matches

A simple alternation of the words takes twice as long, because it tries hundreds of words at each offset.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from diffing.text.folding import folded
from diffing.text.possible_words import MayHave


def alternatives(words: Iterable[str], may_have: MayHave | None = None) -> str:
    """Return a pattern of any of the words, folded; without words, a pattern that never matches.

    With `may_have`, words that it excludes are left out: the texts to be searched do not have them.
    """
    forms = {folded(word).text for word in words if word}
    return tree(sorted(forms if may_have is None else filter(may_have, forms))) or "(?!)"


def tree(words: Sequence[str], space: str = r"\ ") -> str:
    """Return a pattern of any of the words, which must be sorted and unique; `space` is the pattern of their spaces."""
    branches = []
    for first, group in groupby((word for word in words if word), key=lambda word: word[0]):
        rest = [word[1:] for word in group]
        branches.append((space if first == " " else re.escape(first)) + tree(rest, space))
    joined = "|".join(branches)
    if not joined or "" in words:
        return f"(?:{joined})?" if joined else ""
    return f"(?:{joined})" if len(branches) > 1 else joined
