"""Matches of a search in a comparison: their places, their number, and which comes next.

    ¶ 1   Paris said ... in Paris   |   Paris said            matches 0, 1 | 2
    ¶ 2   nothing                   |   nothing
    ¶ 3   of Paris                  |   of Paris, ...         match   3    | 4

Matches are counted in reading order from 0. A book has millions of characters, so its rows are scanned a chunk at a
time while the reader goes on; of a row only the number of its matches is kept.
"""

import time
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from diffing.model import Comparison
from diffing.stage import Stage

from ..present.cells import pending_cells, redline_cell
from ..text.wrapping import Stretch
from .outline import rows_in
from .query import Search
from .settings import View

# What an expression may take: a while in all, and for each text longer by its length, but never so long that the screen
# seems dead. An ordinary expression takes less than a hundredth of it. Real time, so a busy machine may give up sooner:
# this bounds a search on the screen, and no result depends on it.
_PATIENCE_SECONDS = 0.1
_PATIENCE_SECONDS_PER_CHARACTER = 2e-6
_MOST_PATIENCE_SECONDS = 0.5
# A chunk has at least this many characters, which takes a millisecond: a short comparison is scanned at once.
_LEAST_CHUNK_CHARACTERS = 50_000
# Texts whose matches are kept for painting: some screens' worth.
_KEPT_TEXTS = 200


@dataclass(frozen=True)
class SearchOrder:
    """The rows of a comparison in the order of a view (never View.AUTOMATIC). Made once for all searches there.

    With `typography` the redline has what rules hide.
    """

    stage: Stage
    view: View
    typography: bool = False

    def is_like(self, other: "SearchOrder") -> bool:
        """Return whether another order is the same, without comparing articles."""
        return self.stage is other.stage and (self.view, self.typography) == (other.view, other.typography)

    @property
    def comparison(self) -> Comparison:
        """The comparison of the stage."""
        return self.stage.comparison

    @cached_property
    def rows(self) -> tuple[int, ...]:
        """The rows in the order of the view."""
        return rows_in(self.comparison, self.view)

    @cached_property
    def places(self) -> dict[int, int]:
        """Index of each row in the order."""
        return {row: place for place, row in enumerate(self.rows)}

    def texts(self, row: int) -> tuple[str, ...]:
        """Return the texts of a row's cells in the view."""
        shown = self.comparison.rows[row]
        match self.view:
            case View.LEFT:
                return (self.comparison.left.text(shown.left),)
            case View.RIGHT:
                return (self.comparison.right.text(shown.right),)
            case View.REDLINE:
                is_pending = row in self.stage.pending
                return ((pending_cells(shown).right if is_pending else redline_cell(shown, self.typography)).text,)
            case _:
                return self.sides(row)

    def sides(self, row: int) -> tuple[str, str]:
        """Return the texts of both sides of a row, whatever the view."""
        shown = self.comparison.rows[row]
        return self.comparison.left.text(shown.left), self.comparison.right.text(shown.right)


@dataclass(frozen=True, slots=True)
class Match:
    """Place of a match: the row, the row's cell in the view (0 or 1), and the stretch of its text.

    In a redline a phrase can be parted by its own changes; then its row stands for it, with an empty stretch.
    """

    row: int
    cell: int
    stretch: Stretch


@dataclass(frozen=True, slots=True)
class MatchStep:
    """The match that a step leads to, and whether it went over the end or the beginning to get there."""

    number: int
    is_around: bool


class Finding:
    """The matches of a search in the rows of a comparison."""

    def __init__(self, order: SearchOrder, search: Search, clock: Callable[[], float] = time.monotonic) -> None:
        self.order = order
        self._search = search
        self._clock = clock
        # For each place scanned, and the one after, the number of matches before it.
        self._before = [0]
        self._rows_with_matches = 0
        self._patience = _PATIENCE_SECONDS
        self._is_too_slow = False
        self.stretches = lru_cache(maxsize=_KEPT_TEXTS)(self._stretches)

    @property
    def fault(self) -> str:
        """Reason why there can be no match; empty if there can."""
        return "expression too slow" if self._is_too_slow else self._search.fault

    @property
    def is_done(self) -> bool:
        """True if all rows are scanned, or the search has failed."""
        return bool(self.fault) or self._scanned == len(self.order.rows)

    @property
    def total(self) -> int:
        """Number of matches in the rows scanned."""
        return self._before[-1]

    @property
    def _scanned(self) -> int:
        return len(self._before) - 1

    def scan(self, seconds: float) -> None:
        """Scan on, for about `seconds`."""
        until = self._clock() + seconds
        scanned = 0
        while not self.is_done and (scanned < _LEAST_CHUNK_CHARACTERS or self._clock() < until):
            row = self.order.rows[self._scanned]
            scanned += sum(map(len, self.order.texts(row))) + 1
            count = self._count(row)
            self._before.append(self.total + count)
            self._rows_with_matches += bool(count)

    def step(self, by: int, row: int, at: int | None = None) -> MatchStep | None:
        """Return the next or previous match from match `at`, or else from the beginning of a row, or behind all rows.

        None where there is none, or while the rows that decide it are not scanned yet.
        """
        if self.fault:
            return None
        if at is not None:
            wanted = at + by
        elif (place := self.order.places.get(row, len(self.order.rows))) < self._scanned or self.is_done:
            wanted = self._before[min(place, self._scanned)] - (by < 0)
        else:
            return None
        if 0 <= wanted < self.total:
            return MatchStep(wanted, False)
        if not self.is_done or not self.total:
            return None
        return MatchStep(0 if by > 0 else self.total - 1, True)

    def match(self, number: int) -> Match | None:
        """Return the match of a number below `total`; None if the search has taken too long at this moment."""
        place = bisect_right(self._before, number) - 1
        row = self.order.rows[place]
        found = [
            Match(row, cell, stretch)
            for cell, text in enumerate(self.order.texts(row))
            for stretch in self.stretches(text)
        ]
        if self.fault:
            return None
        return found[number - self._before[place]] if found else Match(row, 0, (0, 0))

    def summary(self) -> str:
        """Return the number of matches, in words."""
        if self.is_done and (self.fault or not self.total):
            return self.fault or "no match"
        if not self.is_done:
            return f"{self.total}+ matches" if self.total else "searching …"
        rows = self._rows_with_matches
        return f"{self.total} match{'' if self.total == 1 else 'es'} in {rows} row{'' if rows == 1 else 's'}"

    def position(self, step: MatchStep, by: int) -> str:
        """Return which of the matches a step led to, in words."""
        around = f", from the {'top' if by > 0 else 'end'} again" if step.is_around else ""
        return f"match {step.number + 1} of {self.total}{'' if self.is_done else '+'}{around}"

    def _count(self, row: int) -> int:
        count = sum(len(self._stretches(text)) for text in self.order.texts(row))
        return count or int(self._is_parted(row))

    def _is_parted(self, row: int) -> bool:
        """Return whether a side of a row has a match, though its redline has none."""
        return self.order.view is View.REDLINE and any(self._stretches(text) for text in self.order.sides(row))

    def _stretches(self, text: str) -> list[Stretch]:
        """Return the matches in a text; none once the search has taken too long."""
        if self.fault or not text:
            return []
        allowed = self._patience + len(text) * _PATIENCE_SECONDS_PER_CHARACTER
        before = self._clock()
        try:
            return self._search.stretches(text, min(allowed, _MOST_PATIENCE_SECONDS))
        except TimeoutError:
            self._is_too_slow = True
            return []
        finally:
            self._patience = max(0.0, min(_PATIENCE_SECONDS, allowed - (self._clock() - before)))
