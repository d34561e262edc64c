"""Pairs, notes and checks keep their paragraph when the article is edited, or are listed as without a place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffing.comparison import compare
from diffing.ledger.build import ledger
from diffing.model import Pair
from diffing.review.applying import pins_for, review_of
from diffing.review.editing import pair_paragraphs, part_paragraphs, toggle_mark, write_note
from diffing.review.model import EMPTY, Anchor, Check, Claim, Mark, Note, Review, Spot
from diffing.review.placing import places_of
from tests.diffing.review.stories import LEFT, NEW, RIGHT, articles, as_article, edited

BOTH = articles()


def a_note_everywhere() -> Review:
    """Return a review with a note on each paragraph, and a mark and a note on each entry."""
    review = EMPTY
    for at in range(len(LEFT)):
        review = write_note(review, Spot.of(BOTH, (at,), ()), f"left {at}")
    for at in range(len(RIGHT)):
        review = write_note(review, Spot.of(BOTH, (), (at,)), f"right {at}")
    for number, entry in enumerate(ledger(compare(BOTH.left, BOTH.right)).entries):
        claim = Claim.of(BOTH, entry)
        review = toggle_mark(write_note(review, claim, f"entry {number}"), claim, Mark.CHECKED)
    return review.about(BOTH)


EVERYWHERE = a_note_everywhere()


def texts_of(review: Review, left: list[str], right: list[str]) -> tuple[list[str], list[str]]:
    """Return the texts of all notes: those that have a place, and those that have none."""
    pair = articles(left, right)
    comparison = compare(pair.left, pair.right)
    found = review_of(review, comparison, ledger(comparison))
    placed = "\n\n".join([*found.rows.values(), *(entry.note for entry in found.entries)])
    return placed.split("\n\n"), [one.text for one in found.lost if isinstance(one, Note)]


@given(left=edited(LEFT), right=edited(RIGHT), swap=st.booleans())
def test_no_note_is_lost(
    left: tuple[list[str], list[int | None]], right: tuple[list[str], list[int | None]], swap: bool
) -> None:
    sides = (right[0], left[0]) if swap else (left[0], right[0])
    placed, lost = texts_of(EVERYWHERE, *sides)
    assert sorted(filter(None, placed + lost)) == sorted(note.text for note in EVERYWHERE.notes)


@given(now=edited(LEFT))
def test_an_anchor_is_never_at_another_paragraph(now: tuple[list[str], list[int | None]]) -> None:
    texts, origins = now
    anchors = {at: Anchor.of(BOTH.left, at) for at in range(len(LEFT))}
    found = places_of(anchors.values(), as_article(texts))
    for at, anchor in anchors.items():
        place = found.get(anchor, ())
        assert [origins[index] for index in place] == [at] * len(place)
        if at in origins:
            assert place, f"{LEFT[at]!r} is there"


def test_a_paragraph_that_was_replaced_has_no_place() -> None:
    texts = [*LEFT[:4], NEW[0], *LEFT[5:]]
    assert Anchor.of(BOTH.left, 4) not in places_of([Anchor.of(BOTH.left, 4)], as_article(texts))


def test_two_wordings_of_one_paragraph_are_both_found() -> None:
    texts = [*LEFT]
    texts[2] = "The blaze began in the engine of a lorry that carried paint and oil to Ostrel."
    newer = Anchor.of(as_article(texts), 2)
    texts[2] = "The blaze began in the motor of a lorry that carried paint and oil to the town of Ostrel."
    found = places_of([Anchor.of(BOTH.left, 2), newer], as_article(texts))
    assert found == {Anchor.of(BOTH.left, 2): (2,), newer: (2,)}


def test_equal_paragraphs_are_told_apart_by_their_neighbours() -> None:
    texts = ["No comment.", "First the mayor spoke.", "No comment.", "Then the union spoke.", "No comment."]
    before = as_article(texts)
    anchors = [Anchor.of(before, at) for at in (0, 2, 4)]
    after = as_article([NEW[0], *texts])
    assert [places_of(anchors, after)[anchor] for anchor in anchors] == [(1,), (3,), (5,)]


def test_a_check_of_other_words_is_no_check() -> None:
    """12 to 14 was checked: 12 to 15 was not."""
    claims = [claim for claim in (check.claim for check in EVERYWHERE.checks) if claim.left == ("12",)]
    review = toggle_mark(EMPTY, claims[0], Mark.CHECKED)
    right = [text.replace("injured 14", "injured 15") for text in RIGHT]
    comparison = compare(*articles(LEFT, right))
    found = review_of(review, comparison, ledger(comparison))
    assert found.settled == 0
    assert [one.claim for one in found.lost if isinstance(one, Check)] == claims


def test_wrong_entries_leave_the_ledger_and_stay_listed() -> None:
    comparison = compare(*BOTH)
    whole = ledger(comparison)
    review = toggle_mark(EVERYWHERE, Claim.of(BOTH, whole.entries[1]), Mark.WRONG)
    found = review_of(review, comparison, whole)
    assert found.ledger is not None
    assert found.ledger.entries == (whole.entries[0], *whole.entries[2:])
    assert [(entry, said.note) for entry, said in found.wrong] == [(whole.entries[1], "entry 1")]
    assert found.settled == found.total == len(whole.entries)


@given(right=edited(RIGHT), swap=st.booleans())
def test_pins_of_a_review_are_honoured_where_they_have_a_place(
    right: tuple[list[str], list[int | None]], swap: bool
) -> None:
    review = pair_paragraphs(EMPTY, Spot.of(BOTH, (6,), (6,)))
    review = part_paragraphs(review, Spot.of(BOTH, (5,), (5,))).about(BOTH)
    texts, origins = right
    pair = articles(LEFT, texts)
    if swap:
        pair = pair.swapped()
    pins = pins_for(review, pair)
    comparison = compare(*pair, pins=pins)
    cells = {(a, b) for row in comparison.rows for a in row.left for b in row.right}
    if swap:
        cells = {(b, a) for a, b in cells}
    if 6 in origins:
        assert (6, origins.index(6)) in cells
    if 5 in origins:
        assert (5, origins.index(5)) not in cells


def test_the_last_word_on_a_pair_counts() -> None:
    spot, other = Spot.of(BOTH, (5,), (5,)), Spot.of(BOTH, (5,), (6,))
    review = part_paragraphs(pair_paragraphs(EMPTY, spot), spot)
    assert (pins_for(review, BOTH).pairs, pins_for(review, BOTH).parted) == ((), ((5, 5),))
    review = pair_paragraphs(review, spot)
    assert (pins_for(review, BOTH).pairs, pins_for(review, BOTH).parted) == ((Pair((5,), (5,)),), ())
    review = pair_paragraphs(review, other)
    assert pins_for(review, BOTH).pairs == (Pair((5,), (6,)),)
    assert len(review.pins) == 1


@pytest.mark.parametrize("function", [pair_paragraphs, part_paragraphs])
def test_a_pin_needs_both_sides(function: object) -> None:
    with pytest.raises(ValueError, match="both sides"):
        function(EMPTY, Spot.of(BOTH, (1,), ()))  # type: ignore[operator]  # each in turn


def test_a_blank_note_is_none() -> None:
    spot = Spot.of(BOTH, (1,), (1,))
    review = write_note(EMPTY, spot, "Ask the hospital.\nTwice.\n\n")
    assert [note.text for note in review.notes] == ["Ask the hospital.\nTwice."]
    assert not write_note(review, spot, " \n").notes


def test_marks_that_exclude_each_other() -> None:
    claim = EVERYWHERE.checks[0].claim
    review = toggle_mark(toggle_mark(EMPTY, claim, Mark.IMPORTANT), claim, Mark.CHECKED)
    assert review.checks[0].marks == (Mark.CHECKED, Mark.IMPORTANT)
    assert toggle_mark(review, claim, Mark.WRONG).checks[0].marks == (Mark.WRONG,)
    assert toggle_mark(toggle_mark(review, claim, Mark.WRONG), claim, Mark.CHECKED).checks[0].marks == (Mark.CHECKED,)
    assert not toggle_mark(toggle_mark(EMPTY, claim, Mark.WRONG), claim, Mark.WRONG)
