"""Actions that hand the comparison on: a report is written, and the status line says where.

R      "writing the report ..."
       "report written: newsdiff-1.html"
"""

from diffing.review.reviewed import Reviewed

from ..text.sanitize import visible
from .actions import TellReport
from .effects import WriteHistory, WriteReport
from .entry_marks import Marking, marking_of
from .story import Pane
from .transition import Notice, Transition, noticed
from .view_state import ViewState

_WRITING = "writing the report ..."


def write_report(state: ViewState) -> Transition:
    """Write a page of what is compared, and from the lanes one of all versions; not before all of it is there."""
    stage, story = state.stage, state.story
    if story is not None and story.pane is Pane.LANES and story.history is not None:
        return noticed(state, _WRITING, WriteHistory(story.history))
    if stage is None or not stage.is_finished or state.is_making_ledger:
        return noticed(state, "no report yet: not everything is read")
    marking = marking_of(stage.comparison, state.marking)
    written = WriteReport(stage.comparison, marking.ledger if marking else None, _reviewed(marking))
    return noticed(state, _WRITING, written)


def _reviewed(marking: Marking | None) -> Reviewed | None:
    return marking.reviewed if marking is not None and marking.reviewed else None


def tell_report(state: ViewState, action: TellReport) -> Transition:
    """Say where the report is, or why there is none; not in the place of a later notice."""
    said = f"no report: {action.failure}" if action.failure else f"report written: {visible(action.path)}"
    return Transition(state, Notice(said, replaces=_WRITING))
