"""The JSON of reviews: what was written is read again, the schema describes it, and what is no review is refused."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from diffing.errors import FormatError
from diffing.formats.review_json import review_from_json, review_to_json
from diffing.ledger.core.model import Subject
from diffing.model import Pair
from diffing.review.model import EMPTY, Anchor, Check, Claim, Mark, Note, Pin, Pinned, Review, Seen, Spot

SCHEMA = json.loads(
    (Path(__file__).parents[3] / "diffing" / "formats" / "review.schema.json").read_text(encoding="utf-8")
)
TEXT = st.text(max_size=6)
ANCHOR = st.builds(Anchor, st.text(min_size=1, max_size=6), TEXT, TEXT, st.integers(0, 9))
SOME = st.lists(ANCHOR, min_size=1, max_size=2).map(tuple)
PAIR = st.builds(Spot, SOME, SOME)
SPOT = PAIR | st.builds(Spot, SOME, st.just(())) | st.builds(Spot, st.just(()), SOME)
WORDS = st.lists(TEXT, max_size=2).map(tuple)
CLAIM = st.builds(Claim, st.sampled_from(Subject), WORDS, WORDS, SPOT)
MARKS = st.sets(st.sampled_from(Mark), min_size=1).map(lambda marks: tuple(mark for mark in Mark if mark in marks))
REVIEW = st.builds(
    Review,
    st.lists(st.builds(Pin, st.sampled_from(Pinned), PAIR), max_size=2).map(tuple),
    st.lists(st.builds(Note, SPOT | CLAIM, TEXT), max_size=2).map(tuple),
    st.lists(st.builds(Check, CLAIM, MARKS), max_size=2).map(tuple),
    st.none() | st.builds(Pair, st.builds(Seen, TEXT, TEXT), st.builds(Seen, TEXT, TEXT)),
)


@given(REVIEW)
def test_a_review_round_trips_and_is_valid(review: Review) -> None:
    document = review_to_json(review)
    again = review_from_json(document)
    assert again == review
    assert [anchor.at for spot in again.spots() for side in spot for anchor in side] == [
        anchor.at for spot in review.spots() for side in spot for anchor in side
    ]
    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(json.loads(document))] == []
    assert review.swapped().swapped() == review


def test_the_schema_is_one() -> None:
    of_schemas = Draft202012Validator(Draft202012Validator.META_SCHEMA)
    assert [error.message for error in of_schemas.iter_errors(SCHEMA)] == []


def changed(**fields: Any) -> str:
    return json.dumps(json.loads(review_to_json(EMPTY)) | fields)


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ("{", "not JSON"),
        ("[]", "not a review of newsdiff: not an object"),
        ("{}", "review: missing"),
        (changed(review=2), "a newer newsdiff wrote this review"),
        (changed(review=0), "no version 0"),
        (changed(notes=[{"text": "a"}]), r"notes\[0\].paragraphs: missing"),
        (changed(notes=[{"text": "a", "paragraphs": {"left": [], "right": []}}]), "no paragraph"),
        (changed(pins=[{"what": "pair", "left": [], "right": []}]), "no paragraph"),
        (changed(checks=[{"marks": ["seen"], "entry": {}}]), "'seen' is not one of checked, wrong, important"),
        (changed(checks=[{"marks": [], "entry": {}}]), "no mark"),
    ],
)
def test_what_is_no_review_is_refused_in_one_line(document: str, message: str) -> None:
    with pytest.raises(FormatError, match=message) as raised:
        review_from_json(document)
    assert "\n" not in str(raised.value)


def test_new_fields_are_read_over() -> None:
    assert review_from_json(changed(colour="red")) == EMPTY
