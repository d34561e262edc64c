"""The form of two texts as evidence that they correspond.

both ask                          +
one quotes, the other does not    -
neither has an end mark           +       as headlines
"""

from collections.abc import Sequence

from diffing.translation.options import Evidence, Options
from diffing.translation.texts import Text

Form = tuple[float, float, float, float]
"""The log-odds of each part of the form: question marks, quotation marks, colons, no end mark."""

NO_FORM: Form = (0.0, 0.0, 0.0, 0.0)
"""The parts of the form of texts that have none."""


def form_of(own: Text, other: Text, options: Options, marked: float) -> Form:
    """Return what the form of two texts says; `marked` is the share of paragraphs with an end mark."""
    return (
        _part(own.asks, other.asks, options.questions),
        _part(own.quotes, other.quotes, options.quotes),
        _part(own.has_colon, other.has_colon, options.colons),
        marked * _part(not own.ends, not other.ends, options.unmarked),
    )


def form_at_most(texts: Sequence[Text], other: Text, options: Options, marked: float) -> Form:
    """Return what the form of several texts says at most, each beside some sentences of another text."""
    return (
        _most([text.asks for text in texts], other.asks, options.questions),
        _most([text.quotes for text in texts], other.quotes, options.quotes),
        _most([text.has_colon for text in texts], other.has_colon, options.colons),
        marked * _most([not text.ends for text in texts], not other.ends, options.unmarked),
    )


def summed(forms: Sequence[Form]) -> Form:
    """Return the sum of the log-odds of each part of the form."""
    asks, quotes, colons, unmarked = (sum(parts) for parts in zip(*forms, strict=True))
    return asks, quotes, colons, unmarked


def _part(own: bool, other: bool, evidence: Evidence) -> float:
    return evidence.both if own and other else -evidence.one if own or other else 0.0


def _most(own: Sequence[bool], other: bool, evidence: Evidence) -> float:
    """Return what a part of the form says at most; where the other text has it alone, some sentences of it have it."""
    return sum(own) * evidence.both if any(own) else -evidence.one if other else 0.0
