r"""Counts of changes and paragraphs that the reader's rules hide, by rule.

rule 'Updated \d+'    2 changes, 1 paragraph
"""

from collections import Counter
from typing import NamedTuple

from diffing.model import Comparison


class RuleCount(NamedTuple):
    """The expression of a rule, and the number of changes and of whole paragraphs that it hides."""

    rule: str
    changes: int
    paragraphs: int


def hidden_by_rules(comparison: Comparison) -> tuple[RuleCount, ...]:
    """Return the count of each rule that hides something, in reading order."""
    changes: Counter[str] = Counter(span.rule for row in comparison.rows for span in row.spans if span.rule)
    paragraphs: Counter[str] = Counter(row.rule for row in comparison.rows if row.rule)
    return tuple(RuleCount(rule, changes[rule], paragraphs[rule]) for rule in {**changes, **paragraphs})
