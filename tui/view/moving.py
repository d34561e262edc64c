"""Actions that take the reader elsewhere: to a neighbour, a category, a paragraph, back to where a jump began."""

from collections.abc import Callable
from dataclasses import replace

from diffing.ledger.core.model import Entry
from diffing.model import Comparison, Row

from ..keys.commands import key_label
from ..present.coverage import IN_PART
from ..present.labels import numbers, places
from .actions import (
    GoToCategory,
    GoToEdge,
    GoToEntry,
    GoToMatter,
    GoToNeighbour,
    JumpToEntry,
    JumpToRow,
    JumpToTyped,
    Page,
    Reach,
    ShowEntry,
    ShowRow,
    Step,
)
from .effects import MakeLedger, PlainEffect, ScrollInside, ScrollPage
from .find import Match
from .outline import Block, BlockForm, row_block
from .settings import View
from .targets import ParagraphPlace, next_of, next_row, rival, typed
from .transition import Notice, Transition, noticed
from .view_state import ViewState

MAKING_LEDGER = "looking for what matters …"
"""Notice while the ledger is being made."""
_DESPITE_THE_FILTER = "the filter hides this paragraph; it is shown all the same"


def step(state: ViewState, action: Step) -> Transition:
    """Scroll on in a block taller than the window, or go to its neighbour."""
    return Transition(state, effects=(ScrollInside(action.by, otherwise=GoToNeighbour(action.by)),))


def page(state: ViewState, action: Page) -> Transition:
    """Scroll by a window; at an end go to the first or last block."""
    return Transition(state, effects=(ScrollPage(action.by, otherwise=GoToEdge(action.by)),))


def go_to_neighbour(state: ViewState, action: GoToNeighbour) -> Transition:
    """Go to a neighbouring block."""
    return _at_place(state, state.place + action.by)


def go_to_edge(state: ViewState, action: GoToEdge) -> Transition:
    """Go to the first or last block."""
    return _at_place(state, 0 if action.by < 0 else len(state.blocks) - 1)


def reach(state: ViewState, action: Reach) -> Transition:
    """Make a block current that is in view; one of another comparison is ignored, since its rows are others."""
    if state.stage is None or not action.stage.is_of_same_pairing(state.stage) or action.block == state.block:
        return Transition(state)
    return Transition(replace(state, at=action.block))


def go_to_category(state: ViewState, action: GoToCategory) -> Transition:
    """Go to the next or previous row of a category that the filter shows."""
    if state.outline is None or state.block is None:
        return Transition(state)
    row, is_around = next_of(action.category, state.outline, state.place, action.by)
    name = action.category.noun
    # More rows of the category may be ahead of here once more words are compared.
    more = "" if state.outline.stage.is_finished else "; words are still being compared"
    if row is None:
        return noticed(state, f"no {name}{_among(state)}{more}")
    return go_to_row(state, row, f"{'first' if action.by > 0 else 'last'} {name} again{more}" if is_around else "")


def go_to_matter(state: ViewState, action: GoToMatter) -> Transition:
    """Go to the next or previous row with an entry that matters; where there is no ledger yet, once it is there."""
    if state.outline is None or state.block is None:
        return Transition(state)
    if state.marking is None:
        return ledger_wanted(replace(state, matter_by=action.by))
    rows = state.marking.steps
    row, is_around = next_row(rows.__contains__, state.outline, state.place, action.by)
    if row is None:
        where = _among(state) or " was found"
        part = f"; {IN_PART}" if state.marking.ledger.uncovered else ""
        return noticed(state, f"nothing that matters{where}{part}")
    return go_to_row(
        state, row, f"{'first' if action.by > 0 else 'last'} change that matters again" if is_around else ""
    )


def ledger_wanted(state: ViewState) -> Transition:
    """Make the ledger, which is not there yet, unless words are still to be compared."""
    if state.stage is None or not state.stage.is_finished:
        return noticed(state, "words are still being compared")
    if state.is_making_ledger:
        return noticed(state, MAKING_LEDGER)
    return noticed(replace(state, is_making_ledger=True), MAKING_LEDGER, MakeLedger(state.stage.comparison))


def show_row(state: ViewState, action: ShowRow) -> Transition:
    """Show a row that is selected in the list."""
    return go_to_row(state, action.row)


def jump_to_row(state: ViewState, action: JumpToRow) -> Transition:
    """Go to a row, with a way back."""
    return _jump(state, action.row)


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
    return _at_entry(state, order[place], lambda state, row: go_to_row(state, row))


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
    return Transition(state) if number is None else _at_entry(state, number, lambda state, row: go_to_row(state, row))


def jump_to_entry(state: ViewState, action: JumpToEntry) -> Transition:
    """Go to the words of an entry, with a way back."""
    number = _number(state, action.comparison, action.entry)
    return Transition(state) if number is None else _at_entry(state, number, _jump)


def _number(state: ViewState, comparison: Comparison, entry: Entry) -> int | None:
    """Return the number of an entry of the ledger that is shown; None if another one is by now."""
    if state.marking is None or comparison is not state.comparison:
        return None
    return next((at for at, other in enumerate(state.marking.ledger.entries) if other == entry), None)


def _at_entry(state: ViewState, number: int, go: Callable[[ViewState, int], Transition]) -> Transition:
    """Return how the reader comes to the words of an entry; `go` takes the reader to its row."""
    assert state.marking is not None
    entry = state.marking.ledger.entries[number]
    row = state.marking.row_of(entry)
    there = go(state, row)
    there = replace(there, state=replace(there.state, entry_at=number))
    first = state.marking.first_stretch(entry, row, state.view)
    if first is None:
        return there
    # The match is none of the search: a step from here begins with the row.
    at_words = replace(there.state, match=Match(row, *first), match_number=None)
    return replace(there, state=at_words).then(PlainEffect.REVEAL_MATCH)


def jump_to_rival(state: ViewState) -> Transition:
    """Go to the next best candidate for the current paragraphs."""
    place = rival(state.row) if state.row is not None else None
    return noticed(state, "no other candidate") if place is None else _jump_to_paragraph(state, place)


def jump_to_typed(state: ViewState, action: JumpToTyped) -> Transition:
    """Go to the paragraph that the reader typed, with a way back."""
    if not action.text:
        return Transition(state, effects=(PlainEffect.FOCUS_ARTICLES,))
    place = typed(action.text)
    if place is None:
        return noticed(state, "not a paragraph number", PlainEffect.FOCUS_ARTICLES)
    jump = _jump_to_paragraph(state, place)
    return replace(jump, effects=(PlainEffect.FOCUS_ARTICLES, *jump.effects))


def set_bookmark(state: ViewState) -> Transition:
    """Remember the current row."""
    if state.block is None:
        return Transition(state)
    key = key_label(state.commands, "to-bookmark")
    return noticed(replace(state, bookmark=state.block.row), f"bookmark set; {key} comes back here")


def jump_to_bookmark(state: ViewState) -> Transition:
    """Go to the bookmark, and leave it where the reader was."""
    if state.bookmark is None or state.block is None:
        return noticed(state, "no bookmark set")
    return _jump(replace(state, bookmark=state.block.row), state.bookmark)


def jump_back(state: ViewState) -> Transition:
    """Go back to where the last jump began."""
    if state.block is None:
        return Transition(state)
    block, jumps = state.jumps.back(state.block)
    return _return_to(replace(state, jumps=jumps), block, "back")


def jump_forward(state: ViewState) -> Transition:
    """Go forward to where the last jump back began."""
    if state.block is None:
        return Transition(state)
    block, jumps = state.jumps.forward(state.block)
    return _return_to(replace(state, jumps=jumps), block, "forward again")


def follow(state: ViewState) -> Transition | None:
    """Open the current fold, or go to the other end of the current moved row; None where there is neither."""
    block, outline = state.block, state.outline
    if block is None or outline is None:
        return None
    if block.form is BlockForm.FOLD:
        return Transition(state.with_settings(state.settings.with_opened(block.rows)))
    other: int | None = outline.place_of_row(block.row)
    if other == state.place:
        other = outline.pointer_to(block.row)
    if other is not None:
        return _at_place(replace(state, jumps=state.jumps.leave(block)), other)
    return (
        noticed(state, _left_out(state, outline.stage.rows[block.row])) if outline.stage.rows[block.row].moved else None
    )


def follow_click(state: ViewState) -> Transition:
    """Open or go to what a click on the current block is for."""
    return follow(state) or Transition(state)


def go_to_row(state: ViewState, row: int, notice: str = "") -> Transition:
    """Make a row current, opening the fold it is in, and show a notice there."""
    return _go_to_block(state, row_block(row), notice)


def _among(state: ViewState) -> str:
    """Return among which rows a step looks, as the end of a sentence; nothing where it looks among all."""
    if state.settings.only:
        return " among what the filter shows"
    return " in the article shown" if state.view in (View.LEFT, View.RIGHT) else ""


def _at_place(state: ViewState, place: int) -> Transition:
    """Make the block at an index current, at an edge the last one there is."""
    if not state.blocks:
        return Transition(state)
    place = max(0, min(place, len(state.blocks) - 1))
    if place == state.place:
        return Transition(state)
    return Transition(replace(state, at=state.blocks[place]), effects=(PlainEffect.REVEAL,))


def _go_to_block(state: ViewState, block: Block, notice: str) -> Transition:
    before = state.block
    shown = state.outline.block_of_row(block.row) if state.outline is not None else None
    if block.form is BlockForm.ROW and shown is not None and shown.form is BlockForm.FOLD:
        if state.stage is not None and not state.settings.lets_through(
            state.stage.rows[block.row], block.row in state.stage.pending
        ):
            # With the whole fold open, the filter would be gone.
            shown = block
            notice = " · ".join(filter(None, (notice, _DESPITE_THE_FILTER)))
        state = state.with_settings(state.settings.with_opened(shown.rows))
    there = _at_place(state, state.outline.place_of(block) if state.outline is not None else 0)
    # A move ends the notice shown, so that only a notice of its own is needed; without a move an empty one ends it.
    is_noticed = bool(notice) or there.state.block == before
    return replace(there, notice=Notice(notice) if is_noticed else None)


def _jump(state: ViewState, row: int) -> Transition:
    """Go to a row, with a way back to where the reader is."""
    here = state.block
    there = go_to_row(state, row)
    if here is None or there.state.block == here:
        return there
    return replace(there, state=replace(there.state, jumps=there.state.jumps.leave(here)))


def _jump_to_paragraph(state: ViewState, place: ParagraphPlace) -> Transition:
    if state.comparison is None:
        return Transition(state)
    row = place.row(state.comparison)
    if row is None:
        return noticed(state, f"no paragraph {place.index + 1} on the {place.side}")
    return _jump(state, row)


def _return_to(state: ViewState, block: Block | None, way: str) -> Transition:
    if block is None or state.comparison is None:
        return noticed(state, f"nowhere to go {way}")
    return _go_to_block(state, block, f"{way} at {places(state.comparison.rows[block.row])}")


def _left_out(state: ViewState, row: Row) -> str:
    """Return where the other end of a moved row is, in an article that the view leaves out."""
    is_left = state.settings.view is View.LEFT
    other = f"to {numbers(row.right)} in the right" if is_left else f"from {numbers(row.left)} in the left"
    key = key_label(state.commands, "next-view")
    return f"moved {other} article, which this view leaves out; {key} changes the view"
