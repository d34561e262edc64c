"""Uncertain links whose place speaks for them: the only paragraphs between two links that are certain.

    3-3 certain   4-4 uncertain   5-5 certain       4-4 is enclosed
    3-3 certain   4-4 uncertain   5 only left       4 may stand for nothing on the right

A wrong figure takes away what the link of a short paragraph was certain by: 'Una reunión el 12 de noviembre',
'A meeting on November 62'. A single difference in such a link is one if something else agrees, here the month.
"""

from collections.abc import Iterator

from diffing.ledger.translated.changes import LEAST_TELLING
from diffing.ledger.translated.facts import Facts
from diffing.model import Comparison, Kind, Pair, Row
from diffing.translation.near_numbers import near_pairs


def is_certain(row: Row) -> bool:
    """Return whether a row is a link of two languages that more than its place speaks for."""
    return row.kind is Kind.TRANSLATED and not (row.evidence and row.evidence.uncertain)


def enclosed_rows(comparison: Comparison) -> Iterator[Row]:
    """Yield the uncertain rows between two certain ones that did not move; the ends of an article enclose too."""
    rows = [row for row in comparison.rows if not row.furniture]
    are_firm = [True, *(is_certain(row) and not row.moved for row in rows), True]
    for at, row in enumerate(rows):
        is_open = row.kind is Kind.TRANSLATED and not row.moved and not is_certain(row)
        if is_open and are_firm[at] and are_firm[at + 2]:
            yield row


def do_agree(facts: Pair[Facts]) -> bool:
    """Return whether two texts have a month, a weekday, a country or a telling number in common, or nearly a number."""
    named = facts.map(lambda side: {word.concept for word in side.named})
    left, right = facts.map(lambda side: {number.value for number in side.numbers})
    return (
        not named.left.isdisjoint(named.right)
        or any(isinstance(value, str) or value >= LEAST_TELLING for value in left & right)
        or any(near_pairs(left - right, right - left))
    )
