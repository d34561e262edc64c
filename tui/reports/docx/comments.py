"""Comments of a Word document: a change that matters, at its words.

14   comment 0   number changed: 12 → 14 people
                 counted: people; in the same place

The words of the right article have the comment, or those of the left one if the change is gone from the right. A
paragraph that hides characters has a comment too: they stay in the text, and Word does not show them.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from diffing.ledger.core.model import Entry, Ledger
from diffing.model import Article, Comparison, Hidden, Place
from diffing.review.reviewed import NOTHING_SAID, EntryReview, Reviewed

from ...present.cells import between
from ...present.change_words import change_words
from ...present.concealed import named
from ...present.entry_remarks import remarks
from ...present.entry_text import title
from ...present.groups import group_of
from ...present.labels import numbers
from ...present.reviews import marks_in_words, note_lines, said_by_entry
from ...text.sanitize import Visible, visible
from .tokens import CommentMark, Spot, Text, Token


class Comment(NamedTuple):
    """A comment: its lines, and the words that have it; `on_left` says in which article they are."""

    lines: tuple[Visible, ...]
    place: Place
    on_left: bool


def comments(comparison: Comparison, ledger: Ledger | None, review: Reviewed | None = None) -> list[Comment]:
    """Return a comment for each change that matters, in the order of the ledger, and for what each row hides.

    The reader's marks and notes stand in the comment of their change; those on a row, and what is marked wrong, have
    comments of their own.
    """
    return [
        *_of_changes(comparison, ledger, review),
        *_of_hidden(comparison),
        *(_of_rows(comparison, review) if review is not None else ()),
    ]


def _of_rows(comparison: Comparison, review: Reviewed) -> Iterator[Comment]:
    """Yield the reader's notes on rows, and the changes that are marked wrong."""
    for at, note in review.rows.items():
        row = comparison.rows[at]
        article, paragraph = (comparison.right, row.right[0]) if row.right else (comparison.left, row.left[0])
        whole = Place(paragraph, 0, len(article.paragraphs[paragraph].text))
        yield Comment(tuple(map(visible, note_lines(note))), whole, not row.right)
    for entry, said in review.wrong:
        lines = (_change(entry, comparison), *_said(said))
        yield Comment(lines, (entry.right or entry.left)[0], not entry.right)


def _said(said: EntryReview) -> Iterator[Visible]:
    """Yield the marks of an entry and its note."""
    if said.marks:
        yield visible(marks_in_words(said))
    if said.note:
        yield from map(visible, note_lines(said.note))


def _of_changes(comparison: Comparison, ledger: Ledger | None, review: Reviewed | None) -> Iterator[Comment]:
    if ledger is None:
        return
    reviewed = said_by_entry(review)
    for entry in ledger.entries:
        said = reviewed.get(id(entry), NOTHING_SAID)
        if group_of(entry).matters or said != NOTHING_SAID:
            lines = (*_lines(entry, comparison, ledger), *_said(said))
            yield Comment(lines, (entry.right or entry.left)[0], not entry.right)


def _of_hidden(comparison: Comparison) -> Iterator[Comment]:
    """Yield what the rows hide, on the right; what the left hides too has no comment of its own."""
    for row in comparison.rows:
        if row.hidden.right:
            yield _hidden(comparison.right, row.right[0], row.hidden.right, on_left=False)
        if row.hidden.left and row.hidden.left != row.hidden.right:
            yield _hidden(comparison.left, row.left[0], row.hidden.left, on_left=True)


def _hidden(article: Article, paragraph: int, hidden: Sequence[Hidden], on_left: bool) -> Comment:
    whole = Place(paragraph, 0, len(article.paragraphs[paragraph].text))
    return Comment((visible(f"hidden: {named(hidden)}"),), whole, on_left)


def _lines(entry: Entry, comparison: Comparison, ledger: Ledger) -> Iterator[Visible]:
    yield _change(entry, comparison)
    yield visible(remarks(entry, comparison, ledger))
    paragraphs = [
        f"{name} ¶{numbers(sorted({place.paragraph for place in places}))}"
        for name, places in zip(("left", "right"), entry.places, strict=True)
        if places
    ]
    yield visible(", ".join(paragraphs))
    for child in entry.children:
        yield _change(child, comparison)


def _change(entry: Entry, comparison: Comparison) -> Visible:
    """Return what was and what is: 'number changed: 12 → 14 people'."""
    words = change_words(entry, comparison).shortened(_LONGEST)
    shown = between(comparison).join(filter(None, (words.old, words.new)))
    return visible(" ".join(filter(None, (f"{title(entry, comparison)}: {shown}", words.about))))


# Characters of a text in a comment: the text itself stands beside it.
_LONGEST = 200


class _Cut(NamedTuple):
    """A mark of a comment at an offset of a paragraph; ends sort before beginnings."""

    offset: int
    begins: bool
    comment: int


def with_comments(tokens: Iterable[Token], found: Sequence[Comment]) -> Iterator[Token]:
    """Yield the tokens, words cut where a comment begins or ends."""
    cuts: defaultdict[tuple[bool, int], list[_Cut]] = defaultdict(list)
    for at, comment in enumerate(found):
        place = comment.place
        cuts[comment.on_left, place.paragraph] += (_Cut(place.start, True, at), _Cut(place.end, False, at))
    for own in cuts.values():
        own.sort()
    for token in tokens:
        if isinstance(token, Text) and cuts:
            yield from _cut(token, _inside(token, cuts))
        else:
            yield token


def _inside(token: Text, cuts: "defaultdict[tuple[bool, int], list[_Cut]]") -> list[_Cut]:
    """Return the marks in a text, with offsets in it, in rising order."""
    found: list[_Cut] = []
    for on_left, spot in ((True, token.left), (False, token.right)):
        if spot is None or (on_left, spot.paragraph) not in cuts:
            continue
        own = cuts[on_left, spot.paragraph]
        first = bisect_left(own, spot.offset, key=lambda cut: cut.offset)
        last = bisect_right(own, spot.offset + len(token.text), key=lambda cut: cut.offset)
        for cut in own[first:last]:
            offset = cut.offset - spot.offset
            # A comment begins before a character and ends behind one.
            if offset < len(token.text) if cut.begins else offset > 0:
                found.append(cut._replace(offset=offset))
    return sorted(found)


def _cut(token: Text, cuts: Sequence[_Cut]) -> Iterator[Token]:
    start = 0
    for cut in cuts:
        if start < cut.offset:
            yield _part(token, start, cut.offset)
            start = cut.offset
        yield CommentMark(cut.comment, token.fate, cut.begins)
    if start < len(token.text):
        yield _part(token, start, len(token.text))


def _part(token: Text, start: int, end: int) -> Text:
    return Text(token.text[start:end], token.fate, _behind(token.left, start), _behind(token.right, start))


def _behind(spot: Spot | None, count: int) -> Spot | None:
    return spot and Spot(spot.paragraph, spot.offset + count)
