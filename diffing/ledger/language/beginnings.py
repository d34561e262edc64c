"""The places of a text where one of some phrases can begin, found in the index of its words.

["three", "the majority"], signs "$"     'the man or three mice for $3'     ->   11 three, 26 $, 27 3

A pattern of many words tries each character of a text. Most words begin none of them, and an article repeats its words.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from diffing.ledger.language.word_places import word_places
from diffing.patterns import lazy_pattern
from diffing.text.folding import all_folded

_WORD = lazy_pattern(r"\w+")
_SEPARATOR = lazy_pattern("[ -]")
# Letters of a word that are compared, as many as the patterns of numbers and dates look ahead.
_LETTERS = 5
# Characters behind the first word of a phrase that are compared: a separator and the next letter.
_BEHIND = 2
_OPEN = ("",)
# Words that are kept: the vocabulary of some hundred articles.
_MOST_KEPT = 1 << 14


def followed(words: Iterable[str], behind: Iterable[str]) -> Iterator[str]:
    """Yield the phrases of each word and the first letter of one that must stand behind it: half m(illion)."""
    letters = sorted({word[:1] for word in behind if word})
    return (f"{word} {letter}" for word in words for letter in letters)


class _Behind(dict[str, tuple[str, ...]]):
    """Word -> the texts of which one stands behind it if a phrase begins there; any behind a figure or `beginnings`."""

    def __init__(self, beginnings: frozenset[str], whole: Mapping[str, Iterable[str]]) -> None:
        super().__init__()
        self._beginnings = beginnings
        self._whole = {word: tuple(sorted(behind)) for word, behind in whole.items()}
        self._lengths = sorted({len(one) for one in beginnings})

    def __missing__(self, word: str) -> tuple[str, ...]:
        if len(self) >= _MOST_KEPT:
            self.clear()
        is_open = word[0].isnumeric() or any(word[:length] in self._beginnings for length in self._lengths)
        behind = self[word] = _OPEN if is_open else self._whole.get(word, ())
        return behind


class Beginnings:
    """The places where a phrase or figure can begin, in texts whose words end before what is no letter."""

    def __init__(self, phrases: Iterable[str], signs: str) -> None:
        """Take the phrases, and the signs that may stand before a word or figure.

        Words that begin with a phrase of one word count too. The first of several words counts as a whole and before
        the first letter of the next one: 'the majority' may begin in 'the money', and not in 'the town' or 'then my'.
        """
        beginnings: set[str] = set()
        whole: defaultdict[str, set[str]] = defaultdict(set)
        behind_signs: defaultdict[str, set[str]] = defaultdict(set, {sign: {""} for sign in signs})
        for form in filter(None, all_folded([*phrases])):
            word = _WORD.match(form)
            if word is None:
                behind_signs[form[0]].add(form[1:2])
            elif word.end() == len(form):
                beginnings.add(form[:_LETTERS])
            else:
                behind = _SEPARATOR.sub(" ", form[word.end() : word.end() + _BEHIND])
                whole[word[0]].add(behind.rstrip() or " ")
        self._behind = _Behind(frozenset(beginnings), whole)
        self._signs = re.compile("|".join(_sign(sign, behind) for sign, behind in behind_signs.items()) or "(?!)")

    def places(self, text: str) -> Sequence[int]:
        """Return the offsets in a folded text of the words and signs that may begin a phrase, rising."""
        words, behind = word_places(text), self._behind
        spaced = words.text
        found = [at for at, word in words.places if (own := behind[word]) and spaced.startswith(own, at + len(word))]
        if words.offsets is not None:
            found = [words.offsets[at] for at in found]
        signs = [sign.start() for sign in self._signs.finditer(text)]
        return sorted([*found, *signs]) if signs else found


def _sign(sign: str, behind: Set[str]) -> str:
    """Return the pattern of a sign with one of some characters behind it."""
    if "" in behind:
        return re.escape(sign)
    return rf"{re.escape(sign)}(?=[{re.escape(''.join(sorted(behind)))}])"
