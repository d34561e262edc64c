"""Patterns of many words, made first of those words alone that the first two articles can have.

    [may, march, mayo], an article with 'march'     ->   march      may and mayo are left out

Two articles have few of the months, numbers and units of their language. A pattern of all of them takes ten times as
long to compile as two articles take to read. So the first comparison of a process has small patterns, and further ones
share the large pattern, which is compiled once for all texts. Where the installation keeps the large patterns
(patterns.py), there are no small ones.
"""

import re
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from diffing.patterns import keeps, named
from diffing.text.possible_words import MayHave, PossibleWords

T = TypeVar("T")


def has_every_word(_phrase: str) -> bool:
    """Return that a text may have a phrase: the check of patterns for all texts."""
    return True


class Narrowed(Generic[T]):
    """Keeps the results of `make` for the words of the first two articles, and for all words.

    `name` is the name under which the installation may keep a pattern of all words, '' for none.
    """

    def __init__(self, make: Callable[[MayHave], T], name: str = "") -> None:
        self._make, self._name = make, name
        self._first: tuple[PossibleWords, T] | None = None
        self._whole: T | None = None

    def of(self, possible: PossibleWords | None) -> T:
        """Return what is made for a text with these words; None stands for a text of which nothing is known."""
        if self._whole is None:
            if possible is not None and self._first is None and not keeps(self._name):
                self._first = possible, self._make(possible.may_have)
            if possible is not None and self._first is not None and self._first[0] is possible:
                return self._first[1]
            self._whole = self._make(has_every_word)
            self._first = None
        return self._whole


class KeptProperty:
    """A property of an object that is a pattern, made at its first use of the expression that its method returns.

    The installation may keep it under the name of the property behind the `name` of the object.
    """

    def __init__(self, make: Callable[[Any], str]) -> None:
        self._make = make
        self.__doc__ = make.__doc__

    def __set_name__(self, _owner: type, name: str) -> None:
        self._name = name

    def __get__(self, owner: Any, _type: type) -> re.Pattern[str]:
        pattern = named(owner.name and f"{owner.name}, {self._name}", lambda: self._make(owner))
        owner.__dict__[self._name] = pattern
        return pattern
