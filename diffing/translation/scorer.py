"""The log-odds that paragraphs of two languages correspond.

    signs that both have    12, Weber, pferd-horse        +
    signs that one lacks    Berlin, which others have     -
    lengths                 412 and 388, usual ratio .9   -  the less they fit
    form                    both ask, one quotes          +  or -
    nothing in common       where links of this length share much      -

See options.py for the weights. A group of paragraphs is judged as one text: the union of its signs, the sum of its
lengths. What the features say is weighed once (`weighing`, `pair_weighing`, `group_weighing`); how far it counts, the
links show (`usual`).
"""

from collections.abc import Callable, Sequence
from math import log, sqrt

from diffing.alignment.candidates import Candidate
from diffing.alignment.scorer import Cells
from diffing.model import Pair
from diffing.translation.contents import Content
from diffing.translation.correspondences import Correspondences, Signs
from diffing.translation.form import NO_FORM, Form
from diffing.translation.group_weighing import group_bound, group_weighed
from diffing.translation.judged_texts import JudgedTexts, PartsOf
from diffing.translation.options import Options
from diffing.translation.pair_weighing import pair_weighed
from diffing.translation.sign_weights import SignWeights
from diffing.translation.texts import tilt_of
from diffing.translation.usual import Shown, Usual, assumed, usual_of
from diffing.translation.weighing import Bound, Weighed, Weigher

# How many times as long as the other text one is that may have it and more.
_LONGER = 1.3
# Paragraphs that are assumed besides, of which links leave out as many as usual: few paragraphs prove little.
_ASSUMED = 12
HOPELESS = -6.0
"""Log-odds of a pair, at most, that is in no group. A half of a merged paragraph lacks what the other half has."""
# Standard deviations by which what two texts share is less than usual, and which say nothing yet; and what is added to
# the expected value, whose root the deviation is.
_USUALLY_MISSED, _EXPECTED_SLACK = 1.0, 2.0

Learned = Callable[[range, range], float]
"""The standard deviations by which the words that were learned from links say more than usual of left and right."""


class Scorer:
    """Weighs candidates; `learned` is set when words have been learned.

    `lone`, what each paragraph loses by what it has alone, is set when links show what is usual. `tilt` is the square
    root of the usual ratio of lengths, right to left; by default that of these texts. `parts_of` are the sentences of
    the paragraphs; by default those that their features have.
    """

    def __init__(
        self,
        contents: Pair[Sequence[Content]],
        signs: Signs,
        known: Correspondences,
        options: Options,
        tilt: float = 0.0,
        parts_of: PartsOf | None = None,
    ) -> None:
        """Read the features and the signs of the texts."""
        self.options = options
        self.sizes = contents.map(len)
        self.learned: Learned | None = None
        self.lone: Pair[Sequence[float]] | None = None
        # What pairs and groups weigh, and groups at most.
        self._known: dict[tuple[Cells, bool], list[Weighed]] = {}
        self._bounds: dict[tuple[Cells, bool], Bound] = {}
        self._usual = assumed(options)
        # Log-odds of being a translation of each other that texts in the same place gain, as links leave out little.
        self._faithful = 0.0
        # What is usual by the other links, of each link.
        self._others: dict[tuple[Cells, bool], Usual] = {}
        # The log-odds of a form by what is usual.
        self._form_odds: dict[Form, float] = {}
        self._signs = SignWeights(known, options)
        parts_of = parts_of or (lambda side, at: (contents.right if side else contents.left)[at].parts)
        self._texts = JudgedTexts(contents, signs, known, self._signs, tilt or tilt_of(contents), parts_of)
        self._weigher = Weigher(self._texts, self._signs, options)
        self.may_fit = self._texts.may_fit

    def odds(self, cells: Cells, is_open: bool = False) -> float:
        """Return the log-odds that the texts of a pair or of a group correspond.

        An open group has two paragraphs of a side, and the one between them is not of it.
        """
        found = self._weighed(cells, is_open)
        usual = self._others.get((cells, is_open), self._usual)
        lefts, rights = _places(cells, is_open)
        odds = self._with_usual(found[0], lefts, rights, usual)
        if len(found) > 1:
            odds = max([odds, *[self._with_usual(one, lefts, rights, usual) for one in found[1:]]])
        return odds + self.options.learned * self.learned(lefts, rights) if self.learned else odds

    def at_most(self, cells: Cells, is_open: bool = False) -> float:
        """Return log-odds that those of a group do not exceed, for a part of the work; see group_bound()."""
        lefts, rights = _places(cells, is_open)
        found = self._bounds.get((cells, is_open))
        if found is None:
            found = self._bounds[cells, is_open] = group_bound(self._weigher, lefts, rights)
        usual = self._others.get((cells, is_open), self._usual)
        odds = max([usual.trust * evidence + self._odds_of_form(form, usual) for evidence, form in found.ways])
        odds += self.options.constant - found.cost - self._missed(found.length, found.shared)
        odds -= usual.trust * usual.sentences * found.sentences
        if self.lone:
            odds -= sum([self.lone.left[at] for at in lefts]) + sum([self.lone.right[at] for at in rights])
            odds -= 0.0 if found.shared else usual.bare
        return odds + self.options.learned * self.learned(lefts, rights) if self.learned else odds

    def expect_as_in(self, links: Sequence[Candidate]) -> None:
        """Let each pair lose what it shares less than these links do for their lengths."""
        cells = [(link[:4], any(link.gap)) for link in links]
        self._usual, others = usual_of([self._shown(link) for link in links], self.options)
        self._others = dict(zip(cells, others, strict=True))
        self._form_odds = {}
        paragraphs, usual = sum(self.sizes), self.options.usually_left_out
        alone = paragraphs - sum([len(places) for link in links for places in places_of(link)])
        self._faithful = max(0.0, log(usual * (paragraphs + _ASSUMED) / (alone + usual * _ASSUMED)))

    def support(self, lefts: range, rights: range) -> float:
        """Return the log-odds that come from what the texts of a pair or of a group have in common.

        Their form counts half, for more texts have that in common than signs, and only if it is alike.
        """
        own, other = self._texts.of(0, lefts).text, self._texts.of(1, rights).text
        form = self._odds_of_form(self._weigher.form(own, other), self._usual)
        return self._shared_evidence(own.signs & other.signs) + max(0.0, form) / 2

    def contained(self, left: int, right: int) -> float | None:
        """Return the log-odds that the longer one of two paragraphs has all that the shorter one says and asks.

        What only the longer one has does not count, nor do lengths. None if the two are about as long, or if only the
        shorter one is a headline: it has no sentence to lose, and says what others say too.
        """
        lefts, rights = range(left, left + 1), range(right, right + 1)
        own, other = self._texts.of(0, lefts), self._texts.of(1, rights)
        lengths = self._texts.lengths(own, other)
        if max(lengths) < _LONGER * min(lengths):
            return None
        short, long = (own, other) if lengths[0] < lengths[1] else (other, own)
        if self._texts.is_headline(short, long):
            return None
        common = own.text.signs & other.text.signs
        odds = self._shared_evidence(common) - self._usual.trust * (short.lacking - self._signs.lacking(common))
        odds -= self._usual.trust * self.options.lone_number * short.text.lone
        odds -= self._missed(min(lengths), self._signs.weight(common))
        form = self._weigher.form(short.text, long.text)
        has_part = (short.text.asks, short.text.quotes, short.text.has_colon, not short.text.ends)
        odds += sum(
            [trust * part for trust, part, has in zip(self._usual.form_trust, form, has_part, strict=True) if has]
        )
        if self.lone:
            odds -= self.lone.left[left] if short is own else self.lone.right[right]
        if self.learned:
            odds += self.options.learned * self.learned(lefts, rights)
        return odds

    def _shown(self, link: Candidate) -> Shown:
        """Return what a link shows."""
        found = self._weighed(link[:4], any(link.gap))[0]
        texts = [self._texts.of(side, places).text for side, places in enumerate(places_of(link))]
        weight = sum([self._signs.weight(text.signs) for text in texts])
        signs = len(texts[0].signs & texts[1].signs)
        return Shown(found.shared, weight, found.length, found.form, not found.sentences, signs)

    def _shared_evidence(self, common: frozenset[int]) -> float:
        """Return the log-odds that come from signs that two texts have in common."""
        return self._usual.trust * self._signs.shared(common)

    def _missed(self, length: float, shared: float) -> float:
        """Return the log-odds lost by sharing less than usual for a length."""
        expected = self._usual.per_letter * length
        missed = (expected - shared) / sqrt(expected + _EXPECTED_SLACK) - _USUALLY_MISSED
        return self.options.missed * max(0.0, missed)

    def _odds_of_form(self, form: Form, usual: Usual) -> float:
        """Return the log-odds of the parts of a form, as far as they count by what is usual."""
        if usual is not self._usual:
            return _form_evidence(usual, form)
        found = self._form_odds.get(form)
        if found is None:
            found = self._form_odds[form] = _form_evidence(usual, form)
        return found

    def _with_usual(self, weighed: Weighed, lefts: range, rights: range, usual: Usual) -> float:
        """Return the log-odds of texts with what links say of what is usual."""
        evidence = weighed.evidence - usual.sentences * weighed.sentences
        odds = self.options.constant + usual.trust * evidence - weighed.cost
        if weighed.form != NO_FORM:
            odds += self._odds_of_form(weighed.form, usual)
        if usual.per_letter:
            odds -= self._missed_by(weighed, usual)
        if self.lone:
            odds -= sum([self.lone.left[at] for at in lefts]) if weighed.whole.left else 0.0
            odds -= sum([self.lone.right[at] for at in rights]) if weighed.whole.right else 0.0
        if weighed.repeated:
            # As far as links show that headlines stand for headlines. It leaves hope for a group of the two.
            cost = usual.trust * usual.form_trust[-1] * weighed.repeated - self._faithful
            odds -= max(0.0, min(cost, odds - HOPELESS - 1))
        return odds

    def _missed_by(self, weighed: Weighed, usual: Usual) -> float:
        """Return the log-odds lost by sharing less than links do; see _missed().

        Signs are shared by chance, so that of links with n on average e^-n share none. Texts that share none and no
        part of the form lose these n.
        """
        missed = self._missed(weighed.length, weighed.shared)
        if weighed.members:
            missed = max([missed, sum([self._missed(*member) for member in weighed.members])])
        if weighed.shared or not self.lone:
            return missed
        bare = missed + usual.bare
        return bare if max(weighed.form) > 0 else max(bare, usual.signs_per_letter * weighed.length - self._faithful)

    def _weighed(self, cells: Cells, is_open: bool) -> list[Weighed]:
        """Return what the texts of a pair or of a group weigh, and those of a pair also in part."""
        found = self._known.get((cells, is_open))
        if found is None:
            left, left_end, right, right_end = cells
            if left_end - left + right_end - right == 2:
                found = pair_weighed(self._weigher, left, right)
            else:
                found = group_weighed(self._weigher, *_places(cells, is_open))
            self._known[cells, is_open] = found
        return found


def places_of(candidate: Candidate) -> tuple[range, range]:
    """Return the paragraphs of a candidate."""
    left, left_end, right, right_end, *_, gap = candidate
    return _places((left, left_end, right, right_end), any(gap))


def _places(cells: Cells, is_open: bool) -> tuple[range, range]:
    """Return the paragraphs of a pair or of a group; an open one has every other one only, the first and the last."""
    left, left_end, right, right_end = cells
    step = 2 if is_open else 1
    return range(left, left_end, step), range(right, right_end, step)


def _form_evidence(usual: Usual, form: Form) -> float:
    """Return the log-odds of the parts of the form, as far as they count."""
    return sum([trust * part for trust, part in zip(usual.form_trust, form, strict=True)])
