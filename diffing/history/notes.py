"""Find the note of the editors that names a change of a fact.

version 3    12 > 14
version 5    Update: an earlier version of this article said that 12 people died.      the note of the change, in 5

Only a note that is new or has new words in its version can speak of a change in that or an earlier version.
"""

from bisect import bisect_left
from collections.abc import Sequence
from operator import itemgetter

from diffing.history.facts import VersionFacts
from diffing.history.model import EntryAt, Step
from diffing.ledger.core.model import Entry, Subject
from diffing.ledger.corrections.accounts import MOST_NOTES, ComparedArticles, NoteContent
from diffing.ledger.language.lexicon import lexicon


class Notes:
    """The new notes of each version."""

    def __init__(self, facts: VersionFacts) -> None:
        """Take the versions with their steps, whose ledgers have the notes."""
        self._steps = facts.steps
        self._notes = [
            (number + 1, _content(facts, number + 1, entry))
            for number, step in enumerate(facts.steps)
            for entry in step.ledger.entries
            if entry.subject is Subject.CORRECTION and entry.right
        ]

    def naming(self, ats: Sequence[EntryAt], version: int) -> int | None:
        """Return the first version from `version` on with a new note that names one of some entries."""
        first = bisect_left(self._notes, version, key=itemgetter(0))
        for number, note in self._notes[first : first + MOST_NOTES]:
            for at in ats:
                step = self._steps[at.step]
                if note.mentions(_entry(step, at), _compared(step)):
                    return number
        return None


def _content(facts: VersionFacts, version: int, note: Entry) -> NoteContent:
    known = facts.lexicon(version)
    return NoteContent(
        (facts.text(version, place.paragraph).part(place.start, place.end), known) for place in note.right
    )


def _entry(step: Step, at: EntryAt) -> Entry:
    entry = step.ledger.entries[at.entry]
    return entry if at.child is None else entry.children[at.child]


def _compared(step: Step) -> ComparedArticles:
    return ComparedArticles(step.comparison.articles, step.ledger.languages.map(lexicon))
