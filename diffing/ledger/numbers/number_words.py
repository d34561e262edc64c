"""The number words of a language, folded.

two hundred and fifty thousand       2, magnitude 100, 50, magnitude 1,000
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cache
from typing import Any, NamedTuple

from diffing.ledger.language.lexicon import lexicon
from diffing.ledger.language.narrowed import Narrowed
from diffing.ledger.numbers.number_patterns import NumberPatterns
from diffing.ledger.numbers.units import UNIT_WORDS
from diffing.text.folding import folded
from diffing.text.function_words import FUNCTION_WORDS_OF
from diffing.text.scripts import NOUNS_HAVE_CAPITALS


class NumberWords(NamedTuple):
    """The number words of a language by their folded form, and its patterns; lexicons/README.md describes the words.

    `measures` has unit -> kind and size in the base unit of the kind; of money and heat it has the currency or scale in
    place of the size. `same_things` has for each noun the numbers of its groups: nouns of a group may mean the same. So
    has `people`, and there nouns of two groups mean others.
    `unit_first` are the words between a unit and the ten behind it in one word: zwei`und`zwanzig. `patterns` are those
    for the words of a text.
    """

    decimal: str
    groups: str
    words: Mapping[str, int]
    magnitudes: Mapping[str, int]
    short_magnitudes: Mapping[str, int]
    ordinals: Mapping[str, int]
    ordinal_units: Mapping[str, int]
    ordinal_tens: frozenset[str]
    parts: Mapping[str, Fraction]
    spans: Mapping[str, Fraction]
    joined_spans: Mapping[str, Fraction]
    part_points: Mapping[str, Fraction]
    mixed: Mapping[str, Fraction]
    times: Mapping[str, Fraction]
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
    people: Mapping[str, frozenset[int]]
    weak: frozenset[str]
    superlatives: frozenset[str]
    minus: frozenset[str]
    not_counted: frozenset[str]
    not_first: frozenset[str]
    no_noun: frozenset[str]
    labels: frozenset[str]
    streets: frozenset[str]
    nouns: Mapping[str, str]
    noun_endings: tuple[str, ...]
    plurals: tuple[str, ...]
    no_plurals: tuple[str, ...]
    has_capital_nouns: bool
    unit_first: frozenset[str]
    range_from: frozenset[str]
    range_to: frozenset[str]
    on_top: frozenset[str]
    between: frozenset[str]
    patterns: Narrowed[NumberPatterns]
    language: str


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
    return NumberWords(
        decimal=table.get("decimal", ""),
        groups=table.get("groups", ""),
        words=keyed("words"),
        magnitudes=magnitudes,
        short_magnitudes=short,
        ordinals=keyed("ordinals"),
        ordinal_units=keyed("ordinal_units"),
        ordinal_tens=plain("ordinal_tens"),
        parts={phrase: Fraction(value) for phrase, value in keyed("parts").items()},
        spans={phrase: Fraction(seconds) for phrase, seconds in keyed("spans").items()},
        joined_spans={ending: Fraction(seconds) for ending, seconds in keyed("joined_spans").items()},
        part_points={phrase: Fraction(value) for phrase, value in keyed("part_points").items()},
        mixed={word: Fraction(value) for word, value in keyed("mixed").items()},
        times={phrase: Fraction(value) for phrase, value in keyed("times").items()},
        vague={phrase: (least, most) for phrase, (least, most) in keyed("vague").items()},
        measures=measures,
        approximators=by_phrase("approximators"),
        approximators_behind=by_phrase("approximators_behind"),
        articles=plain("a"),
        bare=plain("bare"),
        unsure=frozenset(folded(phrase).text for phrase in table.get("approximators", {}).get("unsure", [])),
        definite=plain("definite"),
        anybody=plain("anybody"),
        harmed=plain("harmed"),
        same_things=_groups_of(table.get("same_things", [])),
        people=_groups_of(table.get("kinds_of_people", [])),
        weak=plain("weak"),
        superlatives=plain("superlatives"),
        minus=plain("minus"),
        not_counted=plain("not_counted"),
        not_first=plain("not_first"),
        no_noun=plain("no_noun") | (FUNCTION_WORDS_OF.get(language, frozenset()) - plain("not_counted")),
        labels=plain("labels"),
        streets=plain("streets"),
        nouns=keyed("nouns"),
        noun_endings=tuple(sorted(plain("noun_endings"), key=lambda ending: (-len(ending), ending))),
        plurals=tuple(sorted(plain("plurals"))),
        no_plurals=tuple(sorted(plain("no_plurals"))),
        has_capital_nouns=language in NOUNS_HAVE_CAPITALS,
        unit_first=plain("unit_first"),
        range_from=plain("from"),
        on_top=plain("on_top"),
        range_to=plain("to"),
        between=plain("between"),
        patterns=Narrowed(lambda may_have: NumberPatterns(language, may_have), f"{language}: numbers, number"),
        language=language,
    )


def _groups_of(groups: Sequence[Sequence[str]]) -> dict[str, frozenset[int]]:
    """Return for each folded word the numbers of the groups that have it."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for number, own in enumerate(groups):
        for word in own:
            found[folded(word).text].add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}
