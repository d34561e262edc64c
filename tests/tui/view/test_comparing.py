"""Stages and ledgers that come into the state."""

from dataclasses import replace

from diffing.ledger.core.model import Ledger
from diffing.model import Comparison, Pair
from diffing.stage import Stage
from tests.tui.running import EDITED, RETOLD, by_hand, ledger_by_hand
from tests.tui.view.reducer_states import AT_START, FOLD, JUMPED, MOVED, OMITTED, OTHER, STAGE, START, STORY
from tui.view import actions, effects
from tui.view.actions import Panel, PlainAction
from tui.view.effects import PlainEffect
from tui.view.outline import row_block
from tui.view.reducer import update
from tui.view.settings import ViewSettings
from tui.view.transition import Notice, Transition
from tui.view.view_state import ViewState


def test_a_stage_is_shown_and_the_ledger_made_of_the_last_one() -> None:
    begun = update(ViewState(), PlainAction.BEGIN_COMPARING)
    assert begun.effects == (effects.Compare(attempt=1),)
    told = update(begun.state, actions.ShowProgress("pairing paragraphs", 0.5, attempt=1)).state
    assert told.progress == ("pairing paragraphs", 0.5)
    half = update(told, actions.ShowStage(Stage(STORY, frozenset({EDITED})), attempt=1))
    assert half.state.progress is None
    assert half.effects == (effects.KeepArticles(STORY.articles),)
    # Progress that comes after a stage is of the past.
    assert update(half.state, actions.ShowProgress("pairing paragraphs", 0.9, attempt=1)).state is half.state
    there = replace(half.state, at=row_block(START))
    whole = update(there, actions.ShowStage(STAGE, attempt=1))
    assert whole.state.block == row_block(START)
    assert whole.effects == (effects.KeepArticles(STORY.articles),)


def test_a_stage_of_another_attempt_is_left_out() -> None:
    swapped = update(AT_START, PlainAction.SWAP_SIDES).state
    for late in (
        actions.ShowStage(Stage(STORY, frozenset({EDITED})), attempt=1),
        actions.FailComparing("no luck", is_fault=True, attempt=1),
        actions.ShowProgress("pairing paragraphs", 0.5, attempt=1),
    ):
        assert update(swapped, late) == Transition(swapped)


def test_in_another_comparison_the_reader_stays_at_the_same_paragraphs() -> None:
    before = replace(JUMPED, bookmark=OMITTED)
    swapped = update(before, PlainAction.SWAP_SIDES).state
    mirrored = by_hand(STORY.articles.swapped())
    now = update(swapped, actions.ShowStage(Stage(mirrored), attempt=2)).state
    assert now.row is not None
    assert now.row.left == STORY.rows[MOVED].right
    assert now.bookmark is not None
    assert mirrored.rows[now.bookmark].right == STORY.rows[OMITTED].left
    back = update(now, PlainAction.JUMP_BACK).state
    assert back.row is not None
    assert back.row.left == STORY.rows[START].right


def test_comparing_that_fails_is_told_until_a_stage_comes() -> None:
    failed = update(AT_START, actions.FailComparing("no luck", is_fault=True, attempt=1))
    assert (failed.state.failure, failed.state.is_fault) == ("comparing failed: no luck", True)
    assert failed.notice == Notice("comparing failed")
    assert update(failed.state, actions.ShowStage(STAGE, attempt=1)).state.failure == ""


def test_files_are_read_again() -> None:
    readable = replace(AT_START, can_be_read_again=True, settings=ViewSettings(opened=frozenset(FOLD.rows)))
    assert update(readable, PlainAction.READ_AGAIN).effects == (PlainEffect.READ_FILES,)
    result = update(readable, actions.TakeFiles(OTHER))
    assert result.effects == (effects.GiveFiles(OTHER), effects.Compare(attempt=2))
    assert result.notice == Notice("read again")
    assert result.state.settings.opened == frozenset()
    assert update(readable, actions.FailReading("a.txt: no such file")).notice == Notice("a.txt: no such file")


def test_the_ledger_is_asked_for_and_the_step_is_made_when_it_is_there() -> None:
    asked = update(AT_START, actions.GoToMatter(1))
    assert asked.effects == (effects.MakeLedger(STORY),)
    assert asked.notice is not None
    again = update(asked.state, actions.Toggle(Panel.LEDGER))
    assert again.effects == (effects.TogglePanel(Panel.LEDGER),)
    there = update(asked.state, actions.TakeLedger(STORY, ledger_by_hand(STORY)))
    assert there.state.block == row_block(RETOLD)
    assert there.notice == Notice("", replaces=asked.notice.text)
    assert not there.state.is_making_ledger


def test_while_words_are_compared_there_is_no_ledger() -> None:
    pending = ViewState().with_stage(Stage(STORY, frozenset({EDITED})))
    for action in (actions.GoToMatter(1), actions.Toggle(Panel.LEDGER)):
        result = update(pending, action)
        assert result.notice == Notice("words are still being compared")
        assert result.effects == ()


def test_a_ledger_of_another_comparison_is_left_out() -> None:
    other = Comparison(STORY.left, STORY.right, STORY.rows)
    assert update(AT_START, actions.TakeLedger(other, Ledger((), Pair("en", "en")))) == Transition(AT_START)
    assert update(AT_START, actions.FailLedger(other, "no luck")) == Transition(AT_START)
    failed = update(replace(AT_START, is_making_ledger=True), actions.FailLedger(STORY, "no luck"))
    assert failed.notice == Notice("the ledger cannot be made: no luck")
    assert not failed.state.is_making_ledger
