"""Words that are one fact: a union of sets of words, where words that overlap are in one set.

join (¶1 "12" in version 1, ¶1 "14" in version 2), join (¶1 "14" in version 2, ¶2 "15" in version 3)   ->   one set of 3
"""

from collections.abc import Iterable, Iterator

from diffing.history.facts import Words
from diffing.history.model import Fact


class Union:
    """Sets of words."""

    def __init__(self) -> None:
        """Begin without words."""
        self._parents: dict[Words, Words] = {}
        self._in_paragraph: dict[tuple[int, Fact, int], list[Words]] = {}

    def has(self, words: Words) -> bool:
        """Return whether some words are known, or overlap known ones."""
        return words in self._parents or any(_overlap(one, words) for one in self._beside(words))

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
            beside = self._beside(words)
            for one in beside:
                if _overlap(one, words):
                    self._parents[self.root(one)] = words
            beside.append(words)
        return self.root(words)

    def _beside(self, words: Words) -> list[Words]:
        key = words.version, words.fact, words.place.paragraph
        return self._in_paragraph.setdefault(key, [])


def _overlap(one: Words, other: Words) -> bool:
    return one.place.start < other.place.end and other.place.start < one.place.end
