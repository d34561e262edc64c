"""How alike two texts are: the share of what is rare in both that they have in common.

    "The US severed relations in 2019."        stems  us sever relat in 2019
    "Washington broke ties in 2019."           stems  washi broke ties in 2019

'in' says little, '2019' a lot, because few paragraphs of these two articles hold it: a feature weighs
ln(1 + N / df), with N paragraphs on both sides together and df of them holding it. So the two texts
themselves say which words are empty, in any language, and there is no list of stop words.

A text is seen twice: as the set of its stems (the first letters of a word), and as the set of its
letter trigrams within words together with its pairs of neighbouring stems, which is what survives
inflection and respelling. Scripts written one character a word (Han, kana, Thai) have characters for
stems and pairs of characters for trigrams. Similarity is the mean of the two cosines.

Sets, not counts: a paragraph that says a word twice is no more about it (measured: equal within
.001), a join of paragraphs is then a union, and everything runs in C. Weights are integers, so that
no sum depends on the order it is made in.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import chain, pairwise
from math import log, sqrt
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from diffing.model import Pair
from diffing.words import word_forms, words

STEM_LETTERS = 5
"""Letters of a word that make its stem. Anything from 3 to 20 measured within .0005."""

STEM_BITS = 32
"""A pair of neighbouring stems is one number: the first, plus one, above this many bits, and the second below, where
no stem and no trigram reaches."""

WEIGHT_UNIT = 1 << 16
"""Integer weight of a feature whose squared weight is 1: finer than any difference that matters."""

LONGEST_PIECE = 30
"""Characters between white space that are kept with their forms: a word with the marks around it."""

SHOWN_FROM = 3
"""Shared words looked at for each one shown: enough to find the names among the rarest."""

FIRST_MARK = "\u0300"
"""No character before this one is a mark on another."""

CODE_POINTS = 0x110000
"""Stems are written as single code points for the subsequence; ids beyond this many share one."""


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """What is compared of a text: one paragraph or several joined.

    `stems` and `grams` hold only the features that both sides have; the weights count all of them.
    `sequence` has one code point for each stem, in order. `key` is the compared form.
    """

    key: str
    stems: frozenset[int]
    grams: frozenset[int]
    stem_weight: int
    gram_weight: int
    sequence: str
    length: int


class Form:
    """A word as compared: its compared form, the number of its stem, and the numbers of its letter trigrams.

    `sign` is the stem's number as a character (see CODE_POINTS). A vocabulary makes each form once, so forms are equal
    only if they are one object.
    """

    __slots__ = ("sign", "stem", "text", "trigrams")

    def __init__(self, text: str, stem: int, trigrams: tuple[int, ...]) -> None:
        self.text = text
        self.stem = stem
        self.sign = chr(stem % CODE_POINTS)
        self.trigrams = trigrams


class Text(NamedTuple):
    """A paragraph as compared: its length in characters, its words, and the number of each word's stem."""

    length: int
    forms: tuple[Form, ...]
    stems: tuple[int, ...]


class Vocabulary(dict[str, tuple[Form, ...]]):
    """The forms of some texts, by the pieces of text between white space; numbers are given as forms are met."""

    def __init__(self) -> None:
        super().__init__()
        self._forms: dict[str, Form] = {}
        self._stems: dict[str, int] = {}
        self._trigrams: dict[str, int] = {}

    def __missing__(self, piece: str) -> tuple[Form, ...]:
        """The forms of a piece that was not met before. A sentence of Han is one piece, and not worth keeping."""
        forms = tuple(map(self._form, word_forms(piece)))
        if len(piece) <= LONGEST_PIECE:
            self[piece] = forms
        return forms

    def _form(self, text: str) -> Form:
        """The form of this text.

        A word of one character has no trigrams: in Han it is its own stem, and pairs say more.
        """
        made = self._forms.get(text)
        if made is None:
            stem = self._stems.setdefault(text[:STEM_LETTERS], len(self._stems))
            marked = f" {text} " if len(text) > 1 else ""
            known = self._trigrams
            trigrams = [known.setdefault(marked[at : at + 3], len(known)) for at in range(len(marked) - 2)]
            made = self._forms[text] = Form(text, stem, tuple(trigrams))
        return made

    def texts(self, paragraphs: Iterable[str]) -> list[Text]:
        """The paragraphs as compared."""
        result = []
        for text in paragraphs:
            forms = tuple(chain.from_iterable(map(self.__getitem__, text.split())))
            # A line of asterisks or a lone emoji has no words: its signs are compared instead.
            forms = forms or tuple([self._form(word.form) for word in words(text)])
            result.append(Text(len(text), forms, tuple([form.stem for form in forms])))
        return result


class Features:
    """The features of two articles' paragraphs and what each weighs in them."""

    def __init__(self, sides: Pair[Sequence[Text]]) -> None:
        """Take the paragraphs of both sides; `profiles` are theirs, in the same order."""
        paragraphs = [*sides.left, *sides.right]
        split = len(sides.left)
        taken = [_features(text) for text in paragraphs]
        stem_sets, gram_sets = [stems for _, stems, _, _ in taken], [grams for _, _, grams, _ in taken]
        self.stem_weights, shared_stems = _weights(stem_sets, split)
        self.gram_weights, shared_grams = _weights(gram_sets, split)
        stem_weight, gram_weight = self.stem_weights.__getitem__, self.gram_weights.__getitem__
        profiles = [
            Profile(
                key,
                stems & shared_stems,
                grams & shared_grams,
                sum(map(stem_weight, stems)),
                sum(map(gram_weight, grams)),
                sequence,
                text.length,
            )
            for text, (key, stems, grams, sequence) in zip(paragraphs, taken, strict=True)
        ]
        self.profiles: Pair[Sequence[Profile]] = Pair(profiles[:split], profiles[split:])

    def joined(self, first: Profile, second: Profile) -> Profile:
        """The profile of two texts one after the other."""
        stems, grams = self.stem_weights.__getitem__, self.gram_weights.__getitem__
        return Profile(
            f"{first.key} {second.key}",
            first.stems | second.stems,
            first.grams | second.grams,
            first.stem_weight + second.stem_weight - sum(map(stems, first.stems & second.stems)),
            first.gram_weight + second.gram_weight - sum(map(grams, first.grams & second.grams)),
            first.sequence + second.sequence,
            first.length + 1 + second.length,
        )

    def compare(self, first: Profile, second: Profile) -> tuple[float, float]:
        """Similarity 0..1, and containment 0..1: the weight of the shared stems in the heavier text.

        Symmetric. Texts of equal compared form have 1 and 1.
        """
        if first.key == second.key:
            return 1.0, 1.0
        stems = sum(map(self.stem_weights.__getitem__, first.stems & second.stems))
        grams = sum(map(self.gram_weights.__getitem__, first.grams & second.grams))
        similarity = 0.0
        if stems:
            similarity += stems / sqrt(first.stem_weight * second.stem_weight)
        if grams:
            similarity += grams / sqrt(first.gram_weight * second.gram_weight)
        heavier = max(first.stem_weight, second.stem_weight)
        return similarity / 2, stems / heavier if stems else 0.0


def order(first: str, second: str) -> float:
    """How much of the longer text's stems two sequences (see sequence_of) have in the same order, 0..1."""
    return LCSseq.similarity(first, second) / (max(len(first), len(second)) + 1)


def sequence_of(text: Text) -> str:
    """One code point for each stem of a text, in order."""
    return "".join([form.sign for form in text.forms])


def _features(text: Text) -> tuple[str, frozenset[int], frozenset[int], str]:
    """A text's compared form, stems, grams (trigrams, and pairs of neighbouring stems), and stems as a string."""
    grams = set(pairs_of(text.stems))
    grams.update(*[form.trigrams for form in text.forms])
    return " ".join([form.text for form in text.forms]), frozenset(text.stems), frozenset(grams), sequence_of(text)


def pairs_of(stems: Sequence[int]) -> list[int]:
    """The pairs of neighbouring stems, each as one number."""
    return [(first + 1 << STEM_BITS) + second for first, second in pairwise(stems)]


def _weights(sets: Sequence[frozenset[int]], split: int) -> tuple[dict[int, int], frozenset[int]]:
    """The squared weight of every feature, and the features that both sides hold; `split` parts the sides.

    Paragraphs that share nothing with the other side are not counted, so that adding one changes no weight.
    """
    left, right = Counter(chain.from_iterable(sets[:split])), Counter(chain.from_iterable(sets[split:]))
    shared = frozenset(left.keys() & right.keys())
    count = sum(not shared.isdisjoint(features) for features in sets)
    weights = {
        frequency: round(WEIGHT_UNIT * log(1 + count / frequency) ** 2)
        for frequency in {*left.values(), *right.values(), *[left[feature] + right[feature] for feature in shared]}
    }
    by_feature = {feature: weights[frequency] for side in (left, right) for feature, frequency in side.items()}
    by_feature.update([(feature, weights[left[feature] + right[feature]]) for feature in shared])
    return by_feature, shared


def frequencies(paragraphs: Iterable[Text]) -> Counter[int]:
    """How many paragraphs hold each stem."""
    return Counter(chain.from_iterable(set(text.stems) for text in paragraphs))


def shared_words(held: Mapping[int, int], forms: Pair[Set[Form]], sides: Pair[str], count: int) -> tuple[str, ...]:
    """The rarest words, numbers and names that two texts share, as the left one writes them.

    `forms` are the forms of both, `held` the number of paragraphs that hold each stem. Among equals numbers and
    capitals come first, then long words, then the order of the text. Characters of scripts that put no space between
    words are shown with their neighbours, as far as the right text has them too: 委内瑞拉 and not 委.
    """
    common = forms.left & forms.right
    ranked = sorted((held[form.stem], -len(form.text), form.text) for form in common)
    found: dict[str, tuple[int, bool, int, int]] = {}
    places = _Places(sides.left)
    last = 0
    for paragraphs, length, form in ranked[: SHOWN_FROM * count]:
        if len(found) >= count and paragraphs > last:
            break  # rarer ones are enough
        last = paragraphs
        at, shown = places.find(form)
        shown = _extended(at, shown, sides)
        name = shown != shown.lower() or any(map(str.isdigit, shown))
        found.setdefault(shown, (paragraphs, not name, length, at))
    return tuple(sorted(found, key=found.__getitem__)[:count])


def _extended(start: int, word: str, sides: Pair[str]) -> str:
    """A word of the left text with what is joined to it there and in the right text."""
    text, end = sides.left, start + len(word)
    while end < len(text) and _joins(text[end]) and text[start : end + 1] in sides.right:
        end += 1
    while start > 0 and _joins(text[start - 1]) and text[start - 1 : end] in sides.right:
        start -= 1
    return text[start:end] or word


def _joins(character: str) -> bool:
    """Whether a character can continue a word: a letter, a digit or a mark on one."""
    return character.isalnum() or (character >= FIRST_MARK and unicodedata.category(character).startswith("M"))


class _Places:
    """Where a text has its words, by compared form; searched for as letters first, for that is much faster."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._folded = text.casefold()
        self._words: dict[str, tuple[int, str]] | None = None

    def find(self, form: str) -> tuple[int, str]:
        """The offset of the first word of this form, and the word as it stands there."""
        if self._words is None and len(self._folded) == len(self._text):
            folded, at = self._folded, -1
            while (at := folded.find(form, at + 1)) >= 0:
                end = at + len(form)
                if not (folded[at - 1 : at].isalnum() or folded[end : end + 1].isalnum()):
                    return at, self._text[at:end]
        if self._words is None:
            self._words = {}
            for word in words(self._text):
                self._words.setdefault(word.form, (word.start, word.text))
        return self._words.get(form, (len(self._text), form))
