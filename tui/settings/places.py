r"""The lines on which the keys of a TOML file stand, and the items of their arrays: for messages.

    1  view = "redline"
    2  ignore = [
    3    'Updated \d+',      ("ignore",) stands on line 2, its first item on line 3
    4  ]
    5  [outlet."*post*"]
    6  furniture = ['Ad']    ("outlet", "*post*", "furniture") stands on line 6

The file must be one that tomllib has read: here nothing is checked.
"""

import tomllib
from collections.abc import Iterator
from typing import NamedTuple

from diffing.patterns import lazy_pattern

Path = tuple[str, ...]
"""The names of the tables around a key, and its own."""

_TOKEN = lazy_pattern(
    r"""'''(?:.|\n)*?'''(?!') | \"""(?:\\(?:.|\n)|[^\\])*?\"""(?!") | '[^'\n]*' | "(?:\\.|[^"\\\n])*" | \#[^\n]*
      | [A-Za-z0-9_-]+ | \n | [^\S\n]+ | .""",
    0x40,  # re.VERBOSE
)
_OPENING, _CLOSING = "[{", "]}"


class Place(NamedTuple):
    """The line (from 1) of a key, and those of the texts in its array."""

    line: int
    items: tuple[int, ...]


class _Token(NamedTuple):
    text: str
    line: int


def places(text: str) -> dict[Path, Place]:
    """Return the place of every key in a TOML file. Inline tables and items that are no texts have none."""
    found: dict[Path, Place] = {}
    table: Path = ()
    for statement in _statements(text):
        first = statement[0]
        if first.text == "[":
            table = _path([token.text for token in statement[1:-1] if token.text not in "[]"])
            found.setdefault(table, Place(first.line, ()))
            continue
        end = next((at for at, token in enumerate(statement) if token.text == "="), len(statement))
        path = table + _path([token.text for token in statement[:end]])
        items = tuple(token.line for token in statement[end + 1 :] if token.text[0] in "'\"")
        found.setdefault(path, Place(first.line, items))
    return found


def _statements(text: str) -> Iterator[list[_Token]]:
    """Yield the tokens of each table's head and of each key with its value."""
    line, depth = 1, 0
    statement: list[_Token] = []
    for match in _TOKEN.finditer(text):
        token = match[0]
        if token == "\n" and depth == 0 and statement:
            yield statement
            statement = []
        elif not token.isspace() and token[0] != "#":
            depth += (token in _OPENING) - (token in _CLOSING)
            statement.append(_Token(token, line))
        line += token.count("\n")
    if statement:
        yield statement


def _path(parts: list[str]) -> Path:
    return tuple(str(tomllib.loads(f"x = {part}")["x"]) if part[0] in "'\"" else part for part in parts if part != ".")
