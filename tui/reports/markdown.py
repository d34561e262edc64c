"""The report as Markdown, for an issue, a mail or a chat: the changes that matter as a table, and a short redline.

| kind | was | is | about | where |
|---|---|---|---|---|
| number changed | 12 | 14 | people | ¶3 → ¶4 |

**¶3 → ¶4** edited

> … said that ~~12~~ **14** people had died …

The table and the redline are bounded, and what they leave out is counted: GitHub takes 65,536 characters.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from diffing.ledger.core.model import Entry, Ledger
from diffing.model import Comparison, Kind, Row
from diffing.review.reviewed import NOTHING_SAID, EntryReview, Reviewed

from ..present.cells import RedlinePiece, Role, between, redline
from ..present.change_words import change_words
from ..present.concealed import counted
from ..present.coverage import coverage
from ..present.entry_text import title
from ..present.groups import in_groups
from ..present.hidden_by_reader import hidden_by_reader
from ..present.labels import bounds, counts, description, kinship, metadata, numbers, places, translation
from ..present.reviews import LOST_TITLE, WRONG_TITLE, lost, marks_in_words, note_lines, said_by_entry, settled
from ..present.tally import changes_counted, no_change
from ..text.words import how_many
from ..text.wrapping import CUT
from .markdown_words import beginning, emphasised, words
from .report import Report

# Changes in the table, and characters of the redline; characters of a cell, and of a text that one side alone has.
_MOST_CHANGES, _LONGEST_REDLINE = 60, 36_000
_LONGEST_CELL, _LONGEST_ALONE = 160, 240
# Characters of unchanged words beside changed ones.
_BESIDE = 60
_STRUCK, _STRONG = "~~", "**"
_MARKS = {
    Role.OMITTED: _STRUCK,
    Role.REWORDED_STRUCK: _STRUCK,
    Role.MOVED_STRUCK: _STRUCK,
    Role.ADDED: _STRONG,
    Role.REWORDED: _STRONG,
    Role.MOVED: _STRONG,
}


def markdown_lines(report: Report) -> Iterator[str]:
    """Yield the lines, each with its line feed."""
    return (line + "\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    comparison, ledger = report.comparison, report.ledger
    left, right = (emphasised(article.source, _STRONG) for article in comparison.articles)
    yield f"{left} → {right}"
    yield ""
    shown = translation(comparison)
    remarks = [
        *([f"{shown}."] if shown else []),
        f"Found: {counts(comparison)}.",
        *(f"{note[0].upper()}{note[1:]}." for note in _notes(comparison)),
    ]
    remarks += (f"{line}." for line in hidden_by_reader(comparison, ledger))
    review = report.review or Reviewed(None)
    if settled(review):
        remarks.append(f"{settled(review)}.")
    if ledger is not None:
        yield from _changes(comparison, ledger, review)
        remarks.append(coverage(ledger))
    else:
        yield "No list of the changes that matter was made: `--ledger` makes it."
    yield ""
    yield " ".join(words(remark) for remark in remarks if remark)
    yield from _by_hand(comparison, review)
    yield from _redline(comparison)


def _by_hand(comparison: Comparison, review: Reviewed) -> Iterator[str]:
    """Yield the reader's notes, what is marked wrong, and what has no place any more."""
    noted = [(_change_in_short(entry, comparison), own.note) for entry, own in _reviewed_entries(review) if own.note]
    noted += [(places(comparison.rows[at]), note) for at, note in review.rows.items()]
    for heading, items in (
        ("Notes", [f"{about}: {' / '.join(note_lines(note))}" for about, note in noted]),
        (WRONG_TITLE, [_change_in_short(entry, comparison) for entry, _ in review.wrong]),
        (LOST_TITLE, [" / ".join(note_lines(lost(one))) for one in review.lost]),
    ):
        if items:
            yield ""
            yield f"{heading}:"
            yield ""
            yield from (f"- {beginning(words(item))}" for item in items)


def _reviewed_entries(review: Reviewed) -> Iterator[tuple[Entry, EntryReview]]:
    if review.ledger is not None:
        yield from zip(review.ledger.entries, review.entries, strict=True)
    yield from review.wrong


def _change_in_short(entry: Entry, comparison: Comparison) -> str:
    change = change_words(entry, comparison).shortened(_LONGEST_CELL)
    return f"{title(entry, comparison)}: {between(comparison).join(filter(None, (change.old, change.new)))}"


def _notes(comparison: Comparison) -> Iterator[str]:
    yield from kinship(comparison)[:1]
    notes = (("", bounds(comparison)), ("metadata differ: ", metadata(comparison)), ("hidden: ", counted(comparison)))
    yield from (f"{name}{said}" for name, said in notes if said)


def _changes(comparison: Comparison, ledger: Ledger, review: Reviewed) -> Iterator[str]:
    """Yield the changes that matter as a table, in their groups."""
    found = [ledger.entries[at] for group, members in in_groups(ledger).items() if group.matters for at in members]
    if not found:
        yield f"{words(no_change(ledger, comparison))}."
        return
    yield f"{words(changes_counted(ledger, comparison)[0])}."
    yield ""
    yield (
        "| kind | was | is | about | where |"
        if comparison.languages is None
        else "| kind | left | right | about | where |"
    )
    yield "|---|---|---|---|---|"
    reviewed = said_by_entry(review)
    for entry in found[:_MOST_CHANGES]:
        change = change_words(entry, comparison).shortened(_LONGEST_CELL)
        cells = [words(said) or "–" for said in (change.old, change.new)]
        about = "; ".join(filter(None, (change.about, marks_in_words(reviewed.get(id(entry), NOTHING_SAID)))))
        yield f"| {' | '.join([title(entry, comparison), *cells, words(about), _where(entry)])} |"
    if len(found) > _MOST_CHANGES:
        yield ""
        noun = "changes" if comparison.languages is None else "differences"
        yield f"And {len(found) - _MOST_CHANGES} more {noun} that matter."


def _where(entry: Entry) -> str:
    sides = [numbers(sorted({place.paragraph for place in places})) if places else "" for places in entry.places]
    left, right = (f"¶{side}" if side else "" for side in sides)
    return f"{left} → {right}" if left and right else f"left {left}" if left else f"right {right}"


def _redline(comparison: Comparison) -> Iterator[str]:
    """Yield the paragraphs of the story that differ, with their changed words and some unchanged ones beside them."""
    found = [row for row in comparison.rows if row.differs_in_story]
    length = 0
    for at, row in enumerate(found):
        shown = f"> {beginning(''.join(_pieces(row)))}"
        length += len(shown)
        if length > _LONGEST_REDLINE:
            yield ""
            yield f"And {how_many(len(found) - at, 'more paragraph')} that differ{'s' if at + 1 == len(found) else ''}."
            return
        yield ""
        yield f"**{places(row)}** {description(row)}"
        yield ""
        yield shown


def _pieces(row: Row) -> Iterator[str]:
    pieces = list(redline(row, " "))
    if row.kind is Kind.TRANSLATED:
        # What both sides have is in two languages: the sentences of one side are enough.
        lone = [(piece.text, _MARKS[piece.role]) for piece in pieces if piece.role in _MARKS]
        yield f" {CUT} ".join(emphasised(_beginning(text, _LONGEST_ALONE), mark) for text, mark in lone)
        return
    if not (row.left and row.right):
        yield emphasised(_beginning(_text(pieces), _LONGEST_ALONE), _STRUCK if row.left else _STRONG)
        return
    runs = [(mark, _text(run)) for mark, run in groupby(pieces, key=lambda piece: _MARKS.get(piece.role, ""))]
    for at, (mark, text) in enumerate(runs):
        if mark:
            behind = runs[at + 1][1] if at + 1 < len(runs) else ""
            yield _marked(_beginning(text, _LONGEST_ALONE), mark, runs[at - 1][1] if at else "", behind)
        else:
            yield words(_beside(text, is_first=at == 0, is_last=at == len(runs) - 1))


def _text(pieces: Iterable[RedlinePiece]) -> str:
    return "".join(piece.text for piece in pieces).replace("\n", " ")


def _marked(text: str, mark: str, before: str, behind: str) -> str:
    """Return words between marks; white space at their ends stands outside."""
    core = text.strip()
    if not core:
        return text
    start = text.index(core)
    outside = text[:start], text[start + len(core) :]
    return f"{outside[0]}{emphasised(core, mark, outside[0] or before, outside[1] or behind)}{outside[1]}"


def _beside(text: str, is_first: bool, is_last: bool) -> str:
    """Return unchanged words: those that stand beside changed ones, or the beginning if nothing else is there."""
    if is_first and is_last:
        return _beginning(text, _LONGEST_ALONE)
    if is_first:
        return _ending(text)
    if is_last:
        return _beginning(text, _BESIDE)
    if len(text) <= 2 * _BESIDE:
        return text
    return f"{_beginning(text, _BESIDE)} {_ending(text).removeprefix(f'{CUT} ')}"


def _beginning(text: str, most: int) -> str:
    """Return the first words of a text, cut between words where there are some."""
    return text if len(text) <= most else f"{text[: most + 1].rsplit(' ', 1)[0][:most]} {CUT}"


def _ending(text: str) -> str:
    """Return the last words of a text."""
    return text if len(text) <= _BESIDE else f"{CUT} {text[-_BESIDE - 1 :].split(' ', 1)[-1][-_BESIDE:]}"
