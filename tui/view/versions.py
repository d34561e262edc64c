"""Actions of a story in many versions: which two are in view, and steps that come.

(  )    the step before the versions in view, and the one behind them
{  }    the older end one version back, the newer end one version on
"""

from dataclasses import replace
from functools import partial

from diffing.model import Pair
from diffing.stage import Stage

from .actions import (
    Action,
    CompareVersions,
    FailStory,
    GoToStep,
    MoveEnd,
    PlainAction,
    TakeComparison,
    TakeLedger,
    TakeStep,
    ToggleMark,
    WriteNote,
)
from .arriving import take_ledger, with_stage_shown
from .changes import at_entry_of
from .effects import GiveFiles, PlainEffect, WantStep
from .story import Compared, Ends, Pane, Story, rows_followed
from .transition import Notice, Transition, noticed
from .view_state import ViewState

NO_VERSIONS = "there are two articles, and no further versions"
"""Notice on a command for many versions where there are none."""
_COMPARING = "comparing versions"
# A review is tied to the contents of two articles.
_OF_TWO_ARTICLES = (
    PlainAction.HOLD_PARAGRAPH,
    PlainAction.PART_PAIR,
    PlainAction.NOTE_ON_CHANGE,
    PlainAction.NOTE_ON_ROW,
    PlainAction.UNDO,
    PlainAction.REDO,
)


def refused(state: ViewState, action: Action) -> Transition | None:
    """Return the refusal of an action that is for two articles alone; None where the action is none, or there are."""
    if state.story is None:
        return None
    if action in _OF_TWO_ARTICLES or isinstance(action, (ToggleMark, WriteNote)):
        return noticed(state, "pairs, notes and marks by hand are for two articles: newsdiff OLD NEW")
    return None


def go_to_step(state: ViewState, action: GoToStep) -> Transition:
    """Compare the versions of the step behind those in view, or before them."""
    story = state.story
    if story is None:
        return noticed(state, NO_VERSIONS)
    left, right = story.ends
    return _compared(state, story, Ends(right, right + 1) if action.by > 0 else Ends(left - 1, left))


def move_end(state: ViewState, action: MoveEnd) -> Transition:
    """Compare with the version before the older one, or with the version behind the newer one."""
    story = state.story
    if story is None:
        return noticed(state, NO_VERSIONS)
    left, right = story.ends
    return _compared(state, story, Ends(left, right + 1) if action.by > 0 else Ends(left - 1, right))


def _compared(state: ViewState, story: Story, ends: Ends) -> Transition:
    """Compare these two versions, or say that there is none beyond the oldest or the newest."""
    if ends.left < 0:
        return noticed(state, "version 1 is the oldest")
    if ends.right > story.last:
        return noticed(state, f"version {story.last + 1} is the newest")
    return shown(state, story, ends)


def compare_versions(state: ViewState, action: CompareVersions) -> Transition:
    """Compare two versions."""
    story = state.story
    if story is None or not 0 <= action.left < action.right <= story.last:
        return Transition(state)
    return shown(state, story, Ends(action.left, action.right))


def shown(state: ViewState, story: Story, ends: Ends) -> Transition:
    """Bring two versions into view: at once where their step is made, else once it is."""
    if ends == story.shown and state.stage is not None:
        return _at_entry(Transition(replace(state, story=replace(story, wanted=None))))
    if ends in story.steps:
        return _made(replace(state, story=story), ends).then(WantStep(ends))
    # After a failure another process is asked.
    asked = replace(state, story=replace(story, wanted=ends, failure=""))
    return noticed(asked, f"{_COMPARING} {ends} …", WantStep(ends))


def take_comparison(state: ViewState, action: TakeComparison) -> Transition:
    """Bring the versions of a comparison into view where they are wanted; its ledger comes behind it."""
    story, ends = state.story, Ends(action.left, action.right)
    if story is None or story.wanted != ends:
        return Transition(state)
    there = _in_view(state, Compared(ends, action.comparison))
    making = replace(there.state, is_making_ledger=True)
    return replace(there, state=making, notice=Notice("", replaces=f"{_COMPARING} {ends} …"))


def take_step(state: ViewState, action: TakeStep) -> Transition:
    """Keep a step that is made, and show it where its versions are wanted, or in view without their ledger."""
    story, ends = state.story, Ends(action.left, action.right)
    if story is None:
        return Transition(state)
    kept = replace(state, story=story.with_step(ends, action.step))
    if story.shown == ends and state.comparison is action.step.comparison:
        return take_ledger(kept, TakeLedger(action.step.comparison, action.step.ledger))
    if story.wanted != ends:
        return Transition(kept)
    there = _made(kept, ends)
    return replace(there, notice=there.notice or Notice("", replaces=f"{_COMPARING} {ends} …"))


def _made(state: ViewState, ends: Ends) -> Transition:
    """Bring the versions of a step that is made into view."""
    assert state.story is not None, "a step is of a story"
    step = state.story.steps[ends]
    there = _in_view(state, Compared(ends, step.comparison))
    with_ledger = take_ledger(there.state, TakeLedger(step.comparison, step.ledger))
    return _at_entry(replace(with_ledger, effects=(*there.effects, *with_ledger.effects)))


def _in_view(state: ViewState, now: Compared) -> Transition:
    """Show a comparison; the reader stays at the same paragraph."""
    story = state.story
    assert story is not None, "a step is of a story"
    before = state.comparison
    same = None
    if before is not None:
        same = partial(rows_followed, steps=story.steps, before=Compared(story.shown, before), now=now)
    closed = state.with_settings(replace(state.settings, opened=frozenset()))
    staged = with_stage_shown(closed, Stage(now.comparison), same)
    staged = replace(staged, story=replace(story, shown=now.ends, wanted=None), shown_attempt=state.attempt)
    given = GiveFiles(Pair(story.versions[now.ends.left].article, story.versions[now.ends.right].article))
    return Transition(staged, effects=(given,) if before is None else (given, PlainEffect.REVEAL))


def _at_entry(there: Transition) -> Transition:
    """Return the transition, and on to the entry that the reader wanted to see in these versions."""
    story = there.state.story
    if story is None or story.going_to is None or story.shown != Ends(story.going_to.step, story.going_to.step + 1):
        return there
    at = story.going_to
    reading = replace(there.state, story=replace(story, going_to=None, pane=Pane.ARTICLES))
    on = at_entry_of(reading, at.entry, at.child)
    return replace(on, effects=(*there.effects, *on.effects, PlainEffect.FOCUS_ARTICLES))


def fail_story(state: ViewState, action: FailStory) -> Transition:
    """Report that no more steps will come."""
    story = state.story
    if story is None:
        return Transition(state)
    failure = f"comparing failed: {action.reason}"
    failed = replace(state, story=replace(story, failure=failure, wanted=None))
    if state.stage is None:
        return noticed(replace(failed, failure=failure, is_fault=action.is_fault, progress=None), "comparing failed")
    return noticed(failed, failure)
