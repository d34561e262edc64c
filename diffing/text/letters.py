"""Letters with their marks: where a text may be cut.

    थे      a consonant and its vowel sign are one letter, of two characters
    é       so are e and an accent behind it
    👩‍👧     and what zero width joiners join

Words hold whole letters (words.py). Places that are found in another way, as by folded texts or by patterns, are
widened here to whole letters.
"""

import re
from functools import cache

from diffing.patterns import compiled
from diffing.text.combining_marks import MARKS

FIRST_MARK = "\u0300"
"""The first combining mark of Unicode: a character before it is none, which is quickly seen."""
_JOINER = "\u200d"


@cache
def _mark() -> re.Pattern[str]:
    return compiled(f"[{MARKS}]")


def is_mark(character: str) -> bool:
    """Return whether a character is a combining mark; a sign of punctuation or money is quickly seen to be none."""
    if character < FIRST_MARK or "\u2000" <= character <= "\u20cf":
        return False
    return _mark().match(character) is not None


def is_inside(text: str, at: int) -> bool:
    """Return whether a cut of a text before character `at` is inside a letter. A mark behind white space has none."""
    if not 0 < at < len(text) or text[at] < FIRST_MARK:
        return False
    before = text[at - 1]
    return not before.isspace() and (is_mark(text[at]) or _JOINER in (before, text[at]))


def whole(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range `start`..`end` of a text, widened to whole letters."""
    while is_inside(text, start):
        start -= 1
    while is_inside(text, end):
        end += 1
    return start, end


def word_end(text: str, at: int) -> int:
    """Return the end of a word that was read up to `at`, which is further on if a mark is there: 'ख' in 'खंभों'."""
    end = at
    while end < len(text) and (is_mark(text[end]) or (end > at and text[end].isalnum())):
        end += 1
    return end
