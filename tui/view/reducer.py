"""The one function that changes the state of the screen.

    update(state, GoToCategory(Category.ADDED, 1))  ->  the state three blocks on, no notice, effect Reveal
    update(state, GoToCategory(Category.MOVED, 1))  ->  the state as it was, notice 'no move', no effect

It is pure: no clock, no file, no widget. What its actions do is in modules by subject: `moving`, `viewing`,
`searching`, `arriving`.
"""

from collections.abc import Callable
from typing import Any

from . import actions, arriving, moving, searching, viewing
from .actions import Action
from .transition import Transition
from .view_state import ViewState

# The action is of the type it is listed under, which a dictionary's type cannot express.
_UPDATES: dict[type[Action], Callable[[ViewState, Any], Transition]] = {
    actions.Step: moving.step,
    actions.GoToNeighbour: moving.go_to_neighbour,
    actions.GoToEdge: moving.go_to_edge,
    actions.Page: moving.page,
    actions.Reach: moving.reach,
    actions.GoToCategory: moving.go_to_category,
    actions.GoToMatter: moving.go_to_matter,
    actions.JumpToRow: moving.jump_to_row,
    actions.JumpToEntry: moving.jump_to_entry,
    actions.JumpToRival: moving.jump_to_rival,
    actions.JumpToTyped: moving.jump_to_typed,
    actions.JumpBack: moving.jump_back,
    actions.JumpForward: moving.jump_forward,
    actions.SetBookmark: moving.set_bookmark,
    actions.JumpToBookmark: moving.jump_to_bookmark,
    actions.OpenCurrent: moving.open_current,
    actions.OpenFold: viewing.open_fold,
    actions.NextView: viewing.next_view,
    actions.FitView: viewing.fit_view,
    actions.ToggleFurniture: viewing.toggle_furniture,
    actions.ToggleUnchanged: viewing.toggle_unchanged,
    actions.ToggleFolds: viewing.toggle_folds,
    actions.ToggleTypography: viewing.toggle_typography,
    actions.FilterBy: viewing.filter_by,
    actions.ToggleReasons: viewing.toggle_reasons,
    actions.Close: viewing.close,
    actions.Toggle: viewing.toggle,
    actions.AskFor: viewing.ask_for,
    actions.Copy: viewing.copy,
    actions.CopySelected: viewing.copy_selected,
    actions.Interrupt: viewing.interrupt,
    actions.Quit: viewing.quit_newsdiff,
    actions.Suspend: viewing.suspend,
    actions.OpenPalette: viewing.open_palette,
    actions.SearchFor: searching.search_for,
    actions.AnswerSearch: searching.answer_search,
    actions.GoToMatch: searching.go_to_match,
    actions.ReachMatch: searching.reach_match,
    actions.CountMatches: searching.count_matches,
    actions.RecountMatches: searching.recount_matches,
    actions.BeginComparing: arriving.begin_comparing,
    actions.ShowProgress: arriving.show_progress,
    actions.ShowStage: arriving.show_stage,
    actions.FailComparing: arriving.fail_comparing,
    actions.SwapSides: arriving.swap_sides,
    actions.ReadAgain: arriving.read_again,
    actions.TakeFiles: arriving.take_files,
    actions.FailReading: arriving.fail_reading,
    actions.TakeLedger: arriving.take_ledger,
    actions.FailLedger: arriving.fail_ledger,
}


def update(state: ViewState, action: Action) -> Transition:
    """Return what comes of an action in a state: the next state, a notice, effects."""
    return searching.restarted_where_needed(state, _UPDATES[type(action)](state, action))
