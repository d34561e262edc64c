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

from collections.abc import Iterator

from diffing.ledger.core.cost import is_short
from diffing.ledger.core.model import Entry, Ledger
from diffing.measures.metadata import metadata_changes
from diffing.model import Article, Comparison, Kind
from diffing.review.model import Mark
from diffing.review.reviewed import NOTHING_SAID, Reviewed

from ..present.concealed import counted
from ..present.coverage import IN_PART, coverage
from ..present.entry_remarks import remarks
from ..present.entry_text import excerpts, title
from ..present.groups import in_groups
from ..present.hidden_by_reader import hidden_by_reader
from ..present.labels import (
    MATTERS_SIGN,
    SIGNS,
    bounds,
    counts,
    kinship,
    numbers,
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
from ..present.tally import changes_counted, tally
from ..present.untold import untold
from ..text.sanitize import visible
from .text_marks import NEW, OLD, bracketed, indented, noted, safe, safe_line
from .text_rows import paragraph_lines

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
    if shown := translation(comparison):
        yield f"Shown: {shown}"
    yield f"Found: {counts(comparison)}"
    for sentence in kinship(comparison)[:1]:
        yield f"Note:  {sentence}"
    if bounds(comparison):
        yield f"Note:  {bounds(comparison)}"
    for change in metadata_changes(comparison):
        sides = ((change.left, OLD), (change.right, NEW))
        values = [bracketed(value or "(empty)", marks, colour) for value, marks in sides if value is not None]
        yield f"Meta:  {safe_line(change.name)} {' '.join(values)}"
    if counted(comparison):
        yield f"Hides: {counted(comparison)}"
    for line in hidden_by_reader(comparison, ledger):
        yield f"Rule:  {visible(line)}"
    if settled(review):
        yield f"Check: {settled(review)}"
    if ledger is None and not is_short(comparison):
        yield "Note:  no list of the changes that matter was made: --ledger makes it"
    if ledger is not None:
        yield from _what_changed(comparison, ledger, colour, review)
    yield from _lost(review)
    if ledger is not None or review.lost:
        yield ""
        yield "All paragraphs" if is_whole else "Paragraphs"
    yield from paragraph_lines(comparison, colour, is_whole, review.rows)


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


def _what_changed(comparison: Comparison, ledger: Ledger, colour: bool, review: Reviewed) -> Iterator[str]:
    """Yield how many changes there are, and the changes group by group, as the list on the screen has them."""
    counted = changes_counted(ledger, comparison)[0]
    part = f"; {IN_PART}" if ledger.uncovered and ledger.entries and not counted.startswith(IN_PART) else ""
    yield ""
    did = "changed" if comparison.languages is None else "differs"
    yield f"What {did}: {counted}{part}"
    if coverage(ledger):
        yield f"  {visible(coverage(ledger))}"
    said = said_by_entry(review)

    def change(entry: Entry, sign: str) -> Iterator[str]:
        yield ""
        first, *more = _change(entry, sign, comparison, ledger, colour)
        own = said.get(id(entry), NOTHING_SAID)
        yield f"{first}: {marks_in_words(own)}" if own.marks else first
        yield from noted(own.note)
        yield from more

    for group, members in in_groups(ledger).items():
        yield ""
        yield f"{group.value} {len(members)}"
        for at in members:
            yield from change(ledger.entries[at], MATTERS_SIGN if group.matters else SIGNS[Kind.EDITED])
    yield from _paragraphs_untold(comparison, ledger)
    if review.wrong:
        yield ""
        yield f"{WRONG_TITLE} {len(review.wrong)}"
        for entry, _ in review.wrong:
            yield from change(entry, MARK_SIGNS[Mark.WRONG])


def _paragraphs_untold(comparison: Comparison, ledger: Ledger) -> Iterator[str]:
    """Yield where the paragraphs without a change stand that are counted above: 'Reworded 2: right 4, 9'."""
    matter = tally(ledger, comparison).matter
    for group, members in untold(ledger, comparison).items():
        rows = [comparison.rows[at] for at in members]
        name, indices = "right", [index for row in rows for index in row.right]
        if not indices:
            name, indices = "left", [index for row in rows for index in row.left]
        yield ""
        yield f"{group.name_beside(matter)} {len(members)}: {name} {numbers(sorted(indices))}"


def _change(entry: Entry, sign: str, comparison: Comparison, ledger: Ledger, colour: bool) -> Iterator[str]:
    """Yield a change: what it is and where it stands, and then the words of each side with what is around them."""
    places = [
        f"{name} {numbers(sorted({place.paragraph for place in found}))}"
        for name, found in zip(("left", "right"), entry.places, strict=True)
        if found
    ]
    yield f"{sign} {title(entry, comparison)}: {', '.join(places)} ({visible(remarks(entry, comparison, ledger))})"
    for article, found, marks in zip(comparison.articles, entry.places, (OLD, NEW), strict=True):
        for excerpt in excerpts(article, found, _AROUND, _AROUND):
            words = "\n".join(bracketed(line, marks, colour) for line in excerpt.lines)
            yield from indented(safe(excerpt.before) + words + safe(excerpt.after))


def _heading(article: Article) -> str:
    count = len(article.paragraphs)
    shown = f"{visible(article.source)}, {count} paragraph{'' if count == 1 else 's'}"
    if article.metadata:
        shown += " and front matter" if article.format in ("text", "markdown") else " and metadata"
    read_as = origin(article)
    return f"{shown}, {read_as}" if read_as else shown
