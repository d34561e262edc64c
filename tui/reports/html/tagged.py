"""Text of an article as HTML: harmless, and with the tags of what happened to its words.

    killed 12 people     killed <mark data-c="1">12</mark> people        a word of the first change that matters
    in early trading     <del>in early trading</del>                     only on the left

A character that could control or deceive, also in a browser, is shown as in the terminal. Everything is escaped.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from markupsafe import Markup, escape

from diffing.model import Article

from ...present.cells import Cell, Role
from ...text.sanitize import visible
from ...text.wrapping import Stretch

# The tag of words, and its class if the tag alone does not say it.
_TAGS = {
    Role.ADDED: ("ins", ""),
    Role.OMITTED: ("del", ""),
    Role.REWORDED: ("span", "w"),
    Role.REWORDED_AWAY: ("span", "w"),
    Role.MOVED: ("i", "m"),
    Role.MOVED_AWAY: ("i", "m"),
    Role.TYPOGRAPHIC: ("span", "t"),
}


class Marked(NamedTuple):
    """Words of a change that matters: a stretch of a text, and the number of the change from 1."""

    start: int
    end: int
    change: int


def words(text: str) -> Markup:
    """Return words of an article, harmless and escaped."""
    return escape(visible(text))


def paragraphs(cell: Cell, article: Article, indices: Sequence[int], marked: Sequence[Marked]) -> Iterator[Markup]:
    """Yield the content of each paragraph of a side of a row, with its words tagged.

    `marked` are rising and do not overlap. A line that its author set apart begins a line.
    """
    start = 0
    for index in indices:
        paragraph = article.paragraphs[index]
        end = start + len(paragraph.text)
        breaks = tuple(start + offset for offset in paragraph.breaks)
        yield Markup("").join(_tagged(cell, (start, end), breaks, marked))
        start = end + 1


def _tagged(cell: Cell, stretch: Stretch, breaks: Sequence[int], marked: Sequence[Marked]) -> Iterator[Markup]:
    """Yield a stretch of a text in pieces: outside or inside of a mark, and of one role each."""
    for (start, end), change in _outside_and_inside(stretch, marked):
        inner = Markup("").join(_by_role(cell, (start, end), breaks))
        yield Markup('<mark data-c="{}">{}</mark>').format(change, inner) if change else inner


def _outside_and_inside(stretch: Stretch, marked: Sequence[Marked]) -> Iterator[tuple[Stretch, int]]:
    """Yield the parts of a stretch with the number of the change that marks each, 0 for none."""
    at, end = stretch
    for mark in marked[bisect_right(marked, at, key=lambda mark: mark.end) :]:
        if mark.start >= end:
            break
        first, last = max(at, mark.start), min(end, mark.end)
        if at < first:
            yield (at, first), 0
        if first < last:
            yield (first, last), mark.change
        at = max(at, last)
    if at < end:
        yield (at, end), 0


def _by_role(cell: Cell, stretch: Stretch, breaks: Sequence[int]) -> Iterator[Markup]:
    for start, end, role in cell.runs(stretch):
        lines = [offset for offset in breaks if start < offset < end]
        parts = [words(cell.text[first:last]) for first, last in pairwise((start, *lines, end))]
        inner = Markup("<br>").join(parts)
        if start in breaks:
            inner = Markup("<br>") + inner
        tag, name = _TAGS.get(role, ("", ""))
        if not tag:
            yield inner
        elif name:
            yield Markup("<{0} class={1}>{2}</{0}>").format(Markup(tag), Markup(name), inner)
        else:
            yield Markup("<{0}>{1}</{0}>").format(Markup(tag), inner)


def without_overlaps(found: Iterable[Marked]) -> list[Marked]:
    """Return marks in rising order; of two that overlap, the longer part stays with the first."""
    kept: list[Marked] = []
    for mark in sorted(found):
        start = max(mark.start, kept[-1].end) if kept else mark.start
        if start < mark.end:
            kept.append(mark._replace(start=start))
    return kept
