"""Find the note of the editors that names a change of a fact.

version 3    12 > 14
version 5    Update: an earlier version of this article said that 12 people died.      the note of the change, in 5

Only a note that is new or has new words in its version can speak of a change in that or an earlier version.
"""

from bisect import bisect_left
from collections.abc import Sequence
from operator import itemgetter

from diffing.history.facts import VersionFacts
from diffing.history.model import Step
from diffing.history.touched import Touched
from diffing.ledger.core.model import Entry, Subject
from diffing.ledger.corrections.accounts import MOST_NOTES, ComparedArticles, NoteContent
from diffing.ledger.language.lexicon import lexicon


class Notes:
    """The new notes of each version."""

    def __init__(self, facts: VersionFacts) -> None:
        """Take the versions with their steps, whose ledgers have the notes."""
        self._facts = facts
        self._notes = [
            (number + 1, _content(facts, number + 1, entry))
            for number, step in enumerate(facts.steps)
            for entry in step.ledger.entries
            if entry.subject is Subject.CORRECTION and entry.right
        ]

    def naming(self, touched: Sequence[Touched], version: int) -> int | None:
        """Return the first version from `version` on with a new note that names the change of one of some entries."""
        first = bisect_left(self._notes, version, key=itemgetter(0))
        for number, note in self._notes[first : first + MOST_NOTES]:
            if any(self._names(note, one) for one in touched):
                return number
        return None

    def _names(self, note: NoteContent, one: Touched) -> bool:
        """Return whether a note names an entry. Of one that is of several facts, it has to name this one."""
        if not note.mentions(one.entry, _compared(self._facts.steps[one.at.step])):
            return False
        is_of_several = len(one.words) < len(one.entry.left) + len(one.entry.right)
        return not is_of_several or any(not note.forms.isdisjoint(self._facts.around(words)) for words in one.words)


def _content(facts: VersionFacts, version: int, note: Entry) -> NoteContent:
    known = facts.lexicon(version)
    return NoteContent(
        (facts.text(version, place.paragraph).part(place.start, place.end), known) for place in note.right
    )


def _compared(step: Step) -> ComparedArticles:
    return ComparedArticles(step.comparison.articles, step.ledger.languages.map(lexicon))
