"""The evidence of the features of two texts, before links show what is usual.

signs of both, signs that one lacks, lengths, sentences, numbers of one side      evidence, of which a share counts
question marks, quotation marks, colons, end marks                               form, each part with its own share
"""

from collections.abc import Sequence
from typing import NamedTuple

from diffing.model import Pair
from diffing.translation.form import Form, form_of
from diffing.translation.judged_texts import JudgedTexts
from diffing.translation.options import Options
from diffing.translation.sign_weights import SignWeights
from diffing.translation.texts import Judged, Text, misfit

_MOST_SENTENCES = 3
# The parts of a text that its form has.
_FORM = slice(Text._fields.index("asks"), Text._fields.index("ends") + 1)


class Member(NamedTuple):
    """One of several paragraphs of a group: its length as if on the other side, and what the other side shares."""

    length: float
    shared: float


class Weighed(NamedTuple):
    """The evidence of the features of a candidate, its other costs, what its texts share, and their mean length.

    `evidence`, `form` and what the numbers of `sentences` cost are log-odds, of which a share counts. `shared` is the
    weight of the signs that both texts have. `whole` says of each side whether the whole text counts, not only some of
    its sentences. `repeated` is the evidence of what a headline shares with a longer text: the first paragraph says all
    that it says.
    """

    evidence: float
    form: Form
    sentences: float
    cost: float
    shared: float
    length: float
    whole: Pair[bool] = Pair(True, True)
    members: Sequence[Member] = ()
    repeated: float = 0.0


class Bound(NamedTuple):
    """The most that a group weighs: the evidence and the form of each way to weigh it, and what all ways have."""

    ways: Sequence[tuple[float, Form]]
    sentences: float
    cost: float
    shared: float
    length: float


class Weigher:
    """Weighs a left text and a right one."""

    def __init__(self, texts: JudgedTexts, weights: SignWeights, options: Options) -> None:
        self.texts = texts
        self.weights = weights
        self.options = options
        # What each pair shares, as evidence and as weight.
        self._gains: dict[tuple[int, int], tuple[float, float]] = {}
        # What the form of two texts says, by the parts of both.
        self._forms: dict[tuple[object, object], Form] = {}

    def weigh(self, left: Judged, right: Judged) -> Weighed:
        """Return what the features of two texts say, and what they share."""
        shared = left.text.signs & right.text.signs
        return self.told(left, right, self.weights.both(shared), self.weights.weight(shared))

    def told(self, left: Judged, right: Judged, both: float, shared: float) -> Weighed:
        """Return what the features of two texts say, given what they share as evidence and as weight."""
        options = self.options
        own, own_lacking = left
        other, other_lacking = right
        evidence = both - (own_lacking + other_lacking)
        evidence -= options.length * self.misfit(own, other)
        evidence -= options.lone_number * (own.lone + other.lone)
        form = self.form(own, other)
        sentences = self.sentences(own, other)
        tilt = self.texts.tilt
        return Weighed(evidence, form, sentences, 0.0, shared, (own.length * tilt + other.length / tilt) / 2)

    def gain(self, left: int, right: int) -> tuple[float, float]:
        """Return what a pair of paragraphs shares, as evidence and as weight."""
        found = self._gains.get((left, right))
        if found is None:
            paragraphs = self.texts.paragraphs
            shared = paragraphs.left[left].text.signs & paragraphs.right[right].text.signs
            found = (self.weights.both(shared), self.weights.weight(shared)) if shared else (0.0, 0.0)
            self._gains[left, right] = found
        return found

    def form(self, own: Text, other: Text) -> Form:
        """Return the log-odds of the form of two texts."""
        parts = own[_FORM], other[_FORM]
        found = self._forms.get(parts)
        if found is None:
            found = self._forms[parts] = form_of(own, other, self.options, self.texts.marked)
        return found

    def sentences(self, own: Text, other: Text) -> float:
        """Return the log-odds that the numbers of sentences of two texts cost."""
        return self.options.sentences * min(_MOST_SENTENCES, abs(own.sentences - other.sentences))

    def misfit(self, left: Text, right: Text) -> float:
        """Return how little the lengths of two texts fit."""
        return misfit(left.length * self.texts.tilt, right.length / self.texts.tilt)
