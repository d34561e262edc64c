"""The reader's hand on the state: pairs, notes and marks, undone and done again. No app and no file."""

from dataclasses import replace

from diffing.comparison import compare
from diffing.ledger.build import ledger
from diffing.model import Article, Pair
from diffing.review.applying import pins_for
from diffing.review.model import EMPTY, Claim, Mark, Note, Pinned, Review, Spot
from diffing.stage import Stage
from tests.diffing.review.stories import LEFT, RIGHT, articles
from tui.present.labels import sign
from tui.view.actions import FailKeeping, PlainAction, ShowStage, TakeLedger, TakeReview, ToggleMark, WriteNote
from tui.view.block_lines import _has_sign
from tui.view.effects import AskNote, Compare, KeepReview
from tui.view.outline import row_block
from tui.view.reducer import update
from tui.view.transition import Transition
from tui.view.view_state import ViewState

BOTH = articles()


def shown(state: ViewState, pair: Pair[Article] = BOTH) -> ViewState:
    """Return a state with what the process that compares would send: the comparison with its pins, and its ledger."""
    comparison = compare(*pair, pins=pins_for(state.review, pair))
    state = update(state, ShowStage(Stage(comparison), state.attempt)).state
    return update(state, TakeLedger(comparison, ledger(comparison))).state


def at(state: ViewState, left: int = -1, right: int = -1) -> ViewState:
    """Return the state with the reader at the row of a paragraph."""
    assert state.comparison is not None
    rows = enumerate(state.comparison.rows)
    row = next(number for number, row in rows if left in row.left or right in row.right)
    return replace(state, at=row_block(row))


def again(result: Transition) -> ViewState:
    """Return the state after everything was compared again, as the effects ask for it."""
    compares = [effect for effect in result.effects if isinstance(effect, Compare)]
    assert [effect.attempt for effect in compares] == [result.state.attempt]
    assert compares[0].review is result.state.review
    return shown(result.state)


def rows(state: ViewState) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    assert state.comparison is not None
    return [(row.left, row.right) for row in state.comparison.rows]


STATE = shown(ViewState(attempt=1))


def press(state: ViewState, *actions: PlainAction) -> Transition:
    for action in actions[:-1]:
        state = update(state, action).state
    return update(state, actions[-1])


def test_two_paragraphs_are_paired_and_parted_again() -> None:
    marked = update(at(STATE, left=7), PlainAction.HOLD_PARAGRAPH)
    assert marked.notice is not None
    assert marked.notice.text == "left ¶8 is marked; P on a right paragraph pairs them, on a left one adds it"
    paired = update(at(marked.state, right=6), PlainAction.HOLD_PARAGRAPH)
    assert paired.notice is not None
    assert paired.notice.text == "paired by hand: left ¶8 and right ¶7"
    state = again(paired)
    assert ((7,), (6,)) in rows(state)
    assert state.held is None
    assert state.row is not None
    assert state.row.pinned
    parted = again(update(state, PlainAction.PART_PAIR))
    assert ((7,), (6,)) not in rows(parted)
    assert [pin.what for pin in parted.review.pins] == [Pinned.PARTED]


def test_an_unchanged_pair_made_by_hand_has_its_sign() -> None:
    state = at(STATE, left=5)
    assert state.row is not None
    assert not _has_sign(state.row)
    state = again(press(state, *[PlainAction.HOLD_PARAGRAPH] * 3))
    assert state.row is not None
    assert _has_sign(state.row)
    assert sign(state.row) == "=◆"


def test_on_one_row_the_key_goes_through_both_sides_and_the_pair_as_it_is() -> None:
    state = at(STATE, left=5)
    sides = []
    for _ in range(2):
        state = update(state, PlainAction.HOLD_PARAGRAPH).state
        assert state.held is not None
        sides.append(state.held.is_right)
    assert sides == [False, True]
    state = again(update(state, PlainAction.HOLD_PARAGRAPH))
    assert [(pin.what, pin.spot) for pin in state.review.pins] == [(Pinned.PAIR, Spot.of(BOTH, (5,), (5,)))]


def test_a_paragraph_is_added_to_a_pair_made_by_hand() -> None:
    state = again(press(at(STATE, left=5), *[PlainAction.HOLD_PARAGRAPH] * 3))
    state = update(at(state, left=6), PlainAction.HOLD_PARAGRAPH).state
    state = again(update(at(state, left=5), PlainAction.HOLD_PARAGRAPH))
    assert ((5, 6), (5,)) in rows(state)


def test_several_paragraphs_of_one_side_are_marked_together() -> None:
    state = update(at(STATE, left=6), PlainAction.HOLD_PARAGRAPH).state
    state = update(at(state, left=7), PlainAction.HOLD_PARAGRAPH).state
    assert state.held is not None
    assert state.held.indices == (6, 7)
    state = again(update(at(state, right=6), PlainAction.HOLD_PARAGRAPH))
    assert ((6, 7), (6,)) in rows(state)


def test_esc_lets_go() -> None:
    state = update(at(STATE, left=6), PlainAction.HOLD_PARAGRAPH).state
    result = update(state, PlainAction.CLOSE)
    assert result.state.held is None
    assert not result.state.asks_to_quit
    assert update(at(STATE, left=6), PlainAction.PART_PAIR).notice is not None


def number_of(state: ViewState, words: str) -> int:
    assert state.marking is not None
    claims = [Claim.of(BOTH, entry) for entry in map(state.marking.entry, state.marking.listed)]
    listed: tuple[int, ...] = state.marking.listed
    return listed[next(at for at, claim in enumerate(claims) if words in claim.left)]


def test_marks_are_counted_and_wrong_entries_come_last() -> None:
    marking = STATE.marking
    assert marking is not None
    entry = marking.entry(number_of(STATE, "12"))
    result = update(STATE, ToggleMark(Mark.WRONG, entry))
    state = result.state
    assert state.marking is not None
    assert result.notice is not None
    assert result.notice.text == "wrong"
    assert [type(effect) for effect in result.effects] == [KeepReview]
    assert entry not in state.marking.ledger.entries
    assert state.marking.entry(state.marking.listed[-1]) == entry
    assert (state.marking.reviewed.settled, state.marking.reviewed.total) == (1, len(marking.ledger.entries))
    back = update(state, ToggleMark(Mark.WRONG, entry)).state
    assert back.marking is not None
    assert back.marking.ledger.entries == marking.ledger.entries


def test_everything_is_undone_and_done_again() -> None:
    marking = STATE.marking
    assert marking is not None
    entry = marking.entry(number_of(STATE, "12"))
    spot = Spot.of(BOTH, (1,), (1,))
    state = update(STATE, WriteNote(spot, "Ask the hospital.\nAgain.")).state
    assert list(state.notes.values()) == ["Ask the hospital.\nAgain."]
    state = update(state, ToggleMark(Mark.CHECKED, entry)).state
    state = again(update(at(state, left=5), PlainAction.PART_PAIR))
    said = []
    for _ in range(3):
        result = update(state, PlainAction.UNDO)
        assert result.notice is not None
        said.append(result.notice.text)
        state = again(result) if any(isinstance(effect, Compare) for effect in result.effects) else result.state
    assert said == ["undone: the parting", "undone: the mark 'checked'", "undone: the note"]
    assert not state.review
    assert rows(state) == rows(STATE)
    state = update(state, PlainAction.REDO).state
    state = update(state, PlainAction.REDO).state
    state = again(update(state, PlainAction.REDO))
    assert (len(state.review.notes), len(state.review.checks), len(state.review.pins)) == (1, 1, 1)
    assert update(state, PlainAction.REDO).notice == update(STATE, PlainAction.REDO).notice


def test_a_note_is_on_the_change_or_on_the_paragraph() -> None:
    state = at(STATE, left=1)
    asked = [update(state, action).effects for action in (PlainAction.NOTE_ON_CHANGE, PlainAction.NOTE_ON_ROW)]
    targets = [effect.target for (effect,) in asked if isinstance(effect, AskNote)]
    assert [type(target) for target in targets] == [Claim, Spot]
    written = update(state, WriteNote(targets[0], "12 or 14?")).state
    (asked_again,) = update(at(written, left=1), PlainAction.NOTE_ON_CHANGE).effects
    assert isinstance(asked_again, AskNote)
    assert asked_again.text == "12 or 14?"
    assert not update(written, WriteNote(targets[0], "12 or 14?")).effects, "nothing is new"


def test_a_note_stays_when_the_sides_are_exchanged() -> None:
    state = update(STATE, WriteNote(Spot.of(BOTH, (7,), ()), "Call the owner.")).state
    state = update(state, PlainAction.SWAP_SIDES).state
    state = shown(state, BOTH.swapped())
    assert state.review.notes[0].target == Spot.of(BOTH.swapped(), (), (7,))
    assert list(state.notes.values()) == ["Call the owner."]
    state = update(state, PlainAction.UNDO).state
    assert not state.review


def test_what_has_no_place_any_more_is_known() -> None:
    state = update(STATE, WriteNote(Spot.of(BOTH, (7,), ()), "Call the owner.")).state
    state = shown(state, articles(LEFT[:7], RIGHT))
    assert [note.text for note in state.lost if isinstance(note, Note)] == ["Call the owner."]
    assert not state.notes
    assert state.review.notes


def test_what_another_newsdiff_wrote_is_taken_and_survives_undoing() -> None:
    ours = update(STATE, WriteNote(Spot.of(BOTH, (1,), ()), "ours"))
    kept = ours.state.review
    theirs = update(ours.state, WriteNote(Spot.of(BOTH, (2,), ()), "theirs")).state.review
    state = update(ours.state, TakeReview(kept, theirs)).state
    assert set(state.notes.values()) == {"ours", "theirs"}
    undone = update(state, PlainAction.UNDO).state
    assert set(undone.notes.values()) == {"theirs"}
    assert update(undone, TakeReview(kept, EMPTY)).state is undone, "an answer to an older review"


def test_why_it_is_not_kept_is_said() -> None:
    result = update(STATE, FailKeeping("not kept: a.json: cannot be written: Read-only file system"))
    assert result.notice is not None
    assert result.notice.text.startswith("not kept: a.json")


def test_a_review_from_a_file_is_there_from_the_beginning() -> None:
    review = update(STATE, WriteNote(Spot.of(BOTH, (1,), ()), "Ask.")).state.review
    assert isinstance(review, Review)
    assert list(shown(ViewState(attempt=1, review=review)).notes.values()) == ["Ask."]
