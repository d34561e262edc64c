"""The presence of a name of one article in the other, in any form.

    Nicolás Maduro, Foreign Ministry, London   |   MADURO GOES, the foreign ministry, a Londoner      all are present

A name without a match is only gone or new if this lookup does not find it either. The lookup is therefore generous: a
headline in capitals, the first word of a sentence, or 'the foreign ministry' in small letters is enough.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from itertools import combinations, pairwise

from diffing.ledger.names.aliases import Key, Named
from diffing.ledger.names.name_forms import name_form
from diffing.ledger.names.name_words import NameWords, Tokens

# Words of a name that says what it names in small letters too.
_LONG = 3


# Letters of the stem of a name that begin an adjective of it.
_LONG_STEM = 5


class Presence:
    """The names of an article, and its words with and without a capital."""

    def __init__(self, named: Iterable[Named], phrases: Iterable[Tokens], small: set[str], words: NameWords) -> None:
        """Index the names and words of an article.

        `phrases` are the words with a capital that stand together, by name_form; `small` are the words without one, by
        compared_form.
        """
        self._couples = {two for phrase in phrases for two in pairwise(phrase)}
        forms = {form for phrase in phrases for form in phrase}
        self._capitals = forms | {words.spellings[form] for form in forms if form in words.spellings}
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
        """Return whether the article has a name of the other article.

        Of a name of three words or more it may have two by two: 'the New York paper' and 'York Times'.
        """
        tokens = one.name.tokens
        if one.key in self._keys or tokens in self._parts:
            return True
        if len(tokens) > 2 and self._couples.issuperset(pairwise(tokens)):
            return True
        if one.name.alias:
            return any(self._has_form(form) for form in self._words.forms_of[one.name.alias])
        if len(tokens) == 1:
            return self._has_word(tokens[0]) or (self._words.has_stems and self._has_adjective(tokens[0]))
        return self._has_headed(tokens) if one.name.is_headed else self._has_full(tokens)

    def _has_form(self, form: Tokens) -> bool:
        """Return whether the article has a form of a country or body.

        An adjective may be in small letters, as in many languages: petróleo ruso. So may a long name: segunda guerra
        mundial.
        """
        may_be_small = form in self._words.adjectives or len(form) >= _LONG
        return self._capitals.issuperset(form) or (may_be_small and self._small_keys.issuperset(form))

    @cached_property
    def _small_keys(self) -> set[str]:
        """The words without a capital, by name_form."""
        return {name_form(word) for word in self._small}

    @cached_property
    def _sorted_keys(self) -> list[str]:
        """The words with and without a capital, in the order of the alphabet."""
        return sorted(self._small_keys | self._capitals)

    def _has_word(self, token: str) -> bool:
        """Return whether the article has a word with a capital, with or without an ending: London, Londoner."""
        return (
            token in self._capitals
            or any(token + ending in self._capitals for ending in self._words.endings)
            or any(token.endswith(ending) and token[: -len(ending)] in self._capitals for ending in self._words.endings)
        )

    def _has_adjective(self, stem: str) -> bool:
        """Return whether the article has an adjective of a name: французский of Франция."""
        if len(stem) < _LONG_STEM:
            return False
        at = bisect_left(self._sorted_keys, stem)
        return at < len(self._sorted_keys) and self._sorted_keys[at].startswith(stem)

    def _has_full(self, tokens: Tokens) -> bool:
        """Return whether the article has the last word of a full name, unless another full name there ends with it.

        The first two words are enough as well: Nicolás Maduro Moros.
        """
        if self._has_word(tokens[-1]) and not self._surnames[tokens[-1]]:
            return True
        return len(tokens) > 2 and tokens[:2] in self._parts

    def _has_headed(self, tokens: Tokens) -> bool:
        """Return whether the article has a headed name in small letters or without its common noun.

        Examples: the defence ministry, Harvard.
        """
        proper = tuple(token for token in tokens if token not in self._small and token not in self._words.heads)
        if len(tokens) == 2 and len(proper) == 1 and proper in self._parts:
            return True
        common = [token for token in tokens if token not in proper]
        return self._capitals.issuperset(proper) and bool(common) and self._small.issuperset(common)
