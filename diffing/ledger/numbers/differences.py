"""Numbers that only say how far two others are apart, which both articles tell.

left   won 32 seats, |six| fewer than in 2027      right   won 32 seats; in 2027 it had |38|
left   rose by |5| points to 45                    right   rose from |40| to 45

left   has |tripled|, from 220 to 660                right   was 220, and is now 660

Neither number is gone or new: one follows from the other.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from diffing.ledger.core.sides import Side
from diffing.ledger.language.lexicon import lexicon
from diffing.ledger.numbers.extract import Quantity
from diffing.ledger.numbers.values import POINTS, TIMES
from diffing.model import Place
from diffing.patterns import lazy_pattern
from diffing.text.folding import folded

_WORDS = lazy_pattern(r"[^\W\d_]+")
# Characters before and behind a number in which 'by' or 'fewer' is looked up.
_BESIDE = 20


def follows(
    side: Side, place: Place, own: Mapping[Place, Quantity], other: Mapping[Place, Quantity], others: Sequence[Place]
) -> bool:
    """Return whether a number of a side follows from those of the other side.

    `others` are the places of the numbers of the same row there.
    Either it is a difference of one number of its sentence and one there, or one there is the difference from it, or it
    says how many times one there is another one.
    """
    quantity = own[place]
    if not _is_exact(quantity):
        return False
    here = [one for at, one in own.items() if at.paragraph == place.paragraph and at != place and _is_exact(one)]
    there = [(at, other[at]) for at in others if _is_exact(other[at])]
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
