"""Numbers and words of a text, by their places.

"zwölf Schiffe"   NumberMention(0, 5, 12, False)   WordMention(6, 13, "schiffe")
"""

from fractions import Fraction
from typing import NamedTuple

Number = Fraction | str
"""The value of a number; of what is no plain number, such as a time, how it is written: '7:30'."""


class NumberMention(NamedTuple):
    """A number at `start`..`end` of a text; `is_figure` is true if it is written in digits."""

    start: int
    end: int
    value: Number
    is_figure: bool


class WordMention(NamedTuple):
    """A word at `start`..`end` of a text, by its folded form."""

    start: int
    end: int
    form: str
