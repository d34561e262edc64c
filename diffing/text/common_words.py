"""Common words of many languages, by which the language of an article is detected, and the letters of each.

    pt Latin ¦ letters à á â ã ç é ê í ó ô õ ú ¦ words a agora ainda ano anos ante antes ao aos aquela aqui as ...

Most are words of grammar; many stand in any news: 'said', 'people', 'police'. A word may be common in several
languages: what one of them has and its neighbour lacks decides between the two. The lists are in languages.txt and
were written for newsdiff. They are not those of function_words.py, which say what carries no content in a comparison
of words.

A language that is the only one of its script here needs no list.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import starmap
from typing import Any, NamedTuple

from diffing.kept import kept_table
from diffing.tables import read_text

ONLY = {
    "Greek": "el",
    "Armenian": "hy",
    "Thaana": "dv",
    "Gurmukhi": "pa",
    "Gujarati": "gu",
    "Oriya": "or",
    "Tamil": "ta",
    "Telugu": "te",
    "Kannada": "kn",
    "Malayalam": "ml",
    "Sinhala": "si",
    "Thai": "th",
    "Lao": "lo",
    "Tibetan": "bo",
    "Myanmar": "my",
    "Georgian": "ka",
    "Hangul": "ko",
    "Khmer": "km",
    "Kana": "ja",
}
"""The language of each script that has one only. Japanese has Han too, beside its kana."""

# The mark of a language in which few articles are written.
_SELDOM = "?"


class LanguageWords(NamedTuple):
    """A language in a script: its code, and its letters besides those of all languages of the script."""

    code: str
    letters: frozenset[str]
    is_seldom: bool


class ScriptWords(NamedTuple):
    """The languages of a script, and for each common word the numbers of the languages that have it."""

    languages: tuple[LanguageWords, ...]
    having: Mapping[str, Sequence[int]]


@cache
def _stanzas() -> Mapping[str, Sequence[tuple[LanguageWords, str]]]:
    """Return the languages of each script with their words, as they are in the file."""
    found: defaultdict[str, list[tuple[LanguageWords, str]]] = defaultdict(list)
    text = read_text("diffing.text", "languages.txt")
    for stanza in text.split("\n\n")[1:]:
        head, _, words = stanza.partition("\n")
        code, script, *letters = head.split(" ")
        language = LanguageWords(code.removesuffix(_SELDOM), frozenset("".join(letters)), code.endswith(_SELDOM))
        found[script].append((language, words))
    return found


LISTED = frozenset({"Latin", "Cyrillic", "Arabic", "Hebrew", "Devanagari", "Bengali", "Ethiopic", "Han"})
"""The scripts whose languages have lists of common words."""


@cache
def script_words(script: str) -> ScriptWords:
    """Return the languages of a script of LISTED, and their words."""
    languages, having = kept_table(f"{script}: common words", lambda: _by_word(_stanzas()[script]))
    return ScriptWords(tuple(starmap(LanguageWords, languages)), having)


def _by_word(
    stanzas: Sequence[tuple[LanguageWords, str]],
) -> tuple[Sequence[tuple[Any, ...]], Mapping[str, Sequence[int]]]:
    """Return the values of some languages, and for each word the numbers of the languages that have it."""
    having: defaultdict[str, list[int]] = defaultdict(list)
    for number, (_, words) in enumerate(stanzas):
        for word in words.split():
            having[word].append(number)
    return tuple([tuple(language) for language, _ in stanzas]), {word: tuple(own) for word, own in having.items()}


@cache
def common_words(language: str) -> frozenset[str]:
    """Return the common words of a language; none for one without a list."""
    found = (words for stanzas in _stanzas().values() for own, words in stanzas if own.code == language)
    return frozenset(word for words in found for word in words.split())


@cache
def scripts_of(language: str) -> frozenset[str]:
    """Return the scripts in which a language is known; none for an unknown language."""
    listed = [script for script, stanzas in _stanzas().items() if any(one.code == language for one, _ in stanzas)]
    return frozenset(listed + [script for script, only in ONLY.items() if only == language])
