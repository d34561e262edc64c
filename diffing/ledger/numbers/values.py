"""The values that numbers of a text are read into.

$1.5bn   ->   Amount(0, 6, 1.5e9, 1.5e9, money, USD, magnitude=1e9)
"""

from fractions import Fraction
from typing import NamedTuple

from diffing.ledger.numbers.number_patterns import NumberPatterns
from diffing.ledger.numbers.number_words import NumberWords
from diffing.text.folding import FoldedText

COUNT, PERCENT, POINTS, ORDINAL, TIMES, MONEY, DURATION = (
    "count",
    "percent",
    "points",
    "ordinal",
    "times",
    "money",
    "duration",
)
"""Kinds of numbers, besides the measures of a lexicon (length, weight, ...)."""
LETTERED = "lettered"
"""Kind of a figure joined to letters of which no unit is known, which are its unit: 800lm, 5G."""


class Amount(NamedTuple):
    """A number at `start`..`end` of a folded text; `low` and `high` differ in vague numbers ('several') and ranges.

    `kind` is the kind of number, such as money. `unit` is a currency or a scale of temperature; other units are given
    as `scale`, the size of one in the base unit of the kind. `magnitude` is the factor of words such as 'million'; the
    values include it. `also` is the kind and the value in another reading: 9m are nine metres or nine million.
    """

    start: int
    end: int
    low: Fraction
    high: Fraction
    kind: str = COUNT
    unit: str = ""
    scale: Fraction = Fraction(1)
    magnitude: int = 1
    is_word: bool = False
    is_vague: bool = False
    also: tuple[str, Fraction] | None = None

    @property
    def is_plain(self) -> bool:
        """True if this is a bare number, without kind, magnitude or range."""
        return self.kind == COUNT and self.magnitude == 1 and self.low == self.high and not self.is_vague


class Reader(NamedTuple):
    """The text in which numbers are read, with its folded form, the words of its language and its decimal separator.

    `patterns` are those of the language for this text.
    """

    text: str
    form: FoldedText
    words: NumberWords
    patterns: NumberPatterns
    decimal: str

    @property
    def has_one_case(self) -> bool:
        """True if all letters are small or all are capitals, so that case does not distinguish words."""
        return self.text.isupper() or self.text.islower()

    def shown(self, offset: int) -> str:
        """Return the character of the text at an offset of its folded form."""
        return self.text[self.form.place(0, offset, offset + 1).start]
