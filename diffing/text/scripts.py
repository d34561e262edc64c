"""The scripts of a text, by the characters that belong to each.

Он ушёл.     ->   Cyrillic; its sentences are split by the rules for Russian
今日はいい。   ->   Kana and Han

Full stops differ between scripts, and hardly between languages of one script.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from functools import cache, cached_property, lru_cache

from diffing.patterns import compiled, lazy_pattern, named

LATIN, CYRILLIC, GREEK, ARMENIAN = "Latin", "Cyrillic", "Greek", "Armenian"
KANA, HAN, HANGUL = "Kana", "Han", "Hangul"

# The characters of each script, by its name in Unicode, as the content of a character class; 'Kana' are both kinds.
_CHARACTERS = {
    LATIN: "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u1e00-\u1eff",
    GREEK: "\u0370-\u03ff\u1f00-\u1fff",
    CYRILLIC: "\u0400-\u052f",
    ARMENIAN: "\u0530-\u058f",
    "Hebrew": "\u0590-\u05ff",
    "Arabic": "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc",
    "Thaana": "\u0780-\u07bf",
    "Devanagari": "\u0900-\u097f",
    "Bengali": "\u0980-\u09ff",
    "Gurmukhi": "\u0a00-\u0a7f",
    "Gujarati": "\u0a80-\u0aff",
    "Oriya": "\u0b00-\u0b7f",
    "Tamil": "\u0b80-\u0bff",
    "Telugu": "\u0c00-\u0c7f",
    "Kannada": "\u0c80-\u0cff",
    "Malayalam": "\u0d00-\u0d7f",
    "Sinhala": "\u0d80-\u0dff",
    "Thai": "\u0e00-\u0e7f",
    "Lao": "\u0e80-\u0eff",
    "Tibetan": "\u0f00-\u0fff",
    "Myanmar": "\u1000-\u109f",
    "Georgian": "\u10a0-\u10ff",
    HANGUL: "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af",
    "Ethiopic": "\u1200-\u137f",
    "Khmer": "\u1780-\u17ff",
    KANA: "\u3041-\u30ff\uff66-\uff9f",
    HAN: "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff",
}
# A character or a range of characters in a character class.
_RANGE = lazy_pattern("(.)(?:-(.))?")

HAVE_CAPITALS = (LATIN, GREEK, CYRILLIC, ARMENIAN)
"""The scripts in which names have a capital."""

NOUNS_HAVE_CAPITALS = frozenset({"de", "lb", "nds"})
"""Languages in which every noun has a capital, so that a capital is no sign of a name."""

HAN_CHARACTERS = "\u3400-\u9fff\uf900-\ufaff"
"""The Han characters, as the content of a character class. Each of them is a word where words are not divided."""

# Latin, Greek, Cyrillic and Armenian letters, punctuation and signs.
_WESTERN = lazy_pattern("[\x00-\u058f\u1e00-\u2bff]*")


def is_western(text: str) -> bool:
    """Return whether a text surely has no character of a script that is written without spaces or without capitals.

    The patterns of such characters have large sets, which take milliseconds to compile, and most texts need none.
    """
    return text.isascii() or _WESTERN.fullmatch(text) is not None


class ScriptPattern:
    """An expression with a large set of characters, and a smaller one that matches the same in a western text.

    Compiling takes time for each character of a range: the blocks of Han alone need two milliseconds. `western` has
    large sets as they stand in the expression, and what each is among the characters of western texts. `make` returns
    the expression. The installation may keep both patterns under names that begin with `name`, '' for none.
    """

    def __init__(self, make: Callable[[], str], western: Mapping[str, str], name: str = "") -> None:
        self._make, self._western, self._name = make, western, name

    def of(self, text: str) -> re.Pattern[str]:
        """Return the pattern for a text."""
        return self._for_western if is_western(text) else self._for_any

    @cached_property
    def _for_western(self) -> re.Pattern[str]:
        return named(self._name and f"{self._name}, western", self._western_expression)

    def _western_expression(self) -> str:
        expression = self._make()
        for large, small in self._western.items():
            expression = expression.replace(large, small)
        return expression

    @cached_property
    def _for_any(self) -> re.Pattern[str]:
        return named(self._name, self._make)


UNSPACED = frozenset({"ja", "km", "lo", "my", "th", "zh"})
"""Languages without spaces between words."""

JOINED = "[^\\W\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]"
"""Pattern of a letter or digit that forms one word with a figure beside it, as in scripts with spaces between words."""


def joined_pattern(make: Callable[[], str], name: str = "") -> ScriptPattern:
    """Return the pattern of an expression with JOINED in it; `make` and `name` as for ScriptPattern."""
    return ScriptPattern(make, {JOINED: r"\w"}, name)


def with_word_ends(expression: str, language: str) -> str:
    """Return an expression whose words end where those of a language do.

    Words end before what is no letter. In a language without spaces they also end before another word.
    """
    if language not in UNSPACED:
        return expression
    return expression.replace(r"(?!\w", f"(?!{JOINED}").replace(r"(?<!\w", f"(?<!{JOINED}")


# Scripts whose full stops need their own language code, in the order in which they are tried: Japanese has Han too. Any
# other text is read as English, which measured best even on German (.971 against .960).
_SENTENCE_RULES = {
    KANA: "ja",
    HAN: "zh",
    CYRILLIC: "ru",
    GREEK: "el",
    "Arabic": "ar",
    "Hebrew": "he",
    ARMENIAN: "hy",
    "Devanagari": "hi",
    "Bengali": "bn",
    "Tamil": "ta",
    "Myanmar": "my",
    "Ethiopic": "am",
}
# A text is of a script if it has this share of its characters: kana and Han are beside much punctuation and digits.
_SCRIPT_SHARE = 0.2
# Curly quotes and dashes are in most texts and of no script.
_FOREIGN = lazy_pattern("[^\x00-\u036f\u2000-\u2bff]")
# Characters of a text that are counted for its script.
_SAMPLE = 400


def script_language(text: str) -> str:
    """Return the language code whose rules split a text into sentences, by its script."""
    if text.isascii():
        return "en"
    sample = text[:_SAMPLE]
    least = _SCRIPT_SHARE * len(sample)
    if len(_FOREIGN.findall(sample)) >= least:
        for script, language in _SENTENCE_RULES.items():
            if sum(map(len, script_pattern(script).findall(sample))) >= least:
                return language
    return "en"


@cache
def script_pattern(script: str) -> "re.Pattern[str]":
    """Return the pattern of the characters of a script."""
    return compiled(f"[{_CHARACTERS[script]}]+")


@cache
def _ranges() -> tuple[list[str], list[tuple[str, str]]]:
    """Return the first characters of the ranges of all scripts, rising, and for each the last one and the script."""
    ranges = []
    for script, characters in _CHARACTERS.items():
        for first, last in _RANGE.findall(characters):
            ranges.append((first, last or first, script))
    ranges.sort()
    return [first for first, *_ in ranges], [(last, script) for _, last, script in ranges]


@lru_cache(maxsize=1 << 12)
def script_of(character: str) -> str:
    """Return the script of a character; '' for a digit, a mark, or a script that is not known."""
    firsts, rest = _ranges()
    at = bisect_right(firsts, character) - 1
    return rest[at][1] if at >= 0 and character <= rest[at][0] else ""
