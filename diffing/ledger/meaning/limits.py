"""Know where 'until' and 'unless' say the same: not open until he pays, not open unless he pays.

left   The mill will not open |until| he pays.     right   ... |unless| he pays.     the same
left   The mill will stay shut |until| he pays.    right   ... |unless| he pays.     another statement
"""

from diffing.ledger.core.model import Subject
from diffing.ledger.core.sides import Side
from diffing.ledger.meaning.cues import cues
from diffing.model import Place

LIMIT = "limit"
"""The group of these words in the lexicon."""
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
