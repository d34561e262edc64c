"""Words that turn a statement, in sentences that stand for each other in two languages.

    left   El alcalde negó que conociera el informe.            negó -> confirmed
    right  The mayor confirmed that he knew of the report.

The classes of such words are the same in every lexicon. Words of two classes of a group differ where each sentence has
one word of the group and no negation: two of them may stand in another order, and a 'not' turns one back.
"""

from collections.abc import Iterator

from diffing.ledger.core.details import Senses
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.language.lexicon import lexicon
from diffing.ledger.meaning.cues import cues
from diffing.ledger.meaning.turn_words import Turn, turns
from diffing.ledger.translated.changes import beads_of
from diffing.ledger.translated.facts import places
from diffing.model import Comparison, Pair, Row
from diffing.text.reading import ReadText

# Groups whose words mean the same in every language, and hardly anything else.
_GROUPS = ("consent", "direction", "gravity", "opening")


def reversed_statements(row: Row, comparison: Comparison, languages: Pair[str]) -> Iterator[Entry]:
    """Yield the entries of words that turn a statement, for the linked sentences of a translated row."""
    texts = Pair(comparison.left.text(row.left), comparison.right.text(row.right))
    for bead in beads_of(row):
        sentences = Pair(texts.left[bead.left.start : bead.left.stop], texts.right[bead.right.start : bead.right.stop])
        left, right = (_single(text, language) for text, language in zip(sentences, languages, strict=True))
        for group in left.keys() & right.keys():
            one, other = left[group], right[group]
            if one.sense != other.sense:
                yield Entry(
                    Subject.CONTENT,
                    Change.CHANGED,
                    places(comparison.left, row.left, bead.left.start + one.start, bead.left.start + one.end),
                    places(comparison.right, row.right, bead.right.start + other.start, bead.right.start + other.end),
                    Location.SAME_SENTENCE,
                    Senses(one.sense, other.sense),
                )


def _single(sentence: str, language: str) -> dict[str, Turn]:
    """Return the words that turn a sentence, by their groups, of groups with one; none if it has a negation besides."""
    known = lexicon(language)
    text = ReadText(sentence)
    # Without accents two words of a class may be spelled alike.
    found = {turn for turn in turns(text, known) if turn.group in _GROUPS and turn.sense}
    if not found or any(
        cue.subject is Subject.NEGATION and not any(cue.start < turn.end and turn.start < cue.end for turn in found)
        for cue in cues(text, known)
    ):
        return {}
    return {turn.group: turn for turn in found if sum(turn.group == other.group for other in found) == 1}
