"""Notes of the editors: corrections, clarifications, updates; and what else changed that they speak of.

right  Correction: an earlier version of this article said that 12 people died.
       new; accounts for 12 > 14; not for 2 other changes of fact, quotation or meaning

What stands in a note is told of the article and not by it, so that no entry is made of it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from diffing.function_words import FUNCTION_WORDS
from diffing.ledger.entries import Change, Entry, Place, Subject
from diffing.ledger.folding import folded
from diffing.ledger.importance import Weight, weight
from diffing.ledger.lexemes import Lexemes
from diffing.ledger.lexicon import Lexicon, code_of, lexicon
from diffing.ledger.material import Material
from diffing.ledger.sides import Side, sides
from diffing.model import Article, Pair
from diffing.sentences import sentences
from diffing.words import word_forms

_OPENER, _PHRASE = "opener", "phrase"
# What follows the opening word of a note: a mark, or a date, with digits soon: 'Updated 10 May', no 'Updated rules'.
_OPENED = re.compile(r"[ ]?[:—–|(\[-]|[ ](?:\S+[ ]){0,3}?\S{0,12}\d|[.]?\s*$")
# The weights of what a note should account for.
_ACCOUNTABLE = (Weight.FACT, Weight.QUOTE, Weight.MEANING)
# A change is spoken of where so much of its words of matter stands in the note.
_LEAST_SPOKEN = 0.6
# Characters on both sides of a word of weight that say what it is about, and words of these that the note must have.
_AROUND = 60
_LEAST_AROUND = 2
# Characters of a changed text that are shown, and changes that are.
_SHOWN = 40
_MOST_SHOWN = 6
# Notes that are asked what they account for; an article has one or two.
_MOST_NOTES = 20


class Note(NamedTuple):
    """The characters `start`..`end` of a text are a note of the editors."""

    start: int
    end: int


def correction_note(text: str, lexicon: Lexicon) -> Note | None:
    """The note in a paragraph: from the sentence that says it is one to the paragraph's end; none if there is none."""
    form = folded(text)
    first = next((at for at, letter in enumerate(text) if letter.isalnum()), len(text))
    for start, end, tags in _lexemes(code_of(lexicon)).find(form):
        place = form.place(0, start, end)
        if _PHRASE in tags:
            return Note(next(sentence.start for sentence in sentences(text) if place.start < sentence.end), len(text))
        if place.start <= first and _OPENED.match(text, place.end):
            return Note(0, len(text))
    return None


@cache
def _lexemes(language: str) -> Lexemes[str]:
    table = lexicon(language).get("corrections", {})
    return Lexemes({_OPENER: table.get("openers", ()), _PHRASE: table.get("phrases", ())})


def correction_entries(material: Material) -> Iterator[Entry]:
    """Notes that only one side has, or that say another thing."""
    both = sides(material)
    left, right = both.map(_notes)
    said = Pair({_said(both.left, place) for place in left}, {_said(both.right, place) for place in right})
    gone = [place for place in left if _said(both.left, place) not in said.right]
    new = [place for place in right if _said(both.right, place) not in said.left]
    for before, after in zip(gone, new, strict=False):
        yield Entry(Subject.CORRECTION, Change.CHANGED, (before,), (after,), "a note on each side")
    for side, alone, other in ((both.left, gone, new), (both.right, new, gone)):
        for place in alone[len(other) :]:
            yield side.entry(Subject.CORRECTION, (place,), "no such note in the other article")


def _notes(side: Side) -> list[Place]:
    return [
        Place(index, *note)
        for index, paragraph in enumerate(side.own.paragraphs)
        if (note := correction_note(paragraph.text, side.lexicon)) is not None
    ]


def _said(side: Side, place: Place) -> tuple[str, ...]:
    return tuple(word_forms(place.words(side.own)))


def settled(entries: Sequence[Entry], material: Material) -> list[Entry]:
    """All entries, those of notes with what they account for, without those that stand in notes."""
    notes = [entry for entry in entries if entry.subject is Subject.CORRECTION]
    if not notes:
        return list(entries)
    places = Pair(
        {place.paragraph: place for note in notes for place in note.left},
        {place.paragraph: place for note in notes for place in note.right},
    )
    others = [entry for entry in entries if entry.subject is not Subject.CORRECTION and not _is_inside(entry, places)]
    accounts = [replace(note, note=_account(note, others, material.articles)) for note in notes[:_MOST_NOTES]]
    return [*accounts, *notes[_MOST_NOTES:], *others]


def _is_inside(entry: Entry, notes: Pair[dict[int, Place]]) -> bool:
    """Whether every place of an entry is in a note of its side."""
    return all(
        (note := side.get(place.paragraph)) is not None and note.start <= place.start and place.end <= note.end
        for side, own in zip(notes, entry.places, strict=True)
        for place in own
    )


def _account(note: Entry, others: Sequence[Entry], articles: Pair[Article]) -> str:
    """Which changes a note speaks of, and how many of weight it does not."""
    texts = [place.words(article) for article, own in zip(articles, note.places, strict=True) for place in own]
    forms = frozenset(form for text in texts for form in word_forms(text))
    spoken, silent = [], 0
    for entry in others:
        if _is_spoken_of(entry, forms, articles):
            spoken.append(" > ".join(_shown(article, own) for article, own in zip(articles, entry.places, strict=True)))
        else:
            silent += weight(entry) in _ACCOUNTABLE
    shown = [*dict.fromkeys(spoken)]
    more = f" and {len(shown) - _MOST_SHOWN} more" if len(shown) > _MOST_SHOWN else ""
    accounted = f"accounts for {', '.join(shown[:_MOST_SHOWN])}{more}" if shown else "accounts for no change found"
    return f"{accounted}; not for {silent} of fact, quotation or meaning" if silent else accounted


def _shown(article: Article, places: Sequence[Place]) -> str:
    text = " … ".join(place.words(article) for place in places) or "nothing"
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…"


def _is_spoken_of(entry: Entry, note: frozenset[str], articles: Pair[Article]) -> bool:
    for article, own in zip(articles, entry.places, strict=True):
        if not own:
            continue
        forms = [form for place in own for form in word_forms(place.words(article))]
        matter = [form for form in forms if form not in FUNCTION_WORDS]
        if weight(entry) in (Weight.MEANING, Weight.ATTRIBUTION):
            around = {form for place in own for form in word_forms(_around(article, place))} - FUNCTION_WORDS - {*forms}
            if note.issuperset(forms) and len(around & note) >= _LEAST_AROUND:
                return True
        elif matter and sum(form in note for form in matter) >= _LEAST_SPOKEN * len(matter):
            return True
    return False


def _around(article: Article, place: Place) -> str:
    return article.paragraphs[place.paragraph].text[max(0, place.start - _AROUND) : place.end + _AROUND]
