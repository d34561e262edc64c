"""The changes that the subjects leave: inside sentences that are otherwise kept, and in no entry yet.

left   The bonus|, pro rata,| for all.      right   The bonus for all.      no entry has 'pro rata': it is left
"""

from collections.abc import Iterator, Sequence

from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.covered import CoveredWords
from diffing.ledger.core.model import Entry
from diffing.ledger.meaning.sentence_changes import SentenceChange, sentence_changes

FOUR_FIFTHS = 0.8
"""The share of both sentences that is kept: with less, clauses may have changed places, or say something else."""


def remaining_changes(
    context: LedgerContext, found: Sequence[Entry], least_kept: float = FOUR_FIFTHS
) -> Iterator[SentenceChange]:
    """Yield the changes in sentences of which `least_kept` (0..1) is the same, without those of the entries `found`."""
    covered = CoveredWords(found)
    for change in context.once(_all_changes):
        if min(change.kept) >= least_kept and not covered.touch(change.places.map(lambda place: (place,))):
            yield change


def _all_changes(context: LedgerContext) -> tuple[SentenceChange, ...]:
    """Return the changes of all sentences; three searches go through them."""
    return tuple(sentence_changes(context))
