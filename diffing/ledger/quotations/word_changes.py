"""Compare the words inside the marks of two quotations that correspond.

    “We came, and we saw.”  |  “We came.”              trimmed: the end is missing, the rest is equal
    “We came and saw.”      |  “We came and looked.”   reworded: saw → looked

A quotation is trimmed if words are missing at an end, if whole sentences are missing, or if an ellipsis shows the cut.
A cut in the middle of a sentence is a rewording: the marks say that the words were spoken one after the other. Several
quotations do not say so of the words between them: “We came and we saw.” and “we came” and “saw”: trimmed.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from diffing.ledger.core.details import Replacement, WordChanges
from diffing.ledger.core.model import Change
from diffing.model import Op, Pair, Span
from diffing.patterns import lazy_pattern
from diffing.text.function_words import content_words
from diffing.text.reading import ReadText
from diffing.text.spelling import Spelling
from diffing.text.words import spelled_form, word_forms, words
from diffing.wording.exchanges import parted
from diffing.wording.word_diff import compare_texts

# Changes with at most this number of words between them are one: 'allies of Vladimir Putin in Latin America, who'.
_JOINED_ACROSS = 3
_SENTENCE_END = (".", "!", "?", "…", "。", "！", "？")
# Characters of white space between two sentences.
_GAP = 4
_WORD = lazy_pattern(r"\w")
_WHOLE_WORD = lazy_pattern(r"\w[\w'’-]*")
_GLOSS = lazy_pattern(r"[(（][^()（）]+[)）]")
# Marks of a cut: an ellipsis or a bracket.
_CUT_MARK = lazy_pattern(r"…|\.{3}|\. \. \.|\[")


class TextAround(NamedTuple):
    """The text before the opening mark and behind the closing one."""

    before: str
    behind: str


class QuotedText(NamedTuple):
    """The words of one side, the text around the marks, and whether the closing mark is present.

    `breaks` are the offsets in the text at which another quotation begins.
    """

    text: str
    around: TextAround
    is_closed: bool = True
    breaks: tuple[int, ...] = ()


class WordRange(NamedTuple):
    """The characters `start`..`end` of a text; an empty range if only the other side has words."""

    start: int
    end: int


class QuotationDifference(NamedTuple):
    """Change of the words (trimmed or reworded), with these words and their ranges in both texts."""

    change: Change
    words: WordChanges
    places: Pair[tuple[WordRange, ...]]


def difference(sides: Pair[QuotedText], spelling: Spelling | None = None) -> QuotationDifference | None:
    """Return the difference of the words between the marks, or None if no difference counts.

    `spelling` are the spelling habits of both articles.
    """
    compared = _Compared(sides)
    left, right = sides.map(lambda side: ReadText(side.text))
    spans = parted(compare_texts(left, right, spelling), left, right)
    parts = [part for part in _differing(spans) if compared.counts(part)]
    if not parts:
        return None
    places = Pair(
        tuple(_word_range(part.left, part.at[0]) for part in parts),
        tuple(_word_range(part.right, part.at[1]) for part in parts),
    )
    changed = {part for part in parts if not compared.is_trimmed(part)}
    if not changed:
        change = Change.REWORDED if compared.is_replaced(parts) else Change.TRIMMED
        return QuotationDifference(change, _word_changes((), parts), places)
    together = compared.together(parts)
    replaced = tuple(compared.replacement(group) for group in together if not changed.isdisjoint(group))
    rest = [part for group in together if changed.isdisjoint(group) for part in group]
    return QuotationDifference(Change.REWORDED, _word_changes(replaced, rest), places)


class _Differing(NamedTuple):
    """Words that differ, with the offset at which they begin on each side."""

    at: tuple[int, int]
    left: str
    right: str

    @property
    def is_on(self) -> Pair[bool]:
        """True for each side with a word, not only punctuation."""
        return Pair(_WORD.search(self.left) is not None, _WORD.search(self.right) is not None)

    @property
    def ends(self) -> tuple[int, int]:
        """The offsets of the ends on both sides."""
        return self.at[0] + len(self.left), self.at[1] + len(self.right)


def _differing(spans: Sequence[Span]) -> Iterator[_Differing]:
    """Yield the words that differ. Sentences in another order do not differ: marks do not promise their order."""
    at = (0, 0)
    for span in spans:
        part = _Differing(at, span.left, span.right)
        at = part.ends
        if span.op is Op.EQUAL and (span.move is None or (span.left or span.right).rstrip().endswith(_SENTENCE_END)):
            continue
        if any(part.is_on):
            yield part


def _word_range(text: str, start: int) -> WordRange:
    """Return the range from the first to the last word of a text that begins at `start`."""
    found = [match.span() for match in _WHOLE_WORD.finditer(text)]
    return WordRange(start + found[0][0], start + found[-1][1]) if found else WordRange(start, start)


class _OneSided(NamedTuple):
    """Words that only one side has: the words, the text of the other side in their place, both sides, both offsets."""

    words: str
    other_words: str
    own: "_QuotedSide"
    other: "_QuotedSide"
    start: int
    other_start: int

    @property
    def is_first(self) -> bool:
        """True if its side has no word before it."""
        return self.start <= self.own.first_word

    @property
    def is_last(self) -> bool:
        """True if its side has no word behind it."""
        return self.start + len(self.words) >= self.own.last_word

    @property
    def is_between_quotations(self) -> bool:
        """True if the other side has the end of a quotation and the beginning of the next one in their place."""
        return self.other.has_break(self.other_start, self.other_start + len(self.other_words))


class _QuotedSide:
    """The words of one side, with the start of the first word and the end of the last one."""

    def __init__(self, quoted: QuotedText) -> None:
        self.quoted = quoted
        self.text = quoted.text
        first = _WORD.search(self.text)
        self.first_word = first.start() if first else len(self.text)
        self.last_word = next((at for at in range(len(self.text), 0, -1) if _WORD.match(self.text, at - 1)), 0)

    def has_break(self, start: int, end: int) -> bool:
        """Return whether a quotation begins in a range, or beside it without a word between."""
        return any(not _WORD.search(self.text, min(at, start), max(at, end)) for at in self.quoted.breaks)


class _Compared:
    """Both sides, as the context that classifies the words that differ."""

    def __init__(self, sides: Pair[QuotedText]) -> None:
        self._sides = sides.map(_QuotedSide)

    def _one_sided(self, part: _Differing) -> _OneSided | None:
        is_on = part.is_on
        if is_on.left and is_on.right:
            return None
        if is_on.left:
            return _OneSided(part.left, part.right, self._sides.left, self._sides.right, *part.at)
        return _OneSided(part.right, part.left, self._sides.right, self._sides.left, *reversed(part.at))

    def counts(self, part: _Differing) -> bool:
        """Return whether a difference counts.

        Words in brackets do not, nor a gloss in round ones (RDC): the speaker did not say them. Function words at an
        end do not count either if the other side has them outside its marks.
        """
        if "[" in part.left or "[" in part.right or _letters(part.left) == _letters(part.right):
            return False
        found = self._one_sided(part)
        if found is None:
            return True
        if _GLOSS.fullmatch(found.words.strip()) and content_words(word_forms(found.words)):
            return False
        if found.is_last and not found.own.quoted.is_closed:
            return False  # without a closing mark, the end of the quotation is uncertain
        forms = word_forms(found.words)
        if content_words(forms):
            return True
        around = found.other.quoted.around
        is_beside = (found.is_first and word_forms(around.before)[-len(forms) :] == forms) or (
            found.is_last and word_forms(around.behind)[: len(forms)] == forms
        )
        return not is_beside

    def is_trimmed(self, part: _Differing) -> bool:
        """Return whether words were cut at an end, as whole sentences, or where the other side has an ellipsis."""
        found = self._one_sided(part)
        if found is None:
            return False
        before = found.own.text[max(0, found.start - _GAP) : found.start].rstrip()
        return (
            found.is_first
            or found.is_last
            or _CUT_MARK.search(found.other_words) is not None
            or found.is_between_quotations
            or (before.endswith(_SENTENCE_END) and found.words.rstrip().endswith(_SENTENCE_END))
        )

    def is_replaced(self, parts: list[_Differing]) -> bool:
        """Return whether sentences replace others: both sides were cut, and not only one of them at each end.

        They were dead! They were hurt. We all saw it.  |  They were hurt. They were almost dead! We all saw it.
        """
        found = [one for part in parts if (one := self._one_sided(part))]
        cut = {(one.is_first, one.is_last) for one in found if one.own is self._sides.left}
        added = {(one.is_first, one.is_last) for one in found if one.own is self._sides.right}
        if not (cut and added):
            return False
        is_shifted = cut.isdisjoint(added) and cut | added == {(True, False), (False, True)}
        return not is_shifted or self._keeps_little(found)

    def _keeps_little(self, found: Sequence[_OneSided]) -> bool:
        """Return whether less than half of the content of the shorter side is on both: the rest is no excerpt of it.

        The river will take the street.  |  The street is lost without a wall.
        """
        every = self._sides.map(lambda side: len(content_words(word_forms(side.text))))
        own = sum(len(content_words(word_forms(one.words))) for one in found if one.own is self._sides.left)
        return 2 * (every.left - own) < min(every)

    def together(self, parts: list[_Differing]) -> list[list[_Differing]]:
        """Return the parts in groups; the parts of a group stand close together, in one quotation."""
        groups = [parts[:1]]
        for before, part in pairwise(parts):
            is_close = len(word_forms(self._sides.left.text[before.ends[0] : part.at[0]])) <= _JOINED_ACROSS
            if is_close and not self._is_parted(before, part):
                groups[-1].append(part)
            else:
                groups.append([part])
        return groups

    def _is_parted(self, before: _Differing, part: _Differing) -> bool:
        """Return whether another quotation begins between two parts, on either side."""
        return any(
            before.at[at] < start < part.ends[at] for at, side in enumerate(self._sides) for start in side.quoted.breaks
        )

    def replacement(self, group: list[_Differing]) -> Replacement:
        """Return the words of a group, with the next word if one side has none: 'all saw', 'saw'."""
        starts, ends = group[0].at, group[-1].ends
        left, right = self._sides.left.text, self._sides.right.text
        if not all(any(side) for side in zip(*(part.is_on for part in group), strict=True)):
            further = _next_word(left, ends[0]), _next_word(right, ends[1])
            ends = further if further[0] > ends[0] and further[1] > ends[1] else ends
        return Replacement(_trimmed(left[starts[0] : ends[0]]), _trimmed(right[starts[1] : ends[1]]))


def _word_changes(replaced: tuple[Replacement, ...], ends: list[_Differing]) -> WordChanges:
    """Return the replaced words, and the words that only one side has."""
    left, right = [part.left for part in ends], [part.right for part in ends]
    cut, added = (tuple(_trimmed(text) for text in side if _WORD.search(text)) for side in (left, right))
    return WordChanges(replaced, cut, added)


def _letters(text: str) -> str:
    """Return the letters of a text: 'stand- alones', hyphenated at the end of a line, is 'standalones'."""
    return spelled_form("".join(word.text for word in words(text) if word.is_word))


def _next_word(text: str, at: int) -> int:
    """Return the end of the next word, or `at` if no word follows."""
    found = _WHOLE_WORD.search(text, at)
    return found.end() if found else at


def _trimmed(text: str) -> str:
    """Return a text on one line, without the punctuation at its ends that has no meaning."""
    return " ".join(text.split()).strip(",;: ，、；：").lstrip(".!?。 ")
