"""Actions that take the reader elsewhere: to a neighbour, a category, a paragraph, back to where a jump began."""

from dataclasses import replace

from diffing.model import Row

from ..keys.commands import key_label
from ..present.labels import numbers, places
from .actions import (
    GoToCategory,
    GoToEdge,
    GoToNeighbour,
    JumpToRow,
    JumpToTyped,
    Page,
    Reach,
    ShowRow,
    Step,
)
from .effects import PlainEffect, ScrollInside, ScrollPage
from .outline import Block, BlockForm, row_block
from .settings import Category, View
from .targets import ParagraphPlace, next_of, rival, typed
from .transition import Notice, Transition, noticed
from .view_state import ViewState

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
    # A figure that differs in a translation is in the ledger alone: there are no words that differ.
    marking = state.marking if state.outline.comparison.languages is not None else None
    also = marking.steps if marking is not None and action.category is Category.DIFFERENCE else ()
    row, is_around = next_of(action.category, state.outline, state.place, action.by, also)
    name = action.category.noun
    # More rows of the category may be ahead of here once more words are compared.
    more = "" if state.outline.stage.is_finished else "; words are still being compared"
    if row is None:
        return noticed(state, f"no {name}{among(state)}{more}")
    return go_to_row(state, row, f"{'first' if action.by > 0 else 'last'} {name} again{more}" if is_around else "")


def show_row(state: ViewState, action: ShowRow) -> Transition:
    """Show a row that is selected in the list."""
    return go_to_row(state, action.row)


def jump_to_row(state: ViewState, action: JumpToRow) -> Transition:
    """Go to a row, with a way back."""
    return jump(state, action.row)


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
    return jump(replace(state, bookmark=state.block.row), state.bookmark)


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


def among(state: ViewState) -> str:
    """Return among which rows a step looks, as the end of a sentence; nothing where it looks among all."""
    if state.settings.is_filtered:
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
        stage, row = state.stage, block.row
        if stage is not None and not state.settings.lets_through(row, stage.rows[row], row in stage.pending):
            # With the whole fold open, the filter would be gone.
            shown = block
            notice = " · ".join(filter(None, (notice, _DESPITE_THE_FILTER)))
        state = state.with_settings(state.settings.with_opened(shown.rows))
    there = _at_place(state, state.outline.place_of(block) if state.outline is not None else 0)
    # A move ends the notice shown, so that only a notice of its own is needed; without a move an empty one ends it.
    is_noticed = bool(notice) or there.state.block == before
    return replace(there, notice=Notice(notice) if is_noticed else None)


def jump(state: ViewState, row: int) -> Transition:
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
    return jump(state, row)


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
