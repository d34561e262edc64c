"""Find words of quantity that a rewritten sentence has exchanged: most of the pupils, many pupils.

left   |Most| farmers support the plan.     right   The plan? |Some| farmers are against it.     changed
left   |Most| farmers support the plan.     right   Farmers support the plan, |most| of them.    none

Words that turn a statement stand in each other's place (turned.py). Here the sentence around them is another one, and
they count if they stand before the same word.
"""

from collections.abc import Iterator

from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.details import Senses
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.meaning.context import head_of, is_same_word
from diffing.ledger.meaning.denials import undenied
from diffing.ledger.meaning.outlines import Outline, sentence_pairs
from diffing.ledger.meaning.turn_words import Turn, turns_of
from diffing.model import Place
from diffing.text.scripts import UNSPACED

# The group of the lexicon, and its class that denies: 'none survived' says the same as 'all died'.
_QUANTITY, _NONE = "quantity", "none"
# Characters between a 'not' and the quantity that it denies: 'not all'.
_REACH = 2


def quantity_entries(context: LedgerContext) -> Iterator[Entry]:
    """Yield the entries of words of quantity that stand before the same word in corresponding sentences."""
    for pair in sentence_pairs(context):
        if pair.left.side.language != pair.right.side.language or pair.left.side.language in UNSPACED:
            return
        own = _quantities(pair.left)
        there = _quantities(pair.right) if own else []
        for head, turn in own:
            alike = [one for word, one in there if is_same_word(head, word)]
            if not alike or turn.sense in {one.sense for one in alike}:
                continue
            places = pair.left.place_of(turn), pair.right.place_of(alike[0])
            senses = Senses(turn.sense, alike[0].sense)
            yield Entry(Subject.CONTENT, Change.CHANGED, (places[0],), (places[1],), Location.SAME_SENTENCE, senses)


def _quantities(outline: Outline) -> list[tuple[str, Turn]]:
    """Return the words of quantity of a sentence that are not denied, each with the word behind it."""
    side, text = outline.side, outline.text
    found = [
        one for one in turns_of(side, outline.place, text) if one.group == _QUANTITY and one.sense not in ("", _NONE)
    ]
    heads = (
        (head_of(text.folded, Place(0, one.start, one.end), side.language), one)
        for one in undenied(side, text, found, _REACH)
    )
    return [(head[0], one) for head, one in heads if head is not None]
