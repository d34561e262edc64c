r"""The forms of letters and paragraphs that hold in a group of RTF, and the parts of a text with their tables.

{\b At least {\v hidden} 14}        each group has the forms of the one around it, and its own
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from diffing.sources.documents import Block
from diffing.sources.office.docx_styles import LOWERED_FROM, RAISED_FROM
from diffing.sources.office.wordings import Flow, Tally, row_of

_LEVELS = {"super": 1, "sub": -1, "nosupersub": 0}
# Half points by which \up and \dn shift letters.
_DEFAULT_SHIFT = 6
_BOTH = ("inserted", "deleted")
_AUTHORS = {"revauth": ("inserted",), "revauthdel": ("deleted",), "mvauth": _BOTH}
_DATES = {"revdttm": ("inserted",), "revdttmdel": ("deleted",), "mvdate": _BOTH}


@dataclass(slots=True)
class Letters:
    """The form of letters; the word plain sets it back."""

    font: int | None = None
    is_hidden: bool = False
    is_struck: bool = False
    level: int = 0
    deleted: bool = False
    inserted: bool = False
    authors: dict[str, int] = field(default_factory=dict)
    dates: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Lines:
    """The form of a paragraph; the word pard sets it back."""

    in_table: int = 0
    style: int | None = None
    outline: int | None = None
    is_item: bool = False


@dataclass(slots=True)
class Group:
    """A group: what its text is for, and the forms that hold within it."""

    purpose: str = "text"
    former: str = "text"
    """The purpose outside of text that is given in two forms."""
    skip_after_unicode: int = 1
    letters: Letters = field(default_factory=Letters)
    lines: Lines = field(default_factory=Lines)
    close: Callable[[], object] | None = None


class Part:
    """A text of its own: the body, a note, a box, a header; with a table that may be open."""

    def __init__(self, tally: Tally) -> None:
        self.flow = Flow(tally)
        self._tally = tally
        self._cells = {depth: Flow(tally) for depth in (1, 2)}
        self._rows: dict[int, list[list[Block]]] = {1: [], 2: []}

    def at(self, depth: int) -> Flow:
        """Return what text is written into: the body, a cell, a cell of a table in a cell."""
        if not depth:
            self._end_tables()
            return self.flow
        return self._cells[min(depth, 2)]

    def end_cell(self, depth: int) -> None:
        """End a cell."""
        cell = self._cells[depth]
        cell.flush()
        self._rows[depth].append(cell.blocks)
        self._cells[depth] = Flow(self._tally)

    def end_row(self, depth: int) -> None:
        """End a row."""
        row, self._rows[depth] = self._rows[depth], []
        for block in row_of(row):
            (self.flow if depth == 1 else self._cells[1]).add(block)

    def _end_tables(self) -> None:
        for depth in (2, 1):
            self._cells[depth].flush()
            if self._cells[depth].blocks:
                self.end_cell(depth)
            if self._rows[depth]:
                self.end_row(depth)

    def blocks(self) -> list[Block]:
        """Return what was written, at the end of the part."""
        self._end_tables()
        self.flow.flush()
        return self.flow.blocks


def set_lines(lines: Lines, name: str, number: int | None) -> None:
    """Take a control word on the form of a paragraph."""
    if name == "intbl":
        lines.in_table = max(1, lines.in_table)
    elif name == "itap":
        lines.in_table = max(0, number or 0)
    elif name == "s":
        lines.style = number
    elif name == "outlinelevel":
        lines.outline = number
    else:
        lines.is_item = bool(number)


def set_letters(letters: Letters, name: str, number: int | None) -> None:
    """Take a control word on the form of letters; others are passed over."""
    is_on = number != 0
    if name == "f":
        letters.font = number
    elif name == "v":
        letters.is_hidden = is_on
    elif name in ("strike", "striked"):
        letters.is_struck = is_on
    elif name in _LEVELS:
        letters.level = _LEVELS[name] if is_on else 0
    elif name in ("up", "dn"):
        shift = _DEFAULT_SHIFT if number is None else number
        letters.level = int(shift >= RAISED_FROM) if name == "up" else -int(shift >= -LOWERED_FROM)
    elif name in ("deleted", "mvf"):
        letters.deleted = is_on
    elif name in ("revised", "mvt"):
        letters.inserted = is_on
    elif name in _AUTHORS:
        letters.authors = {**letters.authors, **dict.fromkeys(_AUTHORS[name], number or 0)}
    elif name in _DATES:
        letters.dates = {**letters.dates, **dict.fromkeys(_DATES[name], number or 0)}
