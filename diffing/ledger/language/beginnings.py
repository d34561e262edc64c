"""The places of a text where one of some phrases can begin, found in the index of its words.

["three", "thousand"], signs "$"     'a thousand or $3'     ->   2 thousand, 14 $, 15 3

A pattern of many words tries each character of a text. Most words begin none of them, and an article repeats its words.
"""

import re
from collections.abc import Iterable, Sequence

from diffing.ledger.language.word_places import word_places
from diffing.patterns import lazy_pattern
from diffing.text.folding import all_folded

_WORD = lazy_pattern(r"\w+")
# Letters of a word that are compared, as many as the patterns of numbers and dates look ahead.
_LETTERS = 5
# Words that are kept: the vocabulary of some hundred articles.
_MOST_KEPT = 1 << 14


class _Beginning(dict[str, bool]):
    """The answers to a question: is a word one of some, or does it begin with a figure or one of the beginnings?"""

    def __init__(self, beginnings: frozenset[str], whole: frozenset[str]) -> None:
        super().__init__()
        self._beginnings, self._whole = beginnings, whole
        self._lengths = sorted({len(one) for one in beginnings})

    def __missing__(self, word: str) -> bool:
        if len(self) >= _MOST_KEPT:
            self.clear()
        may_begin = (
            word[0].isnumeric()
            or word in self._whole
            or any(word[:length] in self._beginnings for length in self._lengths)
        )
        self[word] = may_begin
        return may_begin


class Beginnings:
    """The places where a phrase or figure can begin, in texts whose words end before what is no letter."""

    def __init__(self, phrases: Iterable[str], signs: str, whole: Iterable[str] = ()) -> None:
        """Take the phrases by their first words, and the signs that may stand before a word or figure.

        Words that begin with one of a phrase count too, but not those that begin with one of `whole`: an, not any.
        """
        forms = [form for form in all_folded([*phrases]) if form]
        first = [(_WORD.match(form), form[0]) for form in forms]
        own = (_WORD.match(form) for form in all_folded([*whole]))
        self._may_begin = _Beginning(
            frozenset(word[0][:_LETTERS] for word, _ in first if word), frozenset(word[0] for word in own if word)
        )
        own_signs = {sign for word, sign in first if word is None}
        self._signs = re.compile(f"[{re.escape(''.join(sorted({*signs, *own_signs})))}]")

    def places(self, text: str) -> Sequence[int]:
        """Return the offsets in a folded text of the words and signs that may begin a phrase, rising."""
        words, may_begin = word_places(text), self._may_begin
        found = [at for at, word in words.places if may_begin[word]]
        if words.offsets is not None:
            found = [words.offsets[at] for at in found]
        signs = [sign.start() for sign in self._signs.finditer(text)]
        return sorted([*found, *signs]) if signs else found
