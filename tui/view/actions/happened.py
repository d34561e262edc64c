"""Actions that helpers send when their work has ended: ShowStage(stage, attempt=1), FailLedger(comparison, reason)."""

from typing import NamedTuple

from diffing.history.model import Disagreement, Lane, ParagraphLine
from diffing.history.model import Step as HistoryStep
from diffing.ledger.core.model import Ledger
from diffing.model import Comparison, Pair
from diffing.review.model import Review
from diffing.sources.plain import Source
from diffing.stage import Stage

from ..find import Match


class ReachMatch(NamedTuple):
    """The match that was sought is known: its number, and the notice that says which it is."""

    number: int
    match: Match
    notice: str


class CountMatches(NamedTuple):
    """No match is known that was sought; `notice` says how many there are, `is_all` that all rows were searched."""

    notice: str
    is_all: bool


class RecountMatches(NamedTuple):
    """More rows were searched: the notice about the search now reads so."""

    notice: str


class ShowProgress(NamedTuple):
    """The comparison of number `attempt` is at this step (words), of which a share (0..1) is done."""

    step: str
    share: float
    attempt: int


class ShowStage(NamedTuple):
    """A stage of the comparison of number `attempt` is there."""

    stage: Stage
    attempt: int


class FailComparing(NamedTuple):
    """The comparison of number `attempt` failed; `is_fault` where newsdiff itself is to blame."""

    reason: str
    is_fault: bool
    attempt: int


class TakeFiles(NamedTuple):
    """The files were read again; `given` is in the order of the files."""

    given: Pair[Source]


class FailReading(NamedTuple):
    """The files could not be read again."""

    reason: str


class TakeLedger(NamedTuple):
    """The ledger of a comparison is there."""

    comparison: Comparison
    ledger: Ledger


class FailLedger(NamedTuple):
    """The ledger of a comparison could not be made."""

    comparison: Comparison
    reason: str


class TakeReview(NamedTuple):
    """The review that was `kept` is in the file, joined with what others wrote there."""

    kept: Review
    review: Review


class FailKeeping(NamedTuple):
    """The review is not kept, and why."""

    reason: str


class TakeComparison(NamedTuple):
    """The comparison of two versions is there; its ledger comes behind it."""

    left: int
    right: int
    comparison: Comparison


class TakeStep(NamedTuple):
    """The comparison of two versions is there with its ledger."""

    left: int
    right: int
    step: HistoryStep


class TakeLanes(NamedTuple):
    """All steps are made; this follows from them."""

    lines: tuple[ParagraphLine, ...]
    lanes: tuple[Lane, ...]
    disagreements: tuple[Disagreement, ...]


class FailStory(NamedTuple):
    """No more steps will come; `is_fault` where newsdiff itself is to blame."""

    reason: str
    is_fault: bool


class TellReport(NamedTuple):
    """Say where a report was written, or why it was not."""

    path: str
    failure: str = ""


class TellCopy(NamedTuple):
    """A text was given to the clipboard in some way, said in words: 'copied with xclip'."""

    way: str
    text: str
