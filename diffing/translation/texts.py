"""Paragraphs as texts to weigh: their signs, length and form; several as one.

Text(signs={4, 17}, length=138, sentences=2, ...)   a paragraph
joined_text([first, second])                        the union of their signs, the sum of their lengths
"""

from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple

from diffing.model import Pair
from diffing.translation.contents import Content
from diffing.translation.mentions import Number


class Text(NamedTuple):
    """A paragraph, or several as one; `lone` counts the numbers that the other article has nowhere."""

    signs: frozenset[int]
    length: float
    sentences: int
    asks: bool
    quotes: bool
    has_colon: bool
    ends: bool
    lone: int


class Judged(NamedTuple):
    """A text, and the sum of what its signs cost if the other text lacks them."""

    text: Text
    lacking: float


def tilt_of(contents: Pair[Sequence[Content]]) -> float:
    """Return the square root of the ratio of the lengths of two articles, right to left."""
    left, right = (sum(content.length for content in side) for side in contents)
    return sqrt((right + 1) / (left + 1))


def text_of(content: Content, signs: frozenset[int], lone: frozenset[Number]) -> Text:
    """Return a paragraph with these signs; `lone` are the numbers that only its side has."""
    return Text(
        signs,
        content.length,
        content.sentences,
        content.asks,
        content.quotes,
        content.has_colon,
        content.ends,
        len(content.numbers & lone),
    )


def joined_text(texts: Sequence[Text]) -> Text:
    """Return several texts as one: a headline has no end mark, so that the next line continues its sentence."""
    return Text(
        frozenset().union(*[text.signs for text in texts]),
        sum(text.length for text in texts),
        sum(text.sentences for text in texts) - sum(not text.ends for text in texts[:-1]),
        any(text.asks for text in texts),
        any(text.quotes for text in texts),
        any(text.has_colon for text in texts),
        texts[-1].ends,
        sum(text.lone for text in texts),
    )
