"""The meanings of single Han characters, by the stems of English words: 父 is `father`, 火 is `fir`, `fla` and `burn`.

The table has the definitions that the Unicode Character Database gives of frequent characters; docs/make_han_glosses.py
makes it. The CLDR names what has a character of its own, and has few of the commonest words: no father, rain or heart.
"""

from collections.abc import Iterable, Mapping
from functools import cache

from diffing.tables import read_text
from diffing.translation.stems import UNSPACED, stem

_ENGLISH = "en"


@cache
def han_glosses() -> Mapping[str, frozenset[str]]:
    """Return the stems of the English words that each character stands for."""
    lines = (line.partition("\t") for line in read_text("diffing.translation", "words/han.txt").splitlines())
    return {character: frozenset(stems.split()) for character, _, stems in lines}


def glosses_of(forms: Iterable[str], language: str) -> Mapping[str, frozenset[str]]:
    """Return what the folded words of a language stand for, as stems of English words; none in other languages."""
    if language == _ENGLISH:
        return {form: frozenset({stem(form)}) for form in forms}
    if language in UNSPACED:
        known = han_glosses()
        return {form: known[form] for form in forms if form in known}
    return {}
