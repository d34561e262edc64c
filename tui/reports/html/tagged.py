"""Text of an article as HTML: harmless, and with the tags of what happened to its words.

    [A tram braked.]     <span class=s tabindex=-1 data-s=1>A tram braked.</span>     sentence 1 of a translation
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
from ...text.direction import is_right_to_left
from ...text.sanitize import visible
from ...text.wrapping import Stretch

# The tags around words of a role.
_TAGS = {
    Role.ADDED: ("<ins>", "</ins>"),
    Role.OMITTED: ("<del>", "</del>"),
    Role.REWORDED: ("<span class=w>", "</span>"),
    Role.REWORDED_AWAY: ("<span class=w>", "</span>"),
    Role.MOVED: ("<i class=m>", "</i>"),
    Role.MOVED_AWAY: ("<i class=m>", "</i>"),
    Role.TYPOGRAPHIC: ("<span class=t>", "</span>"),
}


class Marked(NamedTuple):
    """Words of a change that matters: a stretch of a text, and the number of the change from 1."""

    start: int
    end: int
    change: int


class Sentence(NamedTuple):
    """A sentence of a translation: a stretch of a text, and the number that it shares with its counterpart."""

    start: int
    end: int
    number: int


def words(text: str) -> Markup:
    """Return words of an article, harmless and escaped."""
    return escape(visible(text))


def written_in(text: str, language: str) -> Markup:
    """Return the attributes of an element with this text: its language, '' for not known, and its direction."""
    spoken = Markup(' lang="{}"').format(language) if language else Markup()
    return spoken + Markup(" dir=rtl" if is_right_to_left(text, language) else "")


def isolated(text: str) -> Markup:
    """Return the same as words whose direction does not change the order of what stands beside them."""
    return Markup("<bdi>{}</bdi>").format(words(text))


def paragraphs(
    cell: Cell,
    article: Article,
    indices: Sequence[int],
    marked: Sequence[Marked],
    sentences: Sequence[Sentence] = (),
) -> Iterator[Markup]:
    """Yield the content of each paragraph of a side of a row, with its words tagged.

    `marked` are rising and do not overlap, and so are the sentences of a translation. A line that its author set apart
    begins a line.
    """
    start = 0
    for index in indices:
        paragraph = article.paragraphs[index]
        end = start + len(paragraph.text)
        breaks = tuple(start + offset for offset in paragraph.breaks)
        # Put together without markupsafe's own formatting, which takes half of the time of a page: all parts are safe.
        yield Markup("".join(_by_sentence(cell, (start, end), breaks, marked, sentences)))
        start = end + 1


def _by_sentence(
    cell: Cell, stretch: Stretch, breaks: Sequence[int], marked: Sequence[Marked], sentences: Sequence[Sentence]
) -> Iterator[str]:
    """Yield a stretch of a text with each sentence of it in a tag that has its number."""
    at, end = stretch
    for sentence in sentences:
        first, last = max(at, sentence.start), min(end, sentence.end)
        if first < last:
            yield from _tagged(cell, (at, first), breaks, marked)
            yield f"<span class=s tabindex=-1 data-s={sentence.number}>"
            yield from _tagged(cell, (first, last), breaks, marked)
            yield "</span>"
            at = last
    yield from _tagged(cell, (at, end), breaks, marked)


def _tagged(cell: Cell, stretch: Stretch, breaks: Sequence[int], marked: Sequence[Marked]) -> Iterator[str]:
    """Yield a stretch of a text as HTML in pieces: outside or inside of a mark, and of one role each."""
    for (start, end), change in _outside_and_inside(stretch, marked):
        if change:
            yield f'<mark data-c="{change}">'
        yield from _by_role(cell, (start, end), breaks)
        if change:
            yield "</mark>"


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


def _by_role(cell: Cell, stretch: Stretch, breaks: Sequence[int]) -> Iterator[str]:
    for start, end, role in cell.runs(stretch):
        lines = [offset for offset in breaks if start < offset < end]
        inner = "<br>".join(words(cell.text[first:last]) for first, last in pairwise((start, *lines, end)))
        opening, closing = _TAGS.get(role, ("", ""))
        yield f"{'<br>' if start in breaks else ''}{opening}{inner}{closing}"


def without_overlaps(found: Iterable[Marked]) -> list[Marked]:
    """Return marks in rising order; of two that overlap, the longer part stays with the first."""
    kept: list[Marked] = []
    for mark in sorted(found):
        start = max(mark.start, kept[-1].end) if kept else mark.start
        if start < mark.end:
            kept.append(mark._replace(start=start))
    return kept
