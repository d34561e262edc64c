"""Actions that take the reader from sentence to sentence of a translation.

    →  El alcalde dimite. / The mayor quits.   then   Nadie lo esperaba. / Nobody expected it.

Between articles of one language there are no such sentences: there the same keys do what they did before.
"""

from dataclasses import replace

from .actions import GoToNeighbour, GoToSentence, PointAt, Reach
from .effects import PlainEffect
from .find import Match
from .moving import go_to_neighbour, jump_back, reach
from .outline import row_block
from .sentences_in_view import sentence_shown_at, sentences_in_view
from .transition import Transition
from .view_state import ViewState
from .viewing import open_palette


def go_to_sentence(state: ViewState, action: GoToSentence) -> Transition:
    """Go to the next or previous sentence of a translation, also in another paragraph; else list actions or go back.

    Behind the question whether to leave, actions are listed in a translation too, for a reader who has arrows alone.
    """
    if state.comparison is None or state.comparison.languages is None or state.asks_to_quit:
        return open_palette(state) if action.by > 0 else jump_back(state)
    if state.row is not None and state.sentence is not None:
        inside = state.sentence + action.by
        if 0 <= inside < len(state.row.spans):
            return _at(state, inside)
    there = go_to_neighbour(state, GoToNeighbour(action.by))
    if there.state is state or there.state.row is None or there.state.sentence is None:
        return there
    return _at(there.state, 0 if action.by > 0 else len(there.state.row.spans) - 1).then(*there.effects)


def _at(state: ViewState, sentence: int) -> Transition:
    """Return how the reader comes to a sentence of the current row."""
    assert state.block is not None
    assert state.row is not None
    shown = sentences_in_view(state.row, state.view)[sentence]
    # The match is none of the search: a step from here begins with the row.
    match = next((Match(state.block.row, cell, own[0]) for cell, own in enumerate(shown) if own), None)
    there = replace(state, sentence_at=(state.block.row, sentence), listed_entry=None, match=match, match_number=None)
    return Transition(there, effects=(PlainEffect.REVEAL_MATCH,))


def point_at(state: ViewState, action: PointAt) -> Transition:
    """Make a block current, and of a translation the sentence of it that was clicked."""
    there = reach(state, Reach(action.block, action.stage))
    row = there.state.row
    if there.state.block != action.block or action.block != row_block(action.block.row) or row is None:
        return there
    sentence = sentence_shown_at(row, there.state.view, action.cell, action.offset)
    if sentence is None:
        return there
    return replace(there, state=replace(there.state, sentence_at=(action.block.row, sentence), listed_entry=None))
