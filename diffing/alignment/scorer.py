"""The log-odds that a candidate is a link: its numbers times the weights of the options.

    similarity less the rival's  .31, -.02, ...   times   5.1, 4.8, ...   summed   ->   3.7: likely

All candidates of a grid are scored by one object. The script that fits the weights replaces it with one that records
the numbers (see tests/quality/alignment_quality.py).
"""

from collections.abc import Iterable
from math import exp, log
from operator import mul

from diffing.alignment.middle import median
from diffing.alignment.options import Options

ROUNDING = 1e-6
"""Tolerance in log-odds, far above any rounding error."""

Numbers = tuple[float, ...]
"""The evidence for a candidate or an extension, in the order of its weights (see options.py)."""

Cells = tuple[int, int, int, int]
"""The paragraphs of a candidate, 0-based: left start, left end, right start, right end; the ends are excluded."""


class Scorer:
    """Weighs the numbers of candidates and of extensions."""

    def __init__(self, options: Options) -> None:
        self.options = options

    def pair_odds(self, cells: Cells, numbers: Numbers) -> float:
        """Return the log-odds that the texts of a pair or of a group correspond."""
        return weigh(numbers, self.options.pair_weights)

    def is_hopeless(self, numbers: Numbers) -> bool:
        """Return whether an extension fails even with the greatest possible rise in similarity.

        The caller then need not compute its similarity.
        """
        odds = weigh(numbers, self.options.extension_weights)
        return self.options.extension_weights.rise >= 0 and odds < self.options.extension_floor - ROUNDING

    def extension_odds(self, cells: Cells, rest: Cells, numbers: Numbers) -> float:
        """Return the log-odds that a group is right to include the paragraph that `rest` lacks."""
        return weigh(numbers, self.options.extension_weights)


def usual_tilt(lengths: Iterable[tuple[int, int]]) -> float:
    """Return the square root of the usual ratio of lengths, right to left.

    The usual ratio is the median over pairs that are probably true. A total would change with every paragraph that only
    one side has.
    """
    ratios = [log((right + 1) / (left + 1)) for left, right in lengths]
    return exp(median(ratios) / 2) if ratios else 1.0


def misfit(own: int, other: int, tilt: float, options: Options) -> float:
    """Return the distance of two lengths (characters) from the usual ratio, as a natural logarithm.

    The usual ratio is the tilt squared. The distance is 0 if the lengths fit, positive if the other is too long.
    Swapping the lengths and inverting the tilt changes the sign only.
    """
    slack = options.length_slack
    return log((other / tilt + slack) / (own * tilt + slack))


def weigh(numbers: Numbers, weights: tuple[float, ...]) -> float:
    """Return the log-odds: the sum of each number times its weight."""
    return sum(map(mul, numbers, weights), 0.0)
