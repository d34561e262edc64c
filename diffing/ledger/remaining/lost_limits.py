"""Find words that limit what a sentence says, where the other side says it in other words without a limit.

left   |Most mayors| support the ban.                     right   The |mayors| are for the ban.             changed
left   The study was |partly| funded by a mattress firm.  right   |A mattress firm paid for the study.|     changed
left   |Most| mayors support the ban.                     right   Seven of ten mayors are for the ban.      none
left   Some mayors support the ban.                       right   Mayors are for the ban.                   none

'Most' counts where the other sentence has the word behind it, without a number; 'partly' where it has many of the
words. It must have no other word of quantity or share, which may say the same.
"""

from collections.abc import Iterator, Sequence

from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.covered import CoveredWords
from diffing.ledger.core.details import Senses
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import sides
from diffing.ledger.meaning.context import head_of, is_same_word
from diffing.ledger.meaning.outlines import Outline, sentence_pairs
from diffing.ledger.meaning.turn_words import Turn
from diffing.ledger.numbers.extract import numbers_of
from diffing.model import Pair, Place
from diffing.text.folding import word_pattern
from diffing.text.scripts import UNSPACED

# The groups and classes of the lexicon whose loss makes the other side say more. 'Some mayors' may become 'mayors'.
_QUANTITY, _LIMITING = "quantity", frozenset({"most", "minority"})
_SHARE, _PARTLY = "share", "partly"
# What the other side says: the class of the entry.
_PLAIN = "all"
# The share of the content words of one of the sentences that the other one has, where 'partly' is lost.
_LEAST_SHARED = 0.4
# Characters from a number to the word that it may count: 'sieben von zehn der Bürgermeister'.
_BESIDE = 12


def lost_limit_entries(context: LedgerContext, found: Sequence[Entry]) -> Iterator[Entry]:
    """Yield an entry for each such word that no other entry (`found`) has."""
    both = sides(context)
    if both.left.language != both.right.language or both.left.language in UNSPACED:
        return
    covered = CoveredWords(entry for entry in found if not entry.is_passage)
    for pair in sentence_pairs(context):
        for own, other in (pair, pair.swapped()):
            limits = [one for one in own.turns if _limits(one)]
            if len(limits) != 1 or _has_limit(other):
                continue
            places = _places(own, other, limits[0])
            if places is None or covered.touch(places if own.side.is_left else places.swapped()):
                continue
            left, right = places if own.side.is_left else places.swapped()
            senses = (limits[0].sense, _PLAIN) if own.side.is_left else (_PLAIN, limits[0].sense)
            yield Entry(Subject.CONTENT, Change.CHANGED, left, right, Location.SAME_SENTENCE, Senses(*senses))


def _limits(turn: Turn) -> bool:
    return (turn.group == _QUANTITY and turn.sense in _LIMITING) or (turn.group == _SHARE and turn.sense == _PARTLY)


def _has_limit(outline: Outline) -> bool:
    """Return whether a sentence has a word of quantity or share, or a negation: 'no mayor is against it'."""
    return outline.denies() or any(
        turn.group == _QUANTITY or (turn.group == _SHARE and turn.sense) for turn in outline.turns
    )


def _places(own: Outline, other: Outline, turn: Turn) -> Pair[tuple[Place, ...]] | None:
    """Return the places of what one sentence limits and the other one does not, that of the limit first; or None."""
    if turn.group == _SHARE:
        is_stated = max(own.shared_with(other)) >= _LEAST_SHARED
        return Pair((_place(own, turn.start, turn.end),), (other.place,)) if is_stated else None
    head = head_of(own.text.folded, Place(0, turn.start, turn.end), own.side.language)
    if head is None or not any(own.shared_with(other)):
        return None
    words = word_pattern(other.text.folded.text).finditer(other.text.folded.text)
    there = next((word for word in words if is_same_word(head[0], word[0])), None)
    if there is None:
        return None
    (_, _, end), (_, start, last) = own.text.folded.place(0, *head.span()), other.text.folded.place(0, *there.span())
    if any(start - _BESIDE <= number.end <= start for number in other.side.extract(numbers_of, other.text)):
        return None  # 'seven of ten mayors'
    return Pair((_place(own, turn.start, end),), (_place(other, start, last),))


def _place(outline: Outline, start: int, end: int) -> Place:
    at = outline.place
    return Place(at.paragraph, at.start + start, at.start + end)
