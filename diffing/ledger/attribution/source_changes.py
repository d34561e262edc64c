"""Compare sources: a source is named, left out, added or replaced.

left   …, the |US press| reported                    right   …, |The New York Times| reported      changed
left   |two people familiar with it| said            right   |officials| said                         changed
left   |According to the police|, two were hurt.     right   Two were hurt.                       gone

A source that is left out makes an entry only if the other side states the same without any source. A quotation, another
verb of saying or the name of the source in the same sentence counts as a source; what another speaker says on both
sides does not. A *voice* is a phrase that names a source or may name one: a source, a speaker with a verb, or a noun
such as 'officials'.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from diffing.ledger.attribution.bodies import bodies, content_stems
from diffing.ledger.attribution.pairs import Spoken, paired, spoken_by
from diffing.ledger.attribution.sayings import listed
from diffing.ledger.attribution.sources import BEFORE, KNOWING, Source, is_anonymous, named_sources
from diffing.ledger.attribution.stated import counterparts, is_stated, sentence_at, stems, stems_between
from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.locations import Location, beside
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import MOST_WORDS, Side, sides
from diffing.ledger.language.lexemes import Lexemes
from diffing.ledger.language.lexicon import lexicon
from diffing.ledger.meaning.cues import cues
from diffing.model import Pair, Place
from diffing.patterns import lazy_pattern
from diffing.text.folding import word_pattern
from diffing.text.reading import ReadText

_QUOTES = lazy_pattern(r"[\"“”„«»「」『』]")
# The class of the lexicon for verbs of saying without a judgement.
_NEUTRAL = "neutral"
# Content words of a statement behind such a verb, and behind another one.
_LEAST_SAID = 2
_LEAST_CLAIMED = 3
# The share of the words of a statement up to which the other side says it in other words.
_MOST_SAID_AGAIN = 0.6
# The force of certainty that says the same as a source without a name: 'reportedly', 'reports say'.
_REPORTED = "reported"


class _Told(NamedTuple):
    """The sources of a side: `named` sources, those `waiting` for a counterpart, and speakers with a reporting verb.

    `partners` has the verb of this side that belongs to a verb of saying of the other side, by the place of the latter.
    """

    side: Side
    named: Mapping[Place, Source]
    waiting: dict[Place, Source]
    speaking: Mapping[Place, Spoken]
    partners: Mapping[Place, Spoken]

    @property
    def voices(self) -> Mapping[int, Sequence[Place]]:
        """The speakers, and the sources without a counterpart, by paragraph."""
        found = defaultdict[int, list[Place]](list)
        for place in (*self.speaking, *self.waiting):
            found[place.paragraph].append(place)
        return found


class _Lost(NamedTuple):
    """A source that the other side may lack: the stems of its words, and whether it stays without a name."""

    place: Place
    words: frozenset[str]
    is_anonymous: bool = False
    is_speaker: bool = False


def source_entries(context: LedgerContext) -> Iterator[Entry]:
    """Yield the entries of sources that the other side replaces or leaves out."""
    both = sides(context)
    pairs = context.once(paired)
    partners = Pair(
        {right.place: left for left, right in pairs},
        {left.place: right for left, right in pairs},
    )
    told = Pair(*map(_told, both, partners))
    yield from _changed(told)
    for own, other in zip(told, told.swapped(), strict=True):
        yield from _one_sided(own, other.voices)


def _told(side: Side, partners: Mapping[Place, Spoken]) -> _Told:
    named: dict[Place, Source] = {}
    for index in side.reworded:
        found = side.extract(named_sources, side.texts[index])
        for source in found if len(found) <= MOST_WORDS else ():
            named[Place(index, source.start, source.end)] = source
    speaking = {one.whole: one for one in spoken_by(side) if _is_reporting(side, one) and one.whole is not None}
    return _Told(side, named, dict(named), speaking, partners)


def _is_reporting(side: Side, one: Spoken) -> bool:
    """Return whether a statement becomes a fact without its verb; an opinion only if it is one of people who know."""
    words = side.texts[one.place.paragraph].folded.part(one.place.start, one.place.end).text.split()
    # A verb in two parts, 'teilte die Polizei mit', is listed with a gap.
    verb = {" ".join(words), f"{words[0]} _ {words[-1]}"}
    if not verb.isdisjoint(listed("opinion", side.language)):
        return not one.speaker.words.isdisjoint(KNOWING)
    return not verb.isdisjoint(listed("reporting", side.language))


def _changed(told: Pair[_Told]) -> Iterator[Entry]:
    """Yield the entries of named sources that replace each other; take them and equal sources from the waiting ones."""
    side, named, waiting = told.left.side, told.map(lambda one: one.named), told.map(lambda one: one.waiting)
    others = []
    for left, right in sorted(_near(side, named), key=lambda pair: side.distance(*pair)):
        if left in waiting.left and right in waiting.right and named.left[left].is_same(named.right[right]):
            del waiting.left[left], waiting.right[right]
        else:
            others.append((left, right))
    for left, right in others:
        if left in waiting.left and right in waiting.right and waiting.left[left].words and waiting.right[right].words:
            del waiting.left[left], waiting.right[right]
            if _is_meant(told, left, right) or _is_meant(told.swapped(), right, left):
                continue
            is_replaced = side.is_replaced(left, right)
            if is_replaced or _is_stated(side, left) or _is_stated(told.right.side, right):
                yield Entry(Subject.SOURCE, Change.CHANGED, (left,), (right,), beside(is_replaced))


def _is_meant(told: Pair[_Told], own: Place, there: Place) -> bool:
    """Return whether a source without a name, 'the researcher', can be the other side's, whom this side names too.

    An acronym is named by its words: the NYT by the New York Times, where the other side has that name.
    """
    side = told.left.side
    if not told.left.named[own].words <= set(bodies(side.language).values()):
        return False
    other = told.right.named[there].words
    longer = {one.initials: one.words for one in told.right.named.values() if one.initials in other}
    words = frozenset[str]().union(*(longer.get(word, {word}) for word in other))
    return all(any(word in side.extract(stems, text) for text in side.texts) for word in words)


def _near(side: Side, named: Pair[Mapping[Place, Source]]) -> Iterator[tuple[Place, Place]]:
    """Yield the pairs of sources in corresponding sentences."""
    in_paragraph: dict[int, list[Place]] = {}
    for right in named.right:
        in_paragraph.setdefault(right.paragraph, []).append(right)
    for left in named.left:
        for index in side.opposite(left):
            yield from ((left, right) for right in in_paragraph.get(index, ()) if side.is_near(left, right))


def _one_sided(told: _Told, others: Mapping[int, Sequence[Place]]) -> Iterator[Entry]:
    """Yield the entries of sources that the other side leaves out; `others` are the voices of the other side."""
    side, own = told.side, told.voices
    lost: list[Place] = []
    for place, source in sorted(told.waiting.items(), key=lambda one: not one[1].words):
        is_inside = any(_overlap(place, other) for other in lost)
        if is_inside or not _is_stated(side, place) or _is_answered(told, _Lost(place, source.words, not source.words)):
            continue
        lost.append(place)
        whole = next((one for one in own[place.paragraph] if _holds(one, place)), place)
        replaced = None if source.words else next(_in_place(side, place, others), None)
        if replaced is None:
            yield side.entry(Subject.SOURCE, (place,), Location.SAME_SENTENCE)
        else:
            places = ((whole,), (replaced,)) if side.is_left else ((replaced,), (whole,))
            yield Entry(Subject.SOURCE, Change.CHANGED, *places, Location.SAME_PLACE)
    for place, one in told.speaking.items():
        if (
            not any(_overlap(place, other) for other in (*told.named, *lost) if other.paragraph == place.paragraph)
            and _is_stated(side, place, one.saying.stance)
            and not _is_answered(told, _Lost(place, one.speaker.words, is_speaker=True))
        ):
            yield side.entry(Subject.SOURCE, (place,), Location.SAME_SENTENCE)


def _in_place(side: Side, own: Place, others: Mapping[int, Sequence[Place]]) -> Iterator[Place]:
    """Yield the voices of the other side that replace the words at a place and add a name.

    The sentence of the place must not have the words of the voice: 'three officials who asked not to be named' and
    'three officials' are the same source.
    """
    known = side.extract(stems, sentence_at(side.texts[own.paragraph], own.start)[1])
    for other in (other for index in side.opposite(own) for other in others.get(index, ())):
        if (
            side.is_replaced(own, other)
            and not stems_between(side.other_texts[other.paragraph], other.start, other.end, side.lexicon) <= known
        ):
            yield other


def _holds(whole: Place, part: Place) -> bool:
    return whole.paragraph == part.paragraph and whole.start <= part.start and part.end <= whole.end


def _overlap(one: Place, other: Place) -> bool:
    return one.paragraph == other.paragraph and one.start < other.end and other.start < one.end


def _is_stated(side: Side, own: Place, stance: str = _NEUTRAL) -> bool:
    """Return whether the other side states the sentence of a source; a sentence with a quotation has no other source.

    Two words are enough if the verb only says: 'claimed the throne' is no statement.
    """
    _, sentence = sentence_at(side.texts[own.paragraph], own.start)
    least = _LEAST_SAID if stance == _NEUTRAL else _LEAST_CLAIMED
    return not _QUOTES.search(sentence.text) and is_stated(side, own, least)


def _is_answered(told: _Told, lost: _Lost) -> bool:
    """Return whether a corresponding sentence of the other side names the source, quotes, or has a voice of its own."""
    side = told.side
    for place, text in counterparts(side, lost.place):
        if lost.is_anonymous:
            if side.extract(is_anonymous, text):
                return True
            continue
        if _QUOTES.search(text.text):
            return True
        is_named = bool(lost.words & side.extract(stems, text))
        if is_named and (not lost.is_speaker or _speaks_otherwise(told, lost, text)):
            return True
        if any(is_named or not _is_of_another(told, lost, voice) for voice in _voices_in(place, text, side.language)):
            return True
        if lost.words <= _impersonal(side.language) and _is_reported(text, side):
            return True
    return False


def _speaks_otherwise(told: _Told, lost: _Lost, text: ReadText) -> bool:
    """Return whether the speaker begins a sentence of the other side that says much in other words.

    'Scientists say it is too early to tell', 'Scientists do not know yet'. In 'the council studies the plan', the
    council of 'the council says it studies the plan' says it no more.
    """
    side, language = told.side, told.side.language
    words = (word[0] for word in word_pattern(text.folded.text).finditer(text.folded.text))
    if next(content_stems(words, language), "") not in lost.words:
        return False
    rest = side.extract(stems, sentence_at(side.texts[lost.place.paragraph], lost.place.start)[1]) - lost.words
    return len(rest & side.extract(stems, text)) < _MOST_SAID_AGAIN * len(rest)


@cache
def _impersonal(language: str) -> frozenset[str]:
    """Return the stems of speakers that stand for no source: 'reports', 'people'."""
    return frozenset(content_stems(listed("impersonal", language), language))


def _is_reported(text: ReadText, side: Side) -> bool:
    """Return whether a text says that it tells what others say: 'reportedly'."""
    return any(cue.force == _REPORTED for cue in side.extract(cues, text))


@cache
def _voices(language: str) -> Lexemes[str]:
    """Return the words of voices."""
    table = lexicon(language).get("sources", {})
    verbs = [word for name in ("verbs", "deeds") for words in table.get(name, {}).values() for word in words]
    return Lexemes({"voice": [*verbs, *table.get("naming", {}).get(BEFORE, ()), *table.get("voices", ())]})


def _voices_in(place: Place, text: ReadText, language: str) -> Iterator[Place]:
    """Yield the words at a place that may name a source; `text` is the text at the place."""
    form = text.folded
    for start, end, _ in _voices(language).find(form):
        yield (found := form.place(place.paragraph, start, end))._replace(
            start=place.start + found.start, end=place.start + found.end
        )


def _is_of_another(told: _Told, lost: _Lost, voice: Place) -> bool:
    """Return whether this side has a voice of the other side too, but as the voice of another speaker.

    'Ruiz |said| it had helped. Accidents fell, according to police', 'Ruiz |said| it had helped: accidents fell'.
    """
    side, own = told.side, lost.place
    partner = told.partners.get(voice)
    if partner is not None and partner.speaker.words and lost.words:
        return partner.speaker.words.isdisjoint(lost.words)
    return bool(lost.words) and any(
        side.is_kept(one, voice)
        for index in side.indices(own)
        for one in _voices_in(Place(index, 0, len(side.texts[index].text)), side.texts[index], side.language)
        if not _overlap(one, own)
    )
