"""Which keys matter in a state: the occasions on which the key line names a command."""

from ..keys.commands import Occasion
from .outline import BlockForm
from .settings import View
from .view_state import ViewState


def occasions(state: ViewState) -> set[Occasion]:
    """Return the occasions there are in a state."""
    found = {Occasion.ALWAYS}
    if state.search is not None:
        found.add(Occasion.SEARCH)
    if state.closes_reasons:
        found.add(Occasion.REASONS)
    elif state.search is not None:
        found.add(Occasion.SEARCH_LAST)
    if state.story is not None:
        found.add(Occasion.VERSIONS)
    if state.comparison is not None and state.comparison.languages is not None:
        found.add(Occasion.TRANSLATION)
    if state.leads_back:
        found.add(Occasion.BEFORE)
    if state.leads_forward:
        found.add(Occasion.AFTER)
    if state.block is not None and state.block.form is BlockForm.FOLD:
        found.add(Occasion.FOLD)
    elif state.row is not None and state.row.moved and state.settings.view not in (View.LEFT, View.RIGHT):
        found.add(Occasion.MOVED)
    return found
