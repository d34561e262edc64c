"""The index of two long texts, and the weights of their features: in arrays where numpy is installed, else in sets.

numpy is installed, 31,000 paragraphs     book_arrays.py, in half of the time
no numpy, or 200 paragraphs               anchors.py and feature_weights.py: the same anchors, weights and links
"""

from collections.abc import Sequence
from importlib.util import find_spec
from typing import Protocol

from diffing.alignment.anchors import Anchor, entry_counts, index_entries, index_rows, mutual_best_pairs, stem_pairs
from diffing.alignment.feature_weights import AnchorWeights, FeatureWeights
from diffing.alignment.options import Options
from diffing.alignment.vocabulary import Text
from diffing.model import Pair

LEAST_PARAGRAPHS = 4_000
"""Paragraphs of both sides from which arrays are worth the .1 s in which numpy is loaded."""


class BookIndex(Protocol):
    """The index of two long texts, and the weights of their features."""

    @property
    def weights(self) -> AnchorWeights:
        """The weights of the features."""

    def best_pairs(self) -> dict[Anchor, bool]:
        """Return the pairs that are each other's best in the index; see anchors.mutual_best_pairs."""


class PlainIndex:
    """An index in sets and dictionaries."""

    def __init__(self, sides: Pair[Sequence[Text]], options: Options) -> None:
        self._sides = sides
        self._options = options
        self._rows = index_rows(sides)
        counts = entry_counts(self._rows)
        self.weights = FeatureWeights(sides, counts, options)
        self._entries = index_entries(counts, sum(map(len, sides)), options)

    def best_pairs(self) -> dict[Anchor, bool]:
        """Return the pairs that are each other's best in the index."""
        return mutual_best_pairs(self._rows, stem_pairs(self._sides), self._entries, self._options)


def index_of(sides: Pair[Sequence[Text]], options: Options) -> BookIndex:
    """Return the index of two long texts."""
    if sum(map(len, sides)) >= LEAST_PARAGRAPHS and find_spec("numpy"):
        from diffing.alignment.book_arrays import BookArrays  # loads numpy

        return BookArrays(sides, options)
    return PlainIndex(sides, options)
