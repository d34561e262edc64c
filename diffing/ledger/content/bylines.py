"""Find bylines that name other writers.

left   By Ole Rand                right   By Ole Rand and Tove Lind      changed
left   By Ole Rand in Dalby       right   Words: Ole Rand                nothing: the same writer
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from diffing.ledger.content.stems import whole_of
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import Side
from diffing.model import Pair, Row
from diffing.page.line_forms import LONGEST_LINE
from diffing.page.lines import PageLine
from diffing.page.story import Story
from diffing.patterns import lazy_pattern

_WORD = lazy_pattern(r"[\w'’-]+")


def are_bylines(row: Row, lines: Pair[list[PageLine]], story: Story) -> bool:
    """Return whether a row links two bylines: one by its form, and the other then as short: 'Courier staff'."""
    if len(row.left) != 1 or len(row.right) != 1:
        return False
    linked = _linked(row, lines)
    is_short = not any(line.is_statement or line.length > LONGEST_LINE for line in linked)
    return is_short and any(map(story.is_byline, linked))


def byline_entries(both: Pair[Side], rows: Sequence[Row], lines: Pair[list[PageLine]]) -> Iterator[Entry]:
    """Yield the entries of rows of bylines of which one has a name that the other one lacks.

    A byline that only one page has says nothing of the text: pages of two newsrooms always differ by it.
    """
    for row in rows:
        if _names_another(_linked(row, lines)):
            left, right = (whole_of(side.own, at) for side, (at,) in zip(both, (row.left, row.right), strict=True))
            yield Entry(Subject.SOURCE, Change.CHANGED, (left,), (right,), Location.BYLINES)


def _linked(row: Row, lines: Pair[list[PageLine]]) -> Pair[PageLine]:
    """Return the line of each side of a row that has one on each."""
    return Pair(lines.left[row.left[0]], lines.right[row.right[0]])


def _names_another(linked: Pair[PageLine]) -> bool:
    """Return whether one of two bylines has a name that the other one lacks: neighbouring words with capitals."""
    # Behind a bar stands the paper: Ole Rand | Dalby Courier.
    words = [_WORD.findall(line.text.partition("|")[0]) for line in linked]
    return any(
        first[:1].isupper()
        and second[:1].isupper()
        and {first.casefold(), second.casefold()}.isdisjoint(map(str.casefold, there))
        for here, there in (words, words[::-1])
        for first, second in pairwise(here)
    )
