"""Words of the other article that say when, and are no date themselves.

left   up from 40 last year                      right  compared with 40 |a year earlier|
left   the profit from January to March          right  the profit of |the first quarter|
left   until seven o'clock in the morning        right  until |seven|

They make no entry. A date that stands in the place of such words is not gone or new.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from diffing.ledger.dates.date_words import date_words
from diffing.ledger.dates.moments import Moment
from diffing.ledger.language.lexicon import lexicon
from diffing.ledger.language.trie_pattern import alternatives
from diffing.patterns import compiled
from diffing.text.folding import folded
from diffing.text.reading import ReadText
from diffing.text.scripts import with_word_ends


def is_answered(moment: Moment, said: str, texts: Iterable[ReadText], language: str) -> bool:
    """Return whether texts of the other article say when a date was, in words that are no date; `said` is the date."""
    if moment.minute is not None:
        hour = folded(said.split()[0]).text
        words = date_words(language).hour_words
        return hour in words and any(re.search(rf"\b{hour}\b", text.folded.text) for text in texts)
    if moment.shift is not None:
        pattern = _phrases(language).get((moment.unit, moment.shift))
        return pattern is not None and any(pattern.search(text.folded.text) for text in texts)
    if moment.unit != "month" or moment.month is None:
        return False
    pattern, spans = _spans(language)
    return any(
        first <= moment.month <= last
        for text in texts
        for first, last in (spans[found[0]] for found in pattern.finditer(text.folded.text))
    )


@cache
def _phrases(language: str) -> Mapping[tuple[str, int], re.Pattern[str]]:
    """Return unit and shift -> the pattern of the words that say the same without today: 'a year earlier'."""
    table = lexicon(language).get("dates", {}).get("before", {})
    return {(unit, -1): _pattern(phrases, language) for unit, phrases in table.items()}


@cache
def _spans(language: str) -> tuple[re.Pattern[str], Mapping[str, tuple[int, int]]]:
    """Return the pattern of parts of a year, and each with its first and last month."""
    table = lexicon(language).get("dates", {}).get("parts_of_year", {})
    spans = {folded(phrase).text: (first, last) for phrase, (first, last) in table.items()}
    return _pattern(spans, language), spans


def _pattern(phrases: Iterable[str], language: str) -> re.Pattern[str]:
    return compiled(with_word_ends(rf"(?<!\w){alternatives(phrases)}(?!\w)", language))
