"""Pins as alignment uses them: what is fixed before any candidate is weighed.

    pin 4-(9 10)      no other candidate has left 4, right 9 or right 10; the pin is in every chain that it fits
    parted 4 and 6    the similarity of the two counts as 0: no candidate, no rival, no part of a group

A part of the texts, such as a window of a book, has the pins of its own paragraphs. Of a pin that is only partly in it,
these paragraphs have no counterpart there.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, product

from diffing.alignment.candidates import Candidate
from diffing.alignment.options import Options
from diffing.alignment.similarity import Features, Profile
from diffing.model import Pair
from diffing.pins import NO_PINS, Pins

Place = Callable[[int], Sequence[int]]
"""Function that returns the numbers of a paragraph among other ones: none, one, or several."""


class Held:
    """The pins of two sequences of paragraphs."""

    def __init__(self, pins: Pins) -> None:
        self.pins = pins
        self.taken = Pair(
            frozenset(index for pair in pins.pairs for index in pair.left),
            frozenset(index for pair in pins.pairs for index in pair.right),
        )
        """The paragraphs of each side that are pinned."""
        self._apart = frozenset(pins.parted)
        self._pinned = frozenset(cell for pair in pins.pairs for cell in product(pair.left, pair.right))

    def __bool__(self) -> bool:
        return bool(self.pins)

    @property
    def links(self) -> Iterator[Pair[tuple[int, ...]]]:
        """The pins with paragraphs of both sides."""
        return (pair for pair in self.pins.pairs if pair.left and pair.right)

    def allows(self, left: int, right: int) -> bool:
        """Return whether two paragraphs may be linked with each other."""
        if left in self.taken.left or right in self.taken.right:
            return (left, right) in self._pinned
        return (left, right) not in self._apart

    def closed(self, sizes: Pair[int]) -> Iterator[tuple[int, int]]:
        """Yield the cells of no candidate but a pin, in sequences of these lengths."""
        yield from self._apart
        yield from product(self.taken.left, range(sizes.right))
        yield from product(range(sizes.left), self.taken.right)

    def among(self, subset: Pair[Sequence[int]]) -> "Held":
        """Return the pins of some paragraphs of each side, renumbered: 812 815 becomes 0 1."""
        if not self:
            return self
        places = subset.map(lambda side: {index: (at,) for at, index in enumerate(side)})

        def place(side: Mapping[int, tuple[int, ...]]) -> Place:
            return lambda index: side.get(index, ())

        return self.placed(places.map(place))

    def placed(self, places: Pair[Place]) -> "Held":
        """Return the pins where each paragraph has other numbers, or none."""

        def moved(indices: Iterable[int], place: Place) -> tuple[int, ...]:
            return tuple(sorted(chain.from_iterable(map(place, indices))))

        pairs = [Pair(moved(pair.left, places.left), moved(pair.right, places.right)) for pair in self.pins.pairs]
        whole = [
            found
            for pair, found in zip(self.pins.pairs, pairs, strict=True)
            if all(map(places.left, pair.left)) and all(map(places.right, pair.right))
        ]
        partly = [found for found in pairs if found not in whole]
        alone = [
            *(Pair((index,), ()) for found in partly for index in found.left),
            *(Pair((), (index,)) for found in partly for index in found.right),
        ]
        parted = {cell for left, right in self.pins.parted for cell in product(places.left(left), places.right(right))}
        return Held(Pins((*whole, *alone), tuple(sorted(parted))))


FREE = Held(NO_PINS)
"""Nothing is pinned."""


def with_groups(options: Options, held: Held) -> Options:
    """Return the options, with higher odds for all groups if the reader pinned one: the texts were split and merged."""
    if not any(len(link.left) + len(link.right) > PAIRED for link in held.links):
        return options
    weights = options.extension_weights
    return replace(
        options, extension_weights=weights._replace(constant=weights.constant + options.pinned_group), pinned_group=0.0
    )


PAIRED = 2
"""Paragraphs of a link of one with one."""


def fixed(held: Held, features: Features, odds: float) -> list[Candidate]:
    """Return a candidate for each pin with both sides, in their order; it has the paragraphs between its own ones too.

    `odds` are those of a pin. Its similarity is that of the joined texts; with several paragraphs on both sides, the
    mean over those of the side with fewer.
    """

    def joined(side: Sequence[Profile], indices: Sequence[int]) -> Profile:
        whole = side[indices[0]]
        for index in indices[1:]:
            whole = features.joined(whole, side[index])
        return whole

    def similarity(link: Pair[tuple[int, ...]]) -> float:
        many, few = features.profiles, link
        if len(link.left) < len(link.right):
            many, few = many.swapped(), few.swapped()
        whole = joined(many.left, few.left)
        singles = [many.right[index] for index in few.right]
        total = sum(single.length for single in singles)
        return sum(features.compare(whole, single)[0] * single.length for single in singles) / total

    return [
        Candidate(link.left[0], link.left[-1] + 1, link.right[0], link.right[-1] + 1, similarity(link), odds, bonus=0.0)
        for link in held.links
    ]
