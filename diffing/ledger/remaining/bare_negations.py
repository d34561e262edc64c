"""Find a 'not' that alone was put into an otherwise equal sentence, or taken out of it.

left   The barges may continue, the court said, rejecting a plea.
right  The barges may |not| continue, the court said, hearing a plea.      new: not
left   The council has by Friday a plan.
right  The council has by Monday |no| plan.                                new: no, beside the date

The meanings let another word of denial, such as 'rejecting', answer a 'not'. Where nothing else changed beside the only
'not' of both sentences, it turns what is said there, whatever answers it elsewhere. They also want the word before the
'not' on both sides, which another fact may stand in.
"""

from collections.abc import Iterator, Sequence

from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.covered import CoveredWords
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import Side, sides
from diffing.ledger.meaning.cues import cues
from diffing.ledger.meaning.limits import denies_exception
from diffing.ledger.meaning.sentence_changes import SentenceChange, sentence_changes
from diffing.ledger.remaining.kept_sentences import remaining_changes
from diffing.model import Pair, Place
from diffing.text.function_words import function_words

# The share of both sentences that is kept. With less, the denial stands in another form: 'ni el alcalde ni el cura' is
# 'no ... el alcalde y el cura'.
_LEAST_KEPT = 0.85
# The same beside a changed fact: the fact is a part of what is not kept, and no form of a denial.
_LEAST_KEPT_BESIDE = 0.6
# The subjects of facts in whose change a negation may stand.
_FACTS = frozenset({Subject.NUMBER, Subject.DATE, Subject.NAME})


def bare_negations(context: LedgerContext, found: Sequence[Entry]) -> Iterator[Entry]:
    """Yield an entry for each negation with nothing in its place, without those of the entries `found`."""
    both = sides(context)
    for change in remaining_changes(context, found, _LEAST_KEPT):
        for side, own, other in zip(both, change.places, change.places.swapped(), strict=True):
            is_bare = other.start == other.end and _is_negation(side, own) and _count(both, change) == 1
            if is_bare and not denies_exception(side, own, other):
                yield side.entry(Subject.NEGATION, (own,), Location.SAME_SENTENCE)
    yield from _beside_facts(context, both, found)


def _beside_facts(context: LedgerContext, both: Pair[Side], found: Sequence[Entry]) -> Iterator[Entry]:
    """Yield an entry for each negation that shares a change with a fact, and has an article or nothing in its place."""
    changed = [entry for entry in found if entry.change is Change.CHANGED and entry.subject in _FACTS]
    facts, told = CoveredWords(changed), CoveredWords(found)
    for change in sentence_changes(context) if changed else ():
        if min(change.kept) < _LEAST_KEPT_BESIDE or not facts.touch(change.places.map(lambda place: (place,))):
            continue
        rest = Pair(
            *(
                facts.outside(place, side.texts[place.paragraph].text, (), is_left=side.is_left).split()
                for side, place in zip(both, change.places, strict=True)
            )
        )
        for side, own, words, others in zip(both, change.places, rest, rest.swapped(), strict=True):
            negation = _only_negation(side, own, " ".join(words))
            if (
                negation is not None
                and function_words(side.language).issuperset(map(str.lower, others))
                and _count(both, change) == 1
                and not told.touch(Pair((negation,), ()) if side.is_left else Pair((), (negation,)))
            ):
                yield side.entry(Subject.NEGATION, (negation,), Location.SAME_SENTENCE)


def _only_negation(side: Side, own: Place, words: str) -> Place | None:
    """Return the place of the negation inside a place that `words` are, None where they are something else."""
    for cue in side.extract(cues, side.texts[own.paragraph]):
        if own.start <= cue.start and cue.end <= own.end and cue.subject is Subject.NEGATION and not cue.answers:
            place = Place(own.paragraph, cue.start, cue.end)
            return place if place.words(side.own) == words else None
    return None


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
