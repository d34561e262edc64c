"""Numbers of two linked sentences that are equal, but of another unit.

    left   за 640 кілометрів звідси        640 кілометрів -> 640 miles
    right  640 miles away

A unit is a word behind the number, or a sign on either side of it. Two units differ only if both are known and measure
the same sort of thing, as miles and kilometres do, or hours and days, or dollars and euros.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.translated.changes import beads_of
from diffing.ledger.translated.facts import Facts, places
from diffing.ledger.translated.word_lists import Tag, word_list
from diffing.model import Article, Pair, Row
from diffing.patterns import lazy_pattern
from diffing.translation.contents import Reader
from diffing.translation.mentions import NumberMention
from diffing.translation.stems import UNSPACED, folded

_POWERS = "powers"
# What a square mile and a cubic metre measure.
_SORTS = {"square": "area", "cubic": "volume"}
# A field of 12 square kilometres is no field of 12 kilometres.
_COMPARABLE = {"area": "length"}
# Words behind a number among which are its unit and its power: 'kilomètres carrés', 'million Jamaican dollars'.
_MOST_BEHIND = 2
_GAP = lazy_pattern(r"[ \u00a0\u202f\u200e\u200f-]*")
# What ends the words that belong to a number.
_END = lazy_pattern(r"[.,;:!?()«»„“”\"،؛。、，]")
_SIGN_BEFORE = lazy_pattern(r"([$€£₹₩₪₺₴₽])[ \u00a0\u202f]?$")
# Characters of a sign with its space, and of the longest unit without spaces.
_MOST_OF_SIGN, _LONGEST = 3, 8


class _Unit(NamedTuple):
    """A unit, with all that its word may mean, and where the number stands with it."""

    tags: frozenset[Tag]
    start: int
    end: int


def changed_units(row: Row, facts: Pair[Facts], articles: Pair[Article], readers: Pair[Reader]) -> Iterator[Entry]:
    """Yield the entries of equal numbers of a row that count other units."""
    for bead in beads_of(row):
        own = _numbers(facts.left, bead.left)
        other = _numbers(facts.right, bead.right)
        for value in own.keys() & other.keys():
            if len(own[value]) == len(other[value]) == 1:
                left = _unit_of(own[value][0], facts.left, readers.left.language)
                right = _unit_of(other[value][0], facts.right, readers.right.language)
                if left and right and _differ(left, right):
                    yield Entry(
                        Subject.NUMBER,
                        Change.CHANGED,
                        places(articles.left, row.left, left.start, left.end),
                        places(articles.right, row.right, right.start, right.end),
                        Location.SAME_SENTENCE,
                    )


def _numbers(facts: Facts, sentences: range) -> dict[Fraction, list[NumberMention]]:
    """Return the numbers of some sentences by their values."""
    found: dict[Fraction, list[NumberMention]] = {}
    for number in facts.numbers:
        if number.start in sentences and isinstance(number.value, Fraction):
            found.setdefault(number.value, []).append(number)
    return found


def _differ(one: _Unit, other: _Unit) -> bool:
    """Return whether two units measure the same sort of thing, and none of what they may mean is the same."""
    own, their = ({_COMPARABLE.get(sort, sort) for sort, _ in unit.tags} for unit in (one, other))
    return not own.isdisjoint(their) and one.tags.isdisjoint(other.tags)


def _unit_of(number: NumberMention, facts: Facts, language: str) -> _Unit | None:
    """Return the unit of a number; None if none is known."""
    known = word_list("units", language)
    text = facts.text
    before = _SIGN_BEFORE.search(text, max(0, number.start - _MOST_OF_SIGN), number.start)
    if before and (tags := known.tags(before[1])):
        return _Unit(tags, before.start(), number.end)
    gap = _GAP.match(text, number.end)
    at = gap.end() if gap else number.end
    if language in UNSPACED or not text[at : at + 1].isalpha() or '"' in text[at : at + _MOST_OF_SIGN]:
        tags, length = known.found_at(folded(text[at : at + _LONGEST]), 0)
        return _of_tags(tags, number.start, at + length) if tags else None
    stop = _END.search(text, number.end)
    last = min([stop.start() if stop else len(text), *(one.start for one in facts.numbers if one.start > number.start)])
    words = sorted(word for word in facts.words if number.end <= word.start < last)[:_MOST_BEHIND]
    found = [(word, known.tags(word.form)) for word in words]
    tags = frozenset().union(*(tags for _, tags in found))
    ends = [word.end for word, own in found if own]
    return _of_tags(tags, number.start, ends[-1]) if ends else None


def _of_tags(tags: frozenset[Tag], start: int, end: int) -> _Unit | None:
    """Return the unit of words with these tags: a square mile measures an area. None for a power alone."""
    powers = [power for sort, power in tags if sort == _POWERS]
    units = frozenset(tag for tag in tags if tag[0] != _POWERS)
    if not units or len(powers) > 1:
        return None
    if powers:
        units = frozenset((_SORTS[powers[0]], f"{powers[0]} {unit}") for sort, unit in units if sort == "length")
    return _Unit(units, start, end) if units else None
