"""Stems of words, as the tables of concepts have them.

    Pferde  pferd      kings  king      корабля  корабл      الحصان  حصان

Rough, and the same for every language: a table is written and looked up with one rule, so that what is cut off need
not be an ending. docs/make_translation_words.py uses it too.
"""

import unicodedata
from functools import lru_cache

from diffing.patterns import lazy_pattern

UNSPACED = frozenset({"ja", "zh"})
"""Languages without spaces between words whose tables have whole words instead of stems."""

# Accents of every script, vowel points, the stroke that stretches an Arabic word, and what keeps two letters apart.
_MARKS = lazy_pattern("[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0640\u200c]+")
_ENDING = lazy_pattern("(?:[aeiouyаеиоуыэюяьйієїαεηιουω]|(?<=[aeiou])[nms]|s)+$")
# Articles and prepositions that Arabic and Hebrew write before a word without a space.
_PREFIXES = {
    "ar": ("وال", "بال", "كال", "فال", "لل", "ال"),
    "he": ("וה", "שה", "מה", "ה", "ו", "ב", "ל", "מ", "ש", "כ"),
}
# What Korean writes behind a noun without a space.
_PARTICLES = lazy_pattern(
    "(?:으로부터|에서는|에서도|에게서|이라고|까지|부터|에서|에게|으로|라고|처럼|보다|만큼|이나|에는|에도|과의|와의|은|는|이|가|을|를|의|에|와|과|도|로|만)$"
)
_LEAST_KOREAN = 2
_LEAST, _MOST = 3, 6
_APOSTROPHES = str.maketrans("’‘ʼ", "'''")


# A word of a text is asked for at each of its places.
@lru_cache(maxsize=1 << 15)
def folded(word: str) -> str:
    """Return a word in small letters without accents and joiners, with one form of apostrophe."""
    if word.isascii():
        return word.lower()
    plain = _MARKS.sub("", unicodedata.normalize("NFKD", word.casefold().translate(_APOSTROPHES)))
    return unicodedata.normalize("NFC", plain)


def stem(form: str) -> str:
    """Return the stem of a folded word."""
    ending = _ENDING.search(form)
    if ending:
        form = form[: max(_LEAST, ending.start())]
    return form[:_MOST]


def stems(form: str, language: str) -> list[str]:
    """Return the stems under which a folded word may stand in the table of its language, the likeliest first."""
    found = [stem(form), *map(stem, without_prefixes(form, language)[:1])]
    if language == "ko" and (bare := without_particle(form)) != form:
        found.append(stem(bare))
    return found


def without_prefixes(form: str, language: str) -> list[str]:
    """Return a folded word without each of the articles and prepositions that it may begin with, the longest first."""
    prefixes = _PREFIXES.get(language, ())
    return [form[len(one) :] for one in prefixes if form.startswith(one) and len(form) - len(one) >= _LEAST]


def without_particle(form: str) -> str:
    """Return a Korean word without the particle behind it."""
    particle = _PARTICLES.search(form, _LEAST_KOREAN)
    return form[: particle.start()] if particle else form
