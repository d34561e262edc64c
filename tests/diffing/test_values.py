"""The frozen classes of newsdiff do what those of `dataclasses` do."""

import copy
import dataclasses
import inspect
import pickle
from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

import pytest

from diffing.model import Pair, Place
from diffing.values import dataclass

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Ferry:
    """A ferry of Lurvik."""

    name: str
    seats: int = 12
    stops: Mapping[str, int] = dataclasses.field(default_factory=dict)
    seen: int = dataclasses.field(default=0, compare=False)

    def __post_init__(self) -> None:
        if self.seats < 0:
            raise ValueError("no seats")


@dataclasses.dataclass(frozen=True, slots=True)
class _Usual:
    """The same, made by dataclasses."""

    name: str
    seats: int = 12
    stops: Mapping[str, int] = dataclasses.field(default_factory=dict)
    seen: int = dataclasses.field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Held(Generic[T]):
    """A value of any type."""

    value: T


@dataclass(frozen=True, eq=False, slots=True)
class Single:
    """A value that is equal to itself alone."""

    value: int


@dataclass(frozen=True, slots=True)
class Nothing:
    """A value without fields."""


def test_values_are_made_and_shown_as_those_of_dataclasses() -> None:
    for arguments in ({"name": "Runa"}, {"name": "Runa", "seats": 3, "stops": {"pier": 2}, "seen": 1}):
        ours, usual = Ferry(**arguments), _Usual(**arguments)
        assert repr(ours) == repr(usual).replace("_Usual", "Ferry")
        assert dataclasses.asdict(ours) == dataclasses.asdict(usual)
    assert Ferry("Runa").stops is not Ferry("Runa").stops
    assert [field.name for field in dataclasses.fields(Ferry)] == ["name", "seats", "stops", "seen"]
    assert list(inspect.signature(Ferry).parameters) == list(inspect.signature(_Usual).parameters)


def test_values_are_equal_by_their_fields() -> None:
    assert Held(1) == Held(1)
    assert hash(Held(1)) == hash(Held(1))
    assert Held(1) not in (Held(2), Single(1), 1)
    assert Ferry("Runa", seen=1) == Ferry("Runa", seen=2)
    assert Ferry("Runa") != Ferry("Runa", 13)
    assert Nothing() == Nothing()
    one = Single(1)
    assert one == one
    assert one != Single(1)


@pytest.mark.parametrize("change", [lambda one: setattr(one, "name", "Solveig"), lambda one: delattr(one, "name")])
def test_values_do_not_change(change: Callable[[Any], None]) -> None:
    ferry = Ferry("Runa")
    with pytest.raises(dataclasses.FrozenInstanceError):
        change(ferry)
    with pytest.raises(dataclasses.FrozenInstanceError):
        ferry.length = 12  # type: ignore[attr-defined]  # no field
    assert not hasattr(ferry, "__dict__")


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))])
def test_values_are_copied_and_pickled(copied: Callable[[Any], Any]) -> None:
    ferry = Ferry("Runa", 3, {"pier": 2}, 1)
    assert copied(ferry) == ferry
    assert copied(ferry).seen == 1
    assert copied(Pair(Place(0, 1, 2), Held("x"))) == Pair(Place(0, 1, 2), Held("x"))


def test_values_are_replaced_checked_and_matched() -> None:
    assert dataclasses.replace(Ferry("Runa"), seats=4) == Ferry("Runa", 4)
    with pytest.raises(ValueError, match="no seats"):
        dataclasses.replace(Ferry("Runa"), seats=-1)
    match Ferry("Runa", 7):
        case Ferry(name, 7):
            assert name == "Runa"
        case _:
            pytest.fail("no match")


def test_other_data_classes_are_those_of_the_standard_library() -> None:
    with pytest.raises(TypeError, match="dataclasses"):
        dataclass(frozen=True, slots=False)(Ferry)
