"""What the widgets and the worker tell the diff screen."""

from dataclasses import dataclass

from textual.message import Message

from diffing.model import Comparison


@dataclass
class Compared(Message):
    """The worker has compared the articles."""

    comparison: Comparison


@dataclass
class RowReached(Message):
    """The reader scrolled or clicked to a row."""

    row: int
