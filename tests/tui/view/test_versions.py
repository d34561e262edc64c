"""Many versions in the reducer: which two are in view, where the reader stays, the lanes and the wordings."""

from dataclasses import replace

import pytest

from diffing.model import Pair
from diffing.review.model import Mark
from tests.tui.told import lanes_made, step, story, versions
from tui.view import actions
from tui.view.actions import PlainAction
from tui.view.effects import CopyText, GiveFiles, PlainEffect, WantStep, WriteHistory, WriteReport
from tui.view.outline import row_block
from tui.view.reducer import update
from tui.view.story import Ends, Pane
from tui.view.view_state import ViewState

SHOWN = (PlainEffect.REVEAL, PlainEffect.REVEAL_MATCH)


def after(state: ViewState, *done: actions.Action) -> ViewState:
    for action in done:
        state = update(state, action).state
    return state


def taken(left: int, right: int) -> actions.TakeStep:
    return actions.TakeStep(left, right, step(left, right))


BEGUN = after(ViewState(story=story()), PlainAction.BEGIN_COMPARING)
FIRST = after(BEGUN, taken(0, 1))
ALL = after(FIRST, taken(1, 2), taken(2, 3))
FOLLOWED = after(ALL, actions.TakeLanes(*lanes_made()))


def ends(state: ViewState) -> Ends:
    assert state.story is not None
    return state.story.shown


def paragraph(state: ViewState) -> str:
    """The text of the current paragraph, as the newer version has it."""
    assert state.row is not None
    assert state.comparison is not None
    return state.comparison.right.text(state.row.right)


def test_the_first_step_is_asked_for_and_shown_with_its_ledger() -> None:
    begun = update(ViewState(story=story()), PlainAction.BEGIN_COMPARING)
    assert begun.effects == (WantStep(Ends(0, 1)),)
    there = update(begun.state, taken(0, 1))
    assert there.effects[0] == GiveFiles(Pair(versions()[0].article, versions()[1].article))
    assert there.state.comparison is step(0, 1).comparison
    assert there.state.marking is not None
    assert "Three people" in paragraph(there.state)


def test_a_comparison_is_shown_before_its_ledger_is_there() -> None:
    made = step(0, 1)
    there = update(BEGUN, actions.TakeComparison(0, 1, made.comparison)).state
    assert there.comparison is made.comparison
    assert there.marking is None
    assert there.is_making_ledger
    assert there.story is not None
    assert there.story.wanted is None
    # A step key waits for no ledger.
    assert after(there, taken(1, 2), actions.GoToStep(1)).comparison is step(1, 2).comparison
    known = update(there, taken(0, 1)).state
    assert known.stage is there.stage
    assert known.marking is not None
    assert not known.is_making_ledger
    assert "Three people" in paragraph(known)
    # A comparison that nobody waits for changes nothing.
    assert update(known, actions.TakeComparison(1, 2, step(1, 2).comparison)).state is known


def test_a_step_that_nobody_waits_for_is_kept_and_changes_nothing_else() -> None:
    there = update(FIRST, taken(1, 2))
    assert there.effects == ()
    assert there.state.stage is FIRST.stage
    assert there.state.story is not None
    assert there.state.story.made == 2


def test_a_step_that_is_made_comes_into_view_at_once() -> None:
    there = update(ALL, actions.GoToStep(1))
    assert ends(there.state) == Ends(1, 2)
    assert there.state.comparison is step(1, 2).comparison
    # Also where it is made already, the other process learns where the reader is.
    assert WantStep(Ends(1, 2)) in there.effects
    assert ends(after(there.state, actions.GoToStep(-1))) == Ends(0, 1)


def test_a_step_that_is_not_made_leaves_the_old_versions_until_it_is() -> None:
    there = update(FIRST, actions.GoToStep(1))
    assert there.effects == (WantStep(Ends(1, 2)),)
    assert there.notice is not None
    assert there.notice.text == "comparing versions 2 → 3 …"
    assert there.state.stage is FIRST.stage
    assert ends(there.state) == Ends(0, 1)
    # A second key goes on from what was asked for.
    on = after(there.state, actions.GoToStep(1))
    assert on.story is not None
    assert on.story.wanted == Ends(2, 3)
    come = after(on, taken(1, 2), taken(2, 3))
    assert ends(come) == Ends(2, 3)
    assert come.comparison is step(2, 3).comparison


def test_the_ends_move_one_by_one() -> None:
    wide = after(ALL, actions.MoveEnd(1))
    assert wide.story is not None
    assert wide.story.wanted == Ends(0, 2)
    wide = after(wide, taken(0, 2))
    assert ends(wide) == Ends(0, 2)
    assert ends(after(wide, actions.GoToStep(1))) == Ends(2, 3)
    back = after(ALL, actions.GoToStep(1), actions.MoveEnd(-1), taken(0, 2))
    assert ends(back) == Ends(0, 2)


@pytest.mark.parametrize(
    ("action", "said"),
    [
        (actions.GoToStep(-1), "version 1 is the oldest"),
        (actions.MoveEnd(-1), "version 1 is the oldest"),
        (actions.CompareVersions(2, 9), None),
        (actions.CompareVersions(1, 1), None),
    ],
)
def test_there_is_nothing_beyond_the_oldest_and_the_newest(action: actions.Action, said: str | None) -> None:
    there = update(ALL, action)
    assert there.state is ALL
    assert (there.notice and there.notice.text) == said


def test_two_articles_have_no_further_versions() -> None:
    for action in (actions.GoToStep(1), actions.MoveEnd(1), PlainAction.TOGGLE_LANES, PlainAction.TOGGLE_WORDINGS):
        there = update(ViewState(), action)
        assert there.notice is not None
        assert "no further versions" in there.notice.text


def test_the_current_paragraph_stays_current_through_the_versions() -> None:
    def at(state: ViewState, beginning: str) -> ViewState:
        assert state.comparison is not None
        rows = state.comparison.rows
        right = state.comparison.right
        row = next(place for place, own in enumerate(rows) if right.text(own.right).startswith(beginning))
        return replace(state, at=row_block(row))

    mill = at(ALL, "The mill is open")
    # A quotation comes in before it, and then it is reworded.
    assert paragraph(after(mill, actions.GoToStep(1))).startswith("The mill is open")
    assert paragraph(after(mill, actions.GoToStep(1), actions.GoToStep(1))).startswith("The mill is closed")
    # Over a step that is not between the versions in view, and back.
    far = after(mill, actions.CompareVersions(2, 3))
    assert paragraph(far).startswith("The mill is closed")
    assert paragraph(after(far, actions.CompareVersions(0, 1))).startswith("The mill is open")


def test_sides_of_many_versions_are_not_swapped() -> None:
    there = update(ALL, PlainAction.SWAP_SIDES)
    assert there.state is ALL
    assert there.effects == ()


def test_reviews_are_for_two_articles() -> None:
    for action in (PlainAction.HOLD_PARAGRAPH, PlainAction.UNDO, actions.ToggleMark(Mark.WRONG)):
        there = update(ALL, action)
        assert there.state is ALL
        assert there.effects == ()
        assert there.notice is not None
        assert "two articles" in there.notice.text


def test_a_failure_keeps_what_is_there() -> None:
    failed = update(FIRST, actions.FailStory("killed", False))
    assert failed.state.stage is FIRST.stage
    assert failed.state.failure == ""
    assert failed.notice is not None
    assert "killed" in failed.notice.text
    # What is asked for next is asked of another process.
    again = update(failed.state, actions.GoToStep(1))
    assert again.effects == (WantStep(Ends(1, 2)),)
    assert again.state.story is not None
    assert again.state.story.failure == ""
    # Lanes that are there are shown all the same; those that are not have a reason.
    lanes = update(after(FOLLOWED, actions.FailStory("killed", False)), PlainAction.TOGGLE_LANES)
    assert lanes.state.story is not None
    assert lanes.state.story.pane is Pane.LANES
    refused = update(failed.state, PlainAction.TOGGLE_LANES)
    assert refused.notice is not None
    assert "killed" in refused.notice.text
    early = update(BEGUN, actions.FailStory("killed", True)).state
    assert "killed" in early.failure
    assert early.is_fault


def test_the_lanes_open_at_the_fact_of_the_current_change() -> None:
    there = update(FOLLOWED, PlainAction.TOGGLE_LANES)
    assert PlainEffect.SHOW_PANE in there.effects
    story = there.state.story
    assert story is not None
    assert story.history is not None
    assert story.pane is Pane.LANES
    assert story.history.lanes[story.lane].label.startswith("people")
    assert ends(there.state) == Ends(0, 1)
    back = update(there.state, PlainAction.TOGGLE_LANES)
    assert PlainEffect.FOCUS_ARTICLES in back.effects


def test_the_versions_of_the_current_lane_are_in_view_and_enter_reads_there() -> None:
    state = after(FOLLOWED, PlainAction.TOGGLE_LANES, actions.MoveLane(99))
    story = state.story
    assert story is not None
    assert story.history is not None
    assert story.lane == len(story.history.lanes) - 1
    assert ends(state) == Ends(2, 3)
    read = update(state, PlainAction.READ_CHANGE)
    assert read.state.story is not None
    assert read.state.story.pane is Pane.ARTICLES
    assert PlainEffect.FOCUS_ARTICLES in read.effects
    assert paragraph(read.state).startswith("The mill is closed")
    assert read.state.marking is not None
    assert read.state.entry is not None


def test_changes_without_a_note_are_gone_through_and_around() -> None:
    state = after(FOLLOWED, PlainAction.TOGGLE_LANES)
    story = state.story
    assert story is not None
    assert story.history is not None
    unnoted = {(change.lane, change.event.version) for change in story.history.unnoted}
    seen = set()
    for _ in unnoted:
        state = after(state, actions.GoToUnnoted(1))
        assert state.story is not None
        lane = story.history.lanes[state.story.lane]
        seen.add((lane, lane.events[state.story.event].version))
    assert seen == unnoted


def test_lanes_that_are_asked_for_early_wait_for_the_steps() -> None:
    early = after(FIRST, PlainAction.TOGGLE_LANES)
    assert early.story is not None
    assert early.story.pane is Pane.LANES
    come = after(early, taken(1, 2), taken(2, 3), actions.TakeLanes(*lanes_made()))
    assert come.story is not None
    assert come.story.history is not None
    assert ends(come) == Ends(0, 1)


def test_the_report_of_the_lanes_is_about_all_versions() -> None:
    (written,) = update(FOLLOWED, PlainAction.WRITE_REPORT).effects
    assert isinstance(written, WriteReport)
    assert written.comparison is step(0, 1).comparison
    lanes = after(FOLLOWED, PlainAction.TOGGLE_LANES)
    assert lanes.story is not None
    assert update(lanes, PlainAction.WRITE_REPORT).effects == (WriteHistory(lanes.story.history),)  # type: ignore[arg-type]


def test_a_lane_is_copied_with_its_path() -> None:
    (copied,) = update(after(FOLLOWED, PlainAction.TOGGLE_LANES), PlainAction.COPY_LANE).effects
    assert isinstance(copied, CopyText)
    assert copied.text.startswith("mill.txt: people")
    assert "1 Two · 2 Three (no note)" in copied.text
