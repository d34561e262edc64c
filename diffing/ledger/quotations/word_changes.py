"""What became of the words inside the marks of a quotation that both texts have.

    “We came, and we saw.”  |  “We came.”              trimmed: nothing was changed, the end is not there
    “We came and saw.”      |  “We came and looked.”   reworded: saw → looked

A cut at an end, of whole sentences or where an ellipsis owns up to it is trimming. A cut in the middle of a sentence
is a change of words: the marks say that these were spoken one after the other.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from diffing.ledger.core.details import Replacement, WordChanges
from diffing.ledger.core.model import Change
from diffing.model import Op, Pair, Span
from diffing.text.function_words import content_words
from diffing.text.words import word_forms
from diffing.wording.word_diff import compare_words

# Changes with no more than so many words between are told as one: 'allies of Vladimir Putin in Latin America, who'.
_JOINED_ACROSS = 3
_SENTENCE_END = (".", "!", "?", "…", "。", "！", "？")
# White space between a sentence and the one before, in characters.
_GAP = 4
_WORD = re.compile(r"\w")
_WHOLE_WORD = re.compile(r"\w[\w'’-]*")
_OWNED_UP = re.compile(r"…|\.{3}|\. \. \.|\[")


class Around(NamedTuple):
    """The text before the opening mark and behind the closing one."""

    before: str
    behind: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """The words of one side: their text, what stands around the marks, and whether the closing mark is there."""

    text: str
    around: Around
    is_closed: bool = True


class Stretch(NamedTuple):
    """The characters `start`..`end` of a text; none where only the other side has words."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Difference:
    """Whether the words were trimmed or changed, and which; `places` are the places of these words in both texts."""

    change: Change
    words: WordChanges
    places: Pair[tuple[Stretch, ...]]


def difference(sides: Pair[Quoted]) -> Difference | None:
    """What became of the words between the marks, none if nothing that counts."""
    compared = _Compared(sides)
    parts = [part for part in _differing(compare_words(sides.left.text, sides.right.text)) if compared.counts(part)]
    if not parts:
        return None
    places = Pair(
        tuple(_stretch(part.left, part.at[0]) for part in parts),
        tuple(_stretch(part.right, part.at[1]) for part in parts),
    )
    changed = {part for part in parts if not compared.is_trimmed(part)}
    if not changed:
        change = Change.REWORDED if compared.is_replaced(parts) else Change.TRIMMED
        return Difference(change, _word_changes((), parts), places)
    together = compared.together(parts)
    replaced = tuple(compared.replacement(group) for group in together if not changed.isdisjoint(group))
    rest = [part for group in together if changed.isdisjoint(group) for part in group]
    return Difference(Change.REWORDED, _word_changes(replaced, rest), places)


class _Part(NamedTuple):
    """Words of both sides that differ, with where they begin."""

    at: tuple[int, int]
    left: str
    right: str

    @property
    def is_on(self) -> Pair[bool]:
        """Which sides have a word of it, and not just marks."""
        return Pair(_WORD.search(self.left) is not None, _WORD.search(self.right) is not None)

    @property
    def ends(self) -> tuple[int, int]:
        """Where they end on both sides."""
        return self.at[0] + len(self.left), self.at[1] + len(self.right)


def _differing(spans: tuple[Span, ...]) -> Iterator[_Part]:
    """The parts with other words; sentences in another order are none: the marks do not say in which they came."""
    at = (0, 0)
    for span in spans:
        part = _Part(at, span.left, span.right)
        at = part.ends
        if span.op is Op.EQUAL and (span.move is None or (span.left or span.right).rstrip().endswith(_SENTENCE_END)):
            continue
        if any(part.is_on):
            yield part


def _stretch(text: str, start: int) -> Stretch:
    """Where words stand, from the first to the last one."""
    found = [match.span() for match in _WHOLE_WORD.finditer(text)]
    return Stretch(start + found[0][0], start + found[-1][1]) if found else Stretch(start, start)


class _OneSided(NamedTuple):
    """A part that only one side has words of: these, what the other has there, and where it is on both sides."""

    words: str
    other_words: str
    own: "_Side"
    other: "_Side"
    start: int

    @property
    def is_first(self) -> bool:
        """Whether its side has no word before it."""
        return self.start <= self.own.first_word

    @property
    def is_last(self) -> bool:
        """Whether its side has no word behind it."""
        return self.start + len(self.words) >= self.own.last_word


class _Side:
    """The words of one side, with where the first word begins and the last one ends."""

    def __init__(self, quoted: Quoted) -> None:
        self.quoted = quoted
        self.text = quoted.text
        first = _WORD.search(self.text)
        self.first_word = first.start() if first else len(self.text)
        self.last_word = next((at for at in range(len(self.text), 0, -1) if _WORD.match(self.text, at - 1)), 0)


class _Compared:
    """Both sides, and what to make of the parts that differ."""

    def __init__(self, sides: Pair[Quoted]) -> None:
        self._sides = sides.map(_Side)

    def _one_sided(self, part: _Part) -> _OneSided | None:
        is_on = part.is_on
        if is_on.left and is_on.right:
            return None
        if is_on.left:
            return _OneSided(part.left, part.right, self._sides.left, self._sides.right, part.at[0])
        return _OneSided(part.right, part.left, self._sides.right, self._sides.left, part.at[1])

    def counts(self, part: _Part) -> bool:
        """Whether a part says something, unlike words in brackets, which nobody spoke, or what marks just leave out."""
        if "[" in part.left or "[" in part.right or _letters(part.left) == _letters(part.right):
            return False
        found = self._one_sided(part)
        if found is None:
            return True
        if found.is_last and not found.own.quoted.is_closed:
            return False  # where the closing mark is missing, nobody knows what is quoted
        forms = word_forms(found.words)
        if content_words(forms):
            return True
        around = found.other.quoted.around
        is_beside = (found.is_first and word_forms(around.before)[-len(forms) :] == forms) or (
            found.is_last and word_forms(around.behind)[: len(forms)] == forms
        )
        return not is_beside

    def is_trimmed(self, part: _Part) -> bool:
        """Whether a part was cut at an end, as whole sentences, or where the other side has an ellipsis."""
        found = self._one_sided(part)
        if found is None:
            return False
        before = found.own.text[max(0, found.start - _GAP) : found.start].rstrip()
        return (
            found.is_first
            or found.is_last
            or _OWNED_UP.search(found.other_words) is not None
            or (before.endswith(_SENTENCE_END) and found.words.rstrip().endswith(_SENTENCE_END))
        )

    def is_replaced(self, parts: list[_Part]) -> bool:
        """Whether sentences were put for others: cut on both sides, and not just one at each end.

        They were dead! They were hurt. We all saw it.  |  They were hurt. They were almost dead! We all saw it.
        """
        found = [one for part in parts if (one := self._one_sided(part))]
        cut = {(one.is_first, one.is_last) for one in found if one.own is self._sides.left}
        added = {(one.is_first, one.is_last) for one in found if one.own is self._sides.right}
        return bool(cut and added) and not (cut.isdisjoint(added) and cut | added == {(True, False), (False, True)})

    def together(self, parts: list[_Part]) -> list[list[_Part]]:
        """Parts in groups of those that stand close together."""
        groups = [parts[:1]]
        for before, part in pairwise(parts):
            if len(word_forms(self._sides.left.text[before.ends[0] : part.at[0]])) <= _JOINED_ACROSS:
                groups[-1].append(part)
            else:
                groups.append([part])
        return groups

    def replacement(self, group: list[_Part]) -> Replacement:
        """Return the words of a group, with the next word where one side has none: 'all saw', 'saw'."""
        starts, ends = group[0].at, group[-1].ends
        left, right = self._sides.left.text, self._sides.right.text
        if not all(any(side) for side in zip(*(part.is_on for part in group), strict=True)):
            further = _next_word(left, ends[0]), _next_word(right, ends[1])
            ends = further if further[0] > ends[0] and further[1] > ends[1] else ends
        return Replacement(_trimmed(left[starts[0] : ends[0]]), _trimmed(right[starts[1] : ends[1]]))


def _word_changes(replaced: tuple[Replacement, ...], ends: list[_Part]) -> WordChanges:
    """Return the replaced words, and of the other parts the words that one side has more."""
    left, right = [part.left for part in ends], [part.right for part in ends]
    cut, added = (tuple(_trimmed(text) for text in side if _WORD.search(text)) for side in (left, right))
    return WordChanges(replaced, cut, added)


def _letters(text: str) -> str:
    """A text by its letters: 'stand- alones', broken at the end of a line, is 'standalones'."""
    return "".join(word_forms(text))


def _next_word(text: str, at: int) -> int:
    """The end of the next word, or the place itself where none follows."""
    found = _WHOLE_WORD.search(text, at)
    return found.end() if found else at


def _trimmed(text: str) -> str:
    """Return a text on one line, without the marks at its ends that say nothing."""
    return " ".join(text.split()).strip(",;: ，、；：").lstrip(".!?。 ")
