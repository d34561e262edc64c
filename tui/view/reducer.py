"""The one function that changes the state of the screen.

    update(state, GoToCategory(Category.ADDED, 1))  ->  the state three blocks on, no notice, PlainEffect.REVEAL
    update(state, GoToCategory(Category.MOVED, 1))  ->  the state as it was, notice 'no move', no effect

It is pure: no clock, no file, no widget. What its actions do is in modules by subject: `moving`, `viewing`,
`searching`, `translating`, `arriving`, `reviewing`, `versions`, `following`, `reporting`, `leaving`.
"""

from collections.abc import Callable
from typing import Any

from . import (
    actions,
    arriving,
    changes,
    following,
    leaving,
    moving,
    reporting,
    reviewing,
    searching,
    translating,
    versions,
    viewing,
)
from .actions import Action, PlainAction
from .transition import Transition
from .view_state import ViewState

_PLAIN_UPDATES: dict[PlainAction, Callable[[ViewState], Transition]] = {
    PlainAction.JUMP_TO_RIVAL: moving.jump_to_rival,
    PlainAction.JUMP_BACK: moving.jump_back,
    PlainAction.JUMP_FORWARD: moving.jump_forward,
    PlainAction.SET_BOOKMARK: moving.set_bookmark,
    PlainAction.JUMP_TO_BOOKMARK: moving.jump_to_bookmark,
    PlainAction.OPEN_CURRENT: viewing.enter,
    PlainAction.FOLLOW: moving.follow_click,
    PlainAction.NEXT_VIEW: viewing.next_view,
    PlainAction.TOGGLE_FURNITURE: viewing.toggle_furniture,
    PlainAction.TOGGLE_UNCHANGED: viewing.toggle_unchanged,
    PlainAction.TOGGLE_FOLDS: viewing.toggle_folds,
    PlainAction.TOGGLE_MARKS: viewing.toggle_marks,
    PlainAction.TOGGLE_TYPOGRAPHY: viewing.toggle_typography,
    PlainAction.TOGGLE_REASONS: viewing.toggle_reasons,
    PlainAction.OPEN_REASONS: viewing.open_reasons,
    PlainAction.HIDE_REASONS: viewing.hide_reasons,
    PlainAction.CLOSE: viewing.close,
    PlainAction.BEGIN_COMPARING: arriving.begin_comparing,
    PlainAction.SWAP_SIDES: arriving.swap_sides,
    PlainAction.READ_AGAIN: arriving.read_again,
    PlainAction.INTERRUPT: viewing.interrupt,
    PlainAction.WRITE_REPORT: reporting.write_report,
    PlainAction.HOLD_PARAGRAPH: reviewing.hold,
    PlainAction.PART_PAIR: reviewing.part,
    PlainAction.NOTE_ON_CHANGE: lambda state: reviewing.ask_note(state, on_entry=True),
    PlainAction.NOTE_ON_ROW: lambda state: reviewing.ask_note(state, on_entry=False),
    PlainAction.UNDO: reviewing.undo,
    PlainAction.REDO: reviewing.redo,
    PlainAction.QUIT: leaving.quit_newsdiff,
    PlainAction.SUSPEND: leaving.suspend,
    PlainAction.OPEN_PALETTE: viewing.open_palette,
    PlainAction.TOGGLE_LANES: following.toggle_lanes,
    PlainAction.TOGGLE_WORDINGS: following.toggle_wordings,
    PlainAction.SHOW_ARTICLES: following.show_articles,
    PlainAction.READ_CHANGE: following.read_change,
    PlainAction.COPY_LANE: following.copy_lane,
}
# An action is of the type it is listed under, which the type of a dictionary cannot express.
_UPDATES: dict[type, Callable[[ViewState, Any], Transition]] = {
    actions.Step: moving.step,
    actions.GoToNeighbour: moving.go_to_neighbour,
    actions.GoToEdge: moving.go_to_edge,
    actions.Page: moving.page,
    actions.Reach: moving.reach,
    actions.PointAt: translating.point_at,
    actions.GoToSentence: translating.go_to_sentence,
    actions.GoToCategory: moving.go_to_category,
    actions.GoToMatter: changes.go_to_matter,
    actions.GoToEntry: changes.go_to_entry,
    actions.ShowEntry: changes.show_entry,
    actions.ShowRow: moving.show_row,
    actions.JumpToRow: moving.jump_to_row,
    actions.JumpToEntry: changes.jump_to_entry,
    actions.JumpToTyped: moving.jump_to_typed,
    actions.OpenFold: viewing.open_fold,
    actions.FitView: viewing.fit_view,
    actions.FilterBy: viewing.filter_by,
    actions.Toggle: viewing.toggle,
    actions.AskFor: viewing.ask_for,
    actions.Copy: viewing.copy,
    actions.CopySelected: viewing.copy_selected,
    actions.TellCopy: viewing.tell_copy,
    actions.TellReport: reporting.tell_report,
    actions.SearchFor: searching.search_for,
    actions.AnswerSearch: searching.answer_search,
    actions.GoToMatch: searching.go_to_match,
    actions.ReachMatch: searching.reach_match,
    actions.CountMatches: searching.count_matches,
    actions.RecountMatches: searching.recount_matches,
    actions.ShowProgress: arriving.show_progress,
    actions.ShowStage: arriving.show_stage,
    actions.FailComparing: arriving.fail_comparing,
    actions.TakeFiles: arriving.take_files,
    actions.FailReading: arriving.fail_reading,
    actions.TakeLedger: arriving.take_ledger,
    actions.FailLedger: arriving.fail_ledger,
    actions.ToggleMark: reviewing.toggle,
    actions.WriteNote: reviewing.take_note,
    actions.TakeReview: reviewing.take_review,
    actions.FailKeeping: reviewing.fail_keeping,
    actions.GoToStep: versions.go_to_step,
    actions.MoveEnd: versions.move_end,
    actions.CompareVersions: versions.compare_versions,
    actions.TakeComparison: versions.take_comparison,
    actions.TakeStep: versions.take_step,
    actions.TakeLanes: following.take_lanes,
    actions.FailStory: versions.fail_story,
    actions.MoveLane: following.move_lane,
    actions.MoveChange: following.move_change,
    actions.GoToLane: following.go_to_lane,
    actions.GoToUnnoted: following.go_to_unnoted,
}


def update(state: ViewState, action: Action) -> Transition:
    """Return what comes of an action in a state: the next state, a notice, effects."""
    if (refusal := versions.refused(state, action)) is not None:
        transition = refusal
    elif isinstance(action, PlainAction):
        transition = _PLAIN_UPDATES[action](state)
    else:
        transition = _UPDATES[type(action)](state, action)
    transition = leaving.question_answered(state, action, transition)
    return searching.restarted_where_needed(state, transition)
