"""Words of all languages for one thing, by their beginnings: files of `words/`.

    [money]
    zloty = "zlot złot pln="       zlot: zloty, zlotys;  pln=: this word only
    [length]
    mile = "mile= miles= tr:mil"   tr:mil: only in Turkish, for mil is a thousand in Spanish

The words of many languages can stand in one list, for few of them are a word of another language too.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from diffing.tables import read_tables
from diffing.translation.stems import folded, without_prefixes

Tag = tuple[str, str]
"""A table of a file and a key in it: `("money", "zloty")`."""

_WHOLE, _OF_LANGUAGE = "=", ":"
_LENGTH_OF_CODE = 2
_ARABIC_AND = "وف"
"""Arabic writes 'and' and 'then' as a part of the next word."""


class WordList:
    """The words of a file that a language may have, and their tags."""

    def __init__(self, tables: Mapping[str, Mapping[str, str]], language: str) -> None:
        self._language = language
        self._whole: dict[str, set[Tag]] = {}
        self._starts: dict[str, set[Tag]] = {}
        for table, keys in tables.items():
            for key, words in keys.items():
                for word in words.split():
                    self._add(word, (table, key))
        self._sizes = range(max(map(len, self._starts), default=0), 0, -1)

    def _add(self, word: str, tag: Tag) -> None:
        if word[_LENGTH_OF_CODE : _LENGTH_OF_CODE + 1] == _OF_LANGUAGE:
            code, word = word[:_LENGTH_OF_CODE], word[_LENGTH_OF_CODE + 1 :] + _WHOLE
            if code != self._language:
                return
        is_whole = word.endswith(_WHOLE)
        found = self._whole if is_whole else self._starts
        found.setdefault(folded(word.removesuffix(_WHOLE)), set()).add(tag)

    def tags(self, form: str) -> frozenset[Tag]:
        """Return the tags of a folded word: of the word itself, else of its longest beginning."""
        for bare in (form, *without_prefixes(form, self._language), *self._without_and(form)):
            if bare in self._whole:
                return frozenset(self._whole[bare])
            for size in self._sizes:
                if size <= len(bare) and bare[:size] in self._starts:
                    return frozenset(self._starts[bare[:size]])
        return frozenset()

    def _without_and(self, form: str) -> list[str]:
        return [form[1:]] if self._language == "ar" and form[0] in _ARABIC_AND else []

    def places(self, text: str) -> Iterator[tuple[int, int, frozenset[Tag]]]:
        """Yield what a text without spaces has of the words: start, end and tags."""
        plain = folded(text)
        at = 0
        while at < len(plain):
            tags, length = self.found_at(plain, at)
            if length:
                yield at, at + length, tags
            at += length or 1

    def found_at(self, text: str, at: int) -> tuple[frozenset[Tag], int]:
        """Return the tags of what a folded text has at a place, which may be no word, and its length; 0 for nothing."""
        for size in self._sizes:
            form = text[at : at + size]
            if len(form) == size:
                tags = self._starts.get(form)
                if not tags and not text[at + size : at + size + 1].isalnum():
                    tags = self._whole.get(form)
                if tags:
                    return frozenset(tags), size
        return frozenset(), 0


@cache
def word_list(name: str, language: str) -> WordList:
    """Return the words of a file that a language may have."""
    return WordList(read_tables("diffing.ledger.translated", f"words/{name}.toml"), language)
