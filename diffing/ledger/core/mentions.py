"""Pair the mentions of facts of both sides.

    left   12 people died on Friday    right   on Friday 14 people were killed
    kept   Friday                      changed 12 > 14

A fact that moved to another paragraph is not lost: a mention is gone or new only if the whole other article lacks it.
But the same place comes first: if 12 became 14, another 12 elsewhere does not matter.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import product
from typing import NamedTuple

from diffing.ledger.core.correspondence import Correspondence
from diffing.model import Pair, Place


class Mention(NamedTuple):
    """Words that name a fact.

    Mentions with equal `key` say the same. Only mentions of one `sort` can replace each other: a year never replaces a
    sum of money. `about` is the thing that the fact describes, such as the noun that a number counts, in a form that
    can be compared; '' if it is unknown.
    """

    place: Place
    key: Hashable
    sort: str = ""
    about: str = ""


class Swap(NamedTuple):
    """Mention of the left side and its counterpart on the right side."""

    left: Mention
    right: Mention


class Matched(NamedTuple):
    """Mentions of both sides by outcome, each list in reading order of the left side, `new` in that of the right.

    `kept` are pairs with equal keys, in place or elsewhere in the same row; `changed` are pairs with different keys.
    `gone` and `new` are mentions without a counterpart, whose key no mention of the other article has.
    """

    kept: tuple[Swap, ...]
    changed: tuple[Swap, ...]
    gone: tuple[Mention, ...]
    new: tuple[Mention, ...]


_GroupOf = Callable[[Mention], Hashable]
_Fits = Callable[[Place, Place], bool]

# Pairs of similar mentions in a row up to which each mention is compared with each (about 5 ms). Beyond, mentions are
# paired in their order: this bounds the work for hostile input, such as a row of a million equal numbers.
_MOST_PAIRS = 10_000


def match(mentions: Pair[Sequence[Mention]], correspondence: Correspondence, *, across: bool = True) -> Matched:
    """Pair the mentions of both sides, given in any order.

    If `across` is true, a mention is gone or new only if no mention of the whole other article has its key; this is
    right for facts. Words such as 'not' have a meaning only in their place: for them `across` is false. Then a mention
    is gone or new if the same row has no counterpart for it, and mentions in additions and omissions are left out.
    """
    kept: list[Swap] = []
    changed: list[Swap] = []
    rest: Pair[list[Mention]] = Pair([], [])
    # 'On 3 May, and on 9 May' > 'on 9 May, and on 13 May'.
    shifted = correspondence.is_exact_replacement
    ways: tuple[tuple[_GroupOf, _Fits, bool], ...] = (
        (_key, correspondence.is_kept, True),
        (_sort_and_any_about, shifted, False),
        (_key_and_about, _anywhere, True),
        (_sort_and_about, correspondence.is_replaced, False),
        (_key, correspondence.is_replaced, True),
        (_sort_and_known_about, correspondence.is_near, False),
        (_sort, correspondence.is_replaced, False),
        (_key, _anywhere, True),
        (_sort, correspondence.is_near, False),
    )
    in_rows = Pair(_by_row(mentions.left, correspondence.rows.left), _by_row(mentions.right, correspondence.rows.right))
    for at in sorted({*in_rows.left, *in_rows.right}):
        waiting = Pair(in_rows.left.get(at, []), in_rows.right.get(at, []))
        if correspondence.is_same_text(at) and list(map(_in_paragraph, waiting.left)) == list(
            map(_in_paragraph, waiting.right)
        ):
            # An unchanged row: every mention has its counterpart at the same place.
            kept += map(Swap, waiting.left, waiting.right)
            continue
        for group_of, fits, is_kept in ways:
            if not waiting.left or not waiting.right:
                break
            if fits is shifted and _have_same_keys(waiting):
                # '3 dead, 9 hurt' > '9 hurt, 3 dead': nothing changed.
                continue
            pairs = _take_pairs(waiting, group_of, fits, correspondence)
            for pair in pairs:
                (kept if is_kept or pair.left.key == pair.right.key else changed).append(pair)
        row = correspondence.comparison.rows[at]
        if across or (row.left and row.right):
            rest.left.extend(waiting.left)
            rest.right.extend(waiting.right)
    keys = mentions.map(lambda side: {mention.key for mention in side} if across else set())
    return Matched(
        tuple(sorted(kept, key=_place_of_swap)),
        tuple(sorted(changed, key=_place_of_swap)),
        tuple(sorted((mention for mention in rest.left if mention.key not in keys.right), key=_place)),
        tuple(sorted((mention for mention in rest.right if mention.key not in keys.left), key=_place)),
    )


def _by_row(mentions: Iterable[Mention], rows: dict[int, int]) -> dict[int, list[Mention]]:
    by_row = defaultdict(list)
    for mention in sorted(mentions, key=_place):
        by_row[rows[mention.place.paragraph]].append(mention)
    return by_row


def _take_pairs(
    waiting: Pair[list[Mention]],
    group_of: _GroupOf,
    fits: _Fits,
    correspondence: Correspondence,
) -> list[Swap]:
    """Remove pairs from the waiting mentions and return them.

    A pair has mentions of one group (None: no group) whose places fit. Mentions about the same thing come first, then
    the nearest.
    """
    groups, counterparts = _by_group(waiting.left, group_of), _by_group(waiting.right, group_of)
    taken: list[Swap] = []
    used: Pair[set[Place]] = Pair(set(), set())
    for name in groups:
        left, right = groups[name], counterparts.get(name, [])
        candidates = product(left, right) if len(left) * len(right) <= _MOST_PAIRS else zip(left, right, strict=False)
        fitting = [Swap(*pair) for pair in candidates if fits(pair[0].place, pair[1].place)]

        def nearness(swap: Swap) -> tuple[bool, float, Place, Place]:
            apart = correspondence.distance(swap.left.place, swap.right.place)
            return swap.left.about != swap.right.about, apart, swap.left.place, swap.right.place

        for swap in sorted(fitting, key=nearness) if len(fitting) > 1 else fitting:
            if swap.left.place not in used.left and swap.right.place not in used.right:
                taken.append(swap)
                used.left.add(swap.left.place)
                used.right.add(swap.right.place)
    if taken:
        waiting.left[:] = [mention for mention in waiting.left if mention.place not in used.left]
        waiting.right[:] = [mention for mention in waiting.right if mention.place not in used.right]
    return taken


def _have_same_keys(waiting: Pair[list[Mention]]) -> bool:
    """Return whether both sides have the same facts, each as often."""
    left, right = waiting.map(lambda side: Counter(mention.key for mention in side))
    return left == right


def _by_group(mentions: Iterable[Mention], group_of: _GroupOf) -> dict[Hashable, list[Mention]]:
    """Return the mentions of each group in their order, without those that have no group."""
    groups: defaultdict[Hashable, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if (group := group_of(mention)) is not None:
            groups[group].append(mention)
    return groups


def _key(mention: Mention) -> Hashable:
    return mention.key


def _key_and_about(mention: Mention) -> Hashable:
    return mention.key, mention.about


def _sort_and_known_about(mention: Mention) -> Hashable:
    return (mention.sort, mention.about) if mention.about else None


def _sort_and_about(mention: Mention) -> Hashable:
    """Return the group of the mentions about one thing; a mention about an unknown thing is its only member."""
    return (mention.sort, mention.about) if mention.about else mention.place


def _sort_and_any_about(mention: Mention) -> Hashable:
    return mention.sort, mention.about


def _sort(mention: Mention) -> Hashable:
    return mention.sort


def _in_paragraph(mention: Mention) -> tuple[int, int, Hashable]:
    """Return where a mention is in its paragraph, and its key."""
    return mention.place.start, mention.place.end, mention.key


def _place(mention: Mention) -> Place:
    return mention.place


def _place_of_swap(swap: Swap) -> Place:
    return swap.left.place


def _anywhere(left: Place, right: Place) -> bool:
    return True
