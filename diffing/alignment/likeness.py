"""Doubt in pairs that are far less alike than the sure pairs of the same two articles.

    left 2    Finance minister Greta Solheim said on Wednesday that the money would go to the railway.
    right 2   Finance minister Greta Solheim said on Wednesday that she had never owned shares.

    similarity .41, and 0 beyond 'Finance minister ... that': no pair, if the other paragraphs are hardly changed

Two paragraphs on one subject share some words, and sure neighbours speak for them. But where all that surely
corresponds is nearly equal, two long paragraphs that share little are no pair. Nor are two that share one run of words,
such as the name of a speaker, and little beyond it. Where the sure pairs share little, as in free translations, both
may be pairs.
"""

from collections.abc import Sequence
from functools import cached_property

from diffing.alignment.candidates import Candidate
from diffing.alignment.options import Options
from diffing.alignment.similarity import Features
from diffing.text.sequences import longest_run

SURE_PAIRS = 2
"""Sure pairs that show how alike corresponding paragraphs are, at least: the neighbours of a gap."""

RUN = 3
"""Words of a run, at least: each two texts share a word, and it may be the one that they correspond in."""

MOST_WORDS = 1000
"""Words of a paragraph, at most, in which a run is searched for. It bounds the time."""


def with_likeness(candidates: Sequence[Candidate], features: Features, options: Options) -> list[Candidate]:
    """Return the candidates, with lower odds for those that are far less alike than the sure pairs of the two texts."""
    sure = [one for one in candidates if not one.is_group and one.odds >= options.sure]
    if len(sure) < SURE_PAIRS:
        return list(candidates)
    doubt = _Doubt(features, options, sure)
    return [doubt.cast_on(candidate) for candidate in candidates]


class _Doubt:
    """The doubt in candidates, by what the sure pairs of the texts share."""

    def __init__(self, features: Features, options: Options, sure: Sequence[Candidate]) -> None:
        self._features = features
        self._options = options
        self._sure = sure
        self._words = features.profiles.map(lambda side: [len(profile.sequence) for profile in side])
        self._usual = min(sorted(one.similarity for one in sure)[len(sure) // 4], options.most_likeness)

    def cast_on(self, one: Candidate) -> Candidate:
        """Return the candidate with lower odds if it is less alike than expected, as a whole or beyond one run."""
        options, words = self._options, self._words
        length = min(sum(words.left[one.left : one.left_end]), sum(words.right[one.right : one.right_end]))
        share = min(1.0, (length - options.few_words) / (options.enough_words - options.few_words))
        if share <= 0:
            return one
        expected = options.likeness * (self._usual - options.least_likeness)
        loss = options.unlike * (1 - one.similarity / expected) if one.similarity < expected else 0.0
        # A run is searched for only where the pair would fall with what is beyond it.
        if not one.is_group and loss * share < one.odds < options.unlike_beyond * share:
            loss = max(loss, self._loss_beyond(one))
        return one._replace(odds=one.odds - loss * share) if loss else one

    def _loss_beyond(self, one: Candidate) -> float:
        options = self._options
        expected = options.likeness_beyond * (self._usual - options.least_likeness_beyond)
        if one.similarity >= expected + 1 - options.least_beyond:
            return 0.0  # with so little beyond a run, the run would be most of the texts
        others = len(self._sure) - (one.odds >= options.sure)
        similarity = self._beyond(one) if expected > 0 and others >= SURE_PAIRS else None
        if similarity is None or similarity >= expected:
            return 0.0
        least = next((found for other, found in self._least_beyond if other != one), None)
        expected = expected if least is None else min(expected, options.share_beyond * least)
        return max(0.0, options.unlike_beyond * (1 - similarity / expected)) if expected > 0 else 0.0

    @cached_property
    def _least_beyond(self) -> Sequence[tuple[Candidate, float]]:
        """The two long sure pairs that share least beyond their run, the least first."""
        found = []
        for one in self._sure:
            if min(self._words.left[one.left], self._words.right[one.right]) >= self._options.few_words:
                similarity = self._beyond(one)
                if similarity is not None:
                    found.append((one, similarity))
        return sorted(found, key=lambda pair: pair[1])[:2]

    def _beyond(self, one: Candidate) -> float | None:
        """Return how alike a pair is beyond the longest run of words in both, 0..1, or None if little is beyond it."""
        left, right = self._features.profiles.left[one.left], self._features.profiles.right[one.right]
        if left.key == right.key or max(len(left.sequence), len(right.sequence)) > MOST_WORDS:
            return None
        run = longest_run(left.sequence, right.sequence)
        if len(run) < RUN:
            return one.similarity
        similarity, share = self._features.beyond(left, right, run)
        return similarity if share >= self._options.least_beyond else None
