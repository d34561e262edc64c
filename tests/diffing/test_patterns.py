"""Patterns that wait for their first use: each of the project compiles, and none is compiled twice."""

import importlib
import marshal
import os
import pkgutil
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from types import ModuleType

import pytest

import diffing
import tui
from diffing import kept, patterns
from diffing.kept_patterns import kept_patterns
from diffing.ledger.language.lexicon import LANGUAGES
from diffing.ledger.language.narrowed import has_every_word
from diffing.ledger.numbers.number_patterns import NumberPatterns
from diffing.patterns import LazyPattern, compiled, lazy_pattern
from tests.conftest import thorough

Install = Callable[[Mapping[str, bytes]], None]


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
def installed(monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """A function that puts files of compiled patterns in the place of those that are installed."""

    def put(files: Mapping[str, bytes]) -> None:
        monkeypatch.setattr(kept, "get_data", lambda _package, file: files.get(file, b""))
        patterns._kept.cache_clear()

    yield put
    patterns._kept.cache_clear()


@pytest.fixture(scope="module")
def made() -> Mapping[str, bytes]:
    return kept_patterns()


def test_kept_patterns_are_those_that_python_compiles(installed: Install, made: Mapping[str, bytes]) -> None:
    installed(made)
    assert len(patterns._kept()) > 300
    everything = [item for language in ("", *LANGUAGES) for item in patterns._kept(language).items()]
    for key, found in everything:
        expression, flags = found[0], 0 if key[1] == patterns.BY_NAME else key[1]
        pattern, fresh = patterns._of_kept(patterns.KeptPattern(*found)), re.compile(expression, flags)
        # Patterns are equal if their flags and their code are.
        assert pattern == fresh
        assert (pattern.groups, pattern.groupindex) == (fresh.groups, fresh.groupindex)


def test_a_kept_pattern_is_not_compiled(
    installed: Install, made: Mapping[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    installed(made)
    expression, flags = next(key for key in patterns._kept() if key[1] != patterns.BY_NAME)
    monkeypatch.setattr(re, "compile", lambda *_: pytest.fail("compiled"))
    assert compiled(expression, flags).pattern == expression


def test_a_pattern_with_a_name_is_kept_as_it_is_made(installed: Install, made: Mapping[str, bytes]) -> None:
    """Each under one name: for the articles of any language the kept pattern is the one of their lexicon."""
    files = [marshal.loads(file)[1] for file in made.values()]
    names = {name for file in files for name, flags in file if flags == patterns.BY_NAME}
    assert {"en: numbers, number", "zh: dates", "zh: dates, western", "de: rate"} <= names
    for language in ("en", "de", "zh"):
        fresh = NumberPatterns(language, has_every_word)
        expressions = [
            fresh.number.pattern,
            fresh.unit.pattern,
            fresh.begins.of("").pattern,
            fresh.begins.of("一").pattern,
        ]
        installed(made)
        kept = NumberPatterns(language, has_every_word)
        assert [
            kept.number.pattern,
            kept.unit.pattern,
            kept.begins.of("").pattern,
            kept.begins.of("一").pattern,
        ] == expressions
        installed({})


@thorough
def test_two_builds_make_the_same_files() -> None:
    make = "import sys, marshal; from diffing.kept_patterns import kept_patterns as patterns"
    build = f"{make}; from diffing.kept_tables import kept_tables as tables"
    build += "; marshal.dump((patterns(), tables()), sys.stdout.buffer)"
    found = [
        subprocess.run(
            [sys.executable, "-c", build], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    ]
    assert found[0] == found[1]


@pytest.mark.parametrize("damage", ["another version", "no content", "a half"])
def test_a_file_that_cannot_be_used_is_passed_over(installed: Install, made: Mapping[str, bytes], damage: str) -> None:
    content = made["patterns.bin"]
    version, found = marshal.loads(content)
    damaged = {
        "another version": marshal.dumps((("cpython", 3, 10, *version[3:]), found)),
        "no content": b"",
        "a half": content[: len(content) // 2],
    }[damage]
    installed({"patterns.bin": damaged})
    assert patterns._kept() == {}
    assert compiled(r"\d\d:\d\d").search("at 10:30")
