"""Moving in the state: neighbours, categories, folds, paragraph numbers, and esc."""

from dataclasses import replace

import pytest

from diffing.model import Comparison
from diffing.stage import Stage
from tests.tui.running import ADDED, EDITED, by_hand, ledger_by_hand
from tests.tui.view.reducer_states import AT_START, FURNITURE, MOVED, OMITTED, STAGE, START, STORY, changed
from tui.view import actions, effects
from tui.view.actions import Action, Copied, Panel, PlainAction
from tui.view.effects import PlainEffect
from tui.view.outline import BlockForm, row_block
from tui.view.reducer import update
from tui.view.settings import Category, View, ViewSettings
from tui.view.transition import Notice, Transition
from tui.view.view_state import ViewState


def test_a_neighbour_and_an_edge() -> None:
    last = len(AT_START.blocks) - 1
    for place, by, expected in ((3, 1, 4), (3, -1, 2), (0, -1, 0), (last, 1, last)):
        before = replace(AT_START, at=AT_START.blocks[place])
        result = update(before, actions.GoToNeighbour(by))
        assert result.state.place == expected
        assert result.effects == (() if place == expected else (PlainEffect.REVEAL,))
    assert update(AT_START, actions.GoToEdge(1)).state.place == last


def test_a_block_in_view_becomes_current_without_a_scroll() -> None:
    result = update(AT_START, actions.Reach(AT_START.blocks[2], STAGE))
    assert result.state.block == AT_START.blocks[2]
    assert result.effects == ()
    # A block of another comparison comes too late.
    late = update(
        AT_START,
        actions.Reach(
            AT_START.blocks[2], Stage(Comparison(STORY.right, STORY.left, by_hand(STORY.articles.swapped()).rows))
        ),
    )
    assert late.state is AT_START


@pytest.mark.parametrize("by", [1, -1])
@pytest.mark.parametrize("category", Category)
def test_after_the_last_row_of_a_category_comes_the_first(category: Category, by: int) -> None:
    rows = [at for at, row in enumerate(STORY.rows) if category.holds(row)]
    last, first = (rows[-1], rows[0]) if by > 0 else (rows[0], rows[-1])
    result = update(replace(AT_START, at=row_block(last)), actions.GoToCategory(category, by))
    assert result.state.block == row_block(first)
    assert result.notice == Notice(f"{'first' if by > 0 else 'last'} {category.noun} again")


def test_a_category_that_the_filter_hides_is_not_gone_to() -> None:
    filtered = update(AT_START, actions.FilterBy(frozenset({Category.ADDED}))).state
    result = update(filtered, actions.GoToCategory(Category.OMITTED, 1))
    assert changed(filtered, result.state) == {}
    assert result.notice == Notice("no paragraph only left among what the filter shows")


def test_more_rows_of_a_category_may_come_while_words_are_compared() -> None:
    pending = replace(ViewState().with_stage(Stage(STORY, frozenset({EDITED}))), at=row_block(START))
    result = update(replace(pending, at=row_block(0)), actions.GoToCategory(Category.EDITED, -1))
    assert result.notice == Notice("last paragraph with some words changed again; words are still being compared")


def test_a_fold_opens_for_a_row_in_it() -> None:
    result = update(AT_START, actions.JumpToRow(FURNITURE))
    assert result.state.block == row_block(FURNITURE)
    assert FURNITURE in result.state.settings.opened
    assert result.state.leads_back


def test_a_row_that_the_filter_hides_is_shown_by_itself() -> None:
    filtered = update(AT_START, actions.FilterBy(frozenset({Category.ADDED}))).state
    result = update(filtered, actions.JumpToRow(OMITTED))
    assert result.state.settings.opened == {OMITTED}
    assert result.notice == Notice("the filter hides this paragraph; it is shown all the same")


@pytest.mark.parametrize(
    ("typed", "row", "notice"),
    [("r3", ADDED, None), ("x", START, "not a paragraph number"), ("999", START, "no paragraph 999 on the left")],
)
def test_a_paragraph_number(typed: str, row: int, notice: str | None) -> None:
    result = update(AT_START, actions.JumpToTyped(typed))
    assert result.state.block == row_block(row) or STORY.rows[row].right == (2,)
    assert (result.notice.text if result.notice is not None else None) == notice
    assert result.effects[0] == PlainEffect.FOCUS_ARTICLES
    assert update(AT_START, actions.JumpToTyped(None)).effects == (PlainEffect.FOCUS_ARTICLES,)


def test_the_ends_of_a_moved_row() -> None:
    here = replace(AT_START, at=row_block(MOVED))
    there = update(here, PlainAction.OPEN_CURRENT)
    assert there.state.block is not None
    assert (there.state.block.form, there.state.block.row) == (BlockForm.POINTER, MOVED)
    assert there.state.leads_back
    assert update(there.state, PlainAction.OPEN_CURRENT).state.block == row_block(MOVED)
    one_side = here.with_settings(ViewSettings(view=View.LEFT))
    assert update(one_side, PlainAction.OPEN_CURRENT).notice == Notice(
        "moved to 7 in the right article, which this view leaves out; u changes the view"
    )


def test_enter_on_an_ordinary_pair_says_why_it_is_one() -> None:
    opened = update(AT_START, PlainAction.OPEN_CURRENT)
    assert changed(AT_START, opened.state) == {"shows_reasons": True, "closes_reasons": True}
    assert opened.effects == (PlainEffect.SHOW_REASONS,)
    # Once more it shows what did not fit, and where all was shown it closes.
    (paged,) = update(opened.state, PlainAction.OPEN_CURRENT).effects
    assert isinstance(paged, effects.PageReasons)
    assert not update(opened.state, paged.otherwise).state.shows_reasons
    # A click is no Enter: it only selects.
    assert update(AT_START, PlainAction.FOLLOW) == Transition(AT_START)


def test_esc_with_nothing_to_close_asks_whether_to_leave() -> None:
    asked = update(AT_START, PlainAction.CLOSE)
    assert asked.notice == Notice("quit? Enter quits, → lists every action, others stay")
    assert asked.effects == ()
    assert update(asked.state, PlainAction.OPEN_CURRENT).effects == (effects.Leave(""),)
    again = update(asked.state, PlainAction.CLOSE)
    assert again.notice == Notice("")
    assert not again.state.asks_to_quit


@pytest.mark.parametrize(
    "action",
    [
        actions.GoToNeighbour(1),
        actions.Toggle(Panel.HELP),
        actions.Copy(Copied.BOTH),
        PlainAction.FOLLOW,
        PlainAction.TOGGLE_UNCHANGED,
        actions.ShowProgress("pairing", 0.5, 1),
    ],
    ids=str,
)
def test_whatever_else_the_reader_does_ends_the_question(action: Action) -> None:
    asked = update(AT_START, PlainAction.CLOSE).state
    result = update(asked, action)
    assert not result.state.asks_to_quit
    assert result.notice is not None
    assert not any(isinstance(effect, effects.Leave) for effect in result.effects)


def test_what_comes_by_itself_leaves_the_question() -> None:
    asked = update(AT_START, PlainAction.CLOSE).state
    for action in (actions.FitView(View.REDLINE), actions.TakeLedger(STORY, ledger_by_hand(STORY))):
        assert update(asked, action).state.asks_to_quit


def test_where_no_question_can_be_read_esc_asks_none() -> None:
    assert not update(ViewState(), PlainAction.CLOSE).state.asks_to_quit
    busy = replace(AT_START, progress=("pairing", 0.5))
    assert not update(busy, PlainAction.CLOSE).state.asks_to_quit


def test_a_view_without_the_row_has_the_next_one_come_back_to_it() -> None:
    omitted = replace(AT_START, at=row_block(OMITTED))
    right = omitted.with_settings(ViewSettings(view=View.RIGHT))
    assert right.block != row_block(OMITTED)
    assert right.with_settings(ViewSettings()).block == row_block(OMITTED)
