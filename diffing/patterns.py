r"""Patterns that are compiled when a text first needs them.

    _CLOCK = lazy_pattern(r"\d\d:\d\d")     loading the module costs nothing
    _CLOCK.search("at 10:30")               compiles it; later calls go straight to the compiled pattern

The modules have some 250 patterns. Compiling all of them took a quarter of the time of a short comparison, and two
short articles need little more than half of them.
"""

import re
from typing import Any, AnyStr, cast


class _LazyPattern:
    """An expression that becomes its compiled pattern at the first use of a method, which is kept here."""

    def __init__(self, expression: str | bytes, flags: int) -> None:
        self._expression = expression
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self._expression, self._flags)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy_pattern(expression: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return a pattern that is compiled at its first use."""
    return cast("re.Pattern[AnyStr]", _LazyPattern(expression, flags))
