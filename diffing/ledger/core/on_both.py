"""Find the entries of words that both sides have after all.

left   the Port of |Orsen|       right   the port of |Orsen|         a name on both sides: no entry
left   |two| died, |three| hurt  right   |three| died, |two| hurt    both moved into the place of the other: two entries
left   I knew. He did |not| go.  right   I did |not| know. He left.  'not' moved alone: the entry stays
"""

from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import Side
from diffing.model import Pair, Place
from diffing.patterns import lazy_pattern

# Subjects and changes of entries about mere words: these are present, absent or others.
_WORDS = (
    Subject.NUMBER,
    Subject.DATE,
    Subject.NAME,
    Subject.NEGATION,
    Subject.CERTAINTY,
    Subject.CAUSE,
    Subject.ATTRIBUTION,
)
_CHANGES_OF_WORDS = (Change.CHANGED, Change.GONE, Change.NEW)
_WORD = lazy_pattern(r" [^\W_]+")


def is_on_both(entry: Entry, both: Pair[Side]) -> bool:
    """Return whether both sides have the words of an entry: capitals may show a name on one side only.

    Two words that moved, each into the place of the other, are another statement: two died, three were hurt. So is a
    negation that moved without the word behind it.
    """
    if entry.subject not in _WORDS or entry.change not in _CHANGES_OF_WORDS:
        return False
    if entry.change is Change.CHANGED and any(map(both.left.is_replaced, entry.left, entry.right)):
        return False
    return all(
        side.is_equal(place) and not (entry.subject is Subject.NEGATION and _moved_alone(side, place))
        for side, own in zip(both, entry.places, strict=True)
        for place in own
    )


def _moved_alone(side: Side, own: Place) -> bool:
    """Return whether the words at a place moved, and the word behind them is another one there."""
    text = side.own.paragraphs[own.paragraph].text
    behind = _WORD.match(text, own.end)
    return side.is_moved(own) and behind is not None and not side.is_moved(own._replace(end=behind.end()))
