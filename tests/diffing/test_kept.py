"""Tables that an installation keeps: the same as a checkout makes, and what cannot be used is made again."""

import importlib
import marshal
from collections.abc import Callable, Iterator, Mapping
from types import ModuleType
from typing import Any

import pytest

from diffing import kept
from diffing.kept import kept_table, tables_here, version
from diffing.kept_patterns import engine_modules
from diffing.kept_tables import kept_tables
from diffing.ledger.language.lexemes import Lexemes
from diffing.ledger.language.lexicon import LANGUAGES
from diffing.text.folding import folded

Install = Callable[[Mapping[str, bytes]], None]


def _file(version: tuple[object, ...], table: tuple[Any, ...]) -> bytes:
    """Return a file with one table."""
    content: Any = version, {"xx: denials": marshal.dumps(table)}
    return marshal.dumps(content)


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """A function that puts files of tables in the place of those that are installed."""

    def put(files: Mapping[str, bytes]) -> None:
        monkeypatch.setattr(kept, "get_data", lambda _package, file: files.get(file, b""))
        kept._tables.cache_clear()

    yield put
    kept._tables.cache_clear()


def test_kept_tables_are_those_that_a_checkout_makes(installed: Install) -> None:
    files = kept_tables()
    subjects = {name.partition(": ")[2] for name in tables_here}
    assert subjects >= {"turns", "cues", "sayings", "voices", "name words", "common words"}
    assert {f"{language}: {one}" for language in LANGUAGES for one in ("turns", "name words")} <= tables_here.keys()
    installed(files)
    for name, table in tables_here.items():
        assert kept_table(name, lambda: pytest.fail("made")) == table


def test_a_module_whose_library_is_not_there_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """A wheel is built without numpy, and keeps the patterns of all other modules."""
    load = importlib.import_module

    def without_numpy(name: str) -> ModuleType:
        if name in {"diffing.alignment.book_arrays", "diffing.alignment.align"}:
            raise ModuleNotFoundError(name=missing)
        return load(name)

    monkeypatch.setattr(importlib, "import_module", without_numpy)
    missing = "numpy"
    names = {module.__name__ for module in engine_modules()}
    assert "diffing.alignment.book_arrays" not in names
    assert "diffing.alignment.book_index" in names
    missing = "diffing.text.lost"
    with pytest.raises(ModuleNotFoundError):
        [*engine_modules()]


def test_phrases_of_a_kept_table_have_their_tags(installed: Install) -> None:
    installed({})
    tagged = {"not": ["not", "ne _ pas"], "none": ["not only"], "both": ["not"]}
    made = Lexemes(tagged, "xx: denials")
    index = tables_here.pop("xx: denials")
    installed({"tables.xx.bin": _file(version(), index)})
    found = Lexemes(tagged, "xx: denials")
    text = folded("Not only she, il ne veut pas, not he")
    assert [*found.find(text)] == [*made.find(text)]
    assert [match.tags for match in found.find(text)] == [("none",), ("not",), ("not", "both")]
    assert "xx: denials" not in tables_here


@pytest.mark.parametrize("other", [("cpython", 3, 10), ()])
def test_the_tables_of_another_python_are_passed_over(installed: Install, other: tuple[object, ...]) -> None:
    installed({"tables.xx.bin": _file(other, ("kept",))})
    assert kept_table("xx: denials", lambda: ("made",)) == ("made",)
    tables_here.pop("xx: denials")
