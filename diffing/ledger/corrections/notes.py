"""Notes of the editors: corrections, clarifications, updates; accounts.py says what else changed that they explain.

right  Correction: an earlier version of this article said that 12 people died.       new
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from diffing.ledger.core.context import Material
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import Side, sides
from diffing.ledger.language.lexemes import Lexemes
from diffing.ledger.language.lexicon import Lexicon, code_of, lexicon
from diffing.model import Pair, Place
from diffing.text.reading import ReadText
from diffing.text.words import word_forms

_OPENER, _PHRASE = "opener", "phrase"
# What follows the opening word of a note: a mark, or a date, with digits soon: 'Updated 10 May', no 'Updated rules'.
_OPENED = re.compile(r"[ ]?[:—–|(\[-]|[ ](?:\S+[ ]){0,3}?\S{0,12}\d|[.]?\s*$")


class Note(NamedTuple):
    """The characters `start`..`end` of a text are a note of the editors."""

    start: int
    end: int


def correction_note(text: ReadText, lexicon: Lexicon) -> Note | None:
    """The note in a paragraph: from the sentence that says it is one to the paragraph's end; none if there is none."""
    form, length = text.folded, len(text.text)
    first = next((at for at, letter in enumerate(text.text) if letter.isalnum()), length)
    for start, end, tags in _lexemes(code_of(lexicon)).find(form):
        place = form.place(0, start, end)
        if _PHRASE in tags:
            return Note(next(sentence.start for sentence in text.sentences if place.start < sentence.end), length)
        if place.start <= first and _OPENED.match(text.text, place.end):
            return Note(0, length)
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
        yield Entry(Subject.CORRECTION, Change.CHANGED, (before,), (after,), Location.NOTES)
    for side, alone, other in ((both.left, gone, new), (both.right, new, gone)):
        for place in alone[len(other) :]:
            yield side.entry(Subject.CORRECTION, (place,), Location.NOWHERE)


def _notes(side: Side) -> list[Place]:
    return [
        Place(index, *note)
        for index, text in enumerate(side.texts)
        if (note := side.extract(correction_note, text)) is not None
    ]


def _said(side: Side, place: Place) -> tuple[str, ...]:
    return tuple(word_forms(place.words(side.own)))
