"""What the widgets and the worker tell the diff screen."""

from dataclasses import dataclass
from enum import Enum

from textual.message import Message

from diffing.ledger.core.model import Entry, Ledger
from diffing.model import Comparison, Pair
from diffing.sources.plain import Source
from diffing.stage import Stage

from ..view.view_state import Block, Category


@dataclass
class Comparing(Message):
    """The comparison is at a stage, of which a share (0..1) is done; `attempt` counts the comparisons begun."""

    stage: str
    share: float
    attempt: int


@dataclass
class Compared(Message):
    """The articles are compared, or a stage of that, in the comparison of that number."""

    reached: Stage
    attempt: int


@dataclass
class ComparingFailed(Message):
    """The comparison of that number failed, and why; `is_fault` where newsdiff itself is to blame."""

    reason: str
    is_fault: bool
    attempt: int


@dataclass
class Reread(Message):
    """What stands in the files now, in the order of the files."""

    given: Pair[Source]


@dataclass
class RereadingFailed(Message):
    """The files could not be read again, and why."""

    reason: str


@dataclass
class BlockReached(Message):
    """What is current now, in this comparison."""

    block: Block
    reached: Stage


@dataclass
class FoldClicked(Message):
    """The reader clicked on a fold."""

    block: Block


@dataclass
class FilterChosen(Message):
    """The reader wants to see only rows of these categories; all rows, if there are none."""

    only: frozenset[Category]


@dataclass
class ChangeChosen(Message):
    """The reader wants to see a row."""

    row: int


class Purpose(Enum):
    """What the prompt asks for."""

    SEARCH = "search"
    EXPRESSION = "search for a regular expression"
    PARAGRAPH = "paragraph number: 12 on the left, r12 on the right"


@dataclass
class Typed(Message):
    """The reader typed into the prompt: so far."""

    purpose: Purpose
    text: str


@dataclass
class Answered(Message):
    """The reader pressed Enter in the prompt, or gave up (`text` is None)."""

    purpose: Purpose
    text: str | None


@dataclass
class LedgerFound(Message):
    """What matters in a comparison."""

    comparison: Comparison
    ledger: Ledger


@dataclass
class LedgerFailed(Message):
    """What matters in a comparison cannot be found, and why."""

    comparison: Comparison
    reason: str


@dataclass
class EntryChosen(Message):
    """The reader wants to see an entry of a comparison's ledger."""

    comparison: Comparison
    entry: Entry
