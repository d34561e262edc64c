"""Likeness: how much two articles share, by their signatures alone.

    two reports on one ferry         words .34, facts .78     likeness .51
    reports on two ferries           words .23, facts .00     likeness .09
    two weather reports, one form    words .47, facts .10     likeness .24

Two articles on one subject share words; two articles on one event share names and figures too. So both shares are
asked for: the likeness is their geometric mean. A share is the weight of what both have, divided by the weight of all
that the article with less of it has. A word weighs more the fewer articles have it.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from diffing.finding.signatures import FACT, Signature

BACKGROUND = 50
"""Articles that are added to the number of articles. In a folder of three, a word that two have is no common word."""

LEAST_STEMS = 12
"""Words that a share is taken of at least: a headline of five words is soon contained in any article."""

MOST_TIMES = 16
"""Times that an article may be larger than the other one, by its words or its facts, before the share becomes less: a
book contains the words of every report, and tells none of their events. What is copied from it is found by shingles."""

PRIOR_FACTS = 2
"""Names and figures that are added to both sides, and that agree as much as the words do. An article without any is
judged by its words."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """The shares of words and of facts that two articles have in common, both 0..1."""

    words: float
    facts: float

    @property
    def score(self) -> float:
        """The geometric mean of both, 0..1."""
        return math.sqrt(self.words * self.facts)


class Weights:
    """The weight of each feature: its inverse document frequency, which grows as fewer articles have it.

    `documents` is the number of articles, `counts` of how many of them have a feature. A feature that is not counted
    counts as one article.
    """

    def __init__(self, documents: int = 2, counts: Mapping[int, int] | None = None) -> None:
        all_documents = documents + BACKGROUND
        self._of = {feature: math.log(all_documents / count) for feature, count in (counts or {}).items()}
        self._other = math.log(all_documents)

    def total(self, features: Iterable[int]) -> float:
        """Return the weight of some features together."""
        of, other = self._of, self._other
        return sum([of.get(feature, other) for feature in features])

    @property
    def highest(self) -> float:
        """The weight of a feature that one article has."""
        return self._other


def counts_of(signatures: Iterable[Signature]) -> Counter[int]:
    """Return how many articles have each feature: stems, and facts with another number."""
    counts: Counter[int] = Counter()
    for one in signatures:
        counts.update(one.stems)
        counts.update(facts_of(one))
    return counts


def facts_of(one: Signature) -> list[int]:
    """Return the facts of a signature as features."""
    return [FACT | fact for fact in one.facts]


class Weighed:
    """A signature with its weights, to be compared with many others."""

    def __init__(self, one: Signature, weights: Weights) -> None:
        self._weights = weights
        self._stems = frozenset(one.stems)
        self._facts = frozenset(one.facts)
        self.stems_weight = weights.total(self._stems)
        self.facts_weight = weights.total(facts_of(one))

    def likeness(
        self, other: Signature, stems_weight: float, facts_weight: float, least: float = 0.0
    ) -> Likeness | None:
        """Return the likeness to another signature, whose weights are given; None where its score is less than `least`.

        Most articles that share rare words share hardly a fact. Facts are few, so they are looked at first: even if all
        words were shared, the score could not be more than they allow.
        """
        weights = self._weights
        prior = PRIOR_FACTS * weights.highest
        shared = weights.total([FACT | fact for fact in self._facts.intersection(other.facts)])
        all_facts = _weight_of_less(self.facts_weight, facts_weight) + prior
        if (shared + prior) / all_facts < least * least:
            return None
        all_stems = max(_weight_of_less(self.stems_weight, stems_weight), LEAST_STEMS * weights.highest / 2)
        words = min(1.0, weights.total(self._stems.intersection(other.stems)) / all_stems)
        found = Likeness(words, (shared + prior * words) / all_facts)
        return found if found.score >= least else None


def _weight_of_less(one: float, other: float) -> float:
    """Return the weight that a share is taken of: that of the article with less, or a part of a very large one."""
    return max(min(one, other), max(one, other) / MOST_TIMES)


def likeness(left: Signature, right: Signature, weights: Weights | None = None) -> Likeness:
    """Return the likeness of two articles; by default, they are all that is known of their language."""
    if weights is None:
        weights = Weights(2, counts_of((left, right)))
    other = Weighed(right, weights)
    found = Weighed(left, weights).likeness(right, other.stems_weight, other.facts_weight)
    assert found is not None
    return found
