"""Words of a text with spaces, without what its language writes beside them with an apostrophe.

    d'Italie  Italie       Akçapınar'da  Akçapınar       the mayor's  mayor       O'Brien stays O'Brien

A Korean name is followed by its given name alone, as the languages of Europe write it apart: 박서윤, 서윤.
"""

from collections.abc import Iterator
from re import IGNORECASE

from diffing.patterns import lazy_pattern
from diffing.text.combining_marks import MARKS
from diffing.translation.korean_names import FAMILY_NAMES
from diffing.translation.stems import without_particle

_LETTERS = rf"[^\W\d_](?:[\w{MARKS}]+|['’‐-](?=[^\W\d_]))*"
_WORD = lazy_pattern(_LETTERS)
# Weekdays of Persian may be written as two words: Tuesday is no Saturday.
_PERSIAN_WORD = lazy_pattern(rf"(?:یک|دو|سه|چهار|پنج)[\u200c ]شنبه|{_LETTERS}")
_APOSTROPHE = lazy_pattern("['’]")
# Articles and other short words that lose their vowel before the next word.
_ELIDED = lazy_pattern("(?:all|dall|dell|jusqu|lorsqu|nell|puisqu|quell|quoiqu|sull|un|qu|[cdjlmnst])['’]", IGNORECASE)
_ELIDING = frozenset({"ca", "fr", "it"})
# The syllables of a Korean name with a given name.
_SYLLABLES_OF_NAME = 3
# Languages that write the ending of a word, or of a name, behind an apostrophe; in Korean the mark closes a quotation.
_ENDING = {"en": lazy_pattern("['’]s$"), "ko": lazy_pattern("['’].*"), "tr": lazy_pattern("['’].*")}

LOOKED_AT = frozenset({"fa", "ko"})
"""Languages whose words are more than runs of letters."""


def plain_words(text: str, language: str) -> list[str]:
    """Return the words of a text as bare_words finds them, where they are no more than runs of letters."""
    words: list[str] = _WORD.findall(text)
    if _APOSTROPHE.search(text):
        cuts = [(word, _bare(word, language)) for word in words]
        words = [word[start:end] for word, (start, end) in cuts]
    return words


def bare_words(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield the start and the end of each word of a text."""
    has_any = _APOSTROPHE.search(text)
    for match in (_PERSIAN_WORD if language == "fa" else _WORD).finditer(text):
        start, end = match.span()
        if has_any:
            first, last = _bare(match[0], language)
            start, end = start + first, start + last
        yield start, end
        if language == "ko" and match[0][0] in FAMILY_NAMES and len(without_particle(match[0])) == _SYLLABLES_OF_NAME:
            yield start + 1, start + _SYLLABLES_OF_NAME


def _bare(word: str, language: str) -> tuple[int, int]:
    """Return the start and the end of a word without what is written beside it with an apostrophe."""
    if _APOSTROPHE.search(word):
        if language in _ENDING:
            behind = _ENDING[language].search(word)
            return 0, behind.start() if behind else len(word)
        if language in _ELIDING and (before := _ELIDED.match(word)):
            return before.end(), len(word)
    return 0, len(word)
