"""Frozen data classes with slots, which take a fourth of the time to make that those of `dataclasses` take.

    from diffing.values import dataclass

    @dataclass(frozen=True, slots=True)
    class Counted: ...

A short comparison loads sixty such classes, and the screen a hundred. `dataclasses` writes and compiles six functions
for each of them, and so took a tenth of the time to load. Here only `__init__` is written; the other methods are made
of the same few lines for every class. What one can tell apart is the same: type checkers see `dataclasses.dataclass`,
and `replace`, `fields`, matching, copies and pickles work. Other kinds of data classes come from `dataclasses`.
"""

import dataclasses
from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(*, frozen: bool, slots: bool, eq: bool = True) -> Callable[[type], type]:
        """Return the decorator of a frozen data class with slots; with `eq` false, its values are equal by identity."""
        if not (frozen and slots):
            raise TypeError("other data classes are those of the module dataclasses")
        return lambda cls: _made(cls, has_equality=eq)


_MISSING = object()


def _made(cls: type, has_equality: bool) -> type:
    """Return the class with its methods and slots."""
    described: Any = dataclasses.dataclass(init=False, repr=False, eq=False)(cls)
    fields = dataclasses.fields(described)
    names = [field.name for field in fields]
    scope: dict[str, Any] = {"_MISSING": _MISSING}
    methods = {
        "__init__": _init(fields, scope, hasattr(cls, "__post_init__")),
        "__repr__": _repr([field.name for field in fields if field.repr]),
        "__setattr__": _refuse_to_set,
        "__delattr__": _refuse_to_delete,
        "__getstate__": lambda self: [getattr(self, name) for name in names],
        "__setstate__": _restore(names),
    }
    if has_equality:
        methods |= _equality([field.name for field in fields if field.compare])
    content = {name: value for name, value in cls.__dict__.items() if name not in (*names, "__dict__", "__weakref__")}
    made = type(cls)(cls.__name__, cls.__bases__, {**methods, **content, "__slots__": tuple(names)})
    made.__qualname__ = cls.__qualname__
    scope.update((f"_set_{name}", getattr(made, name).__set__) for name in names)
    return made


def _init(fields: Sequence[dataclasses.Field[Any]], scope: dict[str, Any], has_check: bool) -> Callable[..., None]:
    """Return `__init__`, which finds the defaults in the scope, and the functions that set the fields."""
    parameters, body = [], []
    for field in fields:
        name = value = field.name
        if field.default is not dataclasses.MISSING:
            scope[f"_default_{name}"] = field.default
            parameters.append(f"{name}=_default_{name}")
        elif field.default_factory is not dataclasses.MISSING:
            scope[f"_make_{name}"] = field.default_factory
            parameters.append(f"{name}=_MISSING")
            value = f"_make_{name}() if {name} is _MISSING else {name}"
        else:
            parameters.append(name)
        body.append(f" _set_{name}(self, {value})")
    if has_check:
        body.append(" self.__post_init__()")
    exec("\n".join([f"def __init__({', '.join(['self', *parameters])}):", *body, " return None"]), scope)
    made: Callable[..., None] = scope["__init__"]
    made.__annotations__ = {field.name: field.type for field in fields} | {"return": None}
    return made


def _repr(names: Sequence[str]) -> Callable[[Any], str]:
    return lambda self: f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"


def _equality(names: Sequence[str]) -> dict[str, Callable[..., object]]:
    """Return `__eq__` and `__hash__`, which compare the values of some fields."""
    several: Callable[[Any], object] = attrgetter(*names) if len(names) > 1 else _each(names)

    def equal(self: object, other: object) -> object:
        return several(self) == several(other) if other.__class__ is self.__class__ else NotImplemented

    return {"__eq__": equal, "__hash__": lambda self: hash(several(self))}


def _each(names: Sequence[str]) -> Callable[[Any], object]:
    return lambda self: tuple([getattr(self, name) for name in names])


def _refuse_to_set(self: object, name: str, _value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: object, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _restore(names: Sequence[str]) -> Callable[[Any, Sequence[object]], None]:
    def restore(self: object, state: Sequence[object]) -> None:
        for name, value in zip(names, state, strict=True):
            object.__setattr__(self, name, value)

    return restore
