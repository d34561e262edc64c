"""Anchors of a book judged: the log-odds that each is a link, without the cost of weighing it against everything.

    chain    ... 811-814  812-815  813-816 ...
    812-815  its only rivals are 812 with 813, 814, 816 and 817, and 815 with 810, 811, 813 and 814

The numbers are those of a pair in candidates.py. Features weigh what they would in an article where each is as
frequent as in the book. Trigrams are added up word by word, and rivals are compared by their stems alone: of unlike
texts that is nearly the similarity.
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
from diffing.alignment.vocabulary import Form, Text, pairs_of, sequence_of
from diffing.model import Pair
from diffing.text.sequences import order

NEARLY_NEVER = 1 / 50
"""What is to be expected less often than this in an article beside where it was met weighs as if the book had it once.
Of most there is in a book nothing has to be remembered so, and the weights differ by 1 in 100 at most."""


class Read(NamedTuple):
    """A paragraph and its stems, in order and as a set, with their weight."""

    text: Text
    sequence: str
    stems: frozenset[int]
    weight: int


class Scale:
    """What the features of a book weigh."""

    def __init__(self, sides: Pair[Sequence[Text]], held: Pair[Mapping[int, int]], options: Options) -> None:
        """Take the paragraphs, and how often each side has each stem and pair of stems (see anchors.held_by)."""
        forms = Counter(chained.from_iterable(text.forms for side in sides for text in side))
        trigrams: Counter[int] = Counter()
        for form, count in forms.items():
            for trigram in form.trigrams:
                trigrams[trigram] += count
        article = 2 * options.article
        share = article / (len(sides.left) + len(sides.right))
        rare = 1 + NEARLY_NEVER / share
        marks: dict[int, int] = {}
        for own, other in ((held.left, held.right), (held.right, held.left)):
            there = other.get
            marks.update([(mark, both) for mark, count in own.items() if (both := count + there(mark, 0)) > rare])
        self._rare = _weight(1, article, share)
        self._marks = _weights(marks, article, share)
        self._trigrams = _weights(trigrams, article, share)
        self._forms = {form: sum(map(self._trigrams.__getitem__, form.trigrams)) for form in forms}

    def read(self, text: Text) -> Read:
        """The stems of a paragraph."""
        stems = frozenset(text.stems)
        return Read(text, sequence_of(text), stems, self._weight(stems))

    def compare(self, first: Read, second: Read) -> tuple[float, float]:
        """Similarity 0..1, and containment 0..1: the weight of the shared stems in the heavier text."""
        if first.text.forms == second.text.forms:
            return 1.0, 1.0
        stems = self._weight(first.stems & second.stems)
        similarity = stems / sqrt(first.weight * second.weight) if stems else 0.0
        containment = stems / max(first.weight, second.weight) if stems else 0.0
        return (similarity + self._compare_grams(first.text, second.text)) / 2, containment

    def _compare_grams(self, first: Text, second: Text) -> float:
        """The cosine of the trigrams and pairs of neighbouring stems, 0..1."""
        forms, other_forms = frozenset(first.forms), frozenset(second.forms)
        pairs, other_pairs = frozenset(pairs_of(first.stems)), frozenset(pairs_of(second.stems))
        same = forms & other_forms
        shared = self._gram_weight(same, pairs & other_pairs)
        shared += sum(map(self._trigrams.__getitem__, _trigrams(forms - same) & _trigrams(other_forms - same)))
        if not shared:
            return 0.0
        return shared / sqrt(self._gram_weight(forms, pairs) * self._gram_weight(other_forms, other_pairs))

    def _weight(self, marks: Iterable[int]) -> int:
        """The weight of stems or of pairs of stems."""
        return sum(map(self._marks.get, marks, repeat(self._rare)))

    def _gram_weight(self, forms: Set[Form], pairs: Set[int]) -> int:
        return sum(map(self._forms.__getitem__, forms)) + self._weight(pairs)

    def compare_stems(self, first: Read, second: Read) -> float:
        """How alike the stems are, 0..1."""
        stems = self._weight(first.stems & second.stems)
        return stems / sqrt(first.weight * second.weight) if stems else 0.0


def _trigrams(forms: frozenset[Form]) -> set[int]:
    return {trigram for form in forms for trigram in form.trigrams}


def _weight(frequency: int, article: int, share: float) -> int:
    """The squared weight of what the book has so often, in an article that is that share of the book."""
    return round(WEIGHT_UNIT * log(1 + article / (1 + (frequency - 1) * share)) ** 2)


def _weights(frequencies: Mapping[int, int], article: int, share: float) -> dict[int, int]:
    """The squared weight of every feature, by how often the book has it."""
    by_frequency = {frequency: _weight(frequency, article, share) for frequency in set(frequencies.values())}
    return {feature: by_frequency[frequency] for feature, frequency in frequencies.items()}


class _Paired(NamedTuple):
    """An anchor of the chain with what is compared of both its paragraphs."""

    anchor: Anchor
    left: Read
    right: Read


class _Rival(NamedTuple):
    """How alike the stems of an anchor's paragraph and a neighbour's are, and the neighbour."""

    similarity: float
    other: _Paired


def judged(sides: Pair[Sequence[Text]], chain: Sequence[Anchor], scale: Scale, options: Options) -> Iterator[Choice]:
    """The anchors that are certain also when weighed against their neighbours in the chain, the only rivals here."""
    tilt = usual_tilt((sides.left[left].length, sides.right[right].length) for left, right in chain)
    paired = (
        _Paired((left, right), scale.read(sides.left[left]), scale.read(sides.right[right])) for left, right in chain
    )
    own = next(paired, None)
    there: list[_Rival] = []
    here: list[_Rival] = []
    while own is not None:
        following = next(paired, None)
        there_next: list[_Rival] = []
        here_next: list[_Rival] = []
        if following is not None:
            onward, back = (
                scale.compare_stems(own.left, following.right),
                scale.compare_stems(following.left, own.right),
            )
            # Copies of the partner are no rivals: see candidates.Side.rivalry.
            if following.right.text.forms != own.right.text.forms:
                there.append(_Rival(onward, following))
                here_next.append(_Rival(onward, own))
            if following.left.text.forms != own.left.text.forms:
                here.append(_Rival(back, following))
                there_next.append(_Rival(back, own))
        choice = _choice(own, there, here, scale, tilt, options)
        if choice.candidate.odds >= options.anchor:
            yield choice
        own, there, here = following, there_next, here_next


def _choice(
    own: _Paired, there: Sequence[_Rival], here: Sequence[_Rival], scale: Scale, tilt: float, options: Options
) -> Choice:
    """An anchor with its log-odds; `there` are its rivals on the right, `here` those on the left."""
    similarity, containment = scale.compare(own.left, own.right)
    best_there, best_here = max(there, default=None), max(here, default=None)
    background = [rival.similarity for rival in (*there, *here)] or [options.stranger]
    orders = [options.stranger_order]
    if best_there:
        orders.append(order(own.left.sequence, best_there.other.right.sequence))
    if best_here:
        orders.append(order(best_here.other.left.sequence, own.right.sequence))
    numbers = (
        similarity - (best_there.similarity if best_there else options.stranger),
        similarity - (best_here.similarity if best_here else options.stranger),
        sum(background) / len(background),
        containment,
        order(own.left.sequence, own.right.sequence) - max(orders),
        abs(misfit(own.left.text.length, own.right.text.length, tilt, options)),
        0.0,
        1.0,
    )
    (left, right), rival = own.anchor, None
    if best_there and (best_here is None or best_there.similarity >= best_here.similarity):
        rival = _alone(left, best_there.other.anchor[1], best_there.similarity)
    elif best_here:
        rival = _alone(best_here.other.anchor[0], right, best_here.similarity)
    return Choice(_alone(left, right, similarity, weigh(numbers, options.pair_weights)), rival)


def _alone(left: int, right: int, similarity: float, odds: float = 0.0) -> Candidate:
    return Candidate(left, left + 1, right, right + 1, similarity, odds, 0.0)
