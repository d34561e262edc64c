"""From sentence to sentence of a translation, without an app."""

from dataclasses import replace

import pytest

from diffing.ledger.core.model import Ledger
from diffing.model import Op, Span
from diffing.stage import Stage
from tests.tui.running import story
from tests.tui.translated import differences, translation
from tui.keys.commands import Occasion
from tui.view import actions
from tui.view.actions import PlainAction
from tui.view.effects import CopyText, PlainEffect
from tui.view.entry_marks import Marking
from tui.view.occasions import occasions
from tui.view.outline import row_block
from tui.view.reducer import update
from tui.view.sentences_in_view import sentence_shown_at, sentences_in_view
from tui.view.settings import Category, View
from tui.view.view_state import ViewState

STAGE = Stage(translation())
WHOLE = (Span(Op.TRANSLATED, translation().left.paragraphs[2].text, translation().right.paragraphs[2].text),)
START = replace(ViewState().with_stage(STAGE), marking=Marking(translation(), differences()))
NEXT, PREVIOUS = actions.GoToSentence(1), actions.GoToSentence(-1)


def at(state: ViewState) -> tuple[int, int | None]:
    assert state.block is not None
    return state.block.row, state.sentence


def after(state: ViewState, *steps: actions.Action) -> ViewState:
    for step in steps:
        state = update(state, step).state
    return state


def test_steps_go_through_every_sentence_and_back() -> None:
    forth = [at(after(START, *[NEXT] * count)) for count in range(8)]
    assert forth == [(0, 0), (1, 0), (1, 1), (1, 2), (2, 0), (2, 1), (2, 2), (3, None)]
    end = after(START, *[NEXT] * 7)
    assert [at(after(end, *[PREVIOUS] * count)) for count in range(8)] == forth[::-1]
    assert at(after(end, NEXT)) == (3, None)
    assert at(after(START, PREVIOUS)) == (0, 0)


def test_a_step_brings_the_sentence_into_view() -> None:
    result = update(START, NEXT)
    assert result.effects == (PlainEffect.REVEAL_MATCH, PlainEffect.REVEAL)
    assert result.state.match is not None
    assert result.state.match.row == 1


def test_the_entry_is_that_of_the_sentence() -> None:
    there = after(START, NEXT)
    assert there.entry is None
    assert after(there, NEXT, NEXT).entry == 1
    assert after(there, NEXT, NEXT, NEXT).entry == 0


def test_d_stops_at_each_sentence_that_differs() -> None:
    forth = [after(START, *[actions.GoToMatter(1)] * count) for count in range(1, 5)]
    assert [(at(state), state.entry) for state in forth] == [((1, 2), 1), ((2, 0), 0), ((2, 1), 2), ((3, None), 3)]
    back = [after(forth[-1], *[actions.GoToMatter(-1)] * count) for count in range(1, 4)]
    assert [state.entry for state in back] == [2, 0, 1]


def test_d_goes_on_from_the_sentence_that_the_reader_went_to() -> None:
    before = after(START, NEXT)
    assert after(before, actions.GoToMatter(1)).entry == 1
    behind = after(START, *[NEXT] * 6)
    assert at(behind) == (2, 2)
    assert after(behind, actions.GoToMatter(1)).entry == 3
    assert after(behind, actions.GoToMatter(-1)).entry == 2


def test_the_reader_of_a_change_is_at_its_sentence() -> None:
    there = after(START, NEXT, NEXT, actions.JumpToEntry(translation(), differences().entries[2]))
    assert at(there) == (2, 1)


def test_the_sentence_stays_with_its_row() -> None:
    there = after(START, NEXT, NEXT)
    assert at(after(there, actions.GoToNeighbour(1))) == (2, 0)
    assert at(after(there, actions.Reach(row_block(2), STAGE), actions.Reach(row_block(1), STAGE))) == (1, 1)
    assert there.with_stage(Stage(story())).sentence_at is None


@pytest.mark.parametrize(
    ("cell", "offset", "sentence"), [(0, 0, 0), (0, 30, 0), (0, 40, 1), (1, 45, 1), (0, 70, 2), (1, 999, 1)]
)
def test_a_click_is_at_a_sentence(cell: int, offset: int, sentence: int) -> None:
    there = after(START, actions.PointAt(row_block(1), STAGE, cell, offset))
    assert at(there) == (1, sentence)


def test_a_click_on_another_block_makes_it_current() -> None:
    assert at(after(START, actions.PointAt(row_block(3), STAGE, 1, 2))) == (3, None)
    old = Stage(story())
    assert at(after(START, actions.PointAt(row_block(3), old, 1, 2))) == (0, 0)


def test_the_words_of_a_sentence_in_each_view() -> None:
    row = translation().rows[1]
    left, right = translation().left.paragraphs[1].text, translation().right.paragraphs[1].text
    (first, last), (other_first, other_last) = (own[0] for own in sentences_in_view(row, View.SIDE_BY_SIDE)[0])
    assert left[first:last] == "El faro falló el lunes. Nadie lo vio."
    assert right[other_first:other_last] == "The lighthouse failed on Monday, unseen."
    lone = sentences_in_view(row, View.SIDE_BY_SIDE)[2]
    assert (len(lone.left), len(lone.right)) == (1, 0)
    assert [len(own.left) for own in sentences_in_view(row, View.RIGHT)] == [1, 1, 0]
    assert [len(own.left) for own in sentences_in_view(row, View.REDLINE)] == [2, 2, 1]
    assert sentence_shown_at(translation().rows[3], View.SIDE_BY_SIDE, 1, 0) is None


def test_one_language_has_no_sentences() -> None:
    of_one = ViewState().with_stage(Stage(story()))
    assert of_one.sentence is None
    assert update(of_one, NEXT).effects == (PlainEffect.SHOW_PALETTE,)
    assert update(of_one, PREVIOUS).notice == update(of_one, PlainAction.JUMP_BACK).notice
    assert Occasion.TRANSLATION not in occasions(of_one)
    assert Occasion.TRANSLATION in occasions(START)


def test_what_one_side_leaves_out_is_an_omission() -> None:
    held = {
        category: [at for at, row in enumerate(translation().rows) if category.holds(row)]
        for category in (Category.OMITTED, Category.ADDED, Category.EDITED, Category.REWORDED)
    }
    assert list(held.values()) == [[1], [2, 3], [], []]


def test_the_view_in_one_column_has_its_own_name() -> None:
    notice = update(START, PlainAction.NEXT_VIEW).notice
    assert notice is not None
    assert notice.text == "view: sentence under sentence"


def test_n_stops_at_figures_too() -> None:
    figure = differences().entries[:1]
    rows = translation().rows
    lone = replace(translation(), rows=(*rows[:2], replace(rows[2], spans=WHOLE), rows[3]))
    state = replace(
        ViewState().with_stage(Stage(lone)), marking=Marking(lone, Ledger(figure, differences().languages, ()))
    )
    stops = [at(after(state, *[actions.GoToCategory(Category.DIFFERENCE, 1)] * count))[0] for count in (1, 2, 3)]
    assert stops == [1, 2, 3]


def test_y_copies_the_sentence_with_its_counterpart() -> None:
    result = update(after(START, NEXT), actions.Copy(actions.Copied.CITATION))
    text = (
        'faro-es.txt ¶2, sentences 1-2 → 1: "El faro falló el lunes. Nadie lo vio."\n'
        'faro-en.txt ¶2, sentences 1-2 → 1: "The lighthouse failed on Monday, unseen."'
    )
    assert result.effects == (CopyText(text),)


def test_y_copies_a_difference_with_both_places() -> None:
    result = update(after(START, *[NEXT] * 4), actions.Copy(actions.Copied.CITATION))
    (copied,) = result.effects
    assert isinstance(copied, CopyText)
    assert copied.text.startswith("number differs: 12,5 millones ≠ 21.5 million\nfaro-es.txt ¶3: ")


def test_what_comes_around_is_a_difference() -> None:
    notice = update(after(START, *[actions.GoToMatter(1)] * 4), actions.GoToMatter(1)).notice
    assert notice is not None
    assert notice.text == "first difference that matters again"
