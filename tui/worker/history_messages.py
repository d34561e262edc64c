"""The messages about a story in many versions, from the process that makes its steps to the screen.

COMPARED  the ends of two versions, whether links were bounded, the rows
MATTERS   the same ends, and the ledger of that comparison
LANES     what follows from all steps: paragraph lines, lanes, disagreements
FAILED    why there is nothing more, and whether newsdiff is to blame
"""

import pickle
from collections.abc import Sequence
from typing import NamedTuple

from diffing.history.model import Disagreement, History, Lane, ParagraphLine, Step, Version
from diffing.model import Comparison, Pair

from .protocol import Packed, packed_ledger, packed_row, row_of

COMPARED, MATTERS, LANES = "compared", "matters", "lanes"


class ComparisonMade(NamedTuple):
    """The comparison of version `left` with version `right`; its ledger comes behind it."""

    left: int
    right: int
    comparison: Comparison


class StepMade(NamedTuple):
    """The comparison of version `left` with version `right`, and its ledger."""

    left: int
    right: int
    step: Step


class LanesMade(NamedTuple):
    """The values that follow from all steps of a history."""

    lines: tuple[ParagraphLine, ...]
    lanes: tuple[Lane, ...]
    disagreements: tuple[Disagreement, ...]


def packed_comparison(made: ComparisonMade) -> Packed:
    """Return a comparison as plain tuples, without the texts of its versions."""
    left, right, comparison = made
    return COMPARED, left, right, comparison.bounded, tuple(map(packed_row, comparison.rows))


def comparison_of(packed: Packed, versions: Sequence[Version]) -> ComparisonMade:
    """Return the comparison of these versions that was packed, without its name."""
    left, right, bounded, rows = packed
    articles = Pair(versions[left].article, versions[right].article)
    made = tuple(row_of(row, articles) for row in rows)
    return ComparisonMade(left, right, Comparison(articles.left, articles.right, made, bounded))


def packed_step_ledger(made: StepMade) -> Packed:
    """Return the ledger of a step as plain tuples: its comparison was sent before."""
    return MATTERS, made.left, made.right, packed_ledger(made.step.ledger)


def packed_lanes(history: History) -> Packed:
    """Return what follows from the steps of a history: few values of many types, for which pickle is fast enough."""
    return LANES, pickle.dumps(LanesMade(history.lines, history.lanes, history.disagreements))


def lanes_of(packed: Packed) -> LanesMade:
    """Return the lanes that were packed, without their name."""
    (content,) = packed
    found: LanesMade = pickle.loads(content)
    return found
