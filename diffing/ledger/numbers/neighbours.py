"""The words and signs beside a number that make another quantity of it: a rate, a sign, the letter of a compass point.

    3 crowns per day, per week     5 mg/day, 5 mg/week     +7, -7     41.2°N, 41.2°S

A number that stands in its place on both sides is the same only if these are the same too.
"""

import re
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from diffing.ledger.language.lexicon import lexicon
from diffing.ledger.language.narrowed import Narrowed, has_every_word
from diffing.ledger.language.trie_pattern import alternatives
from diffing.ledger.numbers.extract import Quantity
from diffing.ledger.numbers.number_words import number_words
from diffing.ledger.numbers.units import UNIT_SIGNS
from diffing.ledger.numbers.values import COUNT, DURATION, MONEY
from diffing.patterns import lazy_pattern, named
from diffing.text.folding import folded
from diffing.text.possible_words import MayHave
from diffing.text.reading import ReadText

LONGEST_BEHIND = 48
"""The characters behind a number in which its rate is looked up: the counted noun, 'per' and the unit."""
# The characters before a number in which its sign is looked up: a space, 'minus' and a space.
_BEFORE = 8
# A hyphen is a sign, and a dash is punctuation. A sign stands behind a space or an opening bracket.
_SIGN = lazy_pattern(r"(?:^|[\s(])(?:(?P<minus>[-\u2212])|(?P<word>[^\W\d_]+) |\+)$")
_COMPASS = lazy_pattern(
    r"\s?(?:°|º|degrees?)?\s?(?:\d{1,2}['’′]\s?)?(?:[\d.]{1,6}[\"”″]\s?)?(?P<point>[NSEWO])(?![\w'’])"
)
# Kinds of quantities that a rate is counted by, and signs of time behind a stroke.
_COUNTED_BY = frozenset((DURATION, "length", "area", "weight", "volume"))
_SHORT_TIMES = {
    "s": (DURATION, Fraction(1)),
    "sec": (DURATION, Fraction(1)),
    "min": (DURATION, Fraction(60)),
    "h": (DURATION, Fraction(3600)),
    "hr": (DURATION, Fraction(3600)),
    "d": (DURATION, Fraction(86_400)),
}
_DEGREES = ("°", "º", "'", "’", "′", "degree")


class Neighbours(NamedTuple):
    """The rate, the sign or the compass point beside a number; `start`..`end` is the number with it, in code points.

    `per` is the kind and the size of what a rate is counted by ('per day'), None without a rate. `sign` is '+', '-' or
    '' for none; `is_bare` is true if a number without one has none. `point` is the letter of a compass point, ''
    without one.
    """

    start: int
    end: int
    per: tuple[str, Fraction] | None = None
    sign: str = ""
    is_bare: bool = False
    point: str = ""


def neighbours(quantity: Quantity, text: ReadText, language: str) -> Neighbours:
    """Return what stands beside a quantity of a text."""
    start, end = quantity.start, quantity.end
    rate = _rate(quantity, text, language)
    if rate is not None:
        return Neighbours(start, rate[1], rate[0])
    is_bare = quantity.kind == COUNT and not quantity.noun
    sign = _sign(quantity, text, language, is_bare) if quantity.kind == COUNT else None
    if sign is not None:
        return sign
    compass = _COMPASS.match(text.text, end)
    if compass is not None and any(sign in text.text[end - 1 : compass.end()] for sign in _DEGREES):
        return Neighbours(start, compass.end(), point=compass["point"])
    return Neighbours(start, end, is_bare=is_bare)


def _sign(quantity: Quantity, text: ReadText, language: str, is_bare: bool) -> Neighbours | None:
    """Return a count with the sign before it, None without one; before a noun a hyphen may be the mark of a list."""
    start, end = quantity.start, quantity.end
    found = _SIGN.search(text.text, max(0, start - _BEFORE), start)
    if found is None:
        return None
    if found["word"] is not None:
        is_minus = folded(found["word"]).text in number_words(language).minus
        return Neighbours(found.start("word"), end, sign="-", is_bare=is_bare) if is_minus and is_bare else None
    return Neighbours(start - 1, end, sign="-" if found["minus"] else "+", is_bare=is_bare)


def differ(left: Neighbours, right: Neighbours) -> bool:
    """Return whether what stands beside two equal numbers makes different quantities of them."""
    if left.per and right.per:
        return left.per != right.per
    if left.point and right.point:
        return left.point != right.point
    if left.sign and right.sign:
        return left.sign != right.sign
    return left.is_bare and right.is_bare and (left.sign == "-") != (right.sign == "-")


def _rate(quantity: Quantity, text: ReadText, language: str) -> tuple[tuple[str, Fraction], int] | None:
    """Return what the rate behind a quantity is counted by, and its end; None without a rate."""
    if quantity.kind == DURATION:
        return None
    patterns, units = rate_words(language)
    if not units:
        return None
    behind = folded(text.text[quantity.end : quantity.end + LONGEST_BEHIND])
    # The noun of a sum is another thing: '$5 for a boat a day later'. One word of it may be its currency.
    words = 1 if quantity.kind == MONEY else len(quantity.noun.split())
    match = patterns.of(text.possible).match(behind.text)
    if match is None or len(match["noun"].split()) > max(1, words):
        return None
    _, _, end = behind.place(0, match.start("unit"), match.end("unit"))
    return units[match["unit"]], quantity.end + end


@cache
def rate_words(language: str) -> tuple[Narrowed[re.Pattern[str]], Mapping[str, tuple[str, Fraction]]]:
    """Return the patterns of a noun and a rate, and the kind and size of each unit that a rate may be counted by."""
    table = lexicon(language).get("numbers", {})
    measures = number_words(language).measures
    units = {sign.casefold(): unit for sign, unit in UNIT_SIGNS.items()} | _SHORT_TIMES
    units |= {
        word: (kind, size)
        for word, (kind, size) in measures.items()
        if kind in _COUNTED_BY and isinstance(size, Fraction) and "-" not in word
    }
    # A lexicon has most units in the plural only: 'per square metre'.
    units |= {word.removesuffix("s"): unit for word, unit in units.items() if word.endswith("s") and word != "s"}
    per = [folded(word).text for word in table.get("per", [])]
    if not per:
        return Narrowed(lambda _: re.compile("(?!)")), {}

    name = f"{language}: rate"

    def expression(may_have: MayHave) -> str:
        no_rate = alternatives(table.get("no_rate", []), may_have)
        return (
            rf"(?P<noun>(?: [^\W\d_]+){{0,3}}?)(?: {alternatives(per, may_have)} | ?/ ?)"
            rf"(?P<unit>{alternatives(units, may_have)})(?!\w)(?! {no_rate}\b)"
        )

    return Narrowed(
        lambda may_have: named(name if may_have is has_every_word else "", lambda: expression(may_have)), name
    ), units
