"""Figures and names that stand nowhere in the other article: what they say against a link of their paragraph.

    left 4   Farmers say that 300 sheep drowned.         300: nowhere on the right
    right 4  警报器因维修而被关闭。                        other links share 9 of 10 figures: 300 costs 1.2

How much it says depends on the two articles. Where links share nearly all figures, a figure without a counterpart
speaks strongly for an omission. In German every noun has a capital, so that links share few of these words: only what
a paragraph has more of such words without a counterpart than usual speaks against it, and says little.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import log

from diffing.alignment.candidates import Candidate
from diffing.model import Pair
from diffing.translation.contents import Content
from diffing.translation.correspondences import Correspondences
from diffing.translation.mentions import Number
from diffing.translation.options import Options

_LEAST_TELLING = 13
# Figures or names without a counterpart that are assumed besides those of the links: few links prove little.
_ASSUMED = 3


def lone_costs(
    contents: Pair[Sequence[Content]], known: Correspondences, links: Sequence[Candidate], options: Options
) -> Pair[list[float]]:
    """Return the log-odds that each paragraph loses by what it has alone; `links` show what is usual."""
    linked = [
        Pair(contents.left[link.left : link.left_end], contents.right[link.right : link.right_end]) for link in links
    ]
    return Pair(
        list(_costs(contents.left, known, linked, options)),
        list(_costs(contents.right, known.swapped(), [link.swapped() for link in linked], options)),
    )


def _costs(
    side: Sequence[Content], known: Correspondences, links: Sequence[Pair[Sequence[Content]]], options: Options
) -> Iterator[float]:
    """Yield the costs of the paragraphs of the left side."""
    there = [frozenset().union(*[known.of_right(content) for content in link.right]) for link in links]
    figures = [
        known.numbers[number] in signs
        for link, signs in zip(links, there, strict=True)
        for number in frozenset().union(*[content.numbers for content in link.left])
    ]
    names = [
        known.signs.left.get(word) in signs
        for link, signs in zip(links, there, strict=True)
        for word in frozenset().union(*[content.capitals for content in link.left])
    ]
    number = _cost(figures)
    name = options.trust * _cost(names)
    usual = 1 - sum(names) / (len(names) + _ASSUMED)
    for content in side:
        more = sum([word not in known.signs.left for word in content.capitals]) - usual * len(content.capitals)
        alone = sum(map(_is_telling, content.numbers & known.lone.left))
        yield number * alone + name * max(0.0, more)


def _is_telling(number: Number) -> bool:
    """Return whether a number can hardly be said in words that are no number words, such as a dozen or both."""
    return not isinstance(number, Fraction) or number >= _LEAST_TELLING


def _cost(found: Sequence[bool]) -> float:
    """Return the log-odds that one without a counterpart costs, given which ones of the links have theirs there."""
    return -log(1 - sum(found) / (len(found) + _ASSUMED))
