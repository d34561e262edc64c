"""Two readers who write at the same time: nothing that either said is lost."""

from hypothesis import given
from hypothesis import strategies as st

from diffing.comparison import compare
from diffing.ledger.build import ledger
from diffing.review.applying import review_of
from diffing.review.editing import pair_paragraphs, part_paragraphs, toggle_mark, unpin, write_note
from diffing.review.merging import merge_reviews
from diffing.review.model import EMPTY, Check, Claim, Mark, Note, Review, Spot
from tests.diffing.review.stories import articles
from tests.diffing.review.test_placing import EVERYWHERE

BOTH = articles()
SPOTS = [Spot.of(BOTH, (at,), (at,)) for at in range(3)]
CLAIMS = [check.claim for check in EVERYWHERE.checks[:2]]


@st.composite
def changes(draw: st.DrawFn, start: Review) -> Review:
    review = start
    for _ in range(draw(st.integers(0, 5))):
        spot = draw(st.sampled_from(SPOTS))
        match draw(st.sampled_from(["pair", "part", "unpin", "note", "mark"])):
            case "pair":
                review = pair_paragraphs(review, spot)
            case "part":
                review = part_paragraphs(review, spot)
            case "unpin":
                review = unpin(review, [spot])
            case "note":
                targets: list[Spot | Claim] = [spot, *CLAIMS]
                review = write_note(
                    review, draw(st.sampled_from(targets)), draw(st.sampled_from(["", "one", "two", "three"]))
                )
            case _:
                review = toggle_mark(review, draw(st.sampled_from(CLAIMS)), draw(st.sampled_from(Mark)))
    return review


@given(st.data())
def test_merging_loses_nothing(data: st.DataObject) -> None:
    before = data.draw(changes(EMPTY))
    ours, theirs = data.draw(changes(before)), data.draw(changes(before))
    found = merge_reviews(before, ours, theirs)
    texts = {note.target: note.text for note in found.notes}
    for own, other in ((ours, theirs), (theirs, ours)):
        known = {note.target: note.text for note in before.notes}
        for note in own.notes:
            if note.text != known.get(note.target):
                assert note.text in texts[note.target]
        for spot in SPOTS:
            was, now = ([pin for pin in one.pins if pin.spot == spot] for one in (before, own))
            if now != was and [pin for pin in other.pins if pin.spot == spot] == was:
                assert [pin for pin in found.pins if pin.spot == spot] == now


@given(st.data())
def test_who_alone_wrote_is_right(data: st.DataObject) -> None:
    before = data.draw(changes(EMPTY))
    now = data.draw(changes(before))
    for found in (
        merge_reviews(before, now, before),
        merge_reviews(before, before, now),
        merge_reviews(before, now, now),
    ):
        assert {*found.pins} == {*now.pins}
        assert {*found.notes} == {*now.notes}
        assert {*found.checks} == {*now.checks}


def test_both_texts_of_a_note_are_kept() -> None:
    ours, theirs = write_note(EMPTY, SPOTS[0], "Ask Torv."), write_note(EMPTY, SPOTS[0], "Ask the road office.")
    assert merge_reviews(EMPTY, ours, theirs).notes[0].text == "Ask the road office.\n\nAsk Torv."


def test_of_two_notes_on_one_thing_in_a_file_both_are_kept() -> None:
    """newsdiff writes one for each thing, others may not."""
    comparison = compare(*BOTH)
    whole = ledger(comparison)
    claim = Claim.of(BOTH, whole.entries[0])
    twice = Review(
        notes=(Note(claim, "Ask."), Note(claim, "Asked on Friday."), Note(claim, "Ask.")),
        checks=(Check(claim, (Mark.CHECKED,)), Check(claim, (Mark.IMPORTANT,))),
    )
    merged = merge_reviews(EMPTY, EMPTY, twice)
    assert merged.notes == (Note(claim, "Ask.\n\nAsked on Friday."),)
    assert merged.checks == (Check(claim, (Mark.CHECKED, Mark.IMPORTANT)),)
    said = review_of(twice, comparison, whole).entries[0]
    assert (said.note, said.marks) == ("Ask.\n\nAsked on Friday.", frozenset((Mark.CHECKED, Mark.IMPORTANT)))
