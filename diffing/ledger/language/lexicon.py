"""The words the ledger knows, by language: a file of lexicons/ for each, with a table for each subject.

en   ->   lexicons/en.toml   ->   {"language": "en", "numbers": {...}, "dates": {...}, ...}

To add a language, write its file and name it in LANGUAGES; README.md beside the files says what the tables hold. A
language without a file has an empty lexicon: figures, names and quotation marks are found in it all the same.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

Lexicon = Mapping[str, Any]
"""The tables of a language: strings, lists of strings, or tables of these."""

LANGUAGES = ("en", "es", "fr")
"""The languages with a file."""


def code_of(tables: Lexicon) -> str:
    """The code of the language whose tables these are, '' for none."""
    code: str = tables.get("language", "")
    return code


@cache
def lexicon(language: str) -> Lexicon:
    """The tables of a language code, and the code as `language`; none for a language without a file."""
    if language not in LANGUAGES:
        return {}
    tables = files("diffing.ledger.language").joinpath("lexicons", f"{language}.toml").read_text("utf-8")
    return {"language": language, **tomllib.loads(tables)}
