"""A 'not ... before' that the other side says without a 'not', in the other order.

We did |not| reopen before we were certain.  |  We wanted to be certain before we reopened.      the same: no entry
We did |not| reopen before Easter.           |  We reopened before Easter.                      another statement
"""

from collections.abc import Sequence

from diffing.ledger.core.clauses import sentence_at
from diffing.ledger.core.sides import Side
from diffing.ledger.meaning.context import is_same_word
from diffing.ledger.meaning.turn_words import turns
from diffing.model import Place
from diffing.text.folding import folded
from diffing.text.function_words import content_words
from diffing.text.reading import ReadText
from diffing.text.words import word_forms

_GROUP, _SENSE = "order", "before"
# Letters of a word that is looked for on the other side of the 'before'.
_LEAST_LETTERS = 4


def is_said_in_other_order(side: Side, own: Place, stated: Place) -> bool:
    """Return whether what stands behind 'before' in the clause of a negation stands before it on the other side.

    A word that stands before it on both sides shows no order: 'the |line| was not late before the new |line| opened'.
    """
    start, sentence = sentence_at(side.texts[own.paragraph], own.start)
    _, behind = _parts(side, sentence, own.end - start)
    if not behind:
        return False
    known, _ = _parts(side, sentence, 0)
    _, there = sentence_at(side.other_texts[stated.paragraph], stated.start)
    before, _ = _parts(side, there, 0)
    return any(
        is_same_word(one, other) and not any(is_same_word(one, word) for word in known)
        for one in behind
        for other in before
    )


def _parts(side: Side, sentence: ReadText, first: int) -> tuple[Sequence[str], Sequence[str]]:
    """Return the content words before the first 'before' of a sentence from an offset on, and behind it to a comma."""
    found = [one for one in turns(sentence, side.lexicon) if one.start >= first]
    at = next((one for one in found if one.group == _GROUP and one.sense == _SENSE), None)
    if at is None:
        return (), ()
    return _content(sentence.text[: at.start], side), _content(sentence.text[at.end :].partition(",")[0], side)


def _content(text: str, side: Side) -> list[str]:
    words = content_words(word_forms(text), side.language)
    return [folded(word).text for word in words if len(word) >= _LEAST_LETTERS]
