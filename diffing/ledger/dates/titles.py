"""Titles of works that look like days.

He said so on “This Week” and on “Tomorrow.”      titles: a word stands before the quotation marks
“Tomorrow,” she said.                             speech: a day
He said so on This Week.                          a title: a capital inside a sentence
Council Votes Tomorrow                            a headline: a day
"""

from diffing.patterns import lazy_pattern

MAY_BE_TITLE = frozenset({"relative", "weekday", "feast"})
"""Kinds of dates whose words may be a title."""

_BEFORE = lazy_pattern(r"[^\W\d_] [\"'\u201c\u2018\u00ab\u201e\u2039]\s?$")
_BEHIND = lazy_pattern(r"[.,]?\s?[\"'\u201d\u2019\u00bb\u201c\u203a]")
_SMALL_BEFORE = lazy_pattern(r"(?<![^\W_])[a-z]+ $")
# Marks behind the last sentence of a paragraph.
_CLOSING = "\"'\u201d\u2019\u00bb) "
# The characters before a date in which a small word or a quotation mark is looked up.
_LOOK_BACK = 16


def is_title(text: str, start: int, end: int, kind: str) -> bool:
    """Return whether words at a place are a title; `kind` is the kind of date that they look like.

    A title has a capital, and stands in quotation marks behind a word. In a sentence a capital is enough for words that
    have none otherwise.
    """
    if not text[start].isupper():
        return False
    before = text[max(0, start - _LOOK_BACK) : start]
    if _BEFORE.search(before) and _BEHIND.match(text, end):
        return True
    is_sentence = text.rstrip(_CLOSING).endswith((".", "!", "?"))
    return kind == "relative" and is_sentence and _SMALL_BEFORE.search(before) is not None
