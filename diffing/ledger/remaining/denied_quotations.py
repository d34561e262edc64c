"""Find that one side denies the words that the other side quotes.

left   The study |does not prove that coffee protects|.      right   |“Coffee protects,”| she said.      a negation
left   She does not doubt that coffee protects.              right   “Coffee protects,” she said.        quoted

Without the negation, the quotation only has marks that the other side lacks (quotations/). It stands right before what
it denies, in the same sentence.
"""

from collections.abc import Sequence
from dataclasses import replace

from diffing.ledger.core.clauses import sentence_at, words_and_breaks
from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.covered import CoveredWords
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import Side, sides
from diffing.ledger.meaning.context import parting_words
from diffing.ledger.meaning.cues import cues
from diffing.model import Pair, Place

# Words between a negation and the first word that the other side quotes: 'does not |prove that|'.
_MOST_BETWEEN = 3


def with_denied_quotations(context: LedgerContext, found: Sequence[Entry]) -> list[Entry]:
    """Return the entries with a negation for each quotation that has no marks on a side which denies it."""
    both = sides(context)
    denied = {id(entry): one for entry in found if (one := _denied(entry, both)) is not None}
    told = CoveredWords(denied.values())
    return [
        denied.get(id(entry), entry)
        for entry in found
        if id(entry) in denied or not (entry.subject is Subject.NEGATION and told.touch(entry.places))
    ]


def _denied(entry: Entry, both: Pair[Side]) -> Entry | None:
    """Return the entry of the negation for that of a quotation, None for another entry."""
    if entry.subject is not Subject.QUOTATION or entry.change not in (Change.QUOTED, Change.UNQUOTED):
        return None
    is_left = entry.change is Change.QUOTED
    (side, (plain, *_)), (other, quoted) = (
        zip(both, entry.places, strict=True) if is_left else zip(both.swapped(), entry.places.swapped(), strict=True)
    )
    negation = _negation_before(side, plain)
    if negation is None or any(_denies(other, place) for place in quoted):
        return None
    own = (plain._replace(start=negation),)
    changed = replace(entry, subject=Subject.NEGATION, change=Change.CHANGED, detail=None)
    return replace(changed, left=own) if is_left else replace(changed, right=own)


def _denies(side: Side, place: Place) -> bool:
    """Return whether the words at a place have a negation."""
    text = side.texts[place.paragraph].part(place.start, place.end)
    return any(cue.subject is Subject.NEGATION for cue in side.extract(cues, text))


def _negation_before(side: Side, place: Place) -> int | None:
    """Return where the negation right before a place begins, in its sentence and clause; None without one."""
    start, sentence = sentence_at(side.texts[place.paragraph], place.start)
    form = sentence.folded
    before = [
        cue
        for cue in side.extract(cues, sentence)
        if cue.subject is Subject.NEGATION and cue.end <= place.start - start
    ]
    if not before or before[-1].answers:
        return None
    between = [*words_and_breaks(form.text, form.at(before[-1].end), form.at(place.start - start))]
    is_beside = len(between) <= _MOST_BETWEEN and not any(word["stop"] for word in between)
    if not is_beside or any(word[0] in parting_words(side.language) for word in between):
        return None
    return start + before[-1].start
