"""The entries of the ledgers that are about facts, each with its words on both sides.

number changed 12 > 14 in step 0      12 in version 0 and 14 in version 1, both numbers
content new, a paragraph, in step 1   'arrested' in it, which becomes 'released' in step 2, came with the paragraph
"""

from collections.abc import Iterator
from typing import NamedTuple

from diffing.history.facts import FACTS, VersionFacts, Words
from diffing.history.model import EntryAt, Step
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.ranking import Weight, weight
from diffing.model import Place

# Entries that compare something else than a fact of the story: date lines, headlines, notes, the page around the story.
_OTHER = (Location.DATE_LINES, Location.HEADLINES, Location.NOTES, Location.OUTSIDE_STORY)


class Touched(NamedTuple):
    """An entry about a fact, and its words on both sides."""

    at: EntryAt
    entry: Entry
    left: tuple[Words, ...]
    right: tuple[Words, ...]

    @property
    def words(self) -> tuple[Words, ...]:
        """The words of both sides."""
        return self.left + self.right


def touched_in(facts: VersionFacts, number: int) -> Iterator[Touched]:
    """Yield the entries of a step that are about facts, with the children of others."""
    for at, entry in enumerate(facts.steps[number].ledger.entries):
        if entry.subject is Subject.CORRECTION:
            continue
        for child, one in ((None, entry), *enumerate(entry.children)):
            if _is_about_fact(one):
                fact = FACTS[one.subject]
                left = tuple(Words(number, fact, place) for place in one.left)
                right = tuple(Words(number + 1, fact, place) for place in one.right)
                yield Touched(EntryAt(number, at, child), one, left, right)


def _is_about_fact(entry: Entry) -> bool:
    if entry.subject not in FACTS or entry.location in _OTHER:
        return False
    return entry.subject is not Subject.CONTENT or weight(entry) is Weight.MEANING


def passage_with(step: Step, number: int, words: Words, *, is_left: bool) -> Touched | None:
    """Return the entry of a passage that only one version has, as an entry about some words in it."""
    change = Change.GONE if is_left else Change.NEW
    for at, entry in enumerate(step.ledger.entries):
        places = entry.left if is_left else entry.right
        if entry.is_passage and entry.change is change and any(_is_inside(words.place, place) for place in places):
            return Touched(EntryAt(number, at), entry, (words,) if is_left else (), () if is_left else (words,))
    return None


def _is_inside(inner: Place, outer: Place) -> bool:
    return inner.paragraph == outer.paragraph and outer.start <= inner.start and inner.end <= outer.end
