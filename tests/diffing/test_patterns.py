"""Patterns that wait for their first use: each of the project compiles, and none is compiled twice."""

import importlib
import pkgutil
import re
from types import ModuleType

import pytest

import diffing
import tui
from diffing.patterns import _LazyPattern, lazy_pattern


def _modules() -> list[ModuleType]:
    names = [
        found.name
        for package in (diffing, tui)
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    ]
    return [importlib.import_module(name) for name in names if not name.endswith("__main__")]


def test_every_pattern_compiles() -> None:
    patterns = [value for module in _modules() for value in vars(module).values() if isinstance(value, _LazyPattern)]
    assert len(patterns) > 100
    for pattern in patterns:
        re.compile(pattern._expression, pattern._flags)


def test_a_pattern_is_compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    expressions = []
    compile_ = re.compile

    def compiling(expression: str, flags: int = 0) -> re.Pattern[str]:
        expressions.append(expression)
        return compile_(expression, flags)

    monkeypatch.setattr(re, "compile", compiling)
    clock = lazy_pattern(r"\d\d:\d\d", re.ASCII)
    assert expressions == []
    assert [match[0] for match in clock.finditer("10:30 to 11:45")] == ["10:30", "11:45"]
    assert clock.search("at noon") is None
    assert expressions == [r"\d\d:\d\d"]
    assert (clock.pattern, clock.flags & re.ASCII) == (r"\d\d:\d\d", re.ASCII)
