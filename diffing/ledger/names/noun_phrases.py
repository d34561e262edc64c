"""The names of people in a text in which every noun has a capital.

wie |Anna Lindner| sagte            a first name that the lexicon has, and a family name
Präsident |Rand|, die Firma |Röder|  a word behind a title or a word such as 'Firma'
|Lindner| fehlte. |Lindners| Haus   a family name that the articles have in full elsewhere, in another case too

A capital alone is no sign of a name there: 'Ende Monat', 'der Koch'.
"""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from diffing.ledger.core.sides import Side
from diffing.ledger.dates.date_words import date_words
from diffing.ledger.language.lexicon import lexicon
from diffing.ledger.names.asides import asides
from diffing.ledger.names.extract import Name
from diffing.ledger.names.name_forms import name_form
from diffing.ledger.numbers.number_words import number_words
from diffing.model import Place
from diffing.patterns import lazy_pattern
from diffing.text.function_words import function_words
from diffing.text.words import compared_form

# A word with a capital and small letters, perhaps with a hyphen: Merk, Meier-Voss.
CAPITALIZED = r"[^\W\d_a-zß-ÿ][^\W\d_A-Z]+(?:-[^\W\d_a-zß-ÿ][^\W\d_A-Z]+)?"
WORD = lazy_pattern(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# Words with capitals side by side, with the small words of a family name: Maria von der Heide.
_RUN = lazy_pattern(
    rf"(?<![\w-]){CAPITALIZED}(?: (?:(?:von|van|de|zu|der|den|vom|zum|bin|al|el|da|di) ){{0,2}}{CAPITALIZED})*"
)
_CAPITAL = lazy_pattern(CAPITALIZED)
# The characters in which a determiner before a word is looked up, and the determiner.
_LONGEST_DETERMINER = 10
_LAST_WORD = lazy_pattern(r"(?:^|\W)([^\W\d_]+)\s$")
# The end of a name in the genitive: Merks.
_GENITIVE = "s"
# The most words of a name behind a title.
_BEHIND_TITLE = 2


class PersonWords(NamedTuple):
    """The table [persons] of a language in which every noun has a capital; words in compared form, `given` by form().

    Words that are a title or end like one stand before a name. `others` have a capital beside a noun and make no name
    of it: words of grammar, dates, numbers and units. Behind `determiners` stands a noun.
    """

    given: frozenset[str]
    titles: frozenset[str]
    title_endings: tuple[str, ...]
    place_endings: tuple[str, ...]
    before_place: frozenset[str]
    no_places: frozenset[str]
    others: frozenset[str]
    determiners: frozenset[str]


@cache
def person_words(language: str) -> PersonWords:
    """Return the words that show names in a language, empty for a language without the table."""
    table = lexicon(language).get("persons", {})
    dated, counted = date_words(language), number_words(language)
    tables = (dated.months, dated.weekdays, counted.words, counted.magnitudes, counted.ordinals, counted.vague)
    return PersonWords(
        frozenset(map(form, table.get("given", ()))),
        frozenset(map(compared_form, lexicon(language).get("quotations", {}).get("titles", ()))),
        tuple(map(compared_form, table.get("title_endings", ()))),
        tuple(map(compared_form, table.get("place_endings", ()))),
        frozenset(map(compared_form, table.get("before_place", ()))),
        frozenset(map(compared_form, table.get("no_places", ()))),
        function_words(language).union(counted.measures, counted.parts, *tables),
        function_words(language) - _BEFORE_NAMES.get(language, frozenset()),
    )


def form(word: str) -> str:
    """Return the form of a word of a name, which has no ending of the genitive: Merks is Merk."""
    return name_form(word).removesuffix(_GENITIVE)


class _Word(NamedTuple):
    """A word with a capital at `start`..`end` of a text."""

    start: int
    end: int
    compared: str
    form: str


def nouns(side: Side, determiners: Set[str]) -> set[str]:
    """Return the words of a side that stand behind a word with which a noun begins: der Rat, im Monat."""
    return {
        form(last)
        for at in side.story
        for first, last in pairwise(WORD.findall(side.texts[at].text))
        if last[0].isupper() and compared_form(first) in determiners
    }


def full_names(side: Side, words: PersonWords) -> Iterator[tuple[Place, Name]]:
    """Yield the names of a side that a first name or a title shows, with their places."""
    for at in side.story:
        text = side.texts[at].text
        aside = asides(text)
        for run in _RUN.finditer(text):
            name = _name_in(run, words)
            if name is not None and not any(start <= name.start < end for start, end in aside):
                yield Place(at, name.start, name.end), name


def short_names(
    side: Side, known: Set[str], taken: Iterable[Place], words: PersonWords
) -> Iterator[tuple[Place, Name]]:
    """Yield the known family names of a side that stand alone, outside the places that are taken."""
    held = {(place.paragraph, at) for place in taken for at in range(place.start, place.end)}
    for at in side.story:
        text = side.texts[at].text
        for word in _CAPITAL.finditer(text):
            if (at, word.start()) in held or form(word[0]) not in known:
                continue
            before = _LAST_WORD.search(text, max(0, word.start() - _LONGEST_DETERMINER), word.start())
            if before is None or compared_form(before[1]) not in words.determiners:
                yield Place(at, *word.span()), Name(*word.span(), (form(word[0]),))


def _name_in(run: re.Match[str], words: PersonWords) -> Name | None:
    """Return the name in words with capitals that stand side by side, None without a first name or a title."""
    own = [
        _Word(run.start() + word.start(), run.start() + word.end(), compared_form(word[0]), form(word[0]))
        for word in WORD.finditer(run[0])
        if word[0][0].isupper()
    ]
    first = next((at for at, word in enumerate(own[:-1]) if word.form in words.given), None)
    if first is not None:
        last = first + 1
        while last < len(own) - 1 and own[last].form in words.given:
            last += 1
        return None if own[last].compared in words.others else _name(own[first : last + 1])
    title = next((at for at in range(len(own) - 2, -1, -1) if _is_title(own[at], words)), None)
    if title is None:
        return None
    behind = own[title + 1 : title + 1 + _BEHIND_TITLE]
    return None if any(word.compared in words.others for word in behind) else _name(behind)


def _is_title(word: _Word, words: PersonWords) -> bool:
    return word.compared in words.titles - words.others or word.compared.endswith(words.title_endings)


def _name(own: Sequence[_Word]) -> Name:
    return Name(own[0].start, own[-1].end, tuple(word.form for word in own))


# Function words behind which a name may stand: 'und Aldern', 'von Merk', 'sagte er', 'bei Merk'.
_BEFORE_NAMES = {
    "de": frozenset(
        WORD.findall(
            """
            und oder von mit für bei gegen an auf aus durch nach ohne um vor zu dass als wie wenn ob auch nur nicht
            so da denn doch aber sondern hat haben hatte ist war sind waren wird werden wurde während nachdem weil
            seit über unter neben zwischen kann will soll muss hier dort dann jetzt schon noch er sie es ich wir
            """
        )
    )
}
