r"""Compile the patterns of newsdiff for a wheel: setup.py runs this, and patterns.py reads the result.

    lazy_pattern(r"\d\d:\d\d")    ->    its code, by the expression and its flags

The code of a pattern is what `re` compares two patterns by. So a kept one is the pattern that `re.compile` returns, and
a test compares all of them.
"""

import importlib
import marshal
import pkgutil
from array import array
from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import Any, cast

import diffing
from diffing.comparison import compare
from diffing.kept import language_of, version
from diffing.ledger.build import ledger
from diffing.ledger.dates.date_words import date_words
from diffing.ledger.language.lexicon import LANGUAGES
from diffing.ledger.language.narrowed import KeptProperty
from diffing.ledger.numbers.neighbours import rate_words
from diffing.ledger.numbers.number_words import number_words
from diffing.patterns import BY_NAME, KeptPattern, LazyPattern, compiled, compiled_here, named_here, pattern_file
from diffing.text.scripts import ScriptPattern

_Key = tuple[str | bytes, int]
# Two articles whose comparison needs the patterns that functions make.
_TEXTS = (
    (
        "By Anna Weber\n\nAnna Weber said on Monday that 12 people, some unhappy, died last year.\n\nPhoto: Ole Lind",
        "By Anna Weber\n\nOn Monday, Weber denied that 14 people died, as they did a year earlier.\n\nPhoto: Ole Rand",
    ),
)
# Characters by which ScriptPattern chooses its two patterns.
_OF_EACH_KIND = ("", "\u4e00")


def kept_patterns() -> dict[str, bytes]:
    """Return the files of patterns by their names: one of the patterns of all texts, and one of each language."""
    for module in engine_modules():
        _compile(module)
    for texts in _TEXTS:
        ledger(compare(*texts))
    for language in LANGUAGES:
        _compile_whole(language)
    found: dict[str, dict[_Key, _Key]] = {"": {key: key for key in sorted(compiled_here, key=repr)}}
    for name, expression in sorted(named_here.items()):
        found.setdefault(language_of(name), {})[name, BY_NAME] = expression, 0
    return {pattern_file(language): _packed(own) for language, own in found.items()}


def _packed(found: Mapping[_Key, _Key]) -> bytes:
    return marshal.dumps(cast(Any, (version(), {key: tuple(_code_of(*own)) for key, own in found.items()})))


def engine_modules() -> Iterator[ModuleType]:
    """Yield the modules of the engine, without those of an extra whose library is not there: books have numpy."""
    for found in pkgutil.walk_packages(diffing.__path__, "diffing."):
        try:
            module = importlib.import_module(found.name)
        except ModuleNotFoundError as error:
            if not error.name or error.name.partition(".")[0] == diffing.__name__:
                raise
        else:
            yield module


def _compile(module: ModuleType) -> None:
    """Compile the patterns that a module makes at its first use."""
    for value in vars(module).values():
        if isinstance(value, LazyPattern):
            compiled(*value.key)
        elif isinstance(value, ScriptPattern):
            for character in _OF_EACH_KIND:
                value.of(character)


def _compile_whole(language: str) -> None:
    """Compile the patterns of all words of a language that articles are searched for."""
    numbers = number_words(language).patterns.of(None)
    for name, value in vars(type(numbers)).items():
        if isinstance(value, KeptProperty):
            getattr(numbers, name)
    for pattern in (numbers.begins, date_words(language).patterns.of(None)):
        for character in _OF_EACH_KIND:
            pattern.of(character)
    rate_words(language)[0].of(None)


def _code_of(expression: Any, flags: int) -> KeptPattern:
    """Return what `re` makes of an expression. These steps of `re` are private: patterns.py checks their version."""
    parser: Any = importlib.import_module("re._parser")
    compiler: Any = importlib.import_module("re._compiler")
    parsed = parser.parse(expression, flags)
    code = array("I", compiler._code(parsed, flags))
    state = parsed.state
    return KeptPattern(expression, int(flags | state.flags), code.tobytes(), state.groups - 1, dict(state.groupdict))
