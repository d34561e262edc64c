"""A long comparison bit by bit: the words of what is in view first, the rest behind the reader's back.

    paired     every row in its place, no words compared
    stages     some more rows compared, beginning where the reader is
    finished   what compare() returns

A short comparison has one stage, the finished one.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from diffing.comparison import Progress, finished, pair_up, with_words
from diffing.model import Article, Comparison, Kind, Pair, Row

# So many rows, some milliseconds' worth, are compared at once.
_SHORT = 200
# Rows before and behind the one the reader is at that may be in view.
_BEFORE, _BEHIND = 40, 80
# A stage has to be shown, which takes a moment in a book, so each has twice as many new rows as the one before.
_FIRST_STAGE = 400


def compared(articles: Pair[Article], progress: Progress, row_in_view: Callable[[], int]) -> Iterator[Comparison]:
    """The stages of comparing two articles."""
    yield from stages(pair_up(articles, progress), row_in_view)


def stages(paired: Comparison, row_in_view: Callable[[], int]) -> Iterator[Comparison]:
    """The comparison with the words of more and more rows compared; the last one is finished.

    `row_in_view` says where the reader is; if that is elsewhere than before, a stage with the rows there comes next.
    """
    rows = list(paired.rows)
    if sum(row.kind is Kind.PAIRED for row in rows) <= _SHORT:
        yield finished(replace(paired, rows=tuple(map(with_words, rows))))
        return
    seen = -1
    ahead = 0
    length = _FIRST_STAGE
    new = 0
    while ahead < len(rows):
        if (place := row_in_view()) != seen:
            seen = place
            if _compare(rows, range(max(0, place - _BEFORE), min(len(rows), place + _BEHIND))):
                yield replace(paired, rows=tuple(rows))
                new = 0
        new += _compare(rows, range(ahead, ahead + 1))
        ahead += 1
        if new >= length:
            yield replace(paired, rows=tuple(rows))
            new, length = 0, 2 * length
    yield finished(replace(paired, rows=tuple(rows)))


def _compare(rows: list[Row], places: range) -> int:
    """Compare the words of these rows; of how many they were still to be compared."""
    new = [place for place in places if rows[place].kind is Kind.PAIRED]
    for place in new:
        rows[place] = with_words(rows[place])
    return len(new)
