"""Actions that change what is shown of the comparison: view, folds, filter, panels; and what is copied of it."""

from dataclasses import replace

from diffing.measures.ruled import hidden_by_rules

from ..keys.commands import key_label
from ..present.citations import both_texts, change_citation, citation, left_text, right_text, sentence_citation
from ..text.sanitize import visible
from ..text.words import PAGE
from .actions import (
    AskFor,
    Copied,
    Copy,
    CopySelected,
    FilterBy,
    FitView,
    OpenFold,
    Panel,
    PlainAction,
    TellCopy,
    Toggle,
)
from .changes import ledger_wanted
from .effects import Ask, CopyText, PageReasons, PlainEffect, TogglePanel
from .leaving import ask_to_quit, quit_newsdiff
from .moving import follow
from .reviewing import let_go
from .settings import View
from .transition import Transition, noticed
from .view_state import ViewState

_COPIES = {
    Copied.LEFT: left_text,
    Copied.RIGHT: right_text,
    Copied.BOTH: both_texts,
    Copied.CITATION: citation,
}


def open_fold(state: ViewState, action: OpenFold) -> Transition:
    """Open a fold."""
    return Transition(state.with_settings(state.settings.with_opened(action.fold.rows)))


def next_view(state: ViewState) -> Transition:
    """Show the next view, which is another than the one shown."""
    view = state.settings.view.next(state.usual_view)
    name = _view_name(state, state.usual_view)
    words = f"{name}, {view.value}" if view is View.AUTOMATIC else _view_name(state, view)
    return noticed(state.with_settings(replace(state.settings, view=view)), f"view: {words}")


def _view_name(state: ViewState, view: View) -> str:
    """Return the name of a view: two languages have no redline."""
    is_translation = state.comparison is not None and state.comparison.languages is not None
    return "sentence under sentence" if is_translation and view is View.REDLINE else view.value


def fit_view(state: ViewState, action: FitView) -> Transition:
    """Take the view that the width of the window chooses."""
    return Transition(state if action.usual is state.usual_view else replace(state, usual_view=action.usual))


def toggle_furniture(state: ViewState) -> Transition:
    """Hide or show menus and ads, if there are any and the filter does not hide them."""
    if state.comparison is not None and not any(row.furniture for row in state.comparison.rows):
        return noticed(state, f"there are no {PAGE}")
    if state.settings.is_filtered:
        return noticed(state, f"the filter leaves {PAGE} out")
    is_folded = not state.settings.folds_furniture
    settings = replace(state.settings, folds_furniture=is_folded, opened=frozenset())
    return noticed(state.with_settings(settings), f"{PAGE} are {'hidden' if is_folded else 'shown'}")


def toggle_unchanged(state: ViewState) -> Transition:
    """Fold or show unchanged paragraphs."""
    is_folded = not state.settings.folds_unchanged
    settings = replace(state.settings, folds_unchanged=is_folded, opened=frozenset())
    return noticed(state.with_settings(settings), f"unchanged is {'folded' if is_folded else 'shown'}")


def toggle_folds(state: ViewState) -> Transition:
    """Show everything that is folded, or fold it as before."""
    settings = state.settings
    everything = replace(settings, folds_furniture=False, folds_unchanged=False, only=frozenset(), opened=frozenset())
    if settings != everything:
        key = key_label(state.commands, "unfold-all")
        shown = replace(state, folded_settings=settings).with_settings(everything)
        return noticed(shown, f"everything is shown; {key} folds it again")
    return noticed(state.with_settings(replace(state.folded_settings, view=settings.view)), "folded as before")


def toggle_marks(state: ViewState) -> Transition:
    """Show every mark at full strength, or only what matters."""
    is_loud = not state.settings.shows_all_marks
    settings = replace(state.settings, shows_all_marks=is_loud)
    key = key_label(state.commands, "all-marks")
    words = f"every mark is strong; {key} leaves that to what matters" if is_loud else "what matters is strong"
    return noticed(state.with_settings(settings), words)


def toggle_typography(state: ViewState) -> Transition:
    """Mark what is only set differently and what rules hide, or leave both unmarked."""
    is_marked = not state.settings.shows_typography
    comparison = state.comparison
    count = sum(row.typographic for row in comparison.rows) if comparison is not None else 0
    hidden = sum(found.changes for found in hidden_by_rules(comparison)) if comparison is not None else 0
    said = f"{count} typographic and {hidden} hidden by rules" if hidden else f"{count} typographic"
    settings = replace(state.settings, shows_typography=is_marked)
    return noticed(state.with_settings(settings), f"{said} {'marked' if is_marked else 'not marked'}")


def filter_by(state: ViewState, action: FilterBy) -> Transition:
    """Show only rows of some categories, or with what matters; that waits for the ledger."""
    settings = replace(state.settings, only=action.only, only_matters=action.matters, opened=frozenset())
    filtered = state.with_settings(settings).with_mattering()
    is_waiting = action.matters and filtered.outline is not None and filtered.marking is None
    return ledger_wanted(filtered) if is_waiting else Transition(filtered)


def enter(state: ViewState) -> Transition:
    """Do what Enter is for: leave where that was asked, open a fold, go to the other end of a move, or say why."""
    if state.asks_to_quit:
        return quit_newsdiff(state)
    return follow(state) or toggle_reasons(state)


def open_reasons(state: ViewState) -> Transition:
    """Show why the current pair is one."""
    shown = replace(state, shows_reasons=True, closes_reasons=True)
    return Transition(shown, effects=(PlainEffect.SHOW_REASONS,))


def toggle_reasons(state: ViewState) -> Transition:
    """Show why the current pair is one, then what does not fit, then hide it."""
    if not state.shows_reasons:
        return open_reasons(state)
    return Transition(state, effects=(PageReasons(otherwise=PlainAction.HIDE_REASONS),))


def hide_reasons(state: ViewState) -> Transition:
    """Hide why the current pair is one."""
    return Transition(replace(state, shows_reasons=False, closes_reasons=False))


def close(state: ViewState) -> Transition:
    """Mark no paragraph, close the reasons or end the search, whichever was opened last; else ask whether to leave."""
    if state.held is not None:
        return let_go(state)
    if state.closes_reasons:
        return hide_reasons(state)
    return ask_to_quit(state) if state.search is None else noticed(replace(state, search=None), "")


def toggle(state: ViewState, action: Toggle) -> Transition:
    """Open a panel or close it; the list of the ledger only where there is or will be one."""
    opens = TogglePanel(action.panel)
    match action.panel:
        case Panel.SUMMARY if state.block is None:
            return Transition(state)
        case Panel.LEDGER if state.marking is None:
            wanted = ledger_wanted(state)
            return wanted.then(opens) if wanted.state.is_making_ledger else wanted
        case _:
            return Transition(state, effects=(opens,))


def ask_for(state: ViewState, action: AskFor) -> Transition:
    """Open the prompt."""
    return Transition(state, effects=(Ask(action.purpose),))


def copy(state: ViewState, action: Copy) -> Transition:
    """Copy text of the current row to the clipboard."""
    if state.row is None or state.comparison is None:
        return Transition(state) if state.block is None else noticed(state, "nothing to copy: this is a fold")
    if action.what is Copied.CITATION and state.entry is not None and state.marking is not None:
        cited = change_citation(state.comparison, state.marking.ledger.entries[state.entry])
        return Transition(state, effects=(CopyText(cited),))
    if action.what is Copied.CITATION and state.sentence is not None:
        return Transition(state, effects=(CopyText(sentence_citation(state.comparison, state.row, state.sentence)),))
    text = _COPIES[action.what](state.comparison, state.row)
    return Transition(state, effects=(CopyText(text),)) if text else noticed(state, "nothing to copy on that side")


def interrupt(state: ViewState) -> Transition:
    """Ask what the mouse selected."""
    return Transition(state, effects=(PlainEffect.READ_SELECTION,))


def copy_selected(state: ViewState, action: CopySelected) -> Transition:
    """Copy what the mouse selected; where nothing is, leave."""
    return Transition(state, effects=(CopyText(action.text),)) if action.text else quit_newsdiff(state)


def tell_copy(state: ViewState, action: TellCopy) -> Transition:
    """Say what is known of a text that was to be copied, and how it begins."""
    return noticed(state, f"{action.way}: {visible(action.text.splitlines()[0])}")


def open_palette(state: ViewState) -> Transition:
    """Open the command palette."""
    return Transition(state, effects=(PlainEffect.SHOW_PALETTE,))
