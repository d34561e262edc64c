"""Which of the other changes the notes of the editors explain.

right  Correction: an earlier version of this article said that 12 people died. It also misspelled a name.
       explains the entries 12 > 14 and Horvat > Horvath, and none of 2 other changes of weight

What stands in a note is about the article and no part of its story, so it makes no entries itself.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import NamedTuple

from diffing.ledger.core.context import Material
from diffing.ledger.core.details import Explanation, Speakers
from diffing.ledger.core.model import Entry, Subject
from diffing.ledger.core.ranking import Weight, weight
from diffing.ledger.language.lexemes import Lexemes
from diffing.ledger.language.lexicon import Lexicon, code_of, lexicon
from diffing.ledger.numbers.extract import Quantity, quantities
from diffing.ledger.numbers.number_words import number_words
from diffing.model import Article, Pair, Place
from diffing.text.folding import folded
from diffing.text.function_words import content_words
from diffing.text.reading import ReadText
from diffing.text.sequences import spelling
from diffing.text.words import word_forms

# The weights of what a note should account for.
_ACCOUNTABLE = (Weight.FACT, Weight.QUOTE, Weight.MEANING)
# A change is spoken of where so much of its words of matter stands in the note.
_LEAST_SPOKEN = 0.6
# Characters on both sides of a changed word that say what it is about, and words of these that the note must have
# where it has a word of weight; where it has only one of two numbers, dates or names, one is enough.
_AROUND = 60
_LEAST_AROUND = 2
# Two spellings of a name have so many of their letters in common: Horvat, Horvath; Jon Smith, John Smyth.
_ONE_NAME = 0.8
# Longer ones are no names, in characters.
_LONGEST_NAME = 80
# Notes that are asked what they account for; an article has one or two.
_MOST_NOTES = 20
# Texts whose words are remembered: those of an entry and a few more.
_REMEMBERED = 16


def settled(entries: Sequence[Entry], material: Material) -> list[Entry]:
    """Return the entries without those that stand in notes; the entries of notes say what they explain.

    The notes come first. The indices in their explanations are those of the entries in the list that is returned.
    """
    notes = [entry for entry in entries if entry.subject is Subject.CORRECTION]
    if not notes:
        return list(entries)
    places = Pair(
        {place.paragraph: place for note in notes for place in note.left},
        {place.paragraph: place for note in notes for place in note.right},
    )
    others = [entry for entry in entries if entry.subject is not Subject.CORRECTION and not _is_inside(entry, places)]
    asked = [_Note(note, material) for note in notes[:_MOST_NOTES]]
    # All notes are asked of an entry before the next one, since its words are read once and remembered for a while.
    spoken = [[note.speaks_of(entry) for note in asked] for entry in others]
    explaining = [
        replace(entry, detail=_explanation(others, [is_spoken[at] for is_spoken in spoken], first=len(notes)))
        for at, entry in enumerate(notes[:_MOST_NOTES])
    ]
    return [*explaining, *notes[_MOST_NOTES:], *others]


def _is_inside(entry: Entry, notes: Pair[dict[int, Place]]) -> bool:
    """Whether every place of an entry is in a note of its side."""
    return all(
        (note := side.get(place.paragraph)) is not None and note.start <= place.start and place.end <= note.end
        for side, own in zip(notes, entry.places, strict=True)
        for place in own
    )


def _explanation(others: Sequence[Entry], is_spoken: Sequence[bool], first: int) -> Explanation:
    """Return which changes a note speaks of, and how many of weight it does not; `first` is the index of the first."""
    both = list(zip(others, is_spoken, strict=True))
    explained = tuple(at for at, is_explained in enumerate(is_spoken, start=first) if is_explained)
    return Explanation(
        explained, sum(weight(entry) in _ACCOUNTABLE for entry, is_explained in both if not is_explained)
    )


class _Said(NamedTuple):
    """A sentence of a note: its words in order, and its numbers."""

    forms: tuple[str, ...]
    numbers: tuple[Quantity, ...]

    def has(self, forms: Sequence[str]) -> bool:
        """Whether some words stand in it one behind the other."""
        return f" {' '.join(forms)} " in f" {' '.join(self.forms)} "


class _Note:
    """A note, or one on each side, to be asked what it speaks of."""

    def __init__(self, entry: Entry, material: Material) -> None:
        self._articles = material.articles
        self._lexicons = material.lexicons
        self._said: list[_Said] = []
        self._tells_of_spelling = False
        for article, own, known in zip(material.read, entry.places, material.lexicons, strict=True):
            for place in own:
                text = article.paragraphs[place.paragraph].part(place.start, place.end)
                self._said += (_said(part, known) for part in text.parts)
                self._tells_of_spelling |= _tells_of_spelling(text, known)
        self._forms = frozenset(form for said in self._said for form in said.forms)

    def speaks_of(self, entry: Entry) -> bool:
        """Whether it speaks of a change."""
        if isinstance(entry.detail, Speakers):
            return all(self._has_most(" ".join(names)) for names in (entry.detail.left, entry.detail.right))
        both = zip(self._articles, entry.places, self._lexicons, strict=True)
        sides = [(article, own, known) for article, own, known in both if own]
        if weight(entry) in (Weight.MEANING, Weight.ATTRIBUTION):
            return any(self._has_weight(article, own) for article, own, _ in sides)
        words = [" ".join(place.words(article) for place in own) for article, own, _ in sides]
        if entry.subject is Subject.NAME and len(words) > 1 and self._tells_of_spelling and _is_one_name(*words):
            return True
        if entry.subject not in (Subject.NUMBER, Subject.DATE, Subject.NAME):
            return any(map(self._has_most, words))
        if len(sides) > 1 and all(
            self._has(text, entry.subject, known) for text, (*_, known) in zip(words, sides, strict=True)
        ):
            return True
        return any(self._tells(entry.subject, article, own[0], known) for article, own, known in sides)

    def _has_weight(self, article: Article, places: Sequence[Place]) -> bool:
        """Whether it has words of weight, and of what they are about."""
        forms = {form for place in places for form in word_forms(place.words(article))}
        around = frozenset[str]().union(*(_around(article, place) for place in places))
        return self._forms.issuperset(forms) and len((around - forms) & self._forms) >= _LEAST_AROUND

    def _has_most(self, text: str) -> bool:
        """Whether it has most of the words of matter."""
        matter = content_words(word_forms(text))
        return bool(matter) and sum(form in self._forms for form in matter) >= _LEAST_SPOKEN * len(matter)

    def _has(self, text: str, subject: Subject, known: Lexicon) -> bool:
        """Whether it has the number, date or name that a text is, of whatever it tells it."""
        if subject is Subject.NAME:
            return self._has_most(text)
        value = _value(text, known) if subject is Subject.NUMBER else None
        forms = word_forms(text)
        return any(said.has(forms) or any(_is_equal(value, other) for other in said.numbers) for said in self._said)

    def _tells(self, subject: Subject, article: Article, place: Place, known: Lexicon) -> bool:
        """Whether it has the number, date or name at a place, and as of the same thing.

        'Left out the 17 members of the crew' says nothing of 17 children.
        """
        text = place.words(article)
        forms = word_forms(text)
        if subject is Subject.NAME:
            return self._has_most(text) and bool((_around(article, place) - {*forms}) & self._forms)
        if subject is Subject.DATE:
            said = [one for one in self._said if one.has(forms)]
            return bool(said) and any(_is_about(one, article, place, forms) for one in said)
        if not any(one.numbers for one in self._said):
            return False
        behind = article.paragraphs[place.paragraph].text[place.start : place.end + _AROUND]
        value = _value(behind, known)
        return any(
            _is_about(one, article, place, forms)
            if value is None or not value.nouns or not other.nouns
            else not {*value.nouns}.isdisjoint(other.nouns)
            for one in self._said
            for other in one.numbers
            if _is_equal(value, other)
        )


def _is_about(said: _Said, article: Article, place: Place, own: Sequence[str]) -> bool:
    """Whether a sentence of a note has a word of matter that stands around a place, and not at it."""
    return not (_around(article, place) - {*own}).isdisjoint(said.forms)


def _said(text: ReadText, known: Lexicon) -> _Said:
    return _Said(text.forms, tuple(_quantities(text, known)))


def _quantities(text: ReadText, known: Lexicon) -> Iterator[Quantity]:
    words = number_words(code_of(known))
    return quantities(text, words, words.decimal)


def _value(text: str, known: Lexicon) -> Quantity | None:
    """The first number of a text."""
    return _first_number(text, code_of(known))


@lru_cache(maxsize=_REMEMBERED)
def _first_number(text: str, language: str) -> Quantity | None:
    return next(_quantities(ReadText(text), lexicon(language)), None)


def _is_equal(one: Quantity | None, other: Quantity) -> bool:
    return one is not None and (one.low, one.high, one.kind, one.unit) == (
        other.low,
        other.high,
        other.kind,
        other.unit,
    )


def _tells_of_spelling(text: ReadText, known: Lexicon) -> bool:
    """Whether a note says that a name was spelled wrongly, and not which: behind it no word has a capital."""
    form = text.folded
    for _, end, _ in _spelled(code_of(known)).find(form):
        place = form.place(0, end - 1, end)
        last = next((sentence.end for sentence in text.sentences if place.start < sentence.end), len(text.text))
        if not any(letter.isupper() for letter in text.text[place.end : last]):
            return True
    return False


@cache
def _spelled(language: str) -> Lexemes[str]:
    return Lexemes({"": lexicon(language).get("corrections", {}).get("misspelled", ())})


def _is_one_name(left: str, right: str) -> bool:
    """Whether two names can be one in two spellings."""
    if max(len(left), len(right)) > _LONGEST_NAME:
        return False
    return spelling(folded(left).text, folded(right).text) >= _ONE_NAME


def _around(article: Article, place: Place) -> frozenset[str]:
    """The words of matter around a place."""
    return _matter(article.paragraphs[place.paragraph].text[max(0, place.start - _AROUND) : place.end + _AROUND])


@lru_cache(maxsize=_REMEMBERED)
def _matter(text: str) -> frozenset[str]:
    return frozenset(content_words(word_forms(text)))
