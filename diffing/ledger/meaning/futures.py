"""Find the hedges in whose place the other side says 'will', before another verb.

left   The glacier |could| disappear by 2041.     right   The glacier |will| be gone by 2041.       changed
left   Guests |may| dislike the noise.           right   Guests |will probably| complain.           none: two hedges

The verbs behind them differ, and so the words alone do not tell what became of the hedge. Here both stand right behind
words that both sides have.
"""

from collections.abc import Iterator, Sequence

from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import Side, sides
from diffing.ledger.language.lexicon import lexicon
from diffing.ledger.meaning.cues import Cue, cues
from diffing.ledger.meaning.sentence_changes import SentenceChange, sentence_changes
from diffing.ledger.meaning.turn_words import touching, turns_in
from diffing.model import Pair, Place
from diffing.text.function_words import content_words
from diffing.text.words import word_forms

# The force of the hedges, and the group and class of the words for what is to come.
_POSSIBLE = "possible"
_GROUP, _SENSE = "modality", "future"


def future_entries(context: LedgerContext) -> Iterator[Entry]:
    """Yield the entries of hedges that the other side replaces by 'will' or the like."""
    both = sides(context)
    language = both.left.language
    if language != both.right.language or _SENSE not in lexicon(language).get("turns", {}).get("groups", {}).get(
        _GROUP, {}
    ):
        return
    for change in sentence_changes(context):
        found = _hedge_and_will(change, both)
        if found is None and (back := _hedge_and_will(change.swapped(), both.swapped())) is not None:
            found = back.swapped()
        if found is not None:
            yield Entry(Subject.CERTAINTY, Change.CHANGED, (found.left,), (found.right,), Location.SAME_PLACE)


def _hedge_and_will(change: SentenceChange, both: Pair[Side]) -> Pair[Place] | None:
    """Return the places of a hedge of the left side and of the 'will' in its place, or None."""
    own, there = change.places
    if own.start == own.end or there.start == there.end:
        return None
    hedges = _cues_at(both.left, own)
    if len(hedges) != 1 or hedges[0][1].force != _POSSIBLE or _cues_at(both.right, there):
        return None
    hedge = hedges[0][0]
    text = both.right.texts[there.paragraph]
    known = [(Place(there.paragraph, one.start, one.end), one) for one in turns_in(both.right, text)]
    future = next((place for place, one in touching(known, there) if (one.group, one.sense) == (_GROUP, _SENSE)), None)
    if future is None or not (_is_first(both.left, own, hedge) and _is_first(both.right, there, future)):
        return None
    return Pair(hedge, future)


def _cues_at(side: Side, place: Place) -> list[tuple[Place, Cue]]:
    """Return the hedges that make entries and have a character of a place."""
    return [
        (Place(place.paragraph, cue.start, cue.end), cue)
        for cue in side.once(_hedges, place.paragraph)
        if cue.start < place.end and place.start < cue.end
    ]


def _hedges(side: Side, index: int) -> Sequence[Cue]:
    """Return the hedges of a paragraph that make entries; most have none."""
    found = side.extract(cues, side.texts[index])
    return [cue for cue in found if cue.subject is Subject.CERTAINTY and not cue.answers]


def _is_first(side: Side, change: Place, word: Place) -> bool:
    """Return whether only function words of a change stand before a word of it, and others behind."""
    before = change._replace(end=max(change.start, word.start))
    if content_words(word_forms(before.words(side.own)), side.language) or word.end >= change.end:
        return False
    # 'May not' is what somebody must not do.
    found = side.extract(cues, side.texts[change.paragraph])
    return not any(cue.subject is Subject.NEGATION and cue.start == word.end + 1 for cue in found)
