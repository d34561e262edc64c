"""What the state shows: folds, views, filters, and what is copied or written."""

from dataclasses import replace

from diffing.comparison import compare
from diffing.model import Article, Comparison, Pair, Row
from diffing.review.model import Mark
from diffing.stage import Stage
from tests.tui.running import ADDED, EDITED, RETOLD, by_hand, ledger_by_hand
from tests.tui.view.reducer_states import AT_FOLD, AT_START, FOLD, OMITTED, OTHER, STORY
from tui.view import actions, effects
from tui.view.actions import Copied, PlainAction
from tui.view.outline import BlockForm, row_block
from tui.view.reducer import update
from tui.view.settings import Category, View
from tui.view.transition import Notice, Transition
from tui.view.view_state import ViewState


def test_everything_unfolded_is_folded_as_before() -> None:
    folded = update(AT_START, PlainAction.TOGGLE_UNCHANGED).state
    shown = update(folded, PlainAction.TOGGLE_FOLDS).state
    assert not any(block.form is BlockForm.FOLD for block in shown.blocks)
    again = update(shown, PlainAction.TOGGLE_FOLDS)
    assert again.state.settings == folded.settings
    assert again.notice == Notice("folded as before")


def test_a_click_opens_a_fold() -> None:
    assert update(AT_START, actions.OpenFold(FOLD)).state.settings.opened == set(FOLD.rows)


def test_the_width_chooses_a_view() -> None:
    narrow = update(AT_START, actions.FitView(View.REDLINE)).state
    assert narrow.view is View.REDLINE
    assert update(narrow, actions.FitView(View.REDLINE)).state is narrow
    # The view that the width chooses is no other one.
    assert update(narrow, PlainAction.NEXT_VIEW).state.settings.view is View.SIDE_BY_SIDE


def test_there_may_be_no_furniture_or_a_filter_without_it() -> None:
    filtered = update(AT_START, actions.FilterBy(frozenset({Category.ADDED}))).state
    assert update(filtered, PlainAction.TOGGLE_FURNITURE).notice == Notice("the filter leaves menus and ads out")
    plain = ViewState().with_stage(Stage(Comparison(OTHER.left, OTHER.right, _rows(OTHER))))
    assert update(plain, PlainAction.TOGGLE_FURNITURE).notice == Notice("there are no menus and ads")


def test_what_matters_is_shown_alone_once_it_is_known() -> None:
    asked = update(AT_START, actions.FilterBy(frozenset(), matters=True))
    assert asked.effects == (effects.MakeLedger(STORY),)
    assert asked.state.blocks == AT_START.blocks
    known = update(asked.state, actions.TakeLedger(STORY, ledger_by_hand(STORY))).state
    assert [block.row for block in known.blocks if block.form is BlockForm.ROW] == [ADDED, EDITED, RETOLD]
    # A change that is marked as wrong does not matter.
    wrong = update(known, actions.ToggleMark(Mark.WRONG, ledger_by_hand(STORY).entries[0])).state
    assert [block.row for block in wrong.blocks if block.form is BlockForm.ROW] == [ADDED, RETOLD]
    # Of another comparison it is not known at first.
    other = update(known, actions.ShowStage(Stage(by_hand(STORY.articles.swapped())), known.attempt)).state
    assert len(other.blocks) == len(AT_START.blocks)
    assert update(wrong, actions.FilterBy(frozenset())).state.blocks == AT_START.blocks


def _rows(articles: Pair[Article]) -> tuple[Row, ...]:

    return compare(*articles).rows


def test_what_was_opened_last_is_closed_first() -> None:
    searching = update(AT_START, actions.SearchFor("moved", is_expression=False)).state
    both = update(searching, PlainAction.TOGGLE_REASONS).state
    closed = update(both, PlainAction.CLOSE).state
    assert not closed.shows_reasons
    assert closed.search is not None
    assert update(closed, PlainAction.CLOSE).state.search is None
    # The other way round.
    reasons = update(AT_START, PlainAction.TOGGLE_REASONS).state
    both = update(reasons, actions.SearchFor("moved", is_expression=False)).state
    assert not both.closes_reasons
    ended = update(both, PlainAction.CLOSE).state
    assert ended.search is None
    assert ended.closes_reasons


def test_what_the_mouse_selected_is_copied_and_with_nothing_one_leaves() -> None:
    result = update(AT_START, actions.CopySelected("One\x1b.\nTwo."))
    assert result.effects == (effects.CopyText("One\x1b.\nTwo."),)
    assert result.notice is None
    told = update(AT_START, actions.TellCopy("copied with xclip", "One\x1b.\nTwo."))
    assert told.notice == Notice("copied with xclip: One␛.")
    assert update(AT_START, actions.CopySelected("")).effects == (effects.Leave(""),)
    failed = replace(AT_START, failure="comparing failed: no luck")
    assert update(failed, PlainAction.QUIT).effects == (effects.Leave("comparing failed: no luck"),)


def test_a_report_is_written_when_everything_is_compared() -> None:
    asked = update(AT_START, PlainAction.WRITE_REPORT)
    assert asked.effects == (effects.WriteReport(STORY, None),)
    assert asked.notice == Notice("writing the report ...")
    busy = replace(AT_START, is_making_ledger=True)
    assert update(busy, PlainAction.WRITE_REPORT) == Transition(busy, Notice("no report yet: not everything is read"))
    told = update(AT_START, actions.TellReport("newsdiff-1\x1b.html"))
    assert told.notice == Notice("report written: newsdiff-1␛.html", replaces="writing the report ...")
    failed = update(AT_START, actions.TellReport("", "No space left on device"))
    assert failed.notice == Notice("no report: No space left on device", replaces="writing the report ...")


def test_an_omitted_row_has_no_right_text_and_a_fold_none_at_all() -> None:
    omitted = replace(AT_START, at=row_block(OMITTED))
    assert update(omitted, actions.Copy(Copied.RIGHT)).notice == Notice("nothing to copy on that side")
    assert update(AT_FOLD, actions.Copy(Copied.BOTH)) == Transition(AT_FOLD, Notice("nothing to copy: this is a fold"))
