"""Words that are one fact: a union of sets of words, where words that overlap are in one set.

join (¶1 "12" in version 1, ¶1 "14" in version 2), join (¶1 "14" in version 2, ¶2 "15" in version 3)   ->   one set of 3
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from diffing.history.facts import Words
from diffing.history.model import Fact


class WordIndex:
    """Words, which are found by the places that they overlap."""

    def __init__(self) -> None:
        """Begin without words."""
        self._by_start: dict[tuple[int, Fact, int], list[tuple[int, Words]]] = {}
        self._longest: dict[tuple[int, Fact, int], int] = {}

    def add(self, words: Words) -> None:
        """Add words."""
        key = words.version, words.fact, words.place.paragraph
        own = self._by_start.setdefault(key, [])
        own.insert(bisect_left(own, (words.place.start, words)), (words.place.start, words))
        self._longest[key] = max(self._longest.get(key, 0), words.place.end - words.place.start)

    def overlapping(self, words: Words) -> Iterator[Words]:
        """Yield the words of the same fact and version that overlap some words."""
        key, place = (words.version, words.fact, words.place.paragraph), words.place
        own = self._by_start.get(key, ())
        first = bisect_left(own, place.start - self._longest.get(key, 0), key=_start)
        for at in range(first, bisect_left(own, place.end, key=_start)):
            if own[at][1].place.overlaps(place):
                yield own[at][1]

    def has(self, words: Words) -> bool:
        """Return whether any words overlap some words."""
        return next(self.overlapping(words), None) is not None


class Union:
    """Sets of words."""

    def __init__(self) -> None:
        """Begin without words."""
        self._parents: dict[Words, Words] = {}
        self._index = WordIndex()

    def has(self, words: Words) -> bool:
        """Return whether these very words are known."""
        return words in self._parents

    def join(self, several: Iterable[Words]) -> None:
        """Put words into one set, with the sets they are in."""
        first: Words | None = None
        for words in several:
            root = self._added(words)
            if first is not None and root != first:
                self._parents[root] = first
            first = self.root(words)

    def root(self, words: Words) -> Words:
        """Return the words that stand for the set of some words."""
        while (parent := self._parents[words]) != words:
            self._parents[words] = words = self._parents[parent]
        return words

    def groups(self, joined: Iterable[Iterable[Words]]) -> Iterator[tuple[Words, ...]]:
        """Yield the sets that have words of some joins, each once, in their order."""
        members: dict[Words, list[Words]] = {}
        for words in self._parents:
            members.setdefault(self.root(words), []).append(words)
        seen: set[Words] = set()
        for several in joined:
            for words in several:
                root = self.root(words)
                if root not in seen:
                    seen.add(root)
                    yield tuple(sorted(members[root]))

    def _added(self, words: Words) -> Words:
        if words not in self._parents:
            self._parents[words] = words
            for one in self._index.overlapping(words):
                self._parents[self.root(one)] = words
            self._index.add(words)
        return self.root(words)


def _start(entry: tuple[int, Words]) -> int:
    return entry[0]
