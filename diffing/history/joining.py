"""Join the lanes of one fact: one that was withdrawn and came back, or a number that a headline says too.

version 3   number gone 12 knots       version 5   number new 12 knots           withdrawn in 3, back in 5
version 3   number changed Two people were killed > Three      number new Three killed as ferry hits pier

A name or a quotation is the same one wherever it comes back. A number, a date or a single word is the same fact only in
a sentence about the same thing.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence

from diffing.history.facts import VersionFacts, Words, are_alike
from diffing.history.model import Fact
from diffing.history.touched import Touched
from diffing.ledger.core.model import Change

# Content words that the sentences of one number have in common; one less if both changed in the same step.
_LEAST_AROUND = 3

Group = tuple[tuple[Words, ...], tuple[Touched, ...]]
"""The words of a fact, and the entries about it."""


def joined_again(groups: Iterable[tuple[Words, ...]], touched: Sequence[Touched], facts: VersionFacts) -> list[Group]:
    """Return the words of each fact with the entries about it; a fact that came back is one."""
    own = [*groups]
    number_of = {words: number for number, group in enumerate(own) for words in group}
    entries: list[list[Touched]] = [[] for _ in own]
    for one in touched:
        entries[number_of[one.words[0]]].append(one)
    roots = [*range(len(own))]
    for same in (*_again(own, entries, facts), *_twice(own, entries, facts)):
        first, second = sorted(_root(roots, number) for number in same)
        roots[second] = first
    found: dict[int, Group] = {}
    for number, (group, about) in enumerate(zip(own, entries, strict=True)):
        words, before = found.get(_root(roots, number), ((), ()))
        found[_root(roots, number)] = words + group, before + tuple(about)
    return list(found.values())


def _root(roots: Sequence[int], number: int) -> int:
    while roots[number] != number:
        number = roots[number]
    return number


def _ends(group: tuple[Words, ...], about: Iterable[Touched]) -> Iterator[tuple[Words, bool]]:
    """Yield the words with which a fact begins, as new (True), and those with which it ends, as gone (False)."""
    first, last = min(one.version for one in group), max(one.version for one in group)
    for one in about:
        if one.entry.change is Change.GONE and one.at.step == last:
            yield one.left[0], False
        elif one.entry.change is Change.NEW and one.at.step + 1 == first:
            yield one.right[0], True


def _again(
    groups: Sequence[tuple[Words, ...]], entries: Sequence[Sequence[Touched]], facts: VersionFacts
) -> Iterator[tuple[int, int]]:
    """Yield the numbers of a group that ended and of the one with which its fact came back."""
    gone: dict[Hashable, list[tuple[Words, int]]] = {}
    back: dict[Hashable, list[tuple[Words, int]]] = {}
    for number, (group, about) in enumerate(zip(groups, entries, strict=True)):
        for words, is_new in _ends(group, about):
            (back if is_new else gone).setdefault(_kind(words, facts), []).append((words, number))
    continued: set[int] = set()
    came_back: set[int] = set()
    for kind, came in back.items():
        for words, number in sorted(came, key=lambda one: one[0].version):
            before = [
                one
                for one in gone.get(kind, ())
                if one[0].version < words.version and one[1] not in continued and _is_same(one[0], words, facts)
            ]
            if before and number not in came_back:
                nearest = max(before, key=lambda one: one[0].version)[1]
                continued.add(nearest)
                came_back.add(number)
                yield nearest, number


def _twice(
    groups: Sequence[tuple[Words, ...]], entries: Sequence[Sequence[Touched]], facts: VersionFacts
) -> Iterator[tuple[int, int]]:
    """Yield the numbers of two groups that say the same number of the same thing, where one of them begins or ends."""
    saying: dict[Hashable, list[tuple[Words, int]]] = {}
    for number, group in enumerate(groups):
        for words in group if group[0].fact is Fact.NUMBER else ():
            saying.setdefault((words.version, facts.key(words)), []).append((words, number))
    for number, (group, about) in enumerate(zip(groups, entries, strict=True)):
        for words, is_new in _ends(group, about) if group[0].fact is Fact.NUMBER else ():
            own = facts.around(words)
            for other, there in saying[words.version, facts.key(words)]:
                around = facts.around(other)
                least = _LEAST_AROUND - any(other in (one.right if is_new else one.left) for one in entries[there])
                if there != number and len(own & around) >= least and are_alike(own, around):
                    yield number, there


def _kind(words: Words, facts: VersionFacts) -> Hashable:
    """Return what words say; of a name the last word, by which it is known again."""
    key = facts.key(words)
    return words.fact, key[-1:] if words.fact is Fact.NAME and isinstance(key, tuple) else key


def _is_same(gone: Words, back: Words, facts: VersionFacts) -> bool:
    if gone.fact is Fact.NAME:
        short, long = sorted((facts.shown(gone).split(), facts.shown(back).split()), key=len)
        return {*short} <= {*long}
    if gone.fact is Fact.QUOTATION:
        return True
    if gone.fact is Fact.NUMBER:
        own, other = facts.quantity(gone), facts.quantity(back)
        if own and other and own.nouns and other.nouns and not {*own.nouns} & {*other.nouns}:
            return False
    return are_alike(facts.around(gone), facts.around(back))
