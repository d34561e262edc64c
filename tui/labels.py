"""What rows are called, in signs and in words, the same in every report and on the screen."""

from collections import Counter
from collections.abc import Sequence

from diffing.model import Comparison, Kind, Row

SIGNS = {
    Kind.UNCHANGED: "=",
    Kind.EDITED: "~",
    Kind.PARAPHRASED: "≈",
    Kind.ADDED: "+",
    Kind.OMITTED: "−",
}
MOVED_SIGN = "↕"


def sign(row: Row) -> str:
    """The row's sign: its kind's, with an arrow behind it if it moved (the arrow alone if nothing else changed)."""
    if not row.moved:
        return SIGNS[row.kind]
    return MOVED_SIGN if row.kind is Kind.UNCHANGED else SIGNS[row.kind] + MOVED_SIGN


def description(row: Row) -> str:
    """What became of the row, in words: 'paraphrased', 'moved', 'moved and edited'."""
    if not row.moved:
        return row.kind.value
    return "moved" if row.kind is Kind.UNCHANGED else f"moved and {row.kind.value}"


def numbers(indices: Sequence[int]) -> str:
    """Paragraph numbers as a reader counts, from 1: '4', '4-6', '4, 7'; an en dash for none."""
    if not indices:
        return "–"
    shown = [index + 1 for index in indices]
    if len(shown) > 1 and shown[-1] - shown[0] == len(shown) - 1:
        return f"{shown[0]}-{shown[-1]}"
    return ", ".join(map(str, shown))


def places(row: Row) -> str:
    """The row's paragraphs on both sides: '4 ↔ 3', '4 ↔ –'."""
    return f"{numbers(row.left)} ↔ {numbers(row.right)}"


def percent(share: float) -> str:
    """A share of 1 as a whole number of hundredths; 100 only where nothing is missing."""
    return "100" if share == 1.0 else str(min(99, round(share * 100)))


def counts(comparison: Comparison) -> str:
    """How many rows of each kind there are: '3 unchanged, 5 edited, 1 added, 2 moved'."""
    kinds = Counter(row.kind for row in comparison.rows)
    parts = [f"{kinds[kind]} {kind.value}" for kind in Kind if kinds[kind]]
    moved = sum(row.moved for row in comparison.rows)
    if moved:
        parts.append(f"{moved} moved")
    return ", ".join(parts) or "no text on either side"
