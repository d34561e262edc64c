"""The similarity of two texts: the share of their rare features that they have in common.

    "The US severed relations in 2019."        stems  us sever relat in 2019
    "Washington broke ties in 2019."           stems  washi broke ties in 2019

'in' says little and '2019' says much, because few paragraphs of these two articles hold '2019'. A feature weighs
ln(1 + N / df), with N paragraphs on both sides together and df of them holding the feature. The two texts themselves
show which words are frequent, in any language. No list of stop words is needed.

A text has two sets of features:

    stems   the first letters of each word
    grams   the letter trigrams within words, and the pairs of neighbouring stems: both survive a change of spelling

In scripts written one character a word (Han, kana, Thai), characters are the stems and pairs of characters replace
trigrams. Similarity is the mean of the two cosines.

Features are sets, not counts: a repeated word in a paragraph is no further evidence (measured: equal within .001), a
join of paragraphs is a union, and all set operations run in C. Weights are integers, so that sums do not depend on the
order of their terms.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import chain, product, repeat
from math import log, sqrt
from struct import unpack
from typing import NamedTuple

from diffing.alignment.vocabulary import Text, pairs_of, sequence_of
from diffing.model import Pair

WEIGHT_UNIT = 1 << 16
"""Integer weight of a feature whose squared weight is 1: finer than any difference that matters."""

LANE_BYTES = 8
"""Bytes for the sum of one paragraph, where the sums of several paragraphs share one long integer. A feature weighs
less than 2 ** 24, so a lane has room for more features than a paragraph can have.
"""

LANES = 64
"""Paragraphs whose sums share one long integer. It bounds the length of these integers."""


MOST_PAIRED = 1 << 16
"""Stems of a paragraph whose neighbouring pairs become features, at most. It bounds memory: in a text of millions of
words nearly every pair is new and takes a hundred bytes. No paragraph written by a person has as many words.
"""


class Bag(NamedTuple):
    """The features of one kind that a text has: one paragraph or several joined.

    `features` holds only those that both sides have; `weight` is the weight of all. `rows` has for each of its
    paragraphs the weight of the features shared with each paragraph of the other side. `overlaps` has for each
    paragraph but the first the features that earlier paragraphs have too.
    """

    features: frozenset[int]
    weight: int
    rows: tuple[Sequence[int], ...]
    overlaps: tuple[frozenset[int], ...] = ()


class Bags:
    """The features of one kind, stems or grams, of two articles' paragraphs."""

    def __init__(self, sets: Pair[Sequence[frozenset[int]]]) -> None:
        """Index the features of each paragraph; `sides` has their bags in the same order."""
        self._weights, shared = _weights(sets)
        weight = self._weights.__getitem__
        weights = sets.map(lambda side: [sum(map(weight, features)) for features in side])
        both = sets.map(lambda side: [features & shared for features in side])
        rows = self._table(both)
        columns = list(zip(*rows, strict=True))
        self.sides: Pair[list[Bag]] = Pair(
            [Bag(*row) for row in zip(both.left, weights.left, zip(rows), strict=True)],
            [Bag(*column) for column in zip(both.right, weights.right, zip(columns), strict=True)],
        )

    def _table(self, sets: Pair[Sequence[frozenset[int]]]) -> list[list[int]]:
        """Return the weight of the features that each left paragraph shares with each right one.

        Many are computed at once. Each feature is one long integer that has the feature's weight in the lane of every
        right paragraph that has the feature. The sum of the integers of a left paragraph then holds, lane by lane, the
        weight it shares with each right paragraph.
        """
        rows: list[list[int]] = [[] for _ in sets.left]
        for start in range(0, len(sets.right), LANES):
            part = sets.right[start : start + LANES]
            lanes: defaultdict[int, int] = defaultdict(int)
            for at, features in enumerate(part):
                lane = 1 << 8 * LANE_BYTES * at
                for feature in features:
                    lanes[feature] += lane
            weighed = {feature: self._weights[feature] * number for feature, number in lanes.items()}
            for row, features in zip(rows, sets.left, strict=True):
                total = sum(map(weighed.get, features, repeat(0)))
                row += unpack(f"<{len(part)}Q", total.to_bytes(LANE_BYTES * len(part), "little"))
        return rows

    def joined(self, first: Bag, second: Bag) -> Bag:
        """Return the bag of two texts of one side, one after the other."""
        overlap = first.features & second.features
        return Bag(
            first.features | second.features,
            first.weight + second.weight - sum(map(self._weights.__getitem__, overlap)),
            first.rows + second.rows,
            (*first.overlaps, overlap),
        )

    def weight_of(self, features: Iterable[int]) -> int:
        """Return the weight of some features."""
        return sum(map(self._weights.__getitem__, features))

    def cosine(self, sides: Pair[Set[int]]) -> float:
        """Return how alike two sets of features are, 0..1."""
        shared = self.weight_of(sides.left & sides.right)
        return shared and shared / sqrt(self.weight_of(sides.left) * self.weight_of(sides.right))

    def common(self, first: Bag, second: Bag) -> int:
        """Return the weight of the features that two texts share, one of each side, each of which may be joined."""
        return sum(map(self._weights.__getitem__, first.features & second.features))

    def shared(self, first: Bag, second: Bag, at: int) -> int:
        """Return the weight of the features that a text shares with the other side's paragraph `at`."""
        total = sum([row[at] for row in first.rows])
        for overlap in first.overlaps:
            total -= sum(map(self._weights.__getitem__, overlap & second.features))
        return total


class Profile(NamedTuple):
    """A text prepared for comparison: one paragraph, or several joined, of which `at` is the first.

    `key` is the compared form of the whole text. `sequence` has one code point for each stem, in order. `length` is in
    characters.
    """

    at: int
    key: str
    stems: Bag
    grams: Bag
    sequence: str
    length: int


class Beyond(NamedTuple):
    """The similarity of two texts without a run of words, and the share of each text, at least, that is beyond it."""

    similarity: float
    share: float


class Features:
    """The features of two articles' paragraphs and their weights."""

    def __init__(self, sides: Pair[Sequence[Text]]) -> None:
        """Index the paragraphs of both sides; `profiles` has their profiles in the same order."""
        self._sides = sides
        self.places = sides.map(lambda side: [text.place for text in side])
        """The place that each paragraph opens with, '' without one."""
        self._stems = Bags(sides.map(lambda side: [frozenset(text.stems) for text in side]))
        self._grams = Bags(sides.map(lambda side: [_grams(text) for text in side]))

        def profiles(side: Sequence[Text], stems: Sequence[Bag], grams: Sequence[Bag]) -> Sequence[Profile]:
            return [
                Profile(at, " ".join([form.text for form in text.forms]), *both, sequence_of(text), text.length)
                for at, (text, both) in enumerate(zip(side, zip(stems, grams, strict=True), strict=True))
            ]

        self.profiles = Pair(
            profiles(sides.left, self._stems.sides.left, self._grams.sides.left),
            profiles(sides.right, self._stems.sides.right, self._grams.sides.right),
        )

    def joined(self, first: Profile, second: Profile) -> Profile:
        """Return the profile of two texts of one side, one after the other."""
        return Profile(
            first.at,
            f"{first.key} {second.key}",
            self._stems.joined(first.stems, second.stems),
            self._grams.joined(first.grams, second.grams),
            first.sequence + second.sequence,
            first.length + 1 + second.length,
        )

    def compare(self, first: Profile, second: Profile) -> tuple[float, float]:
        """Return the similarity 0..1, and the containment 0..1: the weight of the shared stems in the heavier text.

        The first text may be joined; the second is a paragraph of the other side. Texts of equal compared form have 1
        and 1.
        """
        if first.key == second.key:
            return 1.0, 1.0
        stems = self._stems.shared(first.stems, second.stems, second.at)
        grams = self._grams.shared(first.grams, second.grams, second.at)
        similarity = 0.0
        if stems:
            similarity += stems / sqrt(first.stems.weight * second.stems.weight)
        if grams:
            similarity += grams / sqrt(first.grams.weight * second.grams.weight)
        heavier = max(first.stems.weight, second.stems.weight)
        return similarity / 2, stems / heavier if stems else 0.0

    def likeness(self, first: Profile, second: Profile) -> float:
        """Return the similarity 0..1 of two texts, one of each side, each of which may be joined."""
        if first.key == second.key:
            return 1.0
        stems = self._stems.common(first.stems, second.stems)
        grams = self._grams.common(first.grams, second.grams)
        return (
            (stems and stems / sqrt(first.stems.weight * second.stems.weight))
            + (grams and grams / sqrt(first.grams.weight * second.grams.weight))
        ) / 2

    def beyond(self, first: Profile, second: Profile, run: str) -> "Beyond":
        """Return what a left and a right paragraph share without the words of a run of stems that both have."""
        stems = frozenset(sign for sign in run)
        texts = Pair(self._sides.left[first.at], self._sides.right[second.at])
        forms = texts.map(lambda text: [form for form in set(text.forms) if form.sign not in stems])
        words = forms.map(lambda side: {form.stem for form in side})
        grams = forms.map(lambda side: set(chain.from_iterable(form.trigrams for form in side)))
        weights = words.map(self._stems.weight_of)
        share = min(weights.left / first.stems.weight, weights.right / second.stems.weight)
        return Beyond((self._stems.cosine(words) + self._grams.cosine(grams)) / 2, share)

    def tables(self) -> tuple[list[list[float]], list[list[float]]]:
        """Return the similarities of all paragraphs, one row for each left paragraph, and their containments.

        See compare() for both. Paragraphs that cannot correspond have 0.
        """
        places: defaultdict[str, list[int]] = defaultdict(list)
        for profile in self.profiles.right:
            places[profile.key].append(profile.at)
        weights = [(profile.stems.weight, profile.grams.weight) for profile in self.profiles.right]
        similarities, containments = [], []
        for profile in self.profiles.left:
            stems, grams = profile.stems.weight, profile.grams.weight
            cells = list(zip(profile.stems.rows[0], profile.grams.rows[0], weights, strict=True))
            similarity = [
                ((shared and shared / sqrt(stems * own)) + (both and both / sqrt(grams * other))) / 2
                for shared, both, (own, other) in cells
            ]
            containment = [shared and shared / max(stems, own) for shared, _, (own, _) in cells]
            for at in places.get(profile.key, ()):
                similarity[at] = containment[at] = 1.0
            similarities.append(similarity)
            containments.append(containment)
        for left, right in self.apart():
            similarities[left][right] = containments[left][right] = 0.0
        return similarities, containments

    def apart(self) -> Iterator[tuple[int, int]]:
        """Yield the pairs of paragraphs that cannot correspond: a note of the editors with a paragraph of the story."""
        left, right = self._sides
        on_left, on_right = self._sides.map(lambda side: [at for at, text in enumerate(side) if text.is_note])
        pairs = chain(product(on_left, range(len(right))), product(range(len(left)), on_right))
        return ((at, to) for at, to in pairs if not left[at].may_match(right[to]))

    def most_rise(self, text: Profile, edge: Profile, partner: Profile) -> float:
        """Return the most by which joining `edge` to `text` can raise the similarity to a paragraph of the other side.

        The bound assumes that everything `edge` shares with that paragraph (`partner`) is new, and that the joined text
        does not become lighter.
        """
        rise = 0.0
        for own, added, other in ((text.stems, edge.stems, partner.stems), (text.grams, edge.grams, partner.grams)):
            shared = added.rows[0][partner.at]
            if shared:
                rise += shared / sqrt(own.weight * other.weight) if own.weight else 1.0
        return rise / 2


def _grams(text: Text) -> frozenset[int]:
    """Return the trigrams of a text, and its pairs of neighbouring stems."""
    return frozenset(chain(pairs_of(text.stems[:MOST_PAIRED]), *[form.trigrams for form in set(text.forms)]))


def _weights(sets: Pair[Sequence[frozenset[int]]]) -> tuple[dict[int, int], frozenset[int]]:
    """Return the squared weight of every feature, and the features that both sides have.

    Paragraphs that share nothing with the other side are not counted, so that adding one changes no weight.
    """
    held = sets.map(lambda side: Counter(chain.from_iterable(side)))
    shared = frozenset(held.left.keys() & held.right.keys())
    count = sum(not shared.isdisjoint(features) for side in sets for features in side)
    frequencies = {
        **held.left,
        **held.right,
        **{feature: held.left[feature] + held.right[feature] for feature in shared},
    }
    weights = {
        frequency: round(WEIGHT_UNIT * log(1 + count / frequency) ** 2) for frequency in set(frequencies.values())
    }
    return {feature: weights[frequency] for feature, frequency in frequencies.items()}, shared
