"""Words in capitals: runs of them, and single words with emphasis."""

import pytest

from diffing.ledger.names.all_capitals import capital_runs, is_emphasis


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("PER MODIN, MAYOR OF OSTERBY, AT THE QUAY. The crew", ["PER MODIN, MAYOR OF OSTERBY, AT THE QUAY"]),
        ("The crew gave PER MODIN a cap", []),
        ("ON A QUAY IN OSTERBY", ["ON A QUAY IN OSTERBY"]),
        ("the NATO and the EU and the UN", []),
        ("", []),
    ],
)
def test_runs(text: str, runs: list[str]) -> None:
    assert [text[start:end] for start, end in capital_runs(text)] == runs


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The bridge is NOT safe", "NOT", True),
        ("The bridge is not safe", "not", False),
        ("PER MODIN OF OSTERBY", "OF", False),
        ("NOT safe", "NOT", True),
        ("A I", "A", False),
    ],
)
def test_emphasis(text: str, word: str, expected: bool) -> None:
    start = text.index(word)
    assert is_emphasis(text, start, start + len(word)) is expected
