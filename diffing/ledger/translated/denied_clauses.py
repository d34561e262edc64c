"""A negation that one of two linked sentences lacks in one clause, while others have theirs.

    left   «No hemos subido los precios, y no venderemos», dijo.        no > -: of two clauses in speech, the second
    right  “We have not raised prices, and we will sell,” she said.

Languages part clauses in their own ways. So both sentences must have as many clauses, in speech and besides, all but
one must agree, and the two that do not must be about as long; in other order, two would not agree.
"""

from collections.abc import Sequence, Set
from typing import NamedTuple

from diffing.ledger.translated.senses import Denial, Senses
from diffing.patterns import lazy_pattern
from diffing.translation.lengths import length_of

# What parts clauses; in figures a comma is none. A quotation mark parts what is said from the words around it.
_END = lazy_pattern(r"[;:()«»„“”\"—，；。؛]|[,.،](?!\d)|(?<=\s)[-–](?=\s)|$")
# Words that begin another clause, where one language has a comma and the other has none.
_AND = lazy_pattern(
    r"\b(?:and|but|because|und|aber|denn|y|e|pero|porque|et|mais|car|ma|perché|mas|en|maar|want|и|но|а|та|але|i|ale|bo"
    r"|och|og|men|ja|mutta|és|de|ve|ama|και|αλλά)\b",
)
# Letters of the shortest words that are a clause: 'he said' is none.
_LEAST = 14
# How many times as long one of two clauses may be.
_MOST_TIMES = 2.5


class Clause(NamedTuple):
    """A clause of a sentence: its explicit negations, and whether another word may deny; speech stands in marks."""

    denials: tuple[Denial, ...]
    may_deny: bool
    length: float
    is_speech: bool


Clauses = tuple[list[Clause], list[Clause]]
"""The clauses of a sentence, and those that are also parted by words such as 'and'."""


def clauses_of(
    text: str, speech: Sequence[range], senses: Senses, negative: Set[str]
) -> tuple[list[Clause], list[Clause]]:
    """Return the clauses of a sentence; `speech` is where it has quotations, `negative` are classes that may deny."""
    ends = {match.end() for match in _END.finditer(text)}
    more = ends | {match.start() for match in _AND.finditer(text.lower())}
    return _parted(text, ends, speech, senses, negative), _parted(text, more, speech, senses, negative)


def _parted(text: str, ends: Set[int], speech: Sequence[range], senses: Senses, negative: Set[str]) -> list[Clause]:
    found: list[Clause] = []
    start = 0
    for end in sorted(ends):
        inside = range(start, end)
        explicit = tuple(one for one in senses.denials if one.is_explicit and one.start in inside)
        others = [one.start for one in senses.denials if not one.is_explicit]
        others += [turn.start for turn in senses.turns if turn.sense in negative]
        may_deny = any(at in inside for at in others)
        length = length_of(text[start:end])
        if length >= _LEAST or explicit or may_deny:
            middle = (start + end) // 2
            found.append(Clause(explicit, may_deny, length, any(middle in one for one in speech)))
        start = end
    return found


def denied_clause(own: Clauses, other: Clauses) -> Denial | None:
    """Return the negation of the only clause of a sentence that the other one does not deny, where it denies another.

    None if more differ.
    """
    for here, there in ((own[0], other[0]), (own[0], other[1]), (own[1], other[0]), (own[1], other[1])):
        pairs = [_pairs(here, there, is_speech=is_speech) for is_speech in (False, True)]
        if all(found is not None for found in pairs):
            every = [pair for found in pairs for pair in found or ()]
            differ = [(one, two) for one, two in every if bool(one.denials) != bool(two.denials)]
            is_denied = any(one.denials and two.denials for one, two in every)
            return _lacking(*differ[0]) if is_denied and len(differ) == 1 else None
    return None


def _pairs(own: Sequence[Clause], other: Sequence[Clause], *, is_speech: bool) -> list[tuple[Clause, Clause]] | None:
    """Return the clauses of both sentences in their order; none if neither denies in them, None if one has more."""
    left, right = ([one for one in side if one.is_speech == is_speech] for side in (own, other))
    if not any(one.denials or one.may_deny for one in (*left, *right)):
        return []
    return list(zip(left, right, strict=True)) if len(left) == len(right) else None


def _lacking(own: Clause, other: Clause) -> Denial | None:
    """Return the negation of a clause, if none in it is only implied, and nothing in the other one may hold one."""
    shorter, longer = sorted((own.length, other.length))
    if not own.denials or own.may_deny or other.may_deny or longer > shorter * _MOST_TIMES:
        return None
    return own.denials[0]
