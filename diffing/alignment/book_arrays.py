"""The index of two books and the weights of their features, in arrays of numpy, which is loaded for books only.

    left 812    stems 5 9 12    pairs 40 77    words 3 8 20      numbers, as alignment compares them
    right 815   stems 5 12 31   pairs 40       words 3 20 64     with 812: 2 stems, a pair and 2 words

The results are those of anchors.py and feature_weights.py, which need no numpy. All sums are sums of integers.
"""

from collections.abc import Iterator, Sequence
from itertools import chain as chained
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

import numpy as np

from diffing.alignment.anchors import Anchor, entry_weights, stem_pairs
from diffing.alignment.feature_weights import AnchorSums, Scale, form_weights
from diffing.alignment.number_rows import (
    Numbers,
    Rows,
    are_in,
    different,
    first_of_each,
    keys_of,
    order_of,
    ranges,
    sums_at,
)
from diffing.alignment.options import Options
from diffing.alignment.vocabulary import Text, WordForm
from diffing.model import Pair

# Anchors whose features are compared at once: it bounds the memory.
_CHUNK = 4_000
_FORMS = attrgetter("forms")
_NUMBER = attrgetter("number")

_Read = tuple[Numbers, Numbers]
"""Features of a side in the order of the text: the paragraph of each, and its number."""


class _Feature(NamedTuple):
    """The features of one kind: those of each paragraph, and their weights: in the index (0: not in it), and shared."""

    rows: Pair[Rows]
    entry_weights: Numbers
    weights: Numbers


class _Best(NamedTuple):
    """For each paragraph of a side its best partner (-1: none), the score of that, and the score of the second best."""

    partners: Numbers
    scores: Numbers
    seconds: Numbers

    @classmethod
    def of(cls, own: Numbers, others: Numbers, scores: Numbers, count: int) -> "_Best":
        """Return the best of scored pairs, which come by the `own` paragraph; the first of equally good ones."""
        found = cls(np.full(count, -1), np.zeros(count, np.int64), np.zeros(count, np.int64))
        starts = np.flatnonzero(first_of_each(own))
        if not len(starts):
            return found
        paragraphs = own[starts]
        found.scores[paragraphs] = np.maximum.reduceat(scores, starts)
        best = np.flatnonzero(scores == found.scores[own])
        best = best[first_of_each(own[best])]
        found.partners[paragraphs] = others[best]
        rest = scores.copy()
        rest[best] = 0
        found.seconds[paragraphs] = np.maximum.reduceat(rest, starts)
        return found


class BookArrays:
    """The stems, pairs of neighbouring stems and words of two books: their index, and the weights of all."""

    def __init__(self, sides: Pair[Sequence[Text]], options: Options) -> None:
        """Read the paragraphs of both sides and weigh their features."""
        self._sides = sides
        self._options = options
        self._scale = Scale.of(sides, options)
        forms = sorted(set(chained.from_iterable(text.forms for side in sides for text in side)), key=_NUMBER)
        read = sides.map(_words_of)
        self._weigh_words(forms, read)
        stems_of = np.zeros(len(self._form_weights), np.int32)
        stems_of[[form.number for form in forms]] = [form.stem for form in forms]
        stems = Pair(*((rows, stems_of[words]) for rows, words in read))
        self._stems = self._feature(stems)
        self._pairs = self._feature(_pairs_of(stems))

    def _weigh_words(self, forms: Sequence[WordForm], read: Pair[_Read]) -> None:
        """Weigh the words and their trigrams."""
        numbers = [form.number for form in forms]
        size = 1 + max(numbers, default=0)
        counts = np.add(*(np.bincount(words, minlength=size) for _, words in read))
        trigrams = self._scale.trigrams(dict(zip(forms, counts[numbers].tolist(), strict=True)))
        self._form_weights = np.zeros(len(counts), np.int64)
        self._form_weights[numbers] = [*form_weights(forms, trigrams).values()]
        self._trigram_weights = np.zeros(max(trigrams, default=0) + 1, np.int64)
        self._trigram_weights[[*trigrams]] = [*trigrams.values()]
        owners = np.repeat(np.array(numbers, np.int32), [len(form.trigrams) for form in forms])
        held = np.array([*chained.from_iterable(form.trigrams for form in forms)], np.int32)
        self._trigrams = Rows.of(owners, held, len(counts))
        self._words = self._rows(read)

    def _rows(self, read: Pair[_Read]) -> Pair[Rows]:
        return Pair(*(Rows.of(*own, len(side)) for own, side in zip(read, self._sides, strict=True)))

    def _feature(self, read: Pair[_Read]) -> _Feature:
        """Return the features of one kind with their weights."""
        size = 1 + max(int(values.max(initial=0)) for _, values in read)
        left, right = (np.bincount(values, minlength=size) for _, values in read)
        both = left + right
        limit = self._options.index_limit
        is_entry = (left > 0) & (left <= limit) & (right > 0) & (right <= limit)
        entries = np.array(entry_weights(sum(map(len, self._sides)), self._options))
        frequencies = np.where(both > self._scale.rare, both, 1)
        known = different(frequencies.copy())
        weights = np.array([self._scale.weight(frequency) for frequency in known.tolist()])
        return _Feature(
            self._rows(read),
            np.where(is_entry, entries[both * is_entry], 0),
            weights[np.searchsorted(known, frequencies)],
        )

    @property
    def weights(self) -> "BookArrays":
        """The weights of the features."""
        return self

    def best_pairs(self) -> dict[Anchor, bool]:
        """Return the pairs that are each other's best in the index; see anchors.mutual_best_pairs."""
        equal = stem_pairs(self._sides)
        lefts, rights, scores = self._scored(Pair([left for left, _ in equal], [right for _, right in equal]))
        ours = _Best.of(lefts, rights, scores, len(self._sides.left))
        order = order_of(rights)
        theirs = _Best.of(rights[order], lefts[order], scores[order], len(self._sides.right))
        own = np.flatnonzero(ours.partners >= 0)
        own = own[theirs.partners[ours.partners[own]] == own]
        partners = ours.partners[own]
        leads = Pair(*(best.scores > best.seconds * self._options.index_lead for best in (ours, theirs)))
        anchors = zip(own.tolist(), partners.tolist(), strict=True)
        found = dict(zip(anchors, (leads.left[own] & leads.right[partners]).tolist(), strict=True))
        return dict(sorted((found | dict.fromkeys(equal, True)).items()))

    def _scored(self, partnered: Pair[list[int]]) -> tuple[Numbers, Numbers, Numbers]:
        """Return the pairs that share an entry, by left and then by right, with the weights of all that they share.

        `partnered` are the paragraphs that are in none of them.
        """
        weights = np.concatenate([self._stems.entry_weights, self._pairs.entry_weights])
        lefts, entries = self._entries(self._stems.rows.left, self._pairs.rows.left, partnered.left)
        rights, entries_there = self._entries(self._stems.rows.right, self._pairs.rows.right, partnered.right)
        order = order_of(entries_there)
        rights, entries_there = rights[order], entries_there[order]
        order = order_of(lefts)
        lefts, entries = lefts[order], entries[order]
        begins = np.searchsorted(entries_there, entries)
        lengths = np.searchsorted(entries_there, entries, side="right") - begins
        cuts = np.searchsorted(lefts, np.arange(0, len(self._sides.left) + _CHUNK, _CHUNK))
        found: list[tuple[Numbers, Numbers, Numbers]] = []
        for start, stop in pairwise(cuts.tolist()):
            count = lengths[start:stop]
            there = rights[ranges(begins[start:stop], count)]
            shared = np.repeat(weights[entries[start:stop]], count)
            found.append(_added(np.repeat(lefts[start:stop], count), there, shared))
        pairs, there, scores = map(np.concatenate, zip(*found, strict=True))
        return pairs, there, scores

    def _entries(self, stems: Rows, pairs: Rows, partnered: list[int]) -> tuple[Numbers, Numbers]:
        """Return the entries of the index that the paragraphs of a side have: the paragraph of each, and its number."""
        is_free = np.ones(len(stems.starts) - 1, dtype=bool)
        is_free[partnered] = False
        rows, entries = [], []
        for own, feature, offset in ((stems, self._stems, 0), (pairs, self._pairs, len(self._stems.entry_weights))):
            chosen = (feature.entry_weights[own.values] > 0) & is_free[own.rows()]
            rows.append(own.rows()[chosen])
            entries.append(own.values[chosen] + np.int32(offset))
        return np.concatenate(rows), np.concatenate(entries)

    def sums(self, chain: Sequence[Anchor]) -> Iterator[AnchorSums]:
        """Yield the weights of the features of each anchor of a chain."""
        for start in range(0, len(chain), _CHUNK):
            yield from self._sums_of(chain[start : start + _CHUNK + 1], min(_CHUNK, len(chain) - start))

    def _sums_of(self, chain: Sequence[Anchor], count: int) -> Iterator[AnchorSums]:
        """Return the weights of the features of `count` anchors; the one behind them may be in `chain` too."""
        left, right = np.array(chain).T
        own = Pair(left[:count], right[:count])
        rows, weights = self._stems.rows, self._stems.weights
        stems = [*self._weights_of(self._stems, own), _shared(rows, own, weights)]
        onward, back = (
            np.append(_shared(rows, ends, weights), 0)[:count]
            for ends in (Pair(left[:-1], right[1:]), Pair(left[1:], right[:-1]))
        )
        columns = [*stems, *self._grams(own), onward, back]
        return map(AnchorSums._make, zip(*(column.tolist() for column in columns), strict=True))

    def _weights_of(self, feature: _Feature, own: Pair[Numbers]) -> Iterator[Numbers]:
        """Yield the weights of all features of one kind of some paragraphs, left ones and right ones."""
        for rows, chosen in zip(feature.rows, own, strict=True):
            places, values = rows.of_these(chosen)
            yield sums_at(places, feature.weights[values], len(chosen))

    def _grams(self, own: Pair[Numbers]) -> list[Numbers]:
        """Return the weights of the trigrams and pairs of stems of some anchors: left, right and both."""
        count = len(own.left)
        pairs = [*self._weights_of(self._pairs, own), _shared(self._pairs.rows, own, self._pairs.weights)]
        (lefts, forms), (rights, others) = (
            rows.of_these(chosen) for rows, chosen in zip(self._words, own, strict=True)
        )
        size = len(self._form_weights)
        keys, keys_there = keys_of(lefts, size, forms), keys_of(rights, size, others)
        is_same, is_same_there = are_in(keys, keys_there), are_in(keys_there, keys)
        same = sums_at(lefts[is_same], self._form_weights[forms[is_same]], count)
        words = [
            sums_at(lefts, self._form_weights[forms], count),
            sums_at(rights, self._form_weights[others], count),
            # Of words that only one side has, single trigrams may be the same.
            same
            + self._shared_trigrams(
                Pair((lefts[~is_same], forms[~is_same]), (rights[~is_same_there], others[~is_same_there])), count
            ),
        ]
        return [one + other for one, other in zip(pairs, words, strict=True)]

    def _shared_trigrams(self, words: Pair[_Read], count: int) -> Numbers:
        """Return the weights of the trigrams that some words of both sides have in common at each of `count` places."""
        size = len(self._trigram_weights)
        keys, others = (self._trigrams_of(places, forms, size) for places, forms in words)
        both = keys[are_in(keys, others)]
        places = both // size
        return sums_at(places, self._trigram_weights[both - places * size], count)

    def _trigrams_of(self, places: Numbers, forms: Numbers, size: int) -> Numbers:
        """Return the different trigrams at each place, each with its place as one number, rising."""
        words, trigrams = self._trigrams.of_these(forms)
        return different(keys_of(places[words], size, trigrams))


def _words_of(side: Sequence[Text]) -> _Read:
    """Return the paragraph of each word of a side, and the number of the word."""
    lengths = np.array([len(text.forms) for text in side], np.int64)
    words = chained.from_iterable(map(_FORMS, side))
    numbers = np.fromiter(map(_NUMBER, words), np.int32, int(lengths.sum()))
    return np.repeat(np.arange(len(side), dtype=np.int32), lengths), numbers


def _pairs_of(stems: Pair[_Read]) -> Pair[_Read]:
    """Return the pairs of neighbouring stems of both sides, as numbers without gaps."""
    size = 1 + max(int(values.max(initial=0)) for _, values in stems)
    rows, keys = [], []
    for own, values in stems:
        are_one = own[1:] == own[:-1]
        rows.append(own[1:][are_one])
        keys.append(keys_of(values[:-1], size, values[1:])[are_one])
    whole = np.concatenate(keys)
    order = order_of(whole)
    numbers = np.empty(len(whole), np.int32)
    numbers[order] = np.cumsum(first_of_each(whole[order])) - 1
    cut = len(keys[0])
    return Pair((rows[0], numbers[:cut]), (rows[1], numbers[cut:]))


def _added(lefts: Numbers, rights: Numbers, weights: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Return the different pairs of paragraphs, rising, with the sum of the weights of each."""
    size = int(rights.max(initial=0)) + 1
    keys = keys_of(lefts, size, rights)
    order = order_of(keys)
    first = np.flatnonzero(first_of_each(keys[order]))
    scores = np.add.reduceat(weights[order], first) if len(first) else weights
    chosen = order[first]
    return lefts[chosen], rights[chosen], scores


def _shared(rows: Pair[Rows], own: Pair[Numbers], weights: Numbers) -> Numbers:
    """Return the weights of what each of some left paragraphs shares with the right one at its place."""
    (lefts, values), (rights, others) = (side.of_these(chosen) for side, chosen in zip(rows, own, strict=True))
    size = len(weights)
    are_shared = are_in(keys_of(lefts, size, values), keys_of(rights, size, others))
    return sums_at(lefts[are_shared], weights[values[are_shared]], len(own.left))
