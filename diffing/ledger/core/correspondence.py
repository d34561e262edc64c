"""Relate the places of both sides, by the rows and spans of a comparison.

left   the embargo |in force| since April 2019     'force' is replaced by 'effect', '2019' is kept
right  the embargo |in effect| since April 2019
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise
from math import inf
from typing import NamedTuple

from diffing.ledger.core.moved_spans import moved_gaps, moved_pieces, overlap
from diffing.ledger.core.row_numbers import row_numbers
from diffing.model import Article, Comparison, Kind, Op, Pair, Place, Row, Span
from diffing.text.lost_letters import has_foreign_letter
from diffing.text.reading import ReadArticle, read_articles
from diffing.text.spelling import Spelling
from diffing.text.tokens import other_words
from diffing.text.words import spelled_form, words

# Characters of one side of a row that are searched for mentions: some ten pages, far more than a paragraph.
_LONGEST_ROW = 30_000
# The share of a row that is kept where its clauses stand in their order.
_MOSTLY = 0.75
# Rows that are kept in memory, those of an article: each subject asks for them.
_ROWS_READY = 128


class Correspondence:
    """Relation of the places of both articles. `rows` has the row number of each paragraph, for both sides."""

    def __init__(self, comparison: Comparison, read: Pair[ReadArticle] | None = None) -> None:
        """Take a finished comparison, and its articles as they are read."""
        self.comparison = comparison
        self._articles = read or read_articles(comparison.articles)
        self.rows = row_numbers(comparison)
        self._row = lru_cache(maxsize=_ROWS_READY)(self._read)

    @cached_property
    def story(self) -> Pair[Sequence[int]]:
        """The paragraphs of the story on each side, rising; the others are boilerplate."""
        rows = [row for row in self.comparison.rows if not row.furniture]
        return Pair(
            sorted(index for row in rows for index in row.left), sorted(index for row in rows for index in row.right)
        )

    @cached_property
    def reworded(self) -> Pair[Sequence[int]]:
        """The paragraphs of each side whose words differ from their counterparts; very long rows are left out."""
        rows = [
            row
            for row in self.comparison.rows
            if row.kind is not Kind.UNCHANGED and row.left and row.right and not self._is_endless(row)
        ]
        return Pair([index for row in rows for index in row.left], [index for row in rows for index in row.right])

    @cached_property
    def other_words(self) -> frozenset[str]:
        """The compared forms under which changed words of both sides differ in their accents, and are not one word."""
        found: set[str] = set()
        for row in self.comparison.rows:
            changed = Pair(
                " ".join(span.left for span in row.spans if span.op is not Op.EQUAL),
                " ".join(span.right for span in row.spans if span.op is not Op.EQUAL),
            )
            if not any(map(has_foreign_letter, changed)):
                continue
            forms = _in_two_spellings(changed)
            if forms and not self._is_endless(row):
                left, right = self._articles.left.joined(row.left), self._articles.right.joined(row.right)
                found |= forms & other_words(left.text, right.text, self.spelling)
        return frozenset(found)

    @property
    def spelling(self) -> Spelling:
        """The spelling habits of both articles."""
        return self._articles.left.spelling

    def _is_endless(self, row: Row) -> bool:
        return any(
            sum(len(article.paragraphs[index].text) for index in indices) > _LONGEST_ROW
            for article, indices in zip(self._articles, (row.left, row.right), strict=True)
        )

    def is_same_text(self, row: int) -> bool:
        """Return whether the two sides of a row are the same text, character by character."""
        spans = self.comparison.rows[row].spans
        return len(spans) == 1 and spans[0].left == spans[0].right

    def is_kept(self, left: Place, right: Place) -> bool:
        """Return whether both places have the same words: in one equal span, at equal distances from its start."""
        found = self._in_row(left, right)
        return found is not None and found[0].is_kept(*found[1:])

    def is_equal(self, place: Place, *, is_left: bool) -> bool:
        """Return whether the words at a place of one side are equal on the other side, in place or moved."""
        return all(span.op is Op.EQUAL for span in self._spans(place, is_left))

    def is_moved(self, place: Place, *, is_left: bool) -> bool:
        """Return whether the words at a place of one side stand elsewhere in their row on the other side."""
        return all(span.move is not None for span in self._spans(place, is_left))

    def has_words_in_place(self, place: Place, *, is_left: bool) -> bool:
        """Return whether the other side has words in the change, or the changes, that a place of one side touches."""
        row, ends = self._at(place, is_left)
        return row.has_words_in_place(ends, is_left=is_left)

    def _spans(self, place: Place, is_left: bool) -> Sequence[Span]:
        """Return the spans that have a character of a place of one side."""
        row, ends = self._at(place, is_left)
        return row.touched(ends, is_left=is_left)

    def _at(self, place: Place, is_left: bool) -> "tuple[_SideBySide, _Ends]":
        """Return the row of a place of one side, and its range there."""
        rows = self.rows.left if is_left else self.rows.right
        row = self._row(rows[place.paragraph])
        start = (row.starts.left if is_left else row.starts.right)[place.paragraph]
        return row, _Ends(start + place.start, start + place.end)

    def is_replaced(self, left: Place, right: Place) -> bool:
        """Return whether both places overlap one replacement, or a deletion and an insertion that touch."""
        found = self._in_row(left, right)
        return found is not None and found[0].is_replaced(*found[1:])

    def is_exact_replacement(self, left: Place, right: Place) -> bool:
        """Return whether both places share a change without other words, in a row that is mostly kept."""
        found = self._in_row(left, right)
        return found is not None and found[0].is_exact_replacement(*found[1:])

    def beside(self, left: Place, right: Place) -> Pair[tuple[str, str]] | None:
        """Return the text before and behind both places in the change that they share, or None if they share none."""
        found = self._in_row(left, right)
        return None if found is None else found[0].beside(*found[1:])

    def is_near(self, left: Place, right: Place) -> bool:
        """Return whether both places stand in corresponding sentences: those with the most characters in common."""
        found = self._in_row(left, right)
        return found is not None and found[0].is_near(*found[1:])

    def near_pairs(self, left: Sequence[Place], right: Sequence[Place]) -> Iterator[tuple[int, int]]:
        """Yield the indices of the places of one row that stand in corresponding sentences; see is_near()."""
        if left and right:
            row = self._row(self.rows.left[left[0].paragraph])
            own = row.sentence_numbers(left, is_left=True)
            other = row.sentence_numbers(right, is_left=False)
            there, back = row.counterparts
            for at, number in enumerate(own):
                for index, counterpart in enumerate(other):
                    if there[number] == counterpart or back[counterpart] == number:
                        yield at, index

    def distance(self, left: Place, right: Place) -> float:
        """Return the distance of both places in characters, measured along their row; infinite for different rows."""
        found = self._in_row(left, right)
        return inf if found is None else found[0].distance(*found[1:])

    def _in_row(self, left: Place, right: Place) -> "tuple[_SideBySide, _Ends, _Ends] | None":
        at = self.rows.left[left.paragraph]
        if self.rows.right[right.paragraph] != at:
            return None
        row = self._row(at)
        own, other = row.starts.left[left.paragraph], row.starts.right[right.paragraph]
        return row, _Ends(own + left.start, own + left.end), _Ends(other + right.start, other + right.end)

    def _read(self, at: int) -> "_SideBySide":
        return _SideBySide(self.comparison.rows[at], self.comparison.articles, self._articles)


def _in_two_spellings(texts: Pair[str]) -> set[str]:
    """Return the compared forms of the words that both texts have, not all with the same accents.

    Single characters are left out: those of Han are no words of their own.
    """
    spelled: Pair[defaultdict[str, set[str]]] = Pair(defaultdict(set), defaultdict(set))
    for text, found in zip(texts, spelled, strict=True):
        for word in words(text):
            if word.is_word and len(word.form) > 1:
                found[word.form].add(spelled_form(word.text))
    return {
        form for form in spelled.left.keys() & spelled.right.keys() if len(spelled.left[form] | spelled.right[form]) > 1
    }


class _Ends(NamedTuple):
    """Range of a row's text on one side, in code points."""

    start: int
    end: int


class _SideBySide:
    """A row with both texts. `starts` has the offset of each paragraph in the text of its side."""

    def __init__(self, row: Row, articles: Pair[Article], read: Pair[ReadArticle]) -> None:
        self._spans = row.spans
        self._texts = Pair(read.left.joined(row.left), read.right.joined(row.right))
        self.starts = Pair(_starts(articles.left, row.left), _starts(articles.right, row.right))
        self._cuts = Pair(
            [0, *accumulate(len(span.left) for span in row.spans)],
            [0, *accumulate(len(span.right) for span in row.spans)],
        )

    def is_kept(self, left: _Ends, right: _Ends) -> bool:
        own, other = _touched(left, self._cuts.left), _touched(right, self._cuts.right)
        if own != other:
            return False
        spans = self._spans[own.start : own.stop]
        if any(span.op is not Op.EQUAL or span.move is not None for span in spans):
            return False
        # An equal span can have texts of different lengths, such as a dash and two hyphens: the word may be shifted.
        apart = (left.start - self._cuts.left[own.start]) - (right.start - self._cuts.right[other.start])
        return not apart or abs(apart) <= sum(abs(len(span.left) - len(span.right)) for span in spans)

    def touched(self, ends: _Ends, *, is_left: bool) -> Sequence[Span]:
        """Return the spans that have a character of a range of one side."""
        at = _touched(ends, self._cuts.left if is_left else self._cuts.right)
        return self._spans[at.start : at.stop]

    def has_words_in_place(self, ends: _Ends, *, is_left: bool) -> bool:
        """Return whether the other side has words in a change that a range of one side touches."""
        touched = _touched(ends, self._cuts.left if is_left else self._cuts.right)
        there = [self._extents[change] for at in touched if (change := self._changes[at]) is not None]
        moved = (pair if is_left else pair.swapped() for pair in self._moved_gaps)
        there += [other for own, other in moved if overlap(own, touched)]
        return any(
            any(map(str.isalnum, span.right if is_left else span.left))
            for spans in there
            for span in self._spans[spans.start : spans.stop]
        )

    def is_replaced(self, left: _Ends, right: _Ends) -> bool:
        return self._common_change(left, right) is not None

    def beside(self, left: _Ends, right: _Ends) -> Pair[tuple[str, str]] | None:
        change = self._common_change(left, right)
        if change is None:
            return None
        return Pair(
            _beside(left, self._texts.left.text, self._cuts.left[change.left.start], self._cuts.left[change.left.stop]),
            _beside(
                right, self._texts.right.text, self._cuts.right[change.right.start], self._cuts.right[change.right.stop]
            ),
        )

    def is_exact_replacement(self, left: _Ends, right: _Ends) -> bool:
        beside = self.beside(left, right) if self._is_mostly_kept else None
        return beside is not None and not any(text.strip() for side in beside for text in side)

    @cached_property
    def _is_mostly_kept(self) -> bool:
        """True if most characters of the longer side stand on the other side."""
        kept = sum(len(self._spans[at].left) for at, _ in self._equals)
        return kept >= _MOSTLY * max(cuts[-1] for cuts in self._cuts)

    def _common_change(self, left: _Ends, right: _Ends) -> Pair[range] | None:
        """Return the spans of the first change that both ranges share, in place or inside a passage that moved."""
        own, other = _touched(left, self._cuts.left), _touched(right, self._cuts.right)
        common = {self._changes[at] for at in own} & {self._changes[at] for at in other}
        change = min((change for change in common if change is not None), default=None)
        if change is not None:
            return Pair(self._extents[change], self._extents[change])
        return next((gap for gap in self._moved_gaps if overlap(gap.left, own) and overlap(gap.right, other)), None)

    @cached_property
    def _moved_gaps(self) -> Sequence[Pair[range]]:
        """The changes inside passages that moved."""
        return moved_gaps(self._spans)

    def is_near(self, left: _Ends, right: _Ends) -> bool:
        own, other = _sentence_at(left, self._sentences.left), _sentence_at(right, self._sentences.right)
        counterparts = self.counterparts
        return counterparts.left[own] == other or counterparts.right[other] == own

    def sentence_numbers(self, places: Sequence[Place], *, is_left: bool) -> list[int]:
        """Return the number of the sentence of each place of one side."""
        starts = self.starts.left if is_left else self.starts.right
        sentences = self._sentences.left if is_left else self._sentences.right
        return [bisect_right(sentences, starts[place.paragraph] + place.start) - 1 for place in places]

    def distance(self, left: _Ends, right: _Ends) -> float:
        there = _projected(left.start, self._cuts.left, self._cuts.right)
        back = _projected(right.start, self._cuts.right, self._cuts.left)
        return abs(there - right.start) + abs(back - left.start)

    @cached_property
    def _changes(self) -> list[int | None]:
        """The number of the change of each span, None for equal spans. White space does not separate changes.

        Words that moved leave a change, and make one where they stand now.
        """
        numbers: list[int | None] = []
        number = 0
        for span in self._spans:
            is_change = span.op is not Op.EQUAL or span.move is not None
            number += not is_change and bool(span.left.strip() or span.right.strip())
            numbers.append(number if is_change else None)
        return numbers

    @cached_property
    def _extents(self) -> dict[int, range]:
        """The spans of each change."""
        extents: dict[int, range] = {}
        for at, change in enumerate(self._changes):
            if change is not None:
                extents[change] = range(extents[change].start if change in extents else at, at + 1)
        return extents

    @cached_property
    def _sentences(self) -> Pair[list[int]]:
        """The offsets of the sentences of each side."""
        return self._texts.map(lambda text: [sentence.start for sentence in text.sentences])

    @cached_property
    def counterparts(self) -> Pair[list[int]]:
        """The counterpart of each sentence: the sentence of the other side with the most characters in common.

        The counterpart of a sentence with nothing in common is the sentence at its position.
        """
        common: Counter[tuple[int, int]] = Counter()
        for left, right in self._equals:
            start = Pair(self._cuts.left[left], self._cuts.right[right])
            length = len(self._spans[left].left)
            ends = (
                sentence - own
                for sentences, own in zip(self._sentences, start, strict=True)
                for sentence in sentences[bisect_right(sentences, own) : bisect_left(sentences, own + length)]
            )
            for at, end in pairwise(sorted({0, *ends, length})):
                pair = (
                    bisect_right(self._sentences.left, start.left + at) - 1,
                    bisect_right(self._sentences.right, start.right + at) - 1,
                )
                common[pair] += end - at
        shared = Pair(common, {(right, left): length for (left, right), length in common.items()})
        return Pair(
            _best(shared.left, self._sentences.left, self._sentences.right, self._cuts),
            _best(shared.right, self._sentences.right, self._sentences.left, self._cuts.swapped()),
        )

    @cached_property
    def _equals(self) -> Sequence[tuple[int, int]]:
        """The indices of the spans with equal words of both sides: one in place, two of words that moved."""
        in_place = [(at, at) for at, span in enumerate(self._spans) if span.op is Op.EQUAL and span.move is None]
        return [*in_place, *moved_pieces(self._spans)]


def _starts(article: Article, indices: tuple[int, ...]) -> dict[int, int]:
    lengths = (len(article.paragraphs[index].text) + 1 for index in indices)
    return dict(zip(indices, accumulate(lengths, initial=0), strict=False))


def _touched(ends: _Ends, cuts: list[int]) -> range:
    """Return the indices of the spans that have a character of the range."""
    return range(bisect_right(cuts, ends.start) - 1, bisect_left(cuts, ends.end))


def _overlap(one: range, other: range) -> bool:
    return one.start < other.stop and other.start < one.stop


def _sentence_at(ends: _Ends, starts: list[int]) -> int:
    return bisect_right(starts, ends.start) - 1


def _beside(ends: _Ends, text: str, start: int, end: int) -> tuple[str, str]:
    """Return the characters `start`..`end` of a text before the range and behind it."""
    return text[start : max(start, ends.start)], text[min(end, ends.end) : end]


def _projected(offset: int, own: list[int], other: list[int]) -> float:
    """Return the offset on the other side that corresponds to an offset: in the same span, at the same share of it."""
    at = min(bisect_right(own, offset), len(own) - 1) - 1
    length = own[at + 1] - own[at]
    share = (offset - own[at]) / length if length else 0.0
    return other[at] + share * (other[at + 1] - other[at])


def _best(
    common: dict[tuple[int, int], int], starts: list[int], other_starts: list[int], cuts: Pair[list[int]]
) -> list[int]:
    """Return for each sentence the counterpart with the most in common; of equals the first."""
    best: dict[int, tuple[int, int]] = {}
    for (own, other), length in sorted(common.items()):
        if own not in best or length > best[own][1]:
            best[own] = (other, length)
    return [
        best[number][0]
        if number in best
        else max(0, bisect_right(other_starts, int(_projected(start, cuts.left, cuts.right))) - 1)
        for number, start in enumerate(starts)
    ]
