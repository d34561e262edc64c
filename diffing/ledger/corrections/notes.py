"""Find the notes of the editors: corrections, clarifications, updates. accounts.py finds the entries they explain.

right  Correction: an earlier version of this article said that 12 people died.       new
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import Side, sides
from diffing.ledger.dates.stamps import is_stamp
from diffing.ledger.language.lexemes import lexemes
from diffing.ledger.language.lexicon import Lexicon, code_of
from diffing.model import Pair, Place
from diffing.text.editors_notes import OPENED, note_words
from diffing.text.reading import ReadText
from diffing.text.words import word_forms

_OPENER, _PHRASE = "opener", "phrase"


class Note(NamedTuple):
    """A note of the editors at the characters `start`..`end` of a text."""

    start: int
    end: int


def correction_note(text: ReadText, lexicon: Lexicon) -> Note | None:
    """Return the note in a paragraph, or None: from the sentence with its phrase to the end of the paragraph."""
    form, length = text.folded, len(text.text)
    first = next((at for at, letter in enumerate(text.text) if letter.isalnum()), length)
    for start, end, tags in _lexemes(code_of(lexicon)).find(form):
        place = form.place(0, start, end)
        if _PHRASE in tags:
            return Note(next(sentence.start for sentence in text.sentences if place.start < sentence.end), length)
        if place.start <= first and OPENED.match(text.text, place.end):
            # 'Updated: 8:31 AM' says nothing of what changed.
            return None if is_stamp(text, lexicon) else Note(0, length)
    return None


@lexemes("corrections")
def _lexemes(language: str) -> Mapping[str, Sequence[str]]:
    words = note_words(language)
    return {_OPENER: words.openers, _PHRASE: words.phrases}


def correction_entries(context: LedgerContext) -> Iterator[Entry]:
    """Yield the entries of notes that only one side has, or that have different words."""
    both = sides(context)
    left, right = both.map(_notes)
    known = Pair({_forms(both.left, place) for place in left}, {_forms(both.right, place) for place in right})
    gone = [place for place in left if _forms(both.left, place) not in known.right]
    new = [place for place in right if _forms(both.right, place) not in known.left]
    for before, after in zip(gone, new, strict=False):
        yield Entry(Subject.CORRECTION, Change.CHANGED, (before,), (after,), Location.NOTES)
    for side, own, other in ((both.left, gone, new), (both.right, new, gone)):
        for place in own[len(other) :]:
            yield side.entry(Subject.CORRECTION, (place,), Location.NOWHERE)


def _notes(side: Side) -> list[Place]:
    return [
        Place(index, *note)
        for index, text in enumerate(side.texts)
        if (note := side.extract(correction_note, text)) is not None
    ]


def _forms(side: Side, place: Place) -> tuple[str, ...]:
    return tuple(word_forms(place.words(side.own)))
