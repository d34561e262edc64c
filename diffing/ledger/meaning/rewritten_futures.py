"""Find what became of a 'will' in a rewritten sentence: it may be so now, or is done.

left   The firm |would| shut its mill in May.     right   In May its mill |may| be shut, the firm says.        changed
left   The firm |will sack| 400 in Lorn.          right   In Lorn the firm |has sacked| 400, the union says.   changed
left   The minister will resign.                  right   The minister has refused to resign.                  none

The same verb stands behind both words. Where both stand in one place, futures.py and tenses.py find them.
"""

from collections.abc import Iterator, Sequence

from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.details import Senses
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.language.lexicon import forms, lexicon
from diffing.ledger.meaning.context import head_of, is_same_word, places_of_word, words_to_pass
from diffing.ledger.meaning.cues import Cue, cues
from diffing.ledger.meaning.outlines import Outline, sentence_pairs
from diffing.ledger.meaning.sentence_words import listed, prepositions
from diffing.model import Pair, Place
from diffing.text.folding import word_pattern

# The force of the hedges, and the group and class of the words for what is to come.
_POSSIBLE = "possible"
_GROUP, _SENSE = "modality", "future"
# Words between the helping verb of the past and its verb: 'has now been'.
_MOST_BETWEEN = 3


def rewritten_future_entries(context: LedgerContext) -> Iterator[Entry]:
    """Yield the entries of a 'will' whose verb is hedged, or done, in the sentence that corresponds."""
    for pair in sentence_pairs(context):
        if pair.left.side.language != pair.right.side.language:
            return
        futures = pair.map(_futures)
        if sorted(map(len, futures)) != [0, 1]:
            # Another 'will' may be the one of this verb.
            continue
        is_left = bool(futures.left)
        own, other = pair if is_left else pair.swapped()
        (will,) = futures.left or futures.right
        entry = _hedged(own, other, will) or _done(own, other, will)
        if entry is not None:
            yield entry


def _futures(outline: Outline) -> Sequence[Place]:
    """Return the places of the words such as 'will' of a sentence."""
    found = outline.turns
    return [Place(0, one.start, one.end) for one in found if (one.group, one.sense) == (_GROUP, _SENSE)]


def _hedged(own: Outline, other: Outline, will: Place) -> Entry | None:
    """Return the entry of a 'will' whose verb has the only hedge of both sentences, or None."""
    hedges = _hedges(other)
    if len(hedges) != 1 or _hedges(own) or hedges[0].force != _POSSIBLE:
        return None
    hedge = Place(0, hedges[0].start, hedges[0].end)
    verb, hedged = (head_of(one.text.folded, at, one.side.language) for one, at in ((own, will), (other, hedge)))
    if verb is None or hedged is None or not is_same_word(verb[0], hedged[0]):
        return None
    return _entry(Subject.CERTAINTY, Pair(own, other), Pair(will, hedge))


def _hedges(outline: Outline) -> Sequence[Cue]:
    """Return the hedges of a sentence, without those that only imply one."""
    found = outline.side.extract(cues, outline.text)
    return [cue for cue in found if cue.subject is Subject.CERTAINTY and not cue.answers]


def _done(own: Outline, other: Outline, will: Place) -> Entry | None:
    """Return the entry of a 'will' whose verb stands behind a 'has' in the other sentence, or None."""
    language, form = own.side.language, own.text.folded
    verb = head_of(form, will, language)
    if verb is None or not all(own.shared_with(other)) or own.denies() or other.denies():
        return None
    if _helper(own, form.place(0, *verb.span()).start, language) is not None:
        # 'Would have been' is neither.
        return None
    for there in places_of_word(own.side, own.in_paragraph(will), verb[0]):
        start, end = there.start - other.place.start, there.end - other.place.start
        if there.paragraph == other.place.paragraph and start >= 0 and end <= len(other.text.text):
            helper = _helper(other, start, language)
            if helper is not None:
                places = Pair(form.place(0, form.at(will.start), verb.end()), Place(0, helper, end))
                return _entry(Subject.CONTENT, Pair(own, other), places, ("future", "past"))
    return None


def _entry(
    subject: Subject, outlines: Pair[Outline], places: Pair[Place], senses: tuple[str, str] | None = None
) -> Entry:
    """Return the entry of places in two sentences, of which the first one may be the right one."""
    left, right = ((one.in_paragraph(place),) for one, place in zip(outlines, places, strict=True))
    if not outlines.left.side.is_left:
        left, right, senses = right, left, senses and (senses[1], senses[0])
    detail = Senses(*senses) if senses else None
    return Entry(subject, Change.CHANGED, left, right, Location.SAME_SENTENCE, detail)


def _helper(outline: Outline, verb: int, language: str) -> int | None:
    """Return the start of the helping verb of the past before a verb: only adverbs and the like stand between."""
    helpers = forms(lexicon(language).get("turns", {}).get("tense", {}).get("past_helpers", ()))
    passed = (words_to_pass(language) | listed("passed", language)) - prepositions(language)
    form = outline.text.folded
    for word in reversed([*word_pattern(form.text).finditer(form.text, 0, form.at(verb))][-_MOST_BETWEEN:]):
        if word[0] in helpers:
            return form.place(0, *word.span()).start
        if word[0] not in passed:
            return None
    return None
