"""The names of both articles, each with a key: names of one person, place or organisation have the same key.

    left    Nicolás Maduro ... Maduro ... the New York Times
    right   Mr Maduro ... NYT                                    two keys: Nicolás Maduro, the New York Times

Two full names have one key if they share the last word and their first words fit: Joe and Joseph Biden, but not Jill. A
name of one word has the key of the latest full name with this word in its article, or else of one in the other article.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from diffing.ledger.names.extract import Name
from diffing.ledger.names.name_words import Tokens
from diffing.model import Pair, Place

Key = tuple[str, ...]
"""Key of a name: its kind, then the tokens of the longest form."""

# Kinds of keys: of a name in a table of the lexicon, of a name with a common noun, and of the other names. The tokens
# of a headed name are sorted, so that the Ministry of Defence is the Defence Ministry.
_TABLE, _HEADED, _PLAIN = "table", "headed", "plain"
# Fewest letters that a short first name shares with a long one: Rob, Robert.
_SHORTEST_FIRST = 3
# Greatest number of namesakes that a full name is compared with. It bounds the time; a story has fewer.
_MOST_NAMESAKES = 100
# An acronym of at most two letters stands only for a name with a common noun: AP is not Alan Parker.
_SHORT_ACRONYM = 2


class Named(NamedTuple):
    """A name at its place, with its key."""

    place: Place
    name: Name
    key: Key


class _Person(NamedTuple):
    """The bearer of a full name without a common noun: usually a person, but also Goldman Sachs."""

    key: Key
    tokens: frozenset[str]
    first: str


def resolved(names: Pair[Sequence[tuple[Place, Name]]], nicknames: Mapping[str, str]) -> Pair[list[Named]]:
    """Return the names of both articles with their keys; `names` are in reading order, each at its place."""
    full = {name for side in names for _, name in side if len(name.tokens) > 1}
    keys = _full_keys(full, nicknames)
    initials = _initials(full, keys)
    by_token = names.map(lambda side: _by_token(side, keys))
    return Pair(
        _resolved_side(names.left, keys, initials, by_token),
        _resolved_side(names.right, keys, initials, by_token.swapped()),
    )


def table_key(alias: str) -> Key:
    """Return the key of a country or body by its name in the lexicon."""
    return (_TABLE, alias)


def _full_keys(full: Iterable[Name], nicknames: Mapping[str, str]) -> dict[Tokens, Key]:
    """Return the key of each name of several words.

    Longer names come first, so that a shorter form gets the key of a longer one.
    """
    keys: dict[Tokens, Key] = {}
    people: defaultdict[str, list[_Person]] = defaultdict(list)
    for tokens, is_headed in sorted({(name.tokens, name.is_headed) for name in full}, key=_longest_first):
        if is_headed:
            keys[tokens] = (_HEADED, *sorted(tokens))
            continue
        namesakes = islice(people[tokens[-1]], _MOST_NAMESAKES)
        person = next((person for person in namesakes if _fits(tokens, person, nicknames)), None)
        if person is None:
            person = _Person((_PLAIN, *tokens), frozenset(tokens), tokens[0])
            # A second surname may be left out: Nicolás Maduro Moros.
            for token in set(tokens[1:]):
                people[token].append(person)
        keys[tokens] = person.key
    return keys


def _longest_first(form: tuple[Tokens, bool]) -> tuple[int, Tokens]:
    """Return a sort key that puts the forms with the most tokens first."""
    return -len(form[0]), form[0]


def _fits(tokens: Tokens, person: _Person, nicknames: Mapping[str, str]) -> bool:
    """Return whether a full name may be that of a person of a longer name.

    The first name may be a nickname or a short form; a word between first and last name is in the longer name too.
    """
    first = tokens[0]
    if not person.tokens.issuperset(tokens[1:-1]):
        return False
    if first in person.tokens or nicknames.get(first, first) == nicknames.get(person.first, person.first):
        return True
    short, long = sorted((first, person.first), key=len)
    return len(short) >= _SHORTEST_FIRST and long.startswith(short)


def _initials(full: Iterable[Name], keys: Mapping[Tokens, Key]) -> dict[str, Key]:
    """Return acronym -> key of the full name that it can stand for."""
    initials: dict[str, Key] = {}
    for name in sorted(full, key=lambda name: name.tokens):
        if len(name.tokens) > _SHORT_ACRONYM or name.is_headed:
            for own in name.initials:
                initials.setdefault(own, keys[name.tokens])
    return initials


def _by_token(side: Iterable[tuple[Place, Name]], keys: Mapping[Tokens, Key]) -> dict[str, Key]:
    """Return token -> key of the first full name of an article with this token.

    A name that ends with the token takes precedence over one that only contains it.
    """
    last: dict[str, Key] = {}
    others: dict[str, Key] = {}
    for _, name in side:
        for token in _short_forms(name, keys):
            (last if token == name.tokens[-1] else others).setdefault(token, keys[name.tokens])
    return others | last


def _short_forms(name: Name, keys: Mapping[Tokens, Key]) -> Tokens:
    """Return the tokens of a full name that can stand for the whole name, each on its own."""
    if name.alias or len(name.tokens) == 1:
        return ()
    if keys[name.tokens][0] == _PLAIN:
        return name.tokens
    # Of a headed name only the first of two tokens: Lukla Airport, Harvard University.
    return name.tokens[:1] if len(name.tokens) == 2 else ()


def _resolved_side(
    side: Sequence[tuple[Place, Name]],
    keys: Mapping[Tokens, Key],
    initials: Mapping[str, Key],
    by_token: Pair[Mapping[str, Key]],
) -> list[Named]:
    """Return the names of an article with their keys.

    `by_token` has token -> key of the first full name with it: `left` for this article, `right` for the other one.
    """
    latest: dict[str, Key] = {}
    resolved_names: list[Named] = []
    for place, name in side:
        token = name.tokens[-1]
        if name.alias:
            key = table_key(name.alias)
        elif len(name.tokens) > 1:
            key = keys[name.tokens]
            latest |= dict.fromkeys(_short_forms(name, keys), key)
        elif name.is_acronym and token in initials:
            key = initials[token]
        else:
            key = latest.get(token) or by_token.left.get(token) or by_token.right.get(token) or (_PLAIN, token)
        resolved_names.append(Named(place, name, key))
    return resolved_names
