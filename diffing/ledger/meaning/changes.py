"""Compare cues: words of negation, certainty and cause, which change the meaning of a statement.

left   the plan is |not| safe and |may| help     right   the plan is safe and helps
gone   not (negation)                            gone    may (certainty)

Cues of one force say the same: 'did not return' against 'have not responded' makes no entry. A cue that only one side
has makes an entry only if the other side still states what the cue modifies. 'Did not stay' against 'left' says the
same without a 'not', and an omitted sentence makes no entry for its 'may'.
"""

from collections.abc import Iterator, Mapping, Sequence, Set

from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.details import Senses, StatedWithout
from diffing.ledger.core.locations import Location, beside
from diffing.ledger.core.mentions import Mention, Swap, match
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import MOST_WORDS, Side, sides
from diffing.ledger.meaning.antonyms import is_said_by_prefix, opposite_entries, opposites_by_prefix, turned_back
from diffing.ledger.meaning.context import (
    continues_alike,
    has_form,
    is_new_there,
    is_same_word,
    opposite_there,
    replaced_opposites,
    shares_behind,
    stated_without,
    words_to_pass,
)
from diffing.ledger.meaning.cues import Cue, accented, cues
from diffing.ledger.meaning.exceptions import is_said_otherwise
from diffing.ledger.meaning.limits import denies_exception, has_if, is_exception
from diffing.ledger.meaning.scope import can_be_missing, denied_there, doubled, has_verb, is_loose
from diffing.ledger.meaning.synonyms import stated_by_synonym
from diffing.ledger.meaning.until import is_said_in_other_order
from diffing.model import Pair, Place
from diffing.patterns import lazy_pattern
from diffing.text.folding import folded, has_han
from diffing.text.reading import ReadText
from diffing.text.scripts import UNSPACED

# The forces of which an entry on causes must have one, on either side.
_CAUSES = frozenset({"cause", "contribution"})

# Characters before and behind the modified word in which another cue of the other side answers a cue: half a sentence
# before, a phrase behind. A cue of the same kind, such as a 'nobody' at the start of the sentence, may be farther away.
_ANSWER_BEFORE = 60
_FORCE_BEFORE = 120
_BEHIND = 45
_FORCE_BEHIND = 60
# Characters between two hedges of one statement: 'would |probably|', 'seem |unlikely|'.
_BESIDE = 8
# Words behind a cue that may differ. 'Not open' is 'closed', but no other word replaces 'may'.
_REWORDED = {Subject.CERTAINTY: 2}
# Forces of a verb with its own verb behind: 'plans to release' can be 'approaches', where nothing is left out.
_OF_VERBS = frozenset({"planned", "promised", "claimed"})
_LETTERS = lazy_pattern(r"[^\W\d_]+")
# The point behind a day ends no sentence: 'am 12. Mai'.
_STOP = lazy_pattern(r"(?:(?<!\b\d)(?<!\b\d\d)\.|[!?;])[)\]'\"\u2019\u201d]{0,2}\s|[。！？；]")
# Between an implied negation and what it can answer: 'as they are known – are to see the |biggest| growth'.
_ASIDE = lazy_pattern(r"\s[(\u2013\u2014]|\)\s")


def meaning_entries(context: LedgerContext) -> Iterator[Entry]:
    """Yield the entries of cues that are gone, new, or replace a cue of another force."""
    both = sides(context)
    by_place = both.map(_cues_of_side)

    def of(subject: Subject) -> Pair[_SubjectCues]:
        return Pair(_SubjectCues(both.left, subject, by_place.left), _SubjectCues(both.right, subject, by_place.right))

    negations = of(Subject.NEGATION)
    yield from _doubled_entries(negations, both)
    replaced = both.map(opposites_by_prefix)
    for other, opposites, own in zip(both.swapped(), replaced, negations, strict=True):
        own.drop(turned_back(other, opposites, own.forces, _negates))
    negated = tuple(_cue_entries(Subject.NEGATION, negations, context))
    yield from negated
    hedged = tuple(
        entry
        for entry in _cue_entries(Subject.CERTAINTY, of(Subject.CERTAINTY), context)
        if not (any(_is_forbidden(entry, other, both) for other in negated) or _forbids(entry, both))
    )
    places = {entry.places for entry in hedged}
    # 'Likely' > 'unlikely' makes one entry, of certainty.
    yield from (entry for entry in opposite_entries(both, replaced, _negates) if entry.places not in places)
    yield from hedged
    yield from _cause_entries(of(Subject.CAUSE), context)


def _doubled_entries(negations: Pair["_SubjectCues"], both: Pair[Side]) -> Iterator[Entry]:
    """Yield the entries of negations that deny another one, which the other side has too; take both from the cues.

    'Did |not| |refuse|' against 'refused' is an entry. 'Did |not| |fail to|' without a 'fail' there denies nothing.
    """
    chains = Pair(*(doubled(side, sorted(own.forces)) for side, own in zip(both, negations, strict=True)))
    taken: Pair[set[Place]] = chains.map(lambda chain: {*chain, *chain.values()})
    found = []
    for side, own, other in zip(both, chains, chains.swapped(), strict=True):
        for first, second in own.items():
            there = denied_there(side, second)
            if there is None or any(map(there.overlaps, other.values())):
                continue
            found.append(side.entry(Subject.NEGATION, (first,), Location.SAME_SENTENCE, StatedWithout(there)))
            theirs = taken.right if side.is_left else taken.left
            theirs.update(
                one for one in (negations.right if side.is_left else negations.left).forces if one.overlaps(there)
            )
    for cues_of_side, places in zip(negations, taken, strict=True):
        cues_of_side.drop(places)
    yield from found


def _is_forbidden(hedge: Entry, negation: Entry, both: Pair[Side]) -> bool:
    """Return whether a hedge and a negation are one gone or new phrase: 'may not' forbids."""
    if hedge.change is Change.CHANGED or hedge.change is not negation.change:
        return False
    side = both.left if hedge.left else both.right
    own, other = (one.left or one.right for one in (hedge, negation))
    return own[0].paragraph == other[0].paragraph and (
        not side.own.paragraphs[own[0].paragraph].text[own[0].end : other[0].start].strip()
        and own[0].end < other[0].start
    )


def _forbids(hedge: Entry, both: Pair[Side]) -> bool:
    """Return whether a hedge of one side stands before a negation that the other side says otherwise.

    'It |may not| open after ten', 'It closes at ten'.
    """
    if hedge.change is Change.CHANGED:
        return False
    side = both.left if hedge.left else both.right
    place = (hedge.left or hedge.right)[0]
    return any(
        cue.subject is Subject.NEGATION
        # 'May resign' forbids nothing, though 'resign' may answer a 'not'.
        and not cue.answers
        and cue.start == place.end + 1
        and not side.is_equal(place._replace(start=cue.start, end=cue.end))
        for cue in side.extract(cues, side.texts[place.paragraph])
    )


def _negates(side: Side, text: ReadText) -> bool:
    return any(cue.subject is Subject.NEGATION for cue in cues(text, side.lexicon))


class _SubjectCues:
    """The cues of a subject on one side: `forces` are those that can make an entry, `answers` are all by paragraph."""

    def __init__(self, side: Side, subject: Subject, by_place: Mapping[Place, Sequence[Cue]]) -> None:
        self._side = side
        self.forces: dict[Place, Cue] = {}
        self.answers: dict[int, list[tuple[Place, Cue]]] = {}
        for place, own in by_place.items():
            for cue in own:
                if cue.subject is subject:
                    self.answers.setdefault(place.paragraph, []).append((place, cue))
                    if not cue.answers:
                        self.forces[place] = cue

    def has(self, own: Place, force: object) -> bool:
        """Return whether the word at a place may also mean another force: 'supposed', 'alleged'."""
        return any(place == own and cue.force == force for place, cue in self.answers.get(own.paragraph, ()))

    def has_beside(self, own: Place, force: object) -> bool:
        """Return whether a word of another force stands beside the word at a place: 'seem |unlikely|'."""
        return any(
            cue.force == force and place.start - _BESIDE <= own.end and own.start <= place.end + _BESIDE
            for place, cue in self.answers.get(own.paragraph, ())
        )

    def drop(self, places: Set[Place]) -> None:
        """Take the cues at some places out."""
        for place in places:
            self.forces.pop(place, None)
        for paragraph in {place.paragraph for place in places}:
            self.answers[paragraph] = [one for one in self.answers.get(paragraph, ()) if one[0] not in places]

    @property
    def mentions(self) -> list[Mention]:
        """The cues that can make an entry, as mentions; all can replace each other."""
        return [self._side.mention(place, cue.force) for place, cue in self.forces.items()]

    @property
    def places(self) -> list[Mention]:
        """All cues as mentions."""
        return [self._side.mention(place, cue.force) for own in self.answers.values() for place, cue in own]


def _cues_of_side(side: Side) -> dict[Place, list[Cue]]:
    """Return the cues of all paragraphs whose words differ from their counterparts."""
    by_place: dict[Place, list[Cue]] = {}
    for index in side.reworded:
        own = side.extract(cues, side.texts[index])
        for cue in own if len(own) <= MOST_WORDS else ():
            by_place.setdefault(Place(index, cue.start, cue.end), []).append(cue)
    return by_place


def _cue_entries(subject: Subject, both: Pair[_SubjectCues], context: LedgerContext) -> Iterator[Entry]:
    matched = match(both.map(lambda side: side.mentions), context.correspondence, across=False)
    unmatched = Pair([mention.place for mention in matched.gone], [mention.place for mention in matched.new])
    for swap in (*matched.changed, *matched.kept):
        if swap.left.key != swap.right.key and context.correspondence.is_replaced(swap.left.place, swap.right.place):
            if not (
                both.left.has(swap.left.place, swap.right.key)
                or both.right.has(swap.right.place, swap.left.key)
                or both.left.has_beside(swap.left.place, swap.right.key)
                or both.right.has_beside(swap.right.place, swap.left.key)
            ):
                yield _changed(subject, swap, Location.SAME_PLACE)
        elif not (
            context.correspondence.is_kept(swap.left.place, swap.right.place) or _is_said_alike(subject, swap, context)
        ):
            unmatched.left.append(swap.left.place)
            unmatched.right.append(swap.right.place)
    for side, own, other, places in zip(sides(context), both, (both.right, both.left), unmatched, strict=True):
        for place in places:
            if subject is Subject.NEGATION and not can_be_missing(side, place):
                continue
            can_be = has_verb if subject is Subject.NEGATION else None
            stated = stated_without(
                side,
                place,
                reworded=0 if own.forces[place].force in _OF_VERBS else _REWORDED.get(subject, 0),
                can_be=can_be,
            )
            stated = stated or _stated_rest(side, place) or _opposite_before_alike(side, place)
            if stated is None and subject is Subject.NEGATION:
                stated = stated_by_synonym(side, place)
            if (
                stated is not None
                and not _is_answered(side, place, own.forces[place].force, stated, Pair(own, other))
                and not (
                    subject is Subject.NEGATION
                    and (
                        is_said_in_other_order(side, place, stated)
                        or is_said_by_prefix(side, place, stated)
                        or is_said_otherwise(side, place, stated)
                    )
                )
                # Negations are excepted: 'without' begins like 'with', and 'never' like 'nevertheless'.
                and not (subject is Subject.CERTAINTY and not _is_accented(side, place) and has_form(side, place))
            ):
                yield side.entry(subject, (place,), Location.SAME_SENTENCE, StatedWithout(stated))


def _is_said_alike(subject: Subject, swap: Swap, context: LedgerContext) -> bool:
    """Return whether hedges of one force stand in each other's place: 'not impossible', 'it is possible that'.

    A negation there may fall on other words: 'none of the crew left', 'the crew did not stay'.
    """
    is_hedge = subject is Subject.CERTAINTY and swap.left.key == swap.right.key
    return is_hedge and context.correspondence.is_replaced(swap.left.place, swap.right.place)


def _is_accented(side: Side, place: Place) -> bool:
    """Return whether the cue at a place counts only with its accents: 'konnte' is no form of 'könnte'."""
    return folded(side.own.paragraphs[place.paragraph].text[place.start : place.end]).text in accented(side.language)


def _stated_rest(side: Side, place: Place) -> Place | None:
    """Return the words of the other side that state the rest of a phrase: the 'possible' of 'not possible'."""
    first, _, rest = side.own.paragraphs[place.paragraph].text[place.start : place.end].partition(" ")
    stated = stated_without(side, place._replace(end=place.start + len(first))) if rest else None
    if stated is None:
        return None
    word = folded(stated.words(side.other)).text
    # The 'to' of 'want to' is a word of any sentence, and 'long' no word of 'no longer'.
    is_form = side.language not in UNSPACED and word not in folded(rest).text.split()
    return None if word in words_to_pass(side.language) or is_form else stated


def _opposite_before_alike(side: Side, own: Place) -> Place | None:
    """Return the opposite word in the place of a negation where hedges of one force stand behind both.

    'Without |seeming| rude', 'with |coming across as| rude'.
    """
    behind = _forces_behind(side, side.texts[own.paragraph], own.end)
    if not behind:
        return None
    return next(
        (
            there
            for there in replaced_opposites(side, own)
            if behind & _forces_behind(side, side.other_texts[there.paragraph], there.end)
        ),
        None,
    )


def _forces_behind(side: Side, text: ReadText, end: int) -> Set[str]:
    """Return the forces of the hedges that begin with the next word of a text."""
    return {cue.force for cue in side.extract(cues, text) if cue.subject is Subject.CERTAINTY and cue.start == end + 1}


def _cause_entries(both: Pair[_SubjectCues], context: LedgerContext) -> Iterator[Entry]:
    """Yield the entries of causes: cause against connection in one sentence, or against 'after' in one place."""
    about = sides(context)
    for swap in match(both.map(lambda side: side.places), context.correspondence, across=False).changed:
        is_replaced = context.correspondence.is_replaced(swap.left.place, swap.right.place)
        has_forces = all(mention.place in own.forces for mention, own in zip(swap, both, strict=True))
        if not _CAUSES.isdisjoint((swap.left.key, swap.right.key)) and (
            has_forces or (is_replaced and _is_about_one(about, swap))
        ):
            yield _changed(Subject.CAUSE, swap, beside(is_replaced))


def _is_about_one(both: Pair[Side], swap: Swap) -> bool:
    """Return whether what replaces a cause stands before the same word: right before it, or soon on both sides."""
    left, right = swap.left.place, swap.right.place
    if continues_alike(both.left, left, right, is_declined=True):
        return True
    return shares_behind(both.left, left, right) and shares_behind(both.right, right, left)


def _changed(subject: Subject, swap: Swap, location: Location) -> Entry:
    senses = Senses(str(swap.left.key), str(swap.right.key))
    return Entry(subject, Change.CHANGED, (swap.left.place,), (swap.right.place,), location, senses)


def _is_answered(side: Side, own: Place, force: str, stated: Place, both: Pair[_SubjectCues]) -> bool:
    """Return whether the other side has a cue of the same force near the words that the cue modifies.

    `both` are the cues of this side and of the other one. A cue that answers another one of this side is left out:
    'with |nil| light, do not swim' against 'with |zero| light, do swim'. 'With' says the opposite of 'without'
    whatever stands near.
    """
    if opposite_there(side, own) is not None or _opposite_before_alike(side, own) is not None:
        return False
    mine, other = both
    if denies_exception(side, own, stated):
        return True
    is_conditional = has_if(side, own)
    implied = [
        place
        for place, cue in mine.answers.get(own.paragraph, ())
        if cue.answers and cue.force == force and not place.overlaps(own)
    ]
    text = side.other.paragraphs[stated.paragraph].text
    return any(
        cue.force == force
        # 'Worst-performing' is another word than 'worst'.
        and text[place.end : place.end + 1] != "-"
        # 'Does not |prevent|' denies the 'prevents' of the other side, and so says the opposite.
        and not (cue.subject is Subject.NEGATION and (place.start == stated.start or _is_denied(side, own, place)))
        # 'You |think|' has no other hedge than 'you may |think|'.
        and not (cue.answers and place == stated)
        and stated.start - (_ANSWER_BEFORE if cue.answers else _FORCE_BEFORE)
        <= place.start
        <= stated.end + (_BEHIND if cue.answers else _FORCE_BEHIND)
        and not _STOP.search(text, min(place.end, stated.end), max(place.start, stated.start))
        and not (cue.answers and _ASIDE.search(text, min(place.end, stated.end), max(place.start, stated.start)))
        and is_new_there(side, place, own)
        and not any(
            side.is_replaced(one, place)
            and (continues_alike(side, one, place) or (_is_behind(side, own, one) and stated.end <= place.start))
            for one in implied
        )
        and not (cue.answers and cue.subject is Subject.NEGATION and is_loose(side, own, place, stated))
        and (is_conditional or not is_exception(side, place))
        for place, cue in other.answers.get(stated.paragraph, ())
    )


def _is_behind(side: Side, own: Place, other: Place) -> bool:
    """Return whether a word of this side stands behind another one in its sentence."""
    text = side.own.paragraphs[own.paragraph].text
    return own.end <= other.start and not _STOP.search(text, own.end, other.start)


def _is_denied(side: Side, own: Place, other: Place) -> bool:
    """Return whether a negation has a form of a word of the other side inside: 'ne |rejette| pas', 不|禁止|."""
    phrase = side.texts[own.paragraph].folded.part(own.start, own.end).text
    word = side.other_texts[other.paragraph].folded.part(other.start, other.end).text
    if has_han(word):
        return phrase.find(word, 1) > 0
    inside = _LETTERS.findall(phrase)[1:-1]
    return any(is_same_word(one, word) for one in inside)
