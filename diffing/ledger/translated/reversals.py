"""Words that turn a statement, in sentences that stand for each other in two languages.

    left   El alcalde negó que conociera el informe.            negó -> confirmed
    right  The mayor confirmed that he knew of the report.

    left   Paliwo zdrożało, a sprzedaż spadła o 12 procent.     spadła -> rose, in the clause of 12
    right  Fuel became dearer, and sales rose by 12 percent.

The classes of such words are the same in every language. Words of two classes of a group differ where each sentence has
one word of the group and no negation: two of them may stand in another order, and a 'not' turns one back. Where they
have more, those in the clause of a number that both have count.
"""

from collections.abc import Iterator
from itertools import pairwise

from diffing.ledger.core.details import Senses as SensesMeant
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.meaning.turn_words import Turn
from diffing.ledger.translated.changes import Bead
from diffing.ledger.translated.facts import Facts, places
from diffing.ledger.translated.senses import Senses
from diffing.model import Comparison, Pair, Row
from diffing.patterns import lazy_pattern

_DIRECTION = "direction"
# What parts clauses; in figures a comma is none.
_CLAUSE = lazy_pattern(r"[;:()«»„“”\"—、，；。]|[,.،](?!\d)|(?<=\s)[-–](?=\s)|$")


def reversed_statements(
    row: Row, comparison: Comparison, bead: Bead, senses: Pair[Senses], facts: Pair[Facts]
) -> Iterator[Entry]:
    """Yield the entries of words that turn the statement of two sentences; the places of `senses` are in these."""
    left, right = (_single(side) for side in senses)
    found = [(left[group], right[group]) for group in sorted(left.keys() & right.keys())]
    if all(one.group != _DIRECTION for one, _ in found):
        found += _beside_numbers(bead, senses, facts)
    for one, other in found:
        if one.sense != other.sense:
            yield Entry(
                Subject.CONTENT,
                Change.CHANGED,
                places(comparison.left, row.left, bead.left.start + one.start, bead.left.start + one.end),
                places(comparison.right, row.right, bead.right.start + other.start, bead.right.start + other.end),
                Location.SAME_SENTENCE,
                SensesMeant(one.sense, other.sense),
            )


def _single(senses: Senses) -> dict[str, Turn]:
    """Return the words that turn a sentence, by their groups, of groups with one; none if it has a negation besides."""
    found = senses.turns
    for denial in senses.denials:
        if not any(denial.start < turn.end and turn.start < denial.end for turn in found):
            return {}
    return {turn.group: turn for turn in found if sum(turn.group == other.group for other in found) == 1}


def _beside_numbers(bead: Bead, senses: Pair[Senses], facts: Pair[Facts]) -> Iterator[tuple[Turn, Turn]]:
    """Yield the words that say whether a number that both sentences have once rose or fell."""
    left, right = (_directions(*side) for side in zip(bead, senses, facts, strict=True))
    for value in sorted(left.keys() & right.keys(), key=str):
        one, other = left[value], right[value]
        if one and other and one.sense != other.sense:
            yield one, other
            return


def _directions(sentences: range, senses: Senses, facts: Facts) -> dict[object, Turn | None]:
    """Return the direction in the clause of each number that a sentence has once; None for none, or for two of them."""
    text = facts.text[sentences.start : sentences.stop]
    ends = [0, *(match.end() for match in _CLAUSE.finditer(text)), len(text) + 1]
    found: dict[object, Turn | None] = {}
    for number in facts.numbers:
        if number.start in sentences:
            at = number.start - sentences.start
            clause = next(range(start, end) for start, end in pairwise(ends) if start <= at < end)
            turns = [turn for turn in senses.turns if turn.group == _DIRECTION and turn.start in clause]
            is_denied = any(denial.is_explicit and denial.start in clause for denial in senses.denials)
            is_one = len({turn.sense for turn in turns}) == 1 and not is_denied
            found[number.value] = turns[0] if is_one and number.value not in found else None
    return found
