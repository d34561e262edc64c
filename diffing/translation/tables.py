"""The words of a language by what they stand for, from the Unicode CLDR.

    de  pferd    310          a concept: the horse, as in the names that characters have in every language
    de  frankr   TFR          France; so also languages, currencies, months, weekdays, cities, units, 'yesterday'
    de  zwolf    =12          a number
    de  okt      ~M10         a short form of a month, which may be another word where no day or year stands beside it
    de  mai      !M5          a month or a weekday, not a stem: Dienst is no Dienstag

words/xx.txt is such a table; docs/make_translation_words.py makes it. Two words of two languages may stand for each
other if they have concepts in common. No table is a dictionary of its language: it has some 3,500 common words.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple

from diffing.tables import read_text
from diffing.text.character_forms import folded_han
from diffing.translation.stems import UNSPACED

_CODES = """
    af ar az be bg bs ca cs cy da de el en es et eu fa fi fr ga gl he hi hr hu hy id is it ja ka kk ko lt lv mk ms mt nb
    nl nn pl pt ro ru sk sl sq sr sv sw ta th tr uk vi zh
"""
LANGUAGES = frozenset(_CODES.split())
"""Languages with a table."""

DATES = frozenset("DM")
"""First letters of the concepts of weekdays and months."""

NAMED = frozenset("CDLMRTUZ")
"""First letters of the concepts that have one meaning: currencies, weekdays, languages, months, relative dates,
territories, units, cities (Zone names). All others are of characters, whose names and keywords are looser.
"""


class WordTable(NamedTuple):
    """The concepts of the words of a language, by stem; by folded form the values of its number words, and dates.

    `short_months` are by folded form too. `seconds` has the second words of phrases by their first ones.
    """

    concepts: Mapping[str, frozenset[str]]
    numbers: Mapping[str, int]
    dates: Mapping[str, str]
    short_months: Mapping[str, str]
    seconds: Mapping[str, frozenset[str]]
    language: str

    def __reduce__(self) -> tuple[Callable[[str], "WordTable"], tuple[str]]:
        """Return how another process makes this table: it has it already, or reads it."""
        return table, (self.language,)


@cache
def table(language: str) -> WordTable:
    """Return the table of a language; an empty one for a language without a file."""
    concepts: dict[str, frozenset[str]] = {}
    numbers: dict[str, int] = {}
    dates: dict[str, str] = {}
    short_months: dict[str, str] = {}
    if language in LANGUAGES:
        text = read_text("diffing.translation", f"words/{language}.txt")
        for line in (folded_han(text) if language in UNSPACED else text).splitlines():
            word, _, values = line.partition("\t")
            if values.startswith("="):
                numbers[word] = int(values[1:])
            elif values.startswith("!"):
                dates[word] = values[1:]
            elif values.startswith("~"):
                short_months[word] = values[1:]
            else:
                concepts[word] = frozenset(values.split())
    seconds: defaultdict[str, set[str]] = defaultdict(set)
    for key in concepts:
        if " " in key:
            first, second, *_ = key.split(" ")
            seconds[first].add(second)
    by_first = {first: frozenset(found) for first, found in seconds.items()}
    return WordTable(concepts, numbers, dates, short_months, by_first, language)
