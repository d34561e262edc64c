"""Words that some texts can have: a quick check of many words before each is looked for.

"he left hotel"     can have 'he', 'left' and 'hotel left'; cannot have 'may', 'let'

A word can stand in the texts if its first and its last three letters do. No text is searched for a word.
"""

from collections.abc import Callable, Iterable
from functools import cached_property

_LETTERS = 3

MayHave = Callable[[str], bool]
"""A function that returns whether some texts can have a word or phrase, given in its folded form."""


class PossibleWords:
    """The words that some texts can have; `read` returns the texts in their folded form, at the first question."""

    def __init__(self, read: Callable[[], Iterable[str]]) -> None:
        self._read = read

    @cached_property
    def _series(self) -> frozenset[str]:
        """All series of three letters in the words of the texts."""
        words = {word for text in self._read() for word in text.split()}
        return frozenset(word[at : at + _LETTERS] for word in words for at in range(len(word) - _LETTERS + 1))

    def may_have(self, phrase: str) -> bool:
        """Return whether the texts can have a word or phrase, given in its folded form; surely if it is short."""
        series = self._series
        return all(
            word[:_LETTERS] in series and word[-_LETTERS:] in series
            for word in phrase.split(" ")
            if len(word) >= _LETTERS
        )
