"""Who is meant: the mentions of both articles by whom they name, whatever they call him.

    left   Nicolás Maduro ... Maduro ... the New York Times      right   Mr Maduro ... NYT

Full names are told apart by their last word and a first one that fits: Joe and Joseph Biden are one, Jill is not. One
word alone means the full name last read with it, in the same article before the other one.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from diffing.ledger.names.extract import Name
from diffing.ledger.names.name_words import Tokens
from diffing.model import Pair, Place

Key = tuple[str, ...]
"""Who is meant: the tokens of the fullest form, behind what tells its kind."""

# The kinds of keys. Tokens of a name with a common noun stand in the order of the alphabet, so that the Ministry of
# Defence is the Defence Ministry.
_TABLE, _HEADED, _PLAIN = "table", "headed", "plain"
# Letters that a short first name shares with a long one: Rob, Robert.
_SHORTEST_FIRST = 3
# People with a last word in common that a full name is held against, each in turn; no story has so many of a family.
_MOST_NAMESAKES = 100
# An acronym of two letters stands for a name with a common noun only: AP, but not Alan Parker.
_SHORT_ACRONYM = 2


class Named(NamedTuple):
    """A name at its place, with the key of who is meant."""

    place: Place
    name: Name
    key: Key


@dataclass(frozen=True, slots=True)
class _Person:
    """Who has a full name that is not told by a common noun: a person mostly, but also Goldman Sachs."""

    key: Key
    tokens: frozenset[str]
    first: str


def resolved(found: Pair[Sequence[tuple[Place, Name]]], nicknames: Mapping[str, str]) -> Pair[list[Named]]:
    """The names of both articles, given in reading order with their places."""
    full = {name for side in found for _, name in side if len(name.tokens) > 1}
    keys = _full_keys(full, nicknames)
    initials = _initials(full, keys)
    ends = found.map(lambda side: _by_token(side, keys))
    return Pair(
        _side(found.left, keys, initials, ends),
        _side(found.right, keys, initials, ends.swapped()),
    )


def table_key(alias: str) -> Key:
    """The key of what the language's table calls so."""
    return (_TABLE, alias)


def _full_keys(full: Iterable[Name], nicknames: Mapping[str, str]) -> dict[Tokens, Key]:
    """The keys of names of several words, the longest forms first, so that shorter ones find theirs."""
    keys: dict[Tokens, Key] = {}
    people: defaultdict[str, list[_Person]] = defaultdict(list)
    for tokens, is_headed in sorted({(name.tokens, name.is_headed) for name in full}, key=_longest_first):
        if is_headed:
            keys[tokens] = (_HEADED, *sorted(tokens))
            continue
        namesakes = islice(people[tokens[-1]], _MOST_NAMESAKES)
        known = next((person for person in namesakes if _fits(tokens[0], person, nicknames)), None)
        if known is None:
            known = _Person((_PLAIN, *tokens), frozenset(tokens), tokens[0])
            # A second surname may be left out: Nicolás Maduro Moros.
            for token in set(tokens[1:]):
                people[token].append(known)
        keys[tokens] = known.key
    return keys


def _longest_first(form: tuple[Tokens, bool]) -> tuple[int, Tokens]:
    return -len(form[0]), form[0]


def _fits(first: str, person: _Person, nicknames: Mapping[str, str]) -> bool:
    if first in person.tokens or nicknames.get(first, first) == nicknames.get(person.first, person.first):
        return True
    short, long = sorted((first, person.first), key=len)
    return len(short) >= _SHORTEST_FIRST and long.startswith(short)


def _initials(full: Iterable[Name], keys: Mapping[Tokens, Key]) -> dict[str, Key]:
    """From acronyms to the names they can stand for."""
    found: dict[str, Key] = {}
    for name in sorted(full, key=lambda name: name.tokens):
        if len(name.tokens) > _SHORT_ACRONYM or name.is_headed:
            found.setdefault(name.initials, keys[name.tokens])
    return found


def _by_token(side: Iterable[tuple[Place, Name]], keys: Mapping[Tokens, Key]) -> dict[str, Key]:
    """The key of the first full name of an article with a word, as its last word before any other."""
    last: dict[str, Key] = {}
    others: dict[str, Key] = {}
    for _, name in side:
        for token in _telling(name, keys):
            (last if token == name.tokens[-1] else others).setdefault(token, keys[name.tokens])
    return others | last


def _telling(name: Name, keys: Mapping[Tokens, Key]) -> Tokens:
    """The words of a full name that can stand for it alone."""
    if name.alias or len(name.tokens) == 1:
        return ()
    if keys[name.tokens][0] == _PLAIN:
        return name.tokens
    # Lukla Airport, Harvard University
    return name.tokens[:1] if len(name.tokens) == 2 else ()


def _side(
    side: Sequence[tuple[Place, Name]],
    keys: Mapping[Tokens, Key],
    initials: Mapping[str, Key],
    first: Pair[Mapping[str, Key]],
) -> list[Named]:
    """The names of an article with their keys; `first` has the full names by their words, of it and the other one."""
    latest: dict[str, Key] = {}
    found: list[Named] = []
    for place, name in side:
        token = name.tokens[-1]
        if name.alias:
            key = table_key(name.alias)
        elif len(name.tokens) > 1:
            key = keys[name.tokens]
            latest |= dict.fromkeys(_telling(name, keys), key)
        elif name.is_acronym and token in initials:
            key = initials[token]
        else:
            key = latest.get(token) or first.left.get(token) or first.right.get(token) or (_PLAIN, token)
        found.append(Named(place, name, key))
    return found
