"""Actions of the reader's hand: pairs put right, notes, marks of entries; undone and done again.

    P on ¶4, P on ¶7      left 4 and right 7 are a pair: all is compared again with it, at once
    U                     the pair of the current row is none
    N                     a note on the change, or on the paragraph
    +                     the change is checked; the list counts: 12 of 18 checked

Every change of the review is kept at once, in a file that the screen knows.
"""

from dataclasses import replace
from typing import NamedTuple

from diffing.ledger.core.model import Ledger
from diffing.model import Comparison, Pair
from diffing.review.editing import pair_paragraphs, part_paragraphs, toggle_mark, write_note
from diffing.review.model import Claim, Review, Spot

from ..keys.commands import key_label
from ..present.cells import BECOMES
from ..present.change_words import change_words
from ..present.labels import numbers, places
from ..present.reviews import MARKS
from ..text.sanitize import visible
from .actions import FailKeeping, TakeReview, ToggleMark, WriteNote
from .effects import AskNote, Compare, KeepReview
from .entry_marks import Marking, marking_of
from .outline import row_block
from .transition import Transition, noticed
from .view_state import HeldParagraphs, ViewState

# Characters of each side of a change in the heading of its note.
_LONGEST_SIDE = 30
MOST_UNDONE = 200
"""Steps that can be taken back: more than anybody takes in a sitting."""


class Change(NamedTuple):
    """A review before it was changed, and by what."""

    what: str
    review: Review


def hold(state: ViewState) -> Transition:
    """Mark paragraphs of the current row, or pair those that are marked with its other side.

    On one row, the key goes through the left side, the right side, and the pair as it is.
    """
    row, block = state.row, state.block
    if row is None or block is None:
        return noticed(state, "a fold has no single paragraph: open it first")
    if not state.stage or not state.stage.is_finished:
        return noticed(state, "words are still being compared")
    held = state.held
    if held is None:
        return _held(state, HeldParagraphs(not row.left, row.right if not row.left else row.left))
    own, other = (row.right, row.left) if held.is_right else (row.left, row.right)
    if set(held.indices) <= set(own):
        if not other:
            return let_go(state)
        if not held.is_right:
            return _held(state, HeldParagraphs(True, row.right))
        return _paired(state, Pair(row.left, row.right))
    if not other:
        return _held(state, held._replace(indices=tuple(sorted({*held.indices, *own}))))
    joined = tuple(sorted({*held.indices, *own})) if row.pinned else held.indices
    return _paired(state, Pair(other, joined) if held.is_right else Pair(joined, other))


def _held(state: ViewState, held: HeldParagraphs) -> Transition:
    key = key_label(state.commands, "pair")
    own, other = ("right", "left") if held.is_right else ("left", "right")
    said = f"{own} ¶{numbers(held.indices)} is marked; {key} on a {other} paragraph pairs them, on a {own} one adds it"
    return noticed(replace(state, held=held), said)


def let_go(state: ViewState) -> Transition:
    """Mark no paragraph any more."""
    return noticed(replace(state, held=None), "no paragraph is marked any more")


def _paired(state: ViewState, pair: Pair[tuple[int, ...]]) -> Transition:
    assert state.comparison is not None
    spot = Spot.of(state.comparison.articles, *pair)
    said = f"paired by hand: left ¶{numbers(pair.left)} and right ¶{numbers(pair.right)}"
    return _changed(replace(state, held=None, joined=pair), pair_paragraphs(_now(state), spot), "the pair", said)


def part(state: ViewState) -> Transition:
    """Part the pair of the current row."""
    row = state.row
    if row is None or state.comparison is None or not (row.left and row.right):
        return noticed(state, "only a pair can be parted")
    if not state.stage or not state.stage.is_finished:
        return noticed(state, "words are still being compared")
    spot = Spot.of(state.comparison.articles, row.left, row.right)
    said = f"parted by hand: left ¶{numbers(row.left)} and right ¶{numbers(row.right)}"
    return _changed(replace(state, held=None), part_paragraphs(_now(state), spot), "the parting", said)


def toggle(state: ViewState, action: ToggleMark) -> Transition:
    """Set a mark of an entry, by default of the one that the reader is at, or take it away."""
    marking = marking_of(state.comparison, state.marking)
    if marking is None:
        return noticed(state, "no change is known yet")
    number = state.entry if action.entry is None else marking.number(action.entry)
    if number is None:
        return noticed(state, "no change is here")
    is_set = action.mark in marking.said(number).marks
    claim = Claim.of(marking.comparison.articles, marking.entry(number))
    said = f"{'not ' if is_set else ''}{MARKS[action.mark]}"
    return _changed(state, toggle_mark(_now(state), claim, action.mark), f"the mark '{MARKS[action.mark]}'", said)


def ask_note(state: ViewState, on_entry: bool) -> Transition:
    """Ask for a note: on the change that the reader is at, or on the paragraphs of the current row."""
    if state.comparison is None or state.row is None or state.block is None:
        return noticed(state, "a fold has no single paragraph: open it first")
    articles = state.comparison.articles
    marking = marking_of(state.comparison, state.marking)
    if on_entry and marking is not None and state.entry is not None:
        entry = marking.entry(state.entry)
        words = change_words(entry, state.comparison).shortened(_LONGEST_SIDE)
        where = f"on {visible(BECOMES.join(filter(None, (words.old, words.new))))}"
        asked = AskNote(Claim.of(articles, entry), marking.said(state.entry).note, where)
        return Transition(state, effects=(asked,))
    spot = Spot.of(articles, state.row.left, state.row.right)
    text = state.notes.get(state.block.row, "")
    return Transition(state, effects=(AskNote(spot, text, f"on {places(state.row)}"),))


def take_note(state: ViewState, action: WriteNote) -> Transition:
    """Take the note that the reader wrote; a blank one takes the note away."""
    review = _now(state)
    changed = write_note(review, action.target, action.text)
    if changed == review:
        return Transition(state)
    return _changed(state, changed, "the note", "noted" if action.text.strip() else "the note is gone")


def undo(state: ViewState) -> Transition:
    """Take back the last change of the review."""
    if not state.past:
        return noticed(state, "nothing to undo")
    change = state.past[-1]
    future = (*state.future, Change(change.what, state.review))
    return _shown(replace(state, past=state.past[:-1], future=future), change.review, f"undone: {change.what}")


def redo(state: ViewState) -> Transition:
    """Make the change again that was undone last."""
    if not state.future:
        return noticed(state, "nothing to do again")
    change = state.future[-1]
    past = (*state.past, Change(change.what, state.review))
    return _shown(replace(state, past=past, future=state.future[:-1]), change.review, f"done again: {change.what}")


def take_review(state: ViewState, action: TakeReview) -> Transition:
    """Take what another newsdiff wrote into the file; what was changed here since is kept with the next change."""
    if state.review is not action.kept or action.review == action.kept or state.comparison is None:
        return Transition(state)
    from diffing.review.merging import merge_reviews

    def joined(change: Change) -> Change:
        return Change(change.what, merge_reviews(action.kept, change.review, action.review))

    joined_state = replace(state, past=tuple(map(joined, state.past)), future=tuple(map(joined, state.future)))
    return _shown(joined_state, action.review, "another newsdiff added to the review", keep=False)


def fail_keeping(state: ViewState, action: FailKeeping) -> Transition:
    """Say why the review is not kept."""
    return noticed(state, action.reason)


def with_reviewed(state: ViewState, comparison: Comparison, ledger: Ledger | None) -> ViewState:
    """Return the state with what the review says of a comparison, and of its ledger if there is one."""
    if not state.review:
        marking = None if ledger is None else Marking(comparison, ledger)
        return replace(state, notes={}, lost=(), marking=marking).with_mattering()
    from diffing.review.applying import review_of  # it loads the alignment, which most screens never need

    reviewed = review_of(state.review, comparison, ledger)
    marking = None if ledger is None else Marking(comparison, ledger, reviewed)
    return replace(state, notes=reviewed.rows, lost=reviewed.lost, marking=marking).with_mattering()


def at_joined(state: ViewState) -> ViewState:
    """Return the state with the reader at the pair that was made by hand, now that it is a row."""
    if state.joined is None or state.comparison is None:
        return state
    rows = enumerate(state.comparison.rows)
    there = next((at for at, row in rows if Pair(row.left, row.right) == state.joined), None)
    return replace(state, joined=None, at=state.at if there is None else row_block(there))


def oriented(state: ViewState, comparison: Comparison) -> ViewState:
    """Return the state with the review's sides as the articles of a comparison have them."""
    if not state.review or (state.comparison is not None and comparison.articles == state.comparison.articles):
        return state
    now = state.review.oriented(comparison.articles)
    if now is state.review:
        return state

    def swapped(change: Change) -> Change:
        return Change(change.what, change.review.swapped())

    return replace(
        state, review=now, past=tuple(map(swapped, state.past)), future=tuple(map(swapped, state.future)), held=None
    )


def _now(state: ViewState) -> Review:
    """Return the review, tied to the articles as they are now."""
    if not state.review or state.comparison is None:
        return state.review
    from diffing.review.applying import refreshed

    marking = marking_of(state.comparison, state.marking)
    return refreshed(state.review, state.comparison, None if marking is None else marking.reviewed.whole)


def _changed(state: ViewState, review: Review, what: str, said: str) -> Transition:
    """Return the transition to another review, which can be undone."""
    past = (*state.past, Change(what, state.review))[-MOST_UNDONE:]
    return _shown(replace(state, past=past, future=()), review, said)


def _shown(state: ViewState, review: Review, said: str, keep: bool = True) -> Transition:
    """Return the transition to another review: with other pins all is compared again."""
    comparison = state.comparison
    assert comparison is not None
    review = review.about(comparison.articles)
    has_other_pins = review.pins != state.review.pins
    marking = marking_of(comparison, state.marking)
    state = replace(state, review=review)
    state = with_reviewed(state, comparison, None if marking is None else marking.reviewed.whole)
    kept = (KeepReview(review, comparison.articles),) if keep else ()
    if not has_other_pins:
        return noticed(state, said, *kept)
    attempt = state.attempt + 1
    return noticed(replace(state, attempt=attempt), said, *kept, Compare(attempt, review))
