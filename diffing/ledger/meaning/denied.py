"""Find a synonym that is denied: a word of the same class, with a 'not' before it.

left   The patient |will recover|.       right   The patient will |not| survive.       new: not
left   The board accepted it.            right   The board did |not| approve it.       new: not
"""

from collections.abc import Iterator, Sequence

from diffing.ledger.core.details import StatedWithout
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Entry, Subject
from diffing.ledger.core.sides import Side
from diffing.ledger.meaning.context import is_new_there
from diffing.ledger.meaning.cues import cues
from diffing.ledger.meaning.synonyms import are_of_others
from diffing.ledger.meaning.turn_words import turns_in
from diffing.model import Pair, Place
from diffing.text.folding import word_pattern

# Words between a negation and the word that it denies: 'not |be| approved'.
_MOST_BETWEEN = 2
# The group and the class of 'unless', which is 'if not'.
_EXCEPTION = ("condition", "unless")


def denied_entries(both: Pair[Side], changed: Pair[Place], words: Pair[Place]) -> Iterator[Entry]:
    """Yield the entry of a negation that one side of a change has before its word, and the other side has not.

    `changed` are the places of the change, and `words` those of two words of one class in it.
    """
    found = Pair(*(_negations(side, place) for side, place in zip(both, changed, strict=True)))
    if found.left and not found.right:
        yield from _entry(both.left, found.left, words)
    elif found.right and not found.left:
        yield from _entry(both.right, found.right, words.swapped())


def _entry(side: Side, found: Sequence[tuple[Place, bool]], words: Pair[Place]) -> Iterator[Entry]:
    """Yield the entry of the only negation of a side; the left one of the words is that of this side."""
    (place, answers), *others = found
    is_lone = not answers and not others
    if (
        is_lone
        and _is_before(side, place, words.left)
        and not are_of_others(side, *words)
        and not _is_exception(side, place, words.right)
    ):
        yield side.entry(Subject.NEGATION, (place,), Location.SAME_SENTENCE, StatedWithout(words.right))


def _is_exception(side: Side, own: Place, there: Place) -> bool:
    """Return whether the other side has an 'unless' in its sentence: 'if they are |not| cut', '|unless| they fall'."""
    text = side.other_texts[there.paragraph]
    start = max((start for start, _ in text.sentences if start <= there.start), default=0)
    return any(
        (turn.group, turn.sense) == _EXCEPTION
        and start <= turn.start < there.start
        and is_new_there(side, Place(there.paragraph, turn.start, turn.end), own)
        for turn in turns_in(side, text)
    )


def _negations(side: Side, changed: Place) -> list[tuple[Place, bool]]:
    """Return the negations in a change, and the words that imply one, which answer it."""
    found = side.extract(cues, side.texts[changed.paragraph])
    return [
        (Place(changed.paragraph, cue.start, cue.end), cue.answers)
        for cue in found
        if cue.subject is Subject.NEGATION and cue.start < changed.end and changed.start < cue.end
    ]


def _is_before(side: Side, negation: Place, word: Place) -> bool:
    """Return whether a negation stands close before a word, or has it inside: 'n'|approuve| pas'."""
    if negation.start <= word.start and word.end <= negation.end:
        return True
    between = side.texts[word.paragraph].folded.part(negation.end, max(negation.end, word.start)).text
    return negation.end <= word.start and len(word_pattern(between).findall(between)) <= _MOST_BETWEEN
