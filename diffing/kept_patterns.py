r"""Compile the patterns of newsdiff for a wheel: setup.py runs this, and patterns.py reads the result.

    lazy_pattern(r"\d\d:\d\d")    ->    its code, by the expression and its flags

The code of a pattern is what `re` compares two patterns by. So a kept one is the pattern that `re.compile` returns, and
a test compares all of them.
"""

import importlib
import marshal
import pkgutil
from array import array
from collections.abc import Iterator
from types import ModuleType
from typing import Any, cast

import diffing
from diffing.comparison import compare
from diffing.ledger.build import ledger
from diffing.patterns import KeptPattern, LazyPattern, compiled, compiled_here, version
from diffing.text.scripts import ScriptPattern

# Two articles whose comparison needs the patterns that functions make.
_TEXTS = (
    ("Anna Weber said on Monday that 12 people died.\n\nThe mill is shut.", "Weber said 14 people died in Dalby."),
)
# Characters by which ScriptPattern chooses its two patterns.
_OF_EACH_KIND = ("", "\u4e00")


def kept_patterns() -> bytes:
    """Return the code of the patterns that the modules have, for PATTERN_FILE."""
    for module in _modules():
        _compile(module)
    for texts in _TEXTS:
        ledger(compare(*texts))
    found = sorted(compiled_here, key=repr)
    return marshal.dumps(cast(Any, (version(), {key: tuple(_code_of(*key)) for key in found})))


def _modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(diffing.__path__, "diffing."):
        yield importlib.import_module(found.name)


def _compile(module: ModuleType) -> None:
    """Compile the patterns that a module makes at its first use."""
    for value in vars(module).values():
        if isinstance(value, LazyPattern):
            compiled(*value.key)
        elif isinstance(value, ScriptPattern):
            for character in _OF_EACH_KIND:
                value.of(character)


def _code_of(expression: Any, flags: int) -> KeptPattern:
    """Return what `re` makes of an expression. These steps of `re` are private: patterns.py checks their version."""
    parser: Any = importlib.import_module("re._parser")
    compiler: Any = importlib.import_module("re._compiler")
    parsed = parser.parse(expression, flags)
    code = array("I", compiler._code(parsed, flags))
    state = parsed.state
    return KeptPattern(int(flags | state.flags), code.tobytes(), state.groups - 1, dict(state.groupdict))
