"""Steps through what matters, also within a paragraph of several windows."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from diffing.comparison import compare
from diffing.ledger.build import ledger
from diffing.ledger.core.model import Change, Ledger
from diffing.model import Pair
from diffing.stage import Stage
from tests.tui.running import ADDED, EDITED, RETOLD, article, by_hand, ledger_by_hand
from tests.tui.view.reducer_states import AT_START, MARKED, MOVED, SHOWN, STAGE, STORY, at_entry
from tui.present.citations import change_citation, citation
from tui.view import actions, effects
from tui.view.actions import Copied
from tui.view.effects import PlainEffect
from tui.view.entry_marks import Marking
from tui.view.outline import row_block
from tui.view.reducer import update
from tui.view.settings import Category, ViewSettings
from tui.view.transition import Notice, Transition
from tui.view.view_state import ViewState


def test_an_entry_is_jumped_to() -> None:
    entry = ledger_by_hand(STORY).entries[1]
    result = update(MARKED, actions.JumpToEntry(STORY, entry))
    assert result.state.block == row_block(RETOLD)
    assert result.state.match is not None
    assert result.state.match.row == RETOLD
    assert result.effects == (PlainEffect.REVEAL, PlainEffect.REVEAL_MATCH)
    assert update(MARKED, actions.JumpToEntry(by_hand(STORY.articles.swapped()), entry)) == Transition(MARKED)
    assert result.state.leads_back
    assert result.state.entry == 1


def test_what_is_selected_in_a_list_is_shown_without_a_way_back() -> None:
    entry = ledger_by_hand(STORY).entries[1]
    shown = update(MARKED, actions.ShowEntry(STORY, entry))
    assert at_entry(shown.state) == (RETOLD, 1)
    assert shown.effects == SHOWN
    assert shown.state.jumps == MARKED.jumps
    assert update(MARKED, actions.ShowEntry(by_hand(STORY.articles.swapped()), entry)) == Transition(MARKED)
    assert update(AT_START, actions.ShowEntry(STORY, entry)) == Transition(AT_START)
    row = update(AT_START, actions.ShowRow(MOVED))
    assert row.state.block == row_block(MOVED)
    assert row.state.jumps == AT_START.jumps


@pytest.mark.parametrize(
    ("row", "by", "entry"), [(0, 1, 2), (ADDED + 1, 1, 0), (EDITED + 1, -1, 0), (RETOLD + 1, 1, 2), (0, -1, 1)]
)
def test_from_a_row_without_entries_the_nearest_change_that_way_is_next(row: int, by: int, entry: int) -> None:
    before = replace(MARKED, at=row_block(row))
    assert before.entry is None
    result = update(before, actions.GoToEntry(by))
    assert result.state.entry == entry


def test_steps_through_all_changes_come_around() -> None:
    for by in (1, -1):
        seen, state = [], MARKED
        for _ in range(3):
            state = update(state, actions.GoToEntry(by)).state
            seen.append(state.entry)
        assert seen == ([1, 2, 0] if by > 0 else [2, 1, 0])


def test_several_changes_of_a_row_are_stepped_through() -> None:
    first, *others = ledger_by_hand(STORY).entries
    ledger = Ledger((first, replace(first, change=Change.ROUNDED), *others), Pair("en", "en"))
    state = replace(MARKED, marking=Marking(STORY, ledger))
    there = update(state, actions.GoToEntry(1)).state
    assert at_entry(there) == (EDITED, 1)
    assert update(there, actions.GoToEntry(-1)).state.entry == 0
    # Elsewhere there is none, and back here the same one is current.
    away = update(there, actions.GoToNeighbour(1)).state
    assert away.entry is None
    assert update(away, actions.GoToNeighbour(-1)).state.entry == 1


@pytest.mark.parametrize("by", [1, -1])
def test_a_step_to_a_change_waits_for_the_ledger(by: int) -> None:
    asked = update(AT_START, actions.GoToEntry(by))
    assert asked.effects == (effects.MakeLedger(STORY),)
    there = update(asked.state, actions.TakeLedger(STORY, ledger_by_hand(STORY))).state
    assert there.block == row_block(RETOLD if by > 0 else ADDED)
    none = replace(AT_START, marking=Marking(STORY, Ledger((), Pair("en", "en"))))
    assert update(none, actions.GoToEntry(by)).notice == Notice("no changes found")


def test_a_reader_who_has_not_moved_begins_at_the_first_change_that_matters() -> None:
    new = ViewState(attempt=1).with_stage(STAGE)
    ledger = ledger_by_hand(STORY)
    begun = update(new, actions.TakeLedger(STORY, ledger))
    assert at_entry(begun.state) == (ADDED, 2)
    assert begun.effects == (PlainEffect.REVEAL,)
    assert not begun.state.leads_back
    # Who has moved stays there.
    moved = update(replace(new, at=row_block(0)), actions.TakeLedger(STORY, ledger))
    assert moved.state.block == row_block(0)
    assert moved.effects == ()
    # Nobody begins in a fold: what the filter hides is left out.
    filtered = new.with_settings(ViewSettings(only=frozenset({Category.REWORDED})))
    assert update(filtered, actions.TakeLedger(STORY, ledger)).state.block == row_block(RETOLD)
    nothing = update(new, actions.TakeLedger(STORY, Ledger((), Pair("en", "en"))))
    assert (nothing.state.at, nothing.effects) == (None, ())


_BEFORE = (
    "Aldmoor counts its herons",
    "The reeds were cut in March by nine volunteers, who carried them to the road on their backs.",
    "Wardens of Aldmoor counted 12 herons on Sunday, and 40 coots by the weir.",
    "“It was not cold,” said the warden, Ulla Brask, who has counted birds since she was a child.",
)
_AFTER = (
    "Aldmoor counts its herons",
    "A film about the marsh was shown in the parish hall, and the hall was full.",
    "“It was cold,” said the warden, Ulla Brask, who has counted birds since she was a child.",
    "Wardens of Aldmoor counted 14 herons on Sunday, and 45 coots by the weir.",
)


@pytest.mark.parametrize(
    ("left", "right"),
    [(_BEFORE, _AFTER), (_AFTER, _BEFORE), (_BEFORE[1:], _AFTER[1:]), (_BEFORE[2:], _AFTER[:2] + _BEFORE[2:])],
)
def test_a_reader_begins_at_the_first_that_the_status_line_counts(left: Sequence[str], right: Sequence[str]) -> None:
    comparison = compare(article(left), article(right, "b.txt"))
    new = ViewState(attempt=1).with_stage(Stage(comparison))
    state = update(new, actions.TakeLedger(comparison, ledger(comparison))).state
    marking = state.marking
    assert marking is not None
    seen = []
    for _ in marking.steps:
        assert state.entry is not None
        seen.append(marking.place_in_text(state.entry)[0])
        state = update(state, actions.GoToMatter(1)).state
    assert seen[0] == 0
    assert seen == sorted(set(seen))


def test_the_change_at_the_cursor_is_copied_and_elsewhere_the_row() -> None:
    copied = update(MARKED, actions.Copy(Copied.CITATION))
    assert copied.effects == (effects.CopyText(change_citation(STORY, ledger_by_hand(STORY).entries[0])),)
    plain = update(replace(MARKED, at=row_block(0)), actions.Copy(Copied.CITATION))
    assert plain.effects == (effects.CopyText(citation(STORY, STORY.rows[0])),)
    assert update(MARKED, actions.Copy(Copied.LEFT)).effects == update(AT_START, actions.Copy(Copied.LEFT)).effects


_BETWEEN = "The harbour board said that it would publish nothing before the hearing in the old customs house. " * 8
_PLACES = ("12 goats", "40 sheep", "7 dogs")


def long_paragraph() -> ViewState:
    """A state at the beginning of three paragraphs, the second of which is long and has three changes far apart."""
    texts = [f"The ferry carried {_BETWEEN.join(f'{place}. ' for place in _PLACES)}"]
    texts += [texts[0].replace("12 g", "14 g").replace("40 s", "41 s").replace("7 d", "8 d")]
    ends = ["Nobody was hurt when the mast came down."], ["The old customs house will stay closed until May."]
    left, right = (article([*ends[0], text, *ends[1]]) for text in texts)
    comparison = compare(left, right)
    state = ViewState().with_stage(Stage(comparison))
    return replace(state, marking=Marking(comparison, ledger(comparison)), at=row_block(0))


def test_in_a_long_paragraph_each_change_out_of_sight_is_gone_to() -> None:
    state, seen = long_paragraph(), []
    for by in (1, 1, 1, 1, -1, -1):
        state = update(state, actions.GoToMatter(by)).state
        assert state.marking is not None
        assert state.entry is not None
        (place,) = state.marking.ledger.entries[state.entry].right
        seen.append((state.block and state.block.row, place.words(state.marking.comparison.right)))
    assert seen == [(1, "14"), (1, "41"), (1, "8"), (1, "14"), (1, "8"), (1, "41")]


def test_a_place_is_counted_in_the_text_or_in_the_list_as_one_came() -> None:
    state = update(long_paragraph(), actions.GoToMatter(1)).state
    assert state.entry != state.listed_entry
    state = update(state, actions.GoToEntry(1)).state
    assert state.entry == state.listed_entry
    state = update(state, actions.GoToMatter(1)).state
    assert state.entry != state.listed_entry
