"""Causes lost where one of two paragraphs corresponds to none."""

import pytest

import diffing
from diffing.ledger.core.model import Subject

_BEFORE = (
    "Ferries of the future\n\nThe port of Quarn opened its second pier in spring, and ten ferries a day use it now."
)
_BEHIND = "The council of Quarn wants a third pier, and a vote on it is planned for May."
_JOINED = (
    "According to a study, people of twenty use their cars less than people of forty did at that age, and they buy "
    "fewer of them. The study asked two thousand people in nine towns. And people who still have cars meet less "
    "traffic {} Norvo."
)
_ALONE = (
    "People still driving cars are dealing with less traffic {} Norvo. Experts say the ferry line has cut jams on the "
    "big roads and shortened trips for drivers. It has also brought many cars into narrow streets near the port, and "
    "that has angered those who live there."
)
_STUDY = "According to a study, people of twenty use their cars less than people of forty did at that age."


def causes(left: str, right: str) -> list[tuple[str, str]]:
    """The words on the left and on the right of each entry of a cause."""
    texts = ("\n\n".join((_BEFORE, *paragraphs, _BEHIND)) for paragraphs in ([_STUDY, left], [right]))
    comparison = diffing.compare(*texts)
    both = comparison.left, comparison.right
    return [
        (entry.places.left[0].words(both[0]), entry.places.right[0].words(both[1]))
        for entry in diffing.ledger(comparison).entries
        if entry.subject is Subject.CAUSE
    ]


@pytest.mark.parametrize("cause", ["thanks to", "because of"])
@pytest.mark.parametrize("other", ["during", "with"])
def test_a_cause_lost_in_a_paragraph_beside_is_found(cause: str, other: str) -> None:
    assert causes(_ALONE.format(cause), _JOINED.format(other)) == [(cause, other)]
    assert causes(_ALONE.format(other), _JOINED.format(cause)) == [(other, cause)]


@pytest.mark.parametrize(
    ("own", "other"),
    [
        ("thanks to", "because of"),
        ("thanks to", "owing to"),
        ("with", "during"),
    ],
)
def test_another_word_for_a_cause_is_no_change(own: str, other: str) -> None:
    assert causes(_ALONE.format(own), _JOINED.format(other)) == []


def test_words_in_another_order_are_no_change() -> None:
    other = _JOINED.replace("meet less traffic {} Norvo", "say that Norvo has made traffic lighter")
    assert causes(_ALONE.format("thanks to"), other) == []
