"""Files made of the words that the ledger reads: numbers, dates, names, marks, hedges, verbs of saying, in no order.

'according to "' 12 Nicolás may not', 'twenty of March said (“Mrs' …   ->   what a rule takes for granted is not there

Letters at random never make an attribution with a quotation in it; these do, by the hundred a file.
"""

import random
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.hostile.corpus import File

_LEXICONS = Path(__file__).resolve().parents[2] / "diffing" / "ledger" / "language" / "lexicons"
_LANGUAGES = ("en", "es", "fr")
_MARKS: tuple[str, ...] = (*".,;:!?-–—…'\"“”‘’«»‹›„()[]/%$€£+", ". ", ": ", ", ", " – ", '." ', "» ", " « ")
_NAMES = (
    "Nicolás",
    "Maria Keller",
    "Dr. Osei",
    "Mrs",
    "O’Brien",
    "al-Amin",
    "NPA",
    "St. Anne’s",
    "de la Cruz",
    "J. R.",
)
_NUMBERS = (
    "12",
    "1,200",
    "1.200",
    "1 200",
    "0.5",
    ",5",
    "1/2",
    "½",
    "10-12",
    "2021",
    "3rd",
    "x2",
    "30%",
    "-4 °C",
    "II",
)
_SUMS = ("£5m", "€ 3,50", "US$1bn", "12 km/h", "±3", "12 crore", "1,00,000", "3-2")
_TIMES = ("12 March", "March 12, 2021", "2021-03-12", "12/3/21", "14:30", "5.40 a.m.", "2h30")
_OTHER = ("一", "三十", "１２", "٣", "\u00a0", "\u200b", "\u0301", "İ", "ß", "ﬁ", "\U0001f600")
_WRITTEN = _NAMES + _NUMBERS + _SUMS + _TIMES + _OTHER
_SPACES = (" ", " ", " ", " ", "", "\u00a0", "  ")


def worded_files(count: int, first: int = 0) -> Iterator[File]:
    """Generated files, each with a version in which words are others, gone, new and elsewhere."""
    for number in range(first, first + count):
        chance = random.Random(f"worded {number}")
        words = _words(chance.choice(_LANGUAGES))
        left = [_paragraph(chance, words) for _ in range(chance.randint(1, 6))]
        right = [_changed(chance, paragraph, words) for paragraph in left]
        if chance.random() < 0.3:
            chance.shuffle(right)
        yield File(f"worded {number}", *("\n\n".join(map("".join, side)).encode() for side in (left, right)))


@cache
def _words(language: str) -> tuple[str, ...]:
    """All that stands in a lexicon: its words, and the names of its lists, which are words of English."""
    found = set(_strings(tomllib.loads((_LEXICONS / f"{language}.toml").read_text(encoding="utf-8"))))
    return tuple(sorted(found - {""}))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, held in value.items():
            yield key
            yield from _strings(held)
    elif isinstance(value, list):
        for held in value:
            yield from _strings(held)
    elif isinstance(value, str):
        yield value


def _paragraph(chance: random.Random, words: tuple[str, ...]) -> list[str]:
    """Words, each with what stands behind it."""
    return [piece for _ in range(chance.randint(1, 60)) for piece in (_word(chance, words), chance.choice(_SPACES))]


def _word(chance: random.Random, words: tuple[str, ...]) -> str:
    kind = chance.random()
    if kind < 0.25:
        return chance.choice(_MARKS)
    if kind < 0.5:
        return chance.choice(_WRITTEN)
    word = chance.choice(words)
    return word if kind < 0.8 else word.capitalize() if kind < 0.97 else word.upper()


def _changed(chance: random.Random, paragraph: list[str], words: tuple[str, ...]) -> list[str]:
    """Another version of a paragraph."""
    pieces = list(paragraph)
    for _ in range(chance.choice((0, 1, 1, 2, 5, 20))):
        place = chance.randrange(len(pieces) + 1)
        match chance.randrange(3):
            case 0:
                pieces[place:place] = [_word(chance, words), chance.choice(_SPACES)]
            case 1:
                pieces[place : place + chance.randint(1, 6)] = []
            case _:
                pieces[place : place + 1] = [_word(chance, words)]
    return pieces
