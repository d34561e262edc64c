"""A story in many versions on the screen: the two in view, the steps made so far, and what follows from them.

    versions   1 ── 2 ━━ 3 ── 4        2 and 3 are in view; the step from 3 to 4 is still being made
    followed   ¶4 of version 2         ¶5 of version 3, by the rows of the steps between them

It is a part of the state, changed only by the reducer.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import NamedTuple

from diffing.history.model import EntryAt, History, Step, Version
from diffing.model import Comparison, Row

from ..present.tally import tally
from .outline import same_rows


class Ends(NamedTuple):
    """Two versions that are compared, the older one first; versions are counted from 0."""

    left: int
    right: int

    def __str__(self) -> str:
        """Return the two numbers as a reader counts them."""
        return f"{self.left + 1} → {self.right + 1}"


class Pane(Enum):
    """Panes that stand in the place of the articles, or the articles themselves."""

    ARTICLES = "articles"
    LANES = "lanes"
    WORDINGS = "wordings"


# Compared by identity, as the state of which it is a part.
@dataclass(frozen=True, eq=False, slots=True)
class Story:
    """A story in many versions.

    name        what it is called: the file, or the folder
    shown       the versions in view
    wanted      the versions that are to come into view once their step is made; None for none
    steps       the steps made so far, and `weights` the number of changes that matter of each
    history     everything, once all steps from a version to the next are made
    failure     why there will be no more steps, empty while there may be
    pane        what stands in the place of the articles
    lane        number of the current lane, and `event` of its current change
    going_to    the entry to go to once the versions wanted are in view
    top         first line of the wordings that is shown
    """

    name: str
    versions: tuple[Version, ...]
    shown: Ends
    wanted: Ends | None = None
    steps: Mapping[Ends, Step] = field(default_factory=dict)
    weights: Mapping[Ends, int] = field(default_factory=dict)
    history: History | None = None
    failure: str = ""
    pane: Pane = Pane.ARTICLES
    lane: int = 0
    event: int = 0
    going_to: EntryAt | None = None
    top: int = 0

    @property
    def last(self) -> int:
        """The newest version."""
        return len(self.versions) - 1

    @property
    def ends(self) -> Ends:
        """The versions that the reader asked for last."""
        return self.wanted or self.shown

    @property
    def made(self) -> int:
        """Number of steps from a version to the next that are made."""
        return sum(Ends(at, at + 1) in self.steps for at in range(self.last))

    def with_step(self, ends: Ends, step: Step) -> "Story":
        """Return the story with one more step."""
        weight = tally(step.ledger, step.comparison).matter
        return replace(self, steps={**self.steps, ends: step}, weights={**self.weights, ends: weight})


class Compared(NamedTuple):
    """Two versions of a story and their comparison."""

    ends: Ends
    comparison: Comparison


def rows_followed(rows: Sequence[int], steps: Mapping[Ends, Step], before: Compared, now: Compared) -> list[int]:
    """Return the rows of a comparison that have the paragraphs of rows of another; where none has, one as far down.

    `steps` are those by which paragraphs can be followed.
    """
    others = same_rows(rows, before.comparison, now.comparison)
    old = before.comparison.rows
    found = [_row(steps, old[row], before.ends, now) if row < len(old) else None for row in rows]
    return [other if place is None else place for place, other in zip(found, others, strict=True)]


def _row(steps: Mapping[Ends, Step], row: Row, before: Ends, now: Compared) -> int | None:
    """Return the row with the paragraphs of a row, followed on the shortest way; None where they are not there."""
    ways = sorted(
        (abs(version - target), at, paragraphs, version, target)
        for version, paragraphs in ((before.right, row.right), (before.left, row.left))
        if paragraphs
        for at, target in enumerate(reversed(now.ends))
    )
    for _, at, paragraphs, version, target in ways:
        there = set(followed(steps, paragraphs, version, target))
        for place, other in enumerate(now.comparison.rows):
            if there.intersection(other.left if at else other.right):
                return place
    return None


def followed(steps: Mapping[Ends, Step], paragraphs: Sequence[int], version: int, target: int) -> tuple[int, ...]:
    """Return the paragraphs of a version that paragraphs of another one have become, or were; () where that ends."""
    here = tuple(paragraphs)
    while here and version != target:
        is_on = target > version
        step = steps.get(Ends(version, version + 1) if is_on else Ends(version - 1, version))
        version += 1 if is_on else -1
        here = tuple(sorted(set(_beyond(step, here, is_on=is_on)))) if step is not None else ()
    return here


def _beyond(step: Step, paragraphs: Sequence[int], *, is_on: bool) -> Iterator[int]:
    """Yield the paragraphs on the other side of a step."""
    for row in step.comparison.rows:
        own, others = (row.left, row.right) if is_on else (row.right, row.left)
        if not set(own).isdisjoint(paragraphs):
            yield from others
