"""Free memory goes back to the system, and nothing fails where that cannot be asked for."""

import ctypes
import sys

import pytest

from tui.system.memory import give_back


def test_free_memory_is_given_back(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    class Library:
        def malloc_trim(self, kept: int) -> None:
            asked.append(kept)

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(ctypes, "CDLL", lambda name: Library())
    give_back()
    assert asked == [0]


def test_a_library_without_the_function_and_another_system_are_let_be(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[None] = []
    monkeypatch.setattr(ctypes, "CDLL", opened.append)
    for system in ("linux", "darwin"):
        monkeypatch.setattr(sys, "platform", system)
        give_back()
    assert opened == [None]
