"""Follow each fact that changed through the versions: the lanes.

    step 0   number changed Two > Three           one lane: Two in version 1, Three in 2, withdrawn in 3,
    step 1   number gone Three                    Three back in 4
    step 3   number new Three

The entries of the ledgers say where facts changed. Between its entries, a fact is followed by its place in equal text,
then by what it says: in the same paragraphs, then anywhere if it says the same of the same thing. Entries whose words
meet on this way are one lane. The way is the same forwards and backwards.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from diffing.history.facts import VersionFacts, Words, has_content
from diffing.history.joining import joined_again
from diffing.history.model import Fact, Lane, LaneEvent, ParagraphLine, Stand, Station
from diffing.history.notes import Notes
from diffing.history.places import StepPlaces
from diffing.history.touched import Touched, outside_quotations, passage_with, touched_in
from diffing.history.union import Union, WordIndex
from diffing.ledger.core.details import Counted
from diffing.ledger.core.model import Change
from diffing.ledger.core.ranking import rank
from diffing.model import Place

_ORDER = tuple(Fact)
# An entry lists a name or a date once that is gone from several places.
_LISTED_ONCE = (Fact.NAME, Fact.DATE)
# Changes that say nothing else than an earlier version: a new fact, or one that is more or less exact.
_UNACCOUNTABLE = (Change.NEW, Change.ROUNDED, Change.APPROXIMATION, Change.QUOTED)


def lanes(facts: VersionFacts, lines: Iterable[ParagraphLine]) -> tuple[Lane, ...]:
    """Return the lanes of all facts that changed: by fact, then by their first version and place."""
    touched = [one for number in range(len(facts.steps)) for one in touched_in(facts, number)]
    touched = [*outside_quotations(touched)]
    following = _Following(facts, touched, lines)
    touched += following.in_passages
    groups = joined_again(following.union.groups(one.words for one in touched), touched, facts)
    notes = Notes(facts)
    found = [_lane(words, own, facts, notes) for words, own in groups]
    return tuple(sorted((lane for lane in found if lane is not None), key=_place_in_list))


def _place_in_list(lane: Lane) -> tuple[int, int, tuple[Place, ...]]:
    return _ORDER.index(lane.fact), lane.stands[0].version, lane.stands[0].places


class _Following:
    """The words of all facts, joined where they are one fact in several versions."""

    def __init__(self, facts: VersionFacts, touched: Sequence[Touched], lines: Iterable[ParagraphLine]) -> None:
        self.union = Union()
        self.in_passages: list[Touched] = []
        self._facts = facts
        # The paragraphs that go and come back, each with the one beyond the gap: behind it (True) or before it (False).
        self._beyond: dict[tuple[Station, bool], Station] = {}
        for before, after in chain.from_iterable(pairwise(line.stations) for line in lines):
            if after.version > before.version + 1:
                self._beyond |= {(before, True): after, (after, False): before}
        self._places = [StepPlaces(step.comparison) for step in facts.steps]
        # The words that the entries of each step are about on its left (True) and on its right side.
        self._touching: dict[tuple[int, bool], WordIndex] = {}
        self._by_key: dict[tuple[int, bool, Hashable], Words] = {}
        for one in touched:
            for own, is_left in ((one.left, True), (one.right, False)):
                for words in own:
                    self._touching.setdefault((one.at.step, is_left), WordIndex()).add(words)
                    if words.fact in _LISTED_ONCE:
                        self._by_key.setdefault((one.at.step, is_left, (words.fact, facts.key(words))), words)
            self.union.join(one.words)
        waiting = [words for one in touched for words in one.words]
        while waiting:
            waiting += self._followed(waiting.pop())

    def _followed(self, words: Words) -> Iterator[Words]:
        """Join words with those of the versions before and behind that are the same fact; yield those not seen yet."""
        for number, is_left in ((words.version - 1, False), (words.version, True)):
            if not 0 <= number < len(self._places) or self._is_touched(words, number, is_left):
                continue
            other = self._counterpart(words, number, is_left)
            if other is None:
                passage = passage_with(self._facts.steps[number], number, words, is_left=is_left)
                other = self._after_return(words, is_left) if passage is not None else None
                self.in_passages += [passage] if passage is not None else []
            if other is not None:
                is_new = not self.union.has(other)
                self.union.join((words, other))
                if is_new:
                    yield other

    def _after_return(self, words: Words, is_left: bool) -> Words | None:
        """Return the same words beyond the versions that do not have their paragraph, None if it has others there."""
        own = Station(words.version, words.place.paragraph)
        there = self._beyond.get((own, is_left))
        if there is None or self._facts.text(*own) is not self._facts.text(*there):
            return None
        return Words(there.version, words.fact, words.place._replace(paragraph=there.paragraph))

    def _is_touched(self, words: Words, number: int, is_left: bool) -> bool:
        """Return whether an entry of a step is about some words."""
        index = self._touching.get((number, is_left))
        return index is not None and index.has(words)

    def _counterpart(self, words: Words, number: int, is_left: bool) -> Words | None:
        version = number + 1 if is_left else number
        steps = self._places[number]
        place = steps.counterpart(words.place, is_left=is_left)
        if place is not None:
            return Words(version, words.fact, place)
        in_row = self._facts.said_again(words, version, steps.others(words.place, is_left=is_left))
        if in_row is not None and self._is_free(words, in_row, number, not is_left):
            return in_row
        anywhere = self._facts.said_anywhere(words, version)
        if anywhere is not None and not self._is_touched(anywhere, number, not is_left):
            return anywhere
        if words.fact not in _LISTED_ONCE:
            return None
        return self._by_key.get((number, is_left, (words.fact, self._facts.key(words))))

    def _is_free(self, words: Words, other: Words, number: int, is_left: bool) -> bool:
        """Return whether words that say the same in the same row can be the same fact, and are not another one."""
        if self._is_touched(other, number, is_left):
            return False
        if words.fact is Fact.NUMBER:
            own, there = self._facts.quantity(words), self._facts.quantity(other)
            if own and there and {*own.nouns} & {*there.nouns}:
                return True
        return words.fact is Fact.NAME or self._places[number].counterpart(other.place, is_left=is_left) is None


def _lane(words: Sequence[Words], touched: Sequence[Touched], facts: VersionFacts, notes: Notes) -> Lane | None:
    """Return the lane of the words of one fact and the entries about it."""
    by_version: dict[int, list[Place]] = {}
    for one in words:
        by_version.setdefault(one.version, []).append(one.place)
    fact = words[0].fact
    stands = tuple(_stand(fact, version, places, facts) for version, places in sorted(by_version.items()))
    events = _with_fitting_notes([*_events(fact, stands, touched, facts, notes)])
    return Lane(fact, _label(fact, stands, touched, facts), stands, events) if events else None


def _stand(fact: Fact, version: int, places: Iterable[Place], facts: VersionFacts) -> Stand:
    """Return the stand of a fact in a version; of places that overlap, the longer one counts."""
    kept: list[Place] = []
    for place in sorted(places):
        if kept and kept[-1].overlaps(place):
            kept[-1] = max(kept[-1], place, key=lambda one: one.end - one.start)
        else:
            kept.append(place)
    shown = {facts.key(Words(version, fact, place)): facts.shown(Words(version, fact, place)) for place in kept[::-1]}
    return Stand(version, tuple(kept), tuple(reversed(shown.values())))


def _events(
    fact: Fact, stands: Sequence[Stand], touched: Sequence[Touched], facts: VersionFacts, notes: Notes
) -> Iterator[LaneEvent]:
    """Yield the changes of a fact in order, one for a step."""
    keys = {stand.version: {facts.key(Words(stand.version, fact, place)) for place in stand.places} for stand in stands}
    by_step: dict[int, list[Touched]] = {}
    for one in touched:
        by_step.setdefault(one.at.step, []).append(one)
    earlier: set[Hashable] = set()
    waiting = sorted(keys, reverse=True)
    for step, own in sorted(by_step.items()):
        while waiting and waiting[-1] < step:
            earlier |= keys[waiting.pop()]
        before, behind = keys.get(step, set()), keys.get(step + 1, set())
        change = min((one.entry for one in own), key=rank).change
        if before and behind and change in (Change.GONE, Change.NEW):
            if before == behind:
                continue
            change = Change.CHANGED
        is_back = bool((behind - before) & earlier) or (change is Change.NEW and stands[0].version < step)
        ats = tuple(sorted((one.at for one in own), key=lambda at: (at.entry, -1 if at.child is None else at.child)))
        is_accountable = is_back or change not in _UNACCOUNTABLE or (fact is Fact.STATUS and _is_in_place(own))
        note = notes.naming(own, step + 1) if is_accountable else None
        yield LaneEvent(step + 1, change, is_back, ats, is_accountable, note)


def _with_fitting_notes(events: Sequence[LaneEvent]) -> tuple[LaneEvent, ...]:
    """Return the changes of a fact, where a note explains no return that was undone before it.

    340 > 430 > 340 > 430 with a note 'it was 430, not 340': nothing was said of the return to 340. A fact that was
    withdrawn and came back is what such a note calls wrong.
    """
    changes = [event.version for event in events if event.is_accountable]
    return tuple(
        replace(event, note=None)
        if event.is_back
        and event.change is not Change.NEW
        and event.note is not None
        and any(event.version < at <= event.note for at in changes)
        else event
        for event in events
    )


def _is_in_place(touched: Iterable[Touched]) -> bool:
    """Return whether a word came into a sentence that the version before has without it: a 'not'."""
    return any(not one.entry.is_passage for one in touched)


def _label(fact: Fact, stands: Sequence[Stand], touched: Sequence[Touched], facts: VersionFacts) -> str:
    """Return what a number counts, or who speaks; '' if it is not known."""
    words = [Words(stand.version, fact, place) for stand in stands for place in stand.places]
    if fact is Fact.NUMBER:
        counted = (one.entry.detail.noun for one in touched if isinstance(one.entry.detail, Counted) and one.has_first)
        return _without_end(next(filter(None, (*counted, *map(facts.counted, words))), ""))
    if fact is Fact.QUOTATION:
        return next(filter(None, map(facts.speaker, words)), "")
    return ""


def _without_end(label: str) -> str:
    """Return what a number counts without the words of grammar behind: 'heridos el'."""
    words = label.split()
    while len(words) > 1 and not has_content(words[-1]):
        words.pop()
    return " ".join(words)
