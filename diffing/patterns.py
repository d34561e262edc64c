r"""Patterns that are compiled when a text first needs them.

    _CLOCK = lazy_pattern(r"\d\d:\d\d")     loading the module costs nothing
    _CLOCK.search("at 10:30")               compiles it; later calls go straight to the compiled pattern

The modules have some 450 patterns. Compiling all of them took a quarter of the time of a short comparison, and two
short articles need less than half of them. A wheel has them compiled (kept_patterns.py), for the version of Python that
built it; any other Python compiles them.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, AnyStr, NamedTuple, cast

from diffing.kept import kept_in, language_of, sre

BY_NAME = -1
"""In a file, this stands in place of the flags where a pattern is kept by its name and not by its expression."""


class KeptPattern(NamedTuple):
    """The parts of a compiled pattern: its expression, its flags with those inside it, its code, its groups."""

    expression: str | bytes
    flags: int
    code: bytes
    groups: int
    names: dict[str, int]


compiled_here: set[tuple[Any, int]] = set()
"""The expressions, with their flags, that this process has compiled: those that an installation may keep."""
named_here: dict[str, str] = {}
"""The expressions that this process has made for patterns with a name."""


def pattern_file(language: str) -> str:
    """Return the name of the file of the compiled patterns of a language, '' for those of all texts."""
    return f"patterns{language and f'.{language}'}.bin"


@cache
def _kept(language: str = "") -> Mapping[tuple[Any, int], tuple[Any, ...]]:
    """Return the patterns that the installation has compiled; none in a checkout, or for another Python."""
    return kept_in(pattern_file(language))


def compiled(expression: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return the pattern of an expression, compiled now if the installation has not kept it."""
    found = _kept().get((expression, flags))
    if found is None:
        compiled_here.add((expression, flags))
        return re.compile(expression, flags)
    return _of_kept(KeptPattern(*found))


def named(name: str, make: Callable[[], str]) -> re.Pattern[str]:
    """Return the pattern of the expression that `make` returns, which takes long to make.

    The installation may keep it under its name, '' for none: two different expressions have two names. That of a
    language begins with its code: 'en: dates'.
    """
    if not name:
        return compiled(make())
    found = _kept(language_of(name)).get((name, BY_NAME))
    if found is not None:
        return _of_kept(KeptPattern(*found))
    expression = named_here[name] = make()
    return re.compile(expression)


def keeps(name: str) -> bool:
    """Return whether the installation keeps the pattern of a name."""
    return (name, BY_NAME) in _kept(language_of(name))


def _of_kept(kept: KeptPattern) -> re.Pattern[Any]:
    by_number: list[str | None] = [None] * (kept.groups + 1)
    for name, number in kept.names.items():
        by_number[number] = name
    code = memoryview(kept.code).cast("I").tolist()
    pattern = sre.compile(kept.expression, kept.flags, code, kept.groups, kept.names, tuple(by_number))
    return cast("re.Pattern[Any]", pattern)


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
