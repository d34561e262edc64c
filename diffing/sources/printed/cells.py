"""Cells of narrow tables: words below each other, of which one stands behind a gap.

    Dead     12         Dead | 12
    Missing 4           Missing | 4: no wider than a space, but below the 12

A browser makes a column as wide as its widest cell, behind which there is hardly a gap.
"""

from collections.abc import Sequence
from dataclasses import replace

from diffing.sources.printed.lines import CELL_GAP, Line

# Gap of at least one row, in sizes of letters: a space is a third, in justified lines seldom one.
_GAP = 1.1
_LEAST_ROWS = 3
# Words of a row, at most: lines of prose have more.
_MOST_WORDS = 10
# Words of a line with the heads of columns, which stand elsewhere than the cells, at most.
_HEADS = 3
# Points by which words of a column are apart; sizes of letters between two rows, and by which that distance varies.
_APART = 0.1
_LEADING = 2.5
_VARIES = 0.1


def with_cells(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of a page, those that are rows of a narrow table with a wide gap between their cells."""
    found = list(lines)
    behind = 0  # the first line behind the last table
    for at, line in enumerate(lines):
        place = _wide(line) if at >= behind else None
        if place is None:
            continue
        start = line.words[place].start
        first, last = at, at
        around = (*(lines[at - 1 : at] if at else ()), *lines[at + 1 : at + 2])
        step = min((abs(line.across - other.across) for other in around), default=0.0)
        while first > behind and _goes_on(lines[first - 1], lines[first], start, step):
            first -= 1
        while last + 1 < len(lines) and _goes_on(lines[last + 1], lines[last], start, step):
            last += 1
        behind = last + 1
        above = first > 0 and _is_prose(lines[first - 1], lines[first], step)
        below = last + 1 < len(lines) and _is_prose(lines[last + 1], lines[last], step)
        if last - first + 1 >= _LEAST_ROWS and not above and not below:
            found[first : last + 1] = [_parted(row, start) for row in found[first : last + 1]]
    return found


def _wide(line: Line) -> int | None:
    """Return the index of the one word of a line that stands behind a gap; None for no or several."""
    wide = [at for at, word in enumerate(line.words) if at and word.gap > _GAP * line.size]
    return wide[0] if len(wide) == 1 else None


def _below(line: Line, start: float) -> int:
    """Return the index of a word that begins at a place of the line, behind another word; 0 for none."""
    return next((at for at, word in enumerate(line.words) if at and abs(word.start - start) < _APART), 0)


def _is_next(row: Line, beside: Line, step: float) -> bool:
    """Return whether a line is a step from the line beside it."""
    apart = abs(row.across - beside.across)
    return 0 < apart < _LEADING * beside.size and abs(apart - step) < _VARIES * beside.size


def _goes_on(row: Line, beside: Line, start: float, step: float) -> bool:
    """Return whether a line is a row of the table of the line beside it, whose rows are a step from each other."""
    return _is_next(row, beside, step) and len(row.words) <= _MOST_WORDS and _below(row, start) > 0


def _is_prose(line: Line, row: Line, step: float) -> bool:
    """Return whether a line goes on with what seemed to be a row: both stand in a narrow column."""
    return _is_next(line, row, step) and len(line.words) > _HEADS


def _parted(row: Line, start: float) -> Line:
    """Return a row with a gap as between cells before the word that begins at a place."""
    at = _below(row, start)
    word = row.words[at]._replace(gap=max(row.words[at].gap, 1.1 * CELL_GAP * row.size))
    return replace(row, words=(*row.words[:at], word, *row.words[at + 1 :]))
