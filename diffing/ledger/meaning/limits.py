"""Know where 'until' and 'unless' say the same: not open until he pays, not open unless he pays.

left   The mill will not open |until| he pays.     right   ... |unless| he pays.     the same
left   The mill will stay shut |until| he pays.    right   ... |unless| he pays.     another statement
left   The mill will |not| open |if| he pays.      right   ... open |unless| he pays.    the same
"""

from diffing.ledger.core.model import Subject
from diffing.ledger.core.sides import Side
from diffing.ledger.meaning.cues import cues
from diffing.ledger.meaning.turn_words import turns
from diffing.model import Place
from diffing.text.reading import ReadText

LIMIT = "limit"
"""The group of these words in the lexicon."""
IF, UNLESS = "if", "unless"
"""Classes of the group of conditions."""
_CONDITION = "condition"
REGARDLESS = "regardless"
"""The class of conditions that denies none of the others: 'even if nobody pays', 'if somebody pays'."""
# The mark behind a clause that begins its sentence: 'Unless he pays, the mill will not open'.
_COMMA = ","


def is_denied(side: Side, sentence: Place, limit: Place) -> bool:
    """Return whether the statement that a limit is of has a negation, or a word that implies one: 'refuse to open'.

    It stands before the limit, or behind the comma after it. Italian and French put a 'non' or 'ne' right behind the
    limit that denies nothing.
    """
    text = side.texts[sentence.paragraph].text
    comma = text.find(_COMMA, limit.end, sentence.end)
    rest = sentence.end if comma < 0 else comma
    return any(
        cue.subject is Subject.NEGATION
        and (sentence.start <= cue.start < limit.start or rest <= cue.start < sentence.end)
        for cue in side.extract(cues, side.texts[sentence.paragraph])
    )


def denies_exception(side: Side, own: Place, stated: Place) -> bool:
    """Return whether a 'not' of this side has an 'if' where the other side has an 'unless', which says it.

    `stated` is a place in the sentence of the other side.
    """
    return has_if(side, own) and _has(side, side.other_texts[stated.paragraph], stated, UNLESS)


def has_if(side: Side, place: Place) -> bool:
    """Return whether the sentence of a place has an 'if'."""
    return _has(side, side.texts[place.paragraph], place, IF)


def _has(side: Side, text: ReadText, place: Place, sense: str) -> bool:
    """Return whether the sentence of a place of a text has a word of a class of conditions."""
    start, end = next(((first, last) for first, last in text.sentences if first <= place.start < last), (0, 0))
    found = side.extract(turns, text)
    return any((one.group, one.sense) == (_CONDITION, sense) and start <= one.start < end for one in found)


def is_exception(side: Side, place: Place) -> bool:
    """Return whether a place of the other side is an 'unless'."""
    found = side.extract(turns, side.other_texts[place.paragraph])
    return any((one.group, one.sense) == (_CONDITION, UNLESS) and one.start == place.start for one in found)
