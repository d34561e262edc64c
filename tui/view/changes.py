"""Actions that take the reader from change to change: down the articles, or through the list.

`d` stops at each paragraph with a change that matters, and in a paragraph longer than a window also further down in it.
`]` goes on in the order of the list, also in the same paragraph.
"""

from collections.abc import Callable
from dataclasses import replace

from diffing.ledger.core.model import Entry
from diffing.model import Comparison

from ..present.coverage import IN_PART
from .actions import GoToEntry, GoToMatter, JumpToEntry, ShowEntry
from .effects import MakeLedger, PlainEffect
from .entry_marks import Marking
from .find import Match
from .moving import among, go_to_row, jump
from .outline import BlockForm
from .targets import next_row
from .transition import Transition, noticed
from .view_state import ViewState

MAKING_LEDGER = "looking for what matters …"
"""Notice while the ledger is being made."""


def go_to_matter(state: ViewState, action: GoToMatter) -> Transition:
    """Go to the next or previous row with an entry that matters; where there is no ledger yet, once it is there."""
    if state.outline is None or state.block is None:
        return Transition(state)
    if state.marking is None:
        return ledger_wanted(replace(state, matter_by=action.by))
    inside = _stop_inside(state, state.marking, action.by)
    if inside is not None:
        return _at_entry(state, inside, lambda state, _: Transition(state))
    rows = state.marking.steps
    row, is_around = next_row(rows.__contains__, state.outline, state.place, action.by)
    if row is None:
        where = among(state) or " was found"
        part = f"; {IN_PART}" if state.marking.ledger.uncovered else ""
        return noticed(state, f"nothing that matters{where}{part}")
    noun = "change" if state.outline.comparison.languages is None else "difference"
    there = go_to_row(
        state, row, f"{'first' if action.by > 0 else 'last'} {noun} that matters again" if is_around else ""
    )
    stops = state.marking.stops(row, state.view)
    # A row has several only where it is long: where it begins, the last of them would not be seen.
    is_shown = len(stops) == 1 and there.state.sentence is None
    return there if is_shown else _at_entry(state, stops[0 if action.by > 0 else -1][1], lambda *_: there)


def _stop_inside(state: ViewState, marking: Marking, by: int) -> int | None:
    """Return the next or previous entry to stop at in the current row, if the row is long and there is one."""
    block = state.block
    if block is None or block.form is not BlockForm.ROW:
        return None
    stops = marking.stops(block.row, state.view)
    here = state.sentence
    if here is None:
        if len(stops) < 2 or state.entry is None:
            return None
        here = marking.position(state.entry, block.row, state.view)
    ahead = [number for start, number in stops[::by] if (start > here if by > 0 else start < here)]
    return ahead[0] if ahead else None


def ledger_wanted(state: ViewState) -> Transition:
    """Make the ledger, which is not there yet, unless words are still to be compared."""
    if state.stage is None or not state.stage.is_finished:
        return noticed(state, "words are still being compared")
    if state.is_making_ledger:
        return noticed(state, MAKING_LEDGER)
    return noticed(replace(state, is_making_ledger=True), MAKING_LEDGER, MakeLedger(state.stage.comparison))


def go_to_entry(state: ViewState, action: GoToEntry) -> Transition:
    """Go to the next or previous entry, also in the same row; where there is no ledger yet, to the first once it is."""
    if state.stage is None or state.block is None:
        return Transition(state)
    if state.marking is None:
        return ledger_wanted(replace(state, matter_by=action.by))
    order = state.marking.order
    if not order:
        return noticed(state, "no changes found" + (f"; {IN_PART}" if state.marking.ledger.uncovered else ""))
    if state.entry is None:
        place = _place_beside(state, action.by)
    else:
        place = (state.marking.place_of(state.entry) + action.by) % len(order)
    return _listed(_at_entry(state, order[place], go_to_row))


def _place_beside(state: ViewState, by: int) -> int:
    """Return the place of the entry that comes first where the current row has none: the next one down, or up."""
    assert state.marking is not None
    marking, here = state.marking, -1 if state.block is None else state.block.row
    rows = [(marking.row_of(marking.ledger.entries[entry]), place) for place, entry in enumerate(marking.order)]
    ahead = [found for found in rows if (found[0] > here if by > 0 else found[0] < here)] or rows
    return (min if by > 0 else max)(ahead)[1]


def show_entry(state: ViewState, action: ShowEntry) -> Transition:
    """Show an entry that is selected in the list."""
    number = _number(state, action.comparison, action.entry)
    return Transition(state) if number is None else _listed(_at_entry(state, number, go_to_row))


def jump_to_entry(state: ViewState, action: JumpToEntry) -> Transition:
    """Go to the words of an entry, with a way back."""
    number = _number(state, action.comparison, action.entry)
    return Transition(state) if number is None else _listed(_at_entry(state, number, jump))


def at_entry_of(state: ViewState, number: int, child: int | None) -> Transition:
    """Go to an entry of the ledger that is shown, or to a part of it, from elsewhere."""
    if state.marking is None:
        return Transition(state)
    entry = state.marking.ledger.entries[number]
    if child is None:
        return _at_entry(state, number, go_to_row)
    return go_to_row(state, state.marking.row_of(entry.children[child]))


def _listed(there: Transition) -> Transition:
    """Return the transition to an entry of the list: its place is that in the list."""
    return replace(there, state=replace(there.state, listed_entry=there.state.entry_at))


def _number(state: ViewState, comparison: Comparison, entry: Entry) -> int | None:
    """Return the number of an entry of the ledger that is shown; None if another one is by now."""
    if state.marking is None or comparison is not state.comparison:
        return None
    return state.marking.number(entry)


def _at_entry(state: ViewState, number: int, go: Callable[[ViewState, int], Transition]) -> Transition:
    """Return how the reader comes to the words of an entry; `go` takes the reader to its row."""
    assert state.marking is not None
    entry = state.marking.entry(number)
    row = state.marking.row_of(entry)
    there = go(state, row)
    there = replace(there, state=replace(there.state, entry_at=number, listed_entry=None, sentence_at=None))
    first = state.marking.first_stretch(entry, row, state.view, state.settings.shows_typography)
    if first is None:
        return there
    # The match is none of the search: a step from here begins with the row.
    at_words = replace(there.state, match=Match(row, *first), match_number=None)
    return replace(there, state=at_words).then(PlainEffect.REVEAL_MATCH)
