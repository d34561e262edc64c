"""The quantity that two numbers are together.

10-12, 'between 10 and 12'   a range      2-1, 2:1, 'two to one'   a score      'one in five'   a share
"""

from diffing.ledger.numbers.counted_nouns import counted_nouns
from diffing.ledger.numbers.values import COUNT, MONEY, PERCENT, Amount, Reader

SCORE = "score"
"""Kind of the score of a match."""
# The most goals of a side in a match: '15-20' is a range from 15 to 20.
_HIGHEST_SCORE = 15
_HUNDRED = 100
# Kinds of measures of which a share may be told: 'nine of every ten litres'.
_SHARED = frozenset({MONEY, "length", "weight", "area", "volume"})
# The English word behind which a number is a whole of members: 'one of 60'.
_MEMBER_OF = "of"


def score(first: Amount, last: Amount) -> Amount | None:
    """Return the score of two small numbers, None if they cannot be a score."""
    is_score = (
        first.is_plain
        and last.is_plain
        and max(first.low, last.low) <= _HIGHEST_SCORE
        and first.low.denominator == last.low.denominator == 1
    )
    return first._replace(end=last.end, high=last.low, kind=SCORE) if is_score else None


def hyphened(first: Amount, last: Amount, reader: Reader) -> Amount | None:
    """Return the score or the range of two numbers with a hyphen: rising figures before a noun are a range."""
    is_range = first.is_word or (first.low < last.low and counted_nouns(last, reader)[1])
    return (None if is_range else score(first, last)) or range_of(first, last)


def lead(first: Amount, last: Amount) -> Amount | None:
    """Return the score of two numbers that 'to' joins, if the first is greater, or both are one figure, else None.

    'Won three to one', 'ended 1 to 1'; but 'one to three' is a range, and 'one to one' may be a way to talk.
    """
    is_lead = first.low > last.low or (first.low == last.low and not first.is_word)
    return score(first, last) if is_lead else None


def range_of(first: Amount, last: Amount) -> Amount | None:
    """Return the range of two numbers, None if their kinds differ or the second is not greater."""
    if first.kind == COUNT:
        first = first._replace(kind=last.kind, unit=last.unit, scale=last.scale)
    if last.kind == COUNT:
        last = last._replace(kind=first.kind, unit=first.unit, scale=first.scale)
    if first.magnitude < last.magnitude and first.low * last.magnitude < last.low:
        # 'Two to three million' begins at two million.
        first = first._replace(low=first.low * last.magnitude)
    if (first.kind, first.unit, first.scale) != (last.kind, last.unit, last.scale) or first.low >= last.low:
        return None
    return first._replace(end=last.end, high=last.low, magnitude=last.magnitude)


def one_in(first: Amount, last: Amount, joint: str) -> Amount | None:
    """Return the share that 'one in five' states, in percent; None if the numbers are not a share.

    'Nine of every ten litres' is one too, and 'eight in 12 hours' is none. 'One of 60 lakes' is a member of them.
    """
    of_measure = first.is_word and last.is_word and last.kind in _SHARED and last.magnitude == 1
    if not (first.is_plain and (last.is_plain or of_measure)) or not 0 < first.low < last.low:
        return None
    if joint == _MEMBER_OF and first.low == 1:
        return None
    share = first.low / last.low * _HUNDRED
    return first._replace(end=last.end, low=share, high=share, kind=PERCENT)
