"""Who it is known from: named by another name, left out, added; or told in another way, which is no entry."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diffing.ledger.attribution.source_changes import source_entries
from tests.diffing.ledger.compared import context, found


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (
            "The talks failed in the night, the US press reported.",
            "The talks failed in the night, The New York Times reported.",
            ("source", "changed", "the US press reported", "The New York Times reported"),
        ),
        (
            "According to the newspaper, the talks failed in the night.",
            "According to the NYT, the talks failed in the night.",
            ("source", "changed", "According to the newspaper", "According to the NYT"),
        ),
        (
            "The Velmora Echo saw it.\n\nAccording to the newspaper, the talks failed in the night.",
            "The Norrland Times saw it.\n\nAccording to the NT, the talks failed in the night.",
            ("source", "changed", "According to the newspaper", "According to the NT"),
        ),
        (
            "According to the police, two people were hurt in the crash.",
            "Two people were hurt in the crash.",
            ("source", "gone", "According to the police", ""),
        ),
        (
            "Two people were hurt in the crash near the bridge.",
            "Two people were hurt in the crash near the bridge, officials said.",
            ("source", "new", "", "officials said"),
        ),
        (
            "Two people were hurt in the crash near the bridge, said an officer on condition of anonymity.",
            "Two people were hurt in the crash near the bridge, said an officer.",
            ("source", "gone", "on condition of anonymity", ""),
        ),
    ],
)
def test_sources(left: str, right: str, expected: tuple[str, str, str, str]) -> None:
    assert found(source_entries, left, right) == [expected]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The talks failed, according to the New York Times.", "The talks failed, according to the NYT."),
        ("The talks failed, according to the paper.", "The talks failed, according to the newspaper."),
        ("The talks failed in the night, according to Smith.", "Smith said the talks failed in the night."),
        ("According to Reuters, the talks failed in the night.", "The talks failed in the night, Reuters reported."),
        ("The talks failed in the night, he said.", "“The talks failed in the night.”"),
        # The sentence is gone, and its source with it.
        ("The talks failed. According to the police, two people were hurt in a crash.", "The talks failed in Oslo."),
        # Nobody says anything.
        (
            "Fear of the revolt, which has claimed many lives, keeps guests away.",
            "Fear of the revolt keeps guests away.",
        ),
        (
            "The newspaper said, citing unnamed sources familiar with it.",
            "The newspaper said, citing unidentified sources.",
        ),
    ],
)
def test_no_change_of_source(left: str, right: str) -> None:
    assert found(source_entries, left, right) == []
    assert found(source_entries, right, left) == []


@pytest.mark.parametrize(
    ("language", "left", "right", "before", "after"),
    [
        (
            "es",
            "Según el periódico, la presa fue construida en 1960.",
            "Según El País, la presa fue construida en 1960.",
            "Según el periódico",
            "Según El País",
        ),
        (
            "fr",
            "Selon le journal, le barrage a été construit en 1960.",
            "Selon Le Monde, le barrage a été construit en 1960.",
            "Selon le journal",
            "Selon Le Monde",
        ),
    ],
)
def test_other_languages(language: str, left: str, right: str, before: str, after: str) -> None:
    assert found(source_entries, left, right, language) == [("source", "changed", before, after)]


_TEXTS = st.lists(
    st.sampled_from(
        [
            "According",
            "to",
            "the",
            "police",
            ",",
            "two",
            "were",
            "hurt",
            "said",
            "he",
            ".",
            "“",
            "”",
            "citing",
            "Reuters",
            "reported",
            "it",
            "�",
        ]
    ),
    max_size=16,
)


@settings(deadline=None)
@given(_TEXTS.map(" ".join), _TEXTS.map(" ".join))
def test_any_text(left: str, right: str) -> None:
    given_texts = context(left, right, "en")
    for entry in source_entries(given_texts):
        for article, own in zip(given_texts.articles, entry.places, strict=True):
            assert all(place.words(article).strip() for place in own)
    assert found(source_entries, left, left) == []
