r"""Patterns that are compiled when a text first needs them.

    _CLOCK = lazy_pattern(r"\d\d:\d\d")     loading the module costs nothing
    _CLOCK.search("at 10:30")               compiles it; later calls go straight to the compiled pattern

The modules have some 450 patterns. Compiling all of them took a quarter of the time of a short comparison, and two
short articles need less than half of them. A wheel has them compiled (kept_patterns.py), for the version of Python that
built it; any other Python compiles them.
"""

import importlib
import marshal
import re
import sys
from collections.abc import Mapping
from functools import cache
from pkgutil import get_data
from typing import Any, AnyStr, NamedTuple, cast

# Python's own compiled part of `re`, which has no types.
_sre: Any = importlib.import_module("_sre")

PATTERN_FILE = "patterns.bin"
"""The file of compiled patterns in the folder of this package."""


class KeptPattern(NamedTuple):
    """The parts of a compiled pattern: its flags with those inside it, its code, its groups and their names."""

    flags: int
    code: bytes
    groups: int
    names: dict[str, int]


def version() -> tuple[object, ...]:
    """Return what the code of a pattern depends on: the Python, the version of its code, the form of its numbers."""
    return sys.implementation.name, *sys.version_info[:2], _sre.MAGIC, _sre.CODESIZE, sys.byteorder


compiled_here: set[tuple[Any, int]] = set()
"""The expressions, with their flags, that this process has compiled: those that an installation may keep."""


@cache
def _kept() -> Mapping[tuple[Any, int], tuple[Any, ...]]:
    """Return the patterns that the installation has compiled; none in a checkout, or for another Python."""
    try:
        found = marshal.loads(get_data(__package__, PATTERN_FILE) or b"")
    except (OSError, EOFError, ValueError, TypeError):
        return {}
    return found[1] if found[0] == version() else {}


def compiled(expression: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return the pattern of an expression, compiled now if the installation has not kept it."""
    found = _kept().get((expression, flags))
    if found is None:
        compiled_here.add((expression, flags))
        return re.compile(expression, flags)
    kept = KeptPattern(*found)
    by_number: list[str | None] = [None] * (kept.groups + 1)
    for name, number in kept.names.items():
        by_number[number] = name
    code = memoryview(kept.code).cast("I").tolist()
    pattern = _sre.compile(expression, kept.flags, code, kept.groups, kept.names, tuple(by_number))
    return cast("re.Pattern[AnyStr]", pattern)


class LazyPattern:
    """An expression that becomes its compiled pattern at the first use of a method, which is kept here.

    `key` is the expression with its flags.
    """

    def __init__(self, expression: str | bytes, flags: int) -> None:
        self.key: tuple[Any, int] = expression, flags

    def __getattr__(self, name: str) -> Any:
        pattern = compiled(*self.key)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn"):
            setattr(self, method, getattr(pattern, method))
        return getattr(pattern, name)


def lazy_pattern(expression: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return a pattern that is compiled at its first use."""
    return cast("re.Pattern[AnyStr]", LazyPattern(expression, int(flags)))
