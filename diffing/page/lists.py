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


class Listed:
    """The paragraphs that are lines of a list, a table or a poem: `3 in listed`. Only what is asked about is read."""

    def __init__(self, lines: Sequence[PageLine], linked: Set[int], is_of_page: Callable[[PageLine], bool]) -> None:
        """Look for lists among `lines`.

        `linked` are the paragraphs with a counterpart; `is_of_page` says whether a line says what pages say. Below such
        a line stands no list of the story: 'Most read'.
        """
        self._lines = lines
        self._linked = linked
        self._is_of_page = is_of_page
        self._known: dict[int, bool] = {}

    def __contains__(self, index: int) -> bool:
        if index not in self._known:
            run = self._run(index)
            found = {at for part in _parts(self._lines, run) if self._is_list(part) for at in part}
            self._known[index] = False  # a long paragraph is in no run
            self._known.update((at, at in found) for at in run)
        return self._known[index]

    def _run(self, index: int) -> range:
        """Return the series of short paragraphs that a paragraph is in; a long one is in none."""
        start = stop = index
        while start >= 0 and self._lines[start].length <= LONGEST_LINE:
            start -= 1
        while stop < len(self._lines) and self._lines[stop].length <= LONGEST_LINE:
            stop += 1
        return range(start + 1, stop)

    def _is_list(self, run: Sequence[int]) -> bool:
        """Return whether some lines that follow each other are a list, a table or a poem."""
        lines, above = self._lines, run[0] - 1
        if above >= 0 and self._is_of_page(lines[above]):
            return False
        if above >= 0 and _COLON.search(lines[above].text):
            return above in self._linked or lines[above].length >= _LEAST_INTRODUCTION
        if len(run) < _LEAST_RUN or any(self._is_of_page(lines[index]) for index in run):
            return False
        return self._is_verse(run) or all(_is_row(lines[index]) for index in run)

    def _is_verse(self, run: Sequence[int]) -> bool:
        """Return whether marks end some lines as in a poem; a story of short sentences that both sides have is none."""
        ends = sum(bool(_VERSE_END.search(self._lines[index].text)) for index in run)
        told = sum(index in self._linked and self._lines[index].is_statement for index in run)
        return ends * _VERSE >= len(run) and told * 2 <= len(run)


def runs(indices: Iterable[int]) -> Iterator[list[int]]:
    """Yield the series of indices that follow each other, of ascending ones."""
    for _, run in groupby(enumerate(indices), key=lambda pair: pair[1] - pair[0]):
        yield [index for _, index in run]


def _parts(lines: Sequence[PageLine], run: Sequence[int]) -> Iterator[Sequence[int]]:
    """Yield a series of short paragraphs, and the series of rows with figures in it."""
    if not run:
        return
    yield run
    for is_row, part in groupby(run, key=lambda index: _is_row(lines[index])):
        rows = list(part)
        if is_row and len(rows) < len(run):
            yield rows


def _is_row(line: PageLine) -> bool:
    """Return whether a line may be the row of a table: it has a figure and is no date."""
    return has_figure(line.text) and not line.is_date_line
