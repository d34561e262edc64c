"""The changes that the subjects leave: inside sentences that are otherwise kept, and in no entry yet.

left   The bonus|, pro rata,| for all.      right   The bonus for all.      no entry has 'pro rata': it is left
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.covered import CoveredWords
from diffing.ledger.core.model import Entry
from diffing.ledger.meaning.sentence_changes import SentenceChange, sentence_changes
from diffing.model import Op, Pair, Place

FOUR_FIFTHS = 0.8
"""The share of both sentences that is kept: with less, clauses may have changed places, or say something else."""
TWO_THIRDS = 0.65
"""The share beside one word or phrase that is gone or new, and is the only change of its sentences."""
HALF = 0.5
"""The share in an article that is edited and not rewritten: one word of a short sentence is a third of it."""
# The share of the linked paragraphs that is kept where an article is edited. Of 45 pairs, rewritten ones keep .54 to
# .85, and edited ones .91 to .99. In an article of a few sentences, so many changed characters are an edit too.
_EDITED = 0.9
_FEW_CHANGED = 60


def remaining_changes(
    context: LedgerContext, found: Sequence[Entry], least_kept: float = FOUR_FIFTHS
) -> Iterator[SentenceChange]:
    """Yield the changes in sentences of which `least_kept` (0..1) is the same, without those of the entries `found`."""
    covered = CoveredWords(found)
    for change in sentence_changes(context):
        places, kept = change.places, change.kept
        if kept.left >= least_kept <= kept.right and not covered.touch(Pair((places.left,), (places.right,))):
            yield change


def is_only_change(context: LedgerContext, change: SentenceChange) -> bool:
    """Return whether a change is the only one of its sentences, of which much is kept if one side has no words."""
    has_words = all(place.start < place.end for place in change.places)
    return (has_words or min(change.kept) >= TWO_THIRDS) and context.once(_counts)[change.sentences] == 1


def is_lightly_edited(context: LedgerContext) -> bool:
    """Return whether most of what the linked paragraphs of the story say is the same word for word."""
    return context.once(_is_lightly_edited)


def _is_lightly_edited(context: LedgerContext) -> bool:
    equal, total = equal_and_total(context)
    return equal >= _EDITED * total or total - equal <= min(_FEW_CHANGED, equal)


def equal_and_total(context: LedgerContext) -> tuple[int, int]:
    """Return the number of equal characters of both sides in the linked paragraphs of the story, and of all there."""
    return context.once(_equal_and_total)


def with_share_of(whole: LedgerContext, part: LedgerContext) -> None:
    """Let a part of a comparison, such as its sentences that moved, count as edited only where the whole does."""
    part.keep(_equal_and_total, equal_and_total(whole))


def _equal_and_total(context: LedgerContext) -> tuple[int, int]:
    linked = [row for row in context.comparison.rows if row.left and row.right and not row.furniture]
    equal = sum(len(span.left) + len(span.right) for row in linked for span in row.spans if span.op is Op.EQUAL)
    return equal, sum(len(span.left) + len(span.right) for row in linked for span in row.spans)


def _counts(context: LedgerContext) -> Counter[Pair[Place]]:
    """Return the number of changes of each pair of sentences."""
    return Counter(change.sentences for change in sentence_changes(context))
