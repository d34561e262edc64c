"""Details of a replacement: letters that differ, the sign of a figure, words that look alike.

    requested -> requests      letters  request[ed] -> request[s]
    £ 11,000 -> 12,000         sign     '£', which is at the end of the equal span before
    apple -> \u0430pple            looks alike: the first letter is Cyrillic

A front end shows these facts and does not look for them.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from unicodedata import category

from diffing.model import Op, Pair, Span
from diffing.text.concealment import look_alike
from diffing.text.near_equal import differing_letters, surviving_share
from diffing.text.tokens import tokens_of

# 'US$', 'HK$', 'CFP₣': no currency has more letters before its sign, in characters with the sign.
_LONGEST_SIGN = 4
_PLUS_AND_MINUS = ("+", "-", "−", "±")
# A book has the same words replaced by the same again and again; two words are hardly longer than this together, in
# characters.
_REMEMBERED_LENGTH = 40
_REMEMBERED_PAIRS = 1 << 13

_Letters = Pair[tuple[int, int]]


def with_details(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return the spans of a row with the details of each replacement."""
    return tuple(
        _detailed(span, spans[at - 1] if at else None) if span.op is Op.REPLACE else span
        for at, span in enumerate(spans)
    )


def _detailed(span: Span, before: Span | None) -> Span:
    left, right = span.left, span.right
    sign = _sign(before) if before is not None and left[:1].isdigit() and right[:1].isdigit() else ""
    is_short = len(left) + len(right) <= _REMEMBERED_LENGTH
    letters, is_lookalike = (_remembered if is_short else _compared)(left, right)
    if letters is span.letters and is_lookalike is span.is_lookalike and sign == span.sign:
        return span
    return replace(span, letters=letters, is_lookalike=is_lookalike, sign=sign)


def _has_plain_words(text: str) -> bool:
    """Return whether a text has two words or more, of plain ASCII: it is not one word, whatever reads it."""
    text = text.strip()
    return " " in text and text.isascii() and text.isprintable()


def _compared(left: str, right: str) -> tuple[_Letters | None, bool]:
    """Return the letters in which two nearly equal words differ, and whether two texts look alike."""
    return _letters(left, right), _looks_alike(left.strip(), right.strip())


_remembered = lru_cache(_REMEMBERED_PAIRS)(_compared)


def _letters(left: str, right: str) -> _Letters | None:
    if _has_plain_words(left) or _has_plain_words(right):
        return None
    own, other = tokens_of(left), tokens_of(right)
    if len(own) != 1 or len(other) != 1 or not surviving_share(own[0].form, other[0].form):
        return None
    words = left[own[0].start : own[0].end], right[other[0].start : other[0].end]
    differing = differing_letters(*words)
    return Pair(
        *(
            (token.start + start, token.start + end)
            for token, (start, end) in zip((*own, *other), differing, strict=True)
        )
    )


def _looks_alike(left: str, right: str) -> bool:
    # Plain ASCII looks like nothing but itself.
    is_plain = left.isascii() and right.isascii() and left.isprintable() and right.isprintable()
    return not is_plain and look_alike(left, right)


def _sign(span: Span) -> str:
    """Return what ends both texts of a span and belongs to the figure behind it: '£', 'US$', a minus; or nothing."""
    if span.op is not Op.EQUAL or span.move is not None:
        return ""
    left, right = span.left, span.right
    if category(left[-1:] or " ") == "Sc":
        start = len(left) - 1
        while start > max(0, len(left) - _LONGEST_SIGN) and left[start - 1].isupper():
            start -= 1
        sign = left[start:]
    else:
        sign = left[-1:] if left[-1:] in _PLUS_AND_MINUS and not left[-2:-1].strip() else ""
    return sign if right.endswith(sign) and (left == sign) == (right == sign) else ""
