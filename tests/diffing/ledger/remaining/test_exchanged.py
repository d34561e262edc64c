"""Figures and dates that exchanged their places."""

import pytest

from diffing.ledger.remaining.exchanged import exchanged_entries
from tests.diffing.ledger.compared import context, short


@pytest.mark.parametrize(
    ("left", "right", "swaps"),
    [
        (
            "Velm won 12 seats and Ordan won 30 seats in the council of the old harbour town last night.",
            "Velm won 30 seats and Ordan won 12 seats in the council of the old harbour town last night.",
            [("number", "12", "30"), ("number", "30", "12")],
        ),
        (
            "Holt paid $3 million and Senn $5 million for the two mills that stand by the river at Lisk.",
            "Holt paid $5 million and Senn $3 million for the two mills that stand by the river at Lisk.",
            [("number", "$3 million", "$5 million"), ("number", "$5 million", "$3 million")],
        ),
        (
            "There were 3 men and 5 women on the pier by the old mill of Lisk when it broke in the storm.",
            "There were 5 women and 3 men on the pier by the old mill of Lisk when it broke in the storm.",
            [],
        ),
        (
            "Velm won 12 seats and Ordan won 30 seats in the council of the old harbour town last night.",
            "Velm won 14 seats and Ordan won 30 seats in the council of the old harbour town last night.",
            [],
        ),
    ],
)
def test_exchanged(left: str, right: str, swaps: list[tuple[str, str, str]]) -> None:
    both = context(left, right, "en")
    expected = [(subject, "changed", old, new) for subject, old, new in swaps]
    assert [short(entry, both) for entry in exchanged_entries(both, ())] == expected
