"""The log-odds that paragraphs of two languages correspond.

    signs that both have    12, Weber, pferd-horse        +
    signs that one lacks    Berlin, which others have     -
    lengths                 412 and 388, usual ratio .9   -  the less they fit
    form                    both ask, one quotes          +  or -
    nothing in common       where links of this length share much      -

See options.py for the weights. A group of paragraphs is judged as one text: the union of its signs, the sum of its
lengths.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate, combinations, pairwise
from math import sqrt
from typing import NamedTuple

from diffing.alignment.candidates import Candidate
from diffing.alignment.scorer import Cells
from diffing.model import Pair
from diffing.translation.contents import Content
from diffing.translation.correspondences import Correspondences, Reason, Signs
from diffing.translation.form import NO_FORM, Form, form_at_most, form_of, summed
from diffing.translation.options import Evidence, Options
from diffing.translation.texts import SLACK, Judged, Text, joined_text, misfit, text_of, tilt_of
from diffing.translation.usual import Shown, Usual, assumed, usual_of

# How many times as long as usual one text of a group may be.
_MOST_TIMES = 2.5
_MOST_SENTENCES = 3
# Sentences of a text that is shared out among the paragraphs of a group, at most.
_MOST_SHARED_OUT = 12
# How many times as long as the other text one is whose first or last sentences are weighed alone, and what both share,
# at least.
_MUCH_LONGER, _LEAST_SHARED = 1.4, 2.0
# How many times as long as the other text one is that may have it and more.
_LONGER = 1.3
# Share of the paragraphs of each side that have an end mark, above which one without it is a headline or the like.
_MARKED = 0.5
# Standard deviations by which what two texts share is less than usual, and which say nothing yet; and what is added to
# the expected value, whose root the deviation is.
_USUALLY_MISSED, _EXPECTED_SLACK = 1.0, 2.0

PartsOf = Callable[[int, int], Sequence[Content]]
"""The sentences of a paragraph: of the left side (0) or the right one (1), by its number."""

Learned = Callable[[range, range], float]
"""The standard deviations by which the words that were learned from links say more than usual of left and right."""


class Member(NamedTuple):
    """One of several paragraphs of a group: its length as if on the other side, and what the other side shares."""

    length: float
    shared: float


class _Weighed(NamedTuple):
    """The evidence of the features of a candidate, its other costs, what its texts share, and their mean length.

    `evidence` and `form` are log-odds, of which a share counts. `shared` is the weight of the signs that both texts
    have. `whole` says of each side whether the whole text counts, not only some of its sentences.
    """

    evidence: float
    form: Form
    cost: float
    shared: float
    length: float
    whole: Pair[bool] = Pair(True, True)
    members: Sequence[Member] = ()


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
        self._known: dict[tuple[Cells, bool], list[_Weighed]] = {}
        # What groups weigh at most; what each pair shares, as evidence and as weight.
        self._bounds: dict[tuple[Cells, bool], list[_Weighed]] = {}
        self._gains: dict[tuple[int, int], tuple[float, float]] = {}
        self._weights = known.weights
        self._usual = assumed(options)
        # What is usual by the other links, of each link.
        self._others: dict[tuple[range, range], Usual] = {}
        # The sum of the lengths before each paragraph.
        self._lengths = contents.map(lambda side: [0.0, *accumulate(content.length for content in side)])
        self._parts_of = parts_of or (lambda side, at: (contents.right if side else contents.left)[at].parts)
        self._sources = (known.of_left, known.lone.left), (known.of_right, known.lone.right)
        self._known_parts: dict[tuple[int, int, int, int], Judged] = {}
        self._joined: Pair[dict[range, Judged]] = Pair({}, {})
        self.tilt = tilt or tilt_of(contents)
        evidence = _evidence_by_reason(options)
        self._one = {sign: weight * evidence[known.reasons[sign]].one for sign, weight in known.weights.items()}
        # A sign of both sides is counted as one that each side has alone, too.
        self._both = {
            sign: weight * evidence[known.reasons[sign]].both + 2 * self._one[sign]
            for sign, weight in known.weights.items()
        }
        self._texts = Pair(
            [self._judged(text_of(*one, known.lone.left)) for one in zip(contents.left, signs.left, strict=True)],
            [self._judged(text_of(*one, known.lone.right)) for one in zip(contents.right, signs.right, strict=True)],
        )
        # The share of the paragraphs that have an end mark, on the side that has fewer: Thai has none.
        self._marked = min([sum([text.ends for text, _ in side]) / max(1, len(side)) for side in self._texts])

    def odds(self, cells: Cells, is_open: bool = False) -> float:
        """Return the log-odds that the texts of a pair or of a group correspond.

        An open group has two paragraphs of a side, and the one between them is not of it.
        """
        return self._greatest(self._weighed(cells, is_open), *_places(cells, is_open))

    def at_most(self, cells: Cells, is_open: bool = False) -> float:
        """Return log-odds that those of a group do not exceed, for a part of the work; see _bound()."""
        lefts, rights = _places(cells, is_open)
        found = self._bounds.get((cells, is_open))
        if found is None:
            found = self._bounds[cells, is_open] = self._bound(lefts, rights)
        return self._greatest(found, lefts, rights)

    def expect_as_in(self, links: Sequence[Candidate]) -> None:
        """Let each pair lose what it shares less than these links do for their lengths."""
        places = [places_of(link) for link in links]
        self._usual, others = usual_of([self._shown(link) for link in links], self.options)
        self._others = dict(zip(places, others, strict=True))

    def _shown(self, link: Candidate) -> Shown:
        """Return what a link shows."""
        found = self._weighed((link.left, link.left_end, link.right, link.right_end), any(link.gap))[0]
        texts = [self._text(side, places).text for side, places in enumerate(places_of(link))]
        weight = sum([self._sum(self._weights, text.signs) for text in texts])
        return Shown(found.shared, weight, found.length, found.form)

    def support(self, lefts: range, rights: range) -> float:
        """Return the log-odds that come from what the texts of a pair or of a group have in common.

        Their form counts half, for more texts have that in common than signs, and only if it is alike.
        """
        own, other = self._text(0, lefts).text, self._text(1, rights).text
        form = _form_evidence(self._usual, form_of(own, other, self.options, self._marked))
        return self._shared_evidence(own.signs & other.signs) + max(0.0, form) / 2

    def _shared_evidence(self, common: frozenset[int]) -> float:
        """Return the log-odds that come from signs that two texts have in common."""
        return self._usual.trust * (self._sum(self._both, common) - 2 * self._sum(self._one, common))

    def contained(self, left: int, right: int) -> float | None:
        """Return the log-odds that the longer one of two paragraphs has all that the shorter one says and asks.

        What only the longer one has does not count, nor do lengths. None if the two are about as long, or if only the
        shorter one is a headline: it has no sentence to lose, and says what others say too.
        """
        lefts, rights = range(left, left + 1), range(right, right + 1)
        own, other = self._text(0, lefts), self._text(1, rights)
        lengths = own.text.length * self.tilt, other.text.length / self.tilt
        if max(lengths) < _LONGER * min(lengths):
            return None
        short, long = (own, other) if lengths[0] < lengths[1] else (other, own)
        if self._is_headline(short, long):
            return None
        common = own.text.signs & other.text.signs
        lacking = short.lacking - self._sum(self._one, common)
        odds = self._shared_evidence(common) - self._usual.trust * lacking
        odds -= self._usual.trust * self.options.lone_number * short.text.lone
        odds -= self._missed(min(lengths), self._sum(self._weights, common))
        form = self._weigh(short, long).form
        has_part = (short.text.asks, short.text.quotes, short.text.has_colon, not short.text.ends)
        odds += sum(
            [trust * part for trust, part, has in zip(self._usual.form_trust, form, has_part, strict=True) if has]
        )
        if self.lone:
            odds -= self.lone.left[left] if short is own else self.lone.right[right]
        if self.learned:
            odds += self.options.learned * self.learned(lefts, rights)
        return odds

    def _missed(self, length: float, shared: float) -> float:
        """Return the log-odds lost by sharing less than usual for a length."""
        expected = self._usual.per_letter * length
        missed = (expected - shared) / sqrt(expected + _EXPECTED_SLACK) - _USUALLY_MISSED
        return self.options.missed * max(0.0, missed)

    def _greatest(self, found: Sequence[_Weighed], lefts: range, rights: range) -> float:
        """Return the log-odds of texts, given what they weigh as a whole and in other ways: the greatest ones."""
        usual = self._others.get((lefts, rights), self._usual)
        odds = self._with_usual(found[0], lefts, rights, usual)
        if len(found) > 1:
            odds = max([odds, *[self._with_usual(one, lefts, rights, usual) for one in found[1:]]])
        return odds + self.options.learned * self.learned(lefts, rights) if self.learned else odds

    def _with_usual(self, weighed: _Weighed, lefts: range, rights: range, usual: Usual) -> float:
        """Return the log-odds of texts with what links say of what is usual."""
        odds = self.options.constant + usual.trust * weighed.evidence - weighed.cost
        if weighed.form != NO_FORM:
            odds += _form_evidence(usual, weighed.form)
        if usual.per_letter:
            missed = self._missed(weighed.length, weighed.shared)
            if weighed.members:
                missed = max([missed, sum([self._missed(*member) for member in weighed.members])])
            odds -= missed
        if self.lone:
            odds -= sum([self.lone.left[at] for at in lefts]) if weighed.whole.left else 0.0
            odds -= sum([self.lone.right[at] for at in rights]) if weighed.whole.right else 0.0
            odds -= 0.0 if weighed.shared else usual.bare
        return odds

    def _weighed(self, cells: Cells, is_open: bool) -> list[_Weighed]:
        """Return what the texts of a pair or of a group weigh, and those of a pair also in part."""
        found = self._known.get((cells, is_open))
        if found is None:
            lefts, rights = _places(cells, is_open)
            own, other = self._text(0, lefts), self._text(1, rights)
            more = lefts[-1] - lefts[0] + rights[-1] - rights[0]
            if more:
                whole = self._weigh(own, other)
                members = [
                    *self._members(self._texts.left, lefts, other.text, self.tilt),
                    *self._members(self._texts.right, rights, own.text, 1 / self.tilt),
                ]
                shared_out = max(self._shared_out(lefts, rights), key=_told, default=None)
                found = [(shared_out or whole._replace(members=members))._replace(cost=self.options.group * more)]
            else:
                whole = self._told(own, other, *self._gain(lefts.start, rights.start))
                found = [whole]
                if whole.shared >= _LEAST_SHARED:
                    parts = list(self._in_part(lefts.start, rights.start, own, other))
                    found += [max(parts, key=lambda one: one.evidence)] if parts else []
            self._known[cells, is_open] = found
        return found

    def _bound(self, lefts: range, rights: range) -> list[_Weighed]:
        """Return what a group weighs at most: as a whole, and where its paragraphs have sentences of the other text.

        It shares what its pairs share, at most. By its sentences, all lengths may fit, and each paragraph lacks what it
        lacks alone.
        """
        options = self.options
        both = shared = 0.0
        for left in lefts:
            for right in rights:
                gain = self._gain(left, right)
                both += gain[0]
                shared += gain[1]
        own, other = self._text(0, lefts), self._text(1, rights)
        cost = options.group * (lefts[-1] - lefts[0] + rights[-1] - rights[0])
        whole = self._told(own, other, both, shared, cost)
        joined, one, texts, places = own, other, self._texts.left, lefts
        if len(lefts) == 1:
            joined, one, texts, places = other, own, self._texts.right, rights
        if one.text.sentences < len(places):
            return [whole]
        many = texts[places.start : places.stop : places.step]
        paragraphs = [text for text, _ in many]
        if not _may_share_out(paragraphs, one.text):
            return [whole]
        evidence = whole.evidence + options.length * self._misfit(own.text, other.text)
        evidence += joined.lacking - sum([lacking for _, lacking in many])
        form = form_at_most(paragraphs, one.text, options, self._marked)
        return [whole, whole._replace(evidence=evidence, form=form)]

    def _gain(self, left: int, right: int) -> tuple[float, float]:
        """Return what a pair shares, as evidence and as weight."""
        found = self._gains.get((left, right))
        if found is None:
            shared = self._texts.left[left].text.signs & self._texts.right[right].text.signs
            found = self._gains[left, right] = self._sum(self._both, shared), self._sum(self._weights, shared)
        return found

    def _shared_out(self, lefts: range, rights: range) -> Iterator[_Weighed]:
        """Yield what a group weighs if each of its paragraphs has the sentences in its place in the other text."""
        many, one, side = (lefts, rights.start, 1) if len(lefts) > 1 else (rights, lefts.start, 0)
        own = [self._text(1 - side, range(at, at + 1)) for at in many]
        if not _may_share_out([text for text, _ in own], self._text(side, range(one, one + 1)).text):
            return
        count = len(self._parts_of(side, one))
        if not len(own) <= count <= _MOST_SHARED_OUT:
            return
        for ends in combinations(range(1, count), len(own) - 1):
            parts = [self._part(side, one, start, end) for start, end in pairwise((0, *ends, count))]
            pairs = zip(own, parts, strict=True) if side else zip(parts, own, strict=True)
            found = [self._weigh(left, right) for left, right in pairs]
            yield _Weighed(
                sum([pair.evidence for pair in found]),
                summed([pair.form for pair in found]),
                0.0,
                sum([pair.shared for pair in found]),
                sum([pair.length for pair in found]),
                members=[Member(pair.length, pair.shared) for pair in found],
            )

    def _members(self, texts: Sequence[Judged], places: range, other: Text, tilt: float) -> Iterator[Member]:
        """Yield the paragraphs of a side of a group, if it has several."""
        for text, _ in texts[places.start : places.stop : places.step] if len(places) > 1 else ():
            yield Member(text.length * tilt, self._sum(self._weights, text.signs & other.signs))

    def _in_part(self, left: int, right: int, own: Judged, other: Judged) -> Iterator[_Weighed]:
        """Yield what a pair weighs of which the longer text has sentences before or behind those of the shorter one."""
        lengths = own.text.length * self.tilt, other.text.length / self.tilt
        if lengths[0] > _MUCH_LONGER * lengths[1] and not self._is_headline(other, own):
            for part in self._parts(0, left):
                weighed = self._weigh(part, other)
                yield weighed._replace(cost=self.options.part, whole=Pair(False, True))
        elif lengths[1] > _MUCH_LONGER * lengths[0] and not self._is_headline(own, other):
            for part in self._parts(1, right):
                weighed = self._weigh(own, part)
                yield weighed._replace(cost=self.options.part, whole=Pair(True, False))

    def _is_headline(self, own: Judged, other: Judged) -> bool:
        """Return whether a text is a headline, and another one is none: it is no sentence of that."""
        return self._marked > _MARKED and other.text.ends and not own.text.ends

    def _parts(self, side: int, at: int) -> list[Judged]:
        """Return the first sentences of a paragraph, and the last ones, of each number."""
        count = len(self._parts_of(side, at))
        ranges = [(0, end) for end in range(1, count)] + [(start, count) for start in range(1, count)]
        return [self._part(side, at, start, end) for start, end in ranges]

    def _part(self, side: int, at: int, start: int, end: int) -> Judged:
        """Return the sentences start..end of a paragraph."""
        found = self._known_parts.get((side, at, start, end))
        if found is None:
            signs_of, lone = self._sources[side]
            parts = self._parts_of(side, at)[start:end]
            text = joined_text([text_of(part, signs_of(part), lone) for part in parts])
            found = self._known_parts[side, at, start, end] = self._judged(text)
        return found

    def may_fit(self, cells: Cells) -> bool:
        """Return whether the lengths of two texts are not too far from each other for a link."""
        left, left_end, right, right_end = cells
        lengths = self._lengths
        own = (lengths.left[left_end] - lengths.left[left]) * self.tilt + SLACK
        other = (lengths.right[right_end] - lengths.right[right]) / self.tilt + SLACK
        return own < _MOST_TIMES * other and other < _MOST_TIMES * own

    def _weigh(self, left: Judged, right: Judged) -> _Weighed:
        """Return what the features of two texts say, and what they share."""
        shared = left.text.signs & right.text.signs
        return self._told(left, right, self._sum(self._both, shared), self._sum(self._weights, shared))

    def _told(self, left: Judged, right: Judged, both: float, shared: float, cost: float = 0.0) -> _Weighed:
        """Return what the features of two texts say, given what they share as evidence and as weight, and a cost."""
        options = self.options
        own, own_lacking = left
        other, other_lacking = right
        evidence = both - (own_lacking + other_lacking)
        evidence -= options.length * self._misfit(own, other)
        evidence -= options.sentences * min(_MOST_SENTENCES, abs(own.sentences - other.sentences))
        evidence -= options.lone_number * (own.lone + other.lone)
        form = form_of(own, other, options, self._marked)
        return _Weighed(evidence, form, cost, shared, (own.length * self.tilt + other.length / self.tilt) / 2)

    def _misfit(self, left: Text, right: Text) -> float:
        """Return how little the lengths of two texts fit."""
        return misfit(left.length * self.tilt, right.length / self.tilt)

    def _text(self, side: int, places: range) -> Judged:
        """Return some paragraphs of a side as one text."""
        texts, known = (self._texts.right, self._joined.right) if side else (self._texts.left, self._joined.left)
        if len(places) == 1:
            return texts[places.start]
        joined = known.get(places)
        if joined is None:
            own = texts[places.start : places.stop : places.step]
            joined = known[places] = self._judged(joined_text([one.text for one in own]))
        return joined

    def _judged(self, text: Text) -> Judged:
        """Return a text with what its signs cost if the other text lacks them."""
        return Judged(text, self._sum(self._one, text.signs))

    @staticmethod
    def _sum(weights: Mapping[int, float], signs: frozenset[int]) -> float:
        return sum([weights[sign] for sign in signs])


def _may_share_out(many: Sequence[Text], one: Text) -> bool:
    """Return whether each of several paragraphs may have sentences of another one.

    Only a paragraph with an end mark ends where a sentence ends: a headline may be the beginning of one.
    """
    return one.sentences >= len(many) and all(text.ends for text in many[:-1])


def places_of(candidate: Candidate) -> tuple[range, range]:
    """Return the paragraphs of a candidate."""
    left, left_end, right, right_end, *_, gap = candidate
    return _places((left, left_end, right, right_end), any(gap))


def _places(cells: Cells, is_open: bool) -> tuple[range, range]:
    """Return the paragraphs of a pair or of a group; an open one has every other one only, the first and the last."""
    left, left_end, right, right_end = cells
    step = 2 if is_open else 1
    return range(left, left_end, step), range(right, right_end, step)


def _evidence_by_reason(options: Options) -> Mapping[Reason, Evidence]:
    return {
        Reason.NUMBER: options.numbers,
        Reason.NAMED: options.named,
        Reason.NAME: options.names,
        Reason.CONCEPT: options.concepts,
        Reason.COGNATE: options.cognates,
        Reason.LEARNED: options.learned_words,
    }


def _form_evidence(usual: Usual, form: Form) -> float:
    """Return the log-odds of the parts of the form, as far as they count."""
    return sum([trust * part for trust, part in zip(usual.form_trust, form, strict=True)])


def _told(weighed: _Weighed) -> float:
    """Return the log-odds of the features and of the form of texts."""
    return weighed.evidence + sum(weighed.form)
