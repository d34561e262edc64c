"""Negations that one of two linked sentences has, and the other has in no form.

    left   Немає загрози для міста.      Немає > -: a negation only left
    right  There is a threat to the town.

    left   Вона не погодилася.           no entry: `refused` holds a negation
    right  She refused.

Languages deny in their own ways: so nothing in the other sentence may hold a negation, nor may the other paragraph have
one to spare. Questions are left out, for a question with a `not` may be one without.
"""

from collections.abc import Iterator, Sequence

from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.quotations.marks import marks_of
from diffing.ledger.translated.changes import Bead
from diffing.ledger.translated.denied_clauses import Clauses, clauses_of, denied_clause
from diffing.ledger.translated.facts import places
from diffing.ledger.translated.senses import KNOWN, Denial, Senses, senses_of, without_answered
from diffing.model import Comparison, Pair, Row
from diffing.patterns import lazy_pattern

# Classes of words that may say what the other side denies: a closed school does not work.
_NEGATIVE = frozenset({"closed", "no"})
_ASKS = lazy_pattern(r"[?？؟;]\s*[\"”»’)]*\s*$")


def denied_statements(
    row: Row, comparison: Comparison, languages: Pair[str], beads: Sequence[tuple[Bead, Pair[Senses]]]
) -> Iterator[Entry]:
    """Yield the entries of the negations that only one of two linked sentences of a row has.

    The places of the senses are in their sentences.
    """
    if not {*languages} <= KNOWN:
        return
    texts = Pair(comparison.left.text(row.left), comparison.right.text(row.right))
    # A sentence that was not linked may hold what the linked ones lack.
    spare = Pair(
        any(_denying(left) > _denying(right) for _, (left, right) in beads if right.denials)
        or any(_may_deny(span.left, languages.left) for span in row.spans if not span.right),
        any(_denying(right) > _denying(left) for _, (left, right) in beads if left.denials)
        or any(_may_deny(span.right, languages.right) for span in row.spans if not span.left),
    )
    speech = Pair(_speech(texts.left), _speech(texts.right))
    for bead, (left, right) in beads:
        bare = without_answered(
            texts.left[bead.left.start : bead.left.stop],
            texts.right[bead.right.start : bead.right.stop],
            languages,
            Pair(left, right),
        )
        own = _clauses(texts.left, bead.left, speech.left, left)
        other = _clauses(texts.right, bead.right, speech.right, right)
        if not spare.right and (denial := _alone(bare.left, bare.right) or denied_clause(own, other)):
            start, end = bead.left.start + denial.start, bead.left.start + denial.end
            if not _ASKS.search(texts.left, *_ends(bead.left)):
                own_places = places(comparison.left, row.left, start, end)
                yield Entry(Subject.NEGATION, Change.GONE, own_places, (), Location.SAME_SENTENCE)
        elif not spare.left and (denial := _alone(bare.right, bare.left) or denied_clause(other, own)):
            start, end = bead.right.start + denial.start, bead.right.start + denial.end
            if not _ASKS.search(texts.right, *_ends(bead.right)):
                own_places = places(comparison.right, row.right, start, end)
                yield Entry(Subject.NEGATION, Change.NEW, (), own_places, Location.SAME_SENTENCE)


def _speech(text: str) -> list[range]:
    return [range(one.start, one.end) for one in marks_of(text).closed]


def _clauses(text: str, sentences: range, speech: Sequence[range], senses: Senses) -> Clauses:
    within = [range(one.start - sentences.start, one.stop - sentences.start) for one in speech]
    return clauses_of(text[sentences.start : sentences.stop], within, senses, _NEGATIVE)


def _denying(senses: Senses) -> int:
    """Return the number of words of a sentence that deny, or may."""
    apart = [
        turn
        for turn in senses.turns
        if turn.sense in _NEGATIVE and not any(one.start < turn.end and turn.start < one.end for one in senses.denials)
    ]
    return len(senses.denials) + len(apart)


def _may_deny(text: str, language: str) -> bool:
    return bool(text.strip()) and _denying(senses_of(text, language)) > 0


def _ends(sentences: range) -> tuple[int, int]:
    return sentences.start, sentences.stop


def _alone(own: Senses, other: Senses) -> Denial | None:
    """Return the negation of a sentence of which all are explicit, if the other one has no word that may hold one."""
    if not all(one.is_explicit for one in own.denials) or other.denials:
        return None
    may_deny = any(turn.sense in _NEGATIVE for turn in other.turns)
    return own.denials[0] if own.denials and not may_deny else None
