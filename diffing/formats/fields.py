"""Checked access to the fields of a parsed JSON document.

{"op": "insert", "left": 3}     op is one of the operations; left: not a text

Each error names the field by its path: 'rows[2].spans[0].left: not a text'.
"""

import json
from collections.abc import Callable
from enum import StrEnum
from math import isfinite
from typing import Any, Never, TypeVar

from diffing.errors import FormatError

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

# Of a value that is shown in a message, the beginning, in characters.
_SHOWN = 60


class FieldError(Exception):
    """A field that is not as it must be: its `path` from the value that was read, and the `reason`."""

    def __init__(self, reason: str, path: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.path = path

    def within(self, name: str) -> "FieldError":
        """Return the error as seen from the value around: `name` is a field, or an index in brackets."""
        between = "." if self.path and not self.path.startswith("[") else ""
        return FieldError(self.reason, f"{name}{between}{self.path}")


def parsed(text: str) -> Any:
    """Return the value of a JSON text; raise FormatError where it is none, or nested beyond what Python reads."""
    try:
        return json.loads(text, parse_constant=_refuse)
    except RecursionError:
        raise FormatError("not a newsdiff document: nested too deeply") from None
    except ValueError as error:
        raise FormatError(f"not JSON: {shown(str(error))}") from None


def _refuse(constant: str) -> Never:
    raise ValueError(f"{constant} is no number of JSON")


def shown(text: str) -> str:
    """Return the beginning of a text of unknown origin in ASCII, without characters that steer a terminal."""
    plain = ascii(text)[1:-1]
    return plain if len(plain) <= _SHOWN else f"{plain[:_SHOWN]}..."


class Fields:
    """An object of the document."""

    def __init__(self, value: Any) -> None:
        if not isinstance(value, dict):
            raise FieldError("not an object")
        self._values = value

    def __contains__(self, name: str) -> bool:
        return name in self._values

    def read(self, name: str, read: Callable[[Any], T]) -> T:
        """Return what `read` makes of a required field."""
        if name not in self._values:
            raise FieldError("missing", name)
        try:
            return read(self._values[name])
        except FieldError as error:
            raise error.within(name) from None

    def optional(self, name: str, read: Callable[[Any], T], default: T) -> T:
        """Return what `read` makes of a field, or the default where the field is missing."""
        return self.read(name, read) if name in self._values else default


def text(value: Any) -> str:
    """Return a value that must be a text."""
    if not isinstance(value, str):
        raise FieldError("not a text")
    return value


def truth(value: Any) -> bool:
    """Return a value that must be true or false."""
    if not isinstance(value, bool):
        raise FieldError("neither true nor false")
    return value


def integer(value: Any) -> int:
    """Return a value that must be a whole number."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise FieldError("not a whole number")
    return value


def count(value: Any) -> int:
    """Return a value that must be a whole number from 0."""
    if integer(value) < 0:
        raise FieldError("less than 0")
    return integer(value)


def number(value: Any) -> float:
    """Return a value that must be a finite number."""
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise FieldError("not a number")
    try:
        found = float(value)
    except OverflowError:
        raise FieldError("not a finite number") from None
    if not isfinite(found):
        raise FieldError("not a finite number")
    return found


def share(value: Any) -> float:
    """Return a value that must be a number from 0 to 1."""
    if not 0 <= number(value) <= 1:
        raise FieldError("not from 0 to 1")
    return number(value)


def index(length: int) -> Callable[[Any], int]:
    """Return a reader of an index into something of this length."""

    def read(value: Any) -> int:
        if not 0 <= integer(value) < length:
            raise FieldError(f"no index below {length}")
        return integer(value)

    return read


def member(members: type[E]) -> Callable[[Any], E]:
    """Return a reader of a value of an enumeration."""

    def read(value: Any) -> E:
        try:
            return members(text(value))
        except ValueError:
            raise FieldError(f"'{shown(value)}' is not one of {', '.join(members)}") from None

    return read


def array(read: Callable[[Any], T]) -> Callable[[Any], tuple[T, ...]]:
    """Return a reader of an array whose items `read` reads."""

    def read_all(value: Any) -> tuple[T, ...]:
        if not isinstance(value, list):
            raise FieldError("not an array")
        items = []
        for at, item in enumerate(value):
            try:
                items.append(read(item))
            except FieldError as error:
                raise error.within(f"[{at}]") from None
        return tuple(items)

    return read_all


def or_none(read: Callable[[Any], T]) -> Callable[[Any], T | None]:
    """Return a reader of a value or null."""
    return lambda value: None if value is None else read(value)


def made(make: Callable[..., T], *values: Any) -> T:
    """Return what a class of the model makes of values; its ValueError says which of its rules they break."""
    try:
        return make(*values)
    except ValueError as error:
        raise FieldError(shown(str(error))) from None
