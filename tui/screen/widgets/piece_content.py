"""A line of pieces as Textual's content, in the looks of newsdiff's own lines."""

from collections.abc import Iterable

from textual.content import Content

from ...text.sanitize import visible
from ...view.pieces import Look, Piece, runs
from ..ink import LOOKS
from ..painting.line_painting import BAR


def line_content(pieces: Iterable[Piece], cells: int, is_current: bool = False) -> Content:
    """Return a line `cells` wide; the current one has a bar, and the ground of a current row."""
    own = [Piece(0, visible(BAR), Look.STRONG), *pieces] if is_current else pieces
    line = Content.assemble(*((text, LOOKS[look]) for text, look in runs(own, cells)))
    return line.stylize_before("on $row") if is_current else line
