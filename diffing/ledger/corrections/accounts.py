"""Find the entries that the notes of the editors explain.

right  Correction: an earlier version of this article said that 12 people died. It also misspelled a name.
       explains the entries 12 > 14 and Horvat > Horvath, but not 2 other changes of fact

A note is about the article and no part of its story. So the words of a note make no entries of their own.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.details import Explanation, Speakers
from diffing.ledger.core.model import Entry, Subject
from diffing.ledger.core.ranking import Weight, weight
from diffing.ledger.language.lexemes import lexemes
from diffing.ledger.language.lexicon import Lexicon, code_of, lexicon
from diffing.ledger.numbers.extract import Quantity, quantities
from diffing.ledger.numbers.number_words import number_words
from diffing.model import Article, Pair, Place
from diffing.text.folding import folded
from diffing.text.function_words import content_words
from diffing.text.reading import ReadText
from diffing.text.sequences import spelling
from diffing.text.words import word_forms

# The classes of entries that a note should explain.
_ACCOUNTABLE = (Weight.FACT, Weight.QUOTE, Weight.MEANING)
# The share of the content words of a change that a note which mentions it has.
_LEAST_SHARED = 0.6
# Characters on both sides of a changed word that are its context. A note that has the changed word must also have two
# words of this context; if it has one of two numbers, dates or names, one word is enough.
_AROUND = 60
_LEAST_AROUND = 2
# The share of their letters that two spellings of a name have in common: Horvat, Horvath; Jon Smith, John Smyth.
_ONE_NAME = 0.8
# Characters of the longest name.
_LONGEST_NAME = 80
MOST_NOTES = 20
"""Notes whose explanations are computed; an article has one or two notes."""
# Texts whose words are cached: those of an entry and a few more.
_CACHED = 16


def outside_notes(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries without those inside notes. The entries of the notes themselves are kept."""
    notes = [entry for entry in entries if entry.subject is Subject.CORRECTION]
    places = Pair(
        {place.paragraph: place for note in notes for place in note.left},
        {place.paragraph: place for note in notes for place in note.right},
    )
    return [entry for entry in entries if entry.subject is Subject.CORRECTION or not _is_inside(entry, places)]


def explain_by_notes(entries: Sequence[Entry], context: LedgerContext) -> list[Entry]:
    """Return the entries, those of notes with the explanation of others.

    A note explains an entry if it mentions the entry or one of its children. The notes come first. The indices in
    their explanations are those of the entries in the list that is returned.
    """
    notes = [entry for entry in entries if entry.subject is Subject.CORRECTION]
    if not notes:
        return list(entries)
    others = [entry for entry in entries if entry.subject is not Subject.CORRECTION]
    contents = [NoteContent(_note_texts(note, context)) for note in notes[:MOST_NOTES]]
    compared = ComparedArticles(context.articles, context.lexicons)
    # All notes are compared with one entry before the next entry, so that the cached words of the entry are used.
    mentioned = [
        [any(note.mentions(one, compared) for one in (entry, *entry.children)) for note in contents] for entry in others
    ]
    explaining = [
        replace(entry, detail=_explanation(others, [by_note[at] for by_note in mentioned], first=len(notes)))
        for at, entry in enumerate(notes[:MOST_NOTES])
    ]
    return [*explaining, *notes[MOST_NOTES:], *others]


def _is_inside(entry: Entry, notes: Pair[dict[int, Place]]) -> bool:
    """Return whether every place of an entry is in a note of its side."""
    return all(
        (note := side.get(place.paragraph)) is not None and note.start <= place.start and place.end <= note.end
        for side, own in zip(notes, entry.places, strict=True)
        for place in own
    )


def _explanation(others: Sequence[Entry], is_mentioned: Sequence[bool], first: int) -> Explanation:
    """Return the explanation of a note; `first` is the index of the first of the other entries in the ledger."""
    both = list(zip(others, is_mentioned, strict=True))
    explained = tuple(at for at, is_explained in enumerate(is_mentioned, start=first) if is_explained)
    return Explanation(
        explained, sum(weight(entry) in _ACCOUNTABLE for entry, is_explained in both if not is_explained)
    )


class _NoteSentence(NamedTuple):
    """A sentence of a note: its words in order, its numbers, and whether it says that a name was misspelled."""

    forms: tuple[str, ...]
    numbers: tuple[Quantity, ...]
    is_on_spelling: bool

    def has(self, forms: Sequence[str]) -> bool:
        """Return whether the sentence has some words one after the other."""
        return f" {' '.join(forms)} " in f" {' '.join(self.forms)} "


class ComparedArticles(NamedTuple):
    """The articles of an entry, and the lexicons of their languages."""

    articles: Pair[Article]
    lexicons: Pair[Lexicon]


def _note_texts(entry: Entry, context: LedgerContext) -> Iterator[tuple[ReadText, Lexicon]]:
    """Yield the texts of a note, or of the notes of both sides that belong to one entry, each with its lexicon."""
    for article, own, known in zip(context.read, entry.places, context.lexicons, strict=True):
        for place in own:
            yield article.paragraphs[place.paragraph].part(place.start, place.end), known


class NoteContent:
    """The words and numbers of a note. `forms` are the compared forms of its words."""

    def __init__(self, texts: Iterable[tuple[ReadText, Lexicon]]) -> None:
        """Take the texts of the note, each with the lexicon of its language."""
        self._sentences: list[_NoteSentence] = []
        self._mentions_spelling = False
        for text, known in texts:
            self._sentences += (_note_sentence(part, known) for part in text.parts)
            self._mentions_spelling |= _mentions_spelling(text, known)
        self.forms = frozenset(form for sentence in self._sentences for form in sentence.forms)

    def mentions(self, entry: Entry, compared: ComparedArticles) -> bool:
        """Return whether the note mentions the change of an entry of two articles."""
        if isinstance(entry.detail, Speakers):
            return all(self._has_most(" ".join(names)) for names in (entry.detail.left, entry.detail.right))
        both = zip(compared.articles, entry.places, compared.lexicons, strict=True)
        sides = [(article, own, known) for article, own, known in both if own]
        if weight(entry) in (Weight.MEANING, Weight.ATTRIBUTION):
            return any(self._has_cue(article, own) for article, own, _ in sides)
        words = [" ".join(place.words(article) for place in own) for article, own, _ in sides]
        if entry.subject is Subject.NAME and len(words) > 1 and self._is_on_spelling(*words):
            return True
        if entry.subject not in (Subject.NUMBER, Subject.DATE, Subject.NAME):
            return any(map(self._has_most, words))
        if len(sides) > 1 and all(
            self._has(text, entry.subject, known) for text, (*_, known) in zip(words, sides, strict=True)
        ):
            return True
        return any(self._has_in_context(entry.subject, article, own[0], known) for article, own, known in sides)

    def _is_on_spelling(self, left: str, right: str) -> bool:
        """Return whether the note says that a name was misspelled: without the name, or with one of its spellings."""
        if not _is_one_name(left, right):
            return False
        own, other = (frozenset(map(_without_possessive, word_forms(name))) for name in (left, right))
        spellings = [words for words in (own - other, other - own) if words]
        return self._mentions_spelling or any(
            sentence.is_on_spelling and words.issubset(map(_without_possessive, sentence.forms))
            for sentence in self._sentences
            for words in spellings
        )

    def _has_cue(self, article: Article, places: Sequence[Place]) -> bool:
        """Return whether the note has the words at some places, such as a 'not', and words of their context."""
        forms = {form for place in places for form in word_forms(place.words(article))}
        around = frozenset[str]().union(*(_around(article, place) for place in places))
        return self.forms.issuperset(forms) and len((around - forms) & self.forms) >= _LEAST_AROUND

    def _has_most(self, text: str) -> bool:
        """Return whether the note has most of the content words of a text."""
        content = content_words(word_forms(text))
        return bool(content) and sum(form in self.forms for form in content) >= _LEAST_SHARED * len(content)

    def _has(self, text: str, subject: Subject, known: Lexicon) -> bool:
        """Return whether the note has a number, date or name, about anything."""
        if subject is Subject.NAME:
            return self._has_most(text)
        value = _value(text, known) if subject is Subject.NUMBER else None
        forms = word_forms(text)
        return any(
            sentence.has(forms) or any(_is_equal(value, other) for other in sentence.numbers)
            for sentence in self._sentences
        )

    def _has_in_context(self, subject: Subject, article: Article, place: Place, known: Lexicon) -> bool:
        """Return whether the note has the number, date or name at a place, about the same thing.

        'Left out the 17 members of the crew' does not mention 17 children.
        """
        text = place.words(article)
        forms = word_forms(text)
        if subject is Subject.NAME:
            return self._has_most(text) and bool((_around(article, place) - {*forms}) & self.forms)
        if subject is Subject.DATE:
            return any(_is_about(one, article, place, forms) for one in self._sentences if one.has(forms))
        if not any(one.numbers for one in self._sentences):
            return False
        behind = article.paragraphs[place.paragraph].text[place.start : place.end + _AROUND]
        value = _value(behind, known)
        return any(
            _is_about(one, article, place, forms)
            if value is None or not value.nouns or not other.nouns
            else not {*value.nouns}.isdisjoint(other.nouns)
            for one in self._sentences
            for other in one.numbers
            if _is_equal(value, other)
        )


def _is_about(sentence: _NoteSentence, article: Article, place: Place, own: Sequence[str]) -> bool:
    """Return whether a sentence of a note has a content word of the context of a place, except the words at it."""
    return not (_around(article, place) - {*own}).isdisjoint(sentence.forms)


def _note_sentence(text: ReadText, known: Lexicon) -> _NoteSentence:
    is_on_spelling = next(_spelled(code_of(known)).find(text.folded), None) is not None
    return _NoteSentence(text.forms, tuple(_quantities(text, known)), is_on_spelling)


def _quantities(text: ReadText, known: Lexicon) -> Iterator[Quantity]:
    words = number_words(code_of(known))
    return quantities(text, words, words.decimal)


def _value(text: str, known: Lexicon) -> Quantity | None:
    """Return the first number of a text, or None."""
    return _first_number(text, code_of(known))


@lru_cache(maxsize=_CACHED)
def _first_number(text: str, language: str) -> Quantity | None:
    return next(_quantities(ReadText(text), lexicon(language)), None)


def _is_equal(one: Quantity | None, other: Quantity) -> bool:
    return one is not None and (one.low, one.high, one.kind, one.unit) == (
        other.low,
        other.high,
        other.kind,
        other.unit,
    )


def _mentions_spelling(text: ReadText, known: Lexicon) -> bool:
    """Return whether a note says that a name was misspelled without the name: no capital follows in the sentence."""
    form = text.folded
    for _, end, _ in _spelled(code_of(known)).find(form):
        place = form.place(0, end - 1, end)
        last = next((sentence.end for sentence in text.sentences if place.start < sentence.end), len(text.text))
        if not any(letter.isupper() for letter in text.text[place.end : last]):
            return True
    return False


@lexemes("misspelled")
def _spelled(language: str) -> Mapping[str, Sequence[str]]:
    return {"": lexicon(language).get("corrections", {}).get("misspelled", ())}


def _without_possessive(form: str) -> str:
    """Return a word without the 's' of a possessive: Mendez's, Mendez."""
    return form.removesuffix("'s").removesuffix("'")


def _is_one_name(left: str, right: str) -> bool:
    """Return whether two names can be two spellings of one name."""
    if max(len(left), len(right)) > _LONGEST_NAME:
        return False
    return spelling(folded(left).text, folded(right).text) >= _ONE_NAME


def _around(article: Article, place: Place) -> frozenset[str]:
    """Return the content words around a place."""
    return _content_words(article.paragraphs[place.paragraph].text[max(0, place.start - _AROUND) : place.end + _AROUND])


@lru_cache(maxsize=_CACHED)
def _content_words(text: str) -> frozenset[str]:
    return frozenset(content_words(word_forms(text)))
