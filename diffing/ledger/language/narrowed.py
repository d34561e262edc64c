"""Patterns of many words, made first of those words alone that the first two articles can have.

Two articles have few of the months, numbers and units of their language. A pattern of all of them takes ten times as
long to compile as two articles take to read. So the first comparison of a process has small patterns, and further ones
share the large pattern, which is compiled once for all texts.
"""

from collections.abc import Callable
from typing import Generic, TypeVar

from diffing.text.possible_words import MayHave, PossibleWords

T = TypeVar("T")


def has_every_word(_phrase: str) -> bool:
    """Return that a text may have a phrase: the check of patterns for all texts."""
    return True


class Narrowed(Generic[T]):
    """Keeps the results of `make` for the words of the first two articles, and for all words."""

    def __init__(self, make: Callable[[MayHave], T]) -> None:
        self._make = make
        self._first: tuple[PossibleWords, T] | None = None
        self._whole: T | None = None

    def of(self, possible: PossibleWords | None) -> T:
        """Return what is made for a text with these words; None stands for a text of which nothing is known."""
        if self._whole is None:
            if possible is not None and self._first is None:
                self._first = possible, self._make(possible.may_have)
            if possible is not None and self._first is not None and self._first[0] is possible:
                return self._first[1]
            self._whole = self._make(has_every_word)
            self._first = None
        return self._whole
