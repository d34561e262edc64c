"""Find the clause around a word, by commas, full stops, brackets and quotation marks.

On Friday, |two people familiar with the talks| said the council would vote.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice, takewhile
from operator import itemgetter

from diffing.patterns import lazy_pattern
from diffing.text.folding import word_pattern
from diffing.text.reading import ReadText

# Folded text has an apostrophe for every quotation mark and a hyphen for every dash.
_BREAKS = r"[;!?()\[\]。]|[,:.](?!\d)|(?<!\d)[,:.]|(?<!\w)'|'(?!\w)|-(?!\w)|(?<!\w)-"
_BREAK = lazy_pattern(_BREAKS)
# Characters before a word that are searched for the start of its clause: more than seven words.
_CLAUSE = 80
_STOP = f"(?P<stop>{_BREAKS})"


def words_and_breaks(text: str, start: int, end: int) -> Iterator["re.Match[str]"]:
    """Yield the words of a range of folded text and the marks that end a clause, which are in the group `stop`."""
    return word_pattern(text, _STOP).finditer(text, start, end)


def words_until_break(text: str, start: int, end: int, most: int) -> list["re.Match[str]"]:
    """Return the words of a range of folded text before its first break, at most `most`.

    The limit bounds the work for a text without breaks.
    """
    words = islice(words_and_breaks(text, start, end), most)
    return list(takewhile(lambda one: one["stop"] is None, words))


def clause_start(text: str, end: int) -> int:
    """Return the start of the clause that ends at `end`; a clause has at most `_CLAUSE` characters."""
    start = max(0, end - _CLAUSE)
    breaks = [found.end() for found in _BREAK.finditer(text, start, end)]
    return breaks[-1] if breaks else start


def sentence_at(text: ReadText, offset: int) -> tuple[int, ReadText]:
    """Return the sentence at an offset: its start and its text."""
    at = bisect_right(text.sentences, offset, key=itemgetter(0)) - 1
    return text.sentences[at].start, text.parts[at]
