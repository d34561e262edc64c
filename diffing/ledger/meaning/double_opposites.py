"""Leave out negations that another opposite in the sentence turns back.

left   |None| of the crew |survived|.      right   |All| of the crew |died|.      the same: no entry
left   |None| of the crew |survived|.      right   |All| of the crew |survived|.  None is gone
left   La escuela |no| está |cerrada|.     right   La escuela está |abierta|.     the same: no entry
"""

from collections.abc import Iterator, Sequence

from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.details import Senses, StatedWithout
from diffing.ledger.core.model import Entry, Subject
from diffing.ledger.core.sides import Side, sides
from diffing.ledger.language.lexicon import forms, lexicon
from diffing.ledger.meaning.limits import REGARDLESS
from diffing.ledger.meaning.turn_words import Turn, turns_in
from diffing.model import Pair, Place
from diffing.text.folding import folded, word_pattern
from diffing.text.reading import ReadText

# The groups in which the denial of one class is the other: what is not open is closed.
_COMPLEMENTS = frozenset(
    {"access", "alive", "consent", "control", "opening", "permission", "presence", "sameness", "safety", "truth"}
)
# The characters behind a negation, and the words there, before what it denies.
_REACH = 40
_MOST_BETWEEN = 3
_TURNED_BACK = ({"none", "all"}, {"never", "always"})
OF_NEGATIONS = ("quantity", "frequency")
"""The groups of the negations themselves: none, never."""


def without_double_opposites(context: LedgerContext, found: Sequence[Entry]) -> Iterator[Entry]:
    """Yield entries without the negations whose opposite stands in their place and beside another opposite."""
    both = sides(context)
    for entry in found:
        if isinstance(entry.detail, Senses) and {entry.detail.left, entry.detail.right} in _TURNED_BACK:
            if not _are_turned(both, entry.left[0], entry.right[0]):
                yield entry
            continue
        if not (entry.subject is Subject.NEGATION and isinstance(entry.detail, StatedWithout)):
            yield entry
            continue
        own = (entry.left or entry.right)[0]
        there = entry.detail.place
        pair = both if entry.left else both.swapped()
        if not (_is_opposed(pair, own, there) and _are_turned(pair, own, there)) and not _is_other_way(
            pair, own, there
        ):
            yield entry


def _is_opposed(pair: Pair[Side], own: Place, there: Place) -> bool:
    """Return whether the sentence of the other side has the opposite of the negation at a place: none, all."""
    left, right = pair
    table = lexicon(left.language).get("meaning", {}).get("counterparts", {})
    opposites = forms(table.get(folded(own.words(left.own)).text, ()))
    text = right.texts[there.paragraph]
    start, end = _sentence(text, there)
    return any(
        word[0] in opposites and not right.is_equal(text.folded.place(there.paragraph, *word.span()))
        for word in word_pattern(text.folded.text).finditer(
            text.folded.text, text.folded.at(start), text.folded.at(end)
        )
    )


def _is_other_way(pair: Pair[Side], negation: Place, there: Place) -> bool:
    """Return whether a negation denies one word of a pair of opposites, and the other one stands in its place.

    What does not rise need not fall, and who was not charged may be convicted or free.
    """
    left, right = pair
    behind = left.texts[negation.paragraph].folded.part(negation.end, negation.end + _REACH).text
    reach = negation.end + len(" ".join(behind.split(" ")[: _MOST_BETWEEN + 1]))
    words = (turn for turn in _turns(left, negation) if turn.group in _COMPLEMENTS)
    denied = [turn for turn in words if negation.end <= turn.start < reach]
    return any(
        turn.group == other.group
        and "" not in (turn.sense, other.sense)
        and turn.sense != other.sense
        and left.is_replaced(
            Place(negation.paragraph, turn.start, turn.end), Place(there.paragraph, other.start, other.end)
        )
        for turn in denied
        for other in _turns(right, there)
    )


def _are_turned(pair: Pair[Side], own: Place, there: Place) -> bool:
    """Return whether the sentences of two places have words of opposite classes: survived, died."""
    left, right = (
        {(turn.group, turn.sense) for turn in _turns(side, place)}
        for side, place in zip(pair, (own, there), strict=True)
    )
    return any(
        group == other
        and sense != turned
        and group not in OF_NEGATIONS
        and (group, turned) not in left
        and REGARDLESS not in (sense, turned)
        for group, sense in left - right
        for other, turned in right - left
    )


def _turns(side: Side, place: Place) -> Iterator[Turn]:
    """Yield the words of the sentence around a place that can turn it."""
    text = side.texts[place.paragraph]
    start, end = _sentence(text, place)
    return (turn for turn in turns_in(side, text) if start <= turn.start < end)


def _sentence(text: ReadText, place: Place) -> tuple[int, int]:
    """Return the start and the end of the sentence around a place."""
    return next((start, end) for start, end in text.sentences if start <= place.start < end)
