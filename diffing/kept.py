"""Files that an installation keeps ready: compiled patterns, and tables in the form in which they are looked up.

    kept_table("en: turns", make)      what `make` returns, or the equal value that the wheel has

setup.py has the files written when it builds a wheel (kept_patterns.py, kept_tables.py). A checkout has none, and
another Python does not use them: there all is made at its first use, with the same result.
"""

import importlib
import marshal
import sys
from collections.abc import Callable, Mapping
from functools import cache
from pkgutil import get_data
from typing import Any, cast

sre: Any = importlib.import_module("_sre")
"""Python's own compiled part of `re`, which has no types."""

tables_here: dict[str, tuple[Any, ...]] = {}
"""The tables with a name that this process has made: those that an installation may keep."""


def version() -> tuple[object, ...]:
    """Return what the files depend on: the Python, the version of its patterns' code, the form of its numbers."""
    return sys.implementation.name, *sys.version_info[:2], sre.MAGIC, sre.CODESIZE, sys.byteorder


def language_of(name: str) -> str:
    """Return the language in whose file something is kept by its name, 'en: dates'; '' for the file of all texts."""
    language, colon, _ = name.partition(":")
    return language if colon else ""


def table_file(language: str) -> str:
    """Return the name of the file of the tables of a language."""
    return f"tables.{language}.bin"


def kept_in(file: str) -> Mapping[Any, Any]:
    """Return the content of a file of the installation; nothing in a checkout, or for another Python."""
    try:
        found = marshal.loads(get_data(__package__, file) or b"")
    except (OSError, EOFError, ValueError, TypeError):
        return {}
    return found[1] if found[0] == version() else {}


@cache
def _tables(language: str) -> Mapping[str, bytes]:
    return kept_in(table_file(language))


def kept_table(name: str, make: Callable[[], tuple[Any, ...]]) -> tuple[Any, ...]:
    """Return what `make` returns, which takes long to make; the installation may keep it under its name, '' for none.

    It holds numbers, strings, tuples, frozen sets and dictionaries of these, and is never changed. Two different tables
    have two names. That of a language begins with its code: 'en: turns'.
    """
    found = _tables(language_of(name)).get(name) if name else None
    if found is not None:
        return cast(tuple[Any, ...], marshal.loads(found))
    made = tuple(make())
    if name:
        tables_here[name] = made
    return made
