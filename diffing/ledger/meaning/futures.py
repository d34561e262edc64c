"""Find the hedges in whose place the other side says 'will', before another verb.

left   The glacier |could| disappear by 2041.     right   The glacier |will| be gone by 2041.       changed
left   Guests |may| dislike the noise.           right   Guests |will probably| complain.           none: two hedges
left   The firm |would| shut its mill in May.    right   In May its mill |may| be shut, the firm says.      changed

The verbs behind them may differ, and so the words alone do not tell what became of the hedge. Here both stand right
behind words that both sides have; or, in a rewritten sentence, before the same verb.
"""

from collections.abc import Iterator, Sequence

from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import Side, sides
from diffing.ledger.language.lexicon import lexicon
from diffing.ledger.meaning.context import head_of, is_same_word
from diffing.ledger.meaning.cues import Cue, cues
from diffing.ledger.meaning.outlines import Outline, sentence_pairs
from diffing.ledger.meaning.sentence_changes import SentenceChange, sentence_changes
from diffing.ledger.meaning.turn_words import touching, turns_in, turns_of
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


def rewritten_future_entries(context: LedgerContext) -> Iterator[Entry]:
    """Yield the entries of hedges and words such as 'will' before the same verb of corresponding sentences."""
    for pair in sentence_pairs(context):
        if pair.left.side.language != pair.right.side.language:
            return
        found = _before_one_verb(pair)
        if found is None and (back := _before_one_verb(pair.swapped())) is not None:
            found = back.swapped()
        if found is not None:
            yield Entry(Subject.CERTAINTY, Change.CHANGED, (found.left,), (found.right,), Location.SAME_SENTENCE)


def _before_one_verb(pair: Pair[Outline]) -> Pair[Place] | None:
    """Return the places of a hedge of the left sentence, and of a 'will' of the right one before its verb, or None.

    Neither sentence has another hedge or 'will': that may be the one of this verb.
    """
    hedges, hedged = map(_hedges, pair)
    if len(hedges) != 1 or hedged or hedges[0].force != _POSSIBLE:
        return None
    none, futures = map(_futures, pair)
    if none or len(futures) != 1:
        return None
    places = Pair(Place(0, hedges[0].start, hedges[0].end), futures[0])
    verbs = [head_of(one.text.folded, place, one.side.language) for one, place in zip(pair, places, strict=True)]
    if any(verb is None for verb in verbs) or not is_same_word(*(verb[0] for verb in verbs if verb is not None)):
        return None
    return Pair(*(one.in_paragraph(place) for one, place in zip(pair, places, strict=True)))


def _hedges(outline: Outline) -> Sequence[Cue]:
    """Return the hedges of a sentence, without those that only imply one."""
    found = outline.side.extract(cues, outline.text)
    return [cue for cue in found if cue.subject is Subject.CERTAINTY and not cue.answers]


def _futures(outline: Outline) -> Sequence[Place]:
    """Return the places of the words such as 'will' of a sentence."""
    found = turns_of(outline.side, outline.place, outline.text)
    return [Place(0, one.start, one.end) for one in found if (one.group, one.sense) == (_GROUP, _SENSE)]


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
    found = side.extract(cues, side.texts[place.paragraph])
    return [
        (Place(place.paragraph, cue.start, cue.end), cue)
        for cue in found
        if cue.subject is Subject.CERTAINTY and not cue.answers and cue.start < place.end and place.start < cue.end
    ]


def _is_first(side: Side, change: Place, word: Place) -> bool:
    """Return whether only function words of a change stand before a word of it, and others behind."""
    before = change._replace(end=max(change.start, word.start))
    if content_words(word_forms(before.words(side.own)), side.language) or word.end >= change.end:
        return False
    # 'May not' is what somebody must not do.
    found = side.extract(cues, side.texts[change.paragraph])
    return not any(cue.subject is Subject.NEGATION and cue.start == word.end + 1 for cue in found)
