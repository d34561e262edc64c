"""Find a 'not' that alone was put into an otherwise equal sentence, or taken out of it.

left   The barges may continue, the court said, rejecting a plea.
right  The barges may |not| continue, the court said, hearing a plea.      new: not

The meanings let another word of denial, such as 'rejecting', answer a 'not'. Where nothing else changed beside the only
'not' of both sentences, it turns what is said there, whatever answers it elsewhere.
"""

from collections.abc import Iterator, Sequence

from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Entry, Subject
from diffing.ledger.core.sides import Side, sides
from diffing.ledger.meaning.cues import cues
from diffing.ledger.meaning.sentence_changes import SentenceChange
from diffing.ledger.remaining.kept_sentences import remaining_changes
from diffing.model import Pair, Place

# The share of both sentences that is kept. With less, the denial stands in another form: 'ni el alcalde ni el cura' is
# 'no ... el alcalde y el cura'.
_LEAST_KEPT = 0.85


def bare_negations(context: LedgerContext, found: Sequence[Entry]) -> Iterator[Entry]:
    """Yield an entry for each negation with nothing in its place, without those of the entries `found`."""
    both = sides(context)
    for change in remaining_changes(context, found, _LEAST_KEPT):
        for side, own, other in zip(both, change.places, change.places.swapped(), strict=True):
            if other.start == other.end and _is_negation(side, own) and _count(both, change) == 1:
                yield side.entry(Subject.NEGATION, (own,), Location.SAME_SENTENCE)


def _count(both: Pair[Side], change: SentenceChange) -> int:
    """Return the number of negations in the sentences of both sides."""
    return sum(
        cue.subject is Subject.NEGATION and sentence.start <= cue.start < sentence.end
        for side, sentence in zip(both, change.sentences, strict=True)
        for cue in side.extract(cues, side.texts[sentence.paragraph])
        if not cue.answers
    )


def _is_negation(side: Side, place: Place) -> bool:
    """Return whether the words of a place are a negation and nothing else."""
    return any(
        (cue.start, cue.end) == (place.start, place.end)
        for cue in side.extract(cues, side.texts[place.paragraph])
        if cue.subject is Subject.NEGATION and not cue.answers
    )
