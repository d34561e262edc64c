"""Words of two articles that may stand for each other, and how rare they are.

    Pferd - horse        they have a concept in common
    Selenskyj - Зеленский   they sound alike, and both are written as names
    12 - zwölf           one value

Each word is joined to its best counterpart, and words that are joined, directly or through others, are one *sign*, a
number. A paragraph is then the set of its signs, so that two paragraphs are compared by an intersection of two sets.
A sign that few paragraphs have weighs much.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import IntEnum
from itertools import chain
from math import log, sqrt
from typing import NamedTuple

from diffing.model import Pair
from diffing.text.sequences import most_alike
from diffing.translation.contents import Content
from diffing.translation.han_glosses import glosses_of
from diffing.translation.mentions import Number
from diffing.translation.met_words import Word
from diffing.translation.near_numbers import near_pairs, time_pairs
from diffing.translation.options import Options
from diffing.translation.tables import NAMED

# Weights so small say nothing: a sign that nearly every paragraph has.
_LEAST_WEIGHT = 0.05
# Letters from which two words may be alike, and those of words that must be more alike.
_LEAST_LETTERS, _FEW_LETTERS = 3, 4
_ALIKE_IF_SHORT = 0.85
# Characters of what is perhaps a name, and must be more alike.
_FEW_CHARACTERS = 2
# Likeness of words that share a concept with one meaning.
_NAMED_LIKENESS = 0.95
# Alphabets without vowels: names are compared by their consonants.
NO_VOWELS = frozenset({"ar", "fa", "he"})
VOWELS = str.maketrans("", "", "aeiouvh")


_NOTHING_LEARNED: Pair[Mapping[str, frozenset[int]]] = Pair({}, {})


Signs = Pair[Sequence[frozenset[int]]]
"""The signs of each paragraph, or sentence, of both sides."""

HeldSigns = Pair[Sequence[tuple[int, ...]]]
"""The same, rising, as a book has room for them."""


class Reason(IntEnum):
    """The reason why words are one sign, the surest first."""

    NUMBER = 0
    NAMED = 1
    NAME = 2
    CONCEPT = 3
    GLOSS = 4
    COGNATE = 5
    LEARNED = 6


class Correspondences(NamedTuple):
    """The signs of two articles. `signs` are those of the words of each side; `words` are the words of each sign.

    `weights` has the signs that both articles have. `lone` are the numbers of each side that the other has nowhere, not
    even with a mistake. `learned` are the signs of the stems of each side that long texts teach.
    """

    signs: Pair[Mapping[str, int]]
    numbers: Mapping[Number, int]
    reasons: Mapping[int, Reason]
    weights: Mapping[int, float]
    lone: Pair[frozenset[Number]]
    words: Mapping[int, Pair[frozenset[str]]]
    learned: Pair[Mapping[str, frozenset[int]]] = _NOTHING_LEARNED

    def of_left(self, content: Content) -> frozenset[int]:
        """Return the signs of a paragraph or sentence of the left side."""
        return self._of(content, self.signs.left, self.learned.left)

    def of_right(self, content: Content) -> frozenset[int]:
        """Return the signs of a paragraph or sentence of the right side."""
        return self._of(content, self.signs.right, self.learned.right)

    def of_all(self, contents: Pair[Sequence[Content]]) -> Signs:
        """Return the signs of each paragraph of both sides."""
        return Pair(list(map(self.of_left, contents.left)), list(map(self.of_right, contents.right)))

    def _of(self, content: Content, signs: Mapping[str, int], learned: Mapping[str, frozenset[int]]) -> frozenset[int]:
        return frozenset(sorted(_held(content, signs, learned, self.numbers) & self.weights.keys()))

    def among(self, held: HeldSigns) -> tuple["Correspondences", Signs]:
        """Return these signs weighed as in an article of some paragraphs only, and those of each that say something."""
        weights = _weights(held)
        return self._replace(weights=weights), held.map(
            lambda side: [frozenset([sign for sign in own if sign in weights]) for own in side]
        )

    def with_learned(
        self, stems: Sequence[tuple[str, str]], contents: Pair[Sequence[Content]], held: HeldSigns
    ) -> tuple["Correspondences", HeldSigns]:
        """Return these signs and one for each pair of stems that stand for each other, with their weights.

        `held` are the signs of the paragraphs so far, which are returned with the new ones.
        """
        signs: Pair[defaultdict[str, set[int]]] = Pair(defaultdict(set), defaultdict(set))
        first = 1 + max(self.reasons, default=-1)
        for sign, (left, right) in enumerate(stems, first):
            signs.left[left].add(sign)
            signs.right[right].add(sign)
        learned = signs.map(lambda side: {stem: frozenset(own) for stem, own in side.items()})
        new = Pair(
            [_taught(content, learned.left) for content in contents.left],
            [_taught(content, learned.right) for content in contents.right],
        )
        # The signs before have the same paragraphs, and the new ones come behind them.
        weights = _weights(new)
        known = self._replace(
            learned=learned,
            weights={**self.weights, **weights},
            reasons={**self.reasons, **dict.fromkeys(range(first, first + len(stems)), Reason.LEARNED)},
        )
        return known, Pair(
            [(*own, *sorted(more & weights.keys())) for own, more in zip(held.left, new.left, strict=True)],
            [(*own, *sorted(more & weights.keys())) for own, more in zip(held.right, new.right, strict=True)],
        )

    def weighed(self, contents: Pair[Sequence[Content]]) -> tuple["Correspondences", HeldSigns]:
        """Return these signs with their weights in some paragraphs, and those of each paragraph that have any."""
        held = Pair(
            [_held(content, self.signs.left, {}, self.numbers) for content in contents.left],
            [_held(content, self.signs.right, {}, self.numbers) for content in contents.right],
        )
        weights = _weights(held)
        return self._replace(weights=weights), held.map(
            lambda side: [tuple(sorted(own & weights.keys())) for own in side]
        )


class _Joint(NamedTuple):
    likeness: float
    left: str
    right: str
    reason: Reason
    is_perhaps: bool = False


def correspondences(
    contents: Pair[Sequence[Content]], words: Pair[Mapping[str, Word]], languages: Pair[str], options: Options
) -> tuple[Correspondences, HeldSigns]:
    """Return the signs of two articles, given what their paragraphs have and the words of each; see weighed()."""
    present = contents.map(lambda side: sorted(set().union(*[content.words for content in side])))
    capitals = contents.map(lambda side: set().union(*[content.capitals for content in side]))
    known = Pair({word: words.left[word] for word in present.left}, {word: words.right[word] for word in present.right})
    meant = _best([*_by_concept(known, options.concept), *_by_gloss(known, languages, options.concept)])
    # 'May' is mayo, and 'mayor' is not, however it sounds.
    named = [joint for joint in meant if joint.reason is Reason.NAMED]
    left, right = {joint.left for joint in named}, {joint.right for joint in named}
    spoken = Pair(
        {form: word for form, word in known.left.items() if form not in left},
        {form: word for form, word in known.right.items() if form not in right},
    )
    joined = _joined([*meant, *_best(list(_by_sound(spoken, capitals, languages, options.alike)))])
    held_numbers = contents.map(lambda side: frozenset().union(*[content.numbers for content in side]))
    numbers = sorted(held_numbers.left | held_numbers.right, key=str)
    number_signs = {number: len(joined.reasons) + at for at, number in enumerate(numbers)}
    lone = Pair(held_numbers.left - held_numbers.right, held_numbers.right - held_numbers.left)
    reasons = {**joined.reasons, **dict.fromkeys(number_signs.values(), Reason.NUMBER)}
    for pairs, reason in ((time_pairs, Reason.NUMBER), (near_pairs, Reason.COGNATE)):
        found = list(pairs(*lone))
        for own, other in found:
            number_signs[other] = number_signs[own]
            reasons[number_signs[own]] = reason
        lone = Pair(lone.left - {own for own, _ in found}, lone.right - {other for _, other in found})
    return Correspondences(joined.signs, number_signs, reasons, {}, lone, joined.words).weighed(contents)


def _weights(signs: Pair[Sequence[Iterable[int]]]) -> dict[int, float]:
    """Return the weights of the signs that both sides have, given those of each paragraph."""
    left, right = (Counter(chain.from_iterable(side)) for side in signs)
    size = len(signs.left) + len(signs.right) + 1
    weights = {sign: log(size / (left[sign] + right[sign])) for sign in sorted(left.keys() & right.keys())}
    return {sign: weight for sign, weight in weights.items() if weight >= _LEAST_WEIGHT}


def _held(
    content: Content, signs: Mapping[str, int], learned: Mapping[str, frozenset[int]], numbers: Mapping[Number, int]
) -> set[int]:
    """Return all signs of a paragraph or sentence."""
    found = set(map(signs.__getitem__, signs.keys() & content.words))
    found.update(map(numbers.__getitem__, content.numbers))
    return found | _taught(content, learned) if learned else found


def _taught(content: Content, learned: Mapping[str, frozenset[int]]) -> set[int]:
    """Return the signs that a long text teaches of a paragraph or sentence."""
    return set().union(*map(learned.__getitem__, learned.keys() & content.stems))


def _by_concept(words: Pair[Mapping[str, Word]], least: float) -> Iterator[_Joint]:
    """Yield the words that have concepts in common."""
    meant = words.map(lambda side: {form: word.concepts for form, word in side.items()})
    for likeness, form, other in _in_common(meant):
        if any(concept[0] in NAMED for concept in meant.left[form] & meant.right[other]):
            yield _Joint(max(likeness, _NAMED_LIKENESS), form, other, Reason.NAMED)
        elif likeness >= least:
            yield _Joint(likeness, form, other, Reason.CONCEPT)


def _in_common(meant: Pair[Mapping[str, frozenset[str]]]) -> Iterator[tuple[float, str, str]]:
    """Yield the words that mean something in common, given what the words of each side mean, and how much it is."""
    having: defaultdict[str, list[str]] = defaultdict(list)
    for form, own in meant.right.items():
        for one in sorted(own):
            having[one].append(form)
    for form, own in meant.left.items():
        common = Counter(other for one in own for other in having.get(one, ()))
        for other, count in sorted(common.items()):
            yield count / sqrt(len(own) * len(meant.right[other])), form, other


def _by_gloss(words: Pair[Mapping[str, Word]], languages: Pair[str], least: float) -> Iterator[_Joint]:
    """Yield the English words and the Han characters that mean them, and the characters of one meaning."""
    meant = Pair(glosses_of(words.left, languages.left), glosses_of(words.right, languages.right))
    for likeness, form, other in _in_common(meant):
        if likeness >= least:
            yield _Joint(likeness, form, other, Reason.GLOSS)


def _by_sound(
    words: Pair[Mapping[str, Word]], capitals: Pair[set[str]], languages: Pair[str], least: float
) -> Iterator[_Joint]:
    """Yield the words that sound alike."""
    no_vowels = not NO_VOWELS.isdisjoint(languages)
    spelled = words.map(lambda side: _by_spelling(side, no_vowels))
    choices = _Choices(spelled.right, least)
    for own, forms in spelled.left.items():
        for other, likeness in _alike(own, spelled.right, choices[own[0], len(own)], least):
            for form in forms:
                for counterpart in spelled.right[other]:
                    joint = _joint(likeness, form, counterpart, words, capitals)
                    if joint:
                        yield joint


def _joint(
    likeness: float, left: str, right: str, words: Pair[Mapping[str, Word]], capitals: Pair[set[str]]
) -> _Joint | None:
    """Return two words that sound alike; what is perhaps a name is nothing beside a word that is none."""
    perhaps = [form for form, own in ((left, words.left), (right, words.right)) if own[form].is_perhaps]
    is_name = all(form in own or form in perhaps for form, own in ((left, capitals.left), (right, capitals.right)))
    if perhaps and (not is_name or (likeness < _ALIKE_IF_SHORT and min(map(len, perhaps)) <= _FEW_CHARACTERS)):
        return None
    return _Joint(likeness, left, right, Reason.NAME if is_name else Reason.COGNATE, bool(perhaps))


class _Choices(dict[tuple[str, int], list[str]]):
    """The spellings that may be like one with some first letter and length, by both: what is much longer is not."""

    def __init__(self, spellings: Iterable[str], least: float) -> None:
        super().__init__()
        self._least = least
        self._by_letter: defaultdict[str, list[str]] = defaultdict(list)
        for spelling in spellings:
            self._by_letter[spelling[0]].append(spelling)

    def __missing__(self, begin: tuple[str, int]) -> list[str]:
        """Return the spellings for a first letter and a length, and keep them."""
        first, length = begin
        # Likeness is the share of the letters of both that are equal: those of the shorter one at most.
        found = self[begin] = [
            other
            for other in self._by_letter[first]
            if 2 * min(length, len(other)) >= self._least * (length + len(other))
        ]
        return found


def _by_spelling(words: Mapping[str, Word], no_vowels: bool) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for form, word in words.items():
        spelling = word.sounds.translate(VOWELS) if no_vowels else word.sounds
        if len(spelling) >= _LEAST_LETTERS:
            found.setdefault(spelling, []).append(form)
    return found


def _alike(own: str, others: Mapping[str, object], choices: Sequence[str], least: float) -> Iterator[tuple[str, float]]:
    """Yield the spellings like one spelling, and how alike they are; an equal one is the only one."""
    if own in others:
        yield own, 1.0
        return
    if len(own) < _FEW_LETTERS:
        return
    for other, likeness in most_alike(own, choices, least):
        shortest = min(len(own), len(other))
        if shortest >= _FEW_LETTERS and likeness >= (least if shortest > _FEW_LETTERS else _ALIKE_IF_SHORT):
            yield other, likeness


def _best(joints: Sequence[_Joint]) -> list[_Joint]:
    """Return the joints than which one of both words has no better one; both, if one is only perhaps a name."""
    left: dict[str, float] = {}
    right: dict[str, float] = {}
    for joint in joints:
        left[joint.left] = max(left.get(joint.left, 0.0), joint.likeness)
        right[joint.right] = max(right.get(joint.right, 0.0), joint.likeness)
    return [
        joint
        for joint in joints
        if joint.likeness >= (max if joint.is_perhaps else min)(left[joint.left], right[joint.right])
    ]


class _Joined(NamedTuple):
    signs: Pair[Mapping[str, int]]
    reasons: Mapping[int, Reason]
    words: Mapping[int, Pair[frozenset[str]]]


def _joined(joints: Sequence[_Joint]) -> _Joined:
    """Return the sign of each word of either side; the surest reason of a sign counts."""
    parents: dict[tuple[int, str], tuple[int, str]] = {}

    def root(word: tuple[int, str]) -> tuple[int, str]:
        path = []
        while (parent := parents.get(word, word)) != word:
            path.append(word)
            word = parent
        parents.update(dict.fromkeys(path, word))
        return word

    for joint in joints:
        parents[root((0, joint.left))] = root((1, joint.right))
    numbers: dict[tuple[int, str], int] = {}
    signs: Pair[dict[str, int]] = Pair({}, {})
    reasons: dict[int, Reason] = {}
    for joint in joints:
        sign = numbers.setdefault(root((0, joint.left)), len(numbers))
        signs.left[joint.left] = signs.right[joint.right] = sign
        reasons[sign] = min(reasons.get(sign, joint.reason), joint.reason)
    words: dict[int, Pair[set[str]]] = {}
    for own, side in ((signs.left, 0), (signs.right, 1)):
        for word, sign in own.items():
            held = words.setdefault(sign, Pair(set(), set()))
            (held.right if side else held.left).add(word)
    return _Joined(signs, reasons, {sign: held.map(frozenset) for sign, held in words.items()})
