"""Find the words of a quotation without marks in the other article: reported speech, or a word that lost its marks.

He called them “experts”.      |  He called them experts.              the same words in the same place
“We will leave Mali,” he said. |  He said that they would leave Mali.  the content words, in the same sentences
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, groupby
from typing import NamedTuple

from diffing.ledger.quotations.extract import Quotation
from diffing.model import Place
from diffing.text.folding import stem_of
from diffing.text.reading import ReadArticle
from diffing.text.words import Word, words

# Words of a quotation that may stand anywhere. Fewer words may be equal by chance: they count only in the same place.
_WORDS_ANYWHERE = 6
# The share and the least number of the content words of a quotation that reported speech keeps.
_SHARE_REPORTED = 0.5
_LEAST_REPORTED = 3
# The same of a shorter quotation of which every content word is there: 'We will not sell the herd'.
_LEAST_WHOLE = 2
# The share of these words that a sentence must have to be part of the reported speech.
_SHARE_OF_SENTENCE = 0.25
# Characters that are searched for all quotations of an article: about half a second. A check whether words are in
# place, and each character that is read for reported speech, count as this number of characters.
_MOST_SEARCHED = 400_000_000
_COST_OF_PLACE = 5_000
_COST_OF_READING = 50
# Separator between forms. A space is not enough: the compared form of some words has one (U+037A).
_BETWEEN = "\x1f"


class UnquotedMatch(NamedTuple):
    """Places of the unquoted words that correspond to a quotation.

    `is_exact` is true if all words are equal, `in_row` if they stand in the row of the quotation.
    """

    places: tuple[Place, ...]
    is_exact: bool
    in_row: bool


class UnquotedWords:
    """Searcher for the words of an article that are not between marks."""

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

    def find(
        self, quotation: Quotation, row: Sequence[int], is_in_place: Callable[[Place], bool]
    ) -> UnquotedMatch | None:
        """Return the unquoted words of this article that correspond to a quotation of the other article.

        `row` are the paragraphs of this article in the row of the quotation. `is_in_place` returns whether words stand
        in the place of the quotation.
        """
        for paragraph in row:
            for place in self._runs(quotation.forms, paragraph):
                if quotation.size >= _WORDS_ANYWHERE or is_in_place(place):
                    return UnquotedMatch((place,), is_exact=True, in_row=True)
        if not quotation.is_speech:
            return None
        for paragraph in row:
            if reported := self._reported(quotation, paragraph):
                return UnquotedMatch(reported, is_exact=False, in_row=True)
        if quotation.size >= _WORDS_ANYWHERE:
            holder = self._holder(quotation, self._plain)
            for place in self._runs(quotation.forms, holder) if holder is not None else ():
                return UnquotedMatch((place,), is_exact=True, in_row=False)
        return None

    def is_between_marks(self, quotation: Quotation) -> bool:
        """Return whether a quotation of this article contains the words of a quotation of the other article."""
        return self._holder(quotation, self._quoted) is not None

    def _holder(self, quotation: Quotation, texts: "_Joined") -> int | None:
        """Return the index of the text with all forms of a quotation one after the other.

        The result is None if no text has them, or if the limit of the search is reached.
        """
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
        """Return the words of a paragraph; quoted words have an empty form, which equals no word."""
        if paragraph not in self._read:
            marked = sorted(self._marked.get(paragraph, ()))
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
            # Without quotation marks the forms are enough: few paragraphs have words whose places are needed.
            is_plain = paragraph not in self._marked
            forms = (
                self._article.paragraphs[paragraph].forms
                if is_plain
                else [word.form for word in self._words(paragraph)]
            )
            self._lines[paragraph] = _line(forms)
        return self._lines[paragraph]

    def _runs(self, forms: tuple[str, ...], paragraph: int) -> Iterator[Place]:
        """Yield the places of a paragraph that have these words one after the other."""
        line, wanted = self._line(paragraph), _line(forms)
        self._searched += len(line)
        first = last = 0
        at = line.find(wanted)
        while at >= 0 and self._searched <= _MOST_SEARCHED:
            first += line.count(_BETWEEN, last, at)
            own = self._words(paragraph)
            yield Place(paragraph, own[first].start, own[first + len(forms) - 1].end)
            self._searched += _COST_OF_PLACE
            last, at = at, line.find(wanted, at + 1)

    def _reported(self, quotation: Quotation, paragraph: int) -> tuple[Place, ...]:
        """Return the places of a paragraph that report a quotation in other words: sentences with most of its words."""
        wanted = {*map(stem_of, quotation.content)}
        if len(wanted) < _LEAST_WHOLE:
            return ()
        text = self._article.paragraphs[paragraph]
        self._searched += _COST_OF_READING * len(text.text)
        if self._searched > _MOST_SEARCHED:
            return ()
        starts = [sentence.start for sentence in text.sentences]
        hits = [word for word in self._words(paragraph) if stem_of(word.form) in wanted]
        by_sentence = [list(group) for _, group in groupby(hits, key=lambda word: bisect_right(starts, word.start))]
        known: set[str] = set()
        reporting: list[Place] = []
        for group in sorted(by_sentence, key=lambda group: -len({stem_of(word.form) for word in group})):
            new = {stem_of(word.form) for word in group} - known
            # A mere name (T-Bone Walker) reports nothing.
            is_report = sum(word.text[0].islower() for word in group) > 1
            if is_report and len(new) >= max(2, _SHARE_OF_SENTENCE * len(wanted)):
                known |= new
                reporting.append(Place(paragraph, group[0].start, group[-1].end))
        is_reported = known == wanted or len(known) >= max(_LEAST_REPORTED, _SHARE_REPORTED * len(wanted))
        return tuple(sorted(reporting)) if is_reported else ()


class _Joined(NamedTuple):
    """Several texts as one text, and the offset of each."""

    joined: str
    starts: list[int]


def _joined(lines: Iterable[str]) -> _Joined:
    held = list(lines)
    return _Joined("".join(held), list(accumulate(map(len, held[:-1]), initial=0)))


def _line(forms: Iterable[str]) -> str:
    """Return forms as a text in which they can be searched as whole words."""
    return f"{_BETWEEN}{_BETWEEN.join(forms)}{_BETWEEN}"
