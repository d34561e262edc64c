"""Figures and names that stand nowhere in the other article: what they say against a link of their paragraph.

    left 4   Farmers say that 300 sheep drowned.         300: nowhere on the right
    right 4  警报器因维修而被关闭。                        other links share 9 of 10 figures: 300 costs 1.2

How much it says depends on the two articles. Where links share nearly all figures, a figure without a counterpart
speaks strongly for an omission. In German every noun has a capital, so that links share few of these words: only what
a paragraph has more of such words without a counterpart than usual speaks against it, and says little.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from math import log
from typing import NamedTuple

from diffing.alignment.candidates import Candidate
from diffing.model import Pair
from diffing.translation.contents import Content
from diffing.translation.correspondences import Correspondences, Signs
from diffing.translation.mentions import Number
from diffing.translation.options import Options

_LEAST_TELLING = 13
# Figures or names without a counterpart that are assumed besides those of the links: few links prove little.
_ASSUMED = 3


def lone_costs(
    contents: Pair[Sequence[Content]],
    signs: Signs,
    known: Correspondences,
    links: Sequence[Candidate],
    options: Options,
) -> Pair[list[float]]:
    """Return the log-odds that each paragraph loses by what it has alone; `links` show what is usual."""
    places = [link.indices for link in links]
    lefts = [[contents.left[at] for at in own.left] for own in places]
    rights = [[contents.right[at] for at in own.right] for own in places]
    there = Pair(
        [frozenset().union(*[signs.left[at] for at in own.left]) for own in places],
        [frozenset().union(*[signs.right[at] for at in own.right]) for own in places],
    )
    left = _Side(contents.left, known.signs.left, known.numbers, known.lone.left)
    right = _Side(contents.right, known.signs.right, known.numbers, known.lone.right)
    return Pair(
        list(_costs(left, zip(lefts, there.right, strict=True), options)),
        list(_costs(right, zip(rights, there.left, strict=True), options)),
    )


class _Side(NamedTuple):
    """The paragraphs of a side, the signs of its words and of numbers, and the numbers that it has alone."""

    contents: Sequence[Content]
    words: Mapping[str, int]
    numbers: Mapping[Number, int]
    lone: frozenset[Number]


def _costs(side: _Side, links: Iterable[tuple[Sequence[Content], frozenset[int]]], options: Options) -> Iterator[float]:
    """Yield the costs of the paragraphs of a side; `links` have those of a link, and the signs of the other side."""
    figures: list[bool] = []
    names: list[bool] = []
    for own, signs in links:
        numbers = frozenset().union(*[content.numbers for content in own])
        figures += [side.numbers[number] in signs for number in numbers]
        names += [side.words.get(word) in signs for word in frozenset().union(*[content.capitals for content in own])]
    number = _cost(figures)
    name = options.trust * _cost(names)
    usual = 1 - sum(names) / (len(names) + _ASSUMED)
    for content in side.contents:
        more = sum([word not in side.words for word in content.capitals]) - usual * len(content.capitals)
        alone = sum(map(_is_telling, content.numbers & side.lone))
        yield number * alone + name * max(0.0, more)


def _is_telling(number: Number) -> bool:
    """Return whether a number can hardly be said in words that are no number words, such as a dozen or both."""
    return not isinstance(number, Fraction) or number >= _LEAST_TELLING


def _cost(found: Sequence[bool]) -> float:
    """Return the log-odds that one without a counterpart costs, given which ones of the links have theirs there."""
    return -log(1 - sum(found) / (len(found) + _ASSUMED))
