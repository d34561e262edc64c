"""The log-odds that a candidate is a link, as the options weigh its numbers.

    similarity less the rival's  .31, -.02, ...   times   5.1, 4.8, ...   summed   ->   3.7: likely

Candidates are judged by one object, so that whoever fits the weights can record what was judged (see
tests/quality/alignment_quality.py).
"""

from collections.abc import Iterable
from math import exp, log
from operator import mul
from statistics import median

from diffing.alignment.options import Options

ROUNDING = 1e-6
"""Log-odds that rounding may change, and much more."""

Numbers = tuple[float, ...]
"""What speaks for a candidate or an extension, in the order of its weights (see options)."""

Cells = tuple[int, int, int, int]
"""Paragraphs of a candidate, 0-based: left start, left end, right start, right end; the ends are excluded."""


class Scorer:
    """Weighs the numbers of candidates and of extensions."""

    def __init__(self, options: Options) -> None:
        self.options = options

    def pair_odds(self, cells: Cells, numbers: Numbers) -> float:
        """Return the log-odds that the texts of a pair or of a group correspond."""
        return weigh(numbers, self.options.pair_weights)

    def is_hopeless(self, numbers: Numbers) -> bool:
        """Return whether an extension fails even if the similarity rises as far as it can: it need not be measured."""
        odds = weigh(numbers, self.options.extension_weights)
        return self.options.extension_weights.rise >= 0 and odds < self.options.extension_floor - ROUNDING

    def extension_odds(self, cells: Cells, rest: Cells, numbers: Numbers) -> float:
        """Return the log-odds that a group is right to include the paragraph that `rest` lacks."""
        return weigh(numbers, self.options.extension_weights)


def usual_tilt(lengths: Iterable[tuple[int, int]]) -> float:
    """Return the square root of the usual ratio of lengths, right to left: the median over pairs that are likely true.

    The median, for a total would change with every paragraph that only one side has.
    """
    ratios = [log((right + 1) / (left + 1)) for left, right in lengths]
    return exp(median(ratios) / 2) if ratios else 1.0


def misfit(own: int, other: int, tilt: float, options: Options) -> float:
    """Return how far two lengths (characters) are from the usual ratio, which is the tilt squared, as a logarithm.

    0 if they fit, positive if the other is too long. Swapping the lengths and inverting the tilt changes the sign only.
    """
    slack = options.length_slack
    return log((other / tilt + slack) / (own * tilt + slack))


def weigh(numbers: Numbers, weights: tuple[float, ...]) -> float:
    """Return log-odds: each number times its weight, added."""
    return sum(map(mul, numbers, weights), 0.0)
