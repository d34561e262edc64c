"""Text with tracked changes, written once and read as its original or its final wording.

    At least  [deleted: 12] [inserted: 14]  people died.
        final       At least 14 people died.     a mark on '14'
        original    At least 12 people died.     a mark on '12'

A Flow takes the text of a body, a cell or a box piece by piece and makes blocks of it. All flows of a document share a
Tally: what was struck, hidden, changed or cut off.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from diffing.model import Reading, ReadingNote, Role
from diffing.patterns import lazy_pattern
from diffing.sources.documents import Block, Mark
from diffing.sources.limits import MAX_BLOCKS
from diffing.sources.markup.superscripts import lowered, raised
from diffing.sources.registry import Revisions

CELLS = " | "
"""Between the cells of a row."""

# Two line ends that the author set one after the other: a new paragraph.
_EMPTY_LINE = lazy_pattern(r"\n[ \t\xa0]*\n\s*")


class Change(NamedTuple):
    """A tracked change: an insertion, or else a deletion, with its author and date; '' where they are not known."""

    is_insertion: bool
    author: str = ""
    date: str = ""


Changes = tuple[Change, ...]
"""The tracked changes around a piece of text, the outermost first: words inserted by one and deleted by another."""


class Tally:
    """The counts of a document: struck and hidden words, tracked changes, blocks; and the wording that is wanted."""

    def __init__(self, revisions: Revisions) -> None:
        self._is_final = revisions is Revisions.FINAL
        self._struck: list[str] = []
        self._hidden: list[str] = []
        self._changes = 0
        self._around: Changes = ()
        self._blocks = 0
        self.cut = 0
        """Parts that were left out because a limit was reached."""

    @property
    def is_final(self) -> bool:
        """True if the final wording is wanted, False for the original one."""
        return self._is_final

    def wants(self, changes: Changes) -> bool:
        """Return whether text with these changes around it belongs to the wording; the changes are counted."""
        if changes != self._around:
            self._changes += sum(change not in self._around for change in changes)
            self._around = changes
        return not any(change.is_insertion is not self._is_final for change in changes)

    def strike(self, text: str) -> None:
        """Count the words of struck text."""
        self._struck.append(text)

    def hide(self, text: str) -> None:
        """Count the words of hidden text."""
        self._hidden.append(text)

    def part(self) -> None:
        """End the words that are struck or hidden: what follows stands elsewhere."""
        for words in (self._struck, self._hidden):
            if words and words[-1] != " ":
                words.append(" ")

    def takes_block(self) -> bool:
        """Return whether another block is within the limit; one that is not is counted."""
        self._blocks += 1
        if self._blocks > MAX_BLOCKS:
            self.cut += 1
        return self._blocks <= MAX_BLOCKS

    @property
    def notes(self) -> tuple[ReadingNote, ...]:
        """Notes on the words left out, and on the tracked changes."""
        counts = {
            Reading.STRUCK_WORDS: len("".join(self._struck).split()),
            Reading.HIDDEN_WORDS: len("".join(self._hidden).split()),
            Reading.TRACKED_CHANGES: self._changes,
            Reading.CUT_OFF: self.cut,
        }
        return tuple(ReadingNote(what, count) for what, count in counts.items() if count)


class _Piece(NamedTuple):
    text: str
    level: int
    change: Change | None


class Flow:
    """The text of a body, a cell, a box or a note: pieces are written into it and it becomes blocks."""

    def __init__(self, tally: Tally) -> None:
        self.blocks: list[Block] = []
        self._tally = tally
        self._pieces: list[_Piece] = []
        self._behind: list[Block] = []
        self._role = Role.TEXT

    def write(self, text: str, changes: Changes = (), level: int = 0) -> None:
        """Add text with the changes around it; `level` is 1 for raised text and -1 for lowered."""
        if self._tally.wants(changes):
            self._tally.part()
            self._pieces.append(_Piece(text, level, changes[-1] if changes else None))

    @property
    def gap(self) -> str:
        """A space behind a figure, where the mark of a note would make another number of it: '14 ¹'; else ''."""
        return " " if self._pieces and self._pieces[-1].text[-1:].isdigit() else ""

    def end(self, role: Role = Role.TEXT, changes: Changes = ()) -> None:
        """End a paragraph; with changes around its end that are not of the wording, the next one continues it."""
        self._role = role
        if self._tally.wants(changes):
            self.flush()

    def put_behind(self, blocks: Sequence[Block]) -> None:
        """Add the blocks of a box behind the paragraph that is written; captions stay such."""
        self._behind += [block if block.role is Role.CAPTION else replace(block, role=Role.BOX) for block in blocks]

    def add(self, block: Block) -> None:
        """Add a block as it is."""
        self.flush()
        self.blocks.append(block)

    @property
    def is_at_start(self) -> bool:
        """True if nothing was written since the last block."""
        return not self._pieces

    def flush(self) -> None:
        """Make a block of what was written since the last one."""
        self._tally.part()
        if self._pieces:
            for block in _paragraphs(_block(self._pieces, self._role)):
                if self._tally.takes_block():
                    self.blocks.append(block)
            self._pieces = []
        self.blocks += self._behind
        self._behind = []
        self._role = Role.TEXT


def row_of(cells: Sequence[Sequence[Block]]) -> list[Block]:
    """Return a table's row as one block, its cells apart; a row that holds long text or another row as its blocks."""
    filled = [cell for cell in cells if cell]
    if len(filled) == 1 and (len(cells) == 1 or len(filled[0]) > 1):
        return list(filled[0])
    if any(_is_column(cell) for cell in filled):
        return [block for cell in filled for block in cell]
    return [_joined([_joined(cell, "\n") for cell in cells], CELLS)] if filled else []


# Characters of a cell of several paragraphs from which on it is a column of text, laid out by a table.
_COLUMN = 300


def _is_column(cell: Sequence[Block]) -> bool:
    return any(block.role is Role.TABLE_ROW for block in cell) or (
        len(cell) > 1 and sum(len(block.text) for block in cell) >= _COLUMN
    )


def _joined(blocks: Sequence[Block], between: str) -> Block:
    """Return blocks as one row of a table, or as a part of it."""
    marks: list[Mark] = []
    start = 0
    for block in blocks:
        marks += [mark._replace(start=mark.start + start, end=mark.end + start) for mark in block.marks]
        start += len(block.text) + len(between)
    return Block(between.join(block.text for block in blocks), Role.TABLE_ROW, tuple(marks))


def _block(pieces: Sequence[_Piece], role: Role) -> Block:
    """Return the block of pieces; marks of one change are joined, raised and lowered letters are turned."""
    texts: list[str] = []
    marks: list[Mark] = []
    at = 0
    for text, change in _levelled(pieces):
        end = at + len(text)
        if change is not None:
            mark = Mark(at, end, change.author, change.date)
            if marks and marks[-1].end == at and marks[-1][2:] == mark[2:]:
                mark = mark._replace(start=marks.pop().start)
            marks.append(mark)
        texts.append(text)
        at = end
    return Block("".join(texts), role, tuple(marks))


def _levelled(pieces: Sequence[_Piece]) -> Iterator[tuple[str, Change | None]]:
    """Yield the text and change of each piece; raised pieces that follow each other are turned together."""
    at = 0
    while at < len(pieces):
        text, level, change = pieces[at]
        at += 1
        if level:
            while at < len(pieces) and pieces[at].level == level and pieces[at].change == change:
                text += pieces[at].text
                at += 1
            text = raised(text) if level > 0 else lowered(text)
        yield text, change


def _paragraphs(block: Block) -> Iterator[Block]:
    """Yield the paragraphs of a block that has empty lines in it, and one without as it is."""
    if "\n" not in block.text or not _EMPTY_LINE.search(block.text):
        yield block
        return
    start = 0
    ends = [(match.start(), match.end()) for match in _EMPTY_LINE.finditer(block.text)]
    marks = deque(block.marks)
    for end, after in [*ends, (len(block.text), len(block.text))]:
        inside: list[Mark] = []
        while marks and marks[0].start < end:
            mark = marks.popleft()
            inside.append(mark._replace(start=max(mark.start, start) - start, end=min(mark.end, end) - start))
            if mark.end > end:
                marks.appendleft(mark._replace(start=end))
                break
        yield replace(block, text=block.text[start:end], marks=tuple(mark for mark in inside if mark.start < mark.end))
        start = after
