"""Find what became of somebody, in sentences that are rewritten: arrested, then released; hurt, then dead.

left   A man was arrested and is being |questioned|.    right   The man arrested was |released|.    changed
left   Two people were hurt.                            right   A teacher |died|; two were hurt.    new
left   One of the four was hurt |badly|.                right   Four were hurt, one of them |slightly|.    changed
left   The |finance minister| will cut rents.           right   The |labour minister| cuts rents.   changed
left   The fire is |out of control|.                    right   ... is |under control|, elsewhere.  changed

Words that turn a statement stand in each other's place (turned.py). Here the sentence around them may be another one: a
state counts if it is nowhere in the other article, and the sentence there says another state of the same group.
"""

from collections.abc import Iterator, Sequence

from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.details import Senses
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import Side, sides
from diffing.ledger.meaning.denials import undenied
from diffing.ledger.meaning.outlines import Outline, sentence_pairs
from diffing.ledger.meaning.turn_words import Turn, turns_in
from diffing.model import Pair, Place
from diffing.text.reading import ReadText

# The groups of the lexicon that say what became of somebody, and who governs.
_NAMES = "law life search office gravity degree departure custody cause_of_death control patient service"
_GROUPS = frozenset(_NAMES.split())
_OFFICE = "office"
# Of a fire or a crowd there is one in a story, wherever it is told.
_OF_STORY = ("control",)
# Of these only an exchange counts: 'found' alone may be about anything.
_EXCHANGED_ONLY = _GROUPS - {"law", "life"}
# How badly somebody was hurt: these words count beside one of harm, or at the end of their clause.
_DEGREES = frozenset({"gravity", "degree"})
_HARM = frozenset({("life", "hurt"), ("harm", "harmed")})
# Characters between a 'not' and the state that it denies: 'has not yet been formally charged'.
_REACH = 40


def state_entries(context: LedgerContext) -> Iterator[Entry]:
    """Yield an entry for each state that one article has not, where a sentence there has another state of its group."""
    both = sides(context)
    if both.left.language != both.right.language:
        return
    known = both.map(
        lambda side: {_key(one) for text in side.texts for one in _states(side, text, turns_in(side, text))}
    )
    if not all(known) or known.left == known.right:
        return
    entries: dict[tuple[str, str], Entry] = {}
    for pair in sentence_pairs(context):
        if not all(pair.left.shared_with(pair.right)):
            continue
        found = pair.map(lambda one: _states(one.side, one.text, one.turns))
        for group in sorted(_GROUPS & {one.group for one in found.left} & {one.group for one in found.right}):
            own, other = ([one for one in states if one.group == group] for states in found)
            gone = [one for one in own if _key(one) not in known.right][:1]
            new = [one for one in other if _key(one) not in known.left][:1]
            if (gone and new) or ((gone or new) and group not in _EXCHANGED_ONLY):
                entries.setdefault(_key(*gone or new), _entry(pair, gone, new))
    yield from entries.values()
    for group in _OF_STORY:
        if not any(key[0] == group for key in entries):
            yield from _of_story(both, group)


def _of_story(both: Pair[Side], group: str) -> Iterator[Entry]:
    """Yield the entry of a state that each article tells otherwise, and only so, wherever both tell it."""
    found = both.map(
        lambda side: [
            (Place(at, one.start, one.end), one.sense)
            for at, text in enumerate(side.texts)
            for one in _states(side, text, turns_in(side, text))
            if one.group == group
        ]
    )
    senses = found.map(lambda own: {sense for _, sense in own})
    if senses.left != senses.right and all(len(own) == 1 for own in senses):
        left, right = ((own[0][0],) for own in found)
        detail = Senses(found.left[0][1], found.right[0][1])
        yield Entry(Subject.CONTENT, Change.CHANGED, left, right, Location.ELSEWHERE, detail)


def _states(side: Side, text: ReadText, words: Sequence[Turn]) -> Sequence[Turn]:
    """Return the words of a text that say what became of somebody, without those that are denied."""
    found = [turn for turn in words if turn.group in _GROUPS and turn.sense and _counts(turn, text, words)]
    return undenied(side, text, found, _REACH)


def _counts(turn: Turn, text: ReadText, words: Sequence[Turn]) -> bool:
    """Return whether a word is no degree, or that of a harm: 'badly hurt', or 'badly' at the end of its clause.

    Of 'a heavy storm', no one was hurt heavily.
    """
    if turn.group not in _DEGREES:
        return True
    harms = [one for one in words if (one.group, one.sense) in _HARM]
    is_last = not text.text[turn.end :].lstrip()[:1].isalnum()
    return bool(harms) and (is_last or any(one.start - turn.end == 1 or turn.start - one.end == 1 for one in harms))


def _key(turn: Turn) -> tuple[str, str]:
    return turn.group, turn.sense


def _entry(pair: Pair[Outline], gone: list[Turn], new: list[Turn]) -> Entry:
    left, right = (tuple(map(outline.place_of, own)) for outline, own in zip(pair, (gone, new), strict=True))
    if gone and new:
        senses = Senses(gone[0].sense, new[0].sense)
        return Entry(Subject.CONTENT, Change.CHANGED, left, right, Location.SAME_PLACE, senses)
    return Entry(Subject.CONTENT, Change.GONE if gone else Change.NEW, left, right, Location.NOWHERE)


def is_field_of_office(side: Side, name: Place) -> bool:
    """Return whether an apparent name is the field of an office in small letters: ministère des |Ports|."""
    return any(
        turn.group == _OFFICE and turn.start < name.start and name.end <= turn.end
        for turn in turns_in(side, side.texts[name.paragraph])
    )
