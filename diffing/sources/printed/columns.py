"""Columns of a page whose file has them line by line, across the page.

    The repair of the      Nora Lind, the             ->   The repair of the dam would take long.
    dam would take long.   mayor, was there.               Nora Lind, the mayor, was there.

Most files have one column after the other. In a table the cells are short; in columns of prose most lines are full.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from statistics import median

from diffing.sources.printed.lines import Line

# Lines across the page that make columns, words in each half of them, and sizes of letters by which most lines of the
# left half may be shorter than the longest.
_LEAST_LINES = 5
_LEAST_WORDS = 3
_FULL = 4.0
_MOST_LEADING = 3.0
# Columns beside each other that are looked for.
_MOST_COLUMNS = 6


@dataclass
class _Run:
    """Lines below each other with a gutter at one place: between `low` and `high`."""

    lines: list[Line] = field(default_factory=list)
    left: list[Line] = field(default_factory=list)
    right: list[Line] = field(default_factory=list)
    pairs: list[tuple[Line, Line]] = field(default_factory=list)
    low: float = -math.inf
    high: float = math.inf

    def takes(self, line: Line) -> bool:
        """Take a line that goes on below the last one and leaves the gutter free; return whether it was taken."""
        if self.lines and not _goes_on(self.lines[-1], line):
            return False
        left, right = _halves(line)
        if right is None:
            if self.low > -math.inf and line.start >= self.low:
                self.right.append(line)
            elif line.end <= self.high:
                self.left.append(line)
                self.low = max(self.low, line.end)
            else:
                return False
        elif max(self.low, left.end) >= min(self.high, right.start):
            return False
        else:
            self.low, self.high = max(self.low, left.end), min(self.high, right.start)
            self.left.append(left)
            self.right.append(right)
            self.pairs.append((left, right))
        self.lines.append(line)
        return True

    def ordered(self) -> list[Line]:
        """Return the lines, those of columns one column after the other."""
        return [*self.left, *self.right] if self._is_prose() else self.lines

    def _is_prose(self) -> bool:
        if len(self.pairs) < _LEAST_LINES:
            return False
        if any(median(len(pair[side].words) for pair in self.pairs) < _LEAST_WORDS for side in (0, 1)):
            return False
        end = max(left.end for left, _ in self.pairs)
        return 2 * sum(left.end >= end - _FULL * left.size for left, _ in self.pairs) > len(self.pairs)


def in_columns(lines: Sequence[Line]) -> list[Line]:
    """Return lines in their order, but those of columns that go across the page column by column."""
    ordered = list(lines)
    for _ in range(_MOST_COLUMNS):
        found = [line for run in _runs(ordered) for line in run.ordered()]
        if len(found) == len(ordered):
            break
        ordered = found
    return ordered


def _runs(lines: Sequence[Line]) -> list[_Run]:
    runs: list[_Run] = []
    for line in lines:
        if not runs or not runs[-1].takes(line):
            runs.append(_Run())
            runs[-1].takes(line)
    return runs


def _goes_on(before: Line, line: Line) -> bool:
    return before.page == line.page and 0 < before.across - line.across < _MOST_LEADING * max(before.size, line.size)


def _halves(line: Line) -> tuple[Line, Line | None]:
    """Return a line up to its first gap between cells, and what is behind it."""
    at = line.first_gap
    if not at:
        return line, None
    first = line.words[at]._replace(gap=0.0)
    return replace(line, words=line.words[:at]), replace(line, words=(first, *line.words[at + 1 :]))
