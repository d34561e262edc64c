"""Actions of the articles and of what is made of them: stages of the comparison, files read again, the ledger."""

from dataclasses import replace

from diffing.ledger.core.cost import is_short
from diffing.stage import Stage

from ..present.reviews import lost_in_short
from . import reviewing
from .actions import (
    FailComparing,
    FailLedger,
    FailReading,
    GoToMatter,
    ShowProgress,
    ShowStage,
    TakeFiles,
    TakeLedger,
)
from .changes import MAKING_LEDGER, go_to_matter
from .effects import Compare, Effect, GiveFiles, KeepArticles, PlainEffect, WantStep
from .moving import go_to_row
from .outline import row_block
from .transition import Notice, Transition, noticed
from .view_state import SameRows, ViewState


def begin_comparing(state: ViewState) -> Transition:
    """Compare what is given; a comparison begun before is not wanted any more."""
    if state.story is not None:
        wanted = replace(state.story, wanted=state.story.shown)
        return Transition(replace(state, story=wanted, attempt=1), effects=(WantStep(wanted.shown),))
    attempt = state.attempt + 1
    return Transition(replace(state, attempt=attempt), effects=(Compare(attempt, state.review),))


def show_progress(state: ViewState, action: ShowProgress) -> Transition:
    """Show how far the comparison is, until a stage of it is shown."""
    if action.attempt != state.attempt or action.attempt == state.shown_attempt:
        return Transition(state)
    return Transition(replace(state, progress=(action.step, action.share)))


def show_stage(state: ViewState, action: ShowStage) -> Transition:
    """Show a stage, unless it is of a comparison that is not wanted any more."""
    if action.attempt != state.attempt:
        return Transition(state)
    keep = KeepArticles(action.stage.comparison.articles)
    shown = replace(state, shown_attempt=action.attempt, progress=None, failure="", is_fault=False)
    if action.stage == state.stage:
        return Transition(shown, effects=(keep,))
    shown = with_stage_shown(shown, action.stage)
    # The ledger comes behind the last stage; that of a book is made only when it is asked for.
    is_coming = action.stage.is_finished and is_short(action.stage.comparison)
    return Transition(replace(shown, is_making_ledger=is_coming), effects=(keep,))


def with_stage_shown(state: ViewState, stage: Stage, same: SameRows | None = None) -> ViewState:
    """Return the state with another stage, of which there is no ledger yet; `same` as for `ViewState.with_stage`."""
    comparison = stage.comparison
    staged = reviewing.at_joined(reviewing.oriented(state, comparison).with_stage(stage, same))
    return replace(
        reviewing.with_reviewed(staged, comparison, None),
        progress=None,
        failure="",
        is_fault=False,
        entry_at=None,
        listed_entry=None,
        matter_by=0,
        is_making_ledger=False,
    )


def fail_comparing(state: ViewState, action: FailComparing) -> Transition:
    """Report that comparing failed."""
    if action.attempt != state.attempt:
        return Transition(state)
    failure = f"comparing failed: {action.reason}"
    return noticed(replace(state, failure=failure, is_fault=action.is_fault, progress=None), "comparing failed")


def swap_sides(state: ViewState) -> Transition:
    """Exchange the sides and compare again; of many versions the older one stays on the left."""
    if state.story is not None:
        return noticed(state, "of many versions the older one is on the left")
    return _begin_again(state, "sides swapped", PlainEffect.EXCHANGE_SIDES)


def read_again(state: ViewState) -> Transition:
    """Read the files again, if there are files."""
    if not state.can_be_read_again:
        return noticed(state, "these articles cannot be read again")
    return Transition(state, effects=(PlainEffect.READ_FILES,))


def take_files(state: ViewState, action: TakeFiles) -> Transition:
    """Compare what was read again."""
    return _begin_again(state, "read again", GiveFiles(action.given))


def fail_reading(state: ViewState, action: FailReading) -> Transition:
    """Report why the files could not be read again."""
    return noticed(state, action.reason)


def take_ledger(state: ViewState, action: TakeLedger) -> Transition:
    """Show where the entries of the ledger stand, and make the step that waited for it."""
    if action.comparison is not state.comparison:
        return Transition(state)
    by = state.matter_by
    reviewed = reviewing.with_reviewed(state, action.comparison, action.ledger)
    marked = replace(reviewed, is_making_ledger=False, matter_by=0)
    lost = "" if marked.lost == state.lost and state.marking is not None else lost_in_short(marked.lost)
    ended = Notice(lost) if lost else Notice("", replaces=MAKING_LEDGER)
    if not by:
        return _at_first_change(marked, ended) if state.at is None else Transition(marked, ended)
    there = go_to_matter(marked, GoToMatter(by))
    return there if there.notice is not None else replace(there, notice=ended)


def _at_first_change(state: ViewState, ended: Notice) -> Transition:
    """Go to the first change that matters, from the top of the articles on, for a reader who has not moved yet."""
    outline, marking = state.outline, state.marking
    if outline is None or marking is None:
        return Transition(state, ended)
    for number in marking.in_text:
        row = marking.row_of(marking.ledger.entries[number])
        if outline.shows(row) and outline.block_of_row(row) == row_block(row):
            there = go_to_row(state, row)
            return replace(there, state=replace(there.state, entry_at=number), notice=ended)
    return Transition(state, ended)


def fail_ledger(state: ViewState, action: FailLedger) -> Transition:
    """Report why there is no ledger."""
    if action.comparison is not state.comparison:
        return Transition(state)
    return noticed(replace(state, is_making_ledger=False), f"the ledger cannot be made: {action.reason}")


def _begin_again(state: ViewState, notice: str, first: Effect) -> Transition:
    closed = state.with_settings(replace(state.settings, opened=frozenset()))
    attempt = state.attempt + 1
    return noticed(replace(closed, attempt=attempt, held=None), notice, first, Compare(attempt, state.review))
