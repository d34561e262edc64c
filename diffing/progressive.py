"""Two articles compared in stages: the words in view first, the other rows while the reader goes on reading.

    pair_up    every row in its place, all rows whose texts differ pending
    stages     more rows compared in each, beginning where the reader is
    the last   no row pending: what compare() returns

A short comparison has one stage, the finished one.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import replace
from typing import Protocol

from diffing.comparison import finished, pair_up, with_words
from diffing.model import Article, Pair, Row
from diffing.pins import NO_PINS, Pins
from diffing.rules.rule import NO_RULES, Rules
from diffing.sharing import ShareOut, alone
from diffing.stage import Progress, Stage
from diffing.text.reading import ReadArticle, read_articles

# Up to this number of pending rows, some milliseconds' worth, are compared at once.
_SHORT = 200
# Rows before and behind the one the reader is at that may be in view.
_BEFORE, _BEHIND = 40, 80
# The screen needs a moment to show a stage of a book, so each stage has twice as many new rows as the one before.
_FIRST_STAGE = 400


class Elsewhere(Protocol):
    """Rows whose words are compared elsewhere, while others are compared here."""

    @property
    def places(self) -> Set[int]:
        """The rows."""

    def rows(self) -> Mapping[int, Row] | None:
        """Return the compared rows by place, those that could not be had left out; None if there are none yet.

        It waits for a moment, if need be.
        """


ShareRows = Callable[[Stage, Pair[ReadArticle]], Elsewhere | None]
"""Function that has some pending rows of a stage compared elsewhere; None for none. See stages()."""


def all_here(paired: Stage, read: Pair[ReadArticle]) -> None:
    """Return None: no row is compared elsewhere."""


def compared(
    articles: Pair[Article],
    progress: Progress,
    row_in_view: Callable[[], int],
    read: Pair[ReadArticle] | None = None,
    pins: Pins = NO_PINS,
    rules: Rules = NO_RULES,
    share_out: ShareOut = alone,
    share_rows: ShareRows = all_here,
) -> Iterator[Stage]:
    """Yield the stages of comparing two articles; `read` are the articles as they are read, by default here.

    Changes that rules hide are hidden in the last stage. `share_out` does parts of pairing, see pair_up(), and
    `share_rows` has some rows compared elsewhere, see stages().
    """
    read = read or read_articles(articles)
    yield from stages(pair_up(articles, progress, read, pins, rules, share_out), row_in_view, read, rules, share_rows)


def stages(
    paired: Stage,
    row_in_view: Callable[[], int],
    read: Pair[ReadArticle] | None = None,
    rules: Rules = NO_RULES,
    share_rows: ShareRows = all_here,
) -> Iterator[Stage]:
    """Yield stages with the words of more and more rows compared; the last one is finished.

    `row_in_view` returns the row the reader is at. Where that row changes, a stage with the rows around it comes next.
    `share_rows` is asked before that, and may have rows compared elsewhere; they are in the last stage, if not in view.
    """
    read = read or read_articles(paired.comparison.articles)
    work = _Work(paired, read, rules)
    if len(work.pending) <= _SHORT:
        yield work.finish()
        return
    elsewhere = share_rows(paired, read)
    theirs: Set[int] = elsewhere.places if elsewhere else frozenset()
    seen = -1

    def is_new_in_view() -> bool:
        """Compare the rows around the reader, if that is at another row; return whether any were to be compared."""
        nonlocal seen
        if (place := row_in_view()) == seen:
            return False
        seen = place
        return work.compare(range(max(0, place - _BEFORE), min(len(work.rows), place + _BEHIND))) > 0

    length = _FIRST_STAGE
    new = 0
    for ahead in range(len(work.rows)):
        if is_new_in_view():
            yield work.stage()
            new = 0
        new += 0 if ahead in theirs else work.compare((ahead,))
        if new >= length:
            yield work.stage()
            new, length = 0, 2 * length
    while elsewhere and (rows := elsewhere.rows()) is None:
        if is_new_in_view():
            yield work.stage()
    if elsewhere and rows:
        work.take(rows)
    yield work.finish()


class _Work:
    """Rows of a comparison while their words are compared; `pending` are the rows still to be compared."""

    def __init__(self, paired: Stage, read: Pair[ReadArticle], rules: Rules) -> None:
        self._read = read
        self._rules = rules
        self._comparison = paired.comparison
        self.rows: list[Row] = list(paired.rows)
        self.pending = set(paired.pending)

    def compare(self, places: Iterable[int]) -> int:
        """Compare the words of the pending rows among `places`, and return how many rows these are."""
        new = [place for place in places if place in self.pending]
        for place in new:
            self.rows[place] = with_words(self.rows[place], self._read)
        self.pending.difference_update(new)
        return len(new)

    def take(self, rows: Mapping[int, Row]) -> None:
        """Take rows that were compared elsewhere, but for those that are compared here already."""
        for place in sorted(self.pending & rows.keys()):
            self.rows[place] = rows[place]
        self.pending.difference_update(rows)

    def stage(self) -> Stage:
        """Return the stage reached."""
        return Stage(replace(self._comparison, rows=tuple(self.rows)), frozenset(self.pending))

    def finish(self) -> Stage:
        """Compare every pending row, and return the finished stage."""
        self.compare(range(len(self.rows)))
        return Stage(finished(replace(self._comparison, rows=tuple(self.rows)), self._read, self._rules))
