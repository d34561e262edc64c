"""States that the tests of the reducer begin with, and what they look at in the state after."""

from dataclasses import fields, replace

from diffing.model import Kind, Pair
from diffing.stage import Stage
from tests.tui.running import EDITED, article, ledger_by_hand, row_where, story
from tui.view import actions
from tui.view.effects import PlainEffect
from tui.view.entry_marks import Marking
from tui.view.outline import BlockForm, row_block
from tui.view.query import Search
from tui.view.reducer import update
from tui.view.view_state import ViewState

STORY = story()
STAGE = Stage(STORY)
MOVED = row_where(moved=True)
FURNITURE = row_where(furniture=True)
OMITTED = row_where(Kind.OMITTED)
RIVAL = next(at for at, row in enumerate(STORY.rows) if row.evidence and row.evidence.rival)
START = EDITED
AT_START = replace(ViewState(attempt=1).with_stage(STAGE), at=row_block(START))
MARKED = replace(AT_START, marking=Marking(STORY, ledger_by_hand(STORY)))
FOLD = next(block for block in AT_START.blocks if block.form is BlockForm.FOLD)
AT_FOLD = replace(AT_START, at=FOLD)
JUMPED = update(AT_START, actions.JumpToRow(MOVED)).state
SEARCHING = replace(AT_START, search=Search("moved"))
OTHER = Pair(article(["One line.", "And one more."]), article(["One line."], "b.txt"))
SHOWN = (PlainEffect.REVEAL, PlainEffect.REVEAL_MATCH)


def changed(before: ViewState, after: ViewState) -> dict[str, object]:
    """The fields that are others, but for the outline, which follows from stage and settings."""
    names = [field.name for field in fields(ViewState) if field.name != "outline"]
    return {name: getattr(after, name) for name in names if getattr(after, name) != getattr(before, name)}


def at_entry(state: ViewState) -> tuple[int | None, int | None]:
    """The row and the number of the entry that the reader is at."""
    return state.block and state.block.row, state.entry
