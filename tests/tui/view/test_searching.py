"""Searches in the state: they begin, wait for a match, and end."""

from dataclasses import replace

import pytest

from tests.tui.view.reducer_states import AT_START, MOVED, SEARCHING, START
from tui.view import actions, effects
from tui.view.actions import Action, PlainAction
from tui.view.effects import PlainEffect
from tui.view.find import Match
from tui.view.outline import row_block
from tui.view.query import Search
from tui.view.reducer import update
from tui.view.settings import View
from tui.view.transition import Notice
from tui.view.view_state import Seek

MATCH = Match(MOVED, 1, (0, 5))


def test_a_search_begins_ends_and_is_counted() -> None:
    begun = update(AT_START, actions.SearchFor("moved", is_expression=True))
    assert begun.state.search == Search("moved", is_expression=True)
    assert begun.effects == (effects.RestartSearch(counts=True),)
    counted = update(begun.state, actions.CountMatches("12 matches in 6 rows", is_all=True))
    assert counted.notice == Notice("12 matches in 6 rows")
    ended = update(counted.state, actions.SearchFor("", is_expression=True))
    assert ended.state.search is None
    assert ended.effects == (effects.RestartSearch(counts=True),)


def test_the_first_match_is_jumped_to() -> None:
    sought = update(SEARCHING, actions.AnswerSearch("moved"))
    assert sought.state.seek == Seek(1, START, None, is_jump=True)
    assert sought.effects == (PlainEffect.FOCUS_ARTICLES, PlainEffect.SEEK_MATCH)
    reached = update(sought.state, actions.ReachMatch(3, MATCH, "match 4 of 12"))
    assert (reached.state.match, reached.state.match_number, reached.state.seek) == (MATCH, 3, None)
    assert reached.state.block == row_block(MOVED)
    assert reached.state.leads_back
    assert reached.notice == Notice("match 4 of 12")
    assert reached.effects == (PlainEffect.REVEAL, PlainEffect.REVEAL_MATCH)
    # The next step goes on from that match.
    assert update(reached.state, actions.GoToMatch(1)).state.seek == Seek(1, MOVED, 3, is_jump=False)


def test_a_reader_who_gives_up_searches_no_more() -> None:
    result = update(SEARCHING, actions.AnswerSearch(None))
    assert result.state.search is None
    assert result.effects == (PlainEffect.FOCUS_ARTICLES, effects.RestartSearch())
    assert update(AT_START, actions.GoToMatch(1)).notice == Notice("nothing is searched for")


def test_a_match_not_known_yet_is_waited_for_unless_the_reader_goes_away() -> None:
    sought = update(SEARCHING, actions.GoToMatch(1)).state
    waiting = update(sought, actions.CountMatches("2+ matches", is_all=False)).state
    assert waiting.seek is not None
    assert update(waiting, actions.CountMatches("no match", is_all=True)).state.seek is None
    away = update(waiting, actions.GoToEdge(1)).state
    assert away.seek is None
    assert update(away, actions.ReachMatch(3, MATCH, "match 4 of 12")).state is away


def test_the_notice_about_a_search_is_replaced_only_where_it_is_shown() -> None:
    counted = update(SEARCHING, actions.CountMatches("2+ matches", is_all=False)).state
    result = update(counted, actions.RecountMatches("3 matches in 2 rows"))
    assert result.notice == Notice("3 matches in 2 rows", replaces="2+ matches")
    assert update(result.state, actions.RecountMatches("3 matches in 2 rows")).notice is None


@pytest.mark.parametrize("action", [PlainAction.NEXT_VIEW, actions.FitView(View.REDLINE)])
def test_another_view_is_searched_anew(action: Action) -> None:
    at_match = replace(SEARCHING, match=MATCH, match_number=3)
    result = update(at_match, action)
    assert result.effects == (effects.RestartSearch(),)
    assert result.state.match is None
    assert result.state.match_number is None
