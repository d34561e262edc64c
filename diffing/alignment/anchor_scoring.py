"""The log-odds that an anchor of a long text is a link, compared only with its neighbours in the chain.

    chain    ... 811-814  812-815  813-816 ...
    812-815  its only rivals are 812 with 814 and 816, and 815 with 811 and 813

The numbers are those of a pair in candidates.py, from weights of their own (feature_weights.py).
Rivals are compared by their stems alone: for unlike texts this is close to the similarity.
"""

from collections.abc import Iterator, Sequence
from math import sqrt
from typing import NamedTuple

from diffing.alignment.anchors import Anchor
from diffing.alignment.candidates import Candidate
from diffing.alignment.feature_weights import AnchorSums, AnchorWeights
from diffing.alignment.options import Options
from diffing.alignment.scorer import misfit, usual_tilt, weigh
from diffing.alignment.selection import Choice
from diffing.alignment.vocabulary import Text, sequence_of
from diffing.model import Pair
from diffing.text.sequences import order


class _AnchorTexts(NamedTuple):
    """An anchor of the chain with both its paragraphs, their stems in order, and the weights of their features."""

    anchor: Anchor
    left: Text
    right: Text
    left_sequence: str
    right_sequence: str
    sums: AnchorSums


class _AnchorRival(NamedTuple):
    """The similarity of the stems of an anchor's paragraph and a neighbour's, and that neighbour."""

    similarity: float
    other: _AnchorTexts


def scored_anchors(
    sides: Pair[Sequence[Text]], chain: Sequence[Anchor], weights: AnchorWeights, options: Options
) -> Iterator[Choice]:
    """Yield the anchors that are certain also against their neighbours in the chain, which are their only rivals."""
    tilt = usual_tilt((sides.left[left].length, sides.right[right].length) for left, right in chain)
    paired = _paired(sides, chain, weights)
    own = next(paired, None)
    there: list[_AnchorRival] = []
    here: list[_AnchorRival] = []
    while own is not None:
        following = next(paired, None)
        there_next: list[_AnchorRival] = []
        here_next: list[_AnchorRival] = []
        if following is not None:
            onward = _cosine(own.sums.left, following.sums.right, own.sums.onward)
            back = _cosine(following.sums.left, own.sums.right, own.sums.back)
            # Copies of the partner are no rivals: see candidates.CandidateSide.rivalry.
            if following.right.forms != own.right.forms:
                there.append(_AnchorRival(onward, following))
                here_next.append(_AnchorRival(onward, own))
            if following.left.forms != own.left.forms:
                here.append(_AnchorRival(back, following))
                there_next.append(_AnchorRival(back, own))
        choice = _choice(own, there, here, tilt, options)
        if choice.candidate.odds >= options.anchor and own.left.may_match(own.right):
            yield choice
        own, there, here = following, there_next, here_next


def _paired(sides: Pair[Sequence[Text]], chain: Sequence[Anchor], weights: AnchorWeights) -> Iterator[_AnchorTexts]:
    for anchor, sums in zip(chain, weights.sums(chain), strict=True):
        left, right = sides.left[anchor[0]], sides.right[anchor[1]]
        yield _AnchorTexts(anchor, left, right, sequence_of(left), sequence_of(right), sums)


def _cosine(first: int, second: int, both: int) -> float:
    """Return the cosine of two texts by the weights of their features, 0..1."""
    return both / sqrt(first * second) if both else 0.0


def _choice(
    own: _AnchorTexts,
    there: Sequence[_AnchorRival],
    here: Sequence[_AnchorRival],
    tilt: float,
    options: Options,
) -> Choice:
    """Return an anchor with its log-odds; `there` are its rivals on the right, `here` those on the left."""
    left_sequence, right_sequence = own.left_sequence, own.right_sequence
    similarity, containment = _likeness(own)
    best_there, best_here = max(there, default=None), max(here, default=None)
    background = [rival.similarity for rival in (*there, *here)] or [options.missing_rival]
    orders = [options.missing_rival_order]
    if best_there:
        orders.append(order(left_sequence, best_there.other.right_sequence))
    if best_here:
        orders.append(order(best_here.other.left_sequence, right_sequence))
    numbers = (
        similarity - (best_there.similarity if best_there else options.missing_rival),
        similarity - (best_here.similarity if best_here else options.missing_rival),
        sum(background) / len(background),
        containment,
        order(left_sequence, right_sequence) - max(orders),
        abs(misfit(own.left.length, own.right.length, tilt, options)),
        0.0,
        1.0,
    )
    (left, right), rival = own.anchor, None
    if best_there and (best_here is None or best_there.similarity >= best_here.similarity):
        rival = _one_to_one(left, best_there.other.anchor[1], best_there.similarity)
    elif best_here:
        rival = _one_to_one(best_here.other.anchor[0], right, best_here.similarity)
    return Choice(_one_to_one(left, right, similarity, weigh(numbers, options.pair_weights)), rival)


def _likeness(own: _AnchorTexts) -> tuple[float, float]:
    """Return the similarity 0..1, and the containment 0..1: the weight of the shared stems in the heavier text."""
    if own.left.forms == own.right.forms:
        return 1.0, 1.0
    left, right, both, left_grams, right_grams, both_grams, *_ = own.sums
    similarity = (_cosine(left, right, both) + _cosine(left_grams, right_grams, both_grams)) / 2
    return similarity, both / max(left, right) if both else 0.0


def _one_to_one(left: int, right: int, similarity: float, odds: float = 0.0) -> Candidate:
    return Candidate(left, left + 1, right, right + 1, similarity, odds, 0.0)
