"""Mentions of facts on both sides, and which of them say the same.

    left   12 people died on Friday    right   on Friday 14 people were killed
    kept   Friday                      changed 12 > 14

A fact that went to another paragraph is not lost, so both articles are searched before anything is called gone or new.
But the same place comes first: where 12 became 14, it does not matter that a 12 stands elsewhere.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from diffing.ledger.core.correspondence import Correspondence
from diffing.model import Pair, Place


class Mention(NamedTuple):
    """Words that name a fact.

    Mentions with equal `key` say the same. Those of one `sort` can stand in each other's place: a sum of money is not
    replaced by a year. `about` is what a fact is told of, such as the noun that a number counts, in a form that can be
    compared, and empty where that is unknown.
    """

    place: Place
    key: Hashable
    sort: str = ""
    about: str = ""


class Swap(NamedTuple):
    """A mention of the left side and the one of the right that stands where it stood."""

    left: Mention
    right: Mention


@dataclass(frozen=True, slots=True)
class Matched:
    """What became of the mentions of both sides, each in reading order of its left side, or else its right.

    `kept` have equal keys, in place or elsewhere in the same row; `changed` have not. `gone` and `new` are mentions
    with nothing in their place and whose key is nowhere in the other article.
    """

    kept: tuple[Swap, ...]
    changed: tuple[Swap, ...]
    gone: tuple[Mention, ...]
    new: tuple[Mention, ...]


# Mentions of a row that could be one another are weighed each against each up to so many pairs, 5 ms' worth; beyond, in
# the order they stand in: a row of a million equal numbers is no article.
_MOST_PAIRS = 10_000


def match(mentions: Pair[Sequence[Mention]], correspondence: Correspondence, *, across: bool = True) -> Matched:
    """What became of the mentions, each list in any order.

    `across` says that what stands elsewhere in the other article is not lost, as is right for facts. For words that
    only mean something where they stand (a 'not') it is false: then mentions in rows with one side are left out, and
    the others are gone or new as soon as nothing in their row answers them.
    """
    kept: list[Swap] = []
    changed: list[Swap] = []
    rest: Pair[list[Mention]] = Pair([], [])
    in_rows = Pair(_by_row(mentions.left, correspondence.rows.left), _by_row(mentions.right, correspondence.rows.right))
    for at in sorted({*in_rows.left, *in_rows.right}):
        waiting = Pair(in_rows.left.get(at, []), in_rows.right.get(at, []))
        kept += _pairs(waiting, _key, correspondence.is_kept, correspondence)
        kept += _pairs(waiting, _key_and_about, _anywhere, correspondence)
        changed += _pairs(waiting, _sort_and_about, correspondence.is_replaced, correspondence)
        kept += _pairs(waiting, _key, correspondence.is_replaced, correspondence)
        changed += _pairs(waiting, _sort_and_known_about, correspondence.is_near, correspondence)
        changed += _pairs(waiting, _sort, correspondence.is_replaced, correspondence)
        kept += _pairs(waiting, _key, _anywhere, correspondence)
        changed += _pairs(waiting, _sort, correspondence.is_near, correspondence)
        row = correspondence.comparison.rows[at]
        if across or (row.left and row.right):
            rest.left.extend(waiting.left)
            rest.right.extend(waiting.right)
    said = mentions.map(lambda side: {mention.key for mention in side} if across else set())
    return Matched(
        tuple(sorted(kept, key=_place_of_swap)),
        tuple(sorted(changed, key=_place_of_swap)),
        tuple(sorted((mention for mention in rest.left if mention.key not in said.right), key=_place)),
        tuple(sorted((mention for mention in rest.right if mention.key not in said.left), key=_place)),
    )


def _by_row(mentions: Iterable[Mention], rows: dict[int, int]) -> dict[int, list[Mention]]:
    found = defaultdict(list)
    for mention in sorted(mentions, key=_place):
        found[rows[mention.place.paragraph]].append(mention)
    return found


def _pairs(
    waiting: Pair[list[Mention]],
    alike: Callable[[Mention], Hashable],
    fit: Callable[[Place, Place], bool],
    correspondence: Correspondence,
) -> list[Swap]:
    """Take pairs that are alike and fit from those waiting, the nearest first, those told of the same before others.

    What `alike` makes of them is None for those that are like none.
    """
    if not waiting.left or not waiting.right:
        return []
    groups: defaultdict[Hashable, Pair[list[Mention]]] = defaultdict(lambda: Pair([], []))
    for mention in waiting.left:
        groups[alike(mention)].left.append(mention)
    for mention in waiting.right:
        groups[alike(mention)].right.append(mention)
    groups.pop(None, None)
    taken: list[Swap] = []
    used: Pair[set[Place]] = Pair(set(), set())
    for group in groups.values():
        candidates = (
            product(group.left, group.right)
            if len(group.left) * len(group.right) <= _MOST_PAIRS
            else zip(group.left, group.right, strict=False)
        )
        fitting = [Swap(*pair) for pair in candidates if fit(pair[0].place, pair[1].place)]

        def nearness(swap: Swap) -> tuple[bool, float, Place, Place]:
            apart = correspondence.distance(swap.left.place, swap.right.place)
            return swap.left.about != swap.right.about, apart, swap.left.place, swap.right.place

        for swap in sorted(fitting, key=nearness):
            if swap.left.place not in used.left and swap.right.place not in used.right:
                taken.append(swap)
                used.left.add(swap.left.place)
                used.right.add(swap.right.place)
    waiting.left[:] = [mention for mention in waiting.left if mention.place not in used.left]
    waiting.right[:] = [mention for mention in waiting.right if mention.place not in used.right]
    return taken


def _key(mention: Mention) -> Hashable:
    return mention.key


def _key_and_about(mention: Mention) -> Hashable:
    return mention.key, mention.about


def _sort_and_known_about(mention: Mention) -> Hashable:
    return (mention.sort, mention.about) if mention.about else None


def _sort_and_about(mention: Mention) -> Hashable:
    """What is told of the same thing; where that is unknown, of nothing else."""
    return (mention.sort, mention.about) if mention.about else mention.place


def _sort(mention: Mention) -> Hashable:
    return mention.sort


def _place(mention: Mention) -> Place:
    return mention.place


def _place_of_swap(swap: Swap) -> Place:
    return swap.left.place


def _anywhere(left: Place, right: Place) -> bool:
    return True
