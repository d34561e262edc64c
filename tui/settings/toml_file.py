r"""The reader's settings file: read, checked, and made into wishes.

    view = "redline"
    ignore = ['Updated \d+ minutes ago']
    [outlet."*lurvik-post*"]
    furniture = ['Photo: .*']

What cannot be followed is an error with the line and the key: a rule that silently does not hold would mislead.
"""

import json
import os
import tomllib
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from diffing.errors import NewsdiffError
from diffing.ledger.core.model import Subject
from diffing.ledger.core.ranking import Weight
from diffing.rules.rule import MOST_RULES, Rule, RuleError, Rules
from diffing.sources.files import os_errors_explained, read_bounded

from ..view.settings import View
from .places import Path, Place, places
from .wishes import NO_WISHES, PAGE, UNCHANGED, Setting, Wishes

T = TypeVar("T")

# A file with every setting takes a few KB.
_MOST_BYTES = 1_000_000
_DEFAULT = "the default"
_FOLDS = (PAGE, UNCHANGED)
_SORTS = tuple(
    dict.fromkeys(
        (*(weight.value for weight in Weight if weight not in (Weight.REWORDING, Weight.TYPOGRAPHY)), *Subject)
    )
)
_OUTLET, _KEYS = "outlet", "keys"
_NO_TEXTS: tuple[str, ...] = ()
_RULES = _FURNITURE, _IGNORE = "furniture", "ignore"
_KNOWN = ("view", "theme", "fold", "typography", "without", *_RULES, _OUTLET, _KEYS)


class SettingsError(NewsdiffError):
    """A settings file that cannot be followed: its path, the line, the key, and the reason."""


def wishes_in(path: str | None, remembered_theme: str | None = None) -> Wishes:
    """Return the wishes in a file; without one, the defaults. Raises SettingsError, and ReadError.

    `remembered_theme` is the theme that was chosen on the screen; a theme in the file goes before it.
    """
    if path is None:
        return _File("", "", {}).wishes(remembered_theme)
    with os_errors_explained(path), open(path, "rb", buffering=0) as file:
        content = read_bounded(path, file, _MOST_BYTES)
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
        found = tomllib.loads(text)
    except UnicodeDecodeError:
        raise SettingsError(f"{path}: is not UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path}: is no TOML: {error}") from None
    except RecursionError:
        raise SettingsError(f"{path}: is no TOML: nested too deeply") from None
    return _File(path, text, found).wishes(remembered_theme)


class _File:
    """A file that is TOML, while its values are checked; `shown` are the settings so far."""

    def __init__(self, path: str, text: str, found: Mapping[str, Any]) -> None:
        self._path, self._found = path, found
        self._places = places(text) if text else {}
        self._shown: list[Setting] = []

    def wishes(self, remembered_theme: str | None) -> Wishes:
        """Return the wishes. Raises SettingsError."""
        self._refuse_unknown((), self._found, _KNOWN)
        view = self._value(("view",), _choice([view.value for view in View]), NO_WISHES.view)
        folds = self._value(("fold",), _choices(_FOLDS), NO_WISHES.folds)
        theme_origin = "chosen on the screen" if remembered_theme else _DEFAULT
        theme = self._value(("theme",), _text, remembered_theme or "newsdiff-dark", theme_origin)
        typography = self._value(("typography",), _truth, NO_WISHES.typography)
        without = self._value(("without",), _choices(_SORTS), _NO_TEXTS)
        own = {name: self._rules((), name) for name in _RULES}
        for outlet, table in self._table(_OUTLET).items():
            if not isinstance(table, dict):
                raise self._error((_OUTLET, outlet), 'must be a table, such as [outlet."*post*"]')
            self._refuse_unknown((_OUTLET, outlet), table, _RULES)
            for name in _RULES:
                own[name] += self._rules((_OUTLET, outlet), name)
        keys = self._table(_KEYS)
        for name in keys:
            self._value((_KEYS, name), _text, "")
        try:
            rules = Rules(own[_FURNITURE], own[_IGNORE], without)
        except RuleError as error:
            name = next(name for name in _RULES if len(own[name]) > MOST_RULES)
            raise self._error((name,), str(error)) from None
        return Wishes(
            view,
            folds,
            typography,
            theme if ("theme" in self._found or remembered_theme) else None,
            rules,
            keys,
            tuple(self._shown),
        )

    def _rules(self, table: Path, name: str) -> tuple[Rule, ...]:
        patterns = self._value((*table, name), _texts, _NO_TEXTS)
        found = []
        for at, pattern in enumerate(patterns):
            try:
                found.append(Rule(pattern, table[-1]) if table else Rule(pattern))
            except RuleError as error:
                raise self._error((*table, name), f"{error.pattern!r}: {error.reason}", at) from None
        return tuple(found)

    def _table(self, name: str) -> dict[str, Any]:
        table = self._found.get(name, {})
        if not isinstance(table, dict):
            raise self._error((name,), "must be a table")
        return table

    def _value(self, path: Path, check: Callable[[Any], T], default: T, default_origin: str = _DEFAULT) -> T:
        """Return the value of a key, or the default, and remember that it is in force."""
        table: Any = self._found
        for name in path[:-1]:
            table = table.get(name, {})
        value, origin = default, default_origin
        if path[-1] in table:
            try:
                value = check(table[path[-1]])
            except _WrongError as error:
                raise self._error(path, str(error)) from None
            origin = f"{os.path.basename(self._path)}, line {self._place(path).line}"
        if origin != _DEFAULT or len(path) == 1:
            self._shown.append(Setting(_dotted(path[:-1]), _dotted(path[-1:]), _written(value), origin))
        return value

    def _refuse_unknown(self, table: Path, found: Mapping[str, Any], known: Sequence[str]) -> None:
        for name in found:
            if name not in known:
                raise self._error((*table, name), f"no setting is called so; known: {', '.join(known)}")

    def _place(self, path: Path) -> Place:
        """Return the place of a key, or of the nearest table around it that has one."""
        while path and path not in self._places:
            path = path[:-1]
        return self._places.get(path, Place(1, ()))

    def _error(self, path: Path, reason: str, item: int | None = None) -> SettingsError:
        place = self._place(path)
        line = place.items[item] if item is not None and item < len(place.items) else place.line
        return SettingsError(f"{self._path}, line {line}: {_dotted(path)}: {reason}")


class _WrongError(ValueError):
    """A value of the wrong type, or none of those allowed."""


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise _WrongError("must be a text in quotation marks")
    return value


def _truth(value: Any) -> bool:
    if not isinstance(value, bool):
        raise _WrongError("must be true or false")
    return value


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise _WrongError("must be a list of texts, such as ['Updated \\d+']")
    return tuple(value)


def _choice(allowed: Sequence[str]) -> Callable[[Any], str]:
    def check(value: Any) -> str:
        if value not in allowed:
            raise _WrongError(f"must be one of {', '.join(allowed)}")
        return str(value)

    return check


def _choices(allowed: Sequence[str]) -> Callable[[Any], tuple[str, ...]]:
    def check(value: Any) -> tuple[str, ...]:
        for one in _texts(value):
            if one not in allowed:
                raise _WrongError(f"{one!r} is not one of {', '.join(allowed)}")
        return tuple(value)

    return check


def _written(value: Any) -> str:
    """Return a value as TOML."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(_written, value))}]"
    if isinstance(value, str) and "\\" in value and "'" not in value and value.isprintable():
        return f"'{value}'"
    return json.dumps(value, ensure_ascii=False)


def _dotted(path: Path) -> str:
    """Return the name of a table or key as TOML writes it."""
    return ".".join(
        part if part.isascii() and part.replace("-", "").replace("_", "").isalnum() else json.dumps(part)
        for part in path
    )
