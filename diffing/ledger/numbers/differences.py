"""Numbers that only say how far two others are apart, which both articles tell.

left   won 32 seats, |six| fewer than in 2027      right   won 32 seats; in 2027 it had |38|
left   rose by |5| points to 45                    right   rose from |40| to 45

left   has |tripled|, from 220 to 660                right   was 220, and is now 660

left   from |ten| to twelve                          right   aged |10 to 12|

left   1,200 jobs, |half of| them in Lorn            right   1,200 jobs, |600| of them in Lorn

Neither number is gone or new: one follows from the other.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache

from diffing.ledger.core.sides import Side
from diffing.ledger.language.lexicon import lexicon
from diffing.ledger.numbers.extract import Quantity
from diffing.ledger.numbers.values import COUNT, ORDINAL, PERCENT, POINTS, TIMES
from diffing.model import Place
from diffing.patterns import lazy_pattern
from diffing.text.folding import folded

_WORDS = lazy_pattern(r"[^\W\d_]+")
# Characters before and behind a number in which 'by' or 'fewer' is looked up.
_BESIDE = 20
# Characters between the two ends of a range that is written as two numbers.
_BETWEEN_ENDS = 12


def follows(
    side: Side, place: Place, own: Mapping[Place, Quantity], other: Mapping[Place, Quantity], others: Sequence[Place]
) -> bool:
    """Return whether a number of a side follows from those of the other side.

    `others` are the places of the numbers of the same row there.
    Either it is a difference of one number of its sentence and one there, or one there is the difference from it, or it
    says how many times one there is another one, or it is a range of which the other side has the ends, or such an end.
    """
    quantity = own[place]
    if not _is_exact(quantity):
        return any(True for _ in _ends(quantity, {at: other[at] for at in others}))
    beside = {at: one for at, one in own.items() if at.paragraph == place.paragraph}
    if any(place in ends for at in others for ends in _ends(other[at], beside)):
        return True
    here = [one for at, one in beside.items() if at != place and _is_exact(one)]
    there = [(at, other[at]) for at in others if _is_exact(other[at])]
    if _is_share_of_total(quantity, [one for _, one in there], own, other):
        return True
    if quantity.kind == TIMES and any(one.kind == ORDINAL and one.stated == quantity.stated for _, one in there):
        # 'The third rescue this month', 'three times this month'.
        return True
    if quantity.kind == TIMES:
        known = {one.stated for one in here if not one.weak} & {one.stated for _, one in there}
        return any(value and value * quantity.low in known for value in known)
    if _is_difference(side.texts[place.paragraph].text, place, quantity, side.language):
        values = {one.stated for _, one in there}
        return any(one.stated + step in values for one in here for step in (quantity.stated, -quantity.stated))
    known = {one.stated for one in here} & {one.stated for _, one in there}
    if not known:
        return False
    steps = [
        one.stated for at, one in there if _is_difference(side.other_texts[at.paragraph].text, at, one, side.language)
    ]
    return any(abs(quantity.stated - value) == step for value in known for step in steps)


def _is_share_of_total(
    quantity: Quantity, there: Iterable[Quantity], own: Mapping[Place, Quantity], other: Mapping[Place, Quantity]
) -> bool:
    """Return whether a number is the share of a total, or what it comes to, which the other side tells instead.

    Both articles have the total: 1,200 jobs, half of them in Lorn; 1,200 jobs, 600 of them in Lorn.
    """
    kinds = {PERCENT: COUNT, COUNT: PERCENT}
    parts = [one for one in there if quantity.kind in kinds and one.kind == kinds[quantity.kind]]
    if not parts:
        return False
    totals = _counts(own) & _counts(other)
    return any(
        share.stated * total == 100 * part.stated
        for one in parts
        for share, part in ((one, quantity), (quantity, one))
        if share.kind == PERCENT
        for total in totals
    )


def _counts(numbers: Mapping[Place, Quantity]) -> set[Fraction]:
    """Return the counts of an article."""
    return {one.stated for one in numbers.values() if one.kind == COUNT}


def _ends(whole: Quantity, others: Mapping[Place, Quantity]) -> Iterator[tuple[Place, Place]]:
    """Yield the places of two numbers that stand close to each other and are the ends of a range.

    What is counted stands behind the second one only: 'ten boats and twelve crews' is no range.
    """
    if whole.is_vague or _is_exact(whole):
        return
    exact = [(at, one) for at, one in others.items() if _is_exact(one)]
    lows = [
        at
        for at, one in exact
        if not one.nouns
        and ((one.kind, one.low) == (whole.kind, whole.low) or (one.kind, one.low) == (COUNT, whole.stated))
    ]
    highs = [at for at, one in exact if (one.kind, one.low) == (whole.kind, whole.high)] if lows else []
    for low in lows:
        for high in highs:
            if low.paragraph == high.paragraph and 0 < high.start - low.end <= _BETWEEN_ENDS:
                yield low, high


def _is_exact(one: Quantity) -> bool:
    return one.low == one.high and not one.is_vague


def _is_difference(text: str, place: Place, quantity: Quantity, language: str) -> bool:
    """Return whether a number says how much more or less something is: 'six fewer', 'by 5 points'."""
    before = _WORDS.findall(folded(text[max(0, place.start - _BESIDE) : place.start]).text)[-1:]
    behind = _WORDS.findall(folded(text[place.end : place.end + _BESIDE]).text)[:2]
    words = _difference_words(language)
    return quantity.kind == POINTS or not words[0].isdisjoint(before) or not words[1].isdisjoint(behind)


@cache
def _difference_words(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words right before and behind a difference of two numbers."""
    table = lexicon(language).get("numbers", {})
    return _folded(table.get("less_before", ())), _folded(table.get("less_behind", ()))


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(folded(word).text for word in words)
