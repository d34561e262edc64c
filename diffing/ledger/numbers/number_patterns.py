"""The patterns of numbers and of the text around them, in a folded text of a language.

nearly | two hundred and fifty thousand | km       approximator (`before`) | `number` | `unit`

Each pattern is compiled at its first use. A pattern needs only the words that its texts may have; narrowed.py says why.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from typing import Any

from diffing.ledger.language.beginnings import Beginnings, followed
from diffing.ledger.language.lexicon import lexicon
from diffing.ledger.language.narrowed import KeptProperty, has_every_word
from diffing.ledger.language.trie_pattern import alternatives
from diffing.ledger.numbers.figures import FRACTIONS
from diffing.ledger.numbers.han_numerals import BEGINNINGS, han_numeral
from diffing.ledger.numbers.units import UNIT_SIGNS, UNIT_WORDS
from diffing.text.folding import folded
from diffing.text.possible_words import MayHave
from diffing.text.scripts import JOINED, ScriptPattern, joined_pattern, with_word_ends

SYMBOLS = {
    "$": "USD",
    "us$": "USD",
    "a$": "AUD",
    "au$": "AUD",
    "c$": "CAD",
    "ca$": "CAD",
    "nz$": "NZD",
    "hk$": "HKD",
    "s$": "SGD",
    "r$": "BRL",
    "£": "GBP",
    "€": "EUR",
    # What is left of a euro sign of two bytes that lost the first one.
    "¬": "EUR",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW",
    "₪": "ILS",
    "₺": "TRY",
    "₴": "UAH",
    "₦": "NGN",
    "₫": "VND",
    "₱": "PHP",
    "฿": "THB",
    "₸": "KZT",
    "₾": "GEL",
    "nt$": "TWD",
    "mx$": "MXN",
    "cn¥": "CNY",
    "jp¥": "JPY",
    "$us": "USD",
    "$ca": "CAD",
    "$au": "AUD",
    "$nz": "NZD",
    "$hk": "HKD",
    "$mx": "MXN",
    "£gb": "GBP",
}
"""Signs of money -> currency."""

COMPARISONS = {
    "≥": "at least",
    "⩾": "at least",
    "≤": "at most",
    "⩽": "at most",
    ">": "more than",
    "<": "less than",
    "≈": "about",
    "~": "about",
}
"""Signs before a number -> group of approximators, in every language."""

# Currencies in ISO 4217 but those that are English words in capitals too (ALL, COP, MAD, TOP, TRY).
_CODES = (
    *(
        "AED",
        "ARS",
        "AUD",
        "BDT",
        "BGN",
        "BRL",
        "CAD",
        "CHF",
        "CLP",
        "CNY",
        "CZK",
        "DKK",
        "EGP",
        "EUR",
        "GBP",
        "GEL",
        "HKD",
    ),
    *(
        "HUF",
        "IDR",
        "ILS",
        "INR",
        "IRR",
        "ISK",
        "JPY",
        "KES",
        "KRW",
        "KZT",
        "MXN",
        "MYR",
        "NGN",
        "NOK",
        "NZD",
        "PHP",
        "PKR",
    ),
    *("PLN", "QAR", "RON", "RSD", "RUB", "SAR", "SEK", "SGD", "THB", "TWD", "UAH", "USD", "VND", "ZAR"),
)
CODES = {code.lower(): code for code in _CODES} | {"rs": "INR", "rs.": "INR", "rp": "IDR"}
"""Folded code or abbreviation of a currency -> currency. It is one only with a capital: USD 5, Rs 500."""

# Greatest number of parts after the first in one word. It bounds the time for 'zweizweizwei...'.
_MOST_PARTS = 12
_SYMBOL = rf"(?:{'|'.join(re.escape(symbol) for symbol in sorted(SYMBOLS, key=len, reverse=True))})"
_CODE = alternatives(CODES)
_PART = f"[{''.join(FRACTIONS)}]"
_FIGURE = (
    r"(?:\d{1,3}(?:'\d{3}){1,6}(?:[.,]\d{1,30})?|\d{1,3}(?: \d{3}){1,6}(?:[.,]\d{1,30})?(?!\d)|\d+(?:[.,]\d+)*)"
    rf"(?: ?{_PART})?|{_PART}"
)
# Greatest number of words after the first in a number. It bounds the time for a text such as 'two two two ...'.
_MOST_WORDS = 16
# Letters of the first word of a number that are checked before the alternatives are tried.
_BEGINNING = 5


# The tables with first words of numbers.
_FIRST = ("words", "magnitudes", "ordinals", "vague", "parts", "spans", "part_points", "mixed", "times")


def _words_of(table: Mapping[str, Any], *names: str) -> list[str]:
    """Return the words of some lists or tables of the lexicon."""
    return [word for name in names for word in table.get(name, ())]


def _measures(table: Mapping[str, Any]) -> list[str]:
    """Return the words for units of the lexicon."""
    return [word for words in table.get("measures", {}).values() for word in words]


@cache
def number_beginnings(language: str) -> Beginnings:
    """Return the places where a number of a language can begin."""
    table: dict[str, Any] = lexicon(language).get("numbers", {})
    words = _words_of(table, *_FIRST, "percent_before")
    halves, magnitudes = table.get("half_before", ()), table.get("magnitudes", ())
    units = ["%", *_words_of(table, "points", "percent"), *UNIT_WORDS, *_measures(table)]
    of_magnitude, of_unit = followed((*halves, *table.get("a", ())), magnitudes), followed(halves, units)
    return Beginnings([*words, *CODES, *SYMBOLS, *of_magnitude, *of_unit], "%")


class NumberPatterns:
    """The patterns of a language, of the words that `may_have` does not exclude.

    `name` begins the names under which the installation may keep them, '' without some words.
    """

    def __init__(self, language: str, may_have: MayHave) -> None:
        self.name = f"{language}: numbers" if may_have is has_every_word else ""
        self._language = language
        self._may_have = may_have
        self._table: dict[str, Any] = lexicon(language).get("numbers", {})

    def _any(self, *names: str) -> str:
        """Return the pattern of any word of some lists or tables of the lexicon."""
        return self._any_of(_words_of(self._table, *names))

    def _any_of(self, words: Iterable[str]) -> str:
        return alternatives(words, self._may_have)

    def _with_ends(self, expression: str) -> str:
        return with_word_ends(expression, self._language)

    def _approximators(self, name: str) -> str:
        """Return the pattern of any phrase of a table of approximators."""
        groups = self._table.get(name, {}).items()
        return self._any_of(phrase for category, own in groups if category != "unsure" for phrase in own)

    @cached_property
    def _part(self) -> str:
        """The pattern of a word that has one value: 'fifty', the 'fünfzig' of 'zweihundertfünfzig'."""
        return self._any("words", "magnitudes", "ordinals")

    @cached_property
    def _any_word(self) -> str:
        """The pattern of one word of a number; it has several parts in a language that joins them."""
        if not self._table.get("joined"):
            return self._part
        return rf"{self._part}(?:(?:{self._any('unit_first')})?{self._part}){{0,{_MOST_PARTS}}}"

    @cached_property
    def _joined_span(self) -> str:
        """The pattern of a duration in one word with its number: neunzig|jährige, пяти|летний."""
        return rf"{self._any('joined_spans')}[^\W\d_]{{1,3}}(?!\w)"

    @cached_property
    def begins(self) -> ScriptPattern:
        """The pattern of a place where a number can begin; it saves most words a try of every alternative."""
        return joined_pattern(self._begins, self.name and f"{self.name}, begins")

    def _begins(self) -> str:
        words = _words_of(self._table, *_FIRST)
        han = BEGINNINGS if "counters" in self._table else ()
        beginnings = self._any_of([*(folded(word).text[:_BEGINNING] for word in words), *han])
        # Before a magnitude: a million, half a million.
        in_front = rf"(?:%|{_CODE}|{self._any('percent_before')}) ?\d"
        begins = rf"(?=[\d{''.join(FRACTIONS)}]|{_SYMBOL}|{in_front}|{beginnings}|{self._any('half_before', 'a')}[ -])"
        return rf"(?<!{JOINED})(?<!{JOINED}[./:@])(?<![^\W\d_\u05d0-\u05ea]-){with_word_ends(begins, self._language)}"

    @KeptProperty
    def number(self) -> str:
        """The pattern of a number: a figure, a series of number words, a part of a whole, or a vague quantity."""
        word = self._any_word
        further = rf"(?:{word}|{self._any('ordinal_units')})"
        joint = rf"(?:[ -](?:{self._any('and')}[ -])?)"
        articles = rf"{self._any('a')}|(?P<half>{self._any('half_before')})"
        units = rf"(?:%|{self._any('points', 'percent')}|{self._any_of([*UNIT_WORDS, *_measures(self._table)])})"
        larger = self._any("magnitudes") if self._table.get("magnitudes_first") else "(?!)"
        one = rf"(?:(?P<one>{articles})[ -](?={self._any('magnitudes')}(?!\w)))?"
        return self._with_ends(
            rf"(?:"
            rf"(?P<vague>{self._any('vague')}(?!\w))"
            rf"|(?P<span>{self._any('spans')}(?!\w))"
            rf"|(?P<part_points>{self._any('part_points')}(?!\w))"
            rf"|(?P<half_unit>{self._any('half_before')})(?=[ -]{units}(?!\w))"
            # 'By half' is a part, and 'by half a percentage point' is none.
            rf"|(?P<part>(?!\w+ {self._any('half_before')}[ -]{units}(?!\w)){self._any('parts')}(?!\w|-))"
            rf"|(?P<times>{self._any('times')}(?!\w))"
            rf"|(?P<mixed>{self._any('mixed')}(?:(?!\w)|(?={self._joined_span})))"
            rf"|(?P<han>{han_numeral(self._table.get('counters', []))})"
            rf"|(?:(?:(?P<symbol>{_SYMBOL})|(?P<code>{_CODE})|(?P<share>%|{self._any('percent_before')})) ?)?"
            rf"(?:(?P<larger>{larger}) )?"
            rf"(?P<figure>{_FIGURE})"
            rf"|(?P<words>{one}{word}(?:(?!\w)|(?={self._joined_span}))(?:{joint}{further}(?!\w)){{0,{_MOST_WORDS}}}))"
        )

    @KeptProperty
    def word(self) -> str:
        """The pattern of a word or part of a number in words."""
        ends = "" if self._table.get("joined") else r"(?!\w)"
        return self._with_ends(rf"(?:{self._part}|{self._any('ordinal_units')}){ends}")

    @KeptProperty
    def unit(self) -> str:
        """The pattern of the unit that directly follows a number."""
        of = r"(?:d[ei] |d')?"
        return self._with_ends(
            rf"(?<=[^\W\d_])(?P<joined_span>{self._any('joined_spans')})[^\W\d_]{{1,3}}(?!\w)"
            rf"| ?{self._any('hours_and')} ?(?P<minutes>[0-5]\d)(?: ?{self._any('minutes')})?(?!\w)"
            rf"|(?P<ordinal>(?<=\d){self._any('ordinal_endings')}(?!\w))"
            rf"|[ -]?(?P<points>{self._any('points')})(?!\w)"
            rf"|[ -]?(?P<percent>%|{self._any('percent')}(?!\w))"
            rf"|(?P<percent_behind>(?= \([^()]{{1,20}}\) ?(?:%|{self._any('percent')}(?!\w))))"
            rf"|[ -]?{of}(?P<measure>{self._any_of([*UNIT_WORDS, *_measures(self._table), *UNIT_SIGNS])})(?!\w|'\w)"
            rf"|[ ]?(?:(?P<symbol>{_SYMBOL})|(?P<code>{_CODE}))(?!\w| ?\d)"
        )

    @KeptProperty
    def weighing(self) -> str:
        """The pattern of a word before a number that makes a weight of it."""
        return self._with_ends(rf"(?<!\w){self._any('weighing')} (?:\w+ ){{0,2}}$")

    @KeptProperty
    def minus(self) -> str:
        """The pattern of a minus before a number."""
        return self._with_ends(rf"(?:^|[ (])(?P<sign>{self._any('minus')} |-)$")

    @KeptProperty
    def difference(self) -> str:
        """The pattern of the words before a number that make a difference of temperatures of it."""
        return self._with_ends(
            rf"(?<!\w){self._any('difference')} "
            rf"(?:{self._approximators('approximators')} )?(?:{self._any('a')} )?$"
        )

    @KeptProperty
    def difference_behind(self) -> str:
        """The same behind a number."""
        return self._with_ends(rf" {self._any('difference_behind')}(?!\w)")

    @KeptProperty
    def half_more(self) -> str:
        """The pattern of 'and a half' behind a number."""
        return self._with_ends(rf"[ -]{self._any('half_more')}(?!\w)")

    @KeptProperty
    def of_magnitude(self) -> str:
        """The pattern of the magnitude that a part belongs to: a quarter `of a million`."""
        return self._with_ends(rf" (?:(?P<of>{self._any('part_of')}) )?(?P<long>{self._any('magnitudes')})(?!\w)")

    @KeptProperty
    def magnitude(self) -> str:
        """The pattern of a magnitude behind a number."""
        return self._with_ends(
            rf"[ -](?P<long>{self._any('magnitudes')})(?!\w)|(?: ?)(?P<short>{self._any('short_magnitudes')})(?!\w)"
        )

    @KeptProperty
    def before(self) -> str:
        """The pattern of an approximator before a number."""
        sign = rf"(?<![-=<>])(?P<sign>[{''.join(COMPARISONS)}])"
        return self._with_ends(
            rf"(?:(?<!\w)(?P<phrase>{self._approximators('approximators')})|{sign})[ ]?"
            # 'Superó los 40 millones' is 'más de 40 millones'.
            rf"(?:{self._any('a', 'definite')} )?$"
        )

    @KeptProperty
    def behind(self) -> str:
        """The pattern of an approximator behind a number."""
        return self._with_ends(rf"[ -]?(?P<phrase>{self._approximators('approximators_behind')})(?!\w)")

    @KeptProperty
    def joined(self) -> str:
        """The pattern between the two numbers of a range or a score."""
        return self._with_ends(rf" ?- ?| {self._any('to')} ")

    @KeptProperty
    def scored(self) -> str:
        """The pattern between the two numbers of a score that no range has: 3:1, '3 zu 1'."""
        return self._with_ends(rf":(?=\d)| ?{self._any('score_to')} ?")

    @KeptProperty
    def joined_by_and(self) -> str:
        """The pattern between two numbers behind 'between'."""
        return self._with_ends(rf" {self._any('range_and')} ")

    @KeptProperty
    def one_in(self) -> str:
        """The pattern between the numbers of 'one in five', 'two people in every five'."""
        return self._with_ends(rf" {self._any('in')} | [^\W\d_]+ {self._any('in_every')} ")

    @KeptProperty
    def one_in_every(self) -> str:
        """The pattern between the article and the number of 'une personne sur cinq'."""
        return self._with_ends(rf"(?: [^\W\d_]+)? {self._any('in_every')} ")
