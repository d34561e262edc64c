r"""Regular expressions of a reader: compiled and matched within bounds.

    Updated \d+       fine
    (a+)+b            fine, and stopped where a text takes it too long
    (a{9999}){9999}   too large: its parts would be copied a hundred million times
    (                 not a regular expression

They are matched by `regex`, since a match of `re` cannot be stopped: some expressions take exponential time, and `re`
holds the lock of the interpreter as long as it takes.
"""

import warnings
from math import prod
from typing import TYPE_CHECKING

from diffing.patterns import lazy_pattern

if TYPE_CHECKING:
    import regex

# The least count of a repetition: `regex` copies the repeated part as often, which takes memory and no timeout stops.
_REPEATED = lazy_pattern(r"\{([0-9]+)")
_MOST_DIGITS = 9
# The most copies that nested repetitions may come to: this many take a second.
_MOST_REPEATED = 1_000_000


class ExpressionError(ValueError):
    """A text that is no regular expression, or one too large to compile; in words."""


def compiled(expression: str, ignores_case: bool = False) -> "regex.Pattern[str]":
    """Return the compiled expression. Raises ExpressionError."""
    # An expression has no use for more digits, and Python refuses to read thousands of them.
    if prod(int(times[:_MOST_DIGITS]) or 1 for times in _REPEATED.findall(expression)) > _MOST_REPEATED:
        raise ExpressionError("expression too large")
    # Loaded with the first expression: most readers never type one, and it takes 40 ms.
    import regex

    with warnings.catch_warnings():
        # A warning of an odd but valid expression would be printed over the screen.
        warnings.simplefilter("ignore")
        try:
            return regex.compile(expression, regex.IGNORECASE if ignores_case else 0)
        except (regex.error, OverflowError, RecursionError, MemoryError):
            raise ExpressionError("not a regular expression") from None
