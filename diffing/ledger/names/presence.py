"""Whether an article names somebody anywhere, in any of the ways it could.

    Nicolás Maduro, Foreign Ministry, London   |   MADURO GOES, the foreign ministry, a Londoner      all are there

Asked before a name is called gone or new, and so generous: a headline in capitals, a word at the beginning of a
sentence or 'the foreign ministry' in small letters is enough.
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from itertools import combinations

from diffing.ledger.names.aliases import Key, Named
from diffing.ledger.names.name_forms import name_form
from diffing.ledger.names.name_words import NameWords, Tokens


class Presence:
    """What an article has of names: all its words with capitals, and the small ones."""

    def __init__(self, named: Iterable[Named], capitals: set[str], small: set[str], words: NameWords) -> None:
        """Of the names of an article and its words, with a capital (by name_form) and without (by compared_form)."""
        self._capitals = capitals
        self._small = small
        self._words = words
        self._keys: set[Key] = set()
        self._parts: set[Tokens] = set()
        self._surnames: defaultdict[str, set[Key]] = defaultdict(set)
        for one in named:
            self._keys.add(one.key)
            tokens = one.name.tokens
            if tokens not in self._parts:
                self._parts.update(tokens[start:end] for start, end in combinations(range(len(tokens) + 1), 2))
            if len(tokens) > 1 and not one.name.is_headed:
                self._surnames[tokens[-1]].add(one.key)

    def has(self, one: Named) -> bool:
        """Whether the article names whom a name of the other article names."""
        tokens = one.name.tokens
        if one.key in self._keys or tokens in self._parts:
            return True
        if one.name.alias:
            return any(self._has_form(form) for form in self._words.forms_of[one.name.alias])
        if len(tokens) == 1:
            return self._has_word(tokens[0])
        return self._has_headed(tokens) if one.name.is_headed else self._has_full(tokens)

    def _has_form(self, form: Tokens) -> bool:
        """What belongs to a country has no capital in many languages: petróleo ruso."""
        return self._capitals.issuperset(form) or (form in self._words.adjectives and self._small_keys.issuperset(form))

    @cached_property
    def _small_keys(self) -> set[str]:
        return {name_form(word) for word in self._small}

    def _has_word(self, token: str) -> bool:
        """With or without an ending: Londoner."""
        return (
            token in self._capitals
            or any(token + ending in self._capitals for ending in self._words.endings)
            or any(token.endswith(ending) and token[: -len(ending)] in self._capitals for ending in self._words.endings)
        )

    def _has_full(self, tokens: Tokens) -> bool:
        """By the last word, unless it is that of somebody else; by the first two: Nicolás Maduro Moros."""
        if self._has_word(tokens[-1]) and not self._surnames[tokens[-1]]:
            return True
        return len(tokens) > 2 and tokens[:2] in self._parts

    def _has_headed(self, tokens: Tokens) -> bool:
        """In small letters, or without the common noun: the defence ministry, Harvard."""
        proper = tuple(token for token in tokens if token not in self._small and token not in self._words.heads)
        if len(tokens) == 2 and len(proper) == 1 and proper in self._parts:
            return True
        common = [token for token in tokens if token not in proper]
        return self._capitals.issuperset(proper) and bool(common) and self._small.issuperset(common)
