"""Words that turn a meaning: negations, hedges and what is certain, cause and mere connection.

left   the plan is |not| safe and |may| help     right   the plan is safe and helps
gone   not (negation)                            gone    may (certainty)

Words of one force say the same, so that 'did not return' against 'have not responded' is no entry. A word that one
side has alone is an entry only where the other side still tells what it turned: 'did not stay' against 'left' says
the same without a 'not', and a sentence left out took its 'may' along.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from diffing.ledger.core.context import Material
from diffing.ledger.core.details import Senses, StatedWithout
from diffing.ledger.core.locations import Location, beside
from diffing.ledger.core.mentions import Mention, Swap, match
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import MOST_WORDS, Side, sides
from diffing.ledger.language.lexemes import Lexemes
from diffing.ledger.language.lexicon import Lexicon, code_of, lexicon
from diffing.ledger.meaning.antonyms import opposite_entries
from diffing.ledger.meaning.context import goes_on_alike, is_new_there, is_told_in_form, told_opposite
from diffing.model import Pair, Place
from diffing.text.reading import ReadText

_SUBJECTS = (Subject.NEGATION, Subject.CERTAINTY, Subject.CAUSE)
# The forces of the table of which an entry on causes must have one on one side.
_CAUSES = frozenset({"cause", "contribution"})


# How far before and behind what a word is about another one may answer it, in characters: half a sentence, a phrase;
# one of the same kind, such as a 'nobody' at the head of the sentence, farther off.
_ANSWER_BEFORE = 60
_FORCE_BEFORE = 120
_BEHIND = 30
# Words behind one of weight that may be others. 'Not open' is 'closed', but no other word says 'may'.
_REWORDED = {Subject.CERTAINTY: 2}
_FIGURE_BEHIND = re.compile(r" \d")
_STOP = re.compile(r"[.!?;][)\]'\"\u2019\u201d]{0,2}\s")


class Turn(NamedTuple):
    """The characters `start`..`end` of a paragraph's text turn its meaning with a `force`.

    What `answers` holds the force among other things ('stopped' a 'not'): it answers a word of that force on the other
    side, and is no matter for an entry itself.
    """

    start: int
    end: int
    subject: Subject
    force: str
    answers: bool


class _Tag(NamedTuple):
    subject: Subject
    force: str
    answers: bool


def turns(text: ReadText, lexicon: Lexicon) -> tuple[Turn, ...]:
    """The words of a text that turn its meaning, in order."""
    form = text.folded
    found = []
    for start, end, tags in _lexemes(code_of(lexicon)).find(form):
        place = form.place(0, start, end)
        # 'May' is a month, or stands in a headline all in capitals: there it answers the 'may' of the other side.
        is_name = text.text[place.start].isupper() and form.text[start:end] in _lower_case(code_of(lexicon))
        for tag in tags:
            if tag is not None:
                # 'Perhaps 12 people' is 'about 12 people', and left to the numbers.
                is_number = tag.subject is Subject.CERTAINTY and _FIGURE_BEHIND.match(form.text, end) is not None
                is_answer = tag.answers or is_name or is_number
                found.append(Turn(place.start, place.end, tag.subject, tag.force, is_answer))
    return tuple(found)


@cache
def _lexemes(language: str) -> Lexemes[_Tag | None]:
    """The words of a language's table; none is the tag of those that mean nothing of the kind."""
    table = lexicon(language).get("meaning", {})
    tagged: dict[_Tag | None, Iterable[str]] = {None: table.get("harmless", ())}
    for subject in _SUBJECTS:
        for role in ("forces", "answers"):
            for force, phrases in table.get(subject.value, {}).get(role, {}).items():
                tagged[_Tag(subject, force, role == "answers")] = phrases
    return Lexemes(tagged)


@cache
def _lower_case(language: str) -> frozenset[str]:
    return frozenset(lexicon(language).get("meaning", {}).get("lower_case", ()))


def meaning_entries(material: Material) -> Iterator[Entry]:
    """Where a meaning was turned: a word of weight gone, new or in place of one with another force."""
    both = sides(material)
    found = both.map(_found)

    def of(subject: Subject) -> Pair[_Turned]:
        return Pair(_Turned(both.left, subject, found.left), _Turned(both.right, subject, found.right))

    yield from _turned_entries(Subject.NEGATION, of(Subject.NEGATION), material)
    hedged = tuple(_turned_entries(Subject.CERTAINTY, of(Subject.CERTAINTY), material))
    told = {entry.places for entry in hedged}
    # 'Likely' > 'unlikely' is told as what it says, and once.
    yield from (entry for entry in opposite_entries(both, _negates) if entry.places not in told)
    yield from hedged
    yield from _cause_entries(of(Subject.CAUSE), material)


def _negates(side: Side, text: ReadText) -> bool:
    return any(turn.subject is Subject.NEGATION for turn in turns(text, side.lexicon))


class _Turned:
    """The turns of a subject on one side: those that are a matter for an entry, and the rest."""

    def __init__(self, side: Side, subject: Subject, turned: Mapping[Place, Sequence[Turn]]) -> None:
        self._side = side
        self.forces: dict[Place, Turn] = {}
        self.answers: dict[int, list[tuple[Place, Turn]]] = {}
        for place, own in turned.items():
            for turn in own:
                if turn.subject is subject:
                    self.answers.setdefault(place.paragraph, []).append((place, turn))
                    if not turn.answers:
                        self.forces[place] = turn

    @property
    def mentions(self) -> list[Mention]:
        """The turns that are a matter for an entry; all can stand in each other's place."""
        return [self._side.mention(place, turn.force) for place, turn in self.forces.items()]

    @property
    def places(self) -> list[Mention]:
        """All turns."""
        return [self._side.mention(place, turn.force) for turns in self.answers.values() for place, turn in turns]


def _found(side: Side) -> dict[Place, list[Turn]]:
    """The turns of all paragraphs whose words differ from their counterpart's."""
    found: dict[Place, list[Turn]] = {}
    for index in side.reworded:
        own = side.extract(turns, side.texts[index])
        for turn in own if len(own) <= MOST_WORDS else ():
            found.setdefault(Place(index, turn.start, turn.end), []).append(turn)
    return found


def _turned_entries(subject: Subject, turned: Pair[_Turned], material: Material) -> Iterator[Entry]:
    matched = match(turned.map(lambda side: side.mentions), material.correspondence, across=False)
    alone = Pair([mention.place for mention in matched.gone], [mention.place for mention in matched.new])
    for swap in (*matched.changed, *matched.kept):
        if swap.left.key != swap.right.key and material.correspondence.is_replaced(swap.left.place, swap.right.place):
            yield _changed(subject, swap, Location.SAME_PLACE)
        elif not material.correspondence.is_kept(swap.left.place, swap.right.place):
            alone.left.append(swap.left.place)
            alone.right.append(swap.right.place)
    for side, own, other, places in zip(sides(material), turned, (turned.right, turned.left), alone, strict=True):
        for place in places:
            told = told_opposite(side, place, reworded=_REWORDED.get(subject, 0)) or _told_behind_first(side, place)
            if (
                told is not None
                and not _is_answered(side, place, own.forces[place].force, told, other)
                # 'Without' is no form of 'with', and no 'never' one of 'nevertheless'.
                and not (subject is Subject.CERTAINTY and is_told_in_form(side, place))
            ):
                yield side.entry(subject, (place,), Location.SAME_SENTENCE, StatedWithout(told))


def _told_behind_first(side: Side, place: Place) -> Place | None:
    """Where the other side tells what is behind the first word of a phrase: the 'possible' of 'not possible'."""
    first, _, rest = side.own.paragraphs[place.paragraph].text[place.start : place.end].partition(" ")
    return told_opposite(side, place._replace(end=place.start + len(first))) if rest else None


def _cause_entries(turned: Pair[_Turned], material: Material) -> Iterator[Entry]:
    """Cause against connection in one sentence, or against 'after' and 'despite' in one place."""
    side = sides(material).left
    for swap in match(turned.map(lambda side: side.places), material.correspondence, across=False).changed:
        is_replaced = material.correspondence.is_replaced(swap.left.place, swap.right.place)
        is_meant = all(mention.place in own.forces for mention, own in zip(swap, turned, strict=True))
        if not _CAUSES.isdisjoint((swap.left.key, swap.right.key)) and (
            is_meant or (is_replaced and goes_on_alike(side, swap.left.place, swap.right.place))
        ):
            yield _changed(Subject.CAUSE, swap, beside(is_replaced))


def _changed(subject: Subject, swap: Swap, location: Location) -> Entry:
    senses = Senses(str(swap.left.key), str(swap.right.key))
    return Entry(subject, Change.CHANGED, (swap.left.place,), (swap.right.place,), location, senses)


def _is_answered(side: Side, own: Place, force: str, told: Place, other: _Turned) -> bool:
    """Whether the other side holds the force in another word, close to where it tells what this one is about."""
    text = side.other.paragraphs[told.paragraph].text
    return any(
        turn.force == force
        and told.start - (_ANSWER_BEFORE if turn.answers else _FORCE_BEFORE) <= place.start <= told.end + _BEHIND
        and not _STOP.search(text, min(place.end, told.end), max(place.start, told.start))
        and is_new_there(side, place, own)
        for place, turn in other.answers.get(told.paragraph, ())
    )
