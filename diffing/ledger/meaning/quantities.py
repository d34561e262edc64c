"""Find words of quantity or of a condition that a rewritten sentence has exchanged: most of the pupils, many pupils.

left   |Most| farmers support the plan.     right   The plan? |Some| farmers are against it.     changed
left   |Most| farmers support the plan.     right   Farmers support the plan, |most| of them.    none
left   It shuts |if| it rains.              right   |Even if| it rains, it will shut.               changed

Words that turn a statement stand in each other's place (turned.py). Here the sentence around them is another one, and
they count if they stand before the same word.
"""

from collections.abc import Iterator, Sequence, Set
from functools import partial

from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.details import Senses
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.meaning.context import head_of, is_same_word
from diffing.ledger.meaning.cues import cues
from diffing.ledger.meaning.denials import undenied
from diffing.ledger.meaning.limits import IF, UNLESS
from diffing.ledger.meaning.outlines import Outline, sentence_pairs
from diffing.ledger.meaning.turn_words import Turn, are_opposite, is_in_clause
from diffing.model import Place
from diffing.text.scripts import UNSPACED

# The groups of the lexicon, and the class of quantity that denies: 'none survived' says the same as 'all died'.
_QUANTITY, _CONDITION, _NONE = "quantity", "condition", "none"
# Characters between a 'not' and the quantity that it denies: 'not all'.
_REACH = 2


def quantity_entries(context: LedgerContext) -> Iterator[Entry]:
    """Yield the entries of words of quantity, or of a condition, before the same word in corresponding sentences."""
    for pair in sentence_pairs(context):
        if pair.left.side.language != pair.right.side.language or pair.left.side.language in UNSPACED:
            return
        found = pair.map(_of_quantity)
        # Few pairs have words of one group with two senses, and only they are read.
        groups = {one.group for one in found.left for word in found.right if are_opposite(one, word)}
        own, there = map(partial(_heads, groups), pair, found) if groups else ((), ())
        for head, turn in own:
            alike = [one for word, one in there if one.group == turn.group and is_same_word(head, word)]
            senses = {turn.sense, *(one.sense for one in alike)}
            if not alike or turn.sense in {one.sense for one in alike}:
                continue
            if senses == {IF, UNLESS} and _is_negative(pair.left) != _is_negative(pair.right):
                # 'It will not open if he pays', 'it will open unless he pays'.
                continue
            places = pair.left.place_of(turn), pair.right.place_of(alike[0])
            detail = Senses(turn.sense, alike[0].sense)
            yield Entry(Subject.CONTENT, Change.CHANGED, (places[0],), (places[1],), Location.SAME_SENTENCE, detail)


def _of_quantity(outline: Outline) -> Sequence[Turn]:
    """Return these words of a sentence."""
    return [one for one in outline.turns if one.group in (_QUANTITY, _CONDITION) and one.sense not in ("", _NONE)]


def _heads(groups: Set[str], outline: Outline, found: Sequence[Turn]) -> Sequence[tuple[str, Turn]]:
    """Return the words of a sentence that are of some groups and not denied, each with the word behind it."""
    side, text = outline.side, outline.text
    counted = undenied(side, text, [one for one in found if one.group in groups], _REACH)
    places = [(Place(0, one.start, one.end), one) for one in counted]
    heads = [
        (head_of(text.folded, place, side.language), one)
        for place, one in places
        if one.group != _CONDITION or not _denies(outline, place)
    ]
    return [(head[0], one) for head, one in heads if head is not None]


def _denies(outline: Outline, condition: Place) -> bool:
    """Return whether a condition has a negation: 'if it is not paid' is 'unless it is paid'."""
    found = outline.side.extract(cues, outline.text)
    return any(
        cue.subject is Subject.NEGATION
        and is_in_clause(outline.text, outline.side.language, Place(0, cue.start, cue.end), condition)
        for cue in found
        if cue.start >= condition.end
    )


def _is_negative(outline: Outline) -> bool:
    """Return whether a sentence has an odd number of negations."""
    found = outline.side.extract(cues, outline.text)
    return sum(cue.subject is Subject.NEGATION and not cue.answers for cue in found) % 2 == 1
