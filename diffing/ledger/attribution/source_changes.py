"""Compare sources: a source is named, left out, added or replaced.

left   …, the |US press| reported                    right   …, |The New York Times| reported      changed
left   |two people familiar with it| said            right   |officials| said                         changed
left   |According to the police|, two were hurt.     right   Two were hurt.                       gone

A source that is left out makes an entry only if the other side states the same without any source. A quotation, another
verb of saying or the name of the source in the same sentence counts as a source; what another speaker says on both
sides does not. A *voice* is a phrase that names a source or may name one: a source, a speaker with a verb, or a noun
such as 'officials'.
"""

from collections.abc import Iterator, Mapping, Sequence

from diffing.ledger.attribution.answers import (
    QUOTES,
    Lost,
    Told,
    has_voice,
    is_answered,
    is_spoken,
    states_plainly,
)
from diffing.ledger.attribution.pairs import Spoken, paired, spoken_by
from diffing.ledger.attribution.sayings import SILENT, listed
from diffing.ledger.attribution.source_ends import without_statement
from diffing.ledger.attribution.sources import KNOWING, Source, named_sources
from diffing.ledger.attribution.stated import (
    QUOTED,
    counterparts,
    is_in_place,
    is_stated,
    statement_at,
    stems,
    stems_between,
)
from diffing.ledger.core.clauses import words_until_break
from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.locations import Location, beside
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import MOST_WORDS, Side, sides
from diffing.model import Pair, Place
from diffing.patterns import lazy_pattern
from diffing.text.function_words import function_words
from diffing.text.reading import ReadText

# The class of the lexicon for verbs of saying without a judgement.
_NEUTRAL = "neutral"
# The groups of bodies that do not say who it is: 'the police' are no researchers.
_WITHOUT_NAME = KNOWING | {"sources"}
# The class of verbs that do not only say something: a court confirms a ban.
_DISCLOSING = "disclosing"
# Content words of a statement behind such a verb, and behind another one.
_LEAST_SAID = 2
_LEAST_CLAIMED = 3
# The same, and the share of them, of a sentence behind 'according to' with one counterpart.
_LEAST_OF_ONE = 8
_SHARE_OF_ONE = 0.3
# The same where a quotation is a part of the sentence, and the share of them that the other side must have where the
# source speaks the quotation.
_LEAST_BESIDE_QUOTED = 4
_MOSTLY = 0.8
# Words of a pronoun that speaks: 'she has also said'.
_MOST_OF_PRONOUN = 4
_MARK_BEFORE = lazy_pattern(r"[\"”“»」』][,.!?]? ?,? ?$")
_MARK_BEHIND = lazy_pattern(r"^(?: that)?[:,]? ?[\"“„«「『]")


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


def _told(side: Side, partners: Mapping[Place, Spoken]) -> Told:
    named: dict[Place, Source] = {}
    for index in side.reworded:
        found = side.extract(named_sources, side.texts[index])
        for source in found if len(found) <= MOST_WORDS else ():
            place, source = without_statement(side, Place(index, source.start, source.end), source)
            named[place] = source
    speaking = {one.whole: one for one in spoken_by(side) if is_reporting(side, one) and one.whole is not None}
    return Told(side, named, dict(named), speaking, partners)


def is_reporting(side: Side, one: Spoken) -> bool:
    """Return whether a statement becomes a fact without its verb; an opinion only if it is one of people who know.

    Who did not say something is no source of it: 'did not say whether she will stand again'.
    """
    if one.saying.stance == SILENT:
        return False
    words = side.texts[one.place.paragraph].folded.part(one.place.start, one.place.end).text.split()
    # A verb in two parts, 'teilte die Polizei mit', is listed with a gap.
    verb = {" ".join(words), f"{words[0]} _ {words[-1]}"}
    if not verb.isdisjoint(listed("opinion", side.language)):
        return not one.speaker.words.isdisjoint(KNOWING)
    is_listed = not verb.isdisjoint(listed("reporting", side.language))
    return is_listed and not (one.saying.stance == _DISCLOSING and _has_object(side, one))


def _has_object(side: Side, one: Spoken) -> bool:
    """Return whether a noun may stand behind a verb with its speaker before it: 'the court |confirmed| the ban'.

    Then it may be another deed than to say something.
    """
    form = side.texts[one.place.paragraph].folded
    behind = words_until_break(form.text, form.at(one.place.end), len(form.text), 1)
    is_inverted = one.whole is not None and one.whole.start == one.place.start
    return bool(behind) and not is_inverted and behind[0][0] not in listed("subordinators", side.language)


def _changed(told: Pair[Told]) -> Iterator[Entry]:
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
            if (
                is_replaced
                or _is_stated(side, Lost(left, named.left[left].words))
                or _is_stated(told.right.side, Lost(right, named.right[right].words))
            ):
                yield Entry(Subject.SOURCE, Change.CHANGED, (left,), (right,), beside(is_replaced))


def _is_meant(told: Pair[Told], own: Place, there: Place) -> bool:
    """Return whether a source without a name, 'the researcher', can be the other side's, whom this side names too.

    An acronym is named by its words: the NYT by the New York Times, where the other side has that name.
    """
    side = told.left.side
    if not told.left.named[own].words <= _WITHOUT_NAME:
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


def _one_sided(told: Told, others: Mapping[int, Sequence[Place]]) -> Iterator[Entry]:
    """Yield the entries of sources that the other side leaves out; `others` are the voices of the other side."""
    side, own = told.side, told.voices
    lost: list[Place] = []
    for place, source in sorted(told.waiting.items(), key=lambda one: not one[1].words):
        is_inside = any(map(place.overlaps, lost))
        gone = Lost(place, source.words, not source.words)
        if is_inside or not _is_stated(side, gone) or is_answered(told, gone):
            continue
        lost.append(place)
        whole = next((one for one in own[place.paragraph] if _holds(one, place)), place)
        replaced = None if source.words else next(_in_place(side, place, others), None)
        if replaced is None:
            # 'Two |people familiar with| the matter said': the phrase of a lexicon ends before its noun.
            last = place.words(side.own).rsplit(maxsplit=1)[-1]
            ends = place if source.words or last not in function_words(side.language) else whole
            yield side.entry(Subject.SOURCE, (ends,), Location.SAME_SENTENCE)
        else:
            places = ((whole,), (replaced,)) if side.is_left else ((replaced,), (whole,))
            yield Entry(Subject.SOURCE, Change.CHANGED, *places, Location.SAME_PLACE)
    for place, one in told.speaking.items():
        gone = Lost(place, one.speaker.words, is_speaker=True)
        if (
            not (_is_told_by_another(side, place) and not states_plainly(side, gone))
            and not any(map(place.overlaps, (*told.named, *lost)))
            and _is_stated(side, gone, one.saying.stance)
            and not is_answered(told, gone)
        ):
            yield side.entry(Subject.SOURCE, (place,), Location.SAME_SENTENCE)


def _is_told_by_another(side: Side, place: Place) -> bool:
    """Return whether a pronoun speaks at a place, and its sentence has another voice: 'experts fear it, |they say|'."""
    words = side.texts[place.paragraph].folded.part(place.start, place.end).text.split()
    if listed("pronouns", side.language).isdisjoint(words) or len(words) > _MOST_OF_PRONOUN:
        return False
    text = side.texts[place.paragraph]
    start, sentence = statement_at(text, place.start)
    rest = sentence.text[: place.start - start], sentence.text[place.end - start :]
    return any(has_voice(ReadText(part), side.language) for part in rest)


def _in_place(side: Side, own: Place, others: Mapping[int, Sequence[Place]]) -> Iterator[Place]:
    """Yield the voices of the other side that replace the words at a place and add a name.

    The sentence of the place must not have the words of the voice: 'three officials who asked not to be named' and
    'three officials' are the same source.
    """
    known = side.extract(stems, statement_at(side.texts[own.paragraph], own.start)[1])
    for other in (other for index in side.opposite(own) for other in others.get(index, ())):
        if (
            side.is_replaced(own, other)
            and not stems_between(side.other_texts[other.paragraph], other.start, other.end, side.lexicon) <= known
        ):
            yield other


def _holds(whole: Place, part: Place) -> bool:
    return whole.paragraph == part.paragraph and whole.start <= part.start and part.end <= whole.end


def _is_stated(side: Side, lost: Lost, stance: str = _NEUTRAL) -> bool:
    """Return whether the other side states the sentence of a source.

    Two words are enough if the verb only says: 'claimed the throne' is no statement. Who speaks a quotation is lost
    only where the whole quotation stays and no one speaks near it.
    """
    own = lost.place
    text = side.texts[own.paragraph]
    start, sentence = statement_at(text, own.start)
    if any(found.start() < own.start and own.end <= found.end() for found in QUOTED.finditer(text.text)):
        return False  # “|We believe| it is safe”
    if not QUOTES.search(sentence.text):
        if is_stated(side, own, _LEAST_SAID if stance == _NEUTRAL else _LEAST_CLAIMED):
            return True
        # 'According to' is surely a source, and no other sentence stands in the place of its own.
        is_named = not lost.is_speaker and bool(lost.words)
        if states_plainly(side, lost):
            return True  # 'he said it was new and he liked it', 'It was new. He liked it.'
        # 'He said' goes on with who spoke before.
        is_there = not lost.words.isdisjoint(stems_between(text, own.start, own.end, side.lexicon))
        if is_there and stance == _NEUTRAL and is_in_place(side, own):
            return True  # 'Experts said the two fires were linked', 'The two fires had one cause'
        return is_named and len(counterparts(side, own)) == 1 and is_stated(side, own, _LEAST_OF_ONE, _SHARE_OF_ONE)
    if not lost.is_speaker and lost.words and is_stated(side, own, _LEAST_BESIDE_QUOTED, in_quotations=False):
        return True
    before, behind = text.text[start : own.start], text.text[own.end : start + len(sentence.text)]
    if _MARK_BEFORE.search(before) or _MARK_BEHIND.search(behind):
        is_kept = is_stated(side, own, _LEAST_BESIDE_QUOTED, _MOSTLY) or _is_shortened(side, lost)
        return is_kept and not is_spoken(side, lost)
    return is_stated(side, own, _LEAST_BESIDE_QUOTED) or states_plainly(side, lost)


def _is_shortened(side: Side, lost: Lost) -> bool:
    """Return whether the other side quotes no more than the words of a speaker's sentence, and mostly these."""
    own = lost.place
    known = side.extract(stems, statement_at(side.texts[own.paragraph], own.start)[1]) - lost.words
    quoted = frozenset[str]().union(
        *(
            stems(ReadText(found[0]), side.lexicon)
            for _, text in counterparts(side, own)
            for found in QUOTED.finditer(text.text)
        )
    )
    is_other = lost.words.isdisjoint(quoted)  # “We lost it, the farmer said: the mark behind the quotation is missing.
    return is_other and len(quoted) >= _LEAST_BESIDE_QUOTED and len(quoted & known) >= _MOSTLY * len(quoted)
