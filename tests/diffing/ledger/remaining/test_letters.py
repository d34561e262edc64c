"""Single letters of names and kinds."""

import pytest

from diffing.ledger.remaining.letters import letter_entries
from tests.diffing.ledger.compared import context, short


@pytest.mark.parametrize(
    ("left", "right", "old", "new"),
    [
        ("The seat went to A. Holt in May.", "The seat went to B. Holt in May.", "A", "B"),
        ("The sailors had hepatitis A in May.", "The sailors had hepatitis B in May.", "A", "B"),
        ("The seat went to Rolf Holt Jr. in May.", "The seat went to Rolf Holt Sr. in May.", "Jr", "Sr"),
        ("The seat went to Holt, R-Velm, in May.", "The seat went to Holt, D-Velm, in May.", "R-Velm", "D-Velm"),
    ],
)
def test_another_letter(left: str, right: str, old: str, new: str) -> None:
    both = context(left, right, "en")
    (entry,) = letter_entries(both, ())
    assert [words.rstrip(".") for words in short(entry, both)] == ["name", "changed", old, new]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("A keeper came to the old pier.", "I keeper came to the old pier."),
        ("The seat went to Holt, R-Velm, in May.", "The seat went to Holt, R-Orvik, in May."),
        ("The seat went to a Holt in May.", "The seat went to b Holt in May."),
        ("The seat went to A. Holt in May.", "The seat went to Holt in May."),
    ],
)
def test_no_letter(left: str, right: str) -> None:
    assert list(letter_entries(context(left, right, "en"), ())) == []
