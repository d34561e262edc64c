"""The entries of the ledgers that are about facts, each with its words on both sides.

number changed 12 > 14 in step 0      12 in version 0 and 14 in version 1, both numbers
content new, a paragraph, in step 1   'arrested' in it, which becomes 'released' in step 2, came with the paragraph
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from diffing.history.facts import FACTS, VersionFacts, Words, are_alike
from diffing.history.model import EntryAt, Fact, Step
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.ranking import Weight, weight
from diffing.ledger.core.row_numbers import row_numbers
from diffing.model import Pair, Place

# Entries that compare something else than a fact of the story: lines of the page, headlines, notes.
_OTHER = (Location.BYLINES, Location.DATE_LINES, Location.HEADLINES, Location.NOTES, Location.OUTSIDE_STORY)
# What changes in the words of a quotation, and the facts inside it that have no lane of their own then.
_OF_QUOTED_WORDS = (Change.GONE, Change.NEW, Change.TRIMMED, Change.REWORDED)
_IN_QUOTATIONS = (Fact.NUMBER, Fact.DATE)
# Content words that the sentences of one number at two places have in common.
_LEAST_AROUND = 2


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

    @property
    def has_first(self) -> bool:
        """True if the first place of the entry, of which its detail speaks, is among the words."""
        return (self.left or self.right)[0].place == (self.entry.left or self.entry.right)[0]


def touched_in(facts: VersionFacts, number: int) -> Iterator[Touched]:
    """Yield the entries of a step that are about facts, with the children of others.

    The ledger lists the same two numbers once. Where they count different things, each thing has its own words.
    """
    rows = row_numbers(facts.steps[number].comparison)
    for at, entry in enumerate(facts.steps[number].ledger.entries):
        if entry.subject is Subject.CORRECTION:
            continue
        for child, one in ((None, entry), *enumerate(entry.children)):
            if _is_about_fact(one):
                fact = FACTS[one.subject]
                left = tuple(Words(number, fact, place) for place in one.left)
                right = tuple(Words(number + 1, fact, place) for place in one.right)
                for pair in _apart(left, right, facts, rows):
                    yield Touched(EntryAt(number, at, child), one, *pair)


def _is_about_fact(entry: Entry) -> bool:
    if entry.subject not in FACTS or entry.location in _OTHER:
        return False
    return entry.subject is not Subject.CONTENT or weight(entry) is Weight.MEANING


def outside_quotations(touched: Sequence[Touched]) -> Iterator[Touched]:
    """Yield the entries without the numbers and dates inside a quotation that the same step has withdrawn or changed.

    'We counted nine,' said Reth > 'We counted eleven,' said Reth: the lane of the quotation says so.
    """
    quoted: dict[tuple[int, int, int], list[Place]] = {}
    for one in touched:
        if one.entry.subject is Subject.QUOTATION and one.entry.change in _OF_QUOTED_WORDS:
            for words in one.words:
                quoted.setdefault((one.at.step, words.version, words.place.paragraph), []).append(words.place)
    for one in touched:
        if one.words[0].fact not in _IN_QUOTATIONS or not all(
            any(
                _is_inside(words.place, place)
                for place in quoted.get((one.at.step, words.version, words.place.paragraph), ())
            )
            for words in one.words
        ):
            yield one


_Sides = tuple[tuple[Words, ...], tuple[Words, ...]]


def _apart(
    left: tuple[Words, ...], right: tuple[Words, ...], facts: VersionFacts, rows: Pair[dict[int, int]]
) -> list[_Sides]:
    """Return the words of an entry, parted where a number counts other things at other places.

    Two boats sank, two people died > three boats sank, three people died: these are two facts.
    """
    own = [rows.left[words.place.paragraph] for words in left]
    if len(left) < 2 or left[0].fact is not Fact.NUMBER or own != [rows.right[one.place.paragraph] for one in right]:
        return [(left, right)]
    found: list[_Sides] = []
    for pair in zip(left, right, strict=True):
        same = [
            sides for sides in found if any(_count_the_same(pair, each, facts) for each in zip(*sides, strict=True))
        ]
        found = [sides for sides in found if sides not in same]
        joined = [*same, ((pair[0],), (pair[1],))]
        found.append((sum((sides[0] for sides in joined), ()), sum((sides[1] for sides in joined), ())))
    return found


def _count_the_same(one: tuple[Words, Words], other: tuple[Words, Words], facts: VersionFacts) -> bool:
    """Return whether two numbers count the same thing, or stand in sentences about the same thing, on some side."""
    for own, there in zip(one, other, strict=True):
        number, another = facts.quantity(own), facts.quantity(there)
        if number and another and {*number.nouns} & {*another.nouns}:
            return True
        around, beside = facts.around(own), facts.around(there)
        if are_alike(around, beside) and len(around & beside) >= _LEAST_AROUND:
            return True
    return False


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
