"""The language of an article by its function words, and the script of a text.

The embassy did not say when it would open.   ->   en: the, did, not, when, it, would
Он ушёл.                                      ->   ru by its script

Function words name a language whose lexicon and lists newsdiff has. The script names the rules by which a text is split
into sentences: full stops differ between scripts, and hardly between languages of one script.
"""

import re
from collections import Counter
from collections.abc import Iterable

from diffing.text.function_words import FUNCTION_WORDS_OF

# Characters of an article that are counted: some paragraphs. More of an article gives the same answer.
_SAMPLE = 4_000
# A third to a half of the words of running text are function words; a list of names or another language has few.
_LEAST_SHARE = 0.15
_WORD = re.compile(r"[^\W\d_]+")


# Scripts whose full stops need their own language code. Any other text is read as English, which measured best even on
# German (.971 against .960).
_SCRIPTS = (
    ("ja", "\u3041", "\u30ff"),
    ("zh", "\u3400", "\u9fff"),
    ("ru", "\u0400", "\u04ff"),
    ("el", "\u0370", "\u03ff"),
    ("ar", "\u0600", "\u06ff"),
    ("he", "\u0590", "\u05ff"),
    ("hy", "\u0530", "\u058f"),
    ("hi", "\u0900", "\u097f"),
    ("bn", "\u0980", "\u09ff"),
    ("ta", "\u0b80", "\u0bff"),
    ("my", "\u1000", "\u109f"),
    ("am", "\u1200", "\u137f"),
)
# A text is of a script if it has this share of its characters: kana and Han are beside much punctuation and digits.
_SCRIPT_SHARE = 0.2
# Curly quotes and dashes are in most texts and of no script.
_FOREIGN = re.compile("[^\x00-\u036f\u2000-\u2bff]")
# Characters of a text that are counted for its script.
_SCRIPT_SAMPLE = 400


def language_of(paragraphs: Iterable[str]) -> str:
    """Return the code of the language of an article, given its paragraphs; '' if it is none of FUNCTION_WORDS_OF."""
    text = ""
    for paragraph in paragraphs:
        text += paragraph[: _SAMPLE - len(text)].casefold() + "\n"
        if len(text) >= _SAMPLE:
            break
    counts = Counter(_WORD.findall(text))
    found = {
        language: sum(counts[word] for word in counts.keys() & function_words)
        for language, function_words in FUNCTION_WORDS_OF.items()
    }
    best = max(found, key=lambda language: found[language])
    return best if found[best] > _LEAST_SHARE * counts.total() else ""


def script_language(text: str) -> str:
    """Return the language code whose rules split a text into sentences, by its script."""
    if text.isascii():
        return "en"
    sample = text[:_SCRIPT_SAMPLE]
    least = _SCRIPT_SHARE * len(sample)
    foreign = _FOREIGN.findall(sample)
    if len(foreign) >= least:
        for language, first, last in _SCRIPTS:
            if sum(first <= letter <= last for letter in foreign) >= least:
                return language
    return "en"
