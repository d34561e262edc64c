r"""Write a comparison as plain text, to be read from top to bottom: in a pager, a mail, or by a screen reader.

    ~ some words changed: left 11, right 6 (similarity 93 %)
      ... support from Russia to [-be able to-] continue exporting oil{+,+} despite US sanctions.

Each paragraph is named with what happened to it, and words are marked as wdiff does: [-only left-] and {+only right+}.
Of paragraphs that moved together it is said once, before the first of them:

    ↕ 10 paragraphs moved up, left 43-52, right 3-12

Unchanged paragraphs that follow each other are one line:

    = 4 paragraphs unchanged, left 3-6, right 3-6

and so are lines of the page around the story:

    · menus and ads hidden (12 lines)

What an article has of these signs itself is parted: [\-no mark-\].
Nothing depends on colour; with it, the same words are coloured too.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, auto
from itertools import groupby, pairwise

from diffing.ledger.core.model import Entry, Ledger
from diffing.measures.metadata import metadata_changes
from diffing.measures.moved_blocks import moved_blocks
from diffing.model import Article, Comparison, Kind, Pair, Row
from diffing.patterns import lazy_pattern
from diffing.review.model import Mark
from diffing.review.reviewed import NOTHING_SAID, Reviewed

from ..present.cells import Role, redline, redline_breaks
from ..present.concealed import counted, named
from ..present.coverage import IN_PART, coverage
from ..present.entry_remarks import remarks
from ..present.entry_text import excerpts, title
from ..present.groups import in_groups
from ..present.hidden_by_reader import hidden_by_reader
from ..present.labels import (
    FURNITURE_SIGN,
    MATTERS_SIGN,
    MOVED_SIGN,
    SIGNS,
    bounds,
    counts,
    description,
    is_uncertain,
    kinship,
    moved_together,
    numbers,
    sign,
    similarity,
    translation,
)
from ..present.origins import origin
from ..present.reviews import (
    LOST_TITLE,
    NOTE_SIGN,
    WRONG_TITLE,
    lost,
    marks_in_words,
    note_lines,
    said_by_entry,
    settled,
)
from ..present.reviews import SIGNS as MARK_SIGNS
from ..present.tally import changes_counted
from ..present.tracked import makers
from ..text.sanitize import Visible, visible
from ..text.words import hidden_page

_RED, _GREEN, _DIM, _PLAIN = "\x1b[31m", "\x1b[32m", "\x1b[2m", "\x1b[0m"
_OLD, _NEW = ("[-", "-]", _RED), ("{+", "+}", _GREEN)
_BRACKETS = {
    Role.OMITTED: _OLD,
    Role.REWORDED_STRUCK: _OLD,
    Role.MOVED_STRUCK: _OLD,
    Role.ADDED: _NEW,
    Role.REWORDED: _NEW,
    Role.MOVED: _NEW,
}
_LONE = {_OLD: Role.OMITTED, _NEW: Role.ADDED}
# The first character of what would read as the beginning or the end of a mark.
_MARK = lazy_pattern(r"\[(?=-)|-(?=\])|\{(?=\+)|\+(?=\})")
# Characters of an unchanged paragraph that are shown, so that the reader knows the place.
_EXCERPT = 72
# Characters of the text on each side of the words of an entry.
_AROUND = 48


def to_text(
    comparison: Comparison,
    colour: bool = False,
    ledger: Ledger | None = None,
    is_whole: bool = False,
    review: Reviewed | None = None,
) -> str:
    """Return the report, with a line feed after each line; it has escape codes only with `colour`.

    The entries of the ledger, if there is one, stand before the paragraphs. Unchanged paragraphs that follow each other
    are one line, and so are lines of the page, or each has its own with `is_whole`. `review` has the reader's notes and
    marks.
    """
    return "".join(text_lines(comparison, colour, ledger, is_whole, review))


def text_lines(
    comparison: Comparison,
    colour: bool = False,
    ledger: Ledger | None = None,
    is_whole: bool = False,
    review: Reviewed | None = None,
) -> Iterator[str]:
    """Return the lines of the same report, each with its line feed."""
    return (line + "\n" for line in _lines(comparison, colour, ledger, is_whole, review or Reviewed(None)))


def _lines(
    comparison: Comparison, colour: bool, ledger: Ledger | None, is_whole: bool, review: Reviewed
) -> Iterator[str]:
    yield f"Left:  {_heading(comparison.left)}"
    yield f"Right: {_heading(comparison.right)}"
    if comparison.languages is not None:
        yield f"Shown: {translation(comparison.languages)}"
    yield f"Found: {counts(comparison)}"
    for sentence in kinship(comparison)[:1]:
        yield f"Note:  {sentence}"
    if bounds(comparison):
        yield f"Note:  {bounds(comparison)}"
    for change in metadata_changes(comparison):
        sides = ((change.left, _OLD), (change.right, _NEW))
        values = [_bracketed(value or "(empty)", marks, colour) for value, marks in sides if value is not None]
        yield f"Meta:  {_line(change.name)} {' '.join(values)}"
    if counted(comparison):
        yield f"Hides: {counted(comparison)}"
    for line in hidden_by_reader(comparison, ledger):
        yield f"Rule:  {visible(line)}"
    if settled(review):
        yield f"Check: {settled(review)}"
    if ledger is not None:
        yield from _what_changed(comparison, ledger, colour, review)
    yield from _lost(review)
    if ledger is not None or review.lost:
        yield ""
        yield "All paragraphs" if is_whole else "Paragraphs"
    yield from _rows(comparison, colour, is_whole, review.rows)


def _lost(review: Reviewed) -> Iterator[str]:
    """Yield what the reader said and has no place in these articles any more."""
    if review.lost:
        yield ""
        yield f"{LOST_TITLE} {len(review.lost)}"
        yield ""
        for one in review.lost:
            first, *more = note_lines(lost(one))
            yield f"{NOTE_SIGN} {visible(first)}"
            yield from (f"  {visible(line)}".rstrip(" ") for line in more)


def _noted(note: str) -> Iterator[str]:
    """Yield the lines of a note of the reader."""
    if note:
        first, *more = note_lines(note)
        yield f"  {NOTE_SIGN} {visible(first)}"
        yield from (f"    {visible(line)}".rstrip(" ") for line in more)


def _rows(comparison: Comparison, colour: bool, is_whole: bool, notes: Mapping[int, str]) -> Iterator[str]:
    blocks = [block for block in moved_blocks(comparison) if len(block.rows) > 1]
    opening = {block.rows[0]: f"{moved_together(block)}, right {numbers(block.right)}" for block in blocks}
    in_blocks = {at for block in blocks for at in block.rows}
    for fold, run in groupby(enumerate(comparison.rows), key=lambda numbered: _fold(numbered[0], numbered[1], notes)):
        members = list(run)
        if not is_whole and (fold is _Fold.PAGE or (fold is _Fold.SAME and len(members) > 1)):
            yield ""
            rows = [row for _, row in members]
            yield _unchanged(rows) if fold is _Fold.SAME else f"{FURNITURE_SIGN} {hidden_page(len(rows))}"
            continue
        for at, row in members:
            if at in opening:
                yield ""
                yield f"{MOVED_SIGN} {opening[at]}"
            yield ""
            yield _title(row, says_moved=at not in in_blocks)
            yield from _noted(notes.get(at, ""))
            yield from _below(row, comparison, colour, is_whole)


class _Fold(Enum):
    """The rows that a row is one line with: of the page, unchanged, none."""

    PAGE = auto()
    SAME = auto()
    ALONE = auto()


def _fold(at: int, row: Row, notes: Mapping[int, str]) -> _Fold:
    """Return what a row folds with: lines of the page, or rows of which there is nothing to say but 'unchanged'."""
    if at in notes or row.pinned:
        return _Fold.ALONE
    if row.furniture:
        return _Fold.PAGE
    is_ruled = any(span.rule for span in row.spans)
    is_plain = row.is_identical and not is_uncertain(row) and not any(row.hidden) and not is_ruled
    return _Fold.SAME if is_plain else _Fold.ALONE


def _unchanged(rows: Sequence[Row]) -> str:
    """Return the line for unchanged rows that follow each other: '= 4 paragraphs unchanged, left 3-6, right 2-5'."""
    lefts = [index for row in rows for index in row.left]
    rights = [index for row in rows for index in row.right]
    return f"{SIGNS[Kind.UNCHANGED]} {len(lefts)} paragraphs unchanged, left {numbers(lefts)}, right {numbers(rights)}"


def _below(row: Row, comparison: Comparison, colour: bool, is_whole: bool) -> Iterator[str]:
    """Yield the lines below the title of a row; the whole report has also the changes that rules of the reader hide."""
    for name, hidden in zip(("left", "right"), row.hidden, strict=True):
        if hidden:
            yield f"  hidden on the {name}: {named(hidden)}"
    for maker in makers(comparison, row) if row.differs else ():
        yield f"  tracked by {maker}"
    rules = dict.fromkeys(filter(None, (row.rule, *(span.rule for span in row.spans)))) if is_whole else ()
    for rule in rules:
        yield f"  hidden by the rule '{visible(rule)}'"
    if row.kind is Kind.TRANSLATED:
        yield from _translated(row, colour)
    elif row.differs or rules:
        yield from _body(row, comparison, colour, is_whole)
    else:
        yield "  " + _painted(_excerpt(comparison.left, row.left), _DIM, colour)


def _what_changed(comparison: Comparison, ledger: Ledger, colour: bool, review: Reviewed) -> Iterator[str]:
    """Yield how many changes there are, and the changes group by group, as the list on the screen has them."""
    part = f"; {IN_PART}" if ledger.uncovered and ledger.entries else ""
    yield ""
    did = "changed" if comparison.languages is None else "differs"
    yield f"What {did}: {changes_counted(ledger, comparison)[0]}{part}"
    if coverage(ledger):
        yield f"  {visible(coverage(ledger))}"
    said = said_by_entry(review)

    def change(entry: Entry, sign: str) -> Iterator[str]:
        yield ""
        first, *more = _change(entry, sign, comparison, ledger, colour)
        own = said.get(id(entry), NOTHING_SAID)
        yield f"{first}: {marks_in_words(own)}" if own.marks else first
        yield from _noted(own.note)
        yield from more

    for group, members in in_groups(ledger).items():
        yield ""
        yield f"{group.value} {len(members)}"
        for at in members:
            yield from change(ledger.entries[at], MATTERS_SIGN if group.matters else SIGNS[Kind.EDITED])
    if review.wrong:
        yield ""
        yield f"{WRONG_TITLE} {len(review.wrong)}"
        for entry, _ in review.wrong:
            yield from change(entry, MARK_SIGNS[Mark.WRONG])


def _change(entry: Entry, sign: str, comparison: Comparison, ledger: Ledger, colour: bool) -> Iterator[str]:
    """Yield a change: what it is and where it stands, and then the words of each side with what is around them."""
    places = [
        f"{name} {numbers(sorted({place.paragraph for place in found}))}"
        for name, found in zip(("left", "right"), entry.places, strict=True)
        if found
    ]
    yield f"{sign} {title(entry, comparison)}: {', '.join(places)} ({visible(remarks(entry, comparison, ledger))})"
    for article, found, marks in zip(comparison.articles, entry.places, (_OLD, _NEW), strict=True):
        for excerpt in excerpts(article, found, _AROUND, _AROUND):
            words = "\n".join(_bracketed(line, marks, colour) for line in excerpt.lines)
            yield from _indented(_shown(excerpt.before) + words + _shown(excerpt.after))


def _heading(article: Article) -> str:
    count = len(article.paragraphs)
    shown = f"{visible(article.source)}, {count} paragraph{'' if count == 1 else 's'}"
    if article.metadata:
        shown += " and front matter" if article.format in ("text", "markdown") else " and metadata"
    read_as = origin(article)
    return f"{shown}, {read_as}" if read_as else shown


def _title(row: Row, says_moved: bool) -> str:
    sides = [f"{name} {numbers(indices)}" for name, indices in (("left", row.left), ("right", row.right)) if indices]
    title = f"{sign(row)} {description(row, says_moved=says_moved)}: {', '.join(sides)}"
    has_similarity = row.left and row.right and row.differs and row.kind is not Kind.TRANSLATED
    return f"{title} (similarity {similarity(row)} %)" if has_similarity else title


def _body(row: Row, comparison: Comparison, colour: bool, is_whole: bool) -> Iterator[str]:
    """Yield the lines of a row with its words marked: one for each paragraph, of the right side if the sides differ.

    Verses and items have lines of their own.
    """
    breaks = Pair(comparison.left.breaks(row.left), comparison.right.breaks(row.right))
    if row.left and row.right:
        pieces = list(redline(row, " ", typography=is_whole))
        starts = redline_breaks(pieces, breaks)
        text = "".join(
            f"{before}{_marked(part, role, colour)}"
            for before, part, role in _cut([(piece.text, piece.role) for piece in pieces], starts)
        )
    else:
        whole = [("".join(span.left or span.right for span in row.spans), Role.UNCHANGED)]
        text = "".join(f"{before}{_shown(part)}" for before, part, _ in _cut(whole, breaks.left or breaks.right))
    yield from _indented(text)


def _translated(row: Row, colour: bool) -> Iterator[str]:
    """Yield the lines of a row in two languages: the left text and the right one, their lone sentences marked."""
    for texts, marks in (([span.left for span in row.spans], _OLD), ([span.right for span in row.spans], _NEW)):
        shown = [
            _marked(text, _LONE[marks], colour) if span.differs else _shown(text)
            for text, span in zip(texts, row.spans, strict=True)
        ]
        yield from _indented("".join(shown))


def _cut(pieces: Sequence[tuple[str, Role]], starts: Sequence[int]) -> Iterator[tuple[str, str, Role]]:
    """Yield the pieces, cut where a line begins: a line feed if the part begins a line, the part, its role."""
    offset = 0
    for text, role in pieces:
        end = offset + len(text)
        inside = starts[bisect_right(starts, offset) : bisect_left(starts, end)]
        begins = offset in starts[bisect_left(starts, offset) : bisect_right(starts, offset)]
        for at, following in pairwise((offset, *inside, end)):
            yield "\n" if begins or at > offset else "", text[at - offset : following - offset], role
        offset = end


def _indented(text: str) -> Iterator[str]:
    return (f"  {line}".rstrip(" ") for line in text.split("\n"))


def _marked(text: str, role: Role, colour: bool) -> str:
    """Return a piece of the redline in the brackets of its role; white space at its ends stands outside."""
    core = text.strip()
    if role not in _BRACKETS or not core:
        return _shown(text)
    start = text.index(core)
    marked = _bracketed(core, _BRACKETS[role], colour)
    return _shown(text[:start]) + marked + _shown(text[start + len(core) :])


def _bracketed(text: str, marks: tuple[str, str, str], colour: bool) -> str:
    opening, closing, code = marks
    return _painted(Visible(opening + _line(text) + closing), code, colour)


def _shown(text: str) -> str:
    return "\n".join(map(_line, text.split("\n")))


def _line(text: str) -> Visible:
    """Return a text of an article that is safe for a terminal, and whose own marks are parted."""
    return Visible(_MARK.sub(r"\g<0>\\", visible(text)))


def _excerpt(article: Article, indices: Sequence[int]) -> Visible:
    """Return the beginning of some paragraphs, at most the first line that was set apart."""
    text, breaks = article.text(indices), article.breaks(indices)
    if breaks:
        text = f"{text[: breaks[0]].rstrip()} …"
    shown = _line(text)
    if len(shown) <= _EXCERPT:
        return shown
    return Visible(shown[:_EXCERPT].rsplit(" ", 1)[0] + " …")


def _painted(text: Visible, code: str, colour: bool) -> str:
    return f"{code}{text}{_PLAIN}" if colour else text
