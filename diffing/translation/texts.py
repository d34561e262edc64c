"""Paragraphs as texts to weigh: their signs, length and form; several as one.

Text(signs={4, 17}, length=138, sentences=2, ...)   a paragraph
joined_text([first, second])                        the union of their signs, the sum of their lengths
"""

from collections.abc import Sequence
from math import log, sqrt
from typing import NamedTuple

from diffing.model import Pair
from diffing.translation.contents import Content
from diffing.translation.mentions import Number

SLACK = 10
"""Letters added to both lengths, so that the length of a short line is weak evidence."""
# The variance of the logarithm of the ratio of lengths: a part for each text, and a part that shrinks with its length.
# Measured on news in eight pairs of languages, where it is alike in all of them.
_VARIANCE, _VARIANCE_OF_LETTER = 0.004, 1.6
_MOST_MISFIT = 16


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


def misfit(own: float, other: float) -> float:
    """Return how little two lengths fit, of texts that are as long on either side, as a log-likelihood from 0 up."""
    distance = log((other + SLACK) / (own + SLACK))
    variance = _VARIANCE + _VARIANCE_OF_LETTER / max(1.0, (own + other) / 2)
    return min(distance * distance / variance, _MOST_MISFIT) / 2


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
    signs, lengths, sentences, asks, quotes, colons, ends, lone = zip(*texts, strict=True)
    return Text(
        frozenset().union(*signs),
        sum(lengths),
        sum(sentences) - ends[:-1].count(False),
        True in asks,
        True in quotes,
        True in colons,
        ends[-1],
        sum(lone),
    )
