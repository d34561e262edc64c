"""Find the clause of a word of saying, by commas, full stops, brackets and quotation marks.

On Friday, |two people familiar with the talks| said the council would vote.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice, takewhile

from diffing.ledger.language.lexicon import lexicon
from diffing.text.folding import folded, word_pattern
from diffing.text.function_words import content_words
from diffing.text.words import STEM_LENGTH

# Folded text has an apostrophe for every quotation mark and a hyphen for every dash.
_BREAK = re.compile(r"[,;:.!?()\[\]。]|(?<!\w)'|'(?!\w)|-(?!\w)|(?<!\w)-")
# Characters before a verb that are searched for the start of its clause: more than seven words.
_CLAUSE = 80
_STOP = f"(?P<stop>{_BREAK.pattern})"


def words_until_break(text: str, start: int, end: int, most: int) -> list["re.Match[str]"]:
    """Return the words of a range of folded text before its first break, at most `most`.

    The limit bounds the work for a text without breaks.
    """
    words = islice(word_pattern(text, _STOP).finditer(text, start, end), most)
    return list(takewhile(lambda one: one["stop"] is None, words))


def clause_start(text: str, end: int) -> int:
    """Return the start of the clause that ends at `end`; a clause has at most `_CLAUSE` characters."""
    start = max(0, end - _CLAUSE)
    breaks = [found.end() for found in _BREAK.finditer(text, start, end)]
    return breaks[-1] if breaks else start


@cache
def bodies(language: str) -> Mapping[str, str]:
    """Return the words for organisations and for people who know, each with the name of its group."""
    groups: Mapping[str, Sequence[str]] = lexicon(language).get("sources", {}).get("bodies", {})
    return {folded(word).text: body for body, words in groups.items() for word in words}


def content_stems(words: Iterable[str], language: str) -> Iterator[str]:
    """Yield the stems of the content words among some words; the words for one kind of organisation have one stem."""
    groups = bodies(language)
    for word in content_words((word.removesuffix("'s") for word in words), language):
        yield groups.get(word, word[:STEM_LENGTH])
