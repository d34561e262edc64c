"""The clause a word of saying stands in, told by commas, stops, brackets and quotation marks.

On Friday, |two people familiar with the talks| said the council would vote.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice, takewhile

from diffing.ledger.language.lexicon import lexicon
from diffing.text.folding import WORD
from diffing.text.function_words import content_words
from diffing.text.words import STEM_LENGTH

# In folded text every quotation mark is an apostrophe, and every dash a hyphen.
_BREAK = re.compile(r"[,;:.!?()\[\]]|(?<!\w)'|'(?!\w)|-(?!\w)|(?<!\w)-")
# Longer than seven words.
_CLAUSE = 80
_WORD_OR_BREAK = re.compile(rf"{WORD.pattern}|(?P<stop>{_BREAK.pattern})")


def words_until_break(text: str, start: int, end: int, most: int) -> list["re.Match[str]"]:
    """The words of a folded text's stretch before the first break, so many at most.

    A text without a break is not read to its end for each source.
    """
    found = islice(_WORD_OR_BREAK.finditer(text, start, end), most)
    return list(takewhile(lambda one: one["stop"] is None, found))


def clause_start(text: str, end: int) -> int:
    """Where the clause begins that ends there; looked for among so many characters."""
    start = max(0, end - _CLAUSE)
    breaks = [found.end() for found in _BREAK.finditer(text, start, end)]
    return breaks[-1] if breaks else start


@cache
def _bodies(language: str) -> Mapping[str, str]:
    bodies: Mapping[str, Sequence[str]] = lexicon(language).get("sources", {}).get("bodies", {})
    return {word: body for body, words in bodies.items() for word in words}


def content_stems(words: Iterable[str], language: str) -> Iterator[str]:
    """Yield the stems of the content words among some words; words for bodies that mean the same have one stem."""
    bodies = _bodies(language)
    for word in content_words((word.removesuffix("'s") for word in words), language):
        yield bodies.get(word, word[:STEM_LENGTH])
