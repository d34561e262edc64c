"""Actions that leave newsdiff: at once by its key, and by Esc after a question, where Esc has nothing else to close.

Esc     "quit? Enter quits, → lists every action, others stay"
Enter   leaves
"""

from dataclasses import replace

from ..keys.commands import key_label
from .actions import Action, FitView, RecountMatches, ShowStage, TakeLedger
from .effects import Leave, PlainEffect
from .transition import Notice, Transition, noticed
from .view_state import ViewState

# Actions of the machine, not of the reader, who may still be reading the question.
_BY_ITSELF = (FitView, RecountMatches, ShowStage, TakeLedger)


def quit_newsdiff(state: ViewState) -> Transition:
    """Leave; with what failed, if the comparison did."""
    return Transition(state, effects=(Leave(state.failure),))


def ask_to_quit(state: ViewState) -> Transition:
    """Ask whether to leave, where the question can be seen; a second Esc takes it back."""
    if state.block is None or state.progress is not None:
        return Transition(state)
    if state.asks_to_quit:
        return noticed(replace(state, asks_to_quit=False), "")
    leave, actions = (key_label(state.commands, id) for id in ("open", "next-sentence"))
    question = f"quit? {leave} quits, {actions} lists every action, others stay"
    return noticed(replace(state, asks_to_quit=True), question)


def suspend(state: ViewState) -> Transition:
    """Go back to the shell for a while."""
    return Transition(state, effects=(PlainEffect.SUSPEND_PROCESS,))


def question_answered(before: ViewState, action: Action, result: Transition) -> Transition:
    """Return the result without the question whether to leave, once the reader has done something else."""
    if not (before.asks_to_quit and result.state.asks_to_quit):
        return result
    leaves_it_shown = result.notice is None or result.notice.replaces is not None
    if isinstance(action, _BY_ITSELF) and leaves_it_shown:
        return result
    return replace(result, state=replace(result.state, asks_to_quit=False), notice=result.notice or Notice(""))
