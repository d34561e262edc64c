"""Read the words of a fact, and find where a version says the same.

    |12| people in ¶1        key (12, count)         said again in ¶7 of the next version: "some |twelve| people"
    |Elias Roth| in ¶3       key {elias, roth}       said again in ¶5: |Roth|

The ledger has compared each version with the next. A fact whose words it does not list still stands in the next
version, but maybe in other words or in another place. Here it is looked for.
"""

from bisect import bisect_right
from collections.abc import Hashable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from operator import attrgetter
from typing import NamedTuple, TypeVar

from diffing.history.model import Fact, Step, Version
from diffing.ledger.core.model import Subject
from diffing.ledger.dates.extract import dates
from diffing.ledger.dates.glosses import Dated
from diffing.ledger.language.lexicon import Lexicon, code_of, lexicon
from diffing.ledger.numbers.extract import Quantity, quantities
from diffing.ledger.numbers.figures import decimal_separator
from diffing.ledger.numbers.number_words import number_words
from diffing.ledger.numbers.values import MONEY, PERCENT
from diffing.ledger.quotations.extract import Quotation, quotations
from diffing.model import Article, Place
from diffing.patterns import lazy_pattern
from diffing.text.folding import folded
from diffing.text.function_words import content_words
from diffing.text.reading import ReadText
from diffing.text.words import word_forms, words

FACTS = {
    Subject.NUMBER: Fact.NUMBER,
    Subject.NAME: Fact.NAME,
    Subject.DATE: Fact.DATE,
    Subject.QUOTATION: Fact.QUOTATION,
    Subject.ATTRIBUTION: Fact.ATTRIBUTION,
    Subject.SOURCE: Fact.ATTRIBUTION,
    Subject.NEGATION: Fact.STATUS,
    Subject.CERTAINTY: Fact.STATUS,
    Subject.CAUSE: Fact.STATUS,
    Subject.CONTENT: Fact.STATUS,
}
"""The facts that entries of a subject are about."""

_UNIT = lazy_pattern(r"(?<=[\d\s])[^\W\d].*$")
# A word that may be what a number counts: shorter ones are mostly of grammar.
_WORD = lazy_pattern(r"[^\W\d]{4,}")
_STOP = lazy_pattern(r"[,.;:()\u2013\u2014]")
# Characters on each side of words in which their sentence is read: one without an end is no sentence.
_AROUND = 300
# Words behind a number in which the word that it counts is looked for.
_MOST_BEHIND = 6
# Facts that a version says again wherever it has their words. A 'not' elsewhere is another one.
_ANYWHERE = (Fact.NUMBER, Fact.NAME, Fact.QUOTATION)


class Words(NamedTuple):
    """The words of a fact at a place of a version."""

    version: int
    fact: Fact
    place: Place


class VersionFacts:
    """The facts of all versions, each read when it is asked for."""

    def __init__(self, versions: Sequence[Version], steps: Sequence[Step]) -> None:
        """Take the versions and the steps between them, whose ledgers know the languages."""
        self.versions = versions
        self.steps = steps
        self._texts: dict[str, ReadText] = {}
        self._read: dict[tuple[str, str, str], tuple[Sequence[Quantity], Sequence[Dated]]] = {}
        self._articles = [_ArticleFacts(version.article, self._lexicon(at)) for at, version in enumerate(versions)]

    def _lexicon(self, version: int) -> Lexicon:
        if version < len(self.steps):
            return lexicon(self.steps[version].ledger.languages.left)
        return lexicon(self.steps[version - 1].ledger.languages.right if self.steps else "")

    def text(self, version: int, paragraph: int) -> ReadText:
        """Return a paragraph as it is read; equal ones are read once."""
        text = self.versions[version].article.paragraphs[paragraph].text
        return self._texts.get(text) or self._texts.setdefault(text, ReadText(text))

    def shown(self, words: Words) -> str:
        """Return the words as they are written."""
        return words.place.words(self.versions[words.version].article)

    def lexicon(self, version: int) -> Lexicon:
        """Return the lexicon of the language of a version."""
        return self._articles[version].lexicon

    def key(self, words: Words) -> Hashable:
        """Return what the words say, in a form that equal facts share."""
        if words.fact is Fact.NUMBER and (number := self.quantity(words)):
            return number.low, number.high, number.kind, number.unit
        if words.fact is Fact.DATE and (dated := self._dated(words)):
            return dated.moment
        return tuple(word_forms(self.shown(words)))

    def quantity(self, words: Words) -> Quantity | None:
        """Return the number at a place; None if there is none by itself."""
        return _at(self._numbers(words), words.place)

    def counted(self, words: Words) -> str:
        """Return what a number counts: its noun, its unit, or the next word of weight; '' if none follows.

        Of money and shares no word is wanted, and none behind a comma: 'Stein, 52, said'. A magnitude counts nothing:
        '4 million'.
        """
        number = self.quantity(words)
        if number is None or number.noun or number.kind in (MONEY, PERCENT):
            return number.noun if number and number.kind != MONEY else ""
        if unit := _UNIT.search(self.shown(words)):
            return self._without_magnitude(unit[0], words.version)
        text, place = self.text(words.version, words.place.paragraph), words.place
        end = next((one.end for one in text.sentences if place.end <= one.end), place.end)
        if stop := _STOP.search(text.text, place.end, end):
            end = stop.start()
        dated = self._dates(words)
        for found in islice(_WORD.finditer(text.text, place.end, end), _MOST_BEHIND):
            if has_content(found[0]) and not any(one.start < found.end() and found.start() < one.end for one in dated):
                return found[0]
        return ""

    def _without_magnitude(self, unit: str, version: int) -> str:
        known = number_words(code_of(self.lexicon(version)))
        own = unit.split()
        while own and (folded(own[0]).text in known.magnitudes or folded(own[0]).text in known.short_magnitudes):
            own.pop(0)
        return " ".join(own)

    def speaker(self, words: Words) -> str:
        """Return the name of the speaker of quoted words, '' if it is not known."""
        for one in self._articles[words.version].quotations:
            if one.attribution and any(
                place.paragraph == words.place.paragraph and _overlap(place.start, place.end, words.place)
                for place in one.places
            ):
                return one.attribution.speaker
        return ""

    def around(self, words: Words) -> frozenset[str]:
        """Return the content words of the sentences of a place, without those at the place."""
        text, place = self.text(words.version, words.place.paragraph), words.place
        found: set[str] = set()
        for sentence in text.sentences:
            if _overlap(sentence.start, sentence.end, place):
                start, end = max(sentence.start, place.start - _AROUND), min(sentence.end, place.end + _AROUND)
                before = text.text[start : max(start, place.start)]
                behind = text.text[min(end, place.end) : end]
                found |= {*content_words(word_forms(f"{before} {behind}"))}
        return frozenset(found)

    def said_again(self, words: Words, version: int, paragraphs: Sequence[int]) -> Words | None:
        """Return the first words in some paragraphs of another version that say the same; None if there are none."""
        key = self.key(words)
        if not key:
            return None
        for paragraph in paragraphs:
            for place in self._found(words, key, version, paragraph):
                return Words(version, words.fact, place)
        return None

    def said_anywhere(self, words: Words, version: int) -> Words | None:
        """Return the first words anywhere in another version that say the same of the same thing."""
        if words.fact not in _ANYWHERE:
            return None
        found = self.said_again(words, version, range(len(self.versions[version].article.paragraphs)))
        if found is None or words.fact is not Fact.NUMBER:
            return found
        own, other = self.quantity(words), self.quantity(found)
        same_noun = own is not None and other is not None and {*own.nouns} & {*other.nouns}
        return found if same_noun and are_alike(self.around(words), self.around(found)) else None

    def _found(self, words: Words, key: Hashable, version: int, paragraph: int) -> Iterator[Place]:
        at = Words(version, words.fact, Place(paragraph, 0, 0))
        if words.fact is Fact.NUMBER:
            for number in self._numbers(at):
                if (number.low, number.high, number.kind, number.unit) == key:
                    yield Place(paragraph, number.start, number.end)
        elif words.fact is Fact.DATE:
            for dated in self._dates(at):
                if dated.moment == key:
                    yield Place(paragraph, dated.start, dated.end)
        elif words.fact is Fact.NAME and isinstance(key, tuple):
            # 'Elias Roth' is said again by 'Roth'.
            yield from self._series(version, paragraph, key)
            if len(key) > 1:
                yield from self._series(version, paragraph, key[-1:])
        elif words.fact is Fact.QUOTATION and isinstance(key, tuple):
            yield from self._series(version, paragraph, key)

    def _series(self, version: int, paragraph: int, forms: tuple[str, ...]) -> Iterator[Place]:
        """Yield the places of words that follow each other in a paragraph."""
        text = self.text(version, paragraph)
        if f" {' '.join(forms)} " not in f" {' '.join(text.forms)} ":
            return
        own = [word for word in words(text.text) if word.is_word]
        for at in range(len(own) - len(forms) + 1):
            if all(word.form == form for word, form in zip(own[at:], forms, strict=False)):
                last = own[at + len(forms) - 1]
                yield Place(paragraph, own[at].start, last.start + len(last.text))

    def _numbers(self, at: Words) -> Sequence[Quantity]:
        return self._readings(at)[0]

    def _dates(self, at: Words) -> Sequence[Dated]:
        return self._readings(at)[1]

    def _dated(self, words: Words) -> Dated | None:
        return _at(self._dates(words), words.place)

    def _readings(self, at: Words) -> tuple[Sequence[Quantity], Sequence[Dated]]:
        """Return the numbers and the dates of a paragraph."""
        article = self._articles[at.version]
        text = self.text(at.version, at.place.paragraph)
        key = text.text, code_of(article.lexicon), article.decimal
        if key not in self._read:
            dated = dates(text, article.lexicon)
            taken = [(one.start, one.end) for one in dated]
            numbers = quantities(text, number_words(code_of(article.lexicon)), article.decimal, taken)
            self._read[key] = [*numbers], dated
        return self._read[key]


class _ArticleFacts:
    """Readings of an article as a whole."""

    def __init__(self, article: Article, own: Lexicon) -> None:
        self._article = article
        self.lexicon = own

    @cached_property
    def decimal(self) -> str:
        """The decimal separator."""
        texts = (paragraph.text for paragraph in self._article.paragraphs)
        return decimal_separator(texts, number_words(code_of(self.lexicon)).decimal)

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """The quotations."""
        return quotations(self._article, self.lexicon)


# The share of the content words of the poorer of two sentences that the other one has, if they are about one thing.
_ALIKE = 0.5


def are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether the words around two places are about the same thing."""
    least = min(len(one), len(other))
    return least > 0 and len(one & other) >= _ALIKE * least


T = TypeVar("T", Quantity, Dated)


def _at(found: Sequence[T], place: Place) -> T | None:
    """Return the first of some numbers or dates, which are in order, that overlaps a place."""
    at = bisect_right(found, place.start, key=attrgetter("end"))
    return found[at] if at < len(found) and found[at].start < place.end else None


def has_content(text: str) -> bool:
    """Return whether some words have one of weight: no article, no preposition."""
    return bool(content_words(word_forms(text)))


def _overlap(start: int, end: int, place: Place) -> bool:
    return start < place.end and place.start < end
