"""The messages about a story in many versions, from the process that makes its steps to the screen.

STEP      the ends of two versions, whether links were bounded, the rows, the ledger
LANES     what follows from all steps: paragraph lines, lanes, disagreements
FAILED    why there is nothing more, and whether newsdiff is to blame
"""

import pickle
from collections.abc import Sequence
from typing import NamedTuple

from diffing.history.model import Disagreement, History, Lane, ParagraphLine, Step, Version
from diffing.model import Comparison, Pair

from .protocol import Packed, ledger_of, packed_ledger, packed_row, row_of

STEP, LANES = "step", "lanes"


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


def packed_step(made: StepMade) -> Packed:
    """Return a step as plain tuples, without the texts of its versions."""
    comparison = made.step.comparison
    rows = tuple(map(packed_row, comparison.rows))
    return STEP, made.left, made.right, comparison.bounded, rows, packed_ledger(made.step.ledger)


def step_of(packed: Packed, versions: Sequence[Version]) -> StepMade:
    """Return the step of these versions that was packed, without its name."""
    left, right, bounded, rows, ledger = packed
    articles = Pair(versions[left].article, versions[right].article)
    comparison = Comparison(articles.left, articles.right, tuple(row_of(row, articles) for row in rows), bounded)
    return StepMade(left, right, Step(comparison, ledger_of(ledger)))


def packed_lanes(history: History) -> Packed:
    """Return what follows from the steps of a history: few values of many types, for which pickle is fast enough."""
    return LANES, pickle.dumps(LanesMade(history.lines, history.lanes, history.disagreements))


def lanes_of(packed: Packed) -> LanesMade:
    """Return the lanes that were packed, without their name."""
    (content,) = packed
    found: LanesMade = pickle.loads(content)
    return found
