"""Find words of rank, such as 'former', in sentences that the other side says in other words, without the rank.

left   The |former mayor| is for the ban.       right   For the ban, says the |mayor|.      changed
left   The former mayor is for the ban.         right   The ex-mayor is for the ban.        none
left   The former mayor sued the mayor.         right   The mayor was sued.                 none: which mayor?

The rank counts where both sentences have the word behind it, once, and the other article has this rank nowhere.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.covered import CoveredWords
from diffing.ledger.core.details import Senses
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import Side, sides
from diffing.ledger.meaning.added import PLAIN
from diffing.ledger.meaning.context import head_of, is_same_word
from diffing.ledger.meaning.outlines import Outline, sentence_pairs
from diffing.ledger.meaning.turn_words import Turn, turns_in
from diffing.model import Pair, Place
from diffing.text.folding import word_pattern
from diffing.text.scripts import UNSPACED

_STATUS, _ORDER = "status", "order"


def lost_rank_entries(context: LedgerContext, found: Sequence[Entry]) -> Iterator[Entry]:
    """Yield an entry for each word of rank that is in no entry of `found`."""
    both = sides(context)
    if both.left.language != both.right.language or both.left.language in UNSPACED:
        return
    ranks = both.map(lambda side: cache(lambda: _senses(side)))
    covered = CoveredWords(entry for entry in found if not entry.is_passage)
    for pair in sentence_pairs(context):
        for own, other, there in ((pair.left, pair.right, ranks.right), (pair.right, pair.left, ranks.left)):
            lost = _lost(own, other)
            if lost is None or lost.sense in there():
                continue
            places = _places(own, other, lost)
            if places is None:
                continue
            word = _moved(own, lost.start, lost.end)
            senses = Pair(lost.sense, PLAIN[_STATUS, lost.sense])
            places, senses = (places, senses) if own.side.is_left else (places.swapped(), senses.swapped())
            if covered.touch(Pair((word,), ()) if own.side.is_left else Pair((), (word,))):
                continue
            left, right = places
            yield Entry(Subject.CONTENT, Change.CHANGED, left, right, Location.SAME_SENTENCE, Senses(*senses))


def _senses(side: Side) -> frozenset[str]:
    """Return the ranks that an article names."""
    return frozenset(turn.sense for text in side.texts for turn in turns_in(side, text) if turn.group == _STATUS)


def _lost(own: Outline, other: Outline) -> Turn | None:
    """Return the only rank that one sentence has and the other one lacks, or None if that one has others.

    'Who was mayor until May' says it by the time.
    """
    mine = [turn for turn in own.turns if turn.group == _STATUS]
    if not mine:
        return None
    there = other.turns
    theirs = {turn.sense for turn in there if turn.group == _STATUS}
    lost = [turn for turn in mine if turn.sense not in theirs and (_STATUS, turn.sense) in PLAIN]
    is_told = any(turn.group == _ORDER for turn in there) or not theirs <= {turn.sense for turn in mine}
    return lost[0] if len(lost) == 1 and not is_told else None


def _places(own: Outline, other: Outline, rank: Turn) -> Pair[tuple[Place, ...]] | None:
    """Return the places of a rank with the word behind it, and of that word in the other sentence, or None."""
    text = own.text.folded
    head = head_of(text, Place(0, rank.start, rank.end), own.side.language)
    if head is None or text.text[text.at(rank.end) : head.start()].strip() or not all(own.shared_with(other)):
        return None
    texts = Pair(text, other.text.folded)
    same = texts.map(lambda text: _forms(text.text, head[0]))
    if any(len(found) != 1 for found in same):
        return None
    (_, _, end), (_, start, last) = (text.place(0, *found[0].span()) for text, found in zip(texts, same, strict=True))
    return Pair((_moved(own, rank.start, end),), (_moved(other, start, last),))


def _forms(text: str, word: str) -> "list[re.Match[str]]":
    """Return the forms of a word in a folded text, also behind an article that is joined to it: l'adjointe."""
    return [one for one in word_pattern(text).finditer(text) if is_same_word(word, one[0].rpartition("'")[2])]


def _moved(outline: Outline, start: int, end: int) -> Place:
    """Return a place of a sentence as a place of its paragraph."""
    return Place(outline.place.paragraph, outline.place.start + start, outline.place.start + end)
