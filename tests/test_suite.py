"""The tests themselves: each asserts something, and each has an id that can be read and typed."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis.internal.conjecture.providers import HypothesisProvider

from tests.conftest import PROFILE

_TESTS = Path(__file__).parent
# Characters of an id with its file. The longest names of tests and files leave room for a few parameters.
_LONGEST_ID = 170
_ASSERTING = frozenset(("pytest.raises", "pytest.warns", "pytest.fail"))
# Helpers of the tests that assert begin with one of these.
_HELPERS = ("check", "assert_")


def _is_assertion(node: ast.AST) -> bool:
    if isinstance(node, ast.Assert):
        return True
    if not isinstance(node, ast.Call):
        return False
    called = ast.unparse(node.func)
    return called in _ASSERTING or called.startswith(_HELPERS)


def _without_assertion(source: str) -> Iterator[str]:
    """The names of the tests in which nothing is asserted."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) or not node.name.startswith("test_"):
            continue
        if not any(map(_is_assertion, ast.walk(node))):
            yield node.name


@pytest.mark.parametrize(
    ("body", "is_test"),
    [
        ("assert compare(pair)", True),
        ("with pytest.raises(ValueError): compare(pair)", True),
        ("check_comparison(compare(pair))", True),
        ("compare(pair)", False),
        ("'assert compare(pair)'", False),
    ],
)
def test_what_an_assertion_is(body: str, is_test: bool) -> None:
    assert list(_without_assertion(f"def test_it():\n    {body}")) == ([] if is_test else ["test_it"])


def test_every_test_asserts_something() -> None:
    files = sorted(_TESTS.rglob("test_*.py"))
    assert len(files) > 50
    assert [
        f"{file.relative_to(_TESTS)}: {name}"
        for file in files
        for name in _without_assertion(file.read_text(encoding="utf-8"))
    ] == []


def test_every_id_is_short_and_printable(request: pytest.FixtureRequest) -> None:
    """Of the tests of this run: all of them, where all are run."""
    ids = [item.nodeid for item in request.session.items]
    assert ids
    assert [one for one in ids if len(one) > _LONGEST_ID or not (one.isascii() and one.isprintable())] == []


@pytest.mark.skipif(PROFILE != "dev", reason="more examples include the constants of the modules that are loaded")
def test_examples_do_not_depend_on_the_modules_that_are_loaded() -> None:
    assert len(HypothesisProvider(None)._local_constants) == 0
