"""The weights of the features of two long texts, and of those that two of their paragraphs share.

    812  "Hiram king of Tyre sent cedar trees"    stems 71   grams 502   each weighs as in an article in which it is
    815  "Then Hiram of Tyre sent him cedars"     both  52   both  310   as frequent as in the long text

All weights are integers, so sums do not depend on their order. Trigrams are added up word by word.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain as chained
from itertools import repeat
from math import log
from typing import NamedTuple, Protocol

from diffing.alignment.anchors import Anchor
from diffing.alignment.options import Options
from diffing.alignment.similarity import WEIGHT_UNIT
from diffing.alignment.vocabulary import Text, WordForm, pairs_of
from diffing.model import Pair

NEARLY_NEVER = 1 / 50
"""Expected number of further occurrences in an article below which a feature weighs as if the long text had it once.
The counts of most features need not be kept then, and weights differ by 1 in 100 at most.
"""


class AnchorSums(NamedTuple):
    """The weights of the features of an anchor's paragraphs: stems, and grams (trigrams and pairs of stems).

    `left` and `right` are those of each side's stems, `both` of the stems that both have; the same for grams, which may
    be 0 for texts of equal words. `onward` are the stems that the left paragraph shares with the right one of the next
    anchor of the chain, `back` those that the right one shares with the left one there; 0 for the last anchor.
    """

    left: int
    right: int
    both: int
    left_grams: int
    right_grams: int
    both_grams: int
    onward: int
    back: int


class AnchorWeights(Protocol):
    """The weights of the features of two long texts, in any form."""

    def sums(self, chain: Sequence[Anchor]) -> Iterable[AnchorSums]:
        """Return the weights of the features of each anchor of a chain."""


class ComparedText(NamedTuple):
    """A paragraph and its different stems, with their weight."""

    text: Text
    stems: frozenset[int]
    weight: int


class FeatureWeights:
    """The weights of the features of two long texts, added up anchor by anchor."""

    def __init__(self, sides: Pair[Sequence[Text]], counts: Pair[Mapping[int, int]], options: Options) -> None:
        """Weigh the features of these paragraphs.

        `counts` is how often each side has each stem and pair of stems (see anchors.entry_counts).
        """
        self._sides = sides
        forms = Counter(chained.from_iterable(text.forms for side in sides for text in side))
        scale = Scale.of(sides, options)
        frequencies: dict[int, int] = {}
        for own, other in ((counts.left, counts.right), (counts.right, counts.left)):
            there = other.get
            frequencies.update(
                [(entry, both) for entry, count in own.items() if (both := count + there(entry, 0)) > scale.rare]
            )
        self._rare = scale.weight(1)
        self._entries = scale.weights(frequencies)
        self._trigrams = scale.trigrams(forms)
        self._forms = form_weights(forms, self._trigrams)

    def sums(self, chain: Sequence[Anchor]) -> Iterator[AnchorSums]:
        """Yield the weights of the features of each anchor of a chain."""
        read = (Pair(self._read(self._sides.left[left]), self._read(self._sides.right[right])) for left, right in chain)
        own = next(read, None)
        while own is not None:
            following = next(read, None)
            onward = back = 0
            if following is not None:
                onward = self._weight(own.left.stems & following.right.stems)
                back = self._weight(following.left.stems & own.right.stems)
            yield self.summed(own, onward, back)
            own = following

    def summed(self, own: Pair[ComparedText], onward: int, back: int) -> AnchorSums:
        """Return the weights of the features of an anchor."""
        left, right = own
        # Anchors share most of what they have: what they do not share is added up.
        both = left.weight - self._weight(left.stems - right.stems)
        are_equal = left.text.forms == right.text.forms
        grams = (0, 0, 0) if are_equal else self._grams(left.text, right.text)
        return AnchorSums(left.weight, right.weight, both, *grams, onward, back)

    def _read(self, text: Text) -> ComparedText:
        """Return a paragraph with its stems."""
        stems = frozenset(text.stems)
        return ComparedText(text, stems, self._weight(stems))

    def _grams(self, first: Text, second: Text) -> tuple[int, int, int]:
        """Return the weights of the trigrams and pairs of neighbouring stems: of the first text, the second, both."""
        forms, other_forms = frozenset(first.forms), frozenset(second.forms)
        pairs, other_pairs = frozenset(pairs_of(first.stems)), frozenset(pairs_of(second.stems))
        rest, other_rest = forms - other_forms, other_forms - forms
        own = self._gram_weight(forms, pairs)
        same = own - self._gram_weight(rest, pairs - other_pairs)
        other = same + self._gram_weight(other_rest, other_pairs - pairs)
        shared = same + sum(map(self._trigrams.__getitem__, _trigrams(rest) & _trigrams(other_rest)))
        return own, other, shared

    def _weight(self, entries: Iterable[int]) -> int:
        """Return the weight of stems or of pairs of stems."""
        return sum(map(self._entries.get, entries, repeat(self._rare)))

    def _gram_weight(self, forms: Set[WordForm], pairs: Set[int]) -> int:
        return sum(map(self._forms.__getitem__, forms)) + self._weight(pairs)


def _trigrams(forms: frozenset[WordForm]) -> set[int]:
    return {trigram for form in forms for trigram in form.trigrams}


class Scale(NamedTuple):
    """The weights of features in a typical article of `article` paragraphs that is `share` of the long text.

    A feature that the long text has `rare` times at most weighs as one that it has once.
    """

    article: int
    share: float
    rare: float

    @classmethod
    def of(cls, sides: Pair[Sequence[Text]], options: Options) -> "Scale":
        """Return the scale of two long texts."""
        article = 2 * options.article_size
        share = article / (len(sides.left) + len(sides.right))
        return cls(article, share, 1 + NEARLY_NEVER / share)

    def weight(self, frequency: int) -> int:
        """Return the squared weight of a feature that the long text has `frequency` times."""
        return round(WEIGHT_UNIT * log(1 + self.article / (1 + (frequency - 1) * self.share)) ** 2)

    def weights(self, frequencies: Mapping[int, int]) -> dict[int, int]:
        """Return the squared weight of every feature, by its frequency in the long text."""
        by_frequency = {frequency: self.weight(frequency) for frequency in set(frequencies.values())}
        return {feature: by_frequency[frequency] for feature, frequency in frequencies.items()}

    def trigrams(self, forms: Mapping[WordForm, int]) -> dict[int, int]:
        """Return the squared weights of the trigrams, from how often the long text has each word."""
        found: Counter[int] = Counter()
        for form, count in forms.items():
            for trigram in form.trigrams:
                found[trigram] += count
        return self.weights(found)


def form_weights(forms: Iterable[WordForm], trigrams: Mapping[int, int]) -> dict[WordForm, int]:
    """Return the sum of the weights of the trigrams of each word."""
    return {form: sum(map(trigrams.__getitem__, form.trigrams)) for form in forms}
