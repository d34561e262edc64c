"""The weight of a group: several paragraphs of one side beside one of the other.

    left 5, 6   right 5   four sentences      left 5 fits the first three, and left 6 the last one

Each paragraph with an end mark has the sentences in its place in the other text, and is weighed with these. Otherwise
the group is weighed as a whole, and what each of its paragraphs shares is kept.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from diffing.translation.form import form_at_most, summed
from diffing.translation.texts import Judged, Text, misfit
from diffing.translation.weighing import Bound, Member, Weighed, Weigher

# Sentences of a text that is shared out among the paragraphs of a group, at most.
_MOST_SHARED_OUT = 12


def group_weighed(weigher: Weigher, lefts: range, rights: range) -> list[Weighed]:
    """Return what a group weighs."""
    shared_out = max(_shared_out(weigher, lefts, rights), key=_told, default=None)
    if shared_out is None:
        own, other = weigher.texts.of(0, lefts), weigher.texts.of(1, rights)
        paragraphs, tilt = weigher.texts.paragraphs, weigher.texts.tilt
        members = [
            *_members(weigher, paragraphs.left, lefts, other.text, tilt),
            *_members(weigher, paragraphs.right, rights, own.text, 1 / tilt),
        ]
        shared_out = weigher.weigh(own, other)._replace(members=members)
    return [shared_out._replace(cost=_cost(weigher, lefts, rights))]


def group_bound(weigher: Weigher, lefts: range, rights: range) -> Bound:
    """Return what a group weighs at most: as a whole, and where its paragraphs have sentences of the other text.

    It shares what its pairs share, at most. By its sentences, all lengths may fit, and each paragraph lacks what it
    lacks alone.
    """
    options, texts = weigher.options, weigher.texts
    both = shared = 0.0
    for left in lefts:
        for right in rights:
            gain = weigher.gain(left, right)
            both += gain[0]
            shared += gain[1]
    (own, own_lacking), (other, other_lacking) = texts.of(0, lefts), texts.of(1, rights)
    lengths = own.length * texts.tilt, other.length / texts.tilt
    evidence = both - options.lone_number * (own.lone + other.lone)
    whole = evidence - (own_lacking + other_lacking) - options.length * misfit(*lengths)
    ways = [(whole, weigher.form(own, other))]
    one, lacking, paragraphs, places = other, other_lacking, texts.paragraphs.left, lefts
    if len(lefts) == 1:
        one, lacking, paragraphs, places = own, own_lacking, texts.paragraphs.right, rights
    if one.sentences >= len(places):
        judged = paragraphs[places.start : places.stop : places.step]
        many = [text for text, _ in judged]
        if _may_share_out(many, one):
            evidence -= lacking + sum([lacking for _, lacking in judged])
            ways.append((evidence, form_at_most(many, one, options, texts.marked)))
    return Bound(
        ways, weigher.sentences(own, other), _cost(weigher, lefts, rights), shared, (lengths[0] + lengths[1]) / 2
    )


def _cost(weigher: Weigher, lefts: range, rights: range) -> float:
    """Return what the paragraphs of a group cost, from the first to the last of each side."""
    return weigher.options.group * (lefts[-1] - lefts[0] + rights[-1] - rights[0])


def _shared_out(weigher: Weigher, lefts: range, rights: range) -> Iterator[Weighed]:
    """Yield what a group weighs if each of its paragraphs has the sentences in its place in the other text."""
    texts = weigher.texts
    many, one, side = (lefts, rights.start, 1) if len(lefts) > 1 else (rights, lefts.start, 0)
    own = [texts.of(1 - side, range(at, at + 1)) for at in many]
    if not _may_share_out([text for text, _ in own], texts.of(side, range(one, one + 1)).text):
        return
    count = len(texts.parts_of(side, one))
    if not len(own) <= count <= _MOST_SHARED_OUT:
        return
    for ends in combinations(range(1, count), len(own) - 1):
        parts = [texts.part(side, one, start, end) for start, end in pairwise((0, *ends, count))]
        pairs = zip(own, parts, strict=True) if side else zip(parts, own, strict=True)
        found = [weigher.weigh(left, right) for left, right in pairs]
        yield Weighed(
            sum([pair.evidence for pair in found]),
            summed([pair.form for pair in found]),
            sum([pair.sentences for pair in found]),
            0.0,
            sum([pair.shared for pair in found]),
            sum([pair.length for pair in found]),
            members=[Member(pair.length, pair.shared) for pair in found],
        )


def _members(weigher: Weigher, texts: Sequence[Judged], places: range, other: Text, tilt: float) -> Iterator[Member]:
    """Yield the paragraphs of a side of a group, if it has several."""
    for text, _ in texts[places.start : places.stop : places.step] if len(places) > 1 else ():
        yield Member(text.length * tilt, weigher.weights.weight(text.signs & other.signs))


def _may_share_out(many: Sequence[Text], one: Text) -> bool:
    """Return whether each of several paragraphs may have sentences of another one.

    Only a paragraph with an end mark ends where a sentence ends: a headline may be the beginning of one.
    """
    return one.sentences >= len(many) and all(text.ends for text in many[:-1])


def _told(weighed: Weighed) -> float:
    """Return the log-odds of the features, of the form and of the numbers of sentences of texts."""
    return weighed.evidence + sum(weighed.form) - weighed.sentences
