"""Text without italics, for terminals that show them in reverse: tmux and screen, where TERM is 'screen'.

Reverse is kept for the one thing the reader is at. Hue alone then tells moved words and notes, as their signs do.
"""

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

_UPRIGHT = Style(italic=False)


class Upright(LineFilter):
    """Take italics out of every line of the screen."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments of a line without italics."""
        return [
            Segment(text, style + _UPRIGHT, control) if style is not None and style.italic else segment
            for segment in segments
            for text, style, control in [segment]
        ]
