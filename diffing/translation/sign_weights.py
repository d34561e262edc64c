"""The evidence of signs in two texts: log-odds by their weight and reason.

12 (weight 2.4)    both have it: 2.4 times what a number says     one lacks it: 2.4 times what its lack says
"""

from collections.abc import Mapping

from diffing.translation.correspondences import Correspondences, Reason
from diffing.translation.options import Evidence, Options
from diffing.translation.texts import Judged, Text


class SignWeights:
    """The weights of signs, and the log-odds if one text has a sign, or both."""

    def __init__(self, known: Correspondences, options: Options) -> None:
        evidence = _evidence_by_reason(options)
        self._weights = known.weights
        self._one = {sign: weight * evidence[known.reasons[sign]].one for sign, weight in known.weights.items()}
        # A sign of both sides is counted as one that each side has alone, too.
        self._both = {
            sign: weight * evidence[known.reasons[sign]].both + 2 * self._one[sign]
            for sign, weight in known.weights.items()
        }

    def weight(self, signs: frozenset[int]) -> float:
        """Return the weight of signs: the fewer paragraphs have one, the greater."""
        return _sum(self._weights, signs)

    def both(self, signs: frozenset[int]) -> float:
        """Return what signs say that two texts have in common, where each has been counted as lacking in both."""
        return _sum(self._both, signs)

    def lacking(self, signs: frozenset[int]) -> float:
        """Return what signs cost that the other text lacks."""
        return _sum(self._one, signs)

    def shared(self, signs: frozenset[int]) -> float:
        """Return what signs say that two texts have in common, and nothing else."""
        return _sum(self._both, signs) - 2 * _sum(self._one, signs)

    def judged(self, text: Text) -> Judged:
        """Return a text with what its signs cost if the other text lacks them."""
        return Judged(text, _sum(self._one, text.signs))


def _sum(weights: Mapping[int, float], signs: frozenset[int]) -> float:
    return sum(map(weights.__getitem__, signs))


def _evidence_by_reason(options: Options) -> Mapping[Reason, Evidence]:
    return {
        Reason.NUMBER: options.numbers,
        Reason.NAMED: options.named,
        Reason.NAME: options.names,
        Reason.CONCEPT: options.concepts,
        Reason.GLOSS: options.glosses,
        Reason.COGNATE: options.cognates,
        Reason.LEARNED: options.learned_words,
    }
