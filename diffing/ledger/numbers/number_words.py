"""The number words of a language, folded, and the patterns of numbers and of the text around them.

nearly | two hundred and fifty thousand | km       approximator (`before`) | `number` | `unit`
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any

from diffing.ledger.language.lexicon import lexicon
from diffing.ledger.language.trie_pattern import alternatives
from diffing.ledger.numbers.figures import FRACTIONS
from diffing.ledger.numbers.han_numerals import BEGINNINGS, han_numeral
from diffing.ledger.numbers.units import UNIT_SIGNS, UNIT_WORDS
from diffing.text.folding import folded
from diffing.text.function_words import FUNCTION_WORDS_OF
from diffing.text.scripts import JOINED, NOUNS_HAVE_CAPITALS, ScriptPattern, joined_pattern, with_word_ends

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
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW",
    "₪": "ILS",
    "₺": "TRY",
    "₴": "UAH",
}
"""Signs of money -> currency."""


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The number words of a language by their folded form, and its patterns; lexicons/README.md describes the words.

    `measures` has unit -> kind and size in the base unit of the kind; of money and heat it has the currency or scale in
    place of the size. `same_things` has for each noun the numbers of its groups: nouns of a group may mean the same.
    `unit_first` are the words between a unit and the ten behind it in one word: zwei`und`zwanzig.
    """

    decimal: str
    groups: str
    words: Mapping[str, int]
    magnitudes: Mapping[str, int]
    short_magnitudes: Mapping[str, int]
    ordinals: Mapping[str, int]
    parts: Mapping[str, Fraction]
    spans: Mapping[str, Fraction]
    times: Mapping[str, int]
    vague: Mapping[str, tuple[int, int]]
    measures: Mapping[str, tuple[str, Fraction | str]]
    approximators: Mapping[str, str]
    approximators_behind: Mapping[str, str]
    articles: frozenset[str]
    bare: frozenset[str]
    unsure: frozenset[str]
    definite: frozenset[str]
    anybody: frozenset[str]
    harmed: frozenset[str]
    same_things: Mapping[str, frozenset[int]]
    weak: frozenset[str]
    not_counted: frozenset[str]
    no_noun: frozenset[str]
    labels: frozenset[str]
    nouns: Mapping[str, str]
    noun_endings: tuple[str, ...]
    has_capital_nouns: bool
    unit_first: frozenset[str]
    range_from: frozenset[str]
    range_to: frozenset[str]
    between: frozenset[str]
    begins: ScriptPattern
    number: re.Pattern[str]
    weighing: re.Pattern[str]
    minus: re.Pattern[str]
    difference: re.Pattern[str]
    difference_behind: re.Pattern[str]
    word: re.Pattern[str]
    half_more: re.Pattern[str]
    magnitude: re.Pattern[str]
    unit: re.Pattern[str]
    before: re.Pattern[str]
    behind: re.Pattern[str]
    joined: re.Pattern[str]
    joined_by_and: re.Pattern[str]
    one_in: re.Pattern[str]


# East Asian magnitudes after figures. Chinese, Japanese and Korean texts all use them.
MYRIADS = {"万": 10**4, "萬": 10**4, "만": 10**4, "亿": 10**8, "億": 10**8, "억": 10**8}


@cache
def number_words(language: str) -> NumberWords:
    """Return the number words of a language, with empty tables for a language without a lexicon."""
    table: dict[str, Any] = lexicon(language).get("numbers", {})

    def plain(name: str) -> frozenset[str]:
        """Return the folded words of a list."""
        return frozenset(folded(word).text for word in table.get(name, []))

    def keyed(name: str) -> dict[str, Any]:
        """Return folded word -> value of a table."""
        return {folded(word).text: value for word, value in table.get(name, {}).items()}

    def by_phrase(name: str) -> dict[str, str]:
        """Return folded phrase -> group of a table of approximators."""
        phrases = {category: own for category, own in table.get(name, {}).items() if category != "unsure"}
        return {folded(phrase).text: category for category, own in phrases.items() for phrase in own}

    magnitudes = {word: int(Fraction(value)) for word, value in keyed("magnitudes").items()}
    short = {word: int(Fraction(value)) for word, value in keyed("short_magnitudes").items()}
    measures: dict[str, tuple[str, Fraction | str]] = {**UNIT_WORDS}
    measures |= {
        folded(word).text: (measure, Fraction(of) if of[0].isdigit() else of)
        for measure, words in table.get("measures", {}).items()
        for word, of in words.items()
    }
    before, behind = by_phrase("approximators"), by_phrase("approximators_behind")

    def compiled(expression: str) -> re.Pattern[str]:
        return re.compile(with_word_ends(expression, language))

    return NumberWords(
        decimal=table.get("decimal", ""),
        groups=table.get("groups", ""),
        words=keyed("words"),
        magnitudes=magnitudes,
        short_magnitudes=short,
        ordinals=keyed("ordinals"),
        parts={phrase: Fraction(value) for phrase, value in keyed("parts").items()},
        spans={phrase: Fraction(seconds) for phrase, seconds in keyed("spans").items()},
        times=keyed("times"),
        vague={phrase: (least, most) for phrase, (least, most) in keyed("vague").items()},
        measures=measures,
        approximators=before,
        approximators_behind=behind,
        articles=plain("a"),
        bare=plain("bare"),
        unsure=frozenset(folded(phrase).text for phrase in table.get("approximators", {}).get("unsure", [])),
        definite=plain("definite"),
        anybody=plain("anybody"),
        harmed=plain("harmed"),
        same_things=_groups_of(table.get("same_things", [])),
        weak=plain("weak"),
        not_counted=plain("not_counted"),
        no_noun=plain("no_noun") | (FUNCTION_WORDS_OF.get(language, frozenset()) - plain("not_counted")),
        labels=plain("labels"),
        nouns=keyed("nouns"),
        noun_endings=tuple(sorted(plain("noun_endings"), key=lambda ending: (-len(ending), ending))),
        has_capital_nouns=language in NOUNS_HAVE_CAPITALS,
        unit_first=plain("unit_first"),
        range_from=plain("from"),
        range_to=plain("to"),
        between=plain("between"),
        begins=joined_pattern(
            rf"(?<!{JOINED})(?<!{JOINED}[./:@])(?<![^\W\d_]-)"
            rf"{with_word_ends(_begins(table, magnitudes), language)}"
        ),
        number=compiled(_number(table, magnitudes)),
        weighing=compiled(rf"(?<!\w){alternatives(table.get('weighing', []))} (?:\w+ ){{0,2}}$"),
        minus=compiled(rf"(?:^|[ (])(?P<sign>{alternatives(table.get('minus', []))} |-)$"),
        difference=compiled(
            rf"(?<!\w){alternatives(table.get('difference', []))} "
            rf"(?:{alternatives(before)} )?(?:{alternatives(table.get('a', []))} )?$"
        ),
        difference_behind=compiled(rf" {alternatives(table.get('difference_behind', []))}(?!\w)"),
        word=compiled(_part(table, magnitudes) if table.get("joined") else rf"{_any_word(table, magnitudes)}(?!\w)"),
        half_more=compiled(rf" {alternatives(table.get('half_more', []))}(?!\w)"),
        magnitude=compiled(
            rf"[ -](?P<long>{alternatives(magnitudes)})(?!\w)|(?: ?)(?P<short>{alternatives(short)})(?!\w)"
            rf"|(?P<myriad>[{''.join(MYRIADS)}])"
        ),
        unit=compiled(_unit(table, measures)),
        before=compiled(
            rf"(?<!\w)(?P<phrase>{alternatives(before)})[ ]?"
            # 'Superó los 40 millones' is 'más de 40 millones'.
            rf"(?:{alternatives([*table.get('a', []), *table.get('definite', [])])} )?$"
        ),
        behind=compiled(rf"[ -]?(?P<phrase>{alternatives(behind)})(?!\w)"),
        joined=compiled(rf" ?- ?| {alternatives(table.get('to', []))} "),
        joined_by_and=compiled(rf" {alternatives(table.get('range_and', []))} "),
        one_in=compiled(rf" {alternatives(table.get('in', []))} "),
    )


def _groups_of(groups: Sequence[Sequence[str]]) -> dict[str, frozenset[int]]:
    """Return for each folded word the numbers of the groups that have it."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for number, own in enumerate(groups):
        for word in own:
            found[folded(word).text].add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


# Greatest number of parts after the first in one word. It bounds the time for 'zweizweizwei...'.
_MOST_PARTS = 12


def _any_word(table: Mapping[str, Any], magnitudes: Mapping[str, int]) -> str:
    """Return the pattern of one word of a number; it has several parts in a language that joins them."""
    part = _part(table, magnitudes)
    if not table.get("joined"):
        return part
    return rf"{part}(?:(?:{alternatives(table.get('unit_first', []))})?{part}){{0,{_MOST_PARTS}}}"


def _part(table: Mapping[str, Any], magnitudes: Mapping[str, int]) -> str:
    """Return the pattern of a word that has one value: 'fifty', the 'fünfzig' of 'zweihundertfünfzig'."""
    return alternatives([*table.get("words", {}), *magnitudes, *table.get("ordinals", {})])


_SYMBOL = rf"(?:{'|'.join(re.escape(symbol) for symbol in sorted(SYMBOLS, key=len, reverse=True))})"
_PART = f"[{''.join(FRACTIONS)}]"
_FIGURE = (
    r"(?:\d{1,3}(?:'\d{3}){1,6}(?:[.,]\d{1,30})?|\d{1,3}(?: \d{3}){1,6}(?:[.,]\d{1,30})?(?!\d)|\d+(?:[.,]\d+)*)"
    rf"(?: ?{_PART})?|{_PART}"
)


# Greatest number of words after the first in a number. It bounds the time for a text such as 'two two two ...'.
_MOST_WORDS = 16


def _number(table: Mapping[str, Any], magnitudes: Mapping[str, int]) -> str:
    """Return the pattern of a number: a figure, a series of number words, a part of a whole, or a vague quantity."""
    word = _any_word(table, magnitudes)
    joint = rf"(?:[ -](?:{alternatives(table.get('and', []))}[ -])?)"
    half = alternatives(table.get("half_before", []))
    one = rf"(?:(?P<one>{alternatives(table.get('a', []))}|(?P<half>{half}))[ -](?={alternatives(magnitudes)}(?!\w)))?"
    return (
        rf"(?:"
        rf"(?P<vague>{alternatives(table.get('vague', {}))}(?!\w))"
        rf"|(?P<span>{alternatives(table.get('spans', {}))}(?!\w))"
        rf"|(?P<part>{alternatives(table.get('parts', {}))}(?![\w-]))"
        rf"|(?P<times>{alternatives(table.get('times', {}))}(?!\w))"
        rf"|(?:(?P<symbol>{_SYMBOL}) ?)?(?P<figure>{_FIGURE})"
        rf"|(?P<han>{han_numeral(table.get('counters', []))})"
        rf"|(?P<words>{one}{word}(?!\w)(?:{joint}{word}(?!\w)){{0,{_MOST_WORDS}}}))"
    )


# Letters of the first word of a number that are checked before the alternatives are tried.
_BEGINNING = 5


def _begins(table: Mapping[str, Any], magnitudes: Mapping[str, int]) -> str:
    """Return the pattern of a place where a number can begin; it saves most words a try of every alternative."""
    words = [*table.get("words", {}), *magnitudes, *table.get("ordinals", {})]
    for name in ("vague", "parts", "spans", "times"):
        words += table.get(name, [])
    # Before a magnitude: a million, half a million.
    articles = alternatives([*table.get("half_before", []), *table.get("a", [])])
    han = BEGINNINGS if "counters" in table else ()
    beginnings = alternatives([*(folded(word).text[:_BEGINNING] for word in words), *han])
    return rf"(?=[\d{''.join(FRACTIONS)}]|{_SYMBOL}|{beginnings}|{articles}[ -])"


def _unit(table: Mapping[str, Any], measures: Mapping[str, tuple[str, Fraction | str]]) -> str:
    """Return the pattern of the unit that directly follows a number."""
    of = r"(?:d[ei] |d')?"
    hours, minutes = alternatives(table.get("hours_and", [])), alternatives(table.get("minutes", []))
    return (
        rf" ?{hours} ?(?P<minutes>[0-5]\d)(?: ?{minutes})?(?!\w)"
        rf"|(?P<ordinal>(?<=\d){alternatives(table.get('ordinal_endings', []))}(?!\w))"
        rf"|[ -]?(?P<points>{alternatives(table.get('points', []))})(?!\w)"
        rf"|[ -]?(?P<percent>%|{alternatives(table.get('percent', []))}(?!\w))"
        rf"|[ -]?{of}(?P<measure>{alternatives([*measures, *UNIT_SIGNS])})(?!\w)"
        rf"|[ ]?(?P<symbol>[$£€¥₹₽₩₪₺₴])(?! ?\d)"
    )
