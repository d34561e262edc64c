"""Leave out quotations that two translators, or two writers who noted down the same speech, put in other words.

left   “Nobody goes back,” Soto said. “The house was here before the road.”
right  “No one is going back,” Soto said. “Before there was a road, there was this house.”        no entry

Quotation marks promise the exact words, but not those of a translator. Articles whose quotations correspond, and never
have a long run of words in common, were translated or noted down twice. There a quotation in other words says the same
if it shares much of its content, and has the same numbers and dates, as many negations, and the same words of
certainty.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from diffing.ledger.content.stems import content_stems, text_of
from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.covered import CoveredWords
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import Side, sides
from diffing.ledger.dates.extract import dates
from diffing.ledger.dates.glosses import Dated
from diffing.ledger.meaning.cues import cues
from diffing.ledger.quotations.changes import paired_quotations
from diffing.ledger.quotations.extract import Quotation
from diffing.ledger.quotations.pairing import Group
from diffing.ledger.remaining.told_otherwise import numbers_at
from diffing.ledger.remaining.updates import are_independent
from diffing.model import Pair, Place
from diffing.text.scripts import UNSPACED

# Words in a row that show that a quotation was taken over: of those that were translated twice, no pair has more than
# five; of 24 pairs of reading levels, each has a quotation with eight. The same for characters of unspaced scripts.
_TAKEN_OVER = 6
_TAKEN_OVER_UNSPACED = 12
# Quotations that must correspond in other words, so that it is a habit.
_LEAST_RENDERED = 2
# The share of its content words that the shorter quotation has in common with the other one, and the longer one.
_SHARED = 0.4
_SHARED_BY_LONGER = 0.25
# The force of words that leave no doubt, in the lexicons.
_CERTAIN = "certain"


def without_renderings(context: LedgerContext, entries: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the entries without quotations in other words that say the same, if the articles were translated twice."""
    reworded = [one for one in entries if one.subject is Subject.QUOTATION and one.change is Change.REWORDED]
    if not reworded or not context.once(_are_rendered):
        yield from entries
        return
    both = sides(context)
    told = CoveredWords(entry for entry in entries if entry.subject is not Subject.QUOTATION)
    for entry in entries:
        if entry not in reworded or told.touch(entry.places) or not _say_the_same(both, entry):
            yield entry


def _are_rendered(context: LedgerContext) -> bool:
    """Return whether the quotations of both articles correspond, but were not taken over from one text."""
    if not are_independent(context):
        return False
    spoken = [group for group in context.once(paired_quotations).groups if _is_speech(group)]
    longest = _TAKEN_OVER_UNSPACED if context.languages.left in UNSPACED else _TAKEN_OVER
    if any(_have_run(group, longest) for group in spoken):
        return False
    both = sides(context)
    rendered = (group for group in spoken if _forms(group.left) != _forms(group.right))
    alike = (_share_content(both, Pair(_places(group.left), _places(group.right))) for group in rendered)
    return sum(alike) >= _LEAST_RENDERED


def _is_speech(group: Group) -> bool:
    return all(any(one.is_speech for one in side) for side in group)


def _have_run(group: Group, length: int) -> bool:
    """Return whether both sides of a group have the same words in a row."""
    left, right = ({forms[at : at + length] for at in range(len(forms) - length + 1)} for forms in map(_forms, group))
    return not left.isdisjoint(right)


def _forms(side: Sequence[Quotation]) -> tuple[str, ...]:
    return tuple(form for one in side for form in one.forms)


def _places(side: Sequence[Quotation]) -> tuple[Place, ...]:
    return tuple(place for one in side for place in one.places)


def _share_content(both: Pair[Side], places: Pair[tuple[Place, ...]]) -> bool:
    """Return whether the words at some places of both sides share enough content to say the same."""
    left, right = (
        frozenset(stem for place in own for stem in content_stems(text_of(side, place), side.lexicon))
        for side, own in zip(both, places, strict=True)
    )
    shorter, longer = sorted((len(left), len(right)))
    common = len(left & right)
    return shorter > 0 and common >= _SHARED * shorter and common >= _SHARED_BY_LONGER * longer


def _say_the_same(both: Pair[Side], entry: Entry) -> bool:
    """Return whether a quotation in other words shares its content, its numbers, and its words of modality."""
    left, right = map(_modality, both, entry.places)
    return (
        left.says_as(right)
        and _share_content(both, entry.places)
        and _figures(both.left, entry.left) == _figures(both.right, entry.right)
    )


def _figures(side: Side, places: Sequence[Place]) -> tuple[frozenset[object], frozenset[object]]:
    """Return the numbers and the dates at some places: '20 November 1713' and 'November 20, 1713' are one date."""
    apart = [
        (place, [one for one in side.extract(dates, side.texts[place.paragraph]) if _is_in(one, place)])
        for place in places
    ]
    outside = [
        place._replace(start=start, end=end)
        for place, own in apart
        for start, end in zip(
            (place.start, *(one.end for one in own)), (*(one.start for one in own), place.end), strict=True
        )
    ]
    return numbers_at(side, outside), frozenset(one.moment for _, own in apart for one in own)


def _is_in(dated: Dated, place: Place) -> bool:
    return place.start <= dated.start and dated.end <= place.end


class _Modality(NamedTuple):
    """The number of negations of a quotation, whether a word is certain ('must'), and the words of doubt.

    `answers` are those that the words have as part of their meaning: who 'assumed' it 'believed' it.
    """

    negations: int
    is_certain: bool
    doubts: frozenset[str]
    answers: frozenset[str]

    def says_as(self, other: "_Modality") -> bool:
        """Return whether both deny and doubt alike."""
        return self[:2] == other[:2] and self.doubts - other.answers == other.doubts - self.answers


def _modality(side: Side, places: Sequence[Place]) -> _Modality:
    """Return how the words at some places deny and doubt."""
    inside = [
        cue
        for place in places
        for cue in side.extract(cues, side.texts[place.paragraph])
        if place.start <= cue.start and cue.end <= place.end
    ]
    own = [cue for cue in inside if not cue.answers]
    return _Modality(
        sum(cue.subject is Subject.NEGATION for cue in own),
        any(cue.force == _CERTAIN for cue in inside),
        frozenset(cue.force for cue in own if cue.subject is Subject.CERTAINTY),
        frozenset(cue.force for cue in inside if cue.answers and cue.subject is Subject.CERTAINTY),
    )
