"""The word lists of the ledger: one file in lexicons/ for each language, with one table for each subject.

en   ->   lexicons/en.toml   ->   {"language": "en", "numbers": {...}, "dates": {...}, ...}

To add a language, write its file and add its code to LANGUAGES; README.md in lexicons/ describes the tables. The
files in lexicons/cldr/ and lexicons/measures/ are made by docs/make_cldr.py. A language without a file has an empty
lexicon. In its texts the ledger still extracts figures, names and quotation marks.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from diffing.ledger.language.schema import checked
from diffing.tables import read_tables
from diffing.text.folding import all_folded

Lexicon = Mapping[str, Any]
"""Tables of a language: strings, lists of strings, or tables of these."""

LANGUAGES = ("de", "en", "es", "fr", "it", "nl", "pt", "ru", "zh")
"""Languages with a file."""

FROM_CLDR = (
    "af",
    "ar",
    "az",
    "be",
    "bg",
    "bn",
    "bs",
    "ca",
    "cs",
    "cy",
    "da",
    "el",
    "et",
    "eu",
    "fa",
    "fi",
    "ga",
    "gl",
    "gu",
    "he",
    "hi",
    "hr",
    "hu",
    "hy",
    "id",
    "is",
    "ja",
    "ka",
    "kk",
    "kn",
    "lt",
    "lv",
    "mk",
    "ml",
    "mr",
    "ms",
    "nb",
    "nn",
    "pa",
    "pl",
    "ro",
    "sk",
    "sl",
    "sq",
    "sr",
    "sv",
    "sw",
    "ta",
    "te",
    "th",
    "tr",
    "uk",
    "ur",
    "vi",
)
"""Languages of which only the months, weekdays, relative dates and magnitudes of the Unicode CLDR are known."""


def code_of(tables: Lexicon) -> str:
    """Return the language code of a lexicon, '' for an empty one."""
    code: str = tables.get("language", "")
    return code


def forms(words: Iterable[str]) -> frozenset[str]:
    """Return words of a table in the form of a folded text: 'für' is 'fur' there."""
    return frozenset(all_folded([*words]))


@cache
def lexicon(language: str) -> Lexicon:
    """Return the tables of a language, with its code as `language`; empty for a language without a file."""
    if language not in LANGUAGES and language not in FROM_CLDR:
        return {}
    file = f"{language}.toml" if language in LANGUAGES else f"cldr/{language}.toml"
    tables = _read(file)
    if language in LANGUAGES:
        numbers = tables["numbers"]
        made, own = _read(f"measures/{language}.toml")["numbers"]["measures"], numbers["measures"]
        measures = {kind: {**made.get(kind, {}), **own.get(kind, {})} for kind in sorted({*made, *own})}
        tables = {**tables, "numbers": {**numbers, "measures": measures}}
    return {"language": language, **tables}


def _read(file: str) -> Lexicon:
    """Return the tables of a file of the folder lexicons."""
    return read_tables("diffing.ledger.language", f"lexicons/{file}", lambda tables: checked(tables, file))
