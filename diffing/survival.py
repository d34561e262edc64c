"""How much of each side survives on the other: words kept, moved, changed, and alone on their side.

    severed diplomatic relations in 2019      left   3 kept, 2 changed of 5
    broke diplomatic ties in 2019, when       right  3 kept, 3 changed of 6

Research on text reuse asks both ways: what share of the left survives in the right, and what share
of the right comes from the left; each verbatim, reworded, or not at all.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from diffing.model import Comparison, Op, Pair, Span
from diffing.near_equal import surviving_share
from diffing.units import MARK_WEIGHT, Unit, units_of


@dataclass(frozen=True, slots=True)
class WordCounts:
    """The words of one side by what became of them; punctuation is not counted.

    `kept` are the same on the other side, also where only typography differs; `moved` are the same
    in another place; `changed` stand against other words; `alone` stand against nothing: left out
    when the side is the left one, added when it is the right.
    """

    kept: int = 0
    moved: int = 0
    changed: int = 0
    alone: int = 0

    def __add__(self, other: "WordCounts") -> "WordCounts":
        return WordCounts(
            self.kept + other.kept,
            self.moved + other.moved,
            self.changed + other.changed,
            self.alone + other.alone,
        )

    @property
    def total(self) -> int:
        """All words of the side."""
        return self.kept + self.moved + self.changed + self.alone

    @property
    def verbatim_share(self) -> float:
        """The share of the side's words that the other side has too, in place or moved; 1 for no words."""
        return (self.kept + self.moved) / self.total if self.total else 1.0

    @property
    def reworded_share(self) -> float:
        """The share of the side's words that stand against other words; 0 for no words."""
        return self.changed / self.total if self.total else 0.0

    @property
    def alone_share(self) -> float:
        """The share of the side's words that the other side has nothing for; 0 for no words."""
        return self.alone / self.total if self.total else 0.0


def word_counts(spans: Iterable[Span]) -> Pair[WordCounts]:
    """The words of both sides of a row, or of all rows of a comparison, by what became of them."""
    left = {"kept": 0, "moved": 0, "changed": 0, "alone": 0}
    right = dict(left)
    for span in spans:
        fate = _FATES[span.op] if span.move is None else "moved"
        left[fate] += _word_count(span.left)
        right[fate] += _word_count(span.right)
    return Pair(WordCounts(**left), WordCounts(**right))


def survival(comparison: Comparison) -> Pair[WordCounts]:
    """The words of both articles by what became of them, page furniture left out."""
    return word_counts(span for row in comparison.rows if not row.furniture for span in row.spans)


_FATES = {Op.EQUAL: "kept", Op.REPLACE: "changed", Op.DELETE: "alone", Op.INSERT: "alone"}


def _word_count(text: str) -> int:
    return sum(unit.weight > MARK_WEIGHT for unit in units_of(text)) if text else 0


def surviving_content(spans: Sequence[Span]) -> float:
    """The share of the words of matter that survive: the mean of both sides' shares, 0..1; 1 where there are none.

    A word survives whole when it is kept or moved, and in part when a nearly equal one stands
    against it (see near_equal.surviving_share).
    """
    kept, total = [0.0, 0.0], [0, 0]
    for span in spans:
        sides = units_of(span.left), units_of(span.right)
        survives = 1.0 if span.op is Op.EQUAL else _near_share(*sides)
        for side, found in enumerate(sides):
            content = sum(unit.is_content for unit in found)
            kept[side] += content * survives
            total[side] += content
    shares = [part / whole for part, whole in zip(kept, total, strict=True) if whole]
    return sum(shares) / len(shares) if shares else 1.0


def _near_share(left: Sequence[Unit], right: Sequence[Unit]) -> float:
    return surviving_share(left[0].form, right[0].form) if len(left) == len(right) == 1 else 0.0
