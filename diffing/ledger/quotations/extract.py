"""Extract the quotations of an article: words between marks, with the parts of one quotation joined.

“We came,” she said, “and saw.”              one quotation, divided by the attribution
“We came. ¶ “And we saw,” she said.          one quotation in two paragraphs: both open it, only the last closes it
—Hemos venido —dijo ella—. Y hemos visto.    one quotation in dashes, as Spanish and French write speech
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise

from diffing.ledger.language.lexicon import Lexicon
from diffing.ledger.quotations.dashes import speech_in_dashes
from diffing.ledger.quotations.marks import SINGLES, TITLES, Marked, marks_of
from diffing.ledger.quotations.speakers import Attribution, attribution_before, attribution_behind
from diffing.model import Article, Place
from diffing.patterns import lazy_pattern
from diffing.text.function_words import FUNCTION_WORDS, content_words
from diffing.text.markup import without_markup_strings
from diffing.text.words import compared_form, word_forms

# Words of speech beside a reporting verb, and without one. Shorter quotations are titles, nicknames or words from which
# the writer keeps a distance; their loss is no entry.
_WORDS_OF_SPEECH = 3
_SENTENCE_ENDS = ".!?…。！？"
_WORDS_WITHOUT_VERB = 8
# Words of a name that stands in marks.
_WORDS_OF_NAME = 4
# The share of capitalised content words in the title of a work: “The Lord of the Rings”.
_TITLE_SHARE = 0.7
# Characters between two parts of one quotation.
_LONGEST_BREAK = 120
# Characters beside the marks that are searched for the speaker.
_BESIDE = 160
# The end of a part before an attribution, inside the marks or behind them, if the quotation continues.
_CONTINUES = frozenset(",!?…-–—，")
_BEFORE_REST = lazy_pattern(r"[.!?…,:;–—-][\"'”’»]*\s*$")
# The start of another sentence between two quotations: “We came,” he said. Ruiz said: “We saw.”
_OTHER_SENTENCE = lazy_pattern(r"^[.;]|[.!?…]\s+\w")
_ENDS = lazy_pattern(r"[.!?…][\"'”’»]*\s*$")
_HAN_AND_KANA = "\u2e80"


@dataclass(frozen=True)
class Quotation:
    """Words that an article has between marks, in one or several places.

    `places` are the places of the words, without the marks; `texts` are the words. `mark` is the opening mark.
    `is_closed` is false if the closing mark is missing, so that the end is uncertain.
    """

    places: tuple[Place, ...]
    texts: tuple[str, ...]
    mark: str
    is_closed: bool = True
    attribution: Attribution | None = None

    @property
    def text(self) -> str:
        """All parts as one text."""
        return " ".join(self.texts)

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """The compared forms of the words, without punctuation and without the marks inside."""
        return tuple(word_forms(self.text))

    @cached_property
    def content(self) -> tuple[str, ...]:
        """The content words."""
        return tuple(content_words(self.forms))

    @cached_property
    def size(self) -> int:
        """The number of words; two characters of a script without spaces count as one word."""
        unspaced = sum(len(form) == 1 and form > _HAN_AND_KANA for form in self.forms)
        return len(self.forms) - unspaced // 2

    @cached_property
    def is_speech(self) -> bool:
        """True if the words are speech, and no title or single word that the writer keeps a distance from."""
        # A whole sentence in marks is spoken: “We saw nothing,” she said. She shrugged. “Anyone can look.”
        is_sentence = self.text[-1] in _SENTENCE_ENDS
        least = _WORDS_WITHOUT_VERB if self.attribution is None and not is_sentence else _WORDS_OF_SPEECH
        return self.size >= least and self.mark not in TITLES and not self._is_title

    @property
    def is_name(self) -> bool:
        """True if the marks stand around a name, such as that of a club or a paper: клуб «Вельмар», « Le Courrier »."""
        # One word beside a verb of speech is speech: “Never,” she said.
        is_speech = self.attribution is not None and self.size == 1
        if is_speech or self.size > _WORDS_OF_NAME or not self.text[-1].isalnum():
            return False
        words = [word for word in self.text.split() if compared_form(word) not in FUNCTION_WORDS]
        return bool(words) and all(word[0].isupper() for word in words)

    @property
    def _is_title(self) -> bool:
        words = [word for word in self.text.split() if compared_form(word) not in FUNCTION_WORDS]
        return sum(word[0].isupper() for word in words) >= _TITLE_SHARE * len(words)


def quotations(article: Article, lexicon: Lexicon) -> tuple[Quotation, ...]:
    """Return the quotations of an article, in the order of their starts; a quotation inside another is part of it."""
    texts = [paragraph.text for paragraph in article.paragraphs]
    found: list[Quotation] = []
    for run in _runs(texts, lexicon):
        if not run.places:
            continue
        if found and _is_broken(found[-1], run, texts, lexicon):
            before = found.pop()
            run = Quotation(before.places + run.places, before.texts + run.texts, before.mark, run.is_closed)
        found.append(run)
    return tuple(
        Quotation(one.places, one.texts, one.mark, one.is_closed, _attribution(one, texts, lexicon)) for one in found
    )


def _runs(texts: Sequence[str], lexicon: Lexicon) -> Iterator[Quotation]:
    """Yield the words between an opening mark and its closing mark, also over several paragraphs."""
    elisions = _elisions(tuple(lexicon.get("quotations", {}).get("elisions", ())))
    waiting: list[tuple[int, Marked]] = []
    for at, text in enumerate(texts):
        if waiting and text.startswith("»"):
            text = f"«{text[1:]}"  # French begins a paragraph that continues a quotation with this closing mark
        closed, unclosed = marks_of(without_markup_strings(text), elisions)
        goes_on = unclosed is not None and _next_continues(unclosed.mark, texts, at)
        if not closed and unclosed is None and (speech := speech_in_dashes(text, lexicon)):
            yield _quotation([(at, part) for part in speech], texts, is_closed=True)
        for piece in _pieces(text, closed, unclosed, certain=goes_on or bool(waiting)):
            if waiting and not _begins(text, piece):
                yield _quotation(waiting, texts, is_closed=False)
                waiting = []
            waiting.append((at, piece))
            if not (goes_on and piece is unclosed):
                yield _quotation(waiting, texts, is_closed=piece is not unclosed)
                waiting = []
    if waiting:
        yield _quotation(waiting, texts, is_closed=False)


def _pieces(text: str, closed: Sequence[Marked], unclosed: Marked | None, *, certain: bool) -> Iterator[Marked]:
    """Yield the quoted words of a paragraph, rising.

    Words behind an unclosed mark count only if the paragraphs around make it `certain` that the mark opens a quotation,
    or if it can be no apostrophe and no closed quotation follows.
    """
    inside = [marked for marked in closed if unclosed is not None and marked.start > unclosed.start]
    yield from closed[: len(closed) - len(inside)]
    if unclosed is not None and (certain or (unclosed.mark not in SINGLES and not inside)):
        yield unclosed
    else:
        yield from inside


def _next_continues(mark: str, texts: Sequence[str], at: int) -> bool:
    """Return whether the next paragraph opens like the continuation of a quotation; for « also with »."""
    following = texts[at + 1].lstrip()[:1] if at + 1 < len(texts) else ""
    return following == mark or (mark == "«" and following == "»")


def _begins(text: str, marked: Marked) -> bool:
    """Return whether a paragraph begins with a quotation."""
    return not text[: marked.start - 1].strip()


def _quotation(pieces: Sequence[tuple[int, Marked]], texts: Sequence[str], *, is_closed: bool) -> Quotation:
    """Return a quotation without the white space beside its marks; places with only white space are left out."""
    places = []
    for at, (start, end, _) in pieces:
        shown = texts[at][start:end]
        start += len(shown) - len(shown.lstrip())
        if shown.strip():
            places.append(Place(at, start, start + len(shown.strip())))
    return Quotation(
        tuple(places), tuple(texts[at][start:end] for at, start, end in places), pieces[0][1].mark, is_closed
    )


def _is_broken(before: Quotation, after: Quotation, texts: Sequence[str], lexicon: Lexicon) -> bool:
    """Return whether two quotations are parts of one: the words between only name the speaker (',” she said, “').

    “We came,” said Ann. “We saw,” said Bob: each has a speaker, so these are two.
    """
    place, following = before.places[-1], after.places[0]
    if place.paragraph != following.paragraph or before.mark != after.mark or not before.is_closed:
        return False
    text = texts[place.paragraph]
    between = _between(place, following, text)
    ends = before.texts[-1][-1]
    # “We came.” He called it “a disaster”: another sentence begins behind the full stop.
    # “We came,” she said, and met “an old friend”: the sentence has more than the speaker.
    if len(between) > _LONGEST_BREAK or ends == "." or not _BEFORE_REST.search(between):
        return False
    if _CONTINUES.isdisjoint(ends + between[:1]) or _OTHER_SENTENCE.search(between):
        return False
    if attribution_behind(between, lexicon) is None:
        return False
    if not _ENDS.search(between):
        return True
    # She was “tired of it”, said Ann. “We came”: quoted words inside a sentence do not begin a divided quotation.
    behind = _attribution_behind(after, texts, lexicon)
    begins = not _before(before.places[0], texts[before.places[0].paragraph]).rstrip()[-1:].isalnum()
    return begins and (behind is None or not behind.speaker)


def _attribution(quotation: Quotation, texts: Sequence[str], lexicon: Lexicon) -> Attribution | None:
    """Return the attribution of a quotation: between its parts, behind the last or before the first."""
    for place, following in pairwise(quotation.places):
        if place.paragraph == following.paragraph:
            between = _between(place, following, texts[place.paragraph])
            if found := attribution_behind(between, lexicon):
                return found
    before = _before(quotation.places[0], texts[quotation.places[0].paragraph])
    found = _attribution_behind(quotation, texts, lexicon) or attribution_before(before, lexicon)
    if found is None and before.rstrip().endswith((":", "：")):
        return Attribution("", "")  # a colon introduces speech as a verb does, in any language
    return found


def _attribution_behind(quotation: Quotation, texts: Sequence[str], lexicon: Lexicon) -> Attribution | None:
    if quotation.texts[-1].endswith("."):
        return None  # “We came.” He called it bad: no attribution follows a full stop
    last = quotation.places[-1]
    return attribution_behind(_behind(last, texts[last.paragraph]), lexicon)


def _between(place: Place, following: Place, text: str) -> str:
    return text[place.end : following.start].strip()[1:-1]


def _behind(place: Place, text: str) -> str:
    return text[place.end : place.end + _BESIDE].lstrip()[1:]


def _before(place: Place, text: str) -> str:
    return text[max(0, place.start - _BESIDE) : place.start].rstrip()[:-1]


@cache
def _elisions(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(words)
