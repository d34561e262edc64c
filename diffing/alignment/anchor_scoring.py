"""The log-odds that an anchor of a long text is a link, compared only with its neighbours in the chain.

    chain    ... 811-814  812-815  813-816 ...
    812-815  its only rivals are 812 with 814 and 816, and 815 with 811 and 813

The numbers are those of a pair in candidates.py. Features weigh as they would in an article in which each is as
frequent as in the long text. Trigrams are added up word by word. Rivals are compared by their stems alone: for unlike
texts this is close to the similarity.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain as chained
from itertools import repeat
from math import log, sqrt
from typing import NamedTuple

from diffing.alignment.anchors import Anchor
from diffing.alignment.candidates import Candidate
from diffing.alignment.options import Options
from diffing.alignment.scorer import misfit, usual_tilt, weigh
from diffing.alignment.selection import Choice
from diffing.alignment.similarity import WEIGHT_UNIT
from diffing.alignment.vocabulary import Text, WordForm, pairs_of, sequence_of
from diffing.model import Pair
from diffing.text.sequences import order

NEARLY_NEVER = 1 / 50
"""Expected number of further occurrences in an article below which a feature weighs as if the long text had it once.
The counts of most features need not be kept then, and weights differ by 1 in 100 at most.
"""


class ComparedText(NamedTuple):
    """A paragraph and its stems, in order and as a set, with their weight."""

    text: Text
    sequence: str
    stems: frozenset[int]
    weight: int


class FeatureWeights:
    """The weights of the features of two long texts."""

    def __init__(self, sides: Pair[Sequence[Text]], counts: Pair[Mapping[int, int]], options: Options) -> None:
        """Weigh the features of these paragraphs.

        `counts` is how often each side has each stem and pair of stems (see anchors.entry_counts).
        """
        forms = Counter(chained.from_iterable(text.forms for side in sides for text in side))
        trigrams: Counter[int] = Counter()
        for form, count in forms.items():
            for trigram in form.trigrams:
                trigrams[trigram] += count
        article = 2 * options.article_size
        share = article / (len(sides.left) + len(sides.right))
        rare = 1 + NEARLY_NEVER / share
        frequencies: dict[int, int] = {}
        for own, other in ((counts.left, counts.right), (counts.right, counts.left)):
            there = other.get
            frequencies.update(
                [(entry, both) for entry, count in own.items() if (both := count + there(entry, 0)) > rare]
            )
        self._rare = _weight(1, article, share)
        self._entries = _weights(frequencies, article, share)
        self._trigrams = _weights(trigrams, article, share)
        self._forms = {form: sum(map(self._trigrams.__getitem__, form.trigrams)) for form in forms}

    def read(self, text: Text) -> ComparedText:
        """Return a paragraph with its stems."""
        stems = frozenset(text.stems)
        return ComparedText(text, sequence_of(text), stems, self._weight(stems))

    def compare(self, first: ComparedText, second: ComparedText) -> tuple[float, float]:
        """Return the similarity 0..1, and the containment 0..1: the weight of the shared stems in the heavier text."""
        if first.text.forms == second.text.forms:
            return 1.0, 1.0
        # Anchors share most of what they have: what they do not share is added up.
        stems = first.weight - self._weight(first.stems - second.stems)
        similarity = stems / sqrt(first.weight * second.weight) if stems else 0.0
        containment = stems / max(first.weight, second.weight) if stems else 0.0
        return (similarity + self._compare_grams(first.text, second.text)) / 2, containment

    def _compare_grams(self, first: Text, second: Text) -> float:
        """Return the cosine of the trigrams and pairs of neighbouring stems, 0..1."""
        forms, other_forms = frozenset(first.forms), frozenset(second.forms)
        pairs, other_pairs = frozenset(pairs_of(first.stems)), frozenset(pairs_of(second.stems))
        rest, other_rest = forms - other_forms, other_forms - forms
        own = self._gram_weight(forms, pairs)
        same = own - self._gram_weight(rest, pairs - other_pairs)
        other = same + self._gram_weight(other_rest, other_pairs - pairs)
        shared = same + sum(map(self._trigrams.__getitem__, _trigrams(rest) & _trigrams(other_rest)))
        return shared / sqrt(own * other) if shared else 0.0

    def _weight(self, entries: Iterable[int]) -> int:
        """Return the weight of stems or of pairs of stems."""
        return sum(map(self._entries.get, entries, repeat(self._rare)))

    def _gram_weight(self, forms: Set[WordForm], pairs: Set[int]) -> int:
        return sum(map(self._forms.__getitem__, forms)) + self._weight(pairs)

    def compare_stems(self, first: ComparedText, second: ComparedText) -> float:
        """Return the cosine of the stems, 0..1."""
        stems = self._weight(first.stems & second.stems)
        return stems / sqrt(first.weight * second.weight) if stems else 0.0


def _trigrams(forms: frozenset[WordForm]) -> set[int]:
    return {trigram for form in forms for trigram in form.trigrams}


def _weight(frequency: int, article: int, share: float) -> int:
    """Return the squared weight, in an article, of a feature that a long text has `frequency` times.

    The article has `article` paragraphs and is `share` of the long text.
    """
    return round(WEIGHT_UNIT * log(1 + article / (1 + (frequency - 1) * share)) ** 2)


def _weights(frequencies: Mapping[int, int], article: int, share: float) -> dict[int, int]:
    """Return the squared weight of every feature, by its frequency in the long text."""
    by_frequency = {frequency: _weight(frequency, article, share) for frequency in set(frequencies.values())}
    return {feature: by_frequency[frequency] for feature, frequency in frequencies.items()}


class _AnchorTexts(NamedTuple):
    """An anchor of the chain with both its paragraphs prepared for comparison."""

    anchor: Anchor
    left: ComparedText
    right: ComparedText


class _AnchorRival(NamedTuple):
    """The similarity of the stems of an anchor's paragraph and a neighbour's, and that neighbour."""

    similarity: float
    other: _AnchorTexts


def scored_anchors(
    sides: Pair[Sequence[Text]], chain: Sequence[Anchor], weights: FeatureWeights, options: Options
) -> Iterator[Choice]:
    """Yield the anchors that are certain also against their neighbours in the chain, which are their only rivals."""
    tilt = usual_tilt((sides.left[left].length, sides.right[right].length) for left, right in chain)
    paired = (
        _AnchorTexts((left, right), weights.read(sides.left[left]), weights.read(sides.right[right]))
        for left, right in chain
    )
    own = next(paired, None)
    there: list[_AnchorRival] = []
    here: list[_AnchorRival] = []
    while own is not None:
        following = next(paired, None)
        there_next: list[_AnchorRival] = []
        here_next: list[_AnchorRival] = []
        if following is not None:
            onward, back = (
                weights.compare_stems(own.left, following.right),
                weights.compare_stems(following.left, own.right),
            )
            # Copies of the partner are no rivals: see candidates.CandidateSide.rivalry.
            if following.right.text.forms != own.right.text.forms:
                there.append(_AnchorRival(onward, following))
                here_next.append(_AnchorRival(onward, own))
            if following.left.text.forms != own.left.text.forms:
                here.append(_AnchorRival(back, following))
                there_next.append(_AnchorRival(back, own))
        choice = _choice(own, there, here, weights, tilt, options)
        if choice.candidate.odds >= options.anchor and own.left.text.may_match(own.right.text):
            yield choice
        own, there, here = following, there_next, here_next


def _choice(
    own: _AnchorTexts,
    there: Sequence[_AnchorRival],
    here: Sequence[_AnchorRival],
    weights: FeatureWeights,
    tilt: float,
    options: Options,
) -> Choice:
    """Return an anchor with its log-odds; `there` are its rivals on the right, `here` those on the left."""
    similarity, containment = weights.compare(own.left, own.right)
    best_there, best_here = max(there, default=None), max(here, default=None)
    background = [rival.similarity for rival in (*there, *here)] or [options.missing_rival]
    orders = [options.missing_rival_order]
    if best_there:
        orders.append(order(own.left.sequence, best_there.other.right.sequence))
    if best_here:
        orders.append(order(best_here.other.left.sequence, own.right.sequence))
    numbers = (
        similarity - (best_there.similarity if best_there else options.missing_rival),
        similarity - (best_here.similarity if best_here else options.missing_rival),
        sum(background) / len(background),
        containment,
        order(own.left.sequence, own.right.sequence) - max(orders),
        abs(misfit(own.left.text.length, own.right.text.length, tilt, options)),
        0.0,
        1.0,
    )
    (left, right), rival = own.anchor, None
    if best_there and (best_here is None or best_there.similarity >= best_here.similarity):
        rival = _one_to_one(left, best_there.other.anchor[1], best_there.similarity)
    elif best_here:
        rival = _one_to_one(best_here.other.anchor[0], right, best_here.similarity)
    return Choice(_one_to_one(left, right, similarity, weigh(numbers, options.pair_weights)), rival)


def _one_to_one(left: int, right: int, similarity: float, odds: float = 0.0) -> Candidate:
    return Candidate(left, left + 1, right, right + 1, similarity, odds, 0.0)
