"""Stand-ins for what outside libraries do with input that does them harm: no test has such input."""

from collections.abc import Iterator
from typing import Any

import pytest
import regex

# The expression that the stand-ins take for one that does harm. It is an ordinary one.
HARMFUL = "harmful"


class SlowPattern:
    """A compiled expression that takes longer than it may, on every text; `seconds` are what it was allowed."""

    def __init__(self) -> None:
        self.seconds: list[float | None] = []

    def finditer(self, text: str, timeout: float | None = None) -> Iterator[Any]:
        self.seconds.append(timeout)
        raise TimeoutError

    fullmatch = finditer


def slow(monkeypatch: pytest.MonkeyPatch) -> SlowPattern:
    """Have the harmful expression be one that takes too long."""
    pattern, compiled = SlowPattern(), regex.compile
    monkeypatch.setattr(regex, "compile", lambda query, flags: pattern if query == HARMFUL else compiled(query, flags))
    return pattern


def failing(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    """Have the harmful expression be one that cannot be compiled."""
    compiled = regex.compile

    def compile_or_fail(query: str, flags: int) -> Any:
        if query == HARMFUL:
            raise error
        return compiled(query, flags)

    monkeypatch.setattr(regex, "compile", compile_or_fail)
