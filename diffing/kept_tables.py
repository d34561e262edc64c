"""Make the tables of newsdiff for a wheel: setup.py runs this, and kept.py reads the result.

    lexicons/en.toml    ->    its phrases by their first words, its names by their tokens

Folding and indexing the words of a language took a fifth of the time of its first ledger.
"""

import marshal
from collections import defaultdict
from typing import Any, cast

from diffing.kept import language_of, table_file, tables_here, version
from diffing.kept_patterns import engine_modules
from diffing.ledger.language.lexemes import LexemesOf
from diffing.ledger.language.lexicon import LANGUAGES
from diffing.ledger.names.name_words import name_words
from diffing.text.common_words import LISTED, script_words


def kept_tables() -> dict[str, bytes]:
    """Return the files of tables by their names: one of each language, and one of the common words of each script."""
    for module in engine_modules():
        for value in vars(module).values():
            if isinstance(value, LexemesOf):
                for language in LANGUAGES:
                    value(language)
    for language in LANGUAGES:
        name_words(language)
    for script in sorted(LISTED):
        script_words(script)
    files: defaultdict[str, dict[str, bytes]] = defaultdict(dict)
    for name, table in sorted(tables_here.items()):
        files[table_file(language_of(name))][name] = marshal.dumps(_shared(table, {}))
    return {file: marshal.dumps(cast(Any, (version(), tables))) for file, tables in files.items()}


def _shared(table: Any, known: dict[bytes, Any]) -> Any:
    """Return a table in which equal parts are one: a file has each once, so that it is small and quickly read.

    What else is one depends on the order in which the parts were made, and two builds must write the same file.
    """
    if isinstance(table, tuple | frozenset):
        table = type(table)([_shared(part, known) for part in table])
    elif isinstance(table, dict):
        table = {_shared(key, known): _shared(part, known) for key, part in table.items()}
    # This form has every part as often as it is used.
    return known.setdefault(marshal.dumps(table, 2), table)
