"""What the widgets and the worker tell the diff screen."""

from dataclasses import dataclass

from textual.message import Message

from diffing.model import Article, Comparison, Pair
from tui.reading import Block


@dataclass
class Comparing(Message):
    """The worker is at a stage, of which a share (0..1) is done."""

    stage: str
    share: float


@dataclass
class Compared(Message):
    """The worker has compared the articles."""

    comparison: Comparison


@dataclass
class ComparingFailed(Message):
    """The worker could not compare these articles, and why."""

    articles: Pair[Article]
    reason: str


@dataclass
class Reread(Message):
    """The articles as their files are now, in the order of the files."""

    articles: Pair[Article]


@dataclass
class RereadingFailed(Message):
    """The files could not be read again, and why."""

    reason: str


@dataclass
class BlockReached(Message):
    """What is current now."""

    block: Block


@dataclass
class FoldClicked(Message):
    """The reader clicked on a fold."""

    block: Block
