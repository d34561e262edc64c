"""Verbs of saying: which changes of verb take sides, and which say the same."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diffing.ledger.attribution.attribution import attribution_entries
from tests.diffing.ledger.compared import context, found


@pytest.mark.parametrize(
    ("left", "right", "before", "after"),
    [
        ("The minister said taxes would fall.", "The minister claimed that taxes would fall.", "said", "claimed"),
        ("“It was late,” she admitted.", "“It was late,” she says.", "admitted", "says"),
        (
            "Taxes would fall, the minister insisted.",
            "Taxes would fall, the minister told reporters.",
            "insisted",
            "told",
        ),
        ("Experts warn that the sea will rise.", "Experts say that the sea will rise.", "warn", "say"),
        (
            "The report said it was done on purpose, and the mayor said so too.",
            "The report conceded it was done on purpose, and the mayor said so too.",
            "said",
            "conceded",
        ),
    ],
)
def test_another_class_in_one_place(left: str, right: str, before: str, after: str) -> None:
    assert found(attribution_entries, left, right) == [("attribution", "changed", before, after)]
    assert found(attribution_entries, right, left) == [("attribution", "changed", after, before)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The minister said taxes would fall.", "The minister told us taxes would fall."),
        ("The minister stated it; he added more.", "The minister noted it; he said more."),
        ("The minister insisted it was so.", "The minister maintained it was so."),
        ("The storm claimed the lives of two.", "The storm ended the lives of two."),
        ("He was admitted to hospital at night.", "He said at night he was ill."),
        ("The town rejected the government’s claim on land.", "The town said no to the land."),
        # What is denied is said not to be so.
        ("He denies that the plans are harsh.", "He says that the plans are not harsh."),
    ],
)
def test_no_other_class(left: str, right: str) -> None:
    assert found(attribution_entries, left, right) == []
    assert found(attribution_entries, right, left) == []


@pytest.mark.parametrize(
    ("language", "left", "right", "before", "after"),
    [
        ("es", "La ministra dijo que era tarde.", "La ministra admitió que era tarde.", "dijo", "admitió"),
        ("fr", "La ministre a dit qu’il était tard.", "La ministre a prétendu qu’il était tard.", "dit", "prétendu"),
    ],
)
def test_other_languages(language: str, left: str, right: str, before: str, after: str) -> None:
    assert found(attribution_entries, left, right, language) == [("attribution", "changed", before, after)]


_TEXTS = st.lists(
    st.sampled_from(["she", "said", "claimed", "not", "denied", ",", ".", "“", "”", "told", "him", "it", "was", "�"]),
    max_size=14,
)


@settings(deadline=None)
@given(_TEXTS.map(" ".join), _TEXTS.map(" ".join))
def test_any_text(left: str, right: str) -> None:
    given_texts = context(left, right, "en")
    for entry in attribution_entries(given_texts):
        for article, own in zip(given_texts.articles, entry.places, strict=True):
            assert all(place.words(article).strip() for place in own)
    assert found(attribution_entries, left, left) == []
