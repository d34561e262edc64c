"""All changes as a table of RFC 4180, for a spreadsheet or a program: a row for each, also the small ones.

    number,part of,group,subject,change,old,new,about,...
    1,,Facts,number,changed,12,14,people,...

The rows stand in the order of the list on the screen. What is in a change, such as a number in a new paragraph, follows
it with the change's number. Behind the changes are the paragraphs without any: in other words, of one side, moved.
A row without a number says what was not looked for.
"""

import csv
import io
from collections.abc import Iterable, Iterator

from diffing.ledger.core.model import Entry, Ledger
from diffing.model import Comparison, Pair, Row
from diffing.wording.changes import changes

from ..present.change_words import change_words
from ..present.coverage import IN_PART, coverage
from ..present.entry_remarks import remarks
from ..present.entry_text import excerpts
from ..present.groups import Group, in_groups
from ..present.labels import description, numbers, similarity
from ..present.tally import BETWEEN
from ..present.untold import RowGroup, untold
from ..text.spreadsheet import cell

COLUMNS = (
    "number",
    "part of",
    "group",
    "subject",
    "change",
    "old",
    "new",
    "about",
    "remarks",
    "left paragraphs",
    "right paragraphs",
    "left text",
    "right text",
    "left",
    "right",
)
# Characters of the text on each side of the words of a change.
_AROUND = 80


def table_rows(comparison: Comparison, ledger: Ledger) -> Iterator[str]:
    """Yield the lines of the table with their ends."""
    names = comparison.articles.map(lambda article: article.source)
    yield _line(COLUMNS)
    number = 0
    for group, members in in_groups(ledger).items():
        for at in members:
            entry = ledger.entries[at]
            number += 1
            parent = number
            yield _row(comparison, ledger, group, entry, (str(number), ""))
            for child in entry.children:
                number += 1
                yield _row(comparison, ledger, group, child, (str(number), str(parent)))
    for rows, members in untold(ledger, comparison).items():
        for at in members:
            number += 1
            yield _paragraph(comparison, rows, comparison.rows[at], number)
    if said := coverage(ledger):
        note = {"group": IN_PART, "remarks": said, "left": names.left, "right": names.right}
        yield _line([note.get(column, "") for column in COLUMNS])


def _row(comparison: Comparison, ledger: Ledger, group: Group, entry: Entry, place: tuple[str, str]) -> str:
    """Return the row of a change; `place` are its number, and that of the change that it is a part of."""
    words = change_words(entry, comparison)
    paragraphs = entry.places.map(lambda places: numbers(sorted({each.paragraph for each in places})) if places else "")
    return _line(
        (
            *place,
            group.value,
            entry.subject.value,
            entry.change.value,
            words.old,
            words.new,
            words.about,
            remarks(entry, comparison, ledger),
            *paragraphs,
            *_texts(comparison, entry),
            *(article.source for article in comparison.articles),
        )
    )


def _paragraph(comparison: Comparison, group: RowGroup, row: Row, number: int) -> str:
    """Return the row of a paragraph without a change: of a pair the words that differ, or all words of its side."""
    sides = Pair(comparison.left.text(row.left), comparison.right.text(row.right)).map(_on_a_line)
    words = _changed(row) if row.left and row.right else sides
    is_moved = group is RowGroup.MOVED
    remark = description(row, says_moved=is_moved)
    said = f"{remark}; similarity {similarity(row)} %" if group is RowGroup.REWORDED else remark
    return _line(
        (
            str(number),
            "",
            group.value,
            "paragraph",
            "moved" if is_moved else row.kind.value,
            *words,
            "",
            said,
            *(numbers(side) if side else "" for side in (row.left, row.right)),
            *sides,
            *(article.source for article in comparison.articles),
        )
    )


def _changed(row: Row) -> Pair[str]:
    """Return the words of each change of a pair, of both sides."""
    found = [row.spans[change.start : change.stop] for change in changes(row.spans)]
    lefts = (_on_a_line("".join(span.left for span in spans)) for spans in found)
    rights = (_on_a_line("".join(span.right for span in spans)) for spans in found)
    return Pair(BETWEEN.join(filter(None, lefts)), BETWEEN.join(filter(None, rights)))


def _on_a_line(text: str) -> str:
    return " ".join(text.split())


def _texts(comparison: Comparison, entry: Entry) -> Pair[str]:
    """Return the words of each side in the text around them: at their first place."""
    sides = zip(comparison.articles, entry.places, strict=True)
    shown = (excerpts(article, places[:1], _AROUND, _AROUND) for article, places in sides)
    return Pair(*(_on_a_line("".join(found[0][:3])) if found else "" for found in shown))


def _line(values: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(map(cell, values))
    return line.getvalue()
