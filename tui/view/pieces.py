"""Pieces of text at cells of a line, each with a look; the line is what stands between its ends.

Piece(2, "dead"), Piece(22, "Two"), Piece(34, "Three")   ->   '  dead                Two         Three'
"""

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import NamedTuple

from ..text.sanitize import Visible, visible
from ..text.wrapping import beginning, width


class Look(Enum):
    """The part that a piece plays for the reader."""

    PLAIN = "plain"
    DIM = "dim"
    STRONG = "strong"
    """The versions in view, the current line."""
    MATTERS = "matters"
    CURSOR = "cursor"
    """The change the reader is at."""
    NEW = "new"
    """Words that the wording before has not."""
    GONE = "gone"
    BACK = "back"


class Piece(NamedTuple):
    """A text that begins at a cell of its line."""

    x: int
    text: Visible
    look: Look = Look.PLAIN

    @property
    def end(self) -> int:
        """The cell behind its last one."""
        return self.x + width(self.text)


def piece(x: int, text: str, room: int, look: Look = Look.PLAIN) -> Piece:
    """Return a piece of a text in at most `room` cells (1 or more), made safe for a terminal."""
    return Piece(x, visible(beginning(visible(text), room)), look)


def runs(pieces: Iterable[Piece], cells: int) -> Iterator[tuple[str, Look]]:
    """Yield the texts of a line `cells` wide from left to right, with the blanks between them."""
    at = 0
    for one in sorted(pieces, key=lambda own: own.x):
        if one.x < at or one.end > cells:
            continue
        if one.x > at:
            yield " " * (one.x - at), Look.PLAIN
        yield one.text, one.look
        at = one.end
    if at < cells:
        yield " " * (cells - at), Look.PLAIN
