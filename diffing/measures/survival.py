"""How much of each side survives on the other: words kept, moved, changed, and alone on their side.

    severed diplomatic relations in 2019      left   3 kept, 2 changed of 5
    broke diplomatic ties in 2019, when       right  3 kept, 3 changed of 6

Research on text reuse asks both ways: what share of the left survives in the right, and what share
of the right comes from the left; each verbatim, reworded, or not at all.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from diffing.model import Op, Pair, Span, WordCounts
from diffing.text.near_equal import surviving_share
from diffing.text.tokens import count_words, units_of


@dataclass(frozen=True, slots=True)
class Survival:
    """What became of the words of a row.

    `content` is the share of the words of matter that survive: the mean of both sides' shares, 0..1; 1 where there are
    none. A word survives whole when it is kept or moved, and in part when a nearly equal one stands against it (see
    near_equal.surviving_share).
    """

    words: Pair[WordCounts]
    content: float


def survival(spans: Iterable[Span]) -> Survival:
    """What became of the words of a row with these spans."""
    counts = Pair(dict.fromkeys(_FATES, 0), dict.fromkeys(_FATES, 0))
    kept, total = [0.0, 0.0], [0, 0]
    for span in spans:
        fate = _FATE_OF[span.op] if span.move is None else "moved"
        left = count_words(span.left)
        right = left if span.right == span.left else count_words(span.right)
        is_word_for_word = left.words == right.words == 1
        survives = 1.0 if span.op is Op.EQUAL else _near_share(span.left, span.right) if is_word_for_word else 0.0
        counts.left[fate] += left.words
        counts.right[fate] += right.words
        kept[0] += left.content * survives
        kept[1] += right.content * survives
        total[0] += left.content
        total[1] += right.content
    shares = [part / whole for part, whole in zip(kept, total, strict=True) if whole]
    return Survival(
        counts.map(lambda side: WordCounts(**side)),
        sum(shares) / len(shares) if shares else 1.0,
    )


_FATES = ("kept", "moved", "changed", "alone")
_FATE_OF = {Op.EQUAL: "kept", Op.REPLACE: "changed", Op.DELETE: "alone", Op.INSERT: "alone"}


# A book has the same words replaced by the same again and again.
@lru_cache(maxsize=1 << 13)
def _near_share(left: str, right: str) -> float:
    """How much survives of a replacement of one word by one word; nothing where marks come with them."""
    own, other = units_of(left), units_of(right)
    return surviving_share(own[0].form, other[0].form) if len(own) == len(other) == 1 else 0.0
