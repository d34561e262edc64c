"""Actions of a search. Rows are searched outside, bit by bit; what is found arrives as actions too.

SearchFor("paris")             effect RestartSearch   ->  CountMatches("12 matches in 9 rows")
GoToMatch(1)      seek = ...   effect SeekMatch       ->  ReachMatch(3, ...), or CountMatches while it is not known
"""

from dataclasses import replace

from .actions import AnswerSearch, CountMatches, GoToMatch, ReachMatch, RecountMatches, SearchFor
from .effects import PlainEffect, RestartSearch
from .moving import go_to_row
from .outline import row_block
from .query import Search
from .transition import Notice, Transition, noticed
from .view_state import Seek, ViewState


def search_for(state: ViewState, action: SearchFor) -> Transition:
    """Search for what the reader has typed so far."""
    search = Search(action.text, action.is_expression) if action.text else None
    return Transition(replace(state, search=search), effects=(RestartSearch(counts=True),))


def answer_search(state: ViewState, action: AnswerSearch) -> Transition:
    """Go to the first match, with a way back; with no text, end the search."""
    if not action.text:
        return Transition(replace(state, search=None), effects=(PlainEffect.FOCUS_ARTICLES,))
    there = _seek(state, 1, is_jump=True)
    return replace(there, effects=(PlainEffect.FOCUS_ARTICLES, *there.effects))


def go_to_match(state: ViewState, action: GoToMatch) -> Transition:
    """Go to the next or previous match, opening a fold that hides it."""
    return _seek(state, action.by, is_jump=False)


def reach_match(state: ViewState, action: ReachMatch) -> Transition:
    """Go to the match that was sought."""
    here, seek = state.block, state.seek
    if here is None or seek is None:
        return Transition(state)
    # Also where the first match is here: the ones after it lead away.
    jumps = state.jumps.leave(here) if seek.is_jump else state.jumps
    found = replace(state, seek=None, match_number=action.number, search_notice=action.notice, jumps=jumps)
    there = go_to_row(found, action.match.row, action.notice)
    return replace(there, state=replace(there.state, match=action.match)).then(PlainEffect.REVEAL_MATCH)


def count_matches(state: ViewState, action: CountMatches) -> Transition:
    """Report how many matches there are; a match that is not known yet is still sought."""
    counted = replace(state, search_notice=action.notice, seek=None if action.is_all else state.seek)
    return noticed(counted, action.notice)


def recount_matches(state: ViewState, action: RecountMatches) -> Transition:
    """Replace the notice about the search, if it is still shown."""
    if action.notice == state.search_notice:
        return Transition(state)
    return Transition(replace(state, search_notice=action.notice), Notice(action.notice, replaces=state.search_notice))


def restarted_where_needed(before: ViewState, result: Transition) -> Transition:
    """Search again where the search, the stage or the view has changed; end a seek that the reader walked away from."""
    state = result.state
    if state.search != before.search:
        state = replace(state, closes_reasons=state.search is None and state.shows_reasons)
    is_same = _searched(state) == _searched(before) and state.stage is before.stage
    if is_same:
        is_away = state.seek is not None and _start(state) != state.seek.row
        return replace(result, state=replace(state, seek=None)) if is_away else replace(result, state=state)
    if state.search is None and before.search is None:
        return replace(result, state=state)
    anew = replace(state, match=None, match_number=None, seek=None)
    is_restarted = any(isinstance(effect, RestartSearch) for effect in result.effects)
    return replace(result, state=anew) if is_restarted else replace(result, state=anew).then(RestartSearch())


def _searched(state: ViewState) -> tuple[object, ...]:
    """Return what is searched for, and what decides which words the cells have."""
    return state.search, state.view, state.settings.shows_typography


def _seek(state: ViewState, by: int, is_jump: bool) -> Transition:
    if state.search is None or state.block is None:
        return noticed(state, "nothing is searched for")
    is_at_match = state.match is not None and state.block == row_block(state.match.row)
    seek = Seek(by, _start(state), state.match_number if is_at_match else None, is_jump)
    return Transition(replace(state, seek=seek), effects=(PlainEffect.SEEK_MATCH,))


def _start(state: ViewState) -> int:
    """Return the row from whose beginning matches are counted: the current one, or the one below a pointer."""
    return state.outline.row_below(state.place) if state.outline is not None else 0
