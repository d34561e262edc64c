"""Places where numbers and dates can begin: all that one search with their patterns finds."""

from collections.abc import Iterator, Mapping

import pytest

from diffing.ledger.dates.date_words import date_words
from diffing.ledger.language.beginnings import Beginnings
from diffing.ledger.language.lexicon import LANGUAGES, lexicon
from diffing.ledger.numbers.number_patterns import number_beginnings
from diffing.ledger.numbers.number_words import number_words
from diffing.text.folding import folded
from diffing.text.scripts import is_western


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("three, thirst and thus", ["three"]),
        ("five - thirds  three", ["thirds", "three"]),
        ("cost $3.5 or 7%", ["$", "3", "5", "7"]),
        ("ab12 2nd ½", ["2nd", "½"]),
        ("a thirds' act", ["thirds"]),
        ("twenty - one, twenty-two, twenty-once, twenty one", ["twenty - o", "twenty-on", "twenty one"]),
        ("the majority, the money, the town, then many", ["the maj", "the mon"]),
        ("s$5, as $5, s5", ["s$", "$", "5", "$", "5"]),
        ("'s three 't", ["three", "'t"]),
        ("", []),
    ],
)
def test_words_figures_and_signs(text: str, expected: list[str]) -> None:
    beginnings = Beginnings(["three", "third", "twenty-one", "'t", "the majority of", "s$"], "$")
    places = beginnings.places(text)
    assert [next(word for word in expected if text.startswith(word, at)) for at in places] == expected


def _words(table: object) -> Iterator[str]:
    """Yield the words of a table of a lexicon, its keys among them."""
    if isinstance(table, str):
        yield table
    elif isinstance(table, Mapping):
        for key, value in table.items():
            yield key
            yield from _words(value)
    elif isinstance(table, list):
        for one in table:
            yield from _words(one)


# What stands behind the first word of a number or date of some words.
_BEHIND = ("o'clock", "century", "siecle", "80s", "million", "percentage", "km", "%", "past", "day", "of", "uhr")
_SIGNS = "the late 90s, '80s, mid-70s, xix century, 5pm-7pm, $5, us$5, rs. 5, eur 5, 5%, %5, 2 ½, ¼, 3-4, 5/6, 7:8, #9"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_number_and_no_date_begins_elsewhere(language: str) -> None:
    texts = [
        f"{_SIGNS} {word} 5 {word}  {word}-{word} {' '.join(f'{word} {behind}' for behind in _BEHIND)}"
        for name in ("numbers", "dates")
        for word in _words(lexicon(language)[name])
    ]
    numbers, dates = number_words(language).patterns.of(None), date_words(language)
    for form in (folded(text).text for text in texts):
        if is_western(form):
            begins = {
                found.start()
                for found in numbers.begins.of(form).finditer(form)
                if numbers.number.match(form, found.start())
            }
            assert begins <= {*number_beginnings(language).places(form)}, form
            begins = {found.start() for found in dates.patterns.of(None).of(form).finditer(form)}
            assert begins <= {*dates.beginnings.places(form)}, form
