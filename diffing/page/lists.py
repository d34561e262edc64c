"""Lists, tables and verse of a story, each line a paragraph: no words of the page, however short and strange they are.

She needs only four things:                 a line with a colon opens a list
two eggs                                    an item
Karlsund 41 / Lindvik 38 / Velk 35          lines with figures, one below the other: a table
Leave me the stove, / the kettle, / ...     short lines with commas at their ends: verse
"""

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from itertools import groupby

from diffing.page.line_forms import LONGEST_LINE, has_figure
from diffing.page.lines import PageLine
from diffing.patterns import lazy_pattern

# Lines of a table or of a poem, at least.
_LEAST_RUN = 3
# Of so many lines of a verse one ends with a comma, a semicolon or a full stop, at least.
_VERSE = 3
# Words of a line with a colon that opens a list, if only one side has it, at least: 'More news:' opens none.
_LEAST_INTRODUCTION = 5

_COLON = lazy_pattern(r"[:\uff1a]\s*$")
_VERSE_END = lazy_pattern(r"[,;.\u2014\u060c\u3001\uff0c\u3002][\"'\u2019\u201d\u00bb]?\s*$")


def listed(lines: Sequence[PageLine], linked: Set[int], is_of_page: Callable[[PageLine], bool]) -> frozenset[int]:
    """Return the paragraphs that are lines of a list, a table or a poem.

    `linked` are the paragraphs with a counterpart; `is_of_page` says whether a line says what pages say. Below such a
    line stands no list of the story: 'Most read'.
    """
    found: set[int] = set()
    for run in _runs(lines):
        above = run[0] - 1
        if above >= 0 and is_of_page(lines[above]):
            continue
        if above >= 0 and _COLON.search(lines[above].text):
            if above in linked or lines[above].length >= _LEAST_INTRODUCTION:
                found.update(run)
        elif len(run) >= _LEAST_RUN and not any(is_of_page(lines[index]) for index in run):
            ends = sum(bool(_VERSE_END.search(lines[index].text)) for index in run)
            if ends * _VERSE >= len(run) or all(_is_row(lines[index]) for index in run):
                found.update(run)
    return frozenset(found)


def runs(indices: Iterable[int]) -> Iterator[list[int]]:
    """Yield the series of indices that follow each other, of ascending ones."""
    for _, run in groupby(enumerate(indices), key=lambda pair: pair[1] - pair[0]):
        yield [index for _, index in run]


def _runs(lines: Sequence[PageLine]) -> Iterator[list[int]]:
    """Yield the series of short paragraphs: with figures, and without."""
    for is_short, run in groupby(range(len(lines)), key=lambda index: lines[index].length <= LONGEST_LINE):
        if is_short:
            whole = list(run)
            yield whole
            for _, part in groupby(whole, key=lambda index: _is_row(lines[index])):
                rows = list(part)
                if rows != whole and _is_row(lines[rows[0]]):
                    yield rows


def _is_row(line: PageLine) -> bool:
    """Return whether a line may be the row of a table: it has a figure and is no date."""
    return has_figure(line.text) and not line.is_date_line
