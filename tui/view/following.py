"""Actions that follow one fact or one paragraph through the versions: the lanes, and the wordings of a paragraph.

T, then down     the lanes, and the next fact; the versions of its change are in view
Enter            the articles, at that change
I                the wordings of the current paragraph, the oldest first
"""

from collections.abc import Sequence
from dataclasses import replace

from diffing.history.model import EntryAt, History, LaneEvent, ParagraphLine

from ..present.lanes import GROUPS, lane_title, path
from .actions import GoToLane, GoToUnnoted, MoveChange, MoveLane, TakeLanes
from .effects import CopyText, PlainEffect
from .story import Ends, Pane, Story
from .transition import Transition, noticed
from .versions import NO_VERSIONS, shown
from .view_state import ViewState


def take_lanes(state: ViewState, action: TakeLanes) -> Transition:
    """Keep what follows from all steps, and show it where it is waited for."""
    story = state.story
    if story is None or story.history is not None:
        return Transition(state)
    steps = tuple(story.steps[Ends(at, at + 1)] for at in range(story.last))
    history = History(story.versions, steps, action.lines, action.lanes, action.disagreements)
    known = replace(state, story=replace(story, history=history))
    if story.pane is not Pane.LANES or not history.lanes:
        return Transition(known)
    return go_to_lane(known, GoToLane(0))


def _story_without(pane: Pane, state: ViewState) -> Story | Transition:
    """Return the story of which a pane is to be shown; where it is shown, or there is none, what is done instead."""
    story = state.story
    if story is not None and story.pane is pane:
        return show_articles(state)
    if story is None or (story.failure and story.history is None):
        return noticed(state, NO_VERSIONS if story is None else story.failure)
    return story


def toggle_lanes(state: ViewState) -> Transition:
    """Show the lanes, at the fact of the change the reader is at; where they are shown, the articles."""
    story = _story_without(Pane.LANES, state)
    if isinstance(story, Transition):
        return story
    lane, event = _lane_of(state, story) or (story.lane, story.event)
    there = replace(state, story=replace(story, pane=Pane.LANES, lane=lane, event=event), shows_reasons=False)
    return with_versions(there).then(PlainEffect.SHOW_PANE)


def toggle_wordings(state: ViewState) -> Transition:
    """Show all wordings of the current paragraph; where they are shown, the articles."""
    story = _story_without(Pane.WORDINGS, state)
    if isinstance(story, Transition):
        return story
    if state.row is None:
        return noticed(state, "no paragraph is current")
    there = replace(state, story=replace(story, pane=Pane.WORDINGS, top=0), shows_reasons=False)
    return Transition(there, effects=(PlainEffect.SHOW_PANE,))


def _lane_of(state: ViewState, story: Story) -> tuple[int, int] | None:
    """Return the lane and the event of the change the reader is at; None where it is about no fact."""
    if story.history is None or state.entry is None or story.shown.right != story.shown.left + 1:
        return None
    for number, lane in enumerate(story.history.lanes):
        for at, event in enumerate(lane.events):
            if any((entry.step, entry.entry) == (story.shown.left, state.entry) for entry in event.entries):
                return number, at
    return None


def show_articles(state: ViewState) -> Transition:
    """Show the articles again, in the versions in view."""
    if state.story is None or state.story.pane is Pane.ARTICLES:
        return Transition(state)
    back = replace(state, story=replace(state.story, pane=Pane.ARTICLES))
    return Transition(back, effects=(PlainEffect.FOCUS_ARTICLES,))


def move_lane(state: ViewState, action: MoveLane) -> Transition:
    """Go to another lane, or through the wordings."""
    story = state.story
    if story is None or story.history is None:
        return Transition(state)
    if story.pane is Pane.WORDINGS:
        return Transition(replace(state, story=replace(story, top=max(0, story.top + action.by))))
    lane = max(0, min(story.lane + action.by, len(story.history.lanes) - 1))
    return Transition(state) if lane == story.lane else go_to_lane(state, GoToLane(lane))


def go_to_lane(state: ViewState, action: GoToLane) -> Transition:
    """Go to a lane, and to one of its changes."""
    story = state.story
    if story is None or story.history is None or not 0 <= action.lane < len(story.history.lanes):
        return Transition(state)
    events = story.history.lanes[action.lane].events
    event = _first_to_see(events)
    if action.version is not None:
        event = max((at for at, own in enumerate(events) if own.version <= action.version), default=0)
    return with_versions(replace(state, story=replace(story, lane=action.lane, event=event)))


def _first_to_see(events: Sequence[LaneEvent]) -> int:
    """Return the first event for which readers of the version before need a note, else the first."""
    return next((at for at, event in enumerate(events) if event.is_accountable), 0)


def move_change(state: ViewState, action: MoveChange) -> Transition:
    """Go to another change of the lane."""
    story = state.story
    if story is None or story.history is None:
        return Transition(state)
    event = story.event + action.by
    if not 0 <= event < len(story.history.lanes[story.lane].events):
        return noticed(state, f"this is the {'last' if action.by > 0 else 'first'} change of this fact")
    return with_versions(replace(state, story=replace(story, event=event)))


def go_to_unnoted(state: ViewState, action: GoToUnnoted) -> Transition:
    """Go to the next or previous change of a fact that no note names, by lanes; after the last, to the first."""
    story = state.story
    if story is None or story.history is None:
        return Transition(state)
    found = [
        (number, at)
        for number, lane in enumerate(story.history.lanes)
        for at, event in enumerate(lane.events)
        if event.is_accountable and event.note is None
    ]
    if not found:
        return noticed(state, "no fact changed without a note")
    here = story.lane, story.event
    ahead = [place for place in found[:: action.by] if (place > here if action.by > 0 else place < here)]
    lane, event = (ahead or found[:: action.by])[0]
    there = with_versions(replace(state, story=replace(story, lane=lane, event=event)))
    return there if ahead else noticed(there.state, "all of them were seen: from the other end", *there.effects)


def with_versions(state: ViewState) -> Transition:
    """Bring the versions of the current change into view."""
    at = _entry_here(state.story)
    return Transition(state) if at is None or state.story is None else shown(state, state.story, _ends(at))


def _ends(at: EntryAt) -> Ends:
    return Ends(at.step, at.step + 1)


def _entry_here(story: Story | None) -> EntryAt | None:
    """Return the entry of the current change of the current lane."""
    if story is None or story.history is None or not story.history.lanes:
        return None
    return story.history.lanes[story.lane].events[story.event].entries[0]


def read_change(state: ViewState) -> Transition:
    """Show the current change in the articles of its versions."""
    at = _entry_here(state.story)
    if at is None or state.story is None:
        return Transition(state)
    return shown(state, replace(state.story, going_to=at), _ends(at))


def copy_lane(state: ViewState) -> Transition:
    """Copy what the current lane says."""
    story = state.story
    if story is None or story.history is None or not story.history.lanes:
        return Transition(state)
    lane = story.history.lanes[story.lane]
    text = f"{story.name}: {lane_title(lane, story.history)} ({GROUPS[lane.fact]}): {path(lane, story.history)}"
    return Transition(state, effects=(CopyText(text),))


def lines_here(state: ViewState) -> tuple[ParagraphLine, ...]:
    """Return the lines of the current paragraphs: those of the newer version, or else of the older one."""
    story, row = state.story, state.row
    if story is None or story.history is None or row is None:
        return ()
    version, paragraphs = (story.shown.right, row.right) if row.right else (story.shown.left, row.left)
    return tuple(story.history.line_at(version, paragraph) for paragraph in paragraphs)
