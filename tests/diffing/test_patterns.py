"""Patterns that wait for their first use: each of the project compiles, and none is compiled twice."""

import importlib
import marshal
import os
import pkgutil
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from types import ModuleType

import pytest

import diffing
import tui
from diffing import patterns
from diffing.kept_patterns import kept_patterns
from diffing.patterns import LazyPattern, compiled, lazy_pattern


def _modules() -> list[ModuleType]:
    names = [
        found.name
        for package in (diffing, tui)
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    ]
    return [importlib.import_module(name) for name in names if not name.endswith("__main__")]


def test_every_pattern_compiles() -> None:
    found = [value for module in _modules() for value in vars(module).values() if isinstance(value, LazyPattern)]
    assert len(found) > 100
    for pattern in found:
        re.compile(*pattern.key)


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


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[bytes], None]]:
    """A function that puts a file of compiled patterns in the place of the one that is installed."""

    def put(content: bytes) -> None:
        monkeypatch.setattr(patterns, "get_data", lambda _package, _file: content)
        patterns._kept.cache_clear()

    yield put
    patterns._kept.cache_clear()


@pytest.fixture(scope="module")
def made() -> bytes:
    return kept_patterns()


def test_kept_patterns_are_those_that_python_compiles(installed: Callable[[bytes], None], made: bytes) -> None:
    installed(made)
    assert len(patterns._kept()) > 300
    for expression, flags in patterns._kept():
        pattern, fresh = compiled(expression, flags), re.compile(expression, flags)
        # Patterns are equal if their flags and their code are.
        assert pattern == fresh
        assert (pattern.groups, pattern.groupindex) == (fresh.groups, fresh.groupindex)


def test_a_kept_pattern_is_not_compiled(
    installed: Callable[[bytes], None], made: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed(made)
    (expression, flags), *_ = patterns._kept()
    monkeypatch.setattr(re, "compile", lambda *_: pytest.fail("compiled"))
    assert compiled(expression, flags).pattern == expression


def test_two_builds_make_the_same_file(made: bytes) -> None:
    build = "import sys; from diffing.kept_patterns import kept_patterns; sys.stdout.buffer.write(kept_patterns())"
    found = [
        subprocess.run(
            [sys.executable, "-c", build], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    ]
    assert found[0] == found[1]


@pytest.mark.parametrize("damage", ["another version", "no content", "a half"])
def test_a_file_that_cannot_be_used_is_passed_over(
    installed: Callable[[bytes], None], made: bytes, damage: str
) -> None:
    version, found = marshal.loads(made)
    installed(
        {
            "another version": marshal.dumps((("cpython", 3, 10, *version[3:]), found)),
            "no content": b"",
            "a half": made[: len(made) // 2],
        }[damage]
    )
    assert patterns._kept() == {}
    assert compiled(r"\d\d:\d\d").search("at 10:30")
