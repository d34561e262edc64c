"""Docstrings are plain English: their first words, and words that are no terms, are checked here.

ruff checks the form (D401: a function's docstring starts with a verb; D415: a first line ends with a mark).
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

_ROOT = Path(__file__).parent.parent

CLEAN = ("benchmarks", "diffing", "tui")
"""Packages and modules whose docstrings are checked."""

BANNED_FIRST_WORDS = ("Whether", "What", "How", "Told", "So that", "Where", "Who", "Have", "As")
"""A docstring starts with what the function does, or with a noun. 'True if' serves a property that is a bool."""

BANNED_WORDS = re.compile(
    r"\b(whoever|nobody|so many|so much|told|meanwhile|is (?:said|gone) to|nothing but|no more than that)\b",
    re.IGNORECASE,
)
"""Words with two meanings or none, such as 'told' for 'receives' and 'so many' for a number with a name."""

_QUOTED = re.compile(r"`[^`]*`|'[^'\n]*'|\"[^\"\n]*\"|“[^”]*”")
_INDENTED = re.compile(r"^ {4,}.*$", re.MULTILINE)


def complaints(source: str) -> Iterator[tuple[int, str]]:
    """The line and the reason of everything in a module's docstrings that is no plain English."""
    for node in ast.walk(ast.parse(source)):
        for text in _docstrings(node):
            written = text.value
            assert isinstance(written, str)
            for first in BANNED_FIRST_WORDS:
                if written.startswith(f"{first} "):
                    yield text.lineno, f"starts with {first!r}"
            # Examples are indented or in quotation marks.
            prose = _QUOTED.sub("", _INDENTED.sub("", "\n".join(map(str.rstrip, _dedented(written, text.col_offset)))))
            for match in BANNED_WORDS.finditer(prose):
                yield text.lineno, f"has {match[0]!r}"


def _dedented(text: str, margin: int) -> list[str]:
    """The lines of a docstring that starts in the column `margin`."""
    first, *others = text.splitlines() or [""]
    return [first, *(line[margin:] for line in others)]


def _docstrings(node: ast.AST) -> Iterator[ast.Constant]:
    """The docstring of a module, class or function, and those below assignments."""
    body = getattr(node, "body", [])
    for at, statement in enumerate(body if isinstance(body, list) else []):
        follows = at == 0 or isinstance(body[at - 1], ast.Assign | ast.AnnAssign)
        if not (follows and isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)):
            continue
        if isinstance(statement.value.value, str):
            yield statement.value


def _modules(name: str) -> list[Path]:
    path = _ROOT / name
    return [path] if path.is_file() else sorted(path.rglob("*.py"))


@pytest.mark.parametrize("name", CLEAN)
def test_docstrings_are_plain_english(name: str) -> None:
    modules = _modules(name)
    assert modules
    found = [
        f"{module.relative_to(_ROOT)}:{line}: {reason}"
        for module in modules
        for line, reason in complaints(module.read_text(encoding="utf-8"))
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('"""What is in the index."""', [(1, "starts with 'What'")]),
        ('class A:\n    """Told how far it is."""', [(2, "starts with 'Told'"), (2, "has 'Told'")]),
        ('N = 3\n"""Whether so many are asked for."""', [(2, "starts with 'Whether'"), (2, "has 'so many'")]),
        ('def f():\n    """Return the verbs, such as \'told\'."""', []),
        ('"""Report verbs.\n\n    nobody told him\n"""', []),
        ('"""A value."""\nN = 3', []),
        ('"""Howl, and whereas."""', []),
    ],
    ids=["module", "class", "constant", "quoted", "example", "plain", "longer word"],
)
def test_the_check_itself(source: str, expected: list[tuple[int, str]]) -> None:
    assert list(complaints(source)) == expected
