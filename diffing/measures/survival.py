"""Words of each side that survive on the other: kept, moved, changed, or on one side only.

    severed diplomatic relations in 2019      left   3 kept, 2 changed of 5
    broke diplomatic ties in 2019, when       right  3 kept, 2 changed, 1 only here of 6

Research on text reuse asks in both directions: the share of the left that survives in the right, and the share of the
right that comes from the left; verbatim, reworded, or not at all.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from diffing.model import Op, Pair, Span, WordCounts
from diffing.text.near_equal import surviving_share
from diffing.text.tokens import count_words, tokens_of


@dataclass(frozen=True, slots=True)
class Survival:
    """The words of a row by outcome.

    `content` is the share of the content words that survive: the mean of both sides' shares, 0..1; 1 without any. A
    kept or moved word counts as 1, a word replaced by a nearly equal one in part (see near_equal.surviving_share).
    """

    words: Pair[WordCounts]
    content: float


def survival(spans: Iterable[Span]) -> Survival:
    """Count the words of a row with these spans by outcome."""
    counts = Pair(dict.fromkeys(_OUTCOMES, 0), dict.fromkeys(_OUTCOMES, 0))
    kept, total = [0.0, 0.0], [0, 0]
    for span in spans:
        outcome = "moved" if span.move is not None else "kept" if span.rule else _OUTCOME_OF[span.op]
        left = count_words(span.left)
        right = left if span.right == span.left else count_words(span.right)
        is_word_for_word = left.words == right.words == 1
        survives = (
            1.0 if span.op is Op.EQUAL or span.rule else _near_share(span.left, span.right) if is_word_for_word else 0.0
        )
        counts.left[outcome] += left.words
        counts.right[outcome] += right.words
        kept[0] += left.content * survives
        kept[1] += right.content * survives
        total[0] += left.content
        total[1] += right.content
    shares = [part / whole for part, whole in zip(kept, total, strict=True) if whole]
    return Survival(
        counts.map(lambda side: WordCounts(**side)),
        sum(shares) / len(shares) if shares else 1.0,
    )


_OUTCOMES = ("kept", "moved", "changed", "alone", "translated")
_OUTCOME_OF = {
    Op.EQUAL: "kept",
    Op.REPLACE: "changed",
    Op.DELETE: "alone",
    Op.INSERT: "alone",
    Op.TRANSLATED: "translated",
}


# A long text has the same replacements again and again.
@lru_cache(maxsize=1 << 13)
def _near_share(left: str, right: str) -> float:
    """Return the share of a word that survives its replacement by another word; 0 if marks come with either."""
    own, other = tokens_of(left), tokens_of(right)
    return surviving_share(own[0].form, other[0].form) if len(own) == len(other) == 1 else 0.0
