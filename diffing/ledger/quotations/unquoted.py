"""Words that one text has between marks and the other without: direct speech told as reported, a title set plainly.

He called them “experts”.      |  He called them experts.              the same words in the same place
“We will leave Mali,” he said. |  He said that they would leave Mali.  the words of matter, in the same sentences
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, groupby
from typing import NamedTuple

from diffing.ledger.quotations.extract import Quotation
from diffing.model import Place
from diffing.text.reading import ReadArticle
from diffing.text.words import STEM_LENGTH, Word, words

# Fewer words are also said by chance: they count only in the same place.
_WORDS_ANYWHERE = 6
# Told in other words, this share of the words of matter is left, and so many at least.
_SHARE_REPORTED = 0.5
_LEAST_REPORTED = 3
# Of its words, a sentence has this share to be one that tells it.
_SHARE_OF_SENTENCE = 0.25
# What is searched in all, in characters: half a second's worth. Asking whether words are in place and reading a
# paragraph for a report cost as much as searching so many.
_MOST_SEARCHED = 400_000_000
_COST_OF_PLACE = 5_000
_COST_OF_READING = 50
# Between forms; no word has white space in it, but some forms do (of U+037A).
_BETWEEN = "\x1f"


class Standing(NamedTuple):
    """Where the words stand without marks, and whether they are the same, and not just most of them."""

    places: tuple[Place, ...]
    is_exact: bool
    in_row: bool


class Unmarked:
    """The words of an article that are not between marks."""

    def __init__(self, article: ReadArticle, quotations: Sequence[Quotation]) -> None:
        """Take an article as it is read, and its quotations."""
        self._article = article
        self._quotations = quotations
        self._marked: defaultdict[int, list[Place]] = defaultdict(list)
        for quotation in quotations:
            for place in quotation.places:
                self._marked[place.paragraph].append(place)
        self._read: dict[int, list[Word]] = {}
        self._lines: dict[int, str] = {}
        self._searched = 0

    def find(self, quotation: Quotation, row: Sequence[int], is_in_place: Callable[[Place], bool]) -> Standing | None:
        """Where the words of a quotation of the other article stand here.

        `row` are the paragraphs beside those of the quotation, and `is_in_place` says whether words stand in its place.
        """
        for paragraph in row:
            for place in self._runs(quotation.forms, paragraph):
                if quotation.size >= _WORDS_ANYWHERE or is_in_place(place):
                    return Standing((place,), is_exact=True, in_row=True)
        if not quotation.is_voice:
            return None
        for paragraph in row:
            if reported := self._reported(quotation, paragraph):
                return Standing(reported, is_exact=False, in_row=True)
        if quotation.size >= _WORDS_ANYWHERE:
            holder = self._holder(quotation, self._plain)
            for place in self._runs(quotation.forms, holder) if holder is not None else ():
                return Standing((place,), is_exact=True, in_row=False)
        return None

    def is_between_marks(self, quotation: Quotation) -> bool:
        """Whether the words of a quotation of the other article stand here in a longer one."""
        return self._holder(quotation, self._quoted) is not None

    def _holder(self, quotation: Quotation, texts: "_Joined") -> int | None:
        """The text that has all forms of a quotation in a row, as long as searching does not take too long."""
        if self._searched > _MOST_SEARCHED:
            return None
        self._searched += len(texts.joined)
        at = texts.joined.find(_line(quotation.forms))
        return bisect_right(texts.starts, at) - 1 if at >= 0 else None

    @cached_property
    def _plain(self) -> "_Joined":
        return _joined(map(self._line, range(len(self._article.paragraphs))))

    @cached_property
    def _quoted(self) -> "_Joined":
        return _joined(_line(quotation.forms) for quotation in self._quotations)

    def _words(self, paragraph: int) -> list[Word]:
        """The words of a paragraph; those between quotation marks have an empty form, which no word is equal to."""
        if paragraph not in self._read:
            marked = sorted(self._marked[paragraph])
            starts = [place.start for place in marked]
            found: list[Word] = []
            for word in words(self._article.paragraphs[paragraph].text):
                at = bisect_right(starts, word.start) - 1
                if word.is_word:
                    found.append(word._replace(form="") if at >= 0 and word.start < marked[at].end else word)
            self._read[paragraph] = found
        return self._read[paragraph]

    def _line(self, paragraph: int) -> str:
        if paragraph not in self._lines:
            self._lines[paragraph] = _line(word.form for word in self._words(paragraph))
        return self._lines[paragraph]

    def _runs(self, forms: tuple[str, ...], paragraph: int) -> Iterator[Place]:
        """Where a paragraph has these words in a row."""
        own, line, wanted = self._words(paragraph), self._line(paragraph), _line(forms)
        self._searched += len(line)
        first = last = 0
        at = line.find(wanted)
        while at >= 0 and self._searched <= _MOST_SEARCHED:
            first += line.count(_BETWEEN, last, at)
            yield Place(paragraph, own[first].start, own[first + len(forms) - 1].end)
            self._searched += _COST_OF_PLACE
            last, at = at, line.find(wanted, at + 1)

    def _reported(self, quotation: Quotation, paragraph: int) -> tuple[Place, ...]:
        """Where a paragraph tells in other words what a quotation says: the sentences with most of its words."""
        wanted = {form[:STEM_LENGTH] for form in quotation.content}
        if len(wanted) < _LEAST_REPORTED:
            return ()
        text = self._article.paragraphs[paragraph]
        self._searched += _COST_OF_READING * len(text.text)
        if self._searched > _MOST_SEARCHED:
            return ()
        starts = [sentence.start for sentence in text.sentences]
        hits = [word for word in self._words(paragraph) if word.form[:STEM_LENGTH] in wanted]
        by_sentence = [list(group) for _, group in groupby(hits, key=lambda word: bisect_right(starts, word.start))]
        found: set[str] = set()
        telling: list[Place] = []
        for group in sorted(by_sentence, key=lambda group: -len({word.form[:STEM_LENGTH] for word in group})):
            new = {word.form[:STEM_LENGTH] for word in group} - found
            # A name alone (T-Bone Walker) says nothing.
            is_told = sum(word.text[0].islower() for word in group) > 1
            if is_told and len(new) >= max(2, _SHARE_OF_SENTENCE * len(wanted)):
                found |= new
                telling.append(Place(paragraph, group[0].start, group[-1].end))
        return tuple(sorted(telling)) if len(found) >= max(_LEAST_REPORTED, _SHARE_REPORTED * len(wanted)) else ()


class _Joined(NamedTuple):
    """Texts in one, and where each begins."""

    joined: str
    starts: list[int]


def _joined(lines: Iterable[str]) -> _Joined:
    held = list(lines)
    return _Joined("".join(held), list(accumulate(map(len, held[:-1]), initial=0)))


def _line(forms: Iterable[str]) -> str:
    """Forms as a text in which they can be searched as whole words."""
    return f"{_BETWEEN}{_BETWEEN.join(forms)}{_BETWEEN}"
